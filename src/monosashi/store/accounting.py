"""Accounting: whether what is kept is what the log says was kept, and the other way round.

The chain proves that the log is whole. That the versions, editions, documents and readings beside it are those it tells of
is proven here: each one's sha256 is computed anew from its content, and each is told by an entry.

What entries say of kept things, in their details:

- acts ``begin`` and ``save`` make a version: ``version`` (its number), ``sha256``, ``parent``, ``reason_code``, ``reason``;
- an ``edition`` beside a ``sha256`` makes a release of the version with that hash;
- act ``upload`` keeps the document whose ``sha256`` it names, if any;
- ``records`` and ``definitions`` list versions of those (``monosashi.store.record_accounting``);
- ``document``, ``workbook`` and ``reading``, and a version's ``source``, are hashes of documents and readings that must be
  there.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from monosashi.store.canonical import instant, sha256_of
from monosashi.store.chain import Break, Link, Walk
from monosashi.store.log import SEARCHED
from monosashi.store.models import KeptDocument, KeptReading, LogEntry, LogHead, Release, Version
from monosashi.store.record_accounting import Tellings, enter, examine_records

_MAKES_A_VERSION = frozenset({"begin", "save"})
#: Details that are the hash of something kept.
_HASHED = {"document": "document", "workbook": "document", "reading": "reading", "source": "reading"}
_KEEPS_A_DOCUMENT = frozenset({"upload"})
_PARTS = {"number", "time", "person", "act", "ministry", "bureau", "object", "details"}
#: Rows of these are long: few at a time.
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry tells of a version or an edition: by which entry, and everything that must be as told."""

    number: int
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Something kept that is not as the log tells. ``kind``: edited (its content is not what its own hash says), untold
    (no entry), otherwise (an entry tells otherwise), missing (an entry, and nothing kept), columns (an entry's searchable
    columns are not its record's), head (the log ends elsewhere than its head). ``what``: version, release, document,
    reading, record, definition, entry; ``name`` names it; ``number``: the entry, 0 without one."""

    kind: str
    what: str
    name: str
    number: int = 0


@dataclass
class Account:
    """What a log tells was kept, gathered entry by entry."""

    versions: dict[tuple[str, int], Told] = field(default_factory=dict)
    releases: dict[tuple[str, int], Told] = field(default_factory=dict)
    hashes: dict[str, tuple[str, int]] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    recorded: Tellings = field(default_factory=dict)

    def enter(self, record: dict[str, Any]) -> None:
        """Take in one entry's record."""
        details, number, name = record["details"], record["number"], record["object"]
        self.mentioned.update(_hashes_in(details))
        enter(self.recorded, record)
        if record["act"] in _MAKES_A_VERSION and "version" in details:
            version = [str(details.get(key, "")) for key in ("sha256", "parent")]
            reasons = [str(details.get(key, "")) for key in ("reason_code", "reason")]
            said = (*version, record["person"], record["time"], *reasons)
            self.versions[name, details["version"]] = Told(number, said)
        if "edition" in details and "sha256" in details:
            self.releases.setdefault((name, details["edition"]), Told(number, (details["sha256"],)))
        for key, what in _HASHED.items():
            if _is_hash(details.get(key)):
                self.hashes.setdefault(details[key], (what, number))
        if record["act"] in _KEEPS_A_DOCUMENT and _is_hash(details.get("sha256")):
            self.hashes.setdefault(details["sha256"], ("document", number))


def examine(using: str, heads: dict[int, str]) -> Iterator[Break | Discrepancy]:
    """Everything that is wrong with the log and with what it tells of, in the database of that alias. ``heads``: hashes
    that were published, by entry number."""
    walk, account = Walk(heads), Account()
    for entry in LogEntry.objects.using(using).order_by("number").iterator(chunk_size=500):
        walk.step(Link(entry.number, entry.hash, entry.record))
        record = _record_of(entry)
        if record is None or not _shows(entry, record):
            yield Discrepancy("columns", "entry", entry.object, entry.number)
        if record is not None:
            account.enter(record)
    yield from walk.end()
    yield from _head(using, walk)
    yield from _versions(using, account)
    yield from _releases(using, account)
    yield from _by_hash(using, account)
    for wrong in examine_records(using, account.recorded):
        yield Discrepancy(wrong.kind, wrong.key.what, str(wrong.key), wrong.entry)


def _record_of(entry: LogEntry) -> dict[str, Any] | None:
    """The record of an entry; None where something else stands there."""
    try:
        record = json.loads(entry.record)
    except ValueError:
        return None
    return record if isinstance(record, dict) and record.keys() >= _PARTS else None


def _shows(entry: LogEntry, record: dict[str, Any]) -> bool:
    """Whether the searchable columns of an entry say what its record says."""
    shown = (entry.number, instant(entry.time), entry.person, entry.verb, entry.ministry, entry.bureau, entry.object)
    said = [record[key] for key in ("number", "time", "person", "act", "ministry", "bureau")]
    return (*said, record["object"][:SEARCHED]) == shown


def _head(using: str, walk: Walk) -> Iterator[Discrepancy]:
    head = LogHead.objects.using(using).filter(pk=1).values_list("number", "hash").first()
    if (head or (0, "")) != walk.head and (head is not None or walk.head[0]):
        yield Discrepancy("head", "entry", str(head[0] if head else 0), walk.head[0])


def _versions(using: str, account: Account) -> Iterator[Discrepancy]:
    untold = dict(account.versions)
    rows = Version.objects.using(using).select_related("sheet", "parent").defer("parent__content").order_by("pk")
    for version in rows.iterator(chunk_size=_AT_ONCE):
        key = (version.sheet.slug, version.number)
        parent = version.parent.sha256 if version.parent else ""
        told = untold.pop(key, None)
        said = (version.sha256, parent, version.author_name, instant(version.time), version.reason_code, version.reason)
        if sha256_of(version.content) != version.sha256:
            yield Discrepancy("edited", "version", _name(key), told.number if told else 0)
        elif told is None:
            yield Discrepancy("untold", "version", _name(key))
        elif told.said != said:
            yield Discrepancy("otherwise", "version", _name(key), told.number)
    for key, told in untold.items():
        yield Discrepancy("missing", "version", _name(key), told.number)


def _releases(using: str, account: Account) -> Iterator[Discrepancy]:
    untold = dict(account.releases)
    rows = Release.objects.using(using).order_by("pk").values_list("sheet__slug", "edition", "version__sha256")
    for slug, edition, sha256 in rows:
        told = untold.pop((slug, edition), None)
        if told is None:
            yield Discrepancy("untold", "release", _name((slug, edition)))
        elif told.said != (sha256,):
            yield Discrepancy("otherwise", "release", _name((slug, edition)), told.number)
    for key, told in untold.items():
        yield Discrepancy("missing", "release", _name(key), told.number)


def _by_hash(using: str, account: Account) -> Iterator[Discrepancy]:
    """Documents and readings, whose name is their hash."""
    kept: set[str] = set()
    for found, sha256, computed in [*_documents(using), *_readings(using)]:
        kept.add(sha256)
        if computed != sha256:
            yield Discrepancy("edited", found, sha256)
        elif sha256 not in account.mentioned:
            yield Discrepancy("untold", found, sha256)
    for sha256, (what, number) in account.hashes.items():
        if sha256 not in kept:
            yield Discrepancy("missing", what, sha256, number)


def _documents(using: str) -> Iterator[tuple[str, str, str]]:
    for sha256 in KeptDocument.objects.using(using).order_by("pk").values_list("pk", flat=True):
        data = KeptDocument.objects.using(using).values_list("data", flat=True).get(pk=sha256)
        yield "document", sha256, hashlib.sha256(data).hexdigest()


def _readings(using: str) -> Iterator[tuple[str, str, str]]:
    rows = KeptReading.objects.using(using).order_by("pk").values_list("sha256", "content")
    for sha256, content in rows.iterator(chunk_size=_AT_ONCE):
        yield "reading", sha256, sha256_of(content)


def _hashes_in(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _hashes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _hashes_in(item)
    elif _is_hash(value):
        yield value


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and not set(value) - set("0123456789abcdef")


def _name(key: tuple[str, int]) -> str:
    return f"{key[0]} v{key[1]}"
