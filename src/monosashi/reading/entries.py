"""Entries: the body of a table of indicators cut into its measures, each with its number, its group and its name.

An entry begins where its name begins and runs to the next. A number stands in a cell of its own beside the name, or leads
its text.
"""

from collections.abc import Iterable

from monosashi.model.mark import parse_number
from monosashi.reading.body import Body
from monosashi.reading.entry import SUB_MARK, Entry, take_leading_number
from monosashi.reading.entry_groups import grouped, members_of_one_cell, sharing_rows
from monosashi.reading.grid import GridCell
from monosashi.reading.measure_head import VALUES
from monosashi.reading.table import Table


def entries(table: Table, body: Body) -> list[Entry]:
    """The measures of a table, in printed order."""
    column = _name_column(body)
    numbers = [cell for cell in column if _is_number(cell, column)]
    rest = [cell for cell in column if not _among(cell, numbers)]
    over = [cell for cell in rest if _names_a_group(cell, numbers, rest)]
    names = [cell for cell in rest if not _among(cell, over)]
    found = [_entry(name, numbers, over) for name in names]
    for n, entry in enumerate(found):
        entry.bottom = max(entry.top, found[n + 1].top - 1) if n + 1 < len(found) else _end(entry, body, table)
        entry.cells = [
            cell for cell in body.cells if cell.meets_rows(entry.top, entry.bottom) and not _is_heading(cell, body)
        ]
        entry.has_values = any(_is_value(cell, body) for cell in entry.cells)
    apart = [one for entry in _repeated(grouped(found), body) for one in members_of_one_cell(entry)]
    return sharing_rows(apart, body)


def _repeated(found: list[Entry], body: Body) -> list[Entry]:
    """The entries, those of one measure joined where its name is printed again beside each year."""
    kept: list[Entry] = []
    for entry in found:
        last = kept[-1] if kept else None
        same = last and (last.number_text, last.name_text) == (entry.number_text, entry.name_text)
        if last and same and any(year.meets_rows(entry.top, entry.bottom) for year in body.years):
            last.bottom, last.cells = entry.bottom, [*last.cells, *(c for c in entry.cells if c is not entry.name)]
            last.numbers += entry.numbers
            last.again.append(entry.name)
        else:
            kept.append(entry)
    return kept


def _among(cell: GridCell, others: Iterable[GridCell]) -> bool:
    return any(cell is other for other in others)


def _name_column(body: Body) -> list[GridCell]:
    """The cells that hold numbers, names and groups: those under their label, else those to the left of every head."""
    header = body.header
    roles = ("indicator", "number") if header.has("indicator") or header.has("number") else ()
    labels = [*body.row_labels, *body.years]
    goals = [head.right for head in (*header.heads("goal"), *header.heads("lever"))]
    found = []
    for cell in body.cells:
        if _among(cell, labels) or _is_heading(cell, body):
            continue
        role = header.role_of(cell)
        if (
            role in roles
            or (not role and cell.right < header.left and not goals)
            or (not role and _is_bare_number(cell))
        ):
            found.append(cell)
    return found


def _is_bare_number(cell: GridCell) -> bool:
    return parse_number(cell.text).value is not None


def _is_heading(cell: GridCell, body: Body) -> bool:
    """Whether a line runs over the names and the values: it belongs to no measure."""
    header = body.header
    over = [label for label in header.labels if label.cell.left >= cell.left and label.cell.right <= cell.right]
    return len({label.role for label in over}) > 2 and "indicator" in {label.role for label in over}


def _is_number(cell: GridCell, column: list[GridCell]) -> bool:
    if not _is_bare_number(cell):
        return False
    beside = (other for other in column if other is not cell and other.meets_rows(cell.top, cell.bottom))
    return any(not _is_bare_number(other) for other in beside)


def _names_a_group(cell: GridCell, numbers: list[GridCell], rest: list[GridCell]) -> bool:
    """Whether the name stands to the left of numbers that have names of their own."""
    inner = [number for number in numbers if number.left > cell.right and number.meets_rows(cell.top, cell.bottom)]
    if any(
        name.left > number.right and name.meets_rows(number.top, number.bottom) for number in inner for name in rest
    ):
        return True
    members = [name for name in rest if name.left > cell.right and name.meets_rows(cell.top, cell.bottom)]
    return bool(members) and all(SUB_MARK.fullmatch(name.text) for name in members)


def _entry(name: GridCell, numbers: list[GridCell], over: list[GridCell]) -> Entry:
    own = sorted((n for n in numbers if n.meets_rows(name.top, name.bottom)), key=lambda n: n.left)
    here = [n for n in own if n.top == name.top] or own
    entry = Entry(name.top, name.bottom, name, name_text=name.text)
    if here:
        left = here[0] if len(own) == 1 else own[0]
        entry.number, entry.number_text, entry.numbers = left, left.text, [left]
        inner = next((n for n in own if n is not left and n.left > left.right), None)
        if inner and parse_number(inner.text).circled:
            entry.sub, entry.numbers = inner.text.strip(), [left, inner]
    entry.group = next((cell for cell in over if cell.meets_rows(name.top, name.bottom)), None)
    entry.group_text = entry.group.text if entry.group else ""
    if not entry.number:
        take_leading_number(entry)
    return entry


def _is_value(cell: GridCell, body: Body) -> bool:
    """Whether a cell holds a value of a measure, or its label."""
    return body.header.role_of(cell) in _VALUE_ROLES or _among(cell, body.row_labels)


_VALUE_ROLES = VALUES | {"met"}


def _end(entry: Entry, body: Body, table: Table) -> int:
    """Where the last entry ends: with its merged name, or its number's, else with the last row that goes on without a
    gap and without a line over the whole table."""
    merged = [cell.bottom for cell in (entry.name, *entry.numbers) if cell.bottom > cell.top]
    if merged:
        return max(merged)
    row = entry.name.bottom
    while any(c.top == row + 1 for c in body.cells) and not any(
        c.top == row + 1 and _is_heading(c, body) for c in body.cells
    ):
        row += 1
    return min(row, table.last)
