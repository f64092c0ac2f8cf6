"""The budget's tables: stages by years, and the lines of the budget that pay for the policy."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import Sheet
from monosashi.publishing.html.shown import ShownFinding
from monosashi.publishing.html.years import YearCell, YearColumn, year_cells, year_columns

#: The columns of an item, in the form's order.
ITEM_PARTS = ("mark", "number", "account", "organisation", "item", "matter", "total")


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row: its path, its label as printed, its amounts laid into the years, and what was found about it."""

    path: str
    label: str
    cells: tuple[YearCell, ...]
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """One table. ``label``: as printed; ``unit``: the one its labels give, nothing where they give none."""

    label: str
    unit: str
    years: tuple[YearColumn, ...]
    rows: tuple[BudgetLine, ...]


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The items: the columns that are filled, the years, and each line's path with its amounts."""

    parts: tuple[str, ...]
    years: tuple[YearColumn, ...]
    rows: tuple[BudgetLine, ...]


def budget_tables(sheet: Sheet, findings: Sequence[ShownFinding]) -> tuple[BudgetTable, ...]:
    """Every table of a budget that the sheet prints."""
    found = []
    for b, budget in enumerate(sheet.budgets):
        years = year_columns(year for row in budget.rows for one in row.amounts for year in one.years)
        rows = []
        for r, row in enumerate(budget.rows):
            path = f"/budgets/{b}/rows/{r}"
            cells = year_cells(years, [(f"{path}/amounts/{a}", one.years) for a, one in enumerate(row.amounts)])
            rows.append(BudgetLine(path, row.label, cells, _under(findings, path)))
        unit = next((row.unit for row in budget.rows if row.unit), "")
        found.append(BudgetTable(budget.label, unit, years, tuple(rows)))
    return tuple(found)


def item_table(sheet: Sheet, findings: Sequence[ShownFinding]) -> ItemTable:
    """The lines of the budget that pay for the policy."""
    years = year_columns(cell.year for item in sheet.budget_items for cell in item.amounts)
    parts = tuple(part for part in ITEM_PARTS if any(getattr(item, part) for item in sheet.budget_items))
    rows = []
    for n, item in enumerate(sheet.budget_items):
        path = f"/budget_items/{n}"
        cells = year_cells(years, [(f"{path}/amounts/{a}", (cell.year,)) for a, cell in enumerate(item.amounts)])
        rows.append(BudgetLine(path, "", cells, _under(findings, path)))
    return ItemTable(parts, years, tuple(rows))


def _under(findings: Sequence[ShownFinding], path: str) -> tuple[ShownFinding, ...]:
    return tuple(finding for finding in findings if finding.anchor.startswith(f"{path}/"))
