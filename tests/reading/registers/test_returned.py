"""A register's workbook that came back: what was left, filled in, added or destroyed, each told for itself."""

import datetime as dt
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from monosashi.model import ReturnedRegister
from monosashi.model.asked import GUIDE_WORKSHEET, HIDDEN_WORKSHEET
from monosashi.publishing.registers import register_workbook
from monosashi.reading.errors import TooBig, UnreadableDocument
from monosashi.reading.limits import Limits
from monosashi.reading.registers import NotOfRegister, read_register
from tests.reading.registers.papers import LETTER, ROW, TABLE, Hand, by_hand, paper, put


def returned(edit: Hand, count: int = 3) -> ReturnedRegister:
    return read_register(by_hand(paper(count), edit), "k.xlsx")


def at(code: str, n: int = 0) -> str:
    return f"{LETTER[code]}{ROW + n}"


def touched(found: ReturnedRegister) -> dict[str, dict[str, str]]:
    return {
        row.id or str(row.row): {code: row.texts[code] for code in row.touched} for row in found.records if row.touched
    }


def told(found: ReturnedRegister) -> list[tuple[str, str]]:
    return [(one.cell, one.message.ja[:12]) for one in found.told]


def wrong(found: ReturnedRegister) -> list[tuple[str, str]]:
    return [(one.cell, one.message.ja[:12]) for one in found.faults]


def test_left_alone_it_says_what_it_was_made_with() -> None:
    found = read_register(register_workbook(paper()), "k.xlsx")
    assert (found.key, found.register_code, found.whose) == ("0123456789abcdef", "consultations", "soumu-kokusai")
    assert [(row.id, row.row, row.touched) for row in found.records] == [("K-1", 6, ()), ("K-2", 7, ()), ("K-3", 8, ())]
    assert (found.faults, found.told, found.missing) == ((), (), ())


def test_what_is_changed_filled_and_emptied_is_told_by_column_with_its_cell() -> None:
    found = returned(
        put({at("title"): "改めた名", at("amount", 1): "１２", at("held_on", 2): None, at("title", 3): "新しい協議"})
    )
    assert touched(found) == {
        "K-1": {"title": "改めた名"},
        "K-2": {"amount": "１２"},
        "K-3": {"held_on": ""},
        "9": {"title": "新しい協議"},
    }
    assert found.records[0].cells["title"] == "D6"
    assert found.made_with["K-1"].keys() == {"id", "state", "title", "held_on", "amount", "note", "office"}


def test_numbers_and_days_are_taken_by_value() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        for n, (value, shape) in enumerate(
            [
                (8700110005901, "0.00E+00"),
                (12.4, "0"),
                (12, "00000"),
                (1234, "#,##0"),
                (0.1 + 0.2, "General"),
                (0.5, "0%"),
            ]
        ):
            sheet[at("amount", n)], sheet[at("amount", n)].number_format = value, shape
        for n, (day, shape) in enumerate(
            [
                (dt.date(2021, 6, 18), "d-mmm"),
                (dt.datetime.fromisoformat("2021-06-18 13:30"), "yyyy/m/d"),
                (dt.date(1900, 1, 31), "yyyy/m/d"),
            ]
        ):
            sheet[at("held_on", n)], sheet[at("held_on", n)].number_format = day, shape

    found = returned(edit)
    assert [row.texts["amount"] for row in found.records] == ["8700110005901", "12.4", "00012", "1,234", "0.3", "50%"]
    assert [row.texts["held_on"] for row in found.records][:3] == ["2021-06-18", "2021-06-18 13:30", "1900-01-31"]


def test_formulas_errors_and_merged_cells_are_refused_with_their_rows() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        sheet[at("amount")] = "=SUM(A1:A3)"
        sheet[at("amount", 1)], sheet[at("amount", 1)].data_type = "#REF!", "e"
        sheet.merge_cells(f"{at('note', 2)}:{at('note', 3)}")

    found = returned(edit)
    assert found.records == ()
    assert wrong(found) == [
        (at("amount"), "数式（=SUM(A1:A"),
        (at("amount", 1), "エラー（#REF!）にな"),
        (at("note", 2), "結合されたセルで、どの記"),
    ]
    assert found.missing == ()


def test_deleting_or_emptying_a_row_deletes_no_record() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        for code in ("state", "title", "held_on"):
            sheet[at(code, 1)] = None
        sheet.delete_rows(ROW)

    found = returned(edit)
    assert [row.id for row in found.records] == ["K-3"]
    assert found.missing == ("K-1", "K-2")
    assert told(found) == [(at("state"), "この行は空にされています")]
    assert found.faults == ()


def test_inserted_sorted_and_moved_rows_are_known_again() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=ROW, max_row=ROW + 2)]
        for n, row in enumerate(reversed(rows)):
            for column, value in enumerate(row, 1):
                sheet.cell(ROW + n, column).value = value
        sheet.insert_rows(ROW + 1)
        sheet[at("title", 1)] = "挿まれた協議"
        sheet.title = "別の名前"
        workbook.move_sheet(sheet, 1)

    found = returned(edit)
    assert [(row.id, row.worksheet, row.row) for row in found.records] == [
        *(("K-3", "別の名前", 6), ("K-2", "別の名前", 8), ("K-1", "別の名前", 9), ("", "別の名前", 7)),
    ]
    assert touched(found) == {"7": {"title": "挿まれた協議"}}


def test_copied_rows_are_told_apart() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        for column in range(1, 9):
            sheet.cell(ROW + 3, column).value = sheet.cell(ROW, column).value
            if column > 1:
                sheet.cell(ROW + 4, column).value = sheet.cell(ROW + 1, column).value
        sheet[at("title", 3)] = "写して直した"

    found = returned(edit)
    assert wrong(found) == [(at("id", 4), "この行の番号の記録はもう"), (at("state", 3), f"この行は、{TABLE}の6")]
    assert touched(found) == {}


def test_a_mark_of_another_workbook_is_no_mark() -> None:
    found = returned(put({f"A{ROW}": "K-1#00000000", f"A{ROW + 3}": "K-9#5ffa9136", at("title", 3): "よその行"}))
    assert wrong(found) == [(at("state"), "この行は、このブックの記"), (at("state", 3), "この行は、このブックの記")]
    assert (found.missing, [row.id for row in found.records]) == ((), ["K-2", "K-3"])


def test_what_is_only_told_is_not_taken() -> None:
    edit = put({at("office"): "別の課", at("id", 3): "K-99", at("title", 3): "新しい", "J7": "横の言葉"})
    found = returned(edit)
    assert told(found) == [
        (at("office"), "この欄は書き換えても反映"),
        (at("id", 3), "この欄は書き換えても反映"),
        ("J7", "ここに書かれた言葉は、記"),
    ]
    assert touched(found) == {"9": {"title": "新しい"}}


def test_a_column_that_is_gone_leaves_its_field_alone() -> None:
    found = returned(lambda workbook: workbook[TABLE].delete_cols(5))
    assert [row.touched for row in found.records] == [(), (), ()]
    assert "held_on" not in found.records[0].texts
    assert told(found) == [("A1", "消された列があります。そ")]


def test_a_column_that_stands_twice_is_a_fault() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TABLE]
        sheet["I4"] = "monosashi:amount"
        sheet[f"I{ROW}"] = "7"

    assert wrong(returned(edit)) == [("I5", "「amount」の列が二")]


def test_words_on_another_worksheet_are_told() -> None:
    found = returned(lambda workbook: workbook.create_sheet("覚え").append(["あとで"]))
    assert [(one.worksheet, one.cell) for one in found.told] == [("覚え", "A1")]


@pytest.mark.parametrize("gone", ["roles", "marks"])
def test_without_its_signs_the_table_cannot_be_read(gone: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[TABLE].delete_rows(4) if gone == "roles" else workbook[TABLE].delete_cols(1)

    found = returned(edit)
    assert wrong(found) == [("A1", "列を見分ける隠れた行か列")]
    assert found.records == ()


def _without_table(workbook: Workbook) -> None:
    del workbook[TABLE]


def _without_hidden(workbook: Workbook) -> None:
    del workbook[HIDDEN_WORKSHEET]


def _other_layout(workbook: Workbook) -> None:
    workbook[HIDDEN_WORKSHEET]["B1"] = "register-0"


@pytest.mark.parametrize("edit", [_without_table, _without_hidden, _other_layout])
def test_what_is_no_workbook_of_a_register_is_refused(edit: Hand) -> None:
    with pytest.raises(NotOfRegister) as told:
        returned(edit)
    assert told.value.code == "not-of-register"


def test_other_files_are_refused() -> None:
    with pytest.raises(NotOfRegister):
        read_register("番号,件名\n".encode(), "k.csv")
    data = register_workbook(paper())
    with pytest.raises(UnreadableDocument):
        read_register(data[: len(data) // 2], "k.xlsx")
    with pytest.raises(TooBig):
        read_register(data, "k.xlsx", Limits(cells=50))


def test_only_the_table_is_read_and_the_guide_is_not() -> None:
    found = returned(lambda workbook: workbook[GUIDE_WORKSHEET].append(["済み"]))
    assert (found.told, found.faults) == ((), ())


def test_nothing_is_calculated_and_nothing_else_is_in_the_file() -> None:
    with ZipFile(BytesIO(register_workbook(paper()))) as archive:
        assert not [name for name in archive.namelist() if "external" in name or "vba" in name.lower()]
