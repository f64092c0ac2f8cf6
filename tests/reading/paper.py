"""Workbooks with the same words laid out in other ways, as other offices and programs lay them out."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook

from monosashi.reading.excel import read_workbook
from monosashi.reading.grid import GridCell

Cells = list[GridCell]


def cells_of(data: bytes) -> Cells:
    """The cells of a workbook."""
    return list(read_workbook(data).grid.cells)


def workbook(*worksheets: Cells, merge: bool = True) -> bytes:
    """A workbook with those cells, a worksheet each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for n, cells in enumerate(worksheets, 1):
        page = book.create_sheet(f"表{n}")
        for cell in cells:
            target = page.cell(cell.top, cell.left)
            target.value = cell.text
            target.data_type = "s"
            if merge and (cell.bottom, cell.right) != (cell.top, cell.left):
                page.merge_cells(start_row=cell.top, start_column=cell.left, end_row=cell.bottom, end_column=cell.right)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def moved(cells: Iterable[GridCell], down: int = 0, right: int = 0) -> Cells:
    """The same cells elsewhere."""
    return [
        replace(c, top=c.top + down, bottom=c.bottom + down, left=c.left + right, right=c.right + right) for c in cells
    ]


def mirrored(cells: Cells, top: int, bottom: int, columns: int) -> Cells:
    """The columns of some rows in the opposite order. A number stays to the left of its name."""
    return [
        replace(c, left=columns + 1 - c.right, right=columns + 1 - c.left) if top <= c.top <= bottom else c
        for c in cells
    ]


def worded(cells: Cells, change: Callable[[str], str]) -> Cells:
    """The same cells with their words changed."""
    return [replace(cell, text=change(cell.text)) for cell in cells]


def row_of(cells: Cells, word: str) -> int:
    """The first row of the cell that begins with a word."""
    return next(cell.top for cell in cells if "".join(cell.text.split()).startswith(word))
