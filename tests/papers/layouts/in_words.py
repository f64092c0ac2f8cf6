"""Sheets whose indicators are told in words: vertical names, 目標 and a year; or a small table an aim with its verdict."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.rows import prose_rows, titled

_TOP = {"policy": "施策名", "outline": "施策の概要", "aim": "達成すべき目標"}
_OPTIONAL = "（※記入は任意）"


def _truth(content: Content) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, _TOP),
        "indicators": truth.indicators(content, primary=False),
        "yearly": truth.yearly(content),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
    }


def _decided(content: Content) -> str:
    return "\n".join(f"{one.name}（{one.day}　国家備え会議・閣議決定）" for one in content.cabinet)


def _circled(one: Indicator) -> str:
    return chr(0x2460 + int(one.number) - 1)


def vertical_names(content: Content) -> Page:
    """A vertical cell for each aim beside rows 目標 and the year; decisions in free text."""
    rows: list[tuple[Cell, ...]] = [(label("測定指標", 10), label("施策の進捗状況", 50))]
    for one in content.indicators:
        half = -(-len(one.name) // 2)
        name = f"{_circled(one)}{one.name[:half]}\n{one.name[half:]}"
        rows.append((Cell(name, 10, 1 + len(one.years), vertical=True), label("目標", 8), Cell(one.target.text, 42)))
        rows += [(label(nendo(y.nendo, "26年度"), 8), Cell(y.actual.text, 42)) for y in one.years]
    return _page(content, Table(tuple(rows)), running=_OPTIONAL)


def beside_one_another(content: Content) -> Page:
    """Columns 測定指標, 目標, 施策の進捗状況（26年度）; later years of money left empty."""
    year = nendo(content.indicators[0].years[0].nendo, "平成26年度")
    rows: list[tuple[Cell, ...]] = [
        (label("測定指標", 16), label("目　標", 20), label(f"施策の進捗状況\n（{year}）", 24))
    ]
    for one in content.indicators:
        rows.append(
            (Cell(f"{_circled(one)}　{one.name}", 16), Cell(one.target.text, 20), Cell(one.years[0].actual.text, 24))
        )
    return _page(content, Table(tuple(rows)), running="")


def _page(content: Content, indicators: Table, running: str) -> Page:
    cabinet = Table(((label("施策に関係する内閣の重要政策", 12), Cell(_decided(content), 48)),))
    blocks: list[Block] = [
        *titled(content),
        Table(prose_rows(content, _TOP)),
        money_table(content, MoneyStyle(unsettled=running)),
        cabinet,
        indicators,
    ]
    return page(content, blocks, {**_truth(content), "cabinet": truth.cabinet(content, excerpt=False)})


def verdict_tables(content: Content) -> Page:
    """A small table an aim: name, 目標, 達成; below, a row a year."""
    blocks = _start(content)
    for one in content.indicators:
        rows: list[tuple[Cell, ...]] = [
            (label(f"測定指標{one.number}", 8), Cell(one.name, 40), label("達成", 12)),
            (label("目標", 8), Cell(one.target.text, 40), middle(one.mark, 12, 1 + len(one.years))),
            *((label(nendo(y.nendo, "26年度"), 8), Cell(y.actual.text, 40)) for y in one.years),
        ]
        blocks.append(Table(tuple(rows)))
    return page(content, blocks, _truth(content))


def verdict_columns(content: Content) -> Page:
    """One table: name left over its years, 目標 beside, the years downwards, 達成 at the right."""
    rows: list[tuple[Cell, ...]] = [
        (label("測定指標", 14), label("目標", 14), label("施策の進捗状況（実績）", 26), label("達成", 6))
    ]
    for one in content.indicators:
        count = len(one.years)
        for n, year in enumerate(one.years):
            opening = [Cell(f"{one.number}　{one.name}", 14, count), Cell(one.target.text, 14, count)] if n == 0 else []
            closing = [middle(one.mark, 6, count)] if n == 0 else []
            rows.append((*opening, middle(nendo(year.nendo, "26年度"), 6), Cell(year.actual.text, 20), *closing))
    return page(content, [*_start(content), Table(tuple(rows))], _truth(content))


def _start(content: Content) -> list[Block]:
    return [
        Line("別紙２", "right"),
        *titled(content, together=True),
        Table(prose_rows(content, _TOP)),
        money_table(content, MoneyStyle()),
        Table(((label("施策に関係する内閣の重要政策（施政方針演説等のうち主なもの）", 18), Cell("－", 42)),)),
    ]
