"""The calendar and the desk: what is due, overdue and done, and what waits for whom."""

import csv
import datetime as dt
import io

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework import Asked, PolicyEntry, Standing, Step
from monosashi.office.framework.calendar import today
from monosashi.office.framework.desk import desk
from monosashi.office.keeping import clock, person_of
from monosashi.office.review.comments import comment
from monosashi.office.review.steps import send_back, take_step
from monosashi.store.models import Draft, Release
from tests.office.framework.grown import grown
from tests.world import World


def standings(world: World, username: str, nendo: int) -> dict[tuple[str, str], str]:
    items = framework.calendar(world.actor(username), nendo)
    return {(item.policy.number, item.step.value): item.standing.value for item in items}


def release(world: World, slug: str) -> None:
    kept = world.sheets[slug]
    Release.objects.create(sheet=kept, edition=1, version=kept.newest, person_name="x", time=clock.now())


def test_a_step_is_ahead_soon_overdue_or_done(world: World) -> None:
    grown(world)
    release(world, "soumu-R4-2")
    assert standings(world, "office", 2022) == {
        ("2", "plan"): "done",
        ("2", "measuring"): "overdue",
        ("2", "evaluation"): "overdue",
        ("3", "plan"): "overdue",
        ("3", "measuring"): "overdue",
        ("5", "plan"): "overdue",
        ("5", "measuring"): "overdue",
    }


def test_the_office_sets_the_days_of_a_year(world: World) -> None:
    office = world.actor("office")
    this = framework.this_year()
    period = framework.make_period(office, "今の計画", this, this + 4)
    framework.make_policy(office, period.id, PolicyEntry(number="1", name="政策"))
    near, far = today() + dt.timedelta(days=20), today() + dt.timedelta(days=300)
    framework.set_due_days(office, this, {Step.PLAN: near, Step.MEASURING: far})
    items = {item.step: item for item in framework.calendar(office, this)}
    assert (items[Step.PLAN].standing, items[Step.PLAN].days) == (Standing.SOON, 20)
    assert (items[Step.MEASURING].standing, items[Step.MEASURING].due) == (Standing.AHEAD, far)
    framework.set_due_days(office, this, {Step.PLAN: None})
    assert framework.calendar(office, this)[0].due == dt.date(this, 8, 31)
    for username, code in (("bureau", "may-not"), ("keeper", "may-not")):
        with pytest.raises(MonosashiError) as caught:
            framework.set_due_days(world.actor(username), this, {Step.PLAN: near})
        assert caught.value.code == code


def test_what_another_bureau_drafts_is_not_told(world: World) -> None:
    grown(world)
    mine = framework.calendar(world.actor("bureau"), 2022, Asked(step=Step.PLAN))
    assert [(one.policy.number, one.sheet.slug if one.sheet else "") for one in mine] == [
        ("2", "soumu-R4-2"),
        ("3", "soumu-R4-3"),
        ("5", ""),
    ]
    measured = framework.calendar(world.actor("bureau"), 2022, Asked(step=Step.MEASURING))
    assert [one.asked for one in measured] == [1, 1, 0]
    ahead = framework.calendar(world.actor("other-bureau"), 2023, Asked(step=Step.PLAN))
    assert [one.last.slug if one.last else "" for one in ahead] == ["", "", "soumu-R4-5"]


def test_filters_and_the_csv(world: World) -> None:
    grown(world)
    asked = Asked(step=Step.PLAN, standing=Standing.OVERDUE, office="soumu-kokusai")
    items = framework.calendar(world.actor("auditor"), 2022, asked)
    rows = list(csv.DictReader(io.StringIO(framework.calendar_csv(items))))
    assert [(row["number"], row["due"], row["standing"], row["sheet"], row["state"]) for row in rows] == [
        ("2", "2022-08-31", "overdue", "soumu-R4-2", "draft"),
        ("3", "2022-08-31", "overdue", "soumu-R4-3", "draft"),
    ]


def piles(world: World, username: str) -> dict[str, int]:
    return {pile.key: pile.count for pile in desk(world.actor(username))}


def test_each_finds_on_the_desk_what_waits_for_that_role(world: World) -> None:
    assert piles(world, "bureau") == {"check_bureau": 2}
    assert [piles(world, name) for name in ("office", "division", "keeper", "auditor", "council")] == [{}] * 5
    take_step(world.actor("bureau"), "soumu-R4-2", "check_bureau", 1)
    assert piles(world, "bureau") == {"check_bureau": 1}
    assert piles(world, "office") == {"check_office": 1}
    send_back(world.actor("office"), "soumu-R4-2", 1, "draft", "目標の根拠が足りない")
    assert piles(world, "division") == {"sent_back": 1}
    (pile,) = desk(world.actor("division"))
    assert pile.things[0].note == "officeさん：目標の根拠が足りない"
    assert piles(world, "other-bureau") == {"check_bureau": 1}


def test_comments_drafts_and_due_days_wait(world: World) -> None:
    grown(world)
    comment(world.actor("office"), "soumu-R4-2", "/title", "直してください")
    division = world.actor("division")
    kept = world.sheets["soumu-R4-2"]
    Draft.objects.create(
        sheet=kept, person=person_of(division), base=kept.newest, edits={"/title": "x"}, saved=clock.now()
    )
    assert piles(world, "division") == {"comments": 1, "drafts": 1}
    assert "comments" not in piles(world, "office")
    with pytest.raises(MonosashiError) as caught:
        desk(world.actor("office").model_copy(update={"person": None}))
    assert caught.value.code == "sign-in-first"
