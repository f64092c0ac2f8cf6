"""Rolling forward in the store: the new sheet, its identities, what was noted, and what is refused."""

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework import PolicyEntry
from monosashi.office.rolling import Choices, candidates, preview, roll_forward
from monosashi.store.models import Comment, KeptSheet, LogEntry
from monosashi.store.versions import opened
from tests.office.framework.grown import grown, policies_of
from tests.world import World


def code_of(world: World, username: str, slug: str, version: int = 1, choices: Choices | None = None) -> str:
    with pytest.raises(MonosashiError) as caught:
        roll_forward(world.actor(username), slug, version, choices or Choices())
    return caught.value.code


def test_next_years_sheet_keeps_every_identity_and_marks_what_is_left(world: World) -> None:
    found = grown(world)
    seen = preview(world.actor("division"), "soumu-R4-2", Choices())
    rolled = roll_forward(world.actor("division"), "soumu-R4-2", seen.version, Choices())
    made = KeptSheet.objects.select_related("head", "policy", "division").get(slug=rolled.made)
    sheet, identities = opened(made.newest)
    assert identities == opened(world.sheets["soumu-R4-2"].newest)[1]
    assert sheet == seen.carried.sheet
    assert (made.slug, made.nendo, made.number, made.policy_id) == (
        "soumu-R5-2",
        2023,
        "2",
        found.policies["2"].id,
    )
    assert (made.newest.reason_code, made.newest.reason) == ("rolled-forward", "soumu-R4-2 第1版")
    comments = Comment.objects.filter(sheet=made, must_resolve=True).order_by("pk")
    assert [(one.path, one.text) for one in comments] == [(one.path, one.what.ja) for one in seen.carried.renewals]
    assert LogEntry.objects.filter(verb="roll-forward", object="soumu-R5-2").count() == 1


def test_what_is_there_moved_foreign_or_not_a_choice_is_refused(world: World) -> None:
    assert code_of(world, "bureau", "soumu-R4-2", version=2) == "saved-meanwhile"
    roll_forward(world.actor("bureau"), "soumu-R4-2", 1, Choices())
    assert code_of(world, "bureau", "soumu-R4-2") == "sheet-exists"
    assert preview(world.actor("bureau"), "soumu-R4-2", Choices()).exists == "soumu-R5-2"
    assert code_of(world, "other-bureau", "soumu-R4-2") == "not-in-library"
    assert code_of(world, "division", "soumu-R4-3") == "may-not"
    assert code_of(world, "auditor", "soumu-R4-3") == "may-not"
    assert code_of(world, "bureau", "soumu-R4-3", choices=Choices(money="burn")) == "unknown-choice"


def test_the_number_is_that_of_the_policy_in_the_next_period(world: World) -> None:
    office = world.actor("office")
    period = framework.make_period(office, "前期", 2018, 2022)
    line = framework.make_policy(office, period.id, PolicyEntry(number="2", name="港の整備"))
    framework.link_sheet(office, "soumu-R4-2", line.id)
    after = framework.begin_next(office, period.id, "次期", 2023, 2027)
    new = policies_of(world, after.id)["2"]
    framework.change_policy(office, new.id, PolicyEntry(number="21", name="港の整備"))
    framework.make_policy(office, after.id, PolicyEntry(number="22", name="港の点検"))
    seen = preview(office, "soumu-R4-2", Choices())
    assert (seen.number, seen.new_slug, seen.carried.sheet.identifier.text) == (
        "21",
        "soumu-R5-21",
        "（総務省R5－21）",
    )
    second = policies_of(world, after.id)["22"]
    framework.link(office, line.id, second.id)
    chosen = preview(office, "soumu-R4-2", Choices(), second.id)
    assert (len(chosen.policies), chosen.number) == (2, "22")
    for policy in (new.id, second.id):
        framework.unlink(office, line.id, policy)
    assert code_of(world, "office", "soumu-R4-2") == "policy-ended"


def test_the_sheets_of_a_year_each_with_what_would_become_of_it(world: World) -> None:
    found = grown(world)
    roll_forward(world.actor("office"), "soumu-R4-3", 1, Choices())
    lines = candidates(world.actor("office"), found.period.id, 2022)
    assert [(one.sheet.slug, one.made, one.exists) for one in lines] == [
        ("soumu-R4-2", "soumu-R5-2", False),
        ("soumu-R4-3", "soumu-R5-3", True),
        ("soumu-R4-5", "soumu-R5-5", False),
    ]
    assert [one.sheet.slug for one in candidates(world.actor("division"), found.period.id, 2022)] == ["soumu-R4-2"]
