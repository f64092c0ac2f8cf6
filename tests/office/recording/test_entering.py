"""Records entered, edited, cancelled, brought back and undone; two who write at once; and what their history tells."""

import pytest

from monosashi.office.recording.entering import (
    Where,
    add,
    cancel,
    edit,
    enter,
    meanwhile,
    reinstate,
    undo,
)
from monosashi.office.recording.history import history
from monosashi.office.recording.one_record import record
from monosashi.office.recording.refusals import NoReason, RecordRefused, RecordSavedMeanwhile, WrongState
from monosashi.store.models import LogEntry, RecordVersion
from tests.office.recording.records import REGISTER, TEXTS, added, entry
from tests.world import World


def said(world: World, where: Where) -> tuple[str, str]:
    """The title and the state of a record as it stands."""
    seen = record(world.actor("auditor"), where.ministry, where.register_code, where.code)
    return seen.line.title, seen.line.state.value


def test_ids_are_of_the_fiscal_year_of_the_day_and_never_given_twice(world: World) -> None:
    codes = [added(world, held_on=day).code for day in ("2019-03-31", "2019-04-01", "H31.4.2")]
    elsewhere = added(world, "other-ministry", "env").code
    seminar = add(
        world.actor("bureau"), "soumu", "seminars", entry().model_copy(update={"texts": _SEMINAR, "draft": True})
    ).code
    assert [*codes, elsewhere, seminar] == ["K-2018-0001", "K-2019-0001", "K-2019-0002", "K-2019-0001", "K-2019-0003"]
    cancel(world.actor("division"), Where(ministry="soumu", register_code=REGISTER, code=codes[2]), 1, "誤り")
    assert added(world).code == "K-2019-0004"


_SEMINAR = {"title": "研修", "held_on": "2019-05-01"}


def test_a_record_goes_from_draft_to_entered_to_cancelled_and_back(world: World) -> None:
    actor = world.actor("division")
    where = add(actor, "soumu", REGISTER, entry(level="").model_copy(update={"draft": True}))
    with pytest.raises(RecordRefused) as refused:
        enter(actor, where, 1)
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [("level", "unfilled")]
    edit(actor, where, 1, entry().model_copy(update={"draft": True}))
    assert [enter(actor, where, 2), cancel(actor, where, 3, "先方の都合"), reinstate(actor, where, 4, "開かれた")] == [
        3,
        4,
        5,
    ]
    assert said(world, where) == ("日米政策対話", "entered")
    lines = history(actor, "soumu", REGISTER, where.code)
    assert [(line.number, line.act, line.person, line.reason) for line in lines] == [
        (5, "reinstate", "divisionさん（division）", "開かれた"),
        (4, "cancel", "divisionさん（division）", "先方の都合"),
        (3, "enter", "divisionさん（division）", ""),
        (2, "edit", "divisionさん（division）", ""),
        (1, "add", "divisionさん（division）", ""),
    ]
    assert [(one.field, one.was.ja, one.now.ja) for line in lines[2:4] for one in line.changes] == [
        ("state", "下書き", "登録"),
        ("level", "", "局長級"),
    ]


def test_the_same_again_is_no_version_and_a_cancelled_record_is_not_edited(world: World) -> None:
    actor, where = world.actor("division"), added(world)
    assert edit(actor, where, 1, entry(held_on="2019/6/18", countries="US")) == 1
    with pytest.raises(NoReason):
        cancel(actor, where, 1, "　")
    cancel(actor, where, 1, "中止")
    with pytest.raises(WrongState):
        edit(actor, where, 2, entry())
    with pytest.raises(WrongState):
        cancel(actor, where, 2, "再度")


def test_undo_brings_back_what_stood_before_and_undone_again_does_it_again(world: World) -> None:
    actor, where = world.actor("division"), added(world)
    edit(actor, where, 1, entry(title="改めた名"))
    undo(actor, where, 2)
    assert said(world, where) == ("日米政策対話", "entered")
    undo(actor, where, 3)
    assert said(world, where) == ("改めた名", "entered")
    new = added(world, title="誤って書いた")
    undo(actor, new, 1)
    assert said(world, new) == ("誤って書いた", "cancelled")


def test_two_who_write_at_once_see_both_sides_by_field(world: World) -> None:
    where = added(world, outcome="旧", place="東京")
    edit(world.actor("bureau"), where, 1, entry(outcome="局の文", place="京都"))
    mine = entry(outcome="課の文", place="東京", host="総務省")
    with pytest.raises(RecordSavedMeanwhile) as met:
        edit(world.actor("division"), where, 1, mine)
    assert (met.value.started_from, met.value.now) == (1, 2)
    both = meanwhile(world.actor("division"), where, 1, mine)
    assert (both.version, both.person) == (2, "bureauさん（bureau）")
    assert [(one.field, one.before, one.theirs, one.mine, one.both) for one in both.fields] == [
        ("place", "東京", "京都", "東京", False),
        ("host", "", "", "総務省", False),
        ("outcome", "旧", "局の文", "課の文", True),
    ]
    assert both.merged == {"place": "京都", "host": "総務省", "outcome": "課の文"}
    edit(world.actor("division"), where, 2, entry(**both.merged))
    assert RecordVersion.objects.filter(record__code=where.code).count() == 3


def test_what_cannot_be_kept_is_told_by_field_and_nothing_is_kept(world: World) -> None:
    with pytest.raises(RecordRefused) as refused:
        added(world, held_on="令和元年2月30日", countries="どこか", level="")
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [
        ("held_on", "day-impossible"),
        ("countries", "country-unknown"),
        ("level", "unfilled"),
    ]
    assert not any("だけ取り込んで" in fault.ja for fault in refused.value.faults)
    assert RecordVersion.objects.count() == 0


def test_a_second_record_of_one_event_is_suspected_and_not_refused(world: World) -> None:
    first = added(world)
    second = added(world, "bureau", title="日米韓の協議", countries="米国、韓国")
    other_day = added(world, held_on="2019-06-19")
    other_country = added(world, title="別の協議", countries="フランス")
    gone = added(world)
    cancel(world.actor("division"), gone, 1, "誤り")

    def suspected(where: Where) -> list[str]:
        seen = record(world.actor("division"), "soumu", REGISTER, where.code)
        return sorted(line.code for line in seen.same_event)

    assert suspected(first) == [second.code]
    assert suspected(second) == [first.code]
    assert suspected(other_day) == suspected(other_country) == suspected(gone) == []


def test_every_act_stands_in_the_log_with_its_hash_and_no_value(world: World) -> None:
    where = added(world)
    edit(world.actor("division"), where, 1, entry(outcome="秘密の結果"))
    entries = list(LogEntry.objects.filter(verb__startswith="record_").order_by("number"))
    hashes = list(RecordVersion.objects.order_by("number").values_list("sha256", flat=True))
    assert [(one.verb, one.object, one.person) for one in entries] == [
        ("record_add", f"consultations/{where.code}", "divisionさん（division）"),
        ("record_edit", f"consultations/{where.code}", "divisionさん（division）"),
    ]
    assert [sha256 in one.record for one, sha256 in zip(entries, hashes, strict=True)] == [True, True]
    assert not any("秘密の結果" in one.record or TEXTS["title"] in one.record for one in entries)
