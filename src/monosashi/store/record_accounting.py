"""Accounting of records and definitions: whether each of their versions is what the log tells (see
``monosashi.store.accounting``).

An entry that makes versions lists them in its details: ``records``, each ``{"record": address, "version", "sha256",
"parent"}`` (``monosashi.store.records.told_record``), and ``definitions``, each with ``kind`` and ``code`` instead of
``record``. The entry's person, time, ministry and ``reason`` are theirs.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from monosashi.store.canonical import instant, sha256_of
from monosashi.store.models import DefinitionVersion, RecordVersion

#: Rows of these are short.
_AT_ONCE = 200


class Key(NamedTuple):
    """Which version: of what, whose (a ministry's address), how it is named there, and its number."""

    what: str
    ministry: str
    name: str
    number: int

    def __str__(self) -> str:
        return f"{self.ministry}/{self.name} v{self.number}"


class Wrong(NamedTuple):
    """A version that is not as the log tells. ``kind``: as of a ``Discrepancy``; ``entry``: its number, 0 without one."""

    kind: str
    key: Key
    entry: int


#: What entries tell: by version, the entry's number and everything that must be as told.
Tellings = dict[Key, tuple[int, tuple[str, ...]]]


def enter(told: Tellings, record: dict[str, Any]) -> None:
    """Take in what one entry of the log tells of records and definitions."""
    details = record["details"]
    beside = (record["person"], record["time"], str(details.get("reason", "")))
    for one in _listed(details, "records"):
        key = Key("record", record["ministry"], str(one.get("record")), int(one.get("version", 0)))
        told[key] = (record["number"], (str(one.get("sha256")), str(one.get("parent")), *beside))
    for one in _listed(details, "definitions"):
        name = f"{one.get('kind')}/{one.get('code')}"
        key = Key("definition", record["ministry"], name, int(one.get("version", 0)))
        told[key] = (record["number"], (str(one.get("sha256")), str(one.get("parent")), *beside))


def _listed(details: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = details.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def examine_records(using: str, told: Tellings) -> Iterator[Wrong]:
    """Every version of a record or definition that is not as told, and what was told and is not there."""
    untold = dict(told)
    for key, content, sha256, said in [*_records(using), *_definitions(using)]:
        known = untold.pop(key, None)
        number = known[0] if known else 0
        if sha256_of(content) != sha256:
            yield Wrong("edited", key, number)
        elif known is None:
            yield Wrong("untold", key, 0)
        elif known[1] != said:
            yield Wrong("otherwise", key, number)
    for key, (number, _) in untold.items():
        yield Wrong("missing", key, number)


_Version = tuple[Key, str, str, tuple[str, ...]]


def _records(using: str) -> Iterator[_Version]:
    rows = RecordVersion.objects.using(using).order_by("pk").select_related("record__ministry", "parent")
    for row in rows.defer("parent__content").iterator(chunk_size=_AT_ONCE):
        key = Key("record", row.record.ministry.address, row.record.address, row.number)
        yield key, row.content, row.sha256, _said(row)


def _definitions(using: str) -> Iterator[_Version]:
    rows = DefinitionVersion.objects.using(using).order_by("pk").select_related("definition__ministry", "parent")
    for row in rows.iterator(chunk_size=_AT_ONCE):
        whose = row.definition
        key = Key("definition", whose.ministry.address, f"{whose.kind}/{whose.code}", row.number)
        yield key, row.content, row.sha256, _said(row)


def _said(row: RecordVersion | DefinitionVersion) -> tuple[str, ...]:
    parent = row.parent.sha256 if row.parent else ""
    return row.sha256, parent, row.author_name, instant(row.time), row.reason
