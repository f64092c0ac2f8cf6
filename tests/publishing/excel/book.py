"""A published workbook as the tests look at it: each cell with text by its range."""

import re
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.forms import form
from monosashi.model import Sheet
from monosashi.publishing.excel import sheet_to_excel

FORM = form("soumu-jizen-r3")


def published(sheet: Sheet) -> Worksheet:
    """The worksheet of the sheet's workbook, as another program reads it."""
    return load_workbook(BytesIO(sheet_to_excel(sheet, FORM))).worksheets[0]


def shown(text: str) -> str:
    """What a program shows of a cell's text: _xHHHH_ is the character of that number (ECMA-376, ST_Xstring)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def cells(worksheet: Worksheet) -> dict[str, str]:
    """Each cell with text: its range (A1 or A1:F3) and what it says."""
    ranges = {str(merged).partition(":")[0]: str(merged) for merged in worksheet.merged_cells.ranges}
    return {
        ranges.get(cell.coordinate, cell.coordinate): shown(str(cell.value))
        for row in worksheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def ranges_of(sheet: Sheet, *texts: str) -> list[str]:
    """Where each of the texts is printed."""
    found = {text: place for place, text in cells(published(sheet)).items()}
    return [found[text] for text in texts]
