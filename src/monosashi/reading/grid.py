"""Grid: the cells of a paper by row and column, whatever kind of file they came from.

Rows and columns are 1-based and inclusive; a merged cell spans several of each. The worksheets of a book are laid one
below the other, so that a table that goes on in the next worksheet is one table; each cell keeps its own place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from monosashi.model import Cell, Place


@dataclass(frozen=True, eq=False)
class GridCell:
    """One cell with text: what it says, the rows and columns it spans, and where it stands (more than one place where
    a page break cut it). ``bordered``: it has a frame of its own; text outside every table has none. ``recognised``: it
    was read from pixels by likeness of shape, and may be misread."""

    text: str
    top: int
    left: int
    bottom: int
    right: int
    places: tuple[Place, ...]
    bordered: bool = True
    recognised: bool = False

    def shown(self) -> tuple[Cell, ...]:
        """The cell as it stands on the paper, once for each of its places."""
        spans = {"rows": self.bottom - self.top + 1, "columns": self.right - self.left + 1}
        return tuple(Cell(place=place, text=self.text, bordered=self.bordered, **spans) for place in self.places)

    def meets_rows(self, top: int, bottom: int) -> bool:
        """Whether it shares a row with a band."""
        return self.top <= bottom and self.bottom >= top

    def meets_columns(self, left: int, right: int) -> bool:
        """Whether it shares a column with a range."""
        return self.left <= right and self.right >= left

    def shared_columns(self, left: int, right: int) -> int:
        """How many columns it shares with a range."""
        return max(0, min(self.right, right) - max(self.left, left) + 1)


@dataclass(frozen=True)
class Grid:
    """Cells in reading order."""

    cells: tuple[GridCell, ...]

    @cached_property
    def _by_row(self) -> dict[int, list[GridCell]]:
        rows: dict[int, list[GridCell]] = {}
        for cell in self.cells:
            for row in range(cell.top, cell.bottom + 1):
                rows.setdefault(row, []).append(cell)
        return rows

    @cached_property
    def last_row(self) -> int:
        """The last row that holds a cell; 0 for an empty grid."""
        return max((cell.bottom for cell in self.cells), default=0)

    @cached_property
    def last_column(self) -> int:
        """The last column that holds a cell; 0 for an empty grid."""
        return max((cell.right for cell in self.cells), default=0)

    def in_rows(self, top: int, bottom: int) -> Iterator[GridCell]:
        """Each cell that shares a row with the band, in reading order, once."""
        seen: set[int] = set()
        for row in range(top, bottom + 1):
            for cell in self._by_row.get(row, ()):
                if id(cell) not in seen:
                    seen.add(id(cell))
                    yield cell

    def right_of(self, cell: GridCell) -> list[GridCell]:
        """The cells of the same rows that begin to the right, nearest first."""
        beside = (other for other in self.in_rows(cell.top, cell.bottom) if other.left > cell.right)
        return sorted(beside, key=lambda other: (other.left, other.top))

    def below(self, cell: GridCell) -> GridCell | None:
        """The nearest cell right below that shares its columns."""
        under = self.in_rows(cell.bottom + 1, cell.bottom + 1)
        return next((other for other in under if other.meets_columns(cell.left, cell.right)), None)

    def between(self, top: int, bottom: int) -> "Grid":
        """The cells that begin in those rows."""
        return Grid(tuple(cell for cell in self.cells if top <= cell.top <= bottom))


@dataclass
class Claims:
    """Which cell was taken by what: fields by their path, furniture by the form; the rest is left over."""

    taken: list[tuple[str, GridCell]] = field(default_factory=list)
    furniture: list[GridCell] = field(default_factory=list)

    def take(self, path: str, cells: Iterable[GridCell]) -> None:
        """A field at ``path`` is printed in these cells."""
        self.taken += [(path, cell) for cell in cells]

    def furnish(self, cells: Iterable[GridCell]) -> None:
        """These cells are labels of the form."""
        self.furniture += cells

    def is_free(self, cell: GridCell) -> bool:
        """Whether nothing has claimed the cell yet."""
        return all(other is not cell for _, other in self.taken) and all(other is not cell for other in self.furniture)


def in_reading_order(cells: Iterable[GridCell]) -> Grid:
    """A grid of cells sorted by row, then column."""
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.top, cell.left))))
