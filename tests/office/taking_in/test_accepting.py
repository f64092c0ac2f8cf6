"""Accepting: the corrected reading becomes a version, of the right sheet, its measures the same as last year's."""

import pytest

from monosashi.office.keeping import Shelf
from monosashi.office.keeping.saving import SavedMeanwhile, SheetExists
from monosashi.office.taking_in.accepting import accept
from monosashi.office.taking_in.correcting import Wanted, lay_over
from monosashi.office.taking_in.proposing import Asked, proposal_of
from monosashi.office.taking_in.refusals import NoSuchIntake, NotInThatState, NotSaidWhose, WorkLeft
from monosashi.store.models import Field, Intake, LogEntry, Period, PolicyNode, SheetKind
from monosashi.store.versions import opened as opened_version
from tests.office.taking_in.taken_in import TARGET, acts, opened, taken_in, workbook
from tests.world import World


def asked(world: World, row: Intake, username: str = "office", /, **said: object) -> Asked:
    """What is proposed to the person, with what the person says otherwise; what is left is accepted as it is."""
    proposed = proposal_of(world.actor(username), row.pk, "ja").asked
    return proposed.model_copy(update={"rest": True, **said})


def test_what_the_sheet_says_is_proposed(world: World) -> None:
    row = taken_in(world.actor("office"))
    found = proposal_of(world.actor("office"), row.pk, "ja")
    assert (found.asked.nendo, found.asked.number, found.asked.kind, found.slug) == (2023, "2", "plan", "soumu-R5-2")
    assert [(one.slug, one.same_number, one.alike, one.common, one.measures) for one in found.candidates] == [
        ("soumu-R4-2", True, 100, 2, 2),
        ("soumu-R4-3", False, 100, 2, 2),
        ("soumu-R4-5", False, 100, 2, 2),
    ]
    assert (found.asked.earlier, found.asked.organisation) == ("soumu-R4-2", "soumu-kokusai-1")
    assert (found.existing, found.taken, found.printed_ministry) == (None, False, "")


def test_the_accepted_sheet_says_what_was_corrected_and_goes_on_from_last_year(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor)
    lay_over(actor, row.pk, Wanted(at=TARGET, text="1,400件", reason="misprint"))
    expected = opened(row).sheet
    kept = accept(actor, row.pk, asked(world, row))
    sheet, identities = opened_version(kept.newest)
    before = opened_version(world.sheets["soumu-R4-2"].newest)[1]
    assert (sheet, identities) == (expected, before)
    version = kept.newest
    assert (kept.slug, kept.nendo, kept.number, kept.answerable.address) == ("soumu-R5-2", 2023, "2", "soumu-kokusai-1")
    assert (version.number, version.reason_code, version.reason) == (
        1,
        "accepted",
        "「表.xlsx」から取り込み（訂正1件）。",
    )
    assert version.source is not None
    assert version.source.document.pk == row.document_id
    held = Intake.objects.get(pk=row.pk)
    assert (held.state, held.sheet, acts(row)[-1]) == ("accepted", kept, "accept")
    entry = Shelf(world.actor("bureau")).get("soumu-R5-2")
    assert entry.reading.sheet == expected
    assert entry.reading.trace.places("/goals/0/text") != ()


def test_a_new_policy_has_measures_of_its_own(world: World) -> None:
    row = taken_in(world.actor("office"))
    kept = accept(world.actor("office"), row.pk, asked(world, row, earlier=""))
    before = set(opened_version(world.sheets["soumu-R4-2"].newest)[1].values())
    assert before.isdisjoint(opened_version(kept.newest)[1].values())


def test_items_that_are_left_must_be_accepted_knowingly(world: World) -> None:
    row = taken_in(world.actor("office"))
    with pytest.raises(WorkLeft):
        accept(world.actor("office"), row.pk, asked(world, row, rest=False))
    accept(world.actor("office"), row.pk, asked(world, row))
    entry = LogEntry.objects.filter(verb="accept").get()
    assert f'"left":{Intake.objects.get(pk=row.pk).left}' in entry.record


def test_the_sheet_of_that_year_becomes_the_next_version(world: World) -> None:
    actor = world.actor("office")
    row = taken_in(actor, workbook("soumu-R4-2"), "R4.xlsx")
    found = proposal_of(actor, row.pk, "ja")
    assert found.existing is not None
    assert (found.slug, found.existing.version) == ("soumu-R4-2", 1)
    assert all(one.was != one.now and one.name for one in found.existing.changes)
    with pytest.raises(SheetExists):
        accept(actor, row.pk, asked(world, row))
    with pytest.raises(SavedMeanwhile):
        accept(actor, row.pk, asked(world, row, started_from=7))
    kept = accept(actor, row.pk, asked(world, row, started_from=1, reason_code="misprint", reason="原本と違ったため"))
    version = kept.newest
    assert (kept.slug, version.number, version.reason_code) == ("soumu-R4-2", 2, "misprint")
    assert version.reason == "「R4.xlsx」から取り込み。原本と違ったため"
    assert opened_version(version)[0] == opened(row).sheet


def test_the_policy_of_the_framework_is_found(world: World) -> None:
    period = Period.objects.create(ministry=world.organisations["soumu"], name="第5期", first=2022, last=2026)
    field = Field.objects.create(period=period, name="港")
    other = PolicyNode.objects.create(period=period, field=field, number="9", name="里山")
    node = PolicyNode.objects.create(period=period, field=field, number="2", name="港")
    row = taken_in(world.actor("office"))
    found = proposal_of(world.actor("office"), row.pk, "ja")
    assert ([one.value for one in found.policies], found.asked.policy) == ([str(node.pk), str(other.pk)], node.pk)
    assert accept(world.actor("office"), row.pk, asked(world, row)).policy == node


def test_a_sheet_must_be_someones_of_a_year_and_number(world: World) -> None:
    row = taken_in(world.actor("office"))
    wrong: tuple[dict[str, object], ...] = (
        {"organisation": ""},
        {"organisation": "env-shizen"},
        {"nendo": None},
        {"nendo": 99},
        {"number": ""},
        {"number": "1" * 41},
        {"policy": 4711},
        {"reason_code": "whatever"},
    )
    for said in wrong:
        with pytest.raises(NotSaidWhose):
            accept(world.actor("office"), row.pk, asked(world, row, "office", **said))
    assert acts(row) == ["upload", "read"]


def test_a_bureau_accepts_its_own_as_its_own(world: World) -> None:
    row = taken_in(world.actor("bureau"))
    found = proposal_of(world.actor("bureau"), row.pk, "ja")
    assert [one.value for one in found.organisations] == ["soumu-kokusai", "soumu-kokusai-1", "soumu-kokusai-2"]
    assert [one.slug for one in found.candidates] == ["soumu-R4-2", "soumu-R4-3"]
    with pytest.raises(NotSaidWhose):
        accept(world.actor("bureau"), row.pk, asked(world, row, "bureau", organisation="soumu-jichi-1"))
    with pytest.raises(NoSuchIntake):
        accept(world.actor("other-bureau"), row.pk, asked(world, row, "bureau"))
    kept = accept(world.actor("bureau"), row.pk, asked(world, row, "bureau"))
    assert kept.answerable.address == "soumu-kokusai-1"
    with pytest.raises(NotInThatState):
        accept(world.actor("bureau"), row.pk, asked(world, row, "office"))


def test_what_another_bureau_has_is_not_shown(world: World) -> None:
    row = taken_in(world.actor("bureau"), workbook("soumu-R4-5"))
    found = proposal_of(world.actor("bureau"), row.pk, "ja")
    assert (found.existing, found.taken) == (None, True)
    with pytest.raises(SheetExists):
        accept(world.actor("bureau"), row.pk, asked(world, row, "bureau"))
    with pytest.raises(SheetExists):
        accept(world.actor("bureau"), row.pk, asked(world, row, "bureau", started_from=1))


def test_an_evaluation_stands_beside_the_plan_of_its_year(world: World) -> None:
    row = taken_in(world.actor("office"), workbook("soumu-R4-2"))
    kept = accept(world.actor("office"), row.pk, asked(world, row, kind=SheetKind.EVALUATION))
    assert (kept.slug, kept.kind) == ("soumu-R4-2-hyoka", SheetKind.EVALUATION)


def test_another_ministrys_sheet_is_said_to_be(world: World) -> None:
    row = taken_in(world.actor("other-office"))
    assert proposal_of(world.actor("other-office"), row.pk, "ja").printed_ministry == "総務省"
