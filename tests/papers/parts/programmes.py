"""The means (達成手段) with their money, and the policy's sums under them."""

from dataclasses import dataclass

from tests.papers.calendar import nendo
from tests.papers.content import Content, Programme, Spent
from tests.papers.paper import Cell, Table, label, middle


@dataclass(frozen=True)
class MeansStyle:
    """How they are printed. ``start``: under the name, or in a column; ``glued``: the number stands before the name."""

    years: str = "26年度"
    name: str = "達成手段\n（開始年度）"
    spent: str = "予算額計（執行額）"
    running: str = "当初予算額"
    related: str = "関連する\n指標"
    outline: str = "達成手段の概要等"
    review: str = "行政事業レビュー\n事業番号"
    policy: str = "施策の予算額・執行額"
    start: str = "平成26年度"
    glued: bool = False
    comma: str = "，"
    number: str = "({})"
    unit: bool = True
    executed_line: bool = True


def programme_table(content: Content, style: MeansStyle = MeansStyle()) -> Table:
    """Two past years with execution, the running year, links, outline, review number; the policy's row last."""
    past = len(content.programme_years) - 1
    heads = [label(nendo(year, style.years), 6) for year in content.programme_years]
    name = 60 - 6 * (past + 1) - 4 - 14 - 7
    first = (
        label(style.name, name, 2),
        label(style.spent, 6 * past),
        label(style.running, 6),
        label(style.related, 4, 2),
        label(style.outline, 14, 2),
        label(style.review, 7, 2),
    )
    rows = [first, tuple(heads), *(_row(content, one, name, style) for one in content.programmes)]
    if content.policy_money:
        money = [middle(_money(content, one, style), 6) for one in content.policy_money]
        rows.append((label(style.policy, name), *money, Cell("", 25, diagonal=True)))
    return Table(tuple(rows))


def _row(content: Content, one: Programme, name: int, style: MeansStyle) -> tuple[Cell, ...]:
    start = f"\n（{nendo(one.start, style.start)}）" if one.start else ""
    number = style.number.format(one.number)
    named = (
        [Cell(f"{number}{one.name}{start}", name)]
        if style.glued
        else [middle(number, 2), Cell(one.name + start, name - 2)]
    )
    return (
        *named,
        *(middle(_money(content, spent, style), 6) for spent in one.money),
        middle(style.comma.join(one.related) or "－", 4),
        Cell(one.outline, 14),
        middle(one.review, 7),
    )


def _money(content: Content, spent: Spent, style: MeansStyle) -> str:
    unit = content.unit if style.unit else ""
    if not any(c.isdigit() for c in spent.budget):
        return spent.budget
    if spent.inside:
        return f"〈{spent.budget}{unit}〉の内数"
    executed = (
        f"（{spent.executed}{unit if any(c.isdigit() for c in spent.executed) else ''}）" if spent.executed else ""
    )
    return f"{spent.budget}{unit}" + (("\n" if style.executed_line else "") + executed if executed else "")
