"""Layouts described nowhere: columns that no ministry's form has."""

from itertools import pairwise

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle, shares
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.programmes import MeansStyle, programme_table
from tests.papers.parts.rows import prose_rows, titled


def _truth(
    content: Content, labels: dict[str, str], *, bare: bool = False, primary: bool = True, kind: bool = False
) -> dict[str, truth.Rows]:
    leave = [] if kind else ["kind"]
    leave += ["baseline_text", "target_text"] if bare else []
    return {
        "head": truth.head(content, labels),
        "indicators": truth.indicators(content, primary=primary, leave=leave),
        "yearly": truth.yearly(content, bare=bare),
        "cabinet": [],
    }


def interleaved(content: Content) -> Page:
    """A unit column; under each year 目標 beside 実績; the means with their start year in a column of text."""
    labels = {
        "policy": "施策の名称",
        "aim": "施策のねらい",
        "outline": "取組の内容",
        "bureau": "担当課",
        "when": "評価の時期",
    }
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("№", 2, 2),
            label("指標名", 12, 2),
            label("単位", 3, 2),
            label("基準値", 9),
            *(label(nendo(y, "R4年度"), 5) for y in years),
            label("最終目標", 9),
        ),
        (
            label("年度", 4),
            label("値", 5),
            *(cell for _ in years for cell in (label("目標", 3), label("実績", 2))),
            label("年度", 4),
            label("値", 5),
        ),
    ]
    for one in content.indicators:
        rows.append(
            (
                middle(one.number, 2),
                Cell(one.name, 12),
                middle(one.unit, 3),
                middle(nendo(one.baseline_year or 0, "R4年度"), 4),
                middle(one.baseline.bare, 5),
                *(cell for y in one.years for cell in (middle(_bare(y.target), 3), middle(_bare(y.actual), 2))),
                middle(nendo(one.target_year or 0, "R4年度"), 4),
                middle(one.target.bare, 5),
            )
        )
    means = MeansStyle(
        years="R4年度",
        name="事業名（開始年度）",
        spent="予算額（決算額）",
        running="予算額",
        related="関係する\n指標",
        outline="事業の概要",
        review="事業番号",
        policy="計",
        start="令和4年度",
        number="{}",
        unit=False,
    )
    blocks: list[Block] = [
        *titled(content),
        Table(prose_rows(content, labels, 10)),
        Table(tuple(rows)),
        Line("（単位：千円）", "right"),
        programme_table(content, means),
    ]
    parts = _truth(content, labels, bare=True, primary=False)
    return page(
        content, blocks, {**parts, "programmes": truth.programmes(content), "money": truth.programme_money(content)}
    )


def _bare(found: object) -> str:
    digits, bare, text = (getattr(found, name) for name in ("digits", "bare", "text"))
    return str(bare if digits else text)


def mixed_languages(content: Content) -> Page:
    """Labels in English and Japanese; western years; target before baseline; one row of targets, one of results."""
    labels = {
        "policy": "Policy 施策名",
        "outline": "Outline 概要",
        "aim": "Goal 達成すべき目標",
        "bureau": "Office 担当部局",
        "officer": "Responsible 責任者",
    }
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("No.", 3, 2),
            label("Indicator\n指標", 14, 2),
            label("Baseline\n基準値", 6, 2),
            label("Base year\n基準年度", 4, 2),
            label("", 4, 2),
            label("Fiscal year 年度", 20),
            label("Final target\n目標値", 5, 2),
            label("Target year\n目標年度", 4, 2),
        ),
        tuple(label(f"FY{y}", 4) for y in years),
    ]
    for one in content.indicators:
        rows += [
            (
                middle(one.number, 3, 2),
                Cell(one.name, 14, 2),
                middle(one.baseline.text, 6, 2),
                middle(f"FY{one.baseline_year}", 4, 2),
                label("Target\n目標", 4),
                *(middle(y.target.text, 4) for y in one.years),
                middle(one.target.text, 5, 2),
                middle(f"FY{one.target_year}", 4, 2),
            ),
            (label("Result\n実績", 4), *(middle(y.actual.text, 4) for y in one.years)),
        ]
    style = MoneyStyle(
        side="Budget 予算",
        years="令和4年度",
        letters=False,
        executed="Execution 執行額",
        kind="Item 区分",
        brackets="()",
    )
    blocks: list[Block] = [
        *titled(content, "[", "]"),
        Table(prose_rows(content, labels, 14)),
        Table(tuple(rows)),
        money_table(content, style),
    ]
    parts = _truth(content, labels, primary=False)
    return page(content, blocks, {**parts, "money": truth.budgets(content)})


def prefecture(content: Content) -> Page:
    """Other words: 数値目標, 現状値, めざす値, 計画, 実績; empty columns between; letter-spaced heads."""
    labels = {
        "policy": "施策",
        "outline": "施策の方向",
        "aim": "めざす姿",
        "field": "計画上の位置づけ",
        "bureau": "担当課",
    }
    years = [year.nendo for year in content.indicators[0].years]
    widths = shares(20, len(years))
    rows: list[tuple[Cell, ...]] = [
        (
            label("数　値　目　標", 16),
            Cell("", 1, 1),
            label("現状値", 7),
            label("区分", 4),
            *(label(nendo(y, "令和4年度"), w) for y, w in zip(years, widths, strict=True)),
            Cell("", 1),
            label("めざす値", 7),
            label("年度", 4),
        )
    ]
    for one in content.indicators:
        base = f"{one.baseline.text}\n（{nendo(one.baseline_year or 0, '令和4年度')}）"
        rows += [
            (
                Cell(f"（{one.number}）{one.name}", 16, 2),
                Cell("", 1, 2),
                middle(base, 7, 2),
                label("計画", 4),
                *(middle(y.target.text, w) for y, w in zip(one.years, widths, strict=True)),
                Cell("", 1, 2),
                middle(one.target.text, 7, 2),
                middle(nendo(one.target_year or 0, "令和4年度"), 4, 2),
            ),
            (label("実績", 4), *(middle(y.actual.text, w) for y, w in zip(one.years, widths, strict=True))),
        ]
    cost = [
        (label("事業費（千円）", 12), *(label(nendo(b.nendo, "令和4年度"), 16) for b in content.budgets)),
        (label("予算現額", 12), *(Cell(b.total or b.initial, 16, across="right") for b in content.budgets)),
        (label("決算額", 12), *(Cell(b.executed or "－", 16, across="right") for b in content.budgets)),
    ]
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, labels)), Table(tuple(rows)), Table(tuple(cost))]
    money = [row for row in truth.budgets(content) if row["stage"] == "total"]
    parts = _truth(content, labels, primary=False)
    found = [{k: v for k, v in row.items() if k != "baseline_text"} for row in parts["indicators"]]
    return page(content, blocks, {**parts, "indicators": found, "money": money})


def heads_below(content: Content) -> Page:
    """Two indicators a block, side by side; each head under its values."""
    labels = {"policy": "施策名", "aim": "施策の目標", "bureau": "所管"}
    blocks: list[Block] = [*titled(content), Table(prose_rows(content, labels, 10))]
    pairs = list(pairwise(content.indicators))[::2]
    for left, right in pairs:
        rows = tuple((*a, *b) for a, b in zip(_half(left), _half(right), strict=True))
        blocks.append(Table(rows))
    return page(content, blocks, _truth(content, labels, primary=False))


def _half(one: Indicator) -> list[tuple[Cell, ...]]:
    """An indicator in half the width: name, targets, actuals, then the heads, base and target beside them."""
    years = one.years
    return [
        (Cell(f"指標{one.number}　{one.name}", 30),),
        (
            middle(one.baseline.text, 5, 2),
            label("目標", 4),
            *(middle(y.target.text, 3) for y in years),
            middle(one.target.text, 6, 2),
        ),
        (label("実績", 4), *(middle(y.actual.text, 3) for y in years)),
        (
            label(f"基準値\n{nendo(one.baseline_year or 0, 'R4')}", 5),
            label("年度", 4),
            *(label(nendo(y.nendo, "R4"), 3) for y in years),
            label(f"目標値\n{nendo(one.target_year or 0, 'R4')}", 6),
        ),
    ]
