"""The table of who may what, tried from outside: a list shows what the question for one thing allows, nothing more."""

import pytest

from monosashi.office.keeping import PUBLIC, Actor, may, rules, thing_of, within
from monosashi.office.keeping.who_may import thing_of_organisation
from monosashi.store.models import KeptSheet, Organisation, Role
from tests.world import World


def actors(world: World) -> list[Actor]:
    """Everyone, the public, and people whose role and organisation do not go together, as a slip of the hand might make."""
    stray = [
        world.actor(username).model_copy(update={"role": role})
        for username in ("keeper", "office", "bureau", "division")
        for role in Role
    ]
    program = world.actor("bureau").model_copy(update={"scopes": frozenset({"collect"})})
    return [*map(world.actor, world.people), PUBLIC, program, *stray]


@pytest.mark.parametrize("shown", [False, True])
def test_a_list_holds_what_may_be_asked_for_one_by_one(world: World, shown: bool) -> None:
    KeptSheet.objects.update(shown_to_council=shown)
    things = {kept.slug: thing_of(kept) for kept in KeptSheet.objects.all()}
    for actor in actors(world):
        for verb in rules():
            listed = set(KeptSheet.objects.filter(within(actor, verb)).values_list("slug", flat=True))
            assert listed == {slug for slug, thing in things.items() if may(actor, verb, thing)}, (actor, verb)


def test_nobody_of_one_ministry_does_anything_in_another(world: World) -> None:
    foreign = thing_of_organisation(Organisation.objects.get(address="env-shizen-1"))
    # the outside books are no ministry's: everyone signed in sees them, an evaluation office brings them in
    for username in ("office", "office2"):
        assert [verb for verb in rules() if may(world.actor(username), verb, foreign)] == ["see_books", "import_books"]
    for username in ("bureau", "division", "other-bureau", "council"):
        assert [verb for verb in rules() if may(world.actor(username), verb, foreign)] == ["see_books"]


def test_who_writes_nothing_and_who_sees_no_sheet(world: World) -> None:
    thing = thing_of(world.sheets["soumu-R4-2"])
    able = {
        who: {verb for verb in rules() if may(world.actor(who), verb, thing)}
        for who in ("auditor", "keeper", "council")
    }
    assert {rules()[verb].scope for verb in able["auditor"]} == {"read"}
    assert able["keeper"] == {"see_people", "manage_people", "operate", "see_books", "import_books"}
    assert able["council"] == {"see_books"}


def test_a_program_does_nothing_that_its_person_may_not_nor_beyond_its_scopes(world: World) -> None:
    for username in world.people:
        for kept in world.sheets.values():
            thing = thing_of(kept)
            for scope in ("read", "collect", "write"):
                program = world.actor(username).model_copy(update={"scopes": frozenset({scope})})
                able = {verb for verb in rules() if may(program, verb, thing)}
                own = {verb for verb in rules() if may(world.actor(username), verb, thing)}
                assert able == {verb for verb in own if rules()[verb].scope == scope}
