"""Paper: lines and ruled tables, sixty units wide, that every writer can write.

A table's rows are filled from the left like HTML's: a cell takes ``wide`` units and ``down`` rows, and cells of earlier
rows that reach down keep their places.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 60


@dataclass(frozen=True)
class Cell:
    """A cell of a table. ``label``: shaded; ``across``: left, center; ``vertical``: written downwards."""

    text: str
    wide: int = 1
    down: int = 1
    label: bool = False
    across: str = "left"
    vertical: bool = False
    ruled: bool = True
    diagonal: bool = False


@dataclass(frozen=True)
class Line:
    """A line outside every table."""

    text: str
    across: str = "left"
    strong: bool = False


@dataclass(frozen=True)
class Placed:
    """A cell with its place in the table, 0-based: row, and units from the left."""

    cell: Cell
    row: int
    left: int

    @property
    def right(self) -> int:
        """The unit after its last."""
        return self.left + self.cell.wide

    @property
    def bottom(self) -> int:
        """The row after its last."""
        return self.row + self.cell.down


@dataclass(frozen=True)
class Table:
    """A ruled table."""

    rows: tuple[tuple[Cell, ...], ...]

    def placed(self) -> tuple[Placed, ...]:
        """Every cell with its place. Raises ``ValueError`` where a row does not fill the width, or cells overlap."""
        taken: set[tuple[int, int]] = set()
        found = []
        for row, cells in enumerate(self.rows):
            left = 0
            for cell in cells:
                while (row, left) in taken:
                    left += 1
                spot = {(row + r, left + c) for r in range(cell.down) for c in range(cell.wide)}
                if spot & taken or left + cell.wide > WIDTH:
                    raise ValueError(f"row {row} is too full at {cell.text!r}")
                taken |= spot
                found.append(Placed(cell, row, left))
                left += cell.wide
        gaps = {(r, c) for r in range(len(self.rows)) for c in range(WIDTH)} - taken
        if gaps or len(taken) != len(self.rows) * WIDTH:
            raise ValueError(f"table beginning {self.rows[0][0].text!r} has a gap or overhang at {sorted(gaps)[:3]}")
        return tuple(found)


@dataclass(frozen=True)
class Break:
    """The page ends here: a worksheet of its own follows."""


Block = Line | Table | Break


@dataclass(frozen=True)
class Page:
    """One printed sheet: its blocks and its truth (tables of the contract: rows by column)."""

    blocks: tuple[Block, ...]
    truth: dict[str, list[dict[str, str]]]
    findings: dict[str, list[dict[str, str]]] | None = None


@dataclass(frozen=True)
class Paper:
    """A document. ``grid_paper``: the worksheet keeps all sixty columns; ``typed``: plain numbers are number cells.

    ``portrait``: A4 upright. ``margin``: an empty column and rows before the sheet. ``known``: whether the layout is one that is described.
    """

    name: str
    pages: tuple[Page, ...]
    grid_paper: bool = False
    typed: bool = False
    portrait: bool = False
    known: bool = True
    one_worksheet: bool = False
    margin: bool = False


def label(text: str, wide: int, down: int = 1, *, vertical: bool = False) -> Cell:
    """A shaded, centred cell."""
    return Cell(text, wide, down, label=True, across="center", vertical=vertical)


def middle(text: str, wide: int, down: int = 1) -> Cell:
    """A centred cell."""
    return Cell(text, wide, down, across="center")


def shares(total: int, parts: int) -> list[int]:
    """A width in as equal parts as can be, the wider ones first."""
    return [total // parts + (n < total % parts) for n in range(parts)]


def edges(tables: Iterable[Table]) -> list[int]:
    """The units at which a cell of these tables begins or ends."""
    return sorted({edge for table in tables for one in table.placed() for edge in (one.left, one.right)} | {0, WIDTH})


#: Full-width digits for half-width ones.
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
