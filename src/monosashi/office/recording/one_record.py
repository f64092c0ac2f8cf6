"""One record with everything that its page tells, and the records that may be of the same event."""

import datetime as dt
from collections.abc import Sequence

from monosashi.model import FieldKind, Noun, Record, RecordState, Register, RegisterField
from monosashi.model.folding import key
from monosashi.office.keeping import Actor
from monosashi.office.recording.refusals import NoSuchRecord
from monosashi.office.recording.seeing import RecordLine, lines_of
from monosashi.office.recording.seeing_registers import RegisterLine, ministry_seen, register_line
from monosashi.office.recording.whose import record_seen
from monosashi.store.models import KeptRecord, RecordFile, RecordRow


class EarlierValue(Noun):
    """A value of a field that the register has no more."""

    field: str
    text: str


class RecordSeen(Noun):
    """One record with everything that its page tells. ``earlier``: values of fields that the register no longer has;
    ``same_event``: records that may be of the same event; ``references``: the addresses of other records that its
    fields name and that are there; ``files``: sha256 of the evidence that is kept here."""

    line: RecordLine
    whole: RegisterLine
    earlier: tuple[EarlierValue, ...]
    same_event: tuple[RecordLine, ...]
    references: frozenset[str]
    files: frozenset[str]
    created: dt.datetime
    saved: dt.datetime
    saved_by: str
    last_act: str


def record(actor: Actor, ministry: str, register: str, code: str) -> RecordSeen:
    """One record. Raises ``NoSuchRecord``, ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    kept = record_seen(actor, ministry, register, code)
    whose = register_line(actor, ministry, register)
    rows = RecordRow.objects.filter(record=kept)
    lines = lines_of(actor, rows)
    if not lines:
        raise NoSuchRecord
    said = lines[0].record
    known = {field.code for field in whose.defined.fields}
    head = kept.newest
    return RecordSeen(
        line=lines[0],
        whole=whose,
        earlier=tuple(EarlierValue(field=one.field, text=one.text) for one in said.values if one.field not in known),
        same_event=same_event(actor, ministry, whose.defined, said),
        references=_references(kept, said, whose.defined.fields),
        files=frozenset(RecordFile.objects.filter(record=kept).values_list("document_id", flat=True)),
        created=kept.created,
        saved=head.time,
        saved_by=head.author_name,
        last_act=head.act,
    )


def _references(kept: KeptRecord, said: Record, fields: Sequence[RegisterField]) -> frozenset[str]:
    """The records that fields name by their addresses, those that are there."""
    named = {said.text(field.code) for field in fields if field.kind is FieldKind.RECORD} - {""}
    if not named:
        return frozenset()
    codes = [address.partition("/")[2] for address in named]
    rows = KeptRecord.objects.filter(ministry=kept.ministry, code__in=codes)
    return frozenset(row.address for row in rows if row.address in named)


def same_event(actor: Actor, ministry: str, register: Register, said: Record) -> tuple[RecordLine, ...]:
    """The records of a register that may be of the same event: the same day and a counterpart in common (a country, a
    company, a name), or the same title. Never one that is cancelled, nor the record itself. Raises as ``page_of``."""
    ministry_seen(actor, ministry)
    day = said.text(register.day)
    if not day or said.state is RecordState.CANCELLED:
        return ()
    rows = RecordRow.objects.filter(record__ministry__address=ministry, record__register=register.code, day=_day(day))
    others = rows.exclude(record__code=said.id).exclude(state=RecordState.CANCELLED.value)
    own = _counterparts(register, said)
    return tuple(line for line in lines_of(actor, others) if own & _counterparts(register, line.record))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _counterparts(register: Register, said: Record) -> frozenset[tuple[str, str]]:
    """With whom and under which title an event was held, folded."""
    found = {(register.title, key(said.text(register.title)).casefold())} if said.text(register.title) else set()
    for field in register.fields:
        text = said.text(field.code)
        if field.kind is FieldKind.COUNTRIES:
            found |= {(field.kind.value, country) for country in text.split()}
        elif field.kind in (FieldKind.COMPANY, FieldKind.NAMES) and text:
            found |= {(field.kind.value, key(name).casefold()) for name in text.split("\n")}
    return frozenset(found)
