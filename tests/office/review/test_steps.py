"""The steps: every state, verb and role as a table; versions, returns, many at once, what the log keeps."""

import json

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office.review.refusals import SamePerson
from monosashi.office.review.releasing import release
from monosashi.office.review.steps import send_back, take_step, take_steps
from monosashi.store.models import LogEntry, ReviewStep, SheetState
from tests.office.review.hands import SLUG, STATES, WAY, brought_to, changed, kept, one_step
from tests.world import World

#: Whoever does anything; ``office`` began the sheet, so the office's check is ``office2``'s and the approval ``office``'s.
ACTORS = (
    *("keeper", "office", "office2", "bureau", "bureau2", "division", "other-bureau", "council"),
    *("auditor", "other-office"),
)
NOT_THERE = "not-in-library"
#: By role, what each verb answers a person who may see the sheet, whatever its state: the verb is not theirs.
NOT_THEIRS = {
    "check_bureau": {"office", "office2", "division", "auditor"},
    "check_office": {"bureau", "bureau2", "division", "auditor"},
    "approve": {"bureau", "bureau2", "division", "auditor"},
    "release": {"bureau", "bureau2", "division", "auditor"},
    "send_back": {"division", "auditor"},
}
#: Who does not see the sheet at all, as long as nothing of it is released; then they may not.
STRANGERS = {"keeper", "other-bureau", "council", "other-office"}
FOLLOWS = dict(zip(STATES, ("check_bureau", "check_office", "approve", "release", ""), strict=True))
#: Of those whose verb it is, whom four eyes bar when the sheet went the way of ``WAY``.
BARRED = {("check_office", "office"), ("approve", "office2"), ("release", "office")}


def answer(state: SheetState, verb: str, who: str) -> str:
    """What the table says: the code of the refusal, or ``ok``."""
    if who in STRANGERS:
        return "may-not" if state is SheetState.RELEASED else NOT_THERE
    if who in NOT_THEIRS[verb]:
        return "may-not"
    if verb == "send_back":
        if state in (SheetState.DRAFT, SheetState.RELEASED):
            return "wrong-state"
        bureaus = who.startswith("bureau")
        return "may-not" if bureaus and state is not SheetState.BUREAU_CHECKED else "ok"
    if FOLLOWS[state] != verb:
        return "wrong-state"
    return "same-person" if (verb, who) in BARRED else "ok"


def asked(world: World, verb: str, who: str) -> str:
    """What the act itself answers, undone again."""
    from django.db import transaction  # noqa: PLC0415

    number = kept().newest.number
    try:
        with transaction.atomic():
            if verb == "send_back":
                send_back(world.actor(who), SLUG, number, "draft", "見直してください")
            elif verb == "release":
                release(world.actor(who), SLUG, number)
            else:
                take_step(world.actor(who), SLUG, verb, number)
            transaction.set_rollback(True)
    except MonosashiError as error:
        return error.code
    return "ok"


@pytest.mark.parametrize("state", STATES)
def test_every_state_verb_and_role(world: World, state: SheetState) -> None:
    brought_to(world, state)
    verbs = ("check_bureau", "check_office", "approve", "release", "send_back")
    questions = [(verb, who) for verb in verbs for who in ACTORS]
    found = {question: asked(world, *question) for question in questions}
    assert found == {(verb, who): answer(state, verb, who) for verb, who in questions}


def test_the_way_is_logged_with_version_and_hash(world: World) -> None:
    brought_to(world, SheetState.RELEASED)
    version = kept().newest
    entries = LogEntry.objects.filter(object=SLUG, verb__in=[verb for verb, _ in WAY]).order_by("number")
    told = [
        (
            one.verb,
            one.person,
            json.loads(one.record)["details"]["version"],
            json.loads(one.record)["details"]["sha256"],
        )
        for one in entries
    ]
    assert told == [(verb, f"{who}さん（{who}）", 1, version.sha256) for verb, who in WAY]


def test_a_step_is_about_the_version_that_was_looked_at(world: World) -> None:
    changed(world, "新しい文")
    with pytest.raises(MonosashiError) as caught:
        take_step(world.actor("bureau"), SLUG, "check_bureau", 1)
    assert (caught.value.code, kept().state) == ("version-moved", SheetState.DRAFT)


def test_a_save_makes_a_checked_sheet_a_draft_and_its_steps_are_about_the_older_version(world: World) -> None:
    brought_to(world, SheetState.OFFICE_CHECKED)
    changed(world, "新しい文", who="office")
    assert kept().state == SheetState.DRAFT
    steps = ReviewStep.objects.filter(sheet=kept()).values_list("verb", "version__number", "undone")
    assert list(steps) == [("check_bureau", 1, False), ("check_office", 1, False)]


def test_a_sheet_sent_back_keeps_its_steps_as_undone_and_starts_again(world: World) -> None:
    brought_to(world, SheetState.APPROVED)
    send_back(world.actor("office2"), SLUG, 1, "bureau_checked", "根拠が足りません")
    assert kept().state == SheetState.BUREAU_CHECKED
    rows = ReviewStep.objects.filter(sheet=kept()).values_list("verb", "undone", "reason")
    assert list(rows) == [
        ("check_bureau", False, ""),
        ("check_office", True, ""),
        ("approve", True, ""),
        ("send_back", False, "根拠が足りません"),
    ]
    one_step(world.actor("office2"), "check_office")
    assert kept().state == SheetState.OFFICE_CHECKED


def test_a_check_taken_back_does_not_let_its_writer_check(world: World) -> None:
    changed(world, "書いた文", who="bureau2")
    one_step(world.actor("bureau"), "check_bureau")
    send_back(world.actor("bureau"), SLUG, 2, "draft", "早すぎました")
    with pytest.raises(SamePerson) as caught:
        take_step(world.actor("bureau2"), SLUG, "check_bureau", 2)
    assert "bureauさんがこの手順を行えます" in caught.value.message.ja


def test_a_return_needs_a_passed_state_and_a_reason(world: World) -> None:
    brought_to(world, SheetState.BUREAU_CHECKED)
    asked = (("approved", "理由"), ("", "理由"), ("draft", "  "), ("draft", "あ" * 4001))
    codes = []
    for to, reason in asked:
        with pytest.raises(MonosashiError) as caught:
            send_back(world.actor("office"), SLUG, 1, to, reason)
        codes.append(caught.value.code)
    assert codes == ["unknown-step", "unknown-step", "reason-wanted", "text-wanted"]
    assert kept().state == SheetState.BUREAU_CHECKED


def test_many_at_once_each_for_itself(world: World) -> None:
    brought_to(world, SheetState.BUREAU_CHECKED, "soumu-R4-3")
    chosen = [(SLUG, 1), ("soumu-R4-3", 1), ("soumu-R4-5", 1), (SLUG, 1)]
    found = take_steps(world.actor("bureau"), "check_bureau", chosen)
    assert [(one.slug, one.refused is None) for one in found] == [
        (SLUG, True),
        ("soumu-R4-3", False),
        ("soumu-R4-5", False),
        (SLUG, False),
    ]
    assert [kept(slug).state for slug, _ in chosen[:3]] == ["bureau_checked", "bureau_checked", "draft"]


def test_a_sheet_without_a_bureau_goes_straight_to_the_office(world: World) -> None:
    sheet = kept()
    sheet.bureau = sheet.division = None
    sheet.save()
    with pytest.raises(MonosashiError) as caught:
        take_step(world.actor("office2"), SLUG, "approve", 1)
    assert caught.value.code == "wrong-state"
    take_step(world.actor("office2"), SLUG, "check_office", 1)
    assert kept().state == SheetState.OFFICE_CHECKED
