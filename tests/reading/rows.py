"""Workbooks from rows of texts: an empty text is no cell, 「<」 goes on with the cell to its left, 「^」 with the one above."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from monosashi.model import Reading
from monosashi.reading import read


def workbook_of(*worksheets: Sequence[Sequence[str]]) -> bytes:
    """A workbook with a worksheet for each list of rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for n, rows in enumerate(worksheets, 1):
        page = book.create_sheet(f"表{n}")
        for r, row in enumerate(rows, 1):
            for c, text in enumerate(row, 1):
                if text and text not in "<^":
                    right = c + sum(1 for _ in _run(row[c:], "<"))
                    bottom = r + sum(1 for _ in _run([below[c - 1] for below in rows[r:] if len(below) >= c], "^"))
                    page.cell(r, c).value = text
                    page.cell(r, c).data_type = "s"
                    if (right, bottom) != (c, r):
                        page.merge_cells(start_row=r, start_column=c, end_row=bottom, end_column=right)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _run(texts: Sequence[str], mark: str) -> Sequence[str]:
    found: list[str] = []
    for text in texts:
        if text != mark:
            break
        found.append(text)
    return found


def reading_of(rows: Sequence[Sequence[str]]) -> Reading:
    """The one sheet of a worksheet."""
    (reading,) = read(workbook_of(rows), "paper.xlsx")
    return reading
