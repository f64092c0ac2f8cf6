"""The workbook that came back, marked: a red ground and a comment at each cell that is wrong, and a list in front.

Whatever the file holds is a stranger's: this runs in the worker. Formulas and links to other files are not handed on;
a formula stays as the text it was.
"""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model.asked import FAULTS_WORKSHEET, CellFault
from monosashi.publishing.rounds.looks import FAULT_GROUND, INPUT_GROUND, ground, write
from monosashi.publishing.rounds.page import set_up_page

_AUTHOR = "物差し"
_WIDTH, _HEIGHT = 320, 130


def marked(data: bytes, faults: Sequence[CellFault]) -> bytes:
    """The workbook with its faults marked; marks of an earlier time are gone. Raises what openpyxl raises."""
    workbook = load_workbook(BytesIO(data), keep_links=False)
    if FAULTS_WORKSHEET in workbook.sheetnames:
        workbook.remove(workbook[FAULTS_WORKSHEET])
    for worksheet in workbook.worksheets:
        _make_plain(worksheet)
    for fault in faults:
        if fault.worksheet in workbook.sheetnames:
            _mark(workbook[fault.worksheet], fault)
    _list(workbook, faults)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _make_plain(worksheet: Worksheet) -> None:
    """Without formulas, and without our marks of an earlier time."""
    for row in worksheet.iter_rows():
        for cell in row:
            if not isinstance(cell, Cell):
                continue
            if cell.data_type == "f":
                # an array's or a table's formula is an object with a text
                text = getattr(cell.value, "text", cell.value)
                cell.value = str(text or "=")
                cell.data_type = "s"
                cell.quotePrefix = True
            if cell.comment and cell.comment.author == _AUTHOR:
                cell.comment = None
                if cell.fill.fgColor.rgb == FAULT_GROUND:
                    cell.fill = ground(INPUT_GROUND)


def _mark(worksheet: Worksheet, fault: CellFault) -> None:
    cell = worksheet[fault.cell or "A1"]
    if isinstance(cell, MergedCell):
        merged = next(area for area in worksheet.merged_cells.ranges if fault.cell in area)
        cell = worksheet.cell(merged.min_row, merged.min_col)
    if not isinstance(cell, Cell):
        return
    said = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == _AUTHOR else ""
    cell.fill = ground(FAULT_GROUND)
    cell.comment = Comment(f"{said}{fault.message.ja}", _AUTHOR, height=_HEIGHT, width=_WIDTH)


def _list(workbook: Workbook, faults: Sequence[CellFault]) -> None:
    worksheet = workbook.create_sheet(FAULTS_WORKSHEET, 0)
    write(worksheet.cell(1, 1), f"直すところ（{len(faults)}か所）", size=14, bold=True)
    write(worksheet.cell(2, 1), "直して保存し、もう一度送ってください。このシートは消しても残しても構いません。")
    for column, heading in enumerate(("シート", "セル", "直すこと"), 1):
        write(worksheet.cell(4, column), heading, bold=True)
    for row, fault in enumerate(faults, 5):
        write(worksheet.cell(row, 1), fault.worksheet, wrap=True)
        write(worksheet.cell(row, 2), fault.cell)
        if fault.cell and fault.worksheet in workbook.sheetnames:
            name = fault.worksheet.replace("'", "''")
            worksheet.cell(row, 2).hyperlink = f"#'{name}'!{fault.cell}"
        write(worksheet.cell(row, 3), fault.message.ja, wrap=True)
    for letter, width in (("A", 24), ("B", 10), ("C", 80)):
        worksheet.column_dimensions[letter].width = width
    set_up_page(worksheet, landscape=False)
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is worksheet
    workbook.active = 0
