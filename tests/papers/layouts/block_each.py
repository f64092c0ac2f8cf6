"""実績評価書 with a block for each indicator under its aim, grades, and a rate of execution; two arrangements."""

from itertools import groupby

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Line, Page, Table, label, middle
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.rows import cabinet_table, prose_rows

_TOP = {"policy": "施策目標名（政策体系）", "outline": "施策の概要", "background": "施策実現のための背景・課題"}
_END = {
    "knowledge": "学識経験を有する者の知見の活用",
    "grade": "（各行政機関共通区分）",
    "overall": "（判定結果）",
    "judged": "（判定理由）",
    "analysis": "施策の分析",
    "next": "次期目標等への反映の方向性",
    "material": "参考・関連資料等",
    "bureau": "担当部局名",
    "officer": "作成責任者名",
    "when": "政策評価実施時期",
}
_KIND = {"outcome": "（アウトカム）", "output": "（アウトプット）", "": ""}
_RATES = ("88.30％", "88.60％", "89.50％", "", "")


def _page(content: Content, indicators: list[Block], *, full_width: bool) -> Page:
    style = MoneyStyle(
        years="令和4年度",
        executed=f"執行額（{content.unit}、d）",
        executed_unit=False,
        rates=_RATES[: len(content.budgets)],
    )
    heads = ("施政方針演説等の名称", "年月日", "関係部分（概要・記載箇所）")
    blocks: list[Block] = [
        Line(content.title, "center", strong=True),
        Table(prose_rows(content, _TOP, 14)),
        money_table(content, style),
        cabinet_table(content, "施策に関係する内閣の重要政策（施政方針演説等のうち主なもの）", heads),
        *indicators,
        _results(content),
    ]
    parts = {
        "head": truth.head(content, {**_TOP, **{k: v.strip("（）") for k, v in _END.items()}}, title=False),
        "indicators": truth.indicators(
            content, leave=("goal",) if full_width else ("goal", "baseline_text", "target_text")
        ),
        "yearly": truth.yearly(content),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
        "reasons": truth.reasons(content, apart=full_width),
    }
    return page(content, blocks, parts)


def _results(content: Content) -> Table:
    h = content.head
    return Table(
        (
            (label(_END["knowledge"], 16), Cell(h["knowledge"], 44)),
            (label("目標達成度合いの\n測定結果", 10), label(_END["grade"], 12), Cell(h["grade"], 38)),
            (label("総合判定", 10, 2), label(_END["overall"], 12), Cell(h["overall"], 38)),
            (label(_END["judged"], 12), Cell(h["judged"], 38)),
            *((label(_END[what], 16), Cell(h[what], 44)) for what in ("analysis", "next", "material")),
            (
                label(_END["bureau"], 8),
                Cell(h["bureau"], 14),
                label(_END["officer"], 8),
                Cell(h["officer"], 12),
                label(_END["when"], 9),
                Cell(h["when"], 9),
            ),
        )
    )


def _aims(content: Content) -> list[tuple[str, list[Indicator]]]:
    return [(goal, list(found)) for goal, found in groupby(content.indicators, key=lambda one: one.goal)]


def prose_above(content: Content) -> Page:
    """The name at the left over the whole block; reason and basis above the grid; the year under the base value's head."""
    blocks: list[Block] = []
    for n, (goal, group) in enumerate(_aims(content), 1):
        blocks += [Line(f"達成目標{n}について　（{goal}）", strong=True), *(_left(one) for one in group)]
    return _page(content, blocks, full_width=True)


def _left(one: Indicator) -> Table:
    years = [nendo(year.nendo, "令和4年度") for year in one.years]
    targets = [middle(year.target.text, 5) for year in one.years]
    if one.merged:
        targets = [middle(one.years[0].target.text, 25)]
    return Table(
        (
            (
                Cell(f"指標{one.number}\n{one.name}\n{_KIND[one.kind]}", 12, 7),
                label("指標の選定理由", 10),
                Cell(one.reason, 38),
            ),
            (label("目標値（水準・目標年度）の設定の根拠", 10), Cell(one.basis, 38)),
            (
                label("基準値", 6),
                label("年度ごとの目標値", 25, 1),
                label("目標値", 6),
                label("主要な指標", 5, 3),
                label("達成", 6, 3),
            ),
            (
                middle(nendo(one.baseline_year or 0, "令和4年度"), 6, 2),
                label("年度ごとの実績値", 25),
                middle(nendo(one.target_year or 0, "令和4年度"), 6, 2),
            ),
            tuple(label(year, 5) for year in years),
            (
                middle(one.baseline.text, 6, 2),
                *targets,
                middle(one.target.text, 6, 2),
                middle("○" if one.primary else "－", 5, 2),
                middle(one.mark, 6, 2),
            ),
            tuple(middle(year.actual.text, 5) for year in one.years),
        )
    )


def prose_beside(content: Content) -> Page:
    """The name over the whole width; the grid left, one cell of reason and basis right; value and year in one cell."""
    blocks: list[Block] = []
    for n, (goal, group) in enumerate(_aims(content), 1):
        blocks += [Line(f"達成目標{n}について"), Line(f"　{goal}"), *(_over(one) for one in group)]
    return _page(content, blocks, full_width=False)


def _over(one: Indicator) -> Table:
    base = f"{nendo(one.baseline_year or 0, 'R4年度')}\n{one.baseline.text}"
    goal = f"{nendo(one.target_year or 0, 'R4年度')}\n{one.target.text}"
    reason = "\n".join(filter(None, (one.reason, one.basis)))
    return Table(
        (
            (label(f"指標{one.number}", 6), Cell(one.name + _KIND[one.kind], 54)),
            (
                label("基準値", 6),
                label("", 5),
                *(label(nendo(year.nendo, "R4年度"), 5) for year in one.years),
                label("目標値", 6),
                label("主要な\n指標", 4),
                label("達成", 4),
                label("指標の選定理由及び目標値（水準・目標年度）の設定の根拠", 10),
            ),
            (
                middle(base, 6, 2),
                label("年度ごとの\n目標値", 5),
                *(middle(year.target.text, 5) for year in one.years),
                middle(goal, 6, 2),
                middle("○" if one.primary else "－", 4, 2),
                middle(one.mark, 4, 2),
                Cell(reason, 10, 2),
            ),
            (label("年度ごとの\n実績値", 5), *(middle(year.actual.text, 5) for year in one.years)),
        )
    )
