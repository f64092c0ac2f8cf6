"""What was typed into a round's workbook is what is read from it, or is refused with its cell; nothing else changes.

A hand is drawn at random: it fills cells, pastes numbers, formulas and dates, moves, deletes and inserts rows, moves
columns and renames worksheets.
"""

import datetime as dt
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from monosashi.model import Reply, ReturnedPaper, RoundPaper, State
from monosashi.model.asked import COLUMNS, HIDDEN_WORKSHEET, STATE_CHOICES, ask_mark
from monosashi.publishing.rounds import round_workbook
from monosashi.reading.rounds import read_round
from tests.conftest import Convert
from tests.reading.rounds.papers import ROW, paper

#: Texts as officers type them; each comes back as it is.
TEXTS = (
    *("１２．５０", "△1,234", "▲５", "1,234件", "45件程度（うち政務レベル19件程度）", "0", "0012", "1E5", "12.50"),
    *("=1+1", "+5", "-3件", "@SUM", "＝１", "'12", "調査を要する", "港の\n様子", "_x0041_", "100％", "𠮷野", "約４割"),
)
#: Numbers with the format they stand in, and what that shows.
NUMBERS = (
    *((12.5, "0.00", "12.50"), (1234, "#,##0", "1,234"), (0.635, "0.0%", "63.5%"), (41, '0"件"', "41件")),
    *((-5, "#,##0;△#,##0", "△5"), (0, "General", "0"), (0.1 + 0.2, "General", "0.3"), (12, "@", "12")),
)
REFUSED = (
    *(
        "=SUM(A1:A3)",
        "=[1]他の表!A1",
        "=cmd|'/c calc'!A0",
        dt.date(2023, 4, 1),
        dt.date(2022, 12, 3),
        True,
        "#REF!",
    ),
    *('=HYPERLINK("http://example.jp")',),
)
STATES = tuple((words, state) for state, words in STATE_CHOICES.items() if state is not State.REPORTED)

Filling = tuple[str, Any]

FILLING: st.SearchStrategy[Filling] = st.one_of(
    st.just(("leave", None)),
    st.tuples(st.just("text"), st.sampled_from(TEXTS)),
    st.tuples(st.just("number"), st.sampled_from(NUMBERS)),
    st.tuples(st.just("refused"), st.sampled_from(REFUSED)),
    st.tuples(st.just("state"), st.sampled_from(STATES)),
)
MOVING = st.sampled_from(
    ["none", "reverse", "delete first", "insert blank", "insert filled", "columns", "rename", "last first"]
)


@dataclass
class Expected:
    """What must come back: replies by ask, asks left as they were, and cells refused by worksheet."""

    replies: dict[int, Reply] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)


def fill(worksheet: Worksheet, row: int, filling: Filling) -> Reply | None:
    """Type into a line; the reply it must give, None where it is refused."""
    kind, what = filling
    value, state = worksheet.cell(row, _at("value")), worksheet.cell(row, _at("state"))
    if kind == "text":
        # as spreadsheets store it: what looks like an escaped character has its first mark escaped
        value.value, value.data_type = str(what).replace("_x0", "_x005F_x0"), "s"
        return Reply(state=State.REPORTED, text=str(what))
    if kind == "number":
        assert isinstance(what, tuple)
        value.value, value.number_format = what[0], what[1]
        return Reply(state=State.REPORTED, text=what[2])
    if kind == "state":
        assert isinstance(what, tuple)
        state.value = what[0]
        return Reply(state=what[1])
    value.value = what
    if what == "#REF!":
        value.data_type = "e"
    if isinstance(what, dt.date):
        value.number_format = "yyyy/m/d"
    return None


def _at(role: str) -> int:
    return list(COLUMNS).index(role) + 1


def swap(worksheet: Worksheet, first: tuple[int, int], second: tuple[int, int]) -> None:
    """Exchange two cells with all that is in them."""
    one, other = worksheet.cell(*first), worksheet.cell(*second)
    was = one.value, one.data_type, one.number_format
    one.value, one.data_type, one.number_format = other.value, other.data_type, other.number_format
    other.value, other.data_type, other.number_format = was


def move(workbook: Workbook, worksheet: Worksheet, moving: str, count: int) -> int | None:
    """Move things about; the row of a line that was inserted with words in it."""
    last = ROW + count - 1
    if moving == "reverse":
        for n in range(count // 2):
            for column in range(1, len(COLUMNS) + 1):
                swap(worksheet, (ROW + n, column), (last - n, column))
    elif moving == "delete first":
        worksheet.delete_rows(ROW)
    elif moving == "insert blank":
        worksheet.insert_rows(ROW)
    elif moving == "insert filled":
        worksheet.cell(last + 1, _at("value")).value = "77"
        return last + 1
    elif moving == "columns":
        for row in range(1, last + 1):
            swap(worksheet, (row, _at("value")), (row, _at("note")))
            swap(worksheet, (row, _at("ask")), (row, _at("unit")))
    elif moving == "rename":
        worksheet.title = "別の名前"
    elif moving == "last first":
        workbook.move_sheet(worksheet, 1 - len(workbook.sheetnames))
    return None


def edited(asked: RoundPaper, fillings: list[Filling], moving: str) -> tuple[bytes, Expected]:
    """The workbook after the hand, and what must come back."""
    workbook = load_workbook(BytesIO(round_workbook(asked)))
    expected, at = Expected(), 0
    for sheet in asked.sheets:
        worksheet = workbook[sheet.identifier]
        for row, one in enumerate(sheet.measures, ROW):
            filling = fillings[at % len(fillings)]
            at += 1
            if filling[0] == "leave":
                expected.left.add(one.ask)
            elif reply := fill(worksheet, row, filling):
                expected.replies[one.ask] = reply
            else:
                expected.refused.add(one.ask)
    first = asked.sheets[0]
    if moving == "delete first":
        gone = first.measures[0].ask
        expected.replies.pop(gone, None)
        expected.left.discard(gone)
        expected.refused.discard(gone)
    if move(workbook, workbook[first.identifier], moving, len(first.measures)):
        expected.refused.add(0)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue(), expected


def asks_at(data: bytes, asked: RoundPaper, found: ReturnedPaper) -> set[int]:
    """The asks on whose lines the refused cells stand; 0 for a line of no ask."""
    marks = {ask_mark(asked.key, asked.whose, one.ask): one.ask for sheet in asked.sheets for one in sheet.measures}
    workbook = load_workbook(BytesIO(data))
    asks = set()
    for fault in found.faults:
        row = workbook[fault.worksheet][fault.cell].row
        asks |= {marks[str(cell.value)] for cell in workbook[fault.worksheet][row] if str(cell.value) in marks} or {0}
    return asks


def check(data: bytes, asked: RoundPaper, expected: Expected) -> None:
    """That what comes back is what was typed."""
    found = read_round(data, "a.xlsx")
    assert {line.ask: line.reply for line in found.lines if line.touched} == expected.replies
    assert {line.ask for line in found.lines if not line.touched} == expected.left
    assert asks_at(data, asked, found) == expected.refused
    assert [line.ask for line in found.lines if line.edited] == []
    assert found.unread == ()
    assert (found.key, found.whose) == (asked.key, asked.whose)


@settings(max_examples=12)
@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=3),
    st.lists(FILLING, min_size=1, max_size=6),
    MOVING,
)
def test_what_was_typed_is_what_is_read(counts: list[int], fillings: list[Filling], moving: str) -> None:
    asked = paper(*counts)
    data, expected = edited(asked, fillings, moving)
    check(data, asked, expected)


@pytest.mark.thorough
@settings(max_examples=600)
@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=3),
    st.lists(FILLING, min_size=1, max_size=9),
    MOVING,
)
def test_what_was_typed_is_what_is_read_at_length(counts: list[int], fillings: list[Filling], moving: str) -> None:
    asked = paper(*counts)
    data, expected = edited(asked, fillings, moving)
    check(data, asked, expected)


@pytest.mark.thorough
@pytest.mark.office_suite
@pytest.mark.parametrize("moving", ["none", "reverse", "insert filled", "columns", "rename"])
def test_libreoffice_saves_it_without_changing_an_answer(soffice: Convert, tmp_path: Path, moving: str) -> None:
    """Everything at once in one workbook, opened and saved again by LibreOffice."""
    fillings: list[Filling] = [
        *(("text", text) for text in TEXTS),
        *(("number", number) for number in NUMBERS),
        # what LibreOffice itself makes another formula or an error of is tried apart
        *(("refused", one) for one in REFUSED if not isinstance(one, str) or one.startswith("=SUM")),
        *(("state", one) for one in STATES),
        ("leave", None),
    ]
    asked = paper(len(fillings) - 4, 4)
    data, expected = edited(asked, fillings, moving)
    file = tmp_path / "round.xlsx"
    file.write_bytes(data)
    saved = soffice(file, "xlsx:Calc MS Excel 2007 XML").read_bytes()
    assert load_workbook(BytesIO(saved))[HIDDEN_WORKSHEET].sheet_state != "visible"
    check(saved, asked, expected)
