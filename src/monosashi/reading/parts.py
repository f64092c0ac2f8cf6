"""Parts: where the tables of a sheet stand on its paper, what stands outside them, and the labels around them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from monosashi.forms import Form, indicator_words, label_key
from monosashi.model import Label, Nendo
from monosashi.reading.budget import BudgetBlock, find_budgets
from monosashi.reading.budget_items import ItemTable, find_items
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.labels import statement_labels
from monosashi.reading.notes import note_rows
from monosashi.reading.programme_list import list_rows
from monosashi.reading.programmes import total_cells
from monosashi.reading.sections import measure_tables
from monosashi.reading.table import Header, Table, find_headers

#: Tables that have finders of their own.
_FOUND_APART = ("budget", "indicators", "items")


@dataclass(frozen=True)
class Parts:
    """Where the tables of a sheet stand on its paper, which rows are notes, and which a label of the head begins."""

    tables: tuple[tuple[str, Table], ...]
    budgets: tuple[BudgetBlock, ...]
    items: tuple[ItemTable, ...]
    notes: frozenset[int]
    labelled: frozenset[int]

    def of(self, part: str) -> list[Table]:
        """The tables of a part, from the top."""
        return [table for found, table in self.tables if found == part]

    def fills(self, cell: GridCell) -> bool:
        """Whether a cell stands in a table, or is a note."""
        rows = [(table.header.top, table.last) for _, table in self.tables]
        rows += [(table.top, table.last) for table in self.items]
        in_rows = cell.top in self.notes or any(top <= cell.top <= bottom for top, bottom in rows)
        return in_rows or any(block.fills(cell) for block in self.budgets)


def find_parts(grid: Grid, form: Form, like: Nendo | None) -> Parts:
    """Every table of the form that stands on the paper, with the rows of its body: to the next table, the next labelled
    text of the head, the notes or the paper's end."""
    notes = frozenset(note_rows(grid))
    others = [spec for spec in form.tables if spec.part not in _FOUND_APART]
    headers: list[tuple[str, Header]] = [(s.part, header) for s in others for header in find_headers(grid, s, like)]
    headers += [("indicators", header) for header in measure_tables(grid, indicator_words(form), like)]
    headers.sort(key=lambda found: found[1].top)
    budgets = tuple(find_budgets(grid, form, like))
    items = find_items(grid, form, like)
    stops = [header.top for _, header in headers] + [block.top for block in budgets] + sorted(notes)
    stops += [*list_rows(grid, form), *(table.top for table in items)]
    labelled = frozenset(_statement_rows(grid, form, [header for _, header in headers]))
    stops += labelled

    def end(row: int) -> int:
        return min([stop for stop in stops if stop > row], default=grid.last_row + 1) - 1

    tables = [(part, _table(grid, part, header, end(header.bottom))) for part, header in headers]
    limited = tuple(replace(table, last=end(table.first - 1)) for table in items)
    return Parts(tuple(tables), budgets, limited, notes, labelled)


def _table(grid: Grid, part: str, header: Header, last: int) -> Table:
    """A table with its body. One that has its columns ends, too, where a line of text crosses them."""
    for row in range(header.bottom + 1, last + 1) if part != "indicators" else ():
        cells = list(grid.in_rows(row, row))
        if len(cells) == 1 and sum(label.shared_columns(cells[0]) > 0 for label in header.labels) > 1:
            last = row - 1
            break
    return Table(header, header.bottom + 1, last)


def _statement_rows(grid: Grid, form: Form, headers: list[Header]) -> list[int]:
    """The rows that a label of the head begins: in their first or second cell, or before its text alone in the row."""
    labels = statement_labels(form)
    in_heads = {id(head.cell) for header in headers for head in header.labels}
    rows: list[int] = []
    for cell in grid.cells:
        alone = len(list(grid.in_rows(cell.top, cell.top))) == 1
        if id(cell) not in in_heads and (labels.named(cell.text) or (alone and labels.leading(cell.text))):
            before = [c for c in grid.in_rows(cell.top, cell.top) if c.left < cell.left]
            if len(before) < 2:
                rows.append(cell.top)
    return rows


def table_labels(grid: Grid, parts: Parts, form: Form) -> Iterator[tuple[Label, GridCell]]:
    """The labels of columns, sides and totals as printed, each role once a table."""
    for spec in form.tables:
        own = parts.of(spec.part)
        if not own:
            continue
        order = [column.role for column in spec.columns]
        first = own[0].header
        for cell in _side_cells(grid, first, spec.side.keys if spec.side else frozenset()):
            yield Label(role=f"{spec.part}.side", text=cell.text), cell
        for head in sorted(first.labels, key=lambda head: order.index(head.role) if head.role in order else len(order)):
            yield Label(role=f"{spec.part}.{head.role}", text=head.cell.text), head.cell
        for table in own:
            for cell in total_cells(grid, table, spec.total):
                yield Label(role=f"{spec.part}.total", text=cell.text), cell


def _side_cells(grid: Grid, header: Header, keys: frozenset[str]) -> list[GridCell]:
    """The label beside a table, or over it."""
    near = grid.in_rows(max(1, header.top - 1), header.bottom)
    return [cell for cell in near if label_key(cell.text) in keys][:1]


def furnish_repeats(tables: list[tuple[str, Table]], claims: Claims) -> None:
    """A head that is printed again on the next page says nothing new."""
    seen: set[str] = set()
    for part, table in tables:
        if part in seen:
            claims.furnish(head.cell for head in table.header.labels)
        seen.add(part)
