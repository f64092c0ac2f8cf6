"""A sheet opened to be written: for whom, at which version, and whether its state lets that person change it."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from monosashi.office.authoring.structure.authored import Authored
from monosashi.office.keeping.actor import Actor, actor_of
from monosashi.office.keeping.saving import open_to
from monosashi.office.keeping.who_may import may, require, thing_of
from monosashi.office.library import NotInLibrary
from monosashi.office.review.refusals import NoSuchVersion
from monosashi.store.models import KeptSheet, Person, Role, Version
from monosashi.store.versions import opened

#: How many of those who can send a sheet back are named.
_MOST_NAMED = 5


@dataclass(frozen=True)
class OpenedSheet:
    """``locked``: whether the sheet's state keeps this person from changing it."""

    kept: KeptSheet
    head: Version
    authored: Authored
    locked: bool

    def version(self, number: int) -> Version:
        """A version of the sheet. Raises ``NoSuchVersion``."""
        if number == self.head.number:
            return self.head
        found = self.kept.versions.filter(number=number).first()
        if found is None:
            raise NoSuchVersion(self.kept.slug, number)
        return found


def open_sheet(actor: Actor, slug: str) -> OpenedSheet:
    """The sheet as it is now, for someone who may edit it. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    rows = KeptSheet.objects.select_related("head__source", "head__sheet", "ministry", "bureau", "division")
    kept = rows.filter(slug=slug).first()
    if kept is None:
        raise NotInLibrary(slug)
    require(actor, "edit", thing_of(kept))
    head = kept.newest
    return OpenedSheet(kept, head, authored_of(head), locked=not open_to(actor, kept))


def authored_of(version: Version) -> Authored:
    """A version's sheet with its lasting ids."""
    return Authored(*opened(version))


def who_can_send_back(kept: KeptSheet) -> tuple[str, ...]:
    """The names of those who can send the sheet back, so that a person knows whom to ask."""
    thing = thing_of(kept)
    people = Person.objects.filter(is_active=True, role__in=(Role.OFFICE, Role.BUREAU)).select_related(
        "organisation__parent__parent"
    )
    named = (person for person in people.order_by("role", "username") if may(actor_of(person), "send_back", thing))
    office = [person.name for person in named if person.role == Role.OFFICE]
    return tuple(office[:_MOST_NAMED])


def told_time(time: dt.datetime) -> str:
    """A moment as pages tell it, by the clock on the wall: 2026-04-01 09:30."""
    return f"{timezone.localtime(time):%Y-%m-%d %H:%M}"
