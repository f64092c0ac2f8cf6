"""評価書（モニタリング）: aims over indicators, value over year in one column or side by side."""

from itertools import groupby

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Page, Table, label, middle
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.rows import cabinet_table, titled

_KIND = {"outcome": "＜アウトカム指標＞", "output": "＜アウトプット指標＞", "": ""}
_MARKED = "測定指標\n（数字に○を付した測定指標は、主要な測定指標）"


def _head(content: Content, labels: dict[str, str]) -> Table:
    h = content.head
    return Table(
        (
            (label(labels["policy"], 8), Cell(h["policy"], 34), label(labels["field"], 6), Cell(h["field"], 12)),
            (label(labels["outline"], 8), Cell(h["outline"], 52)),
            (label(labels["aim"], 8), Cell(h["aim"], 52)),
        )
    )


def _blocks(content: Content, labels: dict[str, str], table: Table) -> Page:
    blocks: list[Block] = [
        *titled(content),
        _head(content, labels),
        money_table(content, MoneyStyle(side="政策の予算額・執行額等", kind="区　　分")),
        cabinet_table(content, "政策に関係する内閣の重要政策（施政方針演説等のうち主なもの）"),
        table,
    ]
    parts = {
        "head": truth.head(content, labels),
        "indicators": truth.indicators(content, leave=() if labels.get("levers") else ("lever",)),
        "yearly": truth.yearly(content),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": truth.cabinet(content),
        "notes": truth.notes(content),
        "reasons": truth.reasons(content),
    }
    return page(content, blocks, parts)


def stacked(content: Content) -> Page:
    """基準（値） over 基準年度 and 目標（値） over 目標年度; targets over actuals; aims merged down, no levers."""
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("施策目標", 8, 3),
            label(_MARKED, 15, 3),
            label("基準（値）", 6, 2),
            label("年度ごとの目標（値）", 15),
            label("目標（値）", 6, 2),
            label("測定指標の選定理由、目標（値）の設定の根拠", 10, 3),
        ),
        (label("年度ごとの実績（値）", 15),),
        (label("基準年度", 6), *(label(nendo(y, "26年度"), 5) for y in years), label("目標年度", 6)),
    ]
    for goal, found in groupby(content.indicators, key=lambda one: one.goal):
        group = list(found)
        for n, one in enumerate(group):
            rows += _pair(one, [Cell(goal, 8, 2 * len(group))] if n == 0 else [])
    labels = {"policy": "政策名（※１）", "field": "分野", "outline": "政策の概要", "aim": "基本目標【達成すべき目標】"}
    return _blocks(content, labels, Table(tuple(rows)))


def _mark(one: Indicator) -> str:
    return chr(0x2460 + int(one.number) - 1) if one.primary else one.number


def _pair(one: Indicator, opening: list[Cell]) -> list[tuple[Cell, ...]]:
    targets = [middle(year.target.text, 5) for year in one.years]
    if one.merged:
        targets = [middle(one.years[0].target.text, 5 * len(one.years))]
    above = (
        *opening,
        middle(_mark(one), 2, 2),
        Cell(f"{one.name}\n{_KIND[one.kind]}", 13, 2),
        middle(one.baseline.text, 6),
        *targets,
        middle(one.target.text, 6),
        Cell(one.reason, 10, 2),
    )
    below = (
        middle(nendo(one.baseline_year or 0, "26年度"), 6),
        *(middle(year.actual.text, 5) for year in one.years),
        middle(nendo(one.target_year or 0, "26年度"), 6),
    )
    return [above, below]


def side_by_side(content: Content) -> Page:
    """Aims and levers merged down; the number inside the name's cell; base and target year in columns of their own."""
    years = [year.nendo for year in content.indicators[0].years]
    rows: list[tuple[Cell, ...]] = [
        (
            label("施策目標", 6, 2),
            label("施策手段", 6, 2),
            label(_MARKED, 12, 2),
            label("基準（値）", 5, 2),
            label("基準\n年度", 3, 2),
            label("年度ごとの目標（値）\n年度ごとの実績（値）（※２）", 15),
            label("目標（値）", 5, 2),
            label("目標\n年度", 3, 2),
            label("備考\n（選定理由、目標（値）の設定の根拠）", 5, 2),
        ),
        tuple(label(nendo(y, "平成26年度"), 5) for y in years),
    ]
    for goal, found in groupby(content.indicators, key=lambda one: one.goal):
        group = list(found)
        for n, one in enumerate(group):
            opening = [Cell(goal.replace("、", "、\n"), 6, 2 * len(group), vertical=True)] if n == 0 else []
            if n == 0 or group[n - 1].lever != one.lever:
                count = sum(other.lever == one.lever for other in group)
                opening.append(Cell(one.lever, 6, 2 * count))
            rows += _wide_pair(one, opening)
    labels = {
        "policy": "政策名",
        "field": "分野【政策体系上の位置付け】",
        "outline": "政策の概要",
        "aim": "基本目標\n【達成すべき目標】",
    }
    return _blocks(content, {**labels, "levers": "施策手段"}, Table(tuple(rows)))


def _wide_pair(one: Indicator, opening: list[Cell]) -> list[tuple[Cell, ...]]:
    above = (
        *opening,
        Cell(f"{_mark(one)}　{one.name}\n{_KIND[one.kind]}", 12, 2),
        middle(one.baseline.text, 5, 2),
        middle(nendo(one.baseline_year or 0, "26年度"), 3, 2),
        *(middle(year.target.text, 5) for year in one.years),
        middle(one.target.text, 5, 2),
        middle(nendo(one.target_year or 0, "26年度"), 3, 2),
        Cell(one.reason, 5, 2),
    )
    return [above, tuple(middle(year.actual.text, 5) for year in one.years)]
