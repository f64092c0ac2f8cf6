"""The log: every act of an installation in one chain (``monosashi.store.chain``), so that whoever knows the last hash can
tell any edit, gap or cut tail.

A record is canonical JSON:

    {"act": "save", "bureau": "soumu-kokusai", "details": {...}, "ministry": "soumu", "number": 7,
     "object": "soumu-R3-14", "person": "山田 太郎（soumu-kokusai-1）", "salt": "<32 digits>", "time": "2026-04-01T00:00:00.000000Z"}
"""

import datetime as dt
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction

from monosashi.store.canonical import canonical, instant, sha256_of
from monosashi.store.chain import BEGINNING, link
from monosashi.store.models import LogEntry, LogHead, Organisation, OrganisationKind
from monosashi.store.signature import Signature

#: The longest name of an object that is searched by; the record holds it whole.
SEARCHED = 200


def append(
    act: str,
    object_: str,
    *,
    person: Signature,
    time: dt.datetime,
    details: Mapping[str, Any] | None = None,
    whose: Organisation | None = None,
) -> LogEntry:
    """Write one act at the end of the chain, inside the transaction of the act itself. ``person``: who, by name
    and account. ``whose``: the organisation it concerns, which decides who may read the entry. Raises ``TransactionManagementError`` outside a transaction."""
    head = _locked_head()
    number = head.number + 1
    ministry, bureau = _address(whose, OrganisationKind.MINISTRY), _address(whose, OrganisationKind.BUREAU)
    record = canonical(
        {
            "act": act,
            "bureau": bureau,
            "details": dict(details or {}),
            "ministry": ministry,
            "number": number,
            "object": object_,
            "person": person,
            "salt": secrets.token_hex(16),
            "time": instant(time),
        }
    )
    entry = LogEntry.objects.create(
        number=number,
        time=time,
        person=person,
        verb=act,
        object=object_[:SEARCHED],
        ministry=ministry,
        bureau=bureau,
        record=record,
        hash=link(number, head.hash, sha256_of(record)),
    )
    LogHead.objects.filter(pk=head.pk).update(number=number, hash=entry.hash)
    return entry


def head(using: str = DEFAULT_DB_ALIAS) -> tuple[int, str]:
    """The number and hash of the last entry: what an office publishes from time to time."""
    found = LogHead.objects.using(using).filter(pk=1).first()
    return (found.number, found.hash) if found else (0, BEGINNING)


def _locked_head() -> LogHead:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act and its log entry belong in one transaction")
    LogHead.objects.get_or_create(pk=1, defaults={"hash": BEGINNING})
    return LogHead.objects.select_for_update().get(pk=1)


def _address(whose: Organisation | None, kind: OrganisationKind) -> str:
    found = whose.above(kind) if whose else None
    return found.address if found else ""
