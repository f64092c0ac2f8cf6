"""Many records at once: a workbook or file that is sent, shown as what it would do, and taken over whole or not at all."""

import datetime as dt
import hashlib
from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import Q

from monosashi.model import Noun, Record, RecordFault, RecordState, Register
from monosashi.model.register_paper import text_digest
from monosashi.office.keeping import Actor, clock, may
from monosashi.office.keeping.actor import person_of
from monosashi.office.keeping.who_may import Thing, require_role
from monosashi.office.recording.history import FieldChange, changes_between
from monosashi.office.recording.reading_out import offices_by_name
from monosashi.office.recording.refusals import NoSuchUpload, RecordsMoved
from monosashi.office.recording.seeing_registers import RegisterLine, register_line
from monosashi.office.recording.sent import Sent, SentRow, record_of_row
from monosashi.office.recording.sent_files import read_sent
from monosashi.office.recording.whose import WITH, office_to, thing_of_record
from monosashi.office.recording.writing import NEW, begin_for, write
from monosashi.registers.showing import shown
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import KeptRecord, Organisation, RecordFile, RecordUpload
from monosashi.store.records import opened_record

_LONGEST_NAME = 200


class PlannedRecord(Noun):
    """What a file would do to one record. ``doing``: added, changed, left. ``crossed``: it was changed here since the
    workbook was made, in a field that the workbook changes too."""

    doing: str
    record: Record
    changes: tuple[FieldChange, ...] = ()
    crossed: bool = False
    place: str


class RecordsPlan(Noun):
    """What taking a file over would do. ``sign``: by which one sees that it is still the same plan."""

    upload: int
    name: str
    state: str
    workbook: bool
    whole: RegisterLine
    records: tuple[PlannedRecord, ...]
    faults: tuple[RecordFault, ...]
    untaken: tuple[RecordFault, ...] = ()
    sign: str

    def of(self, doing: str) -> tuple[PlannedRecord, ...]:
        """The records to which that is done."""
        return tuple(record for record in self.records if record.doing == doing)

    @property
    def ready(self) -> bool:
        """Whether it can be taken over."""
        return self.state == "open" and not self.faults and any(one.doing != "left" for one in self.records)


class TakenOver(Noun):
    """How many records were added and changed."""

    register_code: str
    added: int
    changed: int


class UploadLine(Noun):
    """A file that was sent, as lists show it."""

    id: int
    name: str
    person: str
    time: dt.datetime
    state: str


def upload_records(actor: Actor, ministry: str, register: str, data: bytes, name: str) -> int:
    """Keep a workbook or file of records and what it says; nothing is entered yet. Gives the upload's number. Raises
    ``RecordsFileRefused`` for a file that is none, ``NoSuchRegister``, ``MayNot``."""
    line = register_line(actor, ministry, register)
    own = office_to(actor, ministry, "")
    name = name.replace("\x00", "")[:_LONGEST_NAME] or "records"
    sent, media_type = read_sent(data, name, line)
    with transaction.atomic():
        document = keep_document(data, name, media_type, clock.now())
        kept = RecordUpload.objects.create(
            ministry=_ministry(ministry),
            bureau=own.parent if own.kind == "division" else own if own.kind == "bureau" else None,
            division=own if own.kind == "division" else None,
            register=register,
            document=document,
            content=sent.model_dump_json(),
            person=person_of(actor),
            person_name=actor.signed,
            time=clock.now(),
        )
        details = {"document": document.sha256, "name": document.name, "faults": len(sent.faults)}
        append("upload_records", register, person=actor.signed, time=clock.now(), whose=own, details=details)
    return kept.pk


def uploads_for(actor: Actor, ministry: str, register: str) -> tuple[UploadLine, ...]:
    """The files sent to a register that the actor may open, the newest first; those waiting and the last few others.
    Raises ``NoSuchRegister``, ``MayNot``."""
    register_line(actor, ministry, register)
    rows = RecordUpload.objects.filter(_own(actor), ministry__address=ministry, register=register)
    found = rows.select_related("document").defer("document__data", "content")[:10]
    return tuple(
        UploadLine(id=row.pk, name=row.document.name, person=row.person_name, time=row.time, state=row.state)
        for row in found
    )


def plan(actor: Actor, ministry: str, upload_id: int) -> RecordsPlan:
    """What taking a file over would do now. Raises ``NoSuchUpload``, ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    return _plan(actor, _upload(actor, ministry, upload_id))


@transaction.atomic
def take_over(actor: Actor, ministry: str, upload_id: int, sign: str) -> TakenOver:
    """Take a file over as its plan says, all of it. Raises ``RecordsMoved`` where the plan is no longer ``sign``'s, has a
    fault or was taken already, and as ``plan``."""
    seen = _upload(actor, ministry, upload_id)
    # nobody may enter between the plan and its doing
    whose = Organisation.objects.select_for_update().get(pk=seen.ministry_id)
    kept = RecordUpload.objects.select_for_update().get(pk=seen.pk)
    found = _plan(actor, _upload(actor, ministry, upload_id))
    if not found.ready or found.sign != sign or kept.state != "open":
        raise RecordsMoved
    names, own = offices_by_name(actor, whose), office_to(actor, ministry, "")
    added = [(names.get(one.record.office, own), one.record) for one in found.of("added")]
    changed = {one.record.id: one.record for one in found.of("changed")}
    rows = KeptRecord.objects.filter(ministry=whose, register=seen.register, code__in=changed)
    entries = [(row, changed[row.code]) for row in rows.select_related(*WITH, "head__parent").order_by("pk")]
    try:
        with transaction.atomic():
            entries += begin_for([(office, _of(record, office)) for office, record in added]) if added else []
    except IntegrityError as error:
        raise RecordsMoved from error
    details = {"document": seen.document_id}
    write(actor, whose, entries, "import", object_=f"{seen.register} ({len(entries)})", details=details)
    RecordUpload.objects.filter(pk=kept.pk).update(state="taken")
    return TakenOver(register_code=seen.register, added=len(added), changed=len(changed))


def set_aside(actor: Actor, ministry: str, upload_id: int) -> str:
    """Put a file away without taking it over. Gives its register. Raises ``NoSuchUpload``."""
    kept = _upload(actor, ministry, upload_id)
    RecordUpload.objects.filter(pk=kept.pk, state="open").update(state="set_aside")
    return kept.register


def upload_seen(actor: Actor, ministry: str, upload_id: int) -> RecordUpload:
    """The file as it came, if the actor may open it. Raises ``NoSuchUpload``, ``SignInFirst``, ``MayNot``."""
    return _upload(actor, ministry, upload_id)


def _of(record: Record, office: Organisation) -> Record:
    """A new record under the name of the office that it goes to, unless it names one itself."""
    return record if record.office else record.model_copy(update={"office": office.name})


def _ministry(address: str) -> Organisation:
    return Organisation.objects.get(address=address)


def _own(actor: Actor) -> Q:
    """The files that an actor may open: those it sent, and, of who records for a ministry, all."""
    return Q() if may(actor, "record", Thing(ministry=actor.ministry)) else Q(person=actor.person)


def _upload(actor: Actor, ministry: str, upload_id: int) -> RecordUpload:
    require_role(actor, "record")
    rows = RecordUpload.objects.filter(_own(actor), pk=upload_id, ministry__address=ministry)
    found = rows.select_related("ministry", "document").defer("document__data").first()
    if found is None or actor.ministry != ministry:
        raise NoSuchUpload
    return found


def _plan(actor: Actor, kept: RecordUpload) -> RecordsPlan:
    sent = Sent.model_validate_json(kept.content)
    whole = register_line(actor, kept.ministry.address, kept.register)
    there = _there(kept, sent)
    files = set(RecordFile.objects.filter(record__in=there.values()).values_list("record_id", "document_id"))
    faults: list[RecordFault] = list(sent.faults)
    unread = {(fault.record, fault.field) for fault in faults}
    planned: list[PlannedRecord] = []
    for row in sent.rows:
        known = there.get(row.id)
        one, wrong = _planned(row, whole.defined, known)
        # what could not be read is told once, not again as blank
        faults += [fault for fault in wrong if fault.code != "unfilled" or (row.id, fault.field) not in unread]
        if known and one.doing == "changed" and not may(actor, "record", thing_of_record(known)):
            faults.append(
                _fault(
                    row,
                    "of-others",
                    "ほかの局・課の記録なので、変えられません。",
                    "It is another office's record, which you may not change.",
                )
            )
        named = {proof.sha256 for proof in one.record.proofs if proof.sha256}
        if {(known.pk if known else 0, sha256) for sha256 in named} - files:
            faults.append(
                _fault(
                    row,
                    "file-not-here",
                    "根拠資料のファイルがここにありません。ファイルは記録のページで付けてください。",
                    "The evidence names a file that is not kept here. Attach files on the record's page.",
                )
            )
        planned.append(one)
    versions = sorted((code, row.newest.number) for code, row in there.items())
    told = (
        whole.version,
        versions,
        [(one.doing, one.record.model_dump_json()) for one in planned],
        [f.code for f in faults],
    )
    return RecordsPlan(
        upload=kept.pk,
        name=kept.document.name,
        state=kept.state,
        workbook=sent.workbook,
        whole=whole,
        records=tuple(planned),
        faults=tuple(_short(fault) for fault in faults),
        untaken=sent.untaken,
        sign=hashlib.sha256(repr(told).encode()).hexdigest(),
    )


def _there(kept: RecordUpload, sent: Sent) -> dict[str, KeptRecord]:
    codes = [row.id for row in sent.rows]
    rows = KeptRecord.objects.filter(ministry=kept.ministry, register=kept.register, code__in=codes)
    return {row.code: row for row in rows.select_related(*WITH, "head")}


def _planned(row: SentRow, register: Register, known: KeptRecord | None) -> tuple[PlannedRecord, list[RecordFault]]:
    now = (
        opened_record(known.newest)
        if known
        else Record(kind=register.code, id=row.id, office=row.office, state=RecordState.ENTERED)
    )
    made, wrong = record_of_row(row, register, now)
    faults = list(wrong)
    if known is None and row.made_with:
        faults.append(_fault(row, "no-such-record", "この番号の記録はありません。", "There is no record of this id."))
    doing = "added" if known is None else "left" if made == now else "changed"
    changes = changes_between(now, made, register.fields) if known else ()
    return PlannedRecord(
        doing=doing, record=made, changes=changes, crossed=_crossed(row, now, register), place=row.place
    ), faults


def _crossed(row: SentRow, now: Record, register: Register) -> bool:
    """Whether a field that the row changes was changed here too since the workbook was made."""
    fields: Mapping[str, str] = {field.code: shown(field, now.text(field.code), "ja") for field in register.fields}
    return any(
        code in row.made_with and text_digest(fields[code]) != row.made_with[code]
        for code in row.texts
        if code in fields
    )


def _fault(row: SentRow, code: str, ja: str, en: str) -> RecordFault:
    return RecordFault(place=row.place, record=row.id, code=code, ja=ja, en=en)


def _short(fault: RecordFault) -> RecordFault:
    """A fault as it is shown: a record that has no id yet is named by none."""
    return fault.model_copy(update={"record": ""}) if fault.record.startswith(NEW) else fault
