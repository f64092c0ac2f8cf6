"""A page's table: rows of cells with spans, put where the rules of HTML put them.

A cell takes the first free place of its row; ``rowspan=0`` goes to the end of its group of rows, and no cell goes
further than that. The foot of a table is printed last, wherever it is written.

Source: HTML Living Standard, 4.9.12 (table model).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from monosashi.reading.flow import Block, Table, TableCell, TooMany

#: The widest cell HTML knows, and the widest and tallest table that is taken for one.
_WIDEST = 1000
_MOST_COLUMNS = 16384
_MOST_ROWS = 500_000
_TALLEST = 65534


@dataclass(frozen=True)
class Drawn:
    """A cell as it is written: what stands in it and the spans it asks for."""

    content: tuple[Block, ...]
    rows: int
    columns: int


@dataclass
class Group:
    """The rows of a thead, tbody or tfoot."""

    kind: str
    rows: list[list[Drawn]] = field(default_factory=list)


@dataclass
class Draft:
    """A table while it is read."""

    groups: list[Group] = field(default_factory=list)

    def begin_group(self, kind: str) -> None:
        """A thead, tbody or tfoot begins."""
        self.groups.append(Group(kind))

    def begin_row(self) -> None:
        """A row begins; one outside every group makes a body."""
        if not self.groups:
            self.begin_group("tbody")
        self.groups[-1].rows.append([])

    def add(self, cell: Drawn) -> None:
        """A cell ends; one outside every row makes a row."""
        if not self.groups or not self.groups[-1].rows:
            self.begin_row()
        self.groups[-1].rows[-1].append(cell)

    def table(self) -> Table:
        """The table, its head first and its foot last. Raises ``TooMany``."""
        order = {"thead": 0, "tfoot": 2}
        groups = sorted(self.groups, key=lambda group: order.get(group.kind, 1))
        cells: list[TableCell] = []
        first = 0
        for group in groups:
            cells += _placed(group.rows, first)
            first += len(group.rows)
        return Table(tuple(cells), first, max((cell.column + cell.columns for cell in cells), default=0))


def _placed(rows: list[list[Drawn]], first: int) -> Iterator[TableCell]:
    """The cells of a group whose first row is that row of the table."""
    taken: dict[int, int] = {}  # until which row a column is filled from above
    filled = 0
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while taken.get(column, 0) > row:
                column += 1
            height = min(cell.rows or len(rows), len(rows) - row)
            filled += height
            if column + cell.columns > _MOST_COLUMNS or filled > _MOST_ROWS:
                raise TooMany
            for one in range(column, column + cell.columns):
                taken[one] = max(taken.get(one, 0), row + height)
            yield TableCell(first + row, column, height, cell.columns, cell.content)
            column += cell.columns


def span(text: str | None, *, of_rows: bool) -> int:
    """A span as browsers take it: 1 where it is no number, bounded, 0 only for rows."""
    digits = (text or "").strip()
    number = int(digits) if digits.isdecimal() and len(digits) < 10 else 1
    return min(number, _TALLEST) if of_rows else min(number or 1, _WIDEST)
