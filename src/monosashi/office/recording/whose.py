"""Whose a record is: the ministry, bureau and division it is entered for, and whether an actor may do something to it."""

from monosashi.model import Noun
from monosashi.office.keeping import Actor, may, require_role
from monosashi.office.keeping.who_may import MayNot, Thing, thing_of_organisation
from monosashi.office.recording.refusals import NoSuchRecord, NoSuchRegister
from monosashi.office.recording.seeing_registers import ministry_seen
from monosashi.store.models import KeptRecord, Organisation, OrganisationKind

#: The organisations of a record, for ``may`` and for names.
WITH = ("ministry", "bureau", "division")


class OfficeChoice(Noun):
    """An organisation for which an actor may enter records. ``depth``: 0 the ministry, 1 a bureau, 2 a division."""

    address: str
    name: str
    depth: int


def thing_of_record(kept: KeptRecord) -> Thing:
    """A record as a thing."""
    return Thing(
        ministry=kept.ministry.address,
        bureau=kept.bureau.address if kept.bureau else "",
        division=kept.division.address if kept.division else "",
    )


def record_seen(actor: Actor, ministry: str, register: str, code: str) -> KeptRecord:
    """The record, if the actor may see it. Raises ``NoSuchRecord``, ``SignInFirst``, ``MayNot``."""
    require_role(actor, "see_records")
    if "\x00" in code:
        raise NoSuchRecord
    rows = KeptRecord.objects.select_related(*WITH, "head__author", "head__parent")
    found = rows.filter(ministry__address=ministry, register=register, code=code, head__isnull=False).first()
    if found is None or not may(actor, "see_records", thing_of_record(found)):
        raise NoSuchRecord
    return found


def record_to(actor: Actor, ministry: str, register: str, code: str) -> KeptRecord:
    """The record, to write to it, its row locked until the transaction ends. Raises as ``record_seen``, and ``MayNot``."""
    found = record_seen(actor, ministry, register, code)
    if not may(actor, "record", thing_of_record(found)):
        raise MayNot("record")
    # the row alone is locked, and read anew: another may have saved since it was looked for
    locked = KeptRecord.objects.select_for_update().get(pk=found.pk)
    return KeptRecord.objects.select_related(*WITH, "head__parent").get(pk=locked.pk)


def offices_for(actor: Actor, ministry: str) -> tuple[OfficeChoice, ...]:
    """The organisations of a ministry for which the actor may enter records, each bureau before its divisions. Raises as
    ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    found = []
    rows = Organisation.objects.filter(closed=False).select_related("parent__parent").order_by("address")
    children: dict[int | None, list[Organisation]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)

    def walk(row: Organisation, depth: int) -> None:
        if may(actor, "record", thing_of_organisation(row)):
            found.append(OfficeChoice(address=row.address, name=row.name, depth=depth))
        for child in children.get(row.pk, []):
            walk(child, depth + 1)

    walk(whose, 0)
    return tuple(found)


def office_to(actor: Actor, ministry: str, address: str) -> Organisation:
    """The organisation to enter records for; without an address the actor's own. Raises ``NoSuchRegister``, ``MayNot``."""
    whose = ministry_seen(actor, ministry)
    wanted = address or actor.division or actor.bureau or ministry
    found = Organisation.objects.select_related("parent__parent").filter(address=wanted).first()
    if found is None or found.above(OrganisationKind.MINISTRY) != whose:
        raise NoSuchRegister
    if not may(actor, "record", thing_of_organisation(found)):
        raise MayNot("record")
    return found
