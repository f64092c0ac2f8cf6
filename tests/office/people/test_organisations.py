"""Organisations: made, renamed, moved and closed, never deleted; and who sees which."""

import pytest

from monosashi.office.keeping import Shelf
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.people import accounts, organisations
from monosashi.office.people.organisations import (
    BadOrganisation,
    NoSuchOrganisation,
    OrganisationExists,
    OrganisationInUse,
    OrganisationKind,
)
from monosashi.office.people.reason import WhyMissing
from monosashi.store.models import KeptSheet, LogEntry, Organisation, Role
from tests.office.people.test_accounts import last_entry
from tests.world import World

MINISTRY, BUREAU, DIVISION = OrganisationKind


def test_the_tree_stands_each_after_what_it_belongs_to(world: World) -> None:
    seen = organisations.organisations(world.actor("keeper"))
    assert [(line.address, line.depth, line.people, line.sheets) for line in seen] == [
        ("env", 0, 1, 0),
        ("env-shizen", 1, 1, 0),
        ("env-shizen-1", 2, 0, 1),
        ("soumu", 0, 3, 0),
        ("soumu-jichi", 1, 1, 0),
        ("soumu-jichi-1", 2, 1, 1),
        ("soumu-kokusai", 1, 2, 0),
        ("soumu-kokusai-1", 2, 1, 1),
        ("soumu-kokusai-2", 2, 0, 1),
    ]
    assert {line.address for line in organisations.organisations(world.actor("other-office"))} == {
        "env",
        "env-shizen",
        "env-shizen-1",
    }


def test_an_organisation_is_made_below_another(world: World) -> None:
    organisations.make(world.actor("keeper"), DIVISION, "国際第三課", "3", "soumu-kokusai")
    made = Organisation.objects.get(address="soumu-kokusai-3")
    assert (made.kind, made.name, made.parent) == (DIVISION, "国際第三課", world.organisations["soumu-kokusai"])
    assert last_entry() == (
        "make-organisation",
        "soumu-kokusai-3",
        "soumu",
        {"kind": "division", "name": "国際第三課", "parent": "soumu-kokusai"},
    )


def test_an_organisation_that_cannot_be_is_not_made(world: World) -> None:
    wrong: list[tuple[OrganisationKind, str, str, str, type[Exception]]] = [
        (MINISTRY, "物差し省", "monosashi", "", BadOrganisation),
        (MINISTRY, "総務省", "soumu", "", OrganisationExists),
        (MINISTRY, "内閣府", "cao", "soumu", BadOrganisation),
        (BUREAU, "局", "x", "", BadOrganisation),
        (BUREAU, "局", "x", "soumu-kokusai", BadOrganisation),
        (DIVISION, "課", "x", "soumu", BadOrganisation),
        (DIVISION, "課", "x", "nowhere", NoSuchOrganisation),
        (DIVISION, "課", "１課", "soumu-kokusai", BadOrganisation),
        (DIVISION, "課", "x" * 80, "soumu-kokusai", BadOrganisation),
        (DIVISION, " ", "x", "soumu-kokusai", BadOrganisation),
        (DIVISION, "課", "1", "soumu-kokusai", OrganisationExists),
    ]
    before = Organisation.objects.count(), LogEntry.objects.count()
    for kind, name, address, parent, refusal in wrong:
        with pytest.raises(refusal):
            organisations.make(world.actor("keeper"), kind, name, address, parent)
    assert (Organisation.objects.count(), LogEntry.objects.count()) == before


def test_a_renamed_organisation_keeps_its_address(world: World) -> None:
    organisations.rename(world.actor("keeper"), "soumu-kokusai", "国際戦略局", "組織令の改正")
    assert Organisation.objects.get(address="soumu-kokusai").name == "国際戦略局"
    changes = [{"at": "name", "was": "国際局", "now": "国際戦略局"}]
    assert last_entry() == (
        "rename-organisation",
        "soumu-kokusai",
        "soumu",
        {"changes": changes, "why": "組織令の改正"},
    )


def test_a_division_takes_its_sheets_along(world: World) -> None:
    assert organisations.move(world.actor("keeper"), "soumu-kokusai-1", "soumu-jichi", "組織令の改正") == 1
    assert KeptSheet.objects.get(slug="soumu-R4-2").bureau == world.organisations["soumu-jichi"]
    assert [record.slug for record in Shelf(world.actor("bureau")).records()] == ["soumu-R4-3"]
    assert [record.slug for record in Shelf(world.actor("other-bureau")).records()] == ["soumu-R4-2", "soumu-R4-5"]


def test_a_move_that_cannot_be_is_not_made(world: World) -> None:
    wrong: list[tuple[str, str, type[Exception]]] = [
        ("soumu-kokusai-1", "env-shizen", BadOrganisation),
        ("soumu-kokusai", "env", BadOrganisation),
        ("soumu-kokusai-1", "soumu-kokusai-2", BadOrganisation),
        ("soumu-kokusai-1", "nowhere", NoSuchOrganisation),
        ("nowhere", "soumu-jichi", NoSuchOrganisation),
    ]
    for address, parent, refusal in wrong:
        with pytest.raises(refusal):
            organisations.move(world.actor("keeper"), address, parent, "x")


def test_an_organisation_with_people_or_something_below_is_not_closed(world: World) -> None:
    keeper = world.actor("keeper")
    for address in ("soumu", "soumu-kokusai", "soumu-kokusai-1"):
        with pytest.raises(OrganisationInUse):
            organisations.close(keeper, address, "x")
    accounts.close(keeper, "division", "退職")
    organisations.close(keeper, "soumu-kokusai-1", "廃止")
    assert Organisation.objects.get(address="soumu-kokusai-1").closed
    assert last_entry() == ("close-organisation", "soumu-kokusai-1", "soumu", {"why": "廃止"})


def test_nobody_joins_a_closed_organisation_until_it_is_reopened(world: World) -> None:
    keeper = world.actor("keeper")
    organisations.close(keeper, "soumu-kokusai-2", "廃止")
    asked = accounts.Asked(username="yamada", name="山田", role=Role.DIVISION, organisation="soumu-kokusai-2")
    with pytest.raises(NoSuchOrganisation):
        accounts.add(keeper, asked)
    organisations.reopen(keeper, "soumu-kokusai-2", "誤り")
    accounts.add(keeper, asked)


def test_nobody_but_the_keeper_manages_organisations(world: World) -> None:
    for username in ("office", "bureau", "auditor"):
        with pytest.raises(MayNot):
            organisations.make(world.actor(username), DIVISION, "課", "9", "soumu-kokusai")
        with pytest.raises(MayNot):
            organisations.rename(world.actor(username), "soumu-kokusai", "x", "x")
    with pytest.raises(NoSuchOrganisation):
        organisations.rename(world.actor("office"), "env", "x", "x")


def test_a_change_needs_a_reason(world: World) -> None:
    with pytest.raises(WhyMissing):
        organisations.rename(world.actor("keeper"), "soumu-kokusai", "x", "")
