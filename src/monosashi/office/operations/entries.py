"""Entries: the log as those may read it whom it concerns: a ministry's, a bureau's, or all of it for an auditor.

Times are those of Japan: an officer looks for what was done on a day of the office's calendar.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from monosashi.model import Noun
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.who_may import Reach, require_role, rules, within
from monosashi.store.canonical import sha256_of
from monosashi.store.models import KeptSheet, LogEntry

ZONE = ZoneInfo("Asia/Tokyo")
#: Entries on a page.
A_PAGE = 50
#: Things that one detail of an entry lists at most.
_MOST_LISTED = 100


class Asked(Noun):
    """What is looked for; an empty part looks for anything. ``person``, ``object``: a part of the name; the days are
    those of Japan, both included."""

    person: str = ""
    act: str = ""
    object: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


class Change(Noun):
    """A value that a save changed: where, from and to."""

    at: str
    was: str
    now: str


class Entry(Noun):
    """One act. ``details``: what else its record says, by name, as text; ``more``: changes that the record only counts."""

    number: int
    time: dt.datetime
    person: str
    act: str
    object: str
    ministry: str
    bureau: str
    reason_code: str
    reason: str
    changes: tuple[Change, ...]
    more: int
    details: dict[str, str]
    hash: str


class Page(Noun):
    """A page of entries, newest first. ``acts``: every act among the entries the reader may see; ``sheets``: those of the
    page's objects that are sheets the reader may open."""

    entries: tuple[Entry, ...]
    total: int
    number: int
    pages: int
    acts: tuple[str, ...]
    sheets: frozenset[str]


def page(actor: Actor, asked: Asked, number: int = 1) -> Page:
    """A page of what is looked for; a number beyond the last gives the last. Raises ``MayNot``, ``SignInFirst``."""
    own = LogEntry.objects.filter(_own(actor))
    found = own.filter(_condition(asked))
    total = found.count()
    pages = max(1, -(-total // A_PAGE))
    here = min(max(1, number), pages)
    rows = found.order_by("-number")[(here - 1) * A_PAGE : here * A_PAGE]
    shown = tuple(_entry(row) for row in rows)
    names = {one.object for one in shown}
    sheets = KeptSheet.objects.filter(within(actor, "see") | Q(releases__isnull=False), slug__in=names)
    return Page(
        entries=shown,
        total=total,
        number=here,
        pages=pages,
        acts=tuple(own.order_by("verb").values_list("verb", flat=True).distinct()),
        sheets=frozenset(sheets.values_list("slug", flat=True)),
    )


def entries(actor: Actor, asked: Asked) -> Iterator[Entry]:
    """Everything that is looked for, oldest first. Raises ``MayNot``, ``SignInFirst``."""
    found = LogEntry.objects.filter(_own(actor) & _condition(asked)).order_by("number")
    return map(_entry, found.iterator(chunk_size=500))


def chained(actor: Actor) -> Iterator[dict[str, Any]]:
    """The whole chain, oldest first: number, hash, digest, and the record where the actor may read it. With what is
    withheld it still verifies (``monosashi.store.chain``). Raises ``MayNot``, ``SignInFirst``."""
    own = frozenset(LogEntry.objects.filter(_own(actor)).values_list("number", flat=True))
    return (
        _chained(row, shown=row.number in own) for row in LogEntry.objects.order_by("number").iterator(chunk_size=500)
    )


def last_entry() -> tuple[int, str, dt.datetime | None]:
    """Number, hash and time of the last entry, for everyone: what is published."""
    last = LogEntry.objects.order_by("number").last()
    return (last.number, last.hash, last.time) if last else (0, "0" * 64, None)


def _chained(row: LogEntry, *, shown: bool) -> dict[str, Any]:
    bare = {"number": row.number, "hash": row.hash, "digest": sha256_of(row.record)}
    return {**bare, "record": row.record} if shown else bare


def _own(actor: Actor) -> Q:
    """The entries that an actor may read. Raises ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_log")
    reach = rules()["see_log"].reach[actor.role]
    if reach is Reach.ALL:
        return Q()
    if reach is Reach.MINISTRY and actor.ministry:
        return Q(ministry=actor.ministry)
    if reach is Reach.BUREAU and actor.bureau:
        return Q(bureau=actor.bureau)
    return Q(pk__in=[])


def _condition(asked: Asked) -> Q:
    found = Q()
    if asked.person:
        found &= Q(person__icontains=asked.person)
    if asked.act:
        found &= Q(verb=asked.act)
    if asked.object:
        found &= Q(object__icontains=asked.object)
    if asked.since:
        found &= Q(time__gte=_midnight(asked.since))
    if asked.until and asked.until < dt.date.max:
        found &= Q(time__lt=_midnight(asked.until + dt.timedelta(days=1)))
    return found


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZONE)


def _entry(row: LogEntry) -> Entry:
    record = json.loads(row.record)
    details = dict(record["details"])
    return Entry(
        number=row.number,
        time=row.time.astimezone(ZONE),
        person=record["person"],
        act=record["act"],
        object=record["object"],
        ministry=record["ministry"],
        bureau=record["bureau"],
        reason_code=str(details.pop("reason_code", "")),
        reason=_text(details.pop("reason", "") or details.pop("why", "")),
        changes=_changes(details),
        more=int(details.pop("more_changes", 0)),
        details={name: _text(value) for name, value in sorted(details.items()) if value not in ("", None, [], {})},
        hash=row.hash,
    )


def _changes(details: dict[str, Any]) -> tuple[Change, ...]:
    """The values a save changed, or the state that a step changed."""
    found = details.pop("changes", [])
    if isinstance(found, list) and all(isinstance(one, dict) and one.keys() == {"at", "was", "now"} for one in found):
        listed = tuple(Change.model_validate({key: _text(value) for key, value in one.items()}) for one in found)
    else:
        listed = ()
        details["changes"] = found
    if {"was", "now"} <= details.keys():
        state = Change(at="", was=_text(details.pop("was")), now=_text(details.pop("now")))
        return (state, *listed)
    return listed


def _text(value: Any) -> str:
    """A value of a record as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and len(value) > _MOST_LISTED:
        # hundreds of records may be entered at once: the entry's own record lists all
        return f"{_text(value[:_MOST_LISTED])} … (+{len(value) - _MOST_LISTED})"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
