"""The bureaus and divisions from which the answerable one is chosen."""

from monosashi.model import Noun
from monosashi.office.framework.tree import found_period
from monosashi.office.keeping import Actor
from monosashi.store.models import Organisation, OrganisationKind


class Office(Noun):
    """A bureau or division. ``depth``: 1 for a bureau, 2 for a division under it."""

    address: str
    name: str
    depth: int


def offices(actor: Actor, period: int) -> tuple[Office, ...]:
    """The bureaus of a period's ministry, each followed by its divisions; those that are closed left out. Raises
    ``NoSuchPeriod``."""
    return offices_of(found_period(actor, period).ministry)


def offices_of(ministry: Organisation) -> tuple[Office, ...]:
    """The bureaus of a ministry, each followed by its divisions."""
    found: list[Office] = []
    bureaus = ministry.children.filter(kind=OrganisationKind.BUREAU, closed=False).order_by("address")
    for bureau in bureaus:
        found.append(Office(address=bureau.address, name=bureau.name, depth=1))
        for division in bureau.children.filter(closed=False).order_by("address"):
            found.append(Office(address=division.address, name=division.name, depth=2))
    return tuple(found)
