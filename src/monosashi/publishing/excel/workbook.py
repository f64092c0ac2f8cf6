"""A block of boxes as a workbook: rows, columns, merged cells, borders, page set-up."""

from io import BytesIO
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.forms import Form
from monosashi.publishing.excel.archive import settled
from monosashi.publishing.excel.cell_text import cell_text, is_like_formula
from monosashi.publishing.excel.heights import Rows, solved
from monosashi.publishing.excel.looks import NAMES, cell_styles
from monosashi.publishing.excel.pages import Stretch, page_ends
from monosashi.publishing.excel.paper import ABOVE, BELOW, SIDE, Paper
from monosashi.publishing.excel.text_height import height_of
from monosashi.publishing.printing.box import Block, Box

#: What the worksheet is called: the kind of form, in the form's own name.
_KINDS = ("事前分析表", "評価書", "個票", "調書")


def workbook_bytes(block: Block, form: Form, fineness: int) -> bytes:
    """The file. Raises ``CannotPublish`` where a cell cannot hold its text."""
    paper = Paper.of(form, fineness)
    needs = {box: _need(box, paper) for box in block.boxes}
    rows = Rows.of(solved(block.least, [(box.top, box.bottom, need) for box, need in needs.items()]))
    workbook = Workbook()
    worksheet = workbook.worksheets[0]
    worksheet.title = next((kind for kind in _KINDS if kind in form.name.ja), "様式")
    for style in cell_styles(paper):
        workbook.add_named_style(style)
    for box in block.boxes:
        _write(worksheet, box, rows)
    columns = form.paper.columns * fineness
    for column in range(1, columns + 1):
        worksheet.column_dimensions[get_column_letter(column)].width = paper.digits
    for row, height in enumerate(rows.heights, 1):
        worksheet.row_dimensions[row].height = height
    area = f"A1:{get_column_letter(columns)}{max(1, len(rows.heights))}"
    _set_up_page(worksheet, form, paper, area)
    for end in page_ends(rows.heights, _texts(needs, rows), _together(block, rows), paper.page):
        worksheet.row_breaks.append(Break(id=end))
    workbook.properties.creator = "monosashi"
    out = BytesIO()
    workbook.save(out)
    return settled(out.getvalue(), area, paper.default_font)


def _need(box: Box, paper: Paper) -> float:
    return height_of(box.text, (box.right - box.left + 1) * paper.column, paper.size_of(box.look))


def _write(worksheet: Worksheet, box: Box, rows: Rows) -> None:
    top, bottom = rows.of_lines(box.top, box.bottom)
    for row in range(top, bottom + 1):
        for column in range(box.left, box.right + 1):
            # every cell of a merged range: a border is drawn by the cells at its edge
            worksheet.cell(row, column).style = NAMES[box.look]
    cell = worksheet.cell(top, box.left)
    if box.text:
        cell.value = cell_text(box.text, box.path)
        # text, whatever it begins with: openpyxl would make a formula of = and an error of #N/A
        cell.data_type = "s"
        cell.quotePrefix = is_like_formula(box.text)
    if (top, box.left) != (bottom, box.right):
        worksheet.merge_cells(start_row=top, start_column=box.left, end_row=bottom, end_column=box.right)


def _set_up_page(worksheet: Worksheet, form: Form, paper: Paper, area: str) -> None:
    worksheet.sheet_view.showGridLines = False
    worksheet.print_area = area
    worksheet.page_setup.orientation = "landscape" if form.paper.landscape else "portrait"
    worksheet.page_setup.paperSize = paper.number
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.print_options.horizontalCentered = True
    margins = worksheet.page_margins
    margins.left = margins.right = SIDE
    margins.top, margins.bottom = ABOVE, BELOW
    margins.header = margins.footer = 0.2
    footer = HeaderFooterItem()
    footer.center.text, footer.center.size = "&P / &N", 8
    worksheet.HeaderFooter.oddFooter = footer


def _texts(needs: dict[Box, float], rows: Rows) -> list[Stretch]:
    """From where to where each text is printed, in points from the form's top."""
    edges = [0.0, *accumulate(rows.heights)]
    found = []
    for box, need in needs.items():
        first, last = rows.of_lines(box.top, box.bottom)
        top, bottom = edges[first - 1], edges[last]
        start = top if box.at_top else top + (bottom - top - need) / 2
        if box.text:
            found.append((start, min(start + need, bottom)))
    return found


def _together(block: Block, rows: Rows) -> list[Stretch]:
    edges = [0.0, *accumulate(rows.heights)]
    spans = (rows.of_lines(*lines) for lines in block.together)
    return [(edges[first - 1], edges[last]) for first, last in spans]
