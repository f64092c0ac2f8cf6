"""The history: every version and step, two versions compared, an older one saved again; and evaluations kept."""

import pytest
from pytest_django import DjangoAssertNumQueries

from monosashi.model.error import MonosashiError
from monosashi.office.report_page import Asked
from monosashi.office.review.evaluations import keep_evaluation, kept_already
from monosashi.office.review.history import compared, history, restore, version_seen
from monosashi.office.review.steps import send_back
from monosashi.office.review.waiting import Filter, desk
from monosashi.store.canonical import sha256_of
from monosashi.store.models import SheetState
from monosashi.store.versions import opened
from tests.office.review.hands import SLUG, brought_to, changed, kept, released, sheet_now
from tests.world import World


def test_every_version_and_step_the_newest_first(world: World) -> None:
    changed(world, "新しい文")
    brought_to(world, SheetState.BUREAU_CHECKED)
    send_back(world.actor("office"), SLUG, 2, "draft", "根拠が足りません")
    view = history(world.actor("division"), SLUG)
    assert [(one.kind, one.version, one.who, one.what.ja, one.why, one.undone, one.changes) for one in view.events] == [
        ("step", 2, "officeさん（office）", "差戻し", "根拠が足りません", False, None),
        ("step", 2, "bureauさん（bureau）", "局の確認", "", True, None),
        ("version", 2, "divisionさん（division）", "記載の整理", "見直し", False, 1),
        ("version", 1, "officeさん（office）", "新規作成", "", False, None),
    ]


def test_two_versions_by_field_and_one_seen(world: World) -> None:
    changed(world, "新しい文")
    page = compared(world.actor("bureau"), SLUG, 1, 2, "ja")
    assert [(one.before, one.after) for one in page.comparison.changes] == [("港が使いやすくなる", "新しい文")]
    entry, content, sha256 = version_seen(world.actor("bureau"), SLUG, 1)
    assert entry.reading.sheet.policy.statements[1].text == "港が使いやすくなる"
    assert sha256_of(content) == sha256


def test_an_older_version_is_saved_again_with_its_ids(world: World) -> None:
    first, ids = opened(kept().newest)
    changed(world, "新しい文")
    version = restore(world.actor("division"), SLUG, 1, 2, "元がよい")
    assert (version.number, version.reason_code) == (3, "undone")
    assert opened(version) == (first, ids)


def test_what_is_not_restored(world: World) -> None:
    changed(world, "新しい文")
    asked = {
        ("division", 9, 2): "no-such-version",
        ("division", 1, 1): "saved-meanwhile",
        ("auditor", 1, 2): "may-not",
        ("other-division", 1, 2): "not-in-library",
        ("council", 1, 2): "not-in-library",
    }
    found = {}
    for who, number, started in asked:
        with pytest.raises(MonosashiError) as caught:
            restore(world.actor(who), SLUG, number, started, "戻す")
        found[who, number, started] = caught.value.code
    assert found == asked
    assert kept().newest.number == 2


def test_a_report_becomes_an_evaluation_that_keeps_the_indicators_ids(world: World) -> None:
    actor = world.actor("division")
    assert kept_already(actor, SLUG) == (True, "")
    slug = keep_evaluation(actor, SLUG, Asked(), {"text-analysis": "有効だった。"})
    assert (slug, kept(slug).kind, kept_already(actor, SLUG)) == (f"{SLUG}-evaluation", "evaluation", (True, slug))
    plan, evaluation = (set(opened(kept(one).newest)[1].values()) for one in (SLUG, slug))
    assert evaluation == plan
    assert "有効だった。" in [one.text for one in sheet_now(slug).policy.statements]
    assert released(world, slug).edition == 1
    with pytest.raises(MonosashiError) as caught:
        keep_evaluation(actor, SLUG, Asked(), {})
    assert caught.value.code == "sheet-exists"


def test_the_desk_sorts_by_whose_turn_it_is(world: World) -> None:
    brought_to(world, SheetState.BUREAU_CHECKED)
    brought_to(world, SheetState.OFFICE_CHECKED, "soumu-R4-3")
    turns = {
        who: {verb: [line.slug for line in lines] for verb, lines in desk(world.actor(who), Filter()).mine.items()}
        for who in ("office", "office2", "bureau", "other-bureau", "division", "auditor", "other-office")
    }
    assert turns == {
        "office": {"approve": ["soumu-R4-3"]},
        "office2": {"check_office": [SLUG]},
        "bureau": {},
        "other-bureau": {"check_bureau": ["soumu-R4-5"]},
        "division": {},
        "auditor": {},
        "other-office": {},
    }
    barred = [line.slug for line in desk(world.actor("office"), Filter()).others if line.barred]
    assert barred == [SLUG]


@pytest.mark.thorough
def test_the_desk_tells_why_a_sheet_came_back_until_it_is_saved_again(world: World) -> None:
    brought_to(world, SheetState.BUREAU_CHECKED)
    send_back(world.actor("office"), SLUG, 1, "draft", "根拠が足りません")
    (line,) = [one for one in desk(world.actor("division"), Filter(words="R4－2")).others if one.slug == SLUG]
    assert (line.came_back, line.came_back_by) == ("根拠が足りません", "officeさん")
    changed(world, "直した文")
    (line,) = desk(world.actor("division"), Filter(words="R4-2 港")).others
    assert line.came_back == ""


def test_the_desk_is_narrowed(world: World) -> None:
    office = world.actor("office")
    found = [
        [line.slug for line in desk(office, asked).others]
        for asked in (Filter(bureau="soumu-jichi"), Filter(year="2022"), Filter(year="2021"), Filter(state="released"))
    ]
    assert found == [["soumu-R4-5"], ["soumu-R4-2", "soumu-R4-3", "soumu-R4-5"], [], []]


def test_the_desk_asks_as_much_for_one_sheet_as_for_three(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for who, sheets in (("other-bureau", 1), ("office", 3)):
        with django_assert_num_queries(10):
            assert desk(world.actor(who), Filter()).total == sheets
