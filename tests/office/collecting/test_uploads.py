"""A workbook that comes back: shown as what it would do, taken over whole, and every crossing of ways told."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from monosashi.office.collecting import (
    Typed,
    answer,
    marked_workbook,
    plan,
    readdress,
    set_aside,
    set_closed,
    take,
    upload,
    uploads_of,
    workbook_of,
)
from monosashi.office.collecting.refusals import AnswersMoved, NoSuchRound, OtherWorkbook, WorkbookRefused
from monosashi.store.models import Answer, KeptDocument, LogEntry
from tests.office.collecting.rounds import filled, lines, opened_round
from tests.world import World

A, B, OTHER = "soumu-R4-2", "soumu-R4-3", "soumu-R4-5"
#: The value and the state of the one line of each policy's worksheet.
VALUE_A, VALUE_B, STATE_B = "総務省R4－2!L6", "総務省R4－3!L6", "総務省R4－3!K6"


def sent(world: World, round_id: int, cells: dict[str, str], username: str = "bureau") -> int:
    """The bureau's workbook, filled in and uploaded."""
    data = filled(world, round_id, username, "soumu-kokusai", cells)
    return upload(world.actor(username), round_id, data, "記入済み.xlsx")


def test_what_it_would_do_is_shown_and_then_done(world: World) -> None:
    round_id, bureau = opened_round(world), world.actor("bureau")
    answer(bureau, round_id, {lines(world, round_id)[A].id: Typed(value="5")})
    number = sent(world, round_id, {VALUE_A: "１３００", STATE_B: "集計中"})
    found = plan(bureau, round_id, number)
    assert [(one.line.slug, one.doing, one.at, one.crossed) for one in found.lines] == [
        (A, "changed", VALUE_A, False),
        (B, "added", VALUE_B, False),
    ]
    assert (found.ready, Answer.objects.count()) == (True, 1)
    done = take(bureau, round_id, number, found.sign)
    assert (done.added, done.changed, done.left) == (1, 1, 0)
    assert {slug: line.printed for slug, line in lines(world, round_id, "bureau").items()} == {
        A: "１３００件",
        B: "集計中",
    }
    newest = Answer.objects.filter(by_workbook=True).select_related("source")
    document = KeptDocument.objects.get()
    assert {one.source for one in newest} == {document}
    told = json.loads(LogEntry.objects.filter(verb="answer").order_by("-number")[0].record)["details"]
    assert told["workbook"] == document.sha256
    assert [one.state for one in uploads_of(bureau, round_id)] == ["taken"]
    with pytest.raises(AnswersMoved):
        take(bureau, round_id, number, found.sign)


def test_one_wrong_cell_and_nothing_is_taken(world: World) -> None:
    round_id, bureau = opened_round(world), world.actor("bureau")
    number = sent(world, round_id, {VALUE_A: "1300", VALUE_B: "=1+1"})
    found = plan(bureau, round_id, number)
    assert [f"{fault.worksheet}!{fault.cell}" for fault in found.faults] == [VALUE_B]
    assert not found.ready
    with pytest.raises(AnswersMoved):
        take(bureau, round_id, number, found.sign)
    assert Answer.objects.count() == 0
    name, data = marked_workbook(bureau, round_id, number)
    comment = load_workbook(BytesIO(data))["総務省R4－3"]["L6"].comment
    assert (name, comment is not None and "数式（=1+1）" in comment.text) == ("記入済み_直すところ.xlsx", True)
    set_aside(bureau, round_id, number)
    assert plan(bureau, round_id, number).state == "set_aside"


def test_an_answer_given_since_is_told_before_it_is_replaced(world: World) -> None:
    round_id, bureau = opened_round(world), world.actor("bureau")
    asked = lines(world, round_id)
    data = filled(world, round_id, "bureau", "soumu-kokusai", {VALUE_A: "1300"})
    untouched = workbook_of(bureau, round_id, "soumu-kokusai")[1]
    answer(world.actor("division"), round_id, {asked[A].id: Typed(value="5")})
    number = upload(bureau, round_id, data, "a.xlsx")
    found = plan(bureau, round_id, number)
    assert [(one.doing, one.crossed) for one in found.lines if one.line.slug == A] == [("changed", True)]
    answer(world.actor("division"), round_id, {asked[A].id: Typed(value="6")})
    with pytest.raises(AnswersMoved):
        take(bureau, round_id, number, found.sign)
    # a workbook in which nothing was typed replaces nothing, however old
    old = plan(bureau, round_id, upload(bureau, round_id, untouched, "b.xlsx"))
    assert [one.doing for one in old.lines] == ["left", "left"]
    assert lines(world, round_id)[A].asked.reply.text == "6"


def test_lines_that_are_no_longer_to_be_answered_are_refused(world: World) -> None:
    round_id, bureau, office = opened_round(world), world.actor("bureau"), world.actor("office")
    asked = lines(world, round_id)
    number = sent(world, round_id, {VALUE_A: "1", VALUE_B: "2"})
    set_closed(office, round_id, [asked[A].id], closed=True)
    readdress(office, round_id, [asked[B].id], "soumu-jichi")
    assert [f"{fault.worksheet}!{fault.cell}" for fault in plan(bureau, round_id, number).faults] == [VALUE_A, VALUE_B]


@pytest.mark.parametrize(
    ("username", "address"), [("bureau", "soumu-jichi"), ("division", "soumu-jichi"), ("other-bureau", "soumu-kokusai")]
)
def test_another_bureaus_workbook_is_not_there(world: World, username: str, address: str) -> None:
    round_id = opened_round(world)
    _, data = workbook_of(world.actor("office"), round_id, address)
    with pytest.raises(OtherWorkbook):
        upload(world.actor(username), round_id, data, "a.xlsx")
    assert KeptDocument.objects.count() == 0


def test_another_rounds_workbook_is_not_there(world: World) -> None:
    first, second = opened_round(world), opened_round(world)
    _, data = workbook_of(world.actor("bureau"), first, "soumu-kokusai")
    with pytest.raises(OtherWorkbook):
        upload(world.actor("bureau"), second, data, "a.xlsx")


def test_what_is_no_workbook_is_refused_by_the_readers_code(world: World) -> None:
    round_id = opened_round(world)
    for data, code in ((b"%PDF-1.4", "not-of-round"), (b"x", "unreadable")):
        with pytest.raises(WorkbookRefused) as refused:
            upload(world.actor("bureau"), round_id, data, "a.xlsx")
        assert refused.value.code == code


def test_an_upload_is_seen_by_its_sender_the_bureau_and_the_office(world: World) -> None:
    round_id = opened_round(world)
    number = sent(world, round_id, {VALUE_A: "1"})
    for username in ("bureau", "bureau2", "office"):
        assert plan(world.actor(username), round_id, number).ready
        assert len(uploads_of(world.actor(username), round_id)) == 1
    for username in ("division", "other-bureau", "other-office"):
        with pytest.raises(NoSuchRound):
            plan(world.actor(username), round_id, number)
