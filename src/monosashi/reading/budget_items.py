"""Budget items: the lines of a 個別票１－２, the items of the budget (会計, 組織/勘定, 項, 事項) that pay for the policy.

● marks what pays for this policy wholly, ◆ what pays for others too; amounts in 〈 〉 are 内数 and never added.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import Form, label_key
from monosashi.model import BudgetItem, Label, MoneyCell, Nendo
from monosashi.model.budget import printed_unit
from monosashi.reading.budget import read_years
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.table import LabelHead, YearHead

#: The columns that only such a table has; two of them beside each other make one.
_OWN = frozenset({"account", "organisation", "item", "matter"})
_MARKS = ("●", "◆", "○", "◇")


@dataclass(frozen=True)
class ItemTable:
    """One table of items: its columns, the years over its amounts, its rows, and the unit."""

    columns: tuple[LabelHead, ...]
    years: tuple[YearHead, ...]
    labels: tuple[GridCell, ...]
    unit: str
    top: int
    first: int
    last: int


def find_items(grid: Grid, form: Form, like: Nendo | None) -> list[ItemTable]:
    """Every table of items on the paper, each to the next one or to the end of the paper."""
    if not form.has("items"):
        return []
    found: list[ItemTable] = []
    done = 0
    for cell in grid.cells:
        if cell.top > done and (table := _table(grid, form, cell, like)):
            done = table.first - 1
            found.append(table)
    return found


def _table(grid: Grid, form: Form, cell: GridCell, like: Nendo | None) -> ItemTable | None:
    spec = form.table("items")
    row = sorted(grid.in_rows(cell.top, cell.bottom), key=lambda one: one.left)
    columns = [(column.role, one) for one in row for column in spec.columns if label_key(one.text) in column.keys]
    if cell is not columns[0][1] if columns else True:
        return None
    if len(_OWN & {role for role, _ in columns}) < 2:
        return None
    years = read_years([one for one in row if one.left > columns[0][1].left], like)
    numbers = [("number", one) for one in row if label_key(one.text) in ("番号", "no")]
    heads = sorted([*columns, *numbers], key=lambda head: head[1].left)
    bottom = max(one.bottom for one in row)
    side = spec.side.keys if spec.side else frozenset[str]()
    above = [
        one for one in grid.in_rows(max(1, cell.top - 2), cell.top - 1) if label_key(one.text) in side or _is_unit(one)
    ]
    return ItemTable(
        columns=tuple(LabelHead(role, one, one.right) for role, one in heads),
        years=tuple(YearHead(one, year, one.right) for one, year in years),
        labels=(*above, *(one for _, one in heads)),
        unit=next((unit for one in (*row, *above) if (unit := printed_unit(one.text))), ""),
        top=min([cell.top, *(one.top for one in above)]),
        first=bottom + 1,
        last=grid.last_row,
    )


def _is_unit(cell: GridCell) -> bool:
    return bool(printed_unit(cell.text)) and len(cell.text) < 12


def read_items(
    grid: Grid, tables: list[ItemTable], unit: str, claims: Claims
) -> tuple[tuple[BudgetItem, ...], list[tuple[Label, GridCell]]]:
    """The lines, sums included, and the labels around them. ``unit``: what the sheet prints elsewhere."""
    found: list[BudgetItem] = []
    labels: list[tuple[Label, GridCell]] = []
    for table in tables:
        labels += [(Label(role="items.column", text=cell.text), cell) for cell in table.labels]
        labels += [(Label(role="items.year", text=head.cell.text), head.cell) for head in table.years]
        mark = ""
        for cells in _lines(grid, table):
            marks = [cell for cell in cells if cell.text.strip()[:1] in _MARKS or _group_mark(cell)]
            if marks:
                mark = _group_mark(marks[0]) or marks[0].text.strip()[:1]
            found.append(_item(table, cells, marks, mark, unit, f"/budget_items/{len(found)}", claims))
    return tuple(found), labels


def _lines(grid: Grid, table: ItemTable) -> Iterator[list[GridCell]]:
    """The cells of each line: those that begin in its row."""
    for row in sorted({cell.top for cell in grid.in_rows(table.first, table.last) if cell.top >= table.first}):
        cells = [cell for cell in grid.in_rows(row, row) if cell.top == row]
        if any(head.cell.shared_columns(cell.left, cell.right) for cell in cells for head in table.years):
            yield sorted(cells, key=lambda cell: cell.left)


def _group_mark(cell: GridCell) -> str:
    """The mark that a label over several lines names: 対応表において●となっているもの."""
    return next((mark for mark in _MARKS if mark in cell.text and "対応表" in cell.text), "")


def _item(
    table: ItemTable, cells: list[GridCell], marks: list[GridCell], mark: str, unit: str, path: str, claims: Claims
) -> BudgetItem:
    said: dict[str, str] = {}
    for cell in cells:
        role = _role(table, cell, marks)
        if role and role not in said:
            said[role] = cell.text
            claims.take(f"{path}/{role}", [cell])
        elif any(cell is one for one in marks):
            claims.take(f"{path}/mark", [cell])
    amounts: list[MoneyCell] = []
    for head in table.years:
        own = [cell for cell in cells if cell.meets_columns(head.cell.left, head.right)]
        if own:
            at = f"{path}/amounts/{len(amounts)}"
            claims.take(at, own)
            claims.take(f"{at}/year", [head.cell])
            amounts.append(MoneyCell.read("\n".join(cell.text for cell in own), head.year, table.unit or unit))
    return BudgetItem(mark="" if "total" in said else mark, amounts=tuple(amounts), **said)


def _role(table: ItemTable, cell: GridCell, marks: list[GridCell]) -> str:
    """The column a cell stands in; a 小計 spans several."""
    if any(cell is one for one in marks) or any(cell.meets_columns(h.cell.left, h.right) for h in table.years):
        return ""
    if label_key(cell.text) in ("小計", "合計", "計", "総計"):
        return "total"
    best = max(table.columns, key=lambda head: head.shared_columns(cell))
    return best.role if best.shared_columns(cell) and best.role in {*_OWN, "number"} else ""
