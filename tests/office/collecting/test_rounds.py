"""Rounds in the office: who is asked and sees what, what an answer does, and what the evaluation office does with many."""

import datetime as dt
import json

import pytest
from django.core.mail import EmailMessage
from django.test.utils import override_settings

from monosashi.model import Reply, State
from monosashi.model.asked import reply_digest
from monosashi.model.error import MonosashiError
from monosashi.office.collecting import (
    FaultyAnswers,
    Filter,
    RoundChange,
    RoundOrder,
    Typed,
    answer,
    approve,
    asks_for,
    candidates,
    change_round,
    drafts_of,
    drop_drafts,
    history_of,
    keep_draft,
    open_round,
    readdress,
    reminders,
    return_answers,
    round_csv,
    round_line,
    rounds_for,
    send_reminders,
    set_closed,
    set_open,
    standings,
    workbook_of,
    workbooks_of,
)
from monosashi.office.collecting.refusals import BadRound, NoMail, NoSuchAsk, NoSuchRound, NothingChosen, RoundClosed
from monosashi.office.keeping import save
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.store.models import Ask, KeptSheet, LogEntry
from monosashi.store.versions import opened
from tests.office.collecting.rounds import NENDO, lines, opened_round
from tests.world import World, canary

A, B, OTHER = "soumu-R4-2", "soumu-R4-3", "soumu-R4-5"


def acts(world: World, verb: str) -> list[dict[str, object]]:
    return [json.loads(entry.record)["details"] for entry in LogEntry.objects.filter(verb=verb)]


def sheet_text(slug: str) -> tuple[int, str, State]:
    """A sheet's version, and what it says of the year that is asked for."""
    head = KeptSheet.objects.get(slug=slug).newest
    sheet, _ = opened(head)
    measure = next(sheet.measures())[2]
    actual = next(one for one in measure.actuals if one.year.nendo and one.year.nendo.year == NENDO)
    return head.number, actual.value.text, actual.state


def test_what_is_due_is_offered_and_asked_of_whose_it_is(world: World) -> None:
    offered = {sheet.slug: sheet for sheet in candidates(world.actor("office"), NENDO)}
    assert {slug: [(one.number, one.due) for one in sheet.measures] for slug, sheet in offered.items()} == {
        slug: [("①", True)] for slug in (A, B, OTHER)
    }
    assert [one.due for one in candidates(world.actor("office"), 2021)[0].measures] == [False]
    assert candidates(world.actor("office"), 1990) == ()
    round_id = opened_round(world)
    assert {slug: (line.bureau, line.division, line.state) for slug, line in lines(world, round_id).items()} == {
        A: ("soumu-kokusai", "soumu-kokusai-1", "asked"),
        B: ("soumu-kokusai", "soumu-kokusai-2", "asked"),
        OTHER: ("soumu-jichi", "soumu-jichi-1", "asked"),
    }
    (told,) = acts(world, "open_round")
    assert told["nendo"] == NENDO


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("office", [(A, True), (B, True), (OTHER, True)]),
        ("bureau", [(A, True), (B, True)]),
        ("division", [(A, True), (B, False)]),
        ("other-bureau", [(OTHER, True)]),
        ("auditor", [(A, False), (B, False), (OTHER, False)]),
    ],
)
def test_each_sees_its_own_lines(world: World, username: str, seen: list[tuple[str, bool]]) -> None:
    round_id = opened_round(world)
    assert [(slug, line.answerable) for slug, line in lines(world, round_id, username).items()] == seen
    assert [(one.id, one.total) for one in rounds_for(world.actor(username))] == [(round_id, len(seen))]


@pytest.mark.parametrize("username", ["other-office", "other-ministry"])
def test_another_ministry_learns_nothing(world: World, username: str) -> None:
    round_id = opened_round(world)
    actor = world.actor(username)
    assert rounds_for(actor) == ()
    for ask in (
        lambda: asks_for(actor, round_id),
        lambda: answer(actor, round_id, {1: Typed(value="1")}),
        lambda: approve(actor, round_id, [1]),
        lambda: workbook_of(actor, round_id, "soumu-kokusai"),
        lambda: workbooks_of(actor, round_id),
        lambda: set_open(actor, round_id, is_open=False),
        lambda: round_csv(actor, round_id),
        lambda: reminders(actor, round_id),
    ):
        with pytest.raises(NoSuchRound):
            ask()


def test_a_bureau_sees_no_workbook_or_line_of_another(world: World) -> None:
    round_id = opened_round(world)
    own, foreign = lines(world, round_id)[A].id, lines(world, round_id)[OTHER].id
    bureau = world.actor("bureau")
    with pytest.raises(NoSuchAsk):
        answer(bureau, round_id, {own: Typed(value="1"), foreign: Typed(value="2")})
    with pytest.raises(NoSuchRound):
        workbook_of(bureau, round_id, "soumu-jichi")
    with pytest.raises(NoSuchRound):
        history_of(bureau, round_id, foreign)
    assert lines(world, round_id)[A].state == "asked"
    assert canary(OTHER) not in round_csv(bureau, round_id) + str(workbooks_of(bureau, round_id))


@pytest.mark.parametrize("username", ["bureau", "division", "auditor"])
def test_only_the_evaluation_office_collects(world: World, username: str) -> None:
    round_id = opened_round(world)
    ask, actor = lines(world, round_id)[A].id, world.actor(username)
    for act in (
        lambda: approve(actor, round_id, [ask]),
        lambda: return_answers(actor, round_id, [ask], "理由"),
        lambda: set_closed(actor, round_id, [ask], closed=True),
        lambda: readdress(actor, round_id, [ask], "soumu-jichi"),
        lambda: set_open(actor, round_id, is_open=False),
        lambda: change_round(actor, round_id, RoundChange(name="x", deadline=dt.date(2030, 1, 1))),
        lambda: reminders(actor, round_id),
        lambda: candidates(actor, NENDO),
    ):
        with pytest.raises(MayNot):
            act()


def test_a_division_answers_its_own_and_an_auditor_nothing(world: World) -> None:
    round_id = opened_round(world)
    asked = lines(world, round_id)
    answer(world.actor("division"), round_id, {asked[A].id: Typed(value="1")})
    for username, slug in (("division", B), ("auditor", A)):
        with pytest.raises(MayNot):
            answer(world.actor(username), round_id, {asked[slug].id: Typed(value="1")})
    with pytest.raises(MayNot):
        rounds_for(world.actor("council"))


def test_an_answer_is_kept_as_typed_and_logged(world: World) -> None:
    round_id = opened_round(world)
    ask = lines(world, round_id)[A].id
    done = answer(world.actor("bureau"), round_id, {ask: Typed(value="　１２５０ ", note="速報")})
    assert (done.added, done.changed, done.left) == (1, 0, 0)
    line = lines(world, round_id)[A]
    assert line.asked.reply == Reply(state=State.REPORTED, text="１２５０", note="速報")
    assert (line.state, line.printed, line.asked.now) == ("answered", "１２５０件", "集計中")
    assert sheet_text(A) == (1, "集計中", State.COMPILING)
    (told,) = acts(world, "answer")
    assert told["answers"] == [
        {
            "ask": ask,
            "sheet": A,
            "was": {},
            "now": {"state": "実績", "value": "１２５０", "note": "速報"},
            "state": "asked",
        }
    ]


def test_blank_and_the_same_are_left_as_they_were(world: World) -> None:
    round_id = opened_round(world)
    ask, bureau = lines(world, round_id)[A].id, world.actor("bureau")
    answer(bureau, round_id, {ask: Typed(value="5")})
    for typed in (Typed(), Typed(state="実績", value="5")):
        assert answer(bureau, round_id, {ask: typed}).left == 1
    assert len(history_of(bureau, round_id, ask)[1]) == 1
    assert answer(bureau, round_id, {ask: Typed(value="6")}).changed == 1
    assert [one.reply.text for one in history_of(bureau, round_id, ask)[1]] == ["6", "5"]


def test_all_or_nothing(world: World) -> None:
    round_id = opened_round(world)
    asked, bureau = lines(world, round_id), world.actor("bureau")
    with pytest.raises(FaultyAnswers) as refused:
        answer(bureau, round_id, {asked[A].id: Typed(value="5"), asked[B].id: Typed(state="集計中", value="5")})
    assert {ask: [part for part, _ in wrong] for ask, wrong in refused.value.faults.items()} == {asked[B].id: ["value"]}
    assert [line.state for line in lines(world, round_id).values()] == ["asked"] * 3
    assert acts(world, "answer") == []


def test_what_a_colleague_answered_meanwhile_is_not_lost(world: World) -> None:
    round_id = opened_round(world)
    asked, bureau = lines(world, round_id), world.actor("bureau")
    bases = {line.id: reply_digest(line.asked.reply) for line in asked.values() if line.slug != OTHER}
    answer(world.actor("division"), round_id, {asked[A].id: Typed(value="5", note="速報")})
    # a line that nobody touched on the page says nothing of itself
    answer(bureau, round_id, {asked[A].id: Typed(), asked[B].id: Typed(value="7")}, bases)
    assert lines(world, round_id)[A].asked.reply.text == "5"
    with pytest.raises(FaultyAnswers) as refused:
        answer(bureau, round_id, {asked[A].id: Typed(value="6")}, bases)
    assert "divisionさんが「実績 5 速報」と回答しました" in refused.value.faults[asked[A].id][0][1].ja
    now = {asked[A].id: reply_digest(lines(world, round_id)[A].asked.reply)}
    assert answer(bureau, round_id, {asked[A].id: Typed(value="6")}, now).changed == 1


def test_a_closed_round_or_line_takes_no_answer(world: World) -> None:
    round_id = opened_round(world)
    office, bureau, ask = world.actor("office"), world.actor("bureau"), lines(world, round_id)[A].id
    set_closed(office, round_id, [ask], closed=True)
    with pytest.raises(RoundClosed):
        answer(bureau, round_id, {ask: Typed(value="5")})
    set_closed(office, round_id, [ask], closed=False)
    set_open(office, round_id, is_open=False)
    with pytest.raises(RoundClosed):
        answer(bureau, round_id, {ask: Typed(value="5")})
    set_open(office, round_id, is_open=True)
    assert answer(bureau, round_id, {ask: Typed(value="5")}).added == 1


def test_after_the_deadline_an_answer_is_late_and_taken(world: World) -> None:
    round_id = opened_round(world, deadline=dt.date(2020, 1, 1))
    answer(world.actor("bureau"), round_id, {lines(world, round_id)[A].id: Typed(value="5")})
    given = lines(world, round_id)[A].answer
    assert given is not None
    assert (given.late, round_line(world.actor("bureau"), round_id).late) == (True, True)
    assert [line.slug for line in asks_for(world.actor("office"), round_id, Filter(state="late"))] == [A]


def test_drafts_are_ones_own_until_they_are_sent(world: World) -> None:
    round_id = opened_round(world)
    ask, bureau = lines(world, round_id)[A].id, world.actor("bureau")
    keep_draft(bureau, round_id, ask, Typed(value="12", state="集計中"))
    assert drafts_of(bureau, round_id) == {ask: Typed(value="12", state="集計中")}
    assert drafts_of(world.actor("bureau2"), round_id) == {}
    answer(bureau, round_id, {ask: Typed(value="12")})
    assert drafts_of(bureau, round_id) == {}
    keep_draft(bureau, round_id, ask, Typed(value="13"))
    drop_drafts(bureau, round_id)
    assert drafts_of(bureau, round_id) == {}
    with pytest.raises(NoSuchAsk):
        keep_draft(bureau, round_id, lines(world, round_id)[OTHER].id, Typed(value="1"))


def test_approval_writes_one_version_a_sheet(world: World) -> None:
    round_id = opened_round(world)
    office, asked = world.actor("office"), lines(world, round_id)
    answer(world.actor("bureau"), round_id, {asked[A].id: Typed(value="1,250"), asked[B].id: Typed(state="未公表")})
    outcomes = {one.slug: one for one in approve(office, round_id, [line.id for line in asked.values()])}
    assert {slug: (one.approved, one.version, one.skipped) for slug, one in outcomes.items()} == {
        A: (1, 2, 0),
        B: (1, 2, 0),
        OTHER: (0, None, 1),
    }
    assert sheet_text(A) == (2, "1,250件", State.REPORTED)
    assert sheet_text(B) == (2, "未公表", State.NOT_PUBLISHED)
    assert KeptSheet.objects.get(slug=A).newest.reason_code == "collected"
    assert [line.state for line in lines(world, round_id).values()] == ["approved", "approved", "asked"]
    assert [told["sheet"] for told in acts(world, "approve_answers")] == [A, B]


def test_a_new_answer_reopens_what_was_approved(world: World) -> None:
    round_id = opened_round(world)
    office, bureau, ask = world.actor("office"), world.actor("bureau"), lines(world, round_id)[A].id
    answer(bureau, round_id, {ask: Typed(value="1,250")})
    approve(office, round_id, [ask])
    answer(bureau, round_id, {ask: Typed(value="1,260", year="R3")})
    assert lines(world, round_id)[A].state == "answered"
    assert sheet_text(A)[1] == "1,250件"
    approve(office, round_id, [ask])
    assert sheet_text(A) == (3, "1,260件（令和3年度）", State.REPORTED)


def rewrite(world: World, slug: str, change: str, to: str, username: str = "bureau") -> None:
    """Save a sheet in which one print reads otherwise."""
    kept = KeptSheet.objects.get(slug=slug)
    text = opened(kept.newest)[0].model_dump_json().replace(change, to)
    save(
        world.actor(username),
        slug,
        kept.newest.number,
        type(opened(kept.newest)[0]).model_validate_json(text),
        reason_code="edited",
    )


def test_what_was_written_into_the_sheet_since_is_not_overwritten_unasked(world: World) -> None:
    round_id = opened_round(world)
    office, ask = world.actor("office"), lines(world, round_id)[A].id
    answer(world.actor("bureau"), round_id, {ask: Typed(value="1,250")})
    rewrite(world, A, '"text":"集計中"', '"text":"1,111件"')
    (outcome,) = approve(office, round_id, [ask])
    assert (outcome.approved, outcome.version) == (0, None)
    assert [(one.was, one.now, one.answer) for one in outcome.meanwhile] == [("集計中", "1,111件", "1,250件")]
    assert (sheet_text(A)[:2], lines(world, round_id)[A].state) == ((2, "1,111件"), "answered")
    (outcome,) = approve(office, round_id, [ask], overwrite=True)
    assert (outcome.version, sheet_text(A)[:2]) == (3, (3, "1,250件"))


def test_a_sheet_that_cannot_be_written_holds_up_no_other(world: World) -> None:
    round_id = opened_round(world)
    office, asked = world.actor("office"), lines(world, round_id)
    answer(world.actor("bureau"), round_id, {asked[A].id: Typed(value="1"), asked[B].id: Typed(value="2")})
    KeptSheet.objects.filter(slug=A).update(state="approved")
    first, second = approve(office, round_id, [asked[A].id, asked[B].id])
    assert first.refused is not None
    assert (first.approved, second.approved) == (0, 1)
    assert [lines(world, round_id)[slug].state for slug in (A, B)] == ["answered", "approved"]


def test_renumbering_loses_no_line(world: World) -> None:
    round_id = opened_round(world)
    rewrite(world, A, '"number":{"text":"①","value":1,"circled":true', '"number":{"text":"⑤","value":5,"circled":true')
    line = lines(world, round_id)[A]
    assert (line.asked.number, line.gone) == ("⑤", False)
    answer(world.actor("bureau"), round_id, {line.id: Typed(value="7")})
    approve(world.actor("office"), round_id, [line.id])
    assert sheet_text(A)[1] == "7件"


def test_a_measure_that_has_gone_is_told_and_never_written(world: World) -> None:
    round_id = opened_round(world)
    ask = lines(world, round_id)[A].id
    answer(world.actor("bureau"), round_id, {ask: Typed(value="7")})
    Ask.objects.filter(pk=ask).update(identity="gone")
    line = lines(world, round_id)[A]
    assert (line.gone, line.asked.name) == (True, "工事の件数")
    (outcome,) = approve(world.actor("office"), round_id, [ask])
    assert (outcome.gone, outcome.version, sheet_text(A)[0]) == (1, None, 1)


def test_answers_go_back_with_a_reason(world: World) -> None:
    round_id = opened_round(world)
    office, asked = world.actor("office"), lines(world, round_id)
    answer(world.actor("bureau"), round_id, {asked[A].id: Typed(value="1")})
    assert return_answers(office, round_id, [asked[A].id, asked[B].id], "根拠がありません") == 1
    line = lines(world, round_id, "bureau")[A]
    assert (line.state, line.asked.remark) == ("returned", "根拠がありません")
    with pytest.raises(NothingChosen):
        return_answers(office, round_id, [asked[A].id], " ")
    with pytest.raises(NothingChosen):
        return_answers(office, round_id, [], "理由")


def test_lines_are_addressed_anew(world: World) -> None:
    round_id = opened_round(world)
    office, ask = world.actor("office"), lines(world, round_id)[A].id
    assert readdress(office, round_id, [ask], "soumu-jichi") == 1
    assert [line.slug for line in asks_for(world.actor("other-bureau"), round_id)] == [A, OTHER]
    assert A not in lines(world, round_id, "bureau")
    with pytest.raises(BadRound):
        readdress(office, round_id, [ask], "env-shizen")


def test_a_round_is_changed_and_refused_where_incomplete(world: World) -> None:
    round_id, office = opened_round(world), world.actor("office")
    change_round(office, round_id, RoundChange(name="新しい名前", deadline=dt.date(2100, 1, 1), note="急ぎます"))
    assert (round_line(office, round_id).name, acts(world, "change_round")[0]["name"]) == (
        "新しい名前",
        {"was": "令和４年度実績の照会", "now": "新しい名前"},
    )
    chosen = ((A, candidates(office, NENDO)[0].measures[0].identity),)
    order = RoundOrder(name="照会", nendo=NENDO, deadline=dt.date(2099, 1, 1), measures=chosen)
    for wrong in (
        {"name": " "},
        {"measures": ()},
        {"measures": ((A, "none"),)},
        {"measures": (("env-R4-1", chosen[0][1]),)},
        {"nendo": 1990},
        {"addressed": {A: "env-shizen"}},
    ):
        with pytest.raises(BadRound):
            open_round(office, order.model_copy(update=wrong))
    with pytest.raises(SignInFirst):
        rounds_for(world.actor("office").model_copy(update={"person": None, "role": "public", "ministry": ""}))


def test_who_is_missing_is_listed_and_reminded(world: World, mailoutbox: list[EmailMessage]) -> None:
    round_id, office = opened_round(world), world.actor("office")
    world.people["bureau"].email = "kokusai@example.jp"
    world.people["bureau"].save()
    asked = lines(world, round_id)
    answer(world.actor("bureau"), round_id, {asked[A].id: Typed(value="1")})
    found = standings(asks_for(office, round_id))
    assert [(one.bureau, one.total, one.missing, one.done) for one in found] == [
        ("soumu-jichi", 1, 1, 0),
        ("soumu-kokusai", 2, 1, 50),
    ]
    told = {one.bureau: one for one in reminders(office, round_id, "https://example.jp/rounds/1/answer/")}
    assert told["soumu-kokusai"].to == ("kokusai@example.jp",)
    assert "総務省R4－3 ① 工事の件数" in told["soumu-kokusai"].text
    assert "総務省R4－2" not in told["soumu-kokusai"].text
    with pytest.raises(NoMail):
        send_reminders(office, round_id, ["soumu-kokusai"])
    with override_settings(MAIL_OFFERED=True):
        assert send_reminders(office, round_id, ["soumu-kokusai", "soumu-jichi"]) == 1
    assert [(one.bcc, one.to) for one in mailoutbox] == [(["kokusai@example.jp"], [])]
    assert acts(world, "remind") == [{"addresses": 1, "bureaus": ["soumu-kokusai"]}]


def test_the_table_holds_everything_and_starts_no_formula(world: World) -> None:
    round_id = opened_round(world)
    answer(world.actor("bureau"), round_id, {lines(world, round_id)[A].id: Typed(value="=1+1", note="＝2")})
    rows = round_csv(world.actor("office"), round_id).splitlines()
    assert len(rows) == 4
    assert ",'=1+1," in rows[1]
    assert ",'＝2," in rows[1]


@pytest.mark.parametrize("error", [NoSuchRound(), NoSuchAsk(), RoundClosed(), NoMail()])
def test_a_refusal_speaks_both_languages(error: MonosashiError) -> None:
    assert error.message.ja
    assert error.message.en
