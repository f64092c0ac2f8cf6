"""The workbook a bureau is sent: what is open, what is locked, what is out of sight; and the marked one sent back."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from monosashi.model import CellFault, Message
from monosashi.model.asked import COLUMNS, FAULTS_WORKSHEET, GUIDE_WORKSHEET, HIDDEN_WORKSHEET, INPUTS, STATE_CHOICES
from monosashi.publishing.rounds import marked, round_workbook
from monosashi.reading.rounds import read_round
from tests.reading.rounds.papers import FIRST, LETTER, REPORTED, ROW, by_hand, measure, paper, put


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def test_only_what_is_to_be_filled_in_is_open() -> None:
    workbook = opened(round_workbook(paper(3, 2, reply=REPORTED)))
    assert workbook.sheetnames == [GUIDE_WORKSHEET, "総務省R4－2", "総務省R4－3", HIDDEN_WORKSHEET]
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook.worksheets)
    open_cells = {cell.coordinate for row in workbook[FIRST].iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{LETTER[role]}{row}" for role in INPUTS for row in range(ROW, ROW + 3)}
    assert {workbook[FIRST][cell].number_format for cell in open_cells} == {"@"}


def test_ids_are_out_of_sight() -> None:
    workbook = opened(round_workbook(paper()))
    assert workbook[HIDDEN_WORKSHEET].sheet_state == "veryHidden"
    sheet = workbook[FIRST]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[4].hidden
    visible = [cell.value for row in sheet.iter_rows(min_col=2) for cell in row if cell.row != 4 and cell.value]
    assert not any("monosashi" in str(value) for value in visible)


def test_what_one_needs_is_in_sight() -> None:
    sheet = opened(round_workbook(paper(1, reply=REPORTED)))[FIRST]
    line = {role: sheet.cell(ROW, n).value for n, role in enumerate(COLUMNS, 1)}
    assert {role: text for role, text in line.items() if text and role != "ask"} == {
        "number": "①",
        "name": "工事の件数1\n＜アウトプット＞",
        "definition": "港の様子が分かるため。",
        "baseline": "1,240件\n（令和２年度）",
        "target": "1,300件程度\n（令和５年度）",
        "past": "令和３年度：1,250件",
        "unit": "件",
        "state": "実績",
        "value": "12",
    }
    assert [sheet.cell(5, n).value for n in (7, 12)] == ["令和4年度の目標", "令和4年度の実績値"]


def test_states_are_chosen_from_a_list_and_pages_are_set_up() -> None:
    sheet = opened(round_workbook(paper()))[FIRST]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert (
        rules[f"{LETTER['state']}{ROW}:{LETTER['state']}{ROW + 2}"].formula1 == f'"{",".join(STATE_CHOICES.values())}"'
    )
    assert all(rule.prompt for rule in rules.values())
    last = get_column_letter(len(COLUMNS))
    assert sheet.print_area == f"'{FIRST}'!$B$1:${last}${ROW + 2}"
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (
        "$5:$5",
        "landscape",
        1,
    )


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert round_workbook(paper()) == round_workbook(paper())


def test_a_text_that_looks_like_a_formula_is_text() -> None:
    asked = paper(1)
    wicked = measure(1, name="=cmd|'/c calc'!A0", definition="@SUM(A1)")
    sheet = asked.sheets[0].model_copy(update={"measures": (wicked,), "identifier": "=1+1:[x]/y*?", "name": "+1"})
    workbook = opened(round_workbook(asked.model_copy(update={"sheets": (sheet,), "note": "=2"})))
    kinds = {cell.data_type for one in workbook.worksheets for row in one.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    assert workbook.sheetnames[1] == "=1+1xy"


def test_policies_of_one_name_get_worksheets_of_their_own() -> None:
    asked = paper(1, 1, 1)
    same = tuple(sheet.model_copy(update={"identifier": "総務省R4－" + "長" * 40}) for sheet in asked.sheets)
    names = opened(round_workbook(asked.model_copy(update={"sheets": same}))).sheetnames[1:-1]
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 31


FAULTS = (
    CellFault(worksheet=FIRST, cell=f"{LETTER['value']}{ROW}", message=Message(ja="数式です。", en="A formula.")),
    CellFault(worksheet=FIRST, cell=f"{LETTER['note']}{ROW + 1}", message=Message(ja="長すぎます。", en="Too long.")),
)


def test_errors_come_back_in_the_workbook_itself() -> None:
    came = by_hand(paper(), put({"value": "=1+1", "evidence": "=[1]x!A1"}))
    back = opened(marked(came, FAULTS))
    assert back.sheetnames[0] == FAULTS_WORKSHEET
    listed = [[cell.value for cell in row] for row in back[FAULTS_WORKSHEET].iter_rows(min_row=5, max_col=3)]
    assert listed == [[one.worksheet, one.cell, one.message.ja] for one in FAULTS]
    said = {
        cell.coordinate: cell.comment.text
        for row in back[FIRST].iter_rows()
        for cell in row
        if cell.comment is not None
    }
    assert said == {one.cell: one.message.ja for one in FAULTS}
    assert [
        (back[FIRST][f"{LETTER[role]}{ROW}"].value, back[FIRST][f"{LETTER[role]}{ROW}"].data_type)
        for role in ("value", "evidence")
    ] == [
        ("=1+1", "s"),
        ("=[1]x!A1", "s"),
    ]


def test_a_marked_workbook_that_was_put_right_is_read_and_marked_anew() -> None:
    back = opened(marked(by_hand(paper(), put({"value": "=1+1"})), FAULTS))
    back[FIRST][f"{LETTER['value']}{ROW}"] = "2"
    out = BytesIO()
    back.save(out)
    found = read_round(out.getvalue(), "a.xlsx")
    assert ([line.reply.text for line in found.lines if line.touched], found.faults, found.unread) == (["2"], (), ())
    again = opened(marked(out.getvalue(), FAULTS[1:]))
    assert [cell.coordinate for row in again[FIRST].iter_rows() for cell in row if cell.comment] == [FAULTS[1].cell]
    assert len(list(again[FAULTS_WORKSHEET].iter_rows(min_row=5))) == 1
