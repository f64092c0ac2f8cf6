"""Entering records: added, edited, entered for good, cancelled, reinstated, and the last act undone.

A save names the version it started from. If another was saved since, ``RecordSavedMeanwhile`` is raised and nothing is
kept; ``meanwhile`` then tells field by field what either side wrote.
"""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from pydantic import Field

from monosashi.model import FieldText, Message, Noun, Record, RecordFault, RecordState, Register
from monosashi.office.keeping import Actor
from monosashi.office.recording.refusals import (
    NoReason,
    RecordRefused,
    RecordSavedMeanwhile,
    RecordTaken,
    WrongState,
)
from monosashi.office.recording.seeing_registers import register_line
from monosashi.office.recording.whose import office_to, record_to
from monosashi.office.recording.writing import NEW, begin_records, write
from monosashi.registers.entering import record_of
from monosashi.registers.not_entered import ONLY_THIS
from monosashi.store.models import KeptRecord, RecordVersion
from monosashi.store.records import opened_record

_LONGEST = 500


class Entry(Noun):
    """A record as it is typed. ``texts``: by the field's code, as people write them; ``office``: the address of the
    organisation it is for (by default the actor's own), which is decided when the record is added."""

    texts: Mapping[str, str] = Field(default_factory=dict)
    policy: str = ""
    office: str = ""
    draft: bool = False

    @property
    def state(self) -> RecordState:
        """The state it is saved in."""
        return RecordState.DRAFT if self.draft else RecordState.ENTERED


class Where(Noun):
    """A record's place: the address of its ministry, its register, its id."""

    ministry: str
    register_code: str
    code: str


@transaction.atomic
def add(actor: Actor, ministry: str, register: str, entry: Entry) -> Where:
    """A new record, with the next id of its year. Raises ``RecordRefused``, ``NoSuchRegister``, ``SignInFirst``,
    ``MayNot``."""
    line = register_line(actor, ministry, register)
    organisation = office_to(actor, ministry, entry.office)
    record = _made(line.defined, entry, Record(kind=register, id=NEW, office=organisation.name))
    try:
        ((kept, named),) = begin_records(organisation, [record])
    except IntegrityError as error:
        raise RecordTaken(record.address) from error
    write(actor, organisation, [(kept, named)], "add")
    return Where(ministry=ministry, register_code=register, code=kept.code)


@transaction.atomic
def edit(actor: Actor, where: Where, started_from: int, entry: Entry, reason: str = "") -> int:
    """The record's next version; the same again is none. Gives the version's number. A cancelled record is reinstated
    first. Raises ``RecordSavedMeanwhile``, ``RecordRefused``, ``WrongState``, ``NoSuchRecord``, ``MayNot``."""
    kept, record = _opened(actor, where, started_from)
    if record.state is RecordState.CANCELLED:
        raise WrongState(kept.address)
    register = register_line(actor, where.ministry, where.register_code).defined
    now = _made(register, entry, record)
    if now == record:
        return kept.newest.number
    said = reason.replace("\x00", "").strip()[:_LONGEST]
    return _written(actor, kept, now, "edit", said, _changed(record, now))


@transaction.atomic
def enter(actor: Actor, where: Where, started_from: int) -> int:
    """A draft becomes a record that counts. Raises ``RecordRefused`` where something needed is not filled, and as
    ``edit``."""
    kept, record = _opened(actor, where, started_from)
    if record.state is not RecordState.DRAFT:
        raise WrongState(kept.address)
    register = register_line(actor, where.ministry, where.register_code).defined
    texts = {value.field: value.text for value in record.values}
    now = _made(register, Entry(texts=texts, policy=record.policy), record)
    return _written(actor, kept, now, "enter", "", ["state"])


@transaction.atomic
def cancel(actor: Actor, where: Where, started_from: int, reason: str) -> int:
    """Take a record back: the event did not take place, or it was entered by mistake. It stays, and counts no more.
    Raises ``NoReason`` and as ``edit``."""
    kept, record = _opened(actor, where, started_from)
    if record.state is RecordState.CANCELLED:
        raise WrongState(kept.address)
    now = record.model_copy(update={"state": RecordState.CANCELLED})
    return _written(actor, kept, now, "cancel", _reason(reason), ["state"])


@transaction.atomic
def reinstate(actor: Actor, where: Where, started_from: int, reason: str) -> int:
    """Bring a cancelled record back to the state it was in before. Raises ``NoReason`` and as ``edit``."""
    kept, record = _opened(actor, where, started_from)
    if record.state is not RecordState.CANCELLED:
        raise WrongState(kept.address)
    now = record.model_copy(update={"state": _state_before(kept)})
    return _written(actor, kept, now, "reinstate", _reason(reason), ["state"])


@transaction.atomic
def undo(actor: Actor, where: Where, started_from: int) -> int:
    """Take back the last act: the record says again what it said before. Undoing the adding cancels it; undoing an undoing
    does it again. Raises as ``edit``."""
    kept, record = _opened(actor, where, started_from)
    parent = kept.newest.parent
    now = opened_record(parent) if parent else record.model_copy(update={"state": RecordState.CANCELLED})
    return _written(actor, kept, now, "undo", "", _changed(record, now))


class Divergence(Noun):
    """A field that says otherwise on both sides: what it said when one began, what it says now, and what was typed."""

    field: str
    name: Message
    before: str
    theirs: str
    mine: str

    @property
    def both(self) -> bool:
        """Whether both sides changed it, and one has to be chosen."""
        return self.before not in (self.theirs, self.mine)


class Meanwhile(Noun):
    """What happened to a record since a save began: who saved which version, and each field in which the two sides
    differ."""

    version: int
    person: str
    fields: tuple[Divergence, ...]

    @property
    def merged(self) -> dict[str, str]:
        """What the form holds next: of each field that only they changed, theirs; of any other, what was typed."""
        return {one.field: one.mine if one.mine != one.before else one.theirs for one in self.fields}


def meanwhile(actor: Actor, where: Where, started_from: int, entry: Entry) -> Meanwhile:
    """What a conflict is about. Values are canonical texts, as kept; what cannot be read stays as typed. Raises
    ``NoSuchRecord``, ``MayNot``."""
    with transaction.atomic():
        kept = record_to(actor, where.ministry, where.register_code, where.code)
    register = register_line(actor, where.ministry, where.register_code).defined
    begun = RecordVersion.objects.filter(record=kept, number=started_from).first()
    theirs = opened_record(kept.newest)
    before = opened_record(begun) if begun else theirs
    mine, _ = record_of(register, kept.code, dict(entry.texts), policy=entry.policy, state=RecordState.DRAFT)
    named = {field.code: field.name for field in register.fields}
    sides = [(code, name, before.text(code), theirs.text(code)) for code, name in named.items()]
    sides.append(("policy", Message(ja="政策", en="Policy"), before.policy, theirs.policy))
    typed = {**{code: mine.text(code) or entry.texts.get(code, "").strip() for code in named}, "policy": mine.policy}
    return Meanwhile(
        version=kept.newest.number,
        person=kept.newest.author_name,
        fields=tuple(
            Divergence(field=code, name=name, before=old, theirs=now, mine=typed[code])
            for code, name, old, now in sides
            if now != typed[code]
        ),
    )


def _opened(actor: Actor, where: Where, started_from: int) -> tuple[KeptRecord, Record]:
    """The record, locked, as it stands. Raises ``RecordSavedMeanwhile`` and as ``record_to``."""
    kept = record_to(actor, where.ministry, where.register_code, where.code)
    if kept.newest.number != started_from:
        raise RecordSavedMeanwhile(kept.address, started_from, kept.newest.number)
    return kept, opened_record(kept.newest)


def _made(register: Register, entry: Entry, of: Record) -> Record:
    """The record that an entry makes of another: its id, office, proofs and values of fields that the register has no more
    stay. Raises ``RecordRefused``."""
    made, faults = record_of(
        register,
        of.id,
        dict(entry.texts),
        office=of.office,
        policy=entry.policy.strip(),
        state=entry.state,
        proofs=of.proofs,
    )
    found = [*(_of_all(fault) for fault in faults), *_odd_policy(entry)]
    if found:
        raise RecordRefused(found)
    known = {field.code for field in register.fields}
    earlier = tuple(FieldText(field=one.field, text=one.text) for one in of.values if one.field not in known)
    return made.model_copy(update={"values": (*made.values, *earlier), "invented": of.invented})


def _of_all(fault: RecordFault) -> RecordFault:
    """A fault of a record of which nothing is kept."""
    ja, en = ONLY_THIS
    return fault.model_copy(update={"ja": fault.ja.replace(ja, ""), "en": fault.en.replace(en, "")})


def _odd_policy(entry: Entry) -> list[RecordFault]:
    if len(entry.policy) <= _LONGEST and (entry.policy.isprintable() or not entry.policy):
        return []
    return [
        RecordFault(
            place="",
            field="policy",
            code="too-long",
            ja=f"政策の名前は、改行などを入れずに{_LONGEST}文字までで書いてください。",
            en=f"Write the policy's name on one line, in up to {_LONGEST} characters.",
        )
    ]


def _changed(before: Record, after: Record) -> list[str]:
    """The fields that say otherwise, by code."""
    codes = dict.fromkeys([value.field for record in (before, after) for value in record.values])
    parts = [part for part in ("state", "policy", "proofs") if getattr(before, part) != getattr(after, part)]
    return [*(code for code in codes if before.text(code) != after.text(code)), *parts]


def _written(actor: Actor, kept: KeptRecord, now: Record, act: str, reason: str, fields: list[str]) -> int:
    (version,) = write(actor, kept.ministry, [(kept, now)], act, reason=reason, details={"fields": fields})
    return version.number


def _reason(text: str) -> str:
    found = text.strip()
    if not found or len(found) > _LONGEST or "\x00" in found:
        raise NoReason
    return found


def _state_before(kept: KeptRecord) -> RecordState:
    """The last state of a cancelled record that was another."""
    for version in RecordVersion.objects.filter(record=kept).order_by("-number"):
        state = opened_record(version).state
        if state is not RecordState.CANCELLED:
            return state
    return RecordState.DRAFT
