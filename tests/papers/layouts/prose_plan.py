"""A plan in prose with frames, several goals in one file: years across, or years downwards."""

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle, shares
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page

_AIM = "政策目標の内容及び目標設定の考え方"
_LEVERS = "上記の「政策目標」を達成するための「施策」"
_RATES = {True: "○", False: "×"}


def _opening(content: Content, *, framed: bool) -> list[Block]:
    h = content.head
    decisions = "\n".join(f"○「{one.name}」（{one.day}閣議決定）" for one in content.cabinet) or "該当なし"
    first: list[Block] = [Line(f"（{content.identifier}）", "right"), Line(content.title, strong=True)]
    texts = ((_AIM, h["aim"]), (_LEVERS, h["levers"]), ("関連する内閣の基本方針", decisions))
    if framed:
        return [*first, *(Table(((label(name, 60),), (Cell(text, 60),))) for name, text in texts)]
    return [*first, Table(tuple((label(name, 14), Cell(text, 46)) for name, text in texts))]


def _levers(content: Content) -> list[tuple[str, list[Indicator]]]:
    """Each lever's line with the indicators whose number begins with the lever's."""
    found = []
    for line in content.head["levers"].split("\n"):
        stem = line.partition("：")[0].removeprefix("政")
        found.append((line, [one for one in content.indicators if one.number.startswith(stem)]))
    return found


def _end(content: Content) -> list[Block]:
    last = Table(
        (
            (
                label("担当部局名", 10),
                Cell(content.head["bureau"], 22),
                label("政策評価実施予定時期", 14),
                Cell(content.head["when"], 14),
            ),
        )
    )
    if not content.budgets:
        return [last]
    style = MoneyStyle(
        side="", years="平成26年度", letters=False, carried="繰越等", kind="区　分", state="予算の状況\n"
    )
    return [Line("予算額等"), money_table(content, style), last]


def _truth(content: Content) -> dict[str, truth.Rows]:
    labels = {"aim": _AIM, "levers": _LEVERS, "bureau": "担当部局名", "when": "政策評価実施予定時期"}
    return {
        "head": truth.head(content, labels, title=False),
        "indicators": truth.indicators(content),
        "yearly": truth.yearly(content, bare=True),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
        "reasons": truth.reasons(content),
    }


def years_across(content: Content) -> Page:
    """A block an indicator: a headline with number, name and unit; rows 年度, 目標値, 実績値, 達成度; notes as lines."""
    blocks = _opening(content, framed=True)
    for line, group in _levers(content):
        blocks.append(
            Table(
                (
                    (label("施策", 8), Cell(line, 52)),
                    (
                        label("取組内容", 8),
                        Cell("担当の部署が年度ごとに計画を立て、進み具合を確かめる（用語集参照）。", 52),
                    ),
                )
            )
        )
        blocks.append(Line("［定量的な測定指標］"))
        for one in group:
            widths = shares(48, len(one.years))
            mark = "［主要］" if one.primary else ""
            rows = (
                (label(f"{mark}○業績指標 {one.number}：{one.name}　（単位：{one.unit}）", 60),),
                (
                    label("年度", 12),
                    *(label(nendo(y.nendo, "平成26年度"), w) for y, w in zip(one.years, widths, strict=True)),
                ),
                (label("目標値", 12), *(middle(y.target.bare, w) for y, w in zip(one.years, widths, strict=True))),
                (label("実績値", 12), *(middle(y.actual.bare, w) for y, w in zip(one.years, widths, strict=True))),
            )
            blocks += [Table(rows), Line("（出所）担当部署調べ"), Line(f"（目標値の設定の根拠）{one.reason}")]
    return page(content, [*blocks, *_end(content)], _truth(content))


def years_down(content: Content) -> Page:
    """One table a lever: the indicator at the left over its years; unit in a column; reason at the right."""
    blocks = _opening(content, framed=False)
    for line, group in _levers(content):
        blocks.append(Line(f"施策　{line}", strong=True))
        rows: list[tuple[Cell, ...]] = [
            tuple(
                label(text, wide)
                for text, wide in (
                    ("業績指標", 18),
                    ("単位", 5),
                    ("年度", 8),
                    ("目標値", 8),
                    ("実績値", 8),
                    ("目標値の設定の根拠", 13),
                )
            )
        ]
        for one in group:
            mark = "\n［主要］" if one.primary else ""
            count = len(one.years)
            for n, year in enumerate(one.years):
                opening = (
                    [Cell(f"{one.number}：{one.name}{mark}", 18, count), middle(one.unit, 5, count)] if n == 0 else []
                )
                closing = [Cell(one.reason, 13, count)] if n == 0 else []
                values = (year.target.bare, year.actual.bare)
                rows.append(
                    (*opening, middle(nendo(year.nendo, "平成26年度"), 8), *(middle(v, 8) for v in values), *closing)
                )
        blocks.append(Table(tuple(rows)))
    return page(content, [*blocks, *_end(content)], _truth(content))
