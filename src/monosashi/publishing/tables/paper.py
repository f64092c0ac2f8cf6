"""``cells``, ``furniture`` and ``leftover``: what stands where on the paper.

A page of a PDF is measured in points from its top left; a worksheet is a page whose columns are x and whose rows are
y, 1-based and inclusive.
"""

from collections.abc import Iterator

from monosashi.model import Cell, Reading
from monosashi.publishing.tables.table import Row, Table, number, text

_BOX = ("page", "x0", "top", "x1", "bottom")


def cell_rows(reading: Reading) -> Iterator[Row]:
    """Every cell with a frame of its own."""
    yield from (_row(cell) for cell in reading.cells if cell.bordered)


def furniture_rows(reading: Reading) -> Iterator[Row]:
    """What the form prints by itself: labels, page numbers."""
    yield from (_row(cell) for cell in reading.furniture)


def leftover_rows(reading: Reading) -> Iterator[Row]:
    """What no part of the sheet took."""
    yield from (_row(cell) for cell in reading.leftover)


def _row(cell: Cell) -> Row:
    place = cell.place
    box = {name: number(getattr(place, name)) for name in _BOX[1:]}
    spans = {"row_span": str(cell.rows), "column_span": str(cell.columns)}
    return {"page": str(place.page), **box, **spans, "text": text(cell.text)}


CELLS = Table("cells", (*_BOX, "row_span", "column_span", "text"), cell_rows)
FURNITURE = Table("furniture", (*_BOX, "text"), furniture_rows)
LEFTOVER = Table("leftover", (*_BOX, "text"), leftover_rows)
