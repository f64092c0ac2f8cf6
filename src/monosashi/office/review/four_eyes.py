"""Four eyes: nobody checks what they wrote, and each step is another person's than the one before.

A check looks at what was written since the last such check that still stands, or since the last release. An approval is
by none of those who checked this version, a release not by who approved it.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Max, Q

from monosashi.model import Noun
from monosashi.office.keeping import actor_of, may, rules, thing_of
from monosashi.office.keeping.who_may import Reach
from monosashi.store.models import KeptSheet, Person, Release, ReviewStep, Version

#: What each step may not be the same person's as: these steps on the same version.
_OTHERS = {
    "check_bureau": (),
    "check_office": ("check_bureau",),
    "approve": ("check_bureau", "check_office"),
    "release": ("approve",),
}
_CHECKS = ("check_bureau", "check_office")


class Taken(Noun):
    """A step that stands: which, about which version, by whom."""

    verb: str
    version: int
    person: int


class Trail(Noun):
    """Who had a hand in a sheet. ``authors``: each version's number with who wrote it; ``released``: the number of the
    version last released, 0 before the first."""

    head: int = 0
    authors: tuple[tuple[int, int], ...] = ()
    steps: tuple[Taken, ...] = ()
    released: int = 0

    def barred(self, verb: str) -> frozenset[int]:
        """The persons who may not take that step on the newest version.

        >>> Trail(head=2, authors=((1, 7), (2, 8))).barred("check_bureau") == {7, 8}
        True
        >>> checked = Taken(verb="check_bureau", version=1, person=9)
        >>> Trail(head=2, authors=((1, 7), (2, 8)), steps=(checked,)).barred("check_bureau") == {8}
        True
        """
        before = {step.person for step in self.steps if step.verb in _OTHERS[verb] and step.version == self.head}
        if verb not in _CHECKS:
            return frozenset(before)
        seen = max([self.released, *(step.version for step in self.steps if step.verb == verb)])
        return frozenset(before | {person for number, person in self.authors if number > seen})


def trails(sheets: Iterable[KeptSheet]) -> Mapping[int, Trail]:
    """The trail of each sheet by its key, in three queries for any number of sheets."""
    heads = {kept.pk: kept.newest.number for kept in sheets}
    authors: dict[int, list[tuple[int, int]]] = {}
    written = Version.objects.filter(sheet__in=heads, author__isnull=False).order_by("sheet", "number")
    for sheet, number, author in written.values_list("sheet_id", "number", "author_id"):
        authors.setdefault(sheet, []).append((number, author or 0))
    steps: dict[int, list[Taken]] = {}
    taken = ReviewStep.objects.filter(sheet__in=heads, undone=False).order_by("time", "id")
    for sheet, verb, version, person in taken.values_list("sheet_id", "verb", "version__number", "person_id"):
        steps.setdefault(sheet, []).append(Taken(verb=verb, version=version, person=person))
    released = dict(
        Release.objects.filter(sheet__in=heads).order_by().values_list("sheet_id").annotate(Max("version__number"))
    )
    return {
        sheet: Trail(
            head=head,
            authors=tuple(authors.get(sheet, ())),
            steps=tuple(steps.get(sheet, ())),
            released=released.get(sheet, 0),
        )
        for sheet, head in heads.items()
    }


def trail_of(kept: KeptSheet) -> Trail:
    """The trail of one sheet."""
    return trails([kept])[kept.pk]


def who_can(kept: KeptSheet, verb: str, barred: frozenset[int] = frozenset()) -> tuple[Person, ...]:
    """The people who may do a verb to a sheet and are not barred, by name."""
    roles = [role for role, reach in rules()[verb].reach.items() if reach is not Reach.NONE]
    ministry = kept.ministry_id
    here = Q(organisation=ministry) | Q(organisation__parent=ministry) | Q(organisation__parent__parent=ministry)
    people = Person.objects.filter(here, role__in=roles, is_active=True).select_related("organisation__parent__parent")
    thing = thing_of(kept)
    return tuple(
        person
        for person in people.order_by("name", "pk")
        if person.pk not in barred and may(actor_of(person), verb, thing)
    )
