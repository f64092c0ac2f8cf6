"""The one table: what decides about one thing and what chooses among many say the same, for every role and verb."""

import pytest
from django.db.models import Q

from monosashi.office.keeping import PUBLIC, Thing, may, require, rules, thing_of, within
from monosashi.office.keeping.who_may import MayNot, SignInFirst, require_role
from monosashi.office.library import NotInLibrary
from monosashi.office.refusals import NotThere
from monosashi.store.models import KeptSheet, Role
from tests.world import PEOPLE, World


def test_each_verb_has_a_cell_for_each_role() -> None:
    assert {verb: set(rule.reach) for verb, rule in rules().items()} == {verb: set(Role) for verb in rules()}
    assert {rule.scope for rule in rules().values()} == {"read", "collect", "write"}


def test_one_and_many_agree(world: World) -> None:
    KeptSheet.objects.filter(slug="soumu-R4-3").update(shown_to_council=True)
    things = {kept.slug: thing_of(kept) for kept in KeptSheet.objects.all()}
    for actor in [PUBLIC, *map(world.actor, PEOPLE)]:
        for verb in rules():
            chosen = set(KeptSheet.objects.filter(within(actor, verb)).values_list("slug", flat=True))
            assert chosen == {slug for slug, thing in things.items() if may(actor, verb, thing)}, (actor, verb)


def test_a_program_may_no_more_than_its_scopes(world: World) -> None:
    person = world.actor("office")
    thing = thing_of(world.sheets["soumu-R4-2"])
    reads = person.model_copy(update={"scopes": frozenset({"read"})})
    nothing = person.model_copy(update={"scopes": frozenset[str]()})
    assert [may(one, "see", thing) for one in (person, reads, nothing)] == [True, True, False]
    assert [may(one, "edit", thing) for one in (person, reads, nothing)] == [True, False, False]
    assert within(reads, "edit") == Q(pk__in=[])
    with pytest.raises(MayNot):
        require_role(nothing, "see_log")


@pytest.mark.parametrize(
    ("username", "released", "error"),
    [
        ("other-ministry", False, NotInLibrary),
        ("other-ministry", True, MayNot),
        ("auditor", False, MayNot),
        ("", False, NotInLibrary),
        ("", True, SignInFirst),
        ("bureau", False, None),
    ],
)
def test_what_may_not_be_seen_is_not_there(
    world: World, username: str, released: bool, error: type[Exception] | None
) -> None:
    actor = world.actor(username) if username else PUBLIC
    thing = thing_of(world.sheets["soumu-R4-2"]).model_copy(update={"released": released})
    if error is None:
        require(actor, "edit", thing)
    else:
        with pytest.raises(error):
            require(actor, "edit", thing)


def test_an_organisation_of_no_name_reaches_nothing(world: World) -> None:
    homeless = world.actor("office").model_copy(update={"ministry": ""})
    assert not may(homeless, "see", Thing())
    assert not KeptSheet.objects.filter(within(homeless, "see")).exists()
    with pytest.raises(NotThere):
        require(homeless, "see", Thing())
