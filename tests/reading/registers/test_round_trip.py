"""What was typed into a register's workbook is what its records become, or is refused with its cell; nothing else changes.

A hand is drawn at random over records of every kind of field: it types as people type, pastes formulas and days, leaves
words where a value should be, adds, deletes, inserts and copies rows, sorts them, moves and renames worksheets.
"""

import datetime as dt
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model import FieldKind, FieldText, Record, RegisterField, ReturnedRegister
from monosashi.model.register_paper import column_codes
from monosashi.office.recording.papers import register_workbook, sent_of
from monosashi.office.recording.sent import record_of_row
from monosashi.publishing.registers import marked
from monosashi.reading.registers import read_register
from monosashi.registers.showing import shown
from tests.conftest import Convert
from tests.registers.shipped import EVERY_KIND, field_texts, texts_of

TABLE, ROW = "何でも台帳", 6
COLUMN = {code: n for n, code in enumerate(column_codes(EVERY_KIND), 2)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
REFUSED = ("=SUM(A1:A3)", "=[1]他!A1", '=HYPERLINK("http://example.jp")')
#: Words that no value of these kinds can be.
WORDS = {kind: "集計中" for kind in FieldKind if kind not in {FieldKind.TEXT, FieldKind.NAMES}}

RECORDS = st.lists(st.tuples(*map(field_texts, EVERY_KIND.fields)), max_size=4).map(
    lambda many: tuple(
        Record(kind="everything", id=f"K-{n}", office="課", values=values) for n, values in enumerate(many)
    )
)
MOVES = st.sampled_from(("none", "sort", "insert", "delete", "copy", "rename", "front"))


@dataclass
class Hand:
    """What a hand did, and what must come of it: records by id (new ones by their title), faults by field."""

    expected: dict[str, Record] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    refused: set[tuple[str, int]] = field(default_factory=set)


@st.composite
def typings(draw: st.DrawFn) -> tuple[RegisterField, str, str | None]:
    """A field, what is typed into it, and what it then keeps; None for a word that it cannot keep."""
    one = draw(st.sampled_from(EVERY_KIND.fields))
    text = draw(texts_of(one))
    told = shown(one, text, "ja")
    ways = [text, told]
    if one.kind not in {FieldKind.TEXT, FieldKind.NAMES}:
        ways.append(f"　{told.translate(WIDE)} ")
    if one.kind in WORDS and draw(st.integers(0, 3)) == 0:
        return one, WORDS[one.kind], None
    return one, draw(st.sampled_from(ways)), text


def type_in(sheet: Worksheet, row: int, code: str, typed: str) -> None:
    """Type a text into a cell, as a spreadsheet keeps it."""
    cell = sheet.cell(row, COLUMN[code])
    cell.value, cell.data_type = typed.replace("_x0", "_x005F_x0"), "s"


def changed(record: Record, code: str, text: str) -> Record:
    """The record with another text in a field."""
    texts = {value.field: value.text for value in record.values} | {code: text}
    values = tuple(FieldText(field=one.code, text=texts[one.code]) for one in EVERY_KIND.fields if texts.get(one.code))
    return record.model_copy(update={"values": values})


def edit(
    sheet: Worksheet, records: tuple[Record, ...], typed: list[tuple[RegisterField, str, str | None]], refuse: str
) -> Hand:
    """Type into the rows, one after the other; the last row gets a formula, a new row is filled."""
    hand = Hand({record.id: record for record in records})
    for n, (one, words, kept) in enumerate(typed):
        if not records:
            break
        at = n % len(records)
        record = hand.expected[records[at].id]
        type_in(sheet, ROW + at, one.code, words)
        hand.faulty.discard(f"{record.id}.{one.code}")
        if kept is None:
            hand.faulty.add(f"{record.id}.{one.code}")
        hand.expected[record.id] = changed(record, one.code, kept or "")
    if records and refuse:
        sheet.cell(ROW + len(records) - 1, COLUMN["number"]).value = refuse
        hand.refused.add(("number", ROW + len(records) - 1))
        del hand.expected[records[-1].id]
        hand.faulty = {fault for fault in hand.faulty if not fault.startswith(f"{records[-1].id}.")}
    type_in(sheet, ROW + len(records), "text", "新しい件名")
    day = sheet.cell(ROW + len(records), COLUMN["day"])
    day.value, day.number_format = dt.date(2021, 6, 18), "d-mmm"
    values = {"text": "新しい件名", "day": "2021-06-18"}
    hand.expected["*"] = Record(
        kind="everything",
        id="*",
        values=tuple(
            FieldText(field=one.code, text=values[one.code]) for one in EVERY_KIND.fields if one.code in values
        ),
    )
    return hand


def move(workbook: Workbook, sheet: Worksheet, moving: str, records: tuple[Record, ...], hand: Hand) -> None:
    """Move things about."""
    last = ROW + len(records)
    if moving == "sort":
        rows = [
            [(cell.value, cell.data_type, cell.number_format) for cell in row]
            for row in sheet.iter_rows(min_row=ROW, max_row=last)
        ]
        for n, row in enumerate(reversed(rows)):
            for column, (value, kind, shape) in enumerate(row, 1):
                cell = sheet.cell(ROW + n, column)
                cell.value, cell.data_type, cell.number_format = value, kind, shape
        hand.refused = {(code, ROW + last - row) for code, row in hand.refused}
    elif moving == "insert":
        sheet.insert_rows(ROW)
        hand.refused = {(code, row + 1) for code, row in hand.refused}
    elif moving == "delete" and len(records) > 1:
        sheet.delete_rows(ROW)
        hand.expected.pop("K-0")
        hand.faulty = {fault for fault in hand.faulty if not fault.startswith("K-0.")}
        hand.refused = {(code, row - 1) for code, row in hand.refused}
    elif moving == "copy" and len(records) > 1:
        for column in range(1, len(COLUMN) + 2):
            sheet.cell(last + 1, column).value = sheet.cell(ROW, column).value
            sheet.cell(last + 1, column).data_type = sheet.cell(ROW, column).data_type
        hand.refused.add(("", last + 1))
    elif moving == "rename":
        sheet.title = "別の名前"
    elif moving == "front":
        workbook.move_sheet(sheet, -1)


def check(found: ReturnedRegister, records: tuple[Record, ...], hand: Hand) -> None:
    """That every record becomes what was typed, and what cannot be is told at its field."""
    own = {record.id: record for record in records}
    became, faulty = {}, set()
    for row in sent_of(found).rows:
        empty = Record(kind="everything", id=row.id)
        record, faults = record_of_row(row, EVERY_KIND, own.get(row.id, empty))
        faulty |= {f"{row.id}.{fault.field}" for fault in faults if fault.code != "unfilled"}
        became["*" if row.id.startswith("*") else row.id] = record.model_copy(
            update={"id": "*" if row.id.startswith("*") else row.id}
        )
        assert all(fault.place == row.places[fault.field] for fault in faults)
    assert became == hand.expected
    assert faulty == hand.faulty
    refused = {(fault.cell, fault.worksheet) for fault in found.faults}
    assert len(refused) == len(hand.refused)
    assert {int("".join(filter(str.isdigit, cell))) for cell, _ in refused} == {row for _, row in hand.refused}
    assert found.told == ()


def handled(
    records: tuple[Record, ...], typed: list[tuple[RegisterField, str, str | None]], refuse: str, moving: str
) -> tuple[bytes, Hand]:
    """The workbook after a hand, and what must come of it."""
    workbook = load_workbook(BytesIO(register_workbook(EVERY_KIND, records, blank_rows=3)))
    hand = edit(workbook[TABLE], records, typed, refuse)
    move(workbook, workbook[TABLE], moving, records, hand)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue(), hand


REFUSING = st.sampled_from(("", *REFUSED))


@settings(max_examples=15)
@given(RECORDS, st.lists(typings(), max_size=6), REFUSING, MOVES)
def test_what_was_typed_is_what_the_records_become(
    records: tuple[Record, ...], typed: list[tuple[RegisterField, str, str | None]], refuse: str, moving: str
) -> None:
    data, hand = handled(records, typed, refuse, moving)
    check(read_register(data, "a.xlsx"), records, hand)


@pytest.mark.thorough
@settings(max_examples=500)
@given(RECORDS, st.lists(typings(), max_size=12), REFUSING, MOVES)
def test_what_was_typed_is_what_the_records_become_at_length(
    records: tuple[Record, ...], typed: list[tuple[RegisterField, str, str | None]], refuse: str, moving: str
) -> None:
    """Also when it was sent back with marks, and comes again."""
    data, hand = handled(records, typed, refuse, moving)
    found = read_register(data, "a.xlsx")
    check(found, records, hand)
    if not refuse:
        again = read_register(marked(data, found.faults), "a.xlsx")
        check(again, records, hand)


@pytest.mark.thorough
@pytest.mark.office_suite
@pytest.mark.parametrize("moving", ["none", "sort", "insert", "copy"])
def test_libreoffice_saves_it_without_changing_a_record(soffice: Convert, tmp_path: Path, moving: str) -> None:
    """Records of every kind, with texts that programs trip over, opened and saved again by LibreOffice."""
    wicked = ("=1+1", "'＝1", "_x0041_", "𠮷野", "港の\n様子", "0012")
    texts = {
        "text": "",
        "day": "2021-06-18",
        "choice": "one",
        "countries": "US VN",
        "flag": "true",
        "number": "-1234.5",
        "money": "0.005",
        "company": "8700110005901",
        "names": "甲\n乙",
        "year": "2019",
        "record": "studies/K-1",
    }
    records = tuple(
        Record(
            kind="everything",
            id=f"K-{n}",
            office="課",
            values=tuple(
                FieldText(field=one.code, text={**texts, "text": word}[one.code]) for one in EVERY_KIND.fields
            ),
        )
        for n, word in enumerate(wicked)
    )
    fields = {one.code: one for one in EVERY_KIND.fields}
    typed: list[tuple[RegisterField, str, str | None]] = [
        (fields["number"], "１２", "12"),
        (fields["money"], "集計中", None),
        (fields["day"], "R3.6.20", "2021-06-20"),
    ]
    data, hand = handled(records, typed, "=SUM(A1:A3)", moving)
    file = tmp_path / "register.xlsx"
    file.write_bytes(data)
    saved = soffice(file, "xlsx:Calc MS Excel 2007 XML").read_bytes()
    check(read_register(saved, "a.xlsx"), records, hand)
