"""Table: what a variation prints. Slots on columns and rows of known size; the truth is read off it, not off a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the top left of the page as it is shown."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Slot:
    """A cell: where it begins (0-based), what it spans, what it says. ``\\n`` breaks its line."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    align: str = "left"
    vertical: bool = False

    @property
    def end_row(self) -> int:
        """The first row below it."""
        return self.row + self.rows

    @property
    def end_column(self) -> int:
        """The first column right of it."""
        return self.column + self.columns


@dataclass(frozen=True)
class Table:
    """Slots that tile the rows and columns without a hole; the first ``header`` rows may be repeated on each page."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    slots: tuple[Slot, ...]
    header: int = 0

    @property
    def xs(self) -> tuple[float, ...]:
        """The edges of the columns from the table's left."""
        return tuple(accumulate(self.widths, initial=0.0))

    @property
    def ys(self) -> tuple[float, ...]:
        """The edges of the rows from the table's top."""
        return tuple(accumulate(self.heights, initial=0.0))

    def room(self, slot: Slot) -> Box:
        """The slot's rectangle from the table's top left."""
        xs, ys = self.xs, self.ys
        return Box(xs[slot.column], ys[slot.row], xs[slot.end_column], ys[slot.end_row])

    @property
    def shows_its_edges(self) -> bool:
        """Whether a line inside reaches each of its four edges, so that they are seen without an outer frame."""
        sides = (
            sum(slot.row == 0 for slot in self.slots),
            sum(slot.end_row == len(self.heights) for slot in self.slots),
            sum(slot.column == 0 for slot in self.slots),
            sum(slot.end_column == len(self.widths) for slot in self.slots),
        )
        return min(sides) > 1

    def rows(self, first: int, end: int) -> Iterator[tuple[Slot, int, int]]:
        """The slots that show in rows first..end, each with its first and end row there."""
        for slot in self.slots:
            top, bottom = max(slot.row, first), min(slot.end_row, end)
            if top < bottom:
                yield slot, top, bottom


@dataclass(frozen=True)
class Line:
    """Text outside every table: a title, a sheet number, a note. Points from the page's top left to its baseline."""

    text: str
    x: float
    y: float
    size: float = 9.0


@dataclass(frozen=True)
class Form:
    """A page of a form: tables where they stand, and lines outside them."""

    name: str
    tables: tuple[tuple[float, float, Table], ...]
    lines: tuple[Line, ...] = ()
    width: float = 842.0
    height: float = 595.0
    size: float = 8.0
