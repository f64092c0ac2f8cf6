"""How the cells of a round's workbook look: what is asked in plain ink, what is to be filled in on a light ground."""

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from monosashi.publishing.excel.cell_text import cell_text, is_like_formula

#: The Gothic of the ministries' own workbooks (see ``monosashi.publishing.excel.looks``).
FONT = "ＭＳ Ｐゴシック"
SIZE = 10
INPUT_GROUND = "FFFFF9DB"
FAULT_GROUND = "FFFFC9C9"
_LINE = Side(style="thin", color="FF8A8A8A")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def write(cell: Cell | MergedCell, text: str, *, size: float = SIZE, bold: bool = False, wrap: bool = False) -> None:
    """A text, whatever it begins with."""
    if text:
        cell.value = cell_text(text, f"/{cell.coordinate}")
        cell.data_type = "s"
    cell.number_format = "@"
    cell.font = Font(name=FONT, size=size, bold=bold, charset=128, family=3)
    cell.alignment = Alignment(vertical="top", wrap_text=wrap)
    cell.quotePrefix = is_like_formula(text)


def write_heading(cell: Cell | MergedCell, text: str, *, to_fill_in: bool) -> None:
    """A column's heading."""
    write(cell, text, bold=True, wrap=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _BOX
    cell.fill = ground("FFFFE08A" if to_fill_in else "FFE7E6E6")


def write_fixed(cell: Cell | MergedCell, text: str) -> None:
    """What is in sight and not to be changed."""
    write(cell, text, size=9, wrap=True)
    cell.border = _BOX


def write_input(cell: Cell | MergedCell, text: str) -> None:
    """A cell to be filled in: open where the worksheet is locked, and a text whatever is typed, so that 12.50 stays."""
    write(cell, text, wrap=True)
    cell.border = _BOX
    cell.fill = ground(INPUT_GROUND)
    cell.protection = Protection(locked=False)


def ground(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", fgColor=colour)
