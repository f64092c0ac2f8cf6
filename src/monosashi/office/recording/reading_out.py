"""Reading out: records, registers and rules as nouns, for the counts, the funds and the pages of evidence; and records
entered many at once."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import IntegrityError, transaction
from django.db.models import F

from monosashi.model import CountingRule, Message, Record, Register
from monosashi.office.keeping import Actor
from monosashi.office.library import NotInLibrary
from monosashi.office.recording.refusals import BatchRefused, RecordTaken
from monosashi.office.recording.seeing_registers import ministry_seen, register_lines, registers_of, rule_lines
from monosashi.office.recording.whose import office_to, offices_for
from monosashi.office.recording.writing import NEW, begin_for, write
from monosashi.registers.entering import is_id
from monosashi.store.models import KeptRecord, KeptSheet, Organisation, OrganisationKind, RecordVersion
from monosashi.store.records import opened_record

__all__ = ["NEW", "add_records", "ministry_of_sheet", "records_for", "registers_for", "rules_for"]


def ministry_of_sheet(slug: str) -> str:
    """The address of the ministry whose sheet that is. Raises ``NotInLibrary``."""
    found = KeptSheet.objects.filter(slug=slug).values_list("ministry__address", flat=True).first()
    if found is None:
        raise NotInLibrary(slug)
    return found


def records_for(actor: Actor, ministry: str, register: str = "") -> tuple[Record, ...]:
    """Every record of a ministry (by its address), or of one of its registers: drafts and cancelled ones too, since a
    count tells why they are left out. By register and id. Raises ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    whose = ministry_seen(actor, ministry)
    rows = RecordVersion.objects.filter(record__head=F("pk"), record__ministry=whose)
    if register:
        rows = rows.filter(record__register=register)
    return tuple(opened_record(version) for version in rows.order_by("record__register", "record__code"))


def registers_for(actor: Actor, ministry: str) -> tuple[Register, ...]:
    """The registers of a ministry, shipped and its own. Raises as ``records_for``."""
    return tuple(line.defined for line in register_lines(actor, ministry))


def rules_for(actor: Actor, ministry: str) -> tuple[CountingRule, ...]:
    """The counting rules of a ministry, shipped and its own. Raises as ``records_for``."""
    return tuple(line.rule for line in rule_lines(actor, ministry))


@transaction.atomic
def add_records(
    actor: Actor, records: Sequence[Record], *, ministry: str = "", reason: str = "", act: str = "add"
) -> tuple[str, ...]:
    """Enter records in bulk, each as it is, under one log entry; all or none. A record whose ``office`` is the name of an
    organisation that the actor may enter for goes to it, any other to the actor's own; one whose id begins with ``*`` is given the
    next of its year (K-2018-0007). Gives their addresses
    (consultations/K-2018-0007).

    ``ministry``: its address, by default the actor's own. Raises ``BatchRefused`` for a record whose register is not
    there or whose id cannot be one, ``RecordTaken``, ``NoSuchRegister``, ``MayNot``.
    """
    own = office_to(actor, ministry or actor.ministry, "")
    whose = own.above(OrganisationKind.MINISTRY) or own
    if not records:
        return ()
    registers = registers_of(whose)
    for record in records:
        _check(record, registers)
    offices = offices_by_name(actor, whose)
    try:
        with transaction.atomic():
            entries = begin_for([(offices.get(record.office, own), record) for record in records])
    except IntegrityError as error:
        raise RecordTaken(_taken(whose, records)) from error
    kinds = "、".join(sorted({record.kind for record in records}))
    write(actor, whose, entries, act, reason=reason, object_=f"{kinds} ({len(entries)})" if len(entries) > 1 else "")
    return tuple(kept.address for kept, _ in entries)


def _check(record: Record, registers: Mapping[str, Register]) -> None:
    if record.kind not in registers:
        raise BatchRefused(
            record,
            Message(ja=f"「{record.kind}」という台帳がありません", en=f"there is no register {record.kind}."),
        )
    if not is_id(record.id):
        raise BatchRefused(
            record,
            Message(
                ja="番号は80文字までで、空白と「/」を入れずに書きます",
                en="an id has up to 80 characters, without blanks and strokes.",
            ),
        )


def offices_by_name(actor: Actor, whose: Organisation) -> dict[str, Organisation]:
    """The organisations of a ministry that the actor may enter for, by name; a name that two bear names none."""
    addresses = {one.address for one in offices_for(actor, whose.address)}
    rows: Iterable[Organisation] = Organisation.objects.filter(address__in=addresses).select_related("parent__parent")
    found: dict[str, list[Organisation]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def _taken(whose: Organisation, records: Sequence[Record]) -> str:
    """The first of the records whose id is in use, or stands twice among them."""
    there = set(KeptRecord.objects.filter(ministry=whose).values_list("register", "code"))
    for record in records:
        if (record.kind, record.id) in there:
            return record.address
        there.add((record.kind, record.id))
    return records[0].address
