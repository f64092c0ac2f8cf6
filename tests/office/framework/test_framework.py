"""The tree of policies: made, pasted, changed, carried into the next period; everyone of the ministry sees it, the
evaluation office changes it."""

import json

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework import Became, Fate, PolicyEntry
from monosashi.store.models import LogEntry
from tests.office.framework.grown import LISTED, grown, policies_of
from tests.world import World


def refusal(world: World, username: str, act: str, *args: object) -> str:
    with pytest.raises(MonosashiError) as caught:
        getattr(framework, act)(world.actor(username), *args)
    return caught.value.code


def test_a_pasted_list_is_the_tree(world: World) -> None:
    tree = framework.tree(world.actor("bureau"), grown(world).period.id)
    assert [(one.field.name if one.field else "", [p.number for p in one.policies]) for one in tree] == [
        ("国際", ["2", "3"]),
        ("地方", ["5"]),
    ]
    policies = [policy for branch in tree for policy in branch.policies]
    assert [(p.division, p.evaluated) for p in policies] == [
        ("soumu-kokusai-1", (2022,)),
        ("soumu-kokusai-2", (2024, 2027)),
        ("soumu-jichi-1", ()),
    ]


def test_the_tree_pasted_again_changes_nothing(world: World) -> None:
    seen = framework.look_at(world.actor("office"), grown(world).period.id, LISTED)
    assert [line.fate for line in seen.lines] == [Fate.SAME] * 3
    assert (seen.stays, seen.new_fields) == ((), ())


def test_a_list_with_a_wrong_line_is_not_taken_at_all(world: World) -> None:
    office, period = world.actor("office"), grown(world).period.id
    wrong = "新\t2\t港の整備と点検\t国際局\t\n新\t7\t道\t知らない局\tいつか\n新\t７\t道\t\t\n新\t\t名だけ\t\t"
    seen = framework.look_at(office, period, wrong)
    assert [(line.line, line.fate, len(line.wrong)) for line in seen.lines] == [
        (1, Fate.CHANGED, 0),
        (2, Fate.WRONG, 2),
        (3, Fate.WRONG, 1),
        (4, Fate.WRONG, 1),
    ]
    assert seen.lines[0].was == {
        "field": "国際",
        "name": "港の整備",
        "office": "国際第一課",
        "evaluated": "令和4年度",
    }
    assert refusal(world, "office", "paste", period, wrong) == "list-not-taken"
    assert policies_of(world, period)["2"].name == "港の整備"


def test_a_policy_is_renamed_renumbered_and_moved_and_the_log_tells_what_was(world: World) -> None:
    found = grown(world)
    entry = PolicyEntry(number="12", name="港の整備と点検", answerable="soumu-kokusai", evaluated="R7")
    changed = framework.change_policy(world.actor("office"), found.policies["2"].id, entry)
    assert (changed.number, changed.field, changed.bureau, changed.division) == ("12", None, "soumu-kokusai", "")
    last = LogEntry.objects.order_by("-number").first()
    assert last is not None
    assert (last.verb, last.object, last.ministry) == ("change-policy", "framework/soumu/2020-2023/12", "soumu")
    assert json.loads(last.record)["details"]["number"] == {"was": "2", "now": "12"}
    count = LogEntry.objects.count()
    framework.change_policy(world.actor("office"), found.policies["2"].id, entry)
    assert LogEntry.objects.count() == count


def test_what_cannot_be_is_refused(world: World) -> None:
    found = grown(world)
    period, policy = found.period.id, found.policies["2"].id
    assert refusal(world, "office", "make_policy", period, PolicyEntry(number="３", name="他")) == "number-taken"
    assert refusal(world, "office", "make_policy", period, PolicyEntry(number="", name="他")) == "bad-framework-entry"
    env = PolicyEntry(number="9", name="他", answerable="env-shizen")
    assert refusal(world, "office", "make_policy", period, env) == "bad-framework-entry"
    assert refusal(world, "office", "make_period", "重なる", 2023, 2029) == "years-taken"
    assert refusal(world, "office", "make_period", "逆", 2030, 2029) == "bad-framework-entry"
    assert refusal(world, "office", "remove_policy", policy) == "policy-in-use"
    assert refusal(world, "office", "change_period", period, "短い", 2023, 2025) == "policy-in-use"
    assert refusal(world, "office", "link_sheet", "env-R4-1", policy) == "not-in-library"


def test_foreign_trees_are_not_there_and_own_ones_are_changed_by_the_office_alone(world: World) -> None:
    found = grown(world)
    period, policy = found.period.id, found.policies["2"].id
    for name in ("other-office", "other-ministry"):
        assert refusal(world, name, "tree", period) == "no-such-period"
        assert refusal(world, name, "remove_policy", policy) == "no-such-policy"
        assert framework.periods(world.actor(name)) == ()
    for name in ("bureau", "division", "auditor"):
        assert refusal(world, name, "remove_policy", policy) == "may-not"
    for name in ("keeper", "council"):
        assert refusal(world, name, "periods") == "may-not"


def test_the_next_period_is_linked_and_the_table_tells_what_became_of_each(world: World) -> None:
    office, found = world.actor("office"), grown(world)
    after = framework.begin_next(office, found.period.id, "次期", 2024, 2028)
    new = policies_of(world, after.id)
    assert new["3"].evaluated == (2028, 2031)
    framework.change_policy(office, new["3"].id, PolicyEntry(number="4", name="空の安全"))
    framework.unlink(office, found.policies["5"].id, new["5"].id)
    framework.link(office, found.policies["5"].id, new["2"].id, "統合した")
    lines = framework.correspondences(world.actor("division"), after.id).lines
    assert [
        (one.before.number if one.before else "", one.became, one.after.number if one.after else "", one.note)
        for one in lines
    ] == [
        ("2", Became.MERGED, "2", ""),
        ("3", Became.RENUMBERED, "4", ""),
        ("5", Became.MERGED, "2", "統合した"),
        ("", Became.NEW, "5", ""),
    ]
    assert refusal(world, "office", "link", new["2"].id, found.policies["2"].id) == "bad-framework-entry"
    sheets = framework.sheets_of(office, new["2"].id)
    assert [one.slug for one in sheets] == ["soumu-R4-2", "soumu-R4-5"]
    assert [one.slug for one in framework.sheets_of(world.actor("bureau"), new["2"].id)] == ["soumu-R4-2"]


def test_sheets_without_a_policy_and_policies_without_a_sheet(world: World) -> None:
    office, found = world.actor("office"), grown(world)
    framework.link_sheet(office, "soumu-R4-3", None)
    (alone,) = framework.without_policy(office, found.period.id)
    assert (alone.sheet.slug, [one.number for one in alone.likely]) == ("soumu-R4-3", ["3", "2"])
    assert [one.number for one in framework.without_sheets(office, found.period.id, 2022)] == ["3"]
    assert framework.without_policy(world.actor("other-bureau"), found.period.id) == ()
    assert [one.number for one in framework.without_sheets(world.actor("other-bureau"), found.period.id, 2023)] == ["5"]
