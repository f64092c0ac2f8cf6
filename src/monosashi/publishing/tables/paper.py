"""``cells``, ``furniture`` and ``leftover``: what stands where on the paper.

A page of a PDF is measured in points from its top left; a worksheet is a page whose columns are x and whose rows are
y, 1-based and inclusive.
"""

from collections.abc import Iterator

from monosashi.model import Cell, Place, Reading
from monosashi.publishing.tables.table import Row, Table, number, text

_BOX = ("page", "x0", "top", "x1", "bottom")


def cell_rows(reading: Reading) -> Iterator[Row]:
    """Every cell of the paper."""
    yield from (_row(cell) for cell in reading.cells)


def furniture_rows(reading: Reading) -> Iterator[Row]:
    """What the form prints by itself: labels, page numbers."""
    yield from (_row(cell) for cell in reading.furniture)


def leftover_rows(reading: Reading) -> Iterator[Row]:
    """What no part of the sheet took."""
    yield from (_row(cell) for cell in reading.leftover)


def _row(cell: Cell) -> Row:
    place = cell.place
    box = {name: number(getattr(place, name)) for name in _BOX[1:]}
    return {"page": str(place.page), **box, **_spans(place), "text": text(cell.text)}


def _spans(place: Place) -> Row:
    """How many rows and columns of a worksheet the cell fills; a place on a page does not say."""
    if not place.worksheet:
        return {}
    return {
        "row_span": number(place.bottom - place.top + 1),
        "column_span": number(place.x1 - place.x0 + 1),
    }


CELLS = Table("cells", (*_BOX, "row_span", "column_span", "text"), cell_rows)
FURNITURE = Table("furniture", (*_BOX, "text"), furniture_rows)
LEFTOVER = Table("leftover", (*_BOX, "text"), leftover_rows)
