"""A bureau's workbook, filled in without a network as an officer would."""

import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import FilePayload


def workbook_file(name: str, data: bytes) -> FilePayload:
    """A workbook as a browser sends it."""
    return {
        "name": name,
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buffer": data,
    }


def filled_in(workbook: bytes) -> bytes:
    """Every value that is asked for, written as ４２ into the cells that are open, as an officer would type it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    for worksheet in book.worksheets:
        for row, column in value_cells(worksheet):
            worksheet.cell(row, column).value = "４２"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def value_cells(worksheet: Worksheet) -> list[tuple[int, int]]:
    """The open cells under the heading of values."""
    for row in worksheet.iter_rows():
        for cell in row:
            row_number, column = cell.row, cell.column
            if not (row_number and column and str(cell.value).endswith("の実績値")):
                continue
            below = range(row_number + 1, worksheet.max_row + 1)
            return [(n, column) for n in below if not worksheet.cell(n, column).protection.locked]
    return []
