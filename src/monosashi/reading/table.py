"""Tables: where a form's table stands on the paper, which column is which, and which cells belong to a row.

A table is known by its labels, in whatever order its columns stand. Its header is the rows its labels and year heads
fill; its body runs to the next header, to the notes, or to the end of the paper.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from monosashi.forms import ColumnSpec, TableSpec, label_key
from monosashi.model import Nendo, PrintedNendo
from monosashi.model.nendo import parse_nendo
from monosashi.reading.grid import Grid, GridCell


@dataclass(frozen=True)
class YearHead:
    """A year over a column, and the last column it stands over."""

    cell: GridCell
    year: PrintedNendo
    right: int


@dataclass(frozen=True)
class LabelHead:
    """A label over a column, and the last column it stands over."""

    role: str
    cell: GridCell
    right: int

    def shared_columns(self, cell: GridCell) -> int:
        """How many columns a cell shares with it."""
        return cell.shared_columns(self.cell.left, self.right)


@dataclass(frozen=True)
class Header:
    """The head of one table: its labels by role, its years, and the rows it fills."""

    labels: tuple[LabelHead, ...]
    years: tuple[YearHead, ...]
    top: int
    bottom: int

    def heads(self, role: str) -> list[LabelHead]:
        """The labels of a role, left to right."""
        return [label for label in self.labels if label.role == role]

    def has(self, role: str) -> bool:
        """Whether the table prints that column."""
        return any(label.role == role for label in self.labels)

    def role_of(self, cell: GridCell) -> str:
        """The column a body cell stands in: the one it shares most columns with; nothing where it shares none."""
        best = max(self.labels, key=lambda label: label.shared_columns(cell))
        return best.role if best.shared_columns(cell) else ""


@dataclass(frozen=True)
class Table:
    """A header with the rows of its body."""

    header: Header
    first: int
    last: int


@dataclass
class Band:
    """One entry of a table: the rows it fills, its number's and name's cells."""

    top: int
    bottom: int
    name: GridCell
    number: GridCell | None = None
    number_text: str = ""
    name_text: str = ""
    cells: list[GridCell] = field(default_factory=list)


def find_headers(grid: Grid, spec: TableSpec, like: Nendo | None) -> Iterator[Header]:
    """Each place where the table's labels stand together: the anchor (its first required column) and one more."""
    anchor = next(column for column in spec.columns if not column.optional)
    done = 0
    for cell in grid.cells:
        if cell.top > done and _is_label(cell, anchor):
            header = _header(grid, spec, cell, like)
            if header:
                done = header.bottom
                yield header


def _header(grid: Grid, spec: TableSpec, anchor: GridCell, like: Nendo | None) -> Header | None:
    top, bottom = anchor.top, anchor.bottom
    while True:
        rows = list(grid.in_rows(top, bottom))
        labels = [(column.role, cell) for cell in rows for column in spec.columns if _is_label(cell, column)]
        years = [cell for cell in rows if _year(cell, like)]
        found = [cell for _, cell in labels] + years
        wider = min((cell.top for cell in found), default=top), max((cell.bottom for cell in found), default=bottom)
        below = [cell for cell in grid.in_rows(wider[1] + 1, wider[1] + 1) if cell.top == wider[1] + 1]
        if below and all(_year(cell, like) or any(_is_label(cell, c) for c in spec.columns) for cell in below):
            wider = wider[0], max(cell.bottom for cell in below)
        if wider == (top, bottom):
            break
        top, bottom = wider
    if len({role for role, _ in labels}) < 2:
        return None
    known = {id(cell) for cell in found}
    unknown = [cell for cell in rows if id(cell) not in known and cell.top == top]
    over = [cell for _, cell in labels] + unknown
    heads = [
        LabelHead(role, cell, _reach(cell, over if role in _YEARLY else over + years, grid)) for role, cell in labels
    ]
    yearly = [
        YearHead(cell, PrintedNendo(text=cell.text, nendo=_year(cell, like)), _reach(cell, over + years, grid))
        for cell in years
        if not any(cell.meets_columns(label.left, label.right) for role, label in labels if role not in _YEARLY)
    ]
    heads.sort(key=lambda head: head.cell.left)
    yearly.sort(key=lambda head: head.cell.left)
    return Header(tuple(heads), tuple(yearly), top, bottom)


def _reach(head: GridCell, others: list[GridCell], grid: Grid) -> int:
    """The last column under a head: its own where it is merged, else the one before the next head."""
    following = min((cell.left - 1 for cell in others if cell.left > head.right), default=grid.last_column)
    return max(head.right, following)


#: What a label adds in brackets: 事業名（開始年度）.
_ADDED = re.compile(r"(?<=\S)\s*[(（][^()（）]*[)）]\s*$")
#: A label is shorter; prose is not asked about.
_LONGEST_LABEL = 120


def _is_label(cell: GridCell, column: ColumnSpec) -> bool:
    if len(cell.text) > _LONGEST_LABEL:
        return False
    return label_key(cell.text) in column.keys or label_key(_ADDED.sub("", cell.text)) in column.keys


def _year(cell: GridCell, like: Nendo | None) -> Nendo | None:
    return parse_nendo("".join(cell.text.split()), like)


#: Columns that a year may head; under any other label a year is that column's own.
_YEARLY = ("yearly_target", "yearly_actual", "money", "executed")


def heads_over(years: Iterable[YearHead], cell: GridCell) -> list[YearHead]:
    """The years whose column a cell stands in, or over several of which it is merged."""
    return [head for head in years if cell.meets_columns(head.cell.left, head.right)]
