"""The log: every act of an installation in one chain. An entry's hash is the sha256 of its record, and its record holds
the hash of the entry before, so that whoever knows the last hash can tell any edit, gap or cut tail.

A record is canonical JSON:

    {"act": "save", "details": {...}, "number": 7, "object": "soumu-R3-14", "person": "山田", "previous": "<hash of 6>",
     "time": "2026-04-01T00:00:00.000000Z"}
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from monosashi.store.canonical import canonical, instant, sha256_of
from monosashi.store.models import LogEntry, LogHead, Organisation, OrganisationKind

#: The hash before the first entry.
BEGINNING = "0" * 64


def append(
    act: str,
    object_: str,
    *,
    person: str,
    time: dt.datetime,
    details: Mapping[str, Any] | None = None,
    whose: Organisation | None = None,
) -> LogEntry:
    """Write one act at the end of the chain, inside the transaction of the act itself. ``whose``: the organisation it
    concerns, which decides who may read the entry. Raises ``TransactionManagementError`` outside a transaction."""
    head = _locked_head()
    number = head.number + 1
    record = canonical(
        {
            "act": act,
            "details": dict(details or {}),
            "number": number,
            "object": object_,
            "person": person,
            "previous": head.hash,
            "time": instant(time),
        }
    )
    entry = LogEntry.objects.create(
        number=number,
        time=time,
        person=person,
        verb=act,
        object=object_,
        ministry=_address(whose, OrganisationKind.MINISTRY),
        bureau=_address(whose, OrganisationKind.BUREAU),
        record=record,
        hash=sha256_of(record),
    )
    LogHead.objects.filter(pk=head.pk).update(number=number, hash=entry.hash)
    return entry


def head() -> tuple[int, str]:
    """The number and hash of the last entry: what an office publishes from time to time."""
    found = LogHead.objects.filter(pk=1).first()
    return (found.number, found.hash) if found else (0, BEGINNING)


def _locked_head() -> LogHead:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act and its log entry belong in one transaction")
    LogHead.objects.get_or_create(pk=1, defaults={"hash": BEGINNING})
    return LogHead.objects.select_for_update().get(pk=1)


def _address(whose: Organisation | None, kind: OrganisationKind) -> str:
    found = whose.above(kind) if whose else None
    return found.address if found else ""
