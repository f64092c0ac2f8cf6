"""Columns of money moved on by a year: each amount stays with its year, the oldest falls out, the newest is blank."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from monosashi.model import Budget, BudgetAmount, MoneyCell, PrintedNendo, Sheet
from monosashi.office.rolling.printed_years import moved_head

Cell = TypeVar("Cell", MoneyCell, BudgetAmount)


def money_moved_on(sheet: Sheet) -> Sheet:
    """The sheet with every table of money moved on; a table whose heads name no years stays."""
    return sheet.model_copy(
        update={
            "money": _cells(sheet.money),
            "programmes": tuple(one.model_copy(update={"money": _cells(one.money)}) for one in sheet.programmes),
            "budgets": tuple(_budget(one) for one in sheet.budgets),
            "budget_items": tuple(
                one.model_copy(update={"amounts": _cells(one.amounts)}) for one in sheet.budget_items
            ),
        }
    )


def _budget(budget: Budget) -> Budget:
    rows = tuple(row.model_copy(update={"amounts": _amounts(row.amounts)}) for row in budget.rows)
    return budget.model_copy(update={"rows": rows})


def _cells(cells: Sequence[MoneyCell]) -> tuple[MoneyCell, ...]:
    return _moved(
        cells,
        lambda cell: cell.year,
        lambda cell, head: cell.model_copy(update={"year": head}),
        lambda head: MoneyCell.read("", head),
    )


def _amounts(amounts: Sequence[BudgetAmount]) -> tuple[BudgetAmount, ...]:
    if any(len(one.years) != 1 for one in amounts):
        # a text that stands under several years at once belongs to none of them
        return _with_heads(amounts)
    return _moved(
        amounts,
        lambda one: one.years[0],
        lambda one, head: one.model_copy(update={"years": (head,)}),
        lambda head: BudgetAmount(text="", years=(head,)),
    )


def _with_heads(amounts: Sequence[BudgetAmount]) -> tuple[BudgetAmount, ...]:
    return tuple(
        one.model_copy(update={"years": tuple(moved_head(head) or head for head in one.years)}) for one in amounts
    )


def _moved(
    cells: Sequence[Cell],
    head_of: Callable[[Cell], PrintedNendo],
    under: Callable[[Cell, PrintedNendo], Cell],
    blank: Callable[[PrintedNendo], Cell],
) -> tuple[Cell, ...]:
    heads = [moved_head(head_of(cell)) for cell in cells]
    if not all(heads):
        return tuple(cells)
    known = {_key(head_of(cell)): cell for cell in cells}
    return tuple(
        under(known[_key(head)], head) if _key(head) in known else blank(head) for head in heads if head is not None
    )


def _key(head: PrintedNendo) -> tuple[object, bool]:
    """A request (要求額) of a year is no budget of it."""
    return head.nendo, "要求" in head.text
