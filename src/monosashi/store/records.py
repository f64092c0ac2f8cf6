"""Versions of records and definitions: appended, never changed.

What is appended is told to the log by its caller, in details of one shape (``told_record``, ``told_definition``), which
``monosashi.store.record_accounting`` reads again.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import CountingRule, Record, Register
from monosashi.store.canonical import canonical, sha256_of
from monosashi.store.models import DefinitionVersion, KeptDefinition, KeptRecord, Person, RecordVersion
from monosashi.store.signature import Signature

#: Rows of a record are short: so many go into one statement.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Deed:
    """Who appends versions, when, by which act, and why. ``signed``: as the log's entry names the author."""

    author: Person | None
    signed: Signature
    time: dt.datetime
    act: str = ""
    reason: str = ""


def append_records(entries: Sequence[tuple[KeptRecord, Record]], by: Deed) -> list[RecordVersion]:
    """The next version of each record, which becomes its head. The caller holds the rows locked; rows that are new are
    saved already."""
    versions = [_version_of(kept, record, by) for kept, record in entries]
    made = RecordVersion.objects.bulk_create(versions, batch_size=_AT_ONCE)
    for (kept, _), version in zip(entries, made, strict=True):
        kept.head = version
    KeptRecord.objects.bulk_update([kept for kept, _ in entries], ["head"], batch_size=_AT_ONCE)
    return made


def _version_of(kept: KeptRecord, record: Record, by: Deed) -> RecordVersion:
    parent = kept.head
    content = content_of(record)
    return RecordVersion(
        record=kept,
        number=parent.number + 1 if parent else 1,
        parent=parent,
        author=by.author,
        author_name=by.signed,
        time=by.time,
        act=by.act,
        reason=by.reason,
        content=content,
        sha256=sha256_of(content),
    )


def append_definition(
    kept: KeptDefinition, defined: Register | CountingRule, written: str, by: Deed
) -> DefinitionVersion:
    """The next version of a definition, which becomes its head. ``written``: the TOML it was sent as."""
    parent = kept.head
    content = content_of(defined)
    version = DefinitionVersion.objects.create(
        definition=kept,
        number=parent.number + 1 if parent else 1,
        parent=parent,
        author=by.author,
        author_name=by.signed,
        time=by.time,
        reason=by.reason,
        content=content,
        sha256=sha256_of(content),
        written=written,
    )
    kept.head = version
    kept.save(update_fields=["head"])
    return version


def content_of(noun: Record | Register | CountingRule) -> str:
    """The canonical JSON of a version."""
    return canonical(noun.model_dump(mode="json"))


def opened_record(version: RecordVersion) -> Record:
    """The record of a version. Raises ``ValueError`` for content that is none."""
    return Record.model_validate_json(version.content)


def told_record(version: RecordVersion) -> dict[str, object]:
    """What the log says of a version: whose it is, its number, its hash and its parent's."""
    parent = version.parent
    return {
        "record": version.record.address,
        "version": version.number,
        "sha256": version.sha256,
        "parent": parent.sha256 if parent else "",
    }


def told_definition(version: DefinitionVersion) -> dict[str, object]:
    """The same of a definition."""
    parent = version.parent
    return {
        "kind": version.definition.kind,
        "code": version.definition.code,
        "version": version.number,
        "sha256": version.sha256,
        "parent": parent.sha256 if parent else "",
    }
