"""A register's workbook: what is open, what is locked, what is out of sight; and the marked one sent back."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from monosashi.model import CellFault, Message, PaperColumn
from monosashi.model.asked import FAULTS_WORKSHEET, GUIDE_WORKSHEET, HIDDEN_WORKSHEET
from monosashi.publishing.refusal import CannotPublish
from monosashi.publishing.registers import marked, register_workbook
from monosashi.reading.registers import read_register
from tests.reading.registers.papers import INPUTS, LETTER, ROW, TABLE, by_hand, paper, put


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def test_only_what_is_to_be_filled_in_is_open() -> None:
    workbook = opened(register_workbook(paper(3, 4)))
    assert workbook.sheetnames == [GUIDE_WORKSHEET, TABLE, HIDDEN_WORKSHEET]
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook.worksheets)
    open_cells = {cell.coordinate for row in workbook[TABLE].iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{LETTER[code]}{row}" for code in INPUTS for row in range(ROW, ROW + 7)}
    assert {workbook[TABLE][cell].number_format for cell in open_cells} == {"@"}


def test_ids_digests_and_lists_are_out_of_sight() -> None:
    workbook = opened(register_workbook(paper()))
    assert workbook[HIDDEN_WORKSHEET].sheet_state == "veryHidden"
    sheet = workbook[TABLE]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[4].hidden
    visible = [cell.value for row in sheet.iter_rows(min_col=2) for cell in row if cell.row != 4 and cell.value]
    assert not any("monosashi" in str(value) or "#" in str(value) for value in visible)


def test_rows_that_are_there_and_empty_ones_to_be_filled() -> None:
    sheet = opened(register_workbook(paper(2, 3)))[TABLE]
    assert [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=5)] == [
        ["番号", "状態", "件名\n（必須）", "開催日\n（必須）", "額（百万円）", "補足", "担当"],
        ["K-1", "登録", "第1回協議", "令和3年6月18日", None, None, "国際課"],
        ["K-2", "登録", "第2回協議", "令和3年6月18日", None, None, "国際課"],
        *([[None] * 7] * 3),
    ]


def test_choices_are_lists_however_long_and_prompts_stand_by() -> None:
    long = tuple(f"選択肢{n}、「{'長' * 30}」" for n in range(12))
    made = paper().model_copy(
        update={"columns": (*paper().columns, PaperColumn(code="form", name="形式", choices=long))}
    )
    workbook = opened(register_workbook(made))
    rules = {str(rule.sqref): rule for rule in workbook[TABLE].data_validations.dataValidation}
    lists = {cells: rule.formula1 for cells, rule in rules.items() if rule.type == "list"}
    assert lists == {"C6:C12": f"{HIDDEN_WORKSHEET}!$D$1:$D$3", "I6:I12": f"{HIDDEN_WORKSHEET}!$E$1:$E$12"}
    assert [workbook[HIDDEN_WORKSHEET].cell(n, 5).value for n in range(1, 13)] == list(long)
    assert rules["D6:D12"].prompt == "協議の名前"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert register_workbook(paper()) == register_workbook(paper())


@pytest.mark.parametrize("n", [0, 2])
def test_a_text_that_looks_like_a_formula_is_text(n: int) -> None:
    words = ["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "＝１"]
    made = paper(3, title=words[0], note=words[1]).model_copy(update={"name": "=1+1:[x]/y*?", "whose_name": words[2]})
    records = list(made.records)
    records[n] = records[n].model_copy(update={"texts": {**records[n].texts, "title": words[3], "note": words[4]}})
    data = register_workbook(made.model_copy(update={"records": tuple(records)}))
    cells = [
        cell for one in opened(data).worksheets for row in one.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.quotePrefix for cell in cells if str(cell.value) in words} == {True}
    assert [row.touched for row in read_register(data, "k.xlsx").records] == [(), (), ()]


def test_what_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(CannotPublish):
        register_workbook(paper(2, title="長" * 32_768))


def test_errors_come_back_in_the_workbook_itself() -> None:
    fault = CellFault(
        worksheet=TABLE, cell=f"{LETTER['held_on']}{ROW}", message=Message(ja="日付ではありません。", en="No day.")
    )
    came = by_hand(paper(), put({fault.cell: "6月", f"{LETTER['note']}{ROW}": "=1+1"}))
    back = opened(marked(came, [fault]))
    assert back.sheetnames == [FAULTS_WORKSHEET, GUIDE_WORKSHEET, TABLE, HIDDEN_WORKSHEET]
    comment = back[TABLE][fault.cell].comment
    assert comment is not None
    assert comment.text == "日付ではありません。"
    assert (back[TABLE][f"{LETTER['note']}{ROW}"].value, back[TABLE][f"{LETTER['note']}{ROW}"].data_type) == (
        "=1+1",
        "s",
    )
    again = read_register(marked(came, [fault]), "k.xlsx")
    assert {row.id: row.touched for row in again.records if row.touched} == {"K-1": ("held_on", "note")}
    assert (again.faults, again.told) == ((), ())
