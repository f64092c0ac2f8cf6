"""Money printed anew: amounts take the unit that the head of their table lends, and a label that comes to print
another unit lends that one to all that stand under it."""

import re
from collections.abc import Callable, Iterable, Iterator

from monosashi.model import Budget, BudgetRow, MoneyCell, MoneyLine, Sheet
from monosashi.model.budget import budget_row_kind, printed_unit
from monosashi.model.money import parse_money
from monosashi.model.path import resolve
from monosashi.reading.programmes import columned_lines

Lines = tuple[MoneyLine, ...]
#: From a text and the unit that is lent to the amounts in it.
Grammar = Callable[[str, str], Lines]


def reprinted_cell(sheet: Sheet, path: str, old: MoneyCell, text: str) -> MoneyCell:
    """The cell with ``text`` in it, read as its neighbours are."""
    beside: tuple[MoneyCell, ...] = resolve(sheet, path.rpartition("/")[0])
    grammar, unit = _way_of((old, *beside, *_cells(sheet)))
    return MoneyCell(text=text, year=old.year, lines=grammar(text, unit))


def _way_of(cells: Iterable[MoneyCell]) -> tuple[Grammar, str]:
    """How the reader came by the lines of the first cell that tells: of a dash, or where the cell prints its own units,
    nothing tells what the head of the table would have lent."""
    for cell in cells:
        for grammar in (parse_money, _spent, _in_columns):
            for unit in dict.fromkeys(line.unit for line in cell.lines):
                if grammar(cell.text, unit) == cell.lines and grammar(cell.text, "") != cell.lines:
                    return grammar, unit
    return parse_money, ""


def _in_columns(text: str, unit: str) -> Lines:
    """Budget over execution, from columns of their own."""
    budget, _, executed = text.partition("\n")
    return columned_lines(budget, executed, unit)


def _spent(text: str, unit: str) -> Lines:
    """An execution whose budget's cell is blank."""
    return _in_columns(text, unit) if "\n" in text.strip() else columned_lines("", text, unit)


def _cells(sheet: Sheet) -> Iterator[MoneyCell]:
    for programme in sheet.programmes:
        yield from programme.money
    yield from sheet.money
    for item in sheet.budget_items:
        yield from item.amounts


_LABEL = re.compile(r"/labels/\d+/text|/budgets/\d+/label|/budgets/\d+/rows/\d+/label")


def with_label_units(before: Sheet, after: Sheet, path: str) -> Sheet:
    """The sheet with what a label printed anew says of amounts: the kind of a budget's row, and the unit it lends."""
    if not _LABEL.fullmatch(path):
        return after
    was, now = printed_unit(str(resolve(before, path))), printed_unit(str(resolve(after, path)))
    if "/rows/" in path:
        return _row_relabelled(before, after, path.removesuffix("/label"))
    if not was or was == now:
        return after
    role = "budget." if path.startswith("/budgets") else resolve(after, path.removesuffix("/text")).role
    if role.startswith("budget."):
        return after.model_copy(update={"budgets": tuple(_relent(budget, was, now) for budget in after.budgets)})
    programmes = tuple(
        programme.model_copy(update={"money": _lent(programme.money, was, now)}) for programme in after.programmes
    )
    return after.model_copy(update={"programmes": programmes, "money": _lent(after.money, was, now)})


def _lent(cells: tuple[MoneyCell, ...], was: str, now: str) -> tuple[MoneyCell, ...]:
    """The cells, those to which ``was`` was lent with ``now`` instead."""
    found = []
    for cell in cells:
        grammar, unit = _way_of([cell])
        found.append(cell.model_copy(update={"lines": grammar(cell.text, now)}) if unit == was else cell)
    return tuple(found)


def _relent(budget: Budget, was: str, now: str) -> Budget:
    rows = (
        row.model_copy(update={"unit": now}) if row.unit == was and not printed_unit(row.label) else row
        for row in budget.rows
    )
    return budget.model_copy(update={"rows": tuple(rows)})


def _row_relabelled(before: Sheet, after: Sheet, path: str) -> Sheet:
    """The kind and unit of a row whose label was printed anew, where its old label explains the old ones."""
    old: BudgetRow = resolve(before, path)
    label = str(resolve(after, f"{path}/label"))
    kind = budget_row_kind(label) if budget_row_kind(old.label) is old.kind else old.kind
    b, r = (int(step) for step in path.split("/")[2::2])
    rows = after.budgets[b].rows
    others = (row.unit for n, row in enumerate(rows) if n != r and row.unit)
    own = printed_unit(label)
    unit = own or (next(others, "") if printed_unit(old.label) else old.unit)
    row = rows[r].model_copy(update={"kind": kind, "unit": unit})
    budget = after.budgets[b].model_copy(update={"rows": (*rows[:r], row, *rows[r + 1 :])})
    return after.model_copy(update={"budgets": (*after.budgets[:b], budget, *after.budgets[b + 1 :])})
