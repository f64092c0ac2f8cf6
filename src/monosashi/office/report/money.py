"""The money of a report by the stages of the budget. What the sheet states is put in its place; what it does not state is
left blank for the office, never worked out.

A 事前分析表 prints one figure a year. For a year that was over it is the whole budget of the year (合計) with what was spent
of it; for the year in which the sheet was made it is the initial budget, for nothing else had been decided then.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.forms import Form, TableSpec
from monosashi.model import (
    Account,
    Budget,
    BudgetAmount,
    BudgetRow,
    BudgetRowKind,
    MoneyCell,
    MoneyLine,
    Nendo,
    PrintedNendo,
    Sheet,
    Stage,
)

#: Amounts that are no budget of the policy: investments, guarantees and loans out of the fiscal investment programme.
_APART = frozenset({Account.EQUITY, Account.GUARANTEE, Account.LOAN})
_ROWS = {
    Stage.INITIAL: BudgetRowKind.INITIAL,
    Stage.SUPPLEMENTARY: BudgetRowKind.SUPPLEMENTARY,
    Stage.CARRIED: BudgetRowKind.CARRIED,
    Stage.RESERVE: BudgetRowKind.RESERVE,
    Stage.TOTAL: BudgetRowKind.TOTAL,
}


def report_budgets(sheet: Sheet, blank: Form) -> tuple[Budget, ...]:
    """The budget's table on the blank form; none where that has no such table, or the sheet states no money."""
    if not blank.has("budget"):
        return ()
    table = blank.table("budget")
    if sheet.budgets:
        return tuple(_as_stated(budget, table) for budget in sheet.budgets if budget.rows)
    return (_from_totals(sheet.money, sheet.title.nendo or sheet.identifier.nendo, table),) if sheet.money else ()


def _label(table: TableSpec, kind: BudgetRowKind) -> str:
    return next((column.label for column in table.columns if column.role == kind.value), "")


def _kinds(table: TableSpec) -> Iterator[BudgetRowKind]:
    """The stages that the form prints; one that other printings leave out only where there is something in it."""
    known = {kind.value: kind for kind in BudgetRowKind}
    yield from (known[column.role] for column in table.columns if column.role in known and not column.optional)


def _as_stated(budget: Budget, table: TableSpec) -> Budget:
    """The rows that the sheet prints itself, in its order, under the form's labels where that has one; the form's other
    stages stand blank before the first that follows them on the form."""
    order = [column.role for column in table.columns]
    units = [row.unit for row in budget.rows if row.unit]
    rows = [row.model_copy(update={"label": _label(table, row.kind) or row.label}) for row in budget.rows]
    for kind in _kinds(table):
        if kind not in {row.kind for row in rows}:
            later = order[order.index(kind.value) + 1 :]
            place = next((n for n, row in enumerate(rows) if row.kind.value in later), len(rows))
            unit = units[0] if units and kind is not BudgetRowKind.RATE else ""
            rows.insert(place, BudgetRow(label=_label(table, kind), kind=kind, unit=unit))
    return Budget(label=table.side.label if table.side else "", rows=tuple(rows))


def _from_totals(cells: tuple[MoneyCell, ...], own: Nendo | None, table: TableSpec) -> Budget:
    units = {line.unit for cell in cells for line in _lines(cell)}
    unit = units.pop() if len(units) == 1 else ""
    rows = (
        BudgetRow(
            label=_label(table, kind),
            kind=kind,
            unit="" if kind is BudgetRowKind.RATE else unit,
            amounts=tuple(amount for cell in cells if (amount := _amount(kind, cell, own, unit))),
        )
        for kind in _kinds(table)
    )
    return Budget(label=table.side.label if table.side else "", rows=tuple(rows))


def _lines(cell: MoneyCell) -> list[MoneyLine]:
    """The amounts of the policy's own budget."""
    return [line for line in cell.lines if line.account not in _APART]


def _amount(kind: BudgetRowKind, cell: MoneyCell, own: Nendo | None, unit: str) -> BudgetAmount | None:
    """What the sheet states of a stage in a year; None where it states nothing. A dash or a note mark (※５) in place of the
    year's figure stands where that would."""
    lines = _lines(cell)
    if kind is BudgetRowKind.EXECUTED:
        known = [(line, line.executed) for line in lines if line.executed is not None]
    else:
        known = [
            (line, line.budget) for line in lines if line.budget is not None and _row(line, cell.year, own) is kind
        ]
    text = "\n".join(_printed(line, value, unit, alone=len(known) == 1) for line, value in known)
    if not lines and _row(MoneyLine(budget=Decimal(0)), cell.year, own) is kind:
        text = cell.text
    return BudgetAmount.model_validate({"text": text, "years": (cell.year,)}) if text.strip() else None


def _row(line: MoneyLine, year: PrintedNendo, own: Nendo | None) -> BudgetRowKind | None:
    """The stage that an amount is of."""
    running = bool(year.nendo and own and year.nendo.year >= own.year)
    return BudgetRowKind.INITIAL if running and line.stage is Stage.TOTAL else _ROWS.get(line.stage)


def _printed(line: MoneyLine, value: Decimal, unit: str, *, alone: bool) -> str:
    """2,616; with its unit where the rows have none in common, its account where several stand in one cell."""
    amount = f"{value:,f}" + ("" if unit else line.unit)
    account = f"{line.label}：" if line.label and not alone else ""
    return account + (f"〈{amount}〉の内数" if line.included_only else amount)
