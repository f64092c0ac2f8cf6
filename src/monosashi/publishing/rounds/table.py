"""One policy's worksheet: a line a measure, what is known on the left, what is to be filled in on the right."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model.asked import (
    COLUMNS,
    INPUTS,
    ROLE_SIGN,
    STATE_CHOICES,
    AskedMeasure,
    AskedSheet,
    Reply,
    RoundPaper,
    ask_mark,
)
from monosashi.model.date import print_date
from monosashi.model.nendo import Nendo
from monosashi.publishing.excel.text_height import height_of
from monosashi.publishing.rounds.looks import write, write_fixed, write_heading, write_input
from monosashi.publishing.rounds.page import set_up_page

#: The hidden row of roles, the row of headings below it, and the first line.
_ROLES, _HEADINGS, _FIRST = 4, 5, 6
#: Column widths in characters.
_WIDTHS = {
    "ask": 4,
    "number": 6,
    "name": 26,
    "definition": 34,
    "baseline": 13,
    "target": 13,
    "year_target": 13,
    "past": 22,
    "unit": 7,
    "remark": 14,
    "state": 11,
    "value": 16,
    "year": 10,
    "note": 26,
    "evidence": 22,
}
#: Points that one character of a column's width takes, and the highest row that programs allow.
_POINTS, _HIGHEST = 5.25, 400.0
_LOWEST = 34.0
#: What a cell says when it is chosen.
_PROMPTS = {
    "state": ("回答の区分", "一覧から選びます。値があるときは「実績」です。"),
    "value": ("実績値", "書いたとおりに残ります。数式は使えません。値がないときは空けて、区分を選びます。"),
    "year": (
        "値の年度",
        "その年度の値がなく、最新の値を書いたときだけ、その年度を書きます（例：令和4年度、R4、2022）。",
    ),
    "note": ("補足", "値が大きく変わった訳など。"),
    "evidence": ("根拠資料", "統計や資料の名前又はアドレス（URL）。"),
}


def write_table(worksheet: Worksheet, paper: RoundPaper, sheet: AskedSheet) -> None:
    """Fill the worksheet."""
    year = str(Nendo(year=paper.nendo))
    name_at = list(COLUMNS).index("number") + 1
    write(worksheet.cell(1, name_at), f"{sheet.identifier}　{sheet.name}", size=14, bold=True)
    asked = f"{paper.name}（{year}の実績）　回答者：{paper.whose_name}　期限：{print_date(paper.deadline)}"
    write(worksheet.cell(2, name_at), asked)
    write(worksheet.cell(3, name_at), "色の付いた欄に記入してください。空けた行は、前のまま変わりません。", size=9)
    for column, (role, heading) in enumerate(COLUMNS.items(), 1):
        write(worksheet.cell(_ROLES, column), f"{ROLE_SIGN}{role}", size=8)
        write_heading(worksheet.cell(_HEADINGS, column), heading.format(year=year), to_fill_in=role in INPUTS)
        worksheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[role]
    for row, measure in enumerate(sheet.measures, _FIRST):
        _write_line(worksheet, row, measure, ask_mark(paper.key, paper.whose, measure.ask))
    _set_up(worksheet, _FIRST + len(sheet.measures) - 1)


def _write_line(worksheet: Worksheet, row: int, measure: AskedMeasure, mark: str) -> None:
    printed = {"ask": mark, **measure.printed}
    typed = typed_texts(measure.reply)
    for column, role in enumerate(COLUMNS, 1):
        cell = worksheet.cell(row, column)
        if role in INPUTS:
            write_input(cell, typed[role])
        else:
            write_fixed(cell, printed[role])
    texts = {**printed, **typed}
    needs = (height_of(texts[role], _WIDTHS[role] * _POINTS, 9.5) for role in COLUMNS if role != "ask")
    worksheet.row_dimensions[row].height = min(_HIGHEST, max(_LOWEST, *needs))


def typed_texts(reply: Reply) -> dict[str, str]:
    """A reply as the cells to be filled in show it, by role."""
    return {
        "state": STATE_CHOICES[reply.state] if reply.state else "",
        "value": reply.text,
        "year": str(Nendo(year=reply.year)) if reply.year else "",
        "note": reply.note,
        "evidence": reply.evidence,
    }


def _set_up(worksheet: Worksheet, last: int) -> None:
    worksheet.row_dimensions[_ROLES].hidden = True
    worksheet.row_dimensions[1].height = 22
    worksheet.row_dimensions[_HEADINGS].height = 34
    worksheet.column_dimensions["A"].hidden = True
    worksheet.freeze_panes = f"{get_column_letter(list(COLUMNS).index('definition') + 1)}{_FIRST}"
    worksheet.sheet_view.showGridLines = False
    for role in INPUTS:
        letter = get_column_letter(list(COLUMNS).index(role) + 1)
        worksheet.add_data_validation(_validation(role, f"{letter}{_FIRST}:{letter}{last}"))
    # no password: it keeps the hand from slipping, not the owner from working
    worksheet.protection.sheet = True
    worksheet.protection.formatColumns = False
    worksheet.protection.formatRows = False
    worksheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    worksheet.print_area = f"B1:{get_column_letter(len(COLUMNS))}{last}"
    set_up_page(worksheet, landscape=True)


def _validation(role: str, cells: str) -> DataValidation:
    title, prompt = _PROMPTS[role]
    rule = DataValidation(showInputMessage=True, promptTitle=title, prompt=prompt, allow_blank=True)
    if role == "state":
        rule.type = "list"
        rule.formula1 = '"{}"'.format(",".join(STATE_CHOICES.values()))
        rule.showErrorMessage = True
        rule.errorTitle = "回答の区分"
        rule.error = "一覧にある言葉から選んでください。"
    rule.add(cells)
    return rule
