"""Workbooks that come back otherwise than they went out: what is found again, what is refused, and with which cell."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from monosashi.model import ReturnedPaper
from monosashi.model.asked import COLUMNS, HIDDEN_WORKSHEET, INPUTS
from monosashi.model.error import MonosashiError
from monosashi.publishing.rounds import round_workbook
from monosashi.reading.rounds import read_round
from tests.reading.rounds.papers import FIRST, LETTER, REPORTED, ROW, Hand, by_hand, measure, paper, put


def read(edit: Hand) -> ReturnedPaper:
    return read_round(by_hand(paper(), edit), "a.xlsx")


def faults(found: ReturnedPaper) -> list[str]:
    return [f"{fault.worksheet}!{fault.cell}" for fault in found.faults]


def test_untouched_it_says_nothing() -> None:
    found = read_round(round_workbook(paper(3, 2, reply=REPORTED)), "a.xlsx")
    assert [(line.ask, line.touched, line.edited) for line in found.lines] == [(n, False, False) for n in range(1, 6)]
    assert (found.faults, found.unread) == ((), ())


def test_a_cleared_line_is_blank_and_touched() -> None:
    data = by_hand(paper(1, reply=REPORTED), put({"state": None, "value": None}))
    (line,) = read_round(data, "a.xlsx").lines
    assert (line.reply.blank, line.touched) == (True, True)


def test_columns_are_known_by_their_headings_where_the_hidden_row_is_gone() -> None:
    def edit(workbook: Workbook) -> None:
        put({"value": "77"})(workbook)
        workbook[FIRST].delete_rows(4)

    found = read(edit)
    assert [line.reply.text for line in found.lines if line.touched] == ["77"]
    assert found.faults == ()


def test_a_line_copied_twice_is_refused_where_it_stands_second() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[FIRST]
        for column in range(1, len(COLUMNS) + 1):
            sheet.cell(ROW + 3, column).value = sheet.cell(ROW, column).value

    found = read(edit)
    assert faults(found) == [f"{FIRST}!{LETTER['value']}{ROW + 3}"]
    assert f"{FIRST}の{ROW}行" in found.faults[0].message.ja


def test_a_line_of_another_workbook_is_refused_without_a_word_about_it() -> None:
    other = paper().model_copy(update={"whose": "env-shizen"})
    marks = load_workbook(BytesIO(round_workbook(other)))[FIRST]

    def edit(workbook: Workbook) -> None:
        workbook[FIRST][f"A{ROW}"] = marks[f"A{ROW}"].value

    found = read(edit)
    assert faults(found) == [f"{FIRST}!{LETTER['state']}{ROW}"]
    assert "env" not in found.model_dump_json()


@pytest.mark.parametrize("role", INPUTS)
def test_a_column_that_is_gone_or_doubled_is_named(role: str) -> None:
    name = COLUMNS[role].replace("{year}の", "")

    def gone(workbook: Workbook) -> None:
        workbook[FIRST].delete_cols(list(COLUMNS).index(role) + 1)

    def doubled(workbook: Workbook) -> None:
        workbook[FIRST]["P4"] = f"monosashi:{role}"

    for edit in (gone, doubled):
        found = read(edit)
        assert [name in fault.message.ja for fault in found.faults] == [True]
        assert {line.worksheet for line in found.lines} == {"総務省R4－3"}


@pytest.mark.parametrize(
    ("edit", "cells"),
    [
        (put({"value": "=1+1"}), [f"{LETTER['value']}{ROW}"]),
        (put({"state": "=A1", "note": "=B1"}), [f"{LETTER['state']}{ROW}", f"{LETTER['note']}{ROW}"]),
        (put({"state": "まあまあ"}), [f"{LETTER['state']}{ROW}"]),
        (lambda book: book[FIRST].merge_cells(f"L{ROW}:L{ROW + 1}"), [f"L{ROW}", f"L{ROW + 1}"]),
        (lambda book: book[FIRST].delete_cols(1), ["A1"]),
    ],
)
def test_what_cannot_be_taken_names_its_cell(edit: Hand, cells: list[str]) -> None:
    assert faults(read(edit)) == [f"{FIRST}!{cell}" for cell in cells]


def test_words_beside_the_table_are_told_and_not_taken() -> None:
    def edit(workbook: Workbook) -> None:
        workbook[FIRST][f"Q{ROW}"] = "確認済"
        workbook.create_sheet("控え")["B2"] = "123"

    found = read(edit)
    assert [(one.worksheet, one.cell) for one in found.unread] == [(FIRST, f"Q{ROW}"), ("控え", "B2")]
    assert [line.touched for line in found.lines] == [False] * 5


def test_a_changed_target_is_told_and_not_taken() -> None:
    found = read(put({"target": "9件"}))
    assert [line.edited for line in found.lines] == [True, False, False, False, False]
    assert [line.touched for line in found.lines] == [False] * 5


def test_the_readings_over_words_are_no_part_of_them() -> None:
    """As Excel stores it: the words in the shared strings, their ふりがな beside them."""
    data = by_hand(paper(1), put({"value": "12", "note": "東京"}))
    strings = '<sst xmlns="http://x"><si><t>東</t><r><t>京_x000D_\n</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>'
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w") as archive:
        for name in given.namelist():
            text = given.read(name).decode()
            archive.writestr(name, re.sub(r't="inlineStr"><is><t[^>]*>東京</t></is>', 't="s"><v>0</v>', text))
        archive.writestr("xl/sharedStrings.xml", strings)
    (line,) = read_round(out.getvalue(), "a.xlsx").lines
    assert line.reply.note == "東京"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4", "not-of-round"),
        (b"no workbook", "unreadable"),
        (b"PK\x03\x04 broken", "unreadable"),
        (by_hand(paper(), lambda book: book.remove(book[HIDDEN_WORKSHEET])), "not-of-round"),
        (by_hand(paper(), lambda book: book[HIDDEN_WORKSHEET].delete_rows(2)), "not-of-round"),
        (by_hand(paper(), lambda book: book[HIDDEN_WORKSHEET].__setitem__("B1", "0")), "not-of-round"),
    ],
)
def test_what_is_no_workbook_of_a_round_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MonosashiError) as refused:
        read_round(data, "a.xlsx")
    assert refused.value.code == code


def test_a_name_that_looks_like_a_mark_makes_no_line() -> None:
    asked = paper(1)
    named = measure(1, name="12-deadbeef")
    sheet = asked.sheets[0].model_copy(update={"measures": (named,)})
    found = read_round(round_workbook(asked.model_copy(update={"sheets": (sheet,)})), "a.xlsx")
    assert [(line.ask, line.touched) for line in found.lines] == [(1, False)]
