"""Of what and of whom a round may ask: the sheets of the ministry, its bureaus and divisions."""

from collections.abc import Iterable

from monosashi.office.keeping import Actor, require_role, within
from monosashi.store.models import KeptSheet, Organisation, OrganisationKind


def organisations_to_ask(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Addresses and names of the bureaus and divisions that a round of the actor's ministry may be addressed to."""
    require_role(actor, "collect")
    rows = (
        Organisation.objects.filter(closed=False)
        .exclude(kind=OrganisationKind.MINISTRY)
        .select_related("parent__parent")
    )
    found = []
    for row in rows:
        ministry, bureau = row.above(OrganisationKind.MINISTRY), row.above(OrganisationKind.BUREAU)
        if ministry and bureau and ministry.address == actor.ministry:
            found.append((row.address, row.name if row == bureau else f"{bureau.name} {row.name}"))
    return tuple(found)


def kept_sheets(actor: Actor) -> Iterable[KeptSheet]:
    """The sheets of the actor's ministry whose measures may be asked for."""
    return (
        KeptSheet.objects.filter(within(actor, "collect"), kind="plan", head__isnull=False)
        .select_related("ministry", "bureau", "division", "head")
        .defer("head__content")
        .order_by("nendo", "slug")
    )
