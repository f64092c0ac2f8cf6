"""The worksheet of a register: a row a record, then empty rows; what may be filled in is open, the rest locked."""

from collections.abc import Mapping
from copy import copy

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model import PaperColumn, RegisterPaper
from monosashi.model.asked import ROLE_SIGN
from monosashi.model.register_paper import row_mark
from monosashi.publishing.excel.cell_text import cell_text, is_like_formula
from monosashi.publishing.excel.text_height import height_of
from monosashi.publishing.rounds.looks import write, write_fixed, write_heading, write_input
from monosashi.publishing.rounds.page import set_up_page

#: The hidden row of roles, the row of headings below it, and the first record.
ROLES, HEADINGS, FIRST = 4, 5, 6
_NARROW, _PLAIN, _WIDE = 13, 15, 24
#: Where openpyxl keeps how a cell looks; it offers no other way to give two cells one look without making it twice.
_LOOK = "_style"
#: What columns together may be wide before two pages side by side are printed.
_ONE_PAGE = 180
#: Points that one character of a column's width takes, and the highest and lowest row.
_POINTS, _HIGHEST, _LOWEST = 5.25, 400.0, 18.0
#: What a program shows of a prompt's title and text, and how long a list may be that stands in the rule itself.
_LONGEST_TITLE, _LONGEST_PROMPT = 32, 255


def write_table(worksheet: Worksheet, paper: RegisterPaper, lists: Mapping[str, str]) -> None:
    """Fill the worksheet. ``lists``: where the choices of a column stand."""
    write(worksheet.cell(1, 2), paper.name, size=14, bold=True)
    write(worksheet.cell(2, 2), "　".join(filter(None, (paper.whose_name, f"{len(paper.records)}件", paper.made_on))))
    hint = "色の付いた欄に記入してください。新しい記録は、下の空いた行か、増やした行に書きます。"
    write(worksheet.cell(3, 2), hint, size=9)
    write(worksheet.cell(ROLES, 1), f"{ROLE_SIGN}mark", size=8)
    write_heading(worksheet.cell(HEADINGS, 1), "（管理用）", to_fill_in=False)
    for column, one in enumerate(paper.columns, 2):
        write(worksheet.cell(ROLES, column), f"{ROLE_SIGN}{one.code}", size=8)
        heading = f"{one.name}\n（必須）" if one.required else one.name
        write_heading(worksheet.cell(HEADINGS, column), heading, to_fill_in=not one.told)
        worksheet.column_dimensions[get_column_letter(column)].width = _width(one)
    last = FIRST + len(paper.records) + paper.blank_rows - 1
    for row in range(FIRST, last + 1):
        at = row - FIRST
        if at < len(paper.records):
            write_fixed(worksheet.cell(row, 1), row_mark(paper.key, paper.records[at].id))
        _write_row(worksheet, row, paper.columns, paper.records[at].texts if at < len(paper.records) else {})
    _set_up(worksheet, paper, last, lists)


def _width(column: PaperColumn) -> int:
    if column.wide:
        return _WIDE
    return _NARROW if column.code in {"id", "state"} else _PLAIN


def _write_row(worksheet: Worksheet, row: int, columns: tuple[PaperColumn, ...], texts: Mapping[str, str]) -> None:
    needs = [_LOWEST]
    for column, one in enumerate(columns, 2):
        text, cell = texts.get(one.code, ""), worksheet.cell(row, column)
        if row == FIRST or is_like_formula(text):
            (write_fixed if one.told else write_input)(cell, text)
        else:
            # as the first row's cell looks: to make each look anew takes ten times as long
            setattr(cell, _LOOK, copy(getattr(worksheet.cell(FIRST, column), _LOOK)))
            cell.quotePrefix = False
            if text:
                cell.value, cell.data_type = cell_text(text, f"/{cell.coordinate}"), "s"
        if text:
            needs.append(height_of(text, _width(one) * _POINTS, 10))
    worksheet.row_dimensions[row].height = min(_HIGHEST, max(needs))


def _set_up(worksheet: Worksheet, paper: RegisterPaper, last: int, lists: Mapping[str, str]) -> None:
    worksheet.row_dimensions[ROLES].hidden = True
    worksheet.row_dimensions[1].height = 22
    worksheet.row_dimensions[HEADINGS].height = 34
    worksheet.column_dimensions["A"].hidden = True
    worksheet.freeze_panes = f"{get_column_letter(_frozen(paper.columns))}{FIRST}"
    worksheet.sheet_view.showGridLines = False
    for column, one in enumerate(paper.columns, 2):
        letter = get_column_letter(column)
        if not one.told:
            worksheet.add_data_validation(_validation(one, f"{letter}{FIRST}:{letter}{last}", lists))
    protection = worksheet.protection
    # no password: it keeps the hand from slipping, not the owner from working
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = False
    protection.sort = protection.autoFilter = False
    worksheet.auto_filter.ref = f"B{HEADINGS}:{get_column_letter(len(paper.columns) + 1)}{last}"
    worksheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"
    worksheet.print_area = f"B1:{get_column_letter(len(paper.columns) + 1)}{last}"
    set_up_page(worksheet, landscape=True)
    if sum(map(_width, paper.columns)) > _ONE_PAGE:
        worksheet.page_setup.fitToWidth = 2
        worksheet.print_title_cols = "B:D"


def _frozen(columns: tuple[PaperColumn, ...]) -> int:
    """The column behind number, state and the first field, which stay in sight."""
    return min(len(columns), 3) + 2


def _validation(column: PaperColumn, cells: str, lists: Mapping[str, str]) -> DataValidation:
    rule = DataValidation(showInputMessage=bool(column.prompt), allow_blank=True)
    if column.prompt:
        rule.promptTitle = column.name[:_LONGEST_TITLE]
        rule.prompt = column.prompt[:_LONGEST_PROMPT]
    if column.code in lists:
        rule.type = "list"
        rule.formula1 = lists[column.code]
        rule.showErrorMessage = True
        rule.errorTitle = column.name[:_LONGEST_TITLE]
        rule.error = "一覧にある言葉から選んでください。"
    rule.add(cells)
    return rule
