"""A register's workbook through the office: written from records, read in the worker, and what it says of each."""

from io import BytesIO

from openpyxl import load_workbook

from monosashi.model import Proof, RecordState
from monosashi.model.asked import FAULTS_WORKSHEET
from monosashi.office.recording.papers import marked_workbook, paper_of, register_workbook, returned_records, sent_of
from monosashi.office.recording.sent import record_of_row
from monosashi.registers.entering import record_of
from tests.registers.shipped import REGISTERS

REGISTER = REGISTERS["agreements"]
TYPED = {
    "title": "=覚書",
    "signed_on": "R3.6.18",
    "instrument": "協力覚書",
    "political_level": "はい",
    "countries": "米国、インド",
    "signed_by": "甲\n乙",
}
RECORDS = tuple(
    record_of(
        REGISTER,
        f"K-{n}",
        TYPED,
        office="国際課",
        policy="港の政策",
        state=state,
        proofs=(Proof(url="https://example.go.jp/a", name="報道資料"),),
    )[0]
    for n, state in enumerate(RecordState)
)


def test_left_alone_it_makes_the_same_records_again() -> None:
    data = register_workbook(REGISTER, RECORDS, whose="soumu", made_on="令和3年8月1日")
    sent = sent_of(returned_records(data, "a.xlsx"))
    assert (sent.faults, sent.untaken) == ((), ())
    for row, record in zip(sent.rows, RECORDS, strict=True):
        assert row.texts == {}
        assert record_of_row(row, REGISTER, record) == (record, ())
    assert register_workbook(REGISTER, RECORDS, whose="soumu", made_on="令和3年8月1日") == data


def test_every_column_says_how_it_is_filled_in() -> None:
    columns = {column.code: column for column in paper_of(REGISTER, ()).columns}
    assert [code for code, column in columns.items() if column.told] == ["id", "office"]
    assert columns["state"].choices == ("登録", "下書き", "取消し")
    assert columns["political_level"].choices == ("はい", "いいえ")
    assert columns["instrument"].choices[0] == "協力覚書"


def test_faults_come_back_at_their_cells_and_rows_that_are_gone_are_told() -> None:
    workbook = load_workbook(BytesIO(register_workbook(REGISTER, RECORDS)))
    sheet = workbook[REGISTER.name.ja]
    column = {cell.value: cell.column_letter for cell in sheet[4] if cell.value}
    sheet.delete_rows(8)
    sheet[f"{column['monosashi:signed_on']}6"] = "集計中"
    sheet[f"{column['monosashi:title']}8"] = "新しい覚書"
    out = BytesIO()
    workbook.save(out)
    sent = sent_of(returned_records(out.getvalue(), "a.xlsx"))
    assert [(one.record, one.code) for one in sent.untaken] == [("K-2", "row-gone")]
    assert [(row.id, dict(row.texts)) for row in sent.rows] == [
        ("K-0", {"signed_on": "集計中"}),
        ("K-1", {}),
        ("*3", {"title": "新しい覚書"}),
    ]
    _, faults = record_of_row(sent.rows[0], REGISTER, RECORDS[0])
    place = f"{REGISTER.name.ja}!{column['monosashi:signed_on']}6"
    # the day that cannot be read leaves the required field empty; it is the same cell that is to be mended
    assert [(fault.code, fault.place) for fault in faults] == [("no-day", place)]
    back = load_workbook(BytesIO(marked_workbook(out.getvalue(), "a.xlsx", faults)))
    assert back.sheetnames[0] == FAULTS_WORKSHEET
    comment = back[REGISTER.name.ja][place.rpartition("!")[2]].comment
    assert comment is not None
    assert comment.text == faults[0].ja
