"""施策目標個票: results first; a head for each group, or one head over all."""

from itertools import groupby

from tests.papers import truth
from tests.papers.calendar import nendo
from tests.papers.content import Content, Indicator
from tests.papers.paper import Block, Cell, Page, Table, label, middle
from tests.papers.parts.money import MoneyStyle, money_table
from tests.papers.parts.page import page
from tests.papers.parts.rows import prose_rows, titled

_LAST = {"bureau": "担当部局名", "officer": "作成責任者名", "when": "政策評価実施時期"}


def _number(one: Indicator) -> str:
    return one.number.rstrip("①②③")


def _groups(content: Content) -> list[list[Indicator]]:
    return [list(found) for _, found in groupby(content.indicators, key=_number)]


def _star(one: Indicator) -> str:
    return "＊" if one.primary else ""


def _end(content: Content, style: MoneyStyle) -> list[Block]:
    cells: list[Cell] = []
    for (what, name), wide in zip(_LAST.items(), (10, 14, 9), strict=True):
        cells += [label(name, 9), Cell(content.head[what], wide)]
    return [money_table(content, style), Table((tuple(cells),))]


def _truth(content: Content, labels: dict[str, str], leave: tuple[str, ...] = ()) -> dict[str, truth.Rows]:
    return {
        "head": truth.head(content, {**labels, **_LAST}),
        "indicators": truth.indicators(content, leave=leave),
        "yearly": truth.yearly(content),
        "programmes": [],
        "money": truth.budgets(content),
        "cabinet": [],
    }


def group_heads(content: Content) -> Page:
    """A head for each number; the base year inside the series; the target's year in its cell; targets' row last."""
    labels = {
        "policy": "施策目標",
        "outline": "施策目標の概要及び\n達成すべき目標",
        "grade": "施策目標の評価",
        "judged": "施策目標の達成状況及び今後の方向性",
        "next": "次期目標等への反映の方向性",
    }
    quoted = Content(**{**content.__dict__, "head": {**content.head, "grade": f"「{content.head['grade']}」"}})
    blocks: list[Block] = [*titled(content, together=True), Table(prose_rows(quoted, labels, 14))]
    for group in _groups(content):
        blocks.append(Table(tuple(_group(group))))
    blocks += _end(content, MoneyStyle(side="施策の予算額・執行額等"))
    return page(content, blocks, _truth(quoted, labels, ("target_text",)))


def _group(group: list[Indicator]) -> list[tuple[Cell, ...]]:
    first = group[0]
    count = len(group) + (2 if first.group else 1)
    rows: list[tuple[Cell, ...]] = [
        (label("業績指標", 20, 2), label("初期値", 6), label("実績値", 25), label("評価", 3, 2), label("目標値", 6, 2)),
        (
            label(nendo(first.baseline_year or 0, "26年度"), 6),
            *(label(nendo(y.nendo, "26年度"), 5) for y in first.years),
        ),
    ]
    opening = [middle(_number(first), 3, count)]
    if first.group:
        rows.append((*opening, Cell(first.group + _star(first), 17), Cell("", 40)))
        opening = []
    for one in group:
        mark = one.number.removeprefix(_number(one))
        star = "" if one.group else _star(one)
        down = 1 if one.group else 2
        rows.append(
            (
                *opening,
                Cell(mark + one.name + star, 17, down),
                middle(one.baseline.text, 6),
                *(middle(y.actual.text, 5) for y in one.years),
                middle(one.mark, 3, down),
                middle(one.target.text, 6, down),
            )
        )
        opening = []
    targets = [label("年度ごとの\n目標値", 6), *(middle(y.target.text, 5) for y in first.years)]
    rows.append((Cell("", 17), *targets, Cell("", 9)) if first.group else tuple(targets))
    return rows


def one_head(content: Content) -> Page:
    """One head over all indicators; number and mark in columns of their own; 評価 last; the result in a framed corner."""
    labels = {
        "policy": "施策目標",
        "outline": "施策目標の概要及び達成すべき目標",
        "grade": "目標達成度合いの測定結果",
        "judged": "判断根拠",
        "next": "次期目標等への反映の方向性",
    }
    h = content.head
    top = Table(
        (
            (label("施策目標", 14), Cell(h["policy"], 46)),
            (label(labels["outline"], 14), Cell(h["outline"], 46)),
            (label("評価結果", 4, 3, vertical=True), label("目標達成度合いの\n測定結果", 10), Cell(h["grade"], 46)),
            (label("（判断根拠）", 10), Cell(h["judged"], 46)),
            (label("次期目標等への\n反映の方向性", 10), Cell(h["next"], 46)),
        )
    )
    first = content.indicators[0]
    rows: list[tuple[Cell, ...]] = [
        (
            label("業　績　指　標", 20, 2),
            label("初期値", 6),
            label("実績値", 25),
            label("目標値", 6),
            label("評価", 3, 2),
        ),
        (
            label(nendo(first.baseline_year or 0, "H26年度"), 6),
            *(label(nendo(y.nendo, "H26年度"), 5) for y in first.years),
            label(nendo(first.target_year or 0, "R2年度"), 6),
        ),
    ]
    for group in _groups(content):
        rows += _plain_group(group)
    style = MoneyStyle(years="H26年度", carried="繰越し等", request="要求額", initial="当初予算", brackets="()")
    blocks: list[Block] = [*titled(content), top, Table(tuple(rows)), *_end(content, style)]
    return page(content, blocks, _truth(content, labels))


def _plain_group(group: list[Indicator]) -> list[tuple[Cell, ...]]:
    first = group[0]
    rows: list[tuple[Cell, ...]] = []
    for n, one in enumerate(group):
        opening = [middle(_number(first), 3, len(group))] if n == 0 else []
        if first.group:
            named = [Cell(first.group, 7, len(group))] if n == 0 else []
            named.append(Cell(one.number.removeprefix(_number(one)) + one.name + _star(one), 10))
        else:
            named = [Cell(one.name + _star(one), 17)]
        values = (middle(one.baseline.text, 6), *(middle(y.actual.text, 5) for y in one.years))
        rows.append((*opening, *named, *values, middle(one.target.text, 6), middle(one.mark, 3)))
    return rows
