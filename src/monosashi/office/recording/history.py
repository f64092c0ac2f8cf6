"""The history of a record: every version, by whom, when and why, and each field it changed, from what to what."""

import datetime as dt
from collections.abc import Sequence

from monosashi.model import Message, Noun, Record, RegisterField
from monosashi.office.keeping import Actor
from monosashi.office.recording.seeing_registers import register_line
from monosashi.office.recording.whose import record_seen
from monosashi.registers.showing import STATE_NAMES, shown
from monosashi.store.models import RecordVersion
from monosashi.store.records import opened_record


class FieldChange(Noun):
    """What one field said before and after, as people read it. ``field``: a field's code, or state, policy, proofs."""

    field: str
    name: Message
    was: Message
    now: Message


class VersionLine(Noun):
    """A version in a record's history: by which act, whose, when and why, and every field it changed."""

    number: int
    act: str
    person: str
    time: dt.datetime
    reason: str
    sha256: str
    changes: tuple[FieldChange, ...]


def history(actor: Actor, ministry: str, register: str, code: str) -> tuple[VersionLine, ...]:
    """Every version of a record, the newest first. Raises as ``record``."""
    kept = record_seen(actor, ministry, register, code)
    fields = register_line(actor, ministry, register).defined.fields
    found, before = [], None
    for version in RecordVersion.objects.filter(record=kept).order_by("number"):
        now = opened_record(version)
        found.append(_version(version, before, now, fields))
        before = now
    return tuple(reversed(found))


def _version(
    version: RecordVersion, before: Record | None, now: Record, fields: Sequence[RegisterField]
) -> VersionLine:
    return VersionLine(
        number=version.number,
        act=version.act,
        person=version.author_name,
        time=version.time,
        reason=version.reason,
        sha256=version.sha256,
        changes=changes_between(before, now, fields) if before else (),
    )


def changes_between(before: Record, now: Record, fields: Sequence[RegisterField]) -> tuple[FieldChange, ...]:
    """Each field that says otherwise in one record than in another, in the register's order."""
    known = {field.code: field for field in fields}
    changed: list[FieldChange] = []
    for code in dict.fromkeys([*known, *(one.field for side in (before, now) for one in side.values)]):
        was, is_ = before.text(code), now.text(code)
        if was != is_:
            field = known.get(code)
            name = field.name if field else Message(ja=code, en=code)
            changed.append(FieldChange(field=code, name=name, was=_read(field, was), now=_read(field, is_)))
    if before.state != now.state:
        name = Message(ja="状態", en="State")
        changed.append(FieldChange(field="state", name=name, was=STATE_NAMES[before.state], now=STATE_NAMES[now.state]))
    if before.policy != now.policy:
        name = Message(ja="政策", en="Policy")
        changed.append(
            FieldChange(field="policy", name=name, was=_read(None, before.policy), now=_read(None, now.policy))
        )
    if before.proofs != now.proofs:
        name = Message(ja="根拠資料", en="Evidence")
        changed.append(FieldChange(field="proofs", name=name, was=_proofs(before, now), now=_proofs(now, before)))
    return tuple(changed)


def _read(field: RegisterField | None, text: str) -> Message:
    """A value as people read it."""
    return Message(ja=shown(field, text, "ja"), en=shown(field, text, "en")) if field else Message(ja=text, en=text)


def _proofs(said: Record, other: Record) -> Message:
    """The evidence that one has and the other has not."""
    text = "、".join(proof.name or proof.url for proof in said.proofs if proof not in other.proofs)
    return Message(ja=text, en=text)
