"""Tries: how often something secret may be guessed, counted in the store so that every process that answers counts alike.

A try is counted before the secret is looked at and forgiven afterwards if it was right, so that guesses sent all at once
are not more than guesses sent one by one. Past the limit the key is not heard for some minutes, whatever is said.
Source: NIST SP 800-63B 5.2.2 (rate limiting); IPA「安全なウェブサイトの作り方」 on repeated failures.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import F

from monosashi.model import Noun
from monosashi.office.keeping import clock
from monosashi.office.refusals import NotAllowed
from monosashi.store.log import append
from monosashi.store.models import OrganisationKind, Person, Tries
from monosashi.store.signature import NOBODY

#: Failures older than this are forgotten.
WINDOW = dt.timedelta(minutes=15)


class TooManyTries(NotAllowed):
    """A key that was tried too often (HTTP 429). ``until``: when it is heard again."""

    def __init__(self, until: dt.datetime) -> None:
        at = f"{until.astimezone(ZoneInfo('Asia/Tokyo')):%H:%M}"
        super().__init__(
            "too-many-tries",
            f"続けて失敗したため、{at} まで受け付けません。何も変更していません。時刻を過ぎてからもう一度試すか、管理者に解除を頼んでください。",
            f"There were too many failures in a row. Nothing was changed. Try again after {at} (Japan time), or ask the keeper "
            "of the system to unlock it.",
        )
        self.until = until


class Key(Noun):
    """What is counted: its name in the table, how many failures it may have, and how the log tells it."""

    name: str
    limit: int
    told: str

    @classmethod
    def of_name(cls, username: str) -> "Key":
        """A user name, whether or not there is such an account, so that a lock tells nobody which names there are. Only
        its sha256 is kept, and the log tells it only if it is one: people type passwords into the wrong field."""
        known = Person.objects.filter(username__iexact=username.strip()).first()
        return cls._of_name(username, known.username if known else "")

    @classmethod
    def of_person(cls, person: Person) -> "Key":
        """The user name of an account."""
        return cls._of_name(person.username, person.username)

    @classmethod
    def _of_name(cls, username: str, told: str) -> "Key":
        digest = hashlib.sha256(username.strip().casefold().encode()).hexdigest()
        return cls(name=f"name:{digest}", limit=settings.TRIES_OF_A_NAME, told=told)

    @classmethod
    def of_code(cls, person: Person) -> "Key":
        """The second factor of an account, counted apart: whoever comes so far knows the password."""
        return cls(name=f"code:{person.pk}", limit=settings.TRIES_OF_A_NAME, told=person.username)

    @classmethod
    def of_address(cls, address: str, what: str = "sign-in") -> "Key":
        """A network address, which a whole office may share. ``what``: sign-in or token."""
        return cls(name=f"{what}:{address}", limit=settings.TRIES_OF_AN_ADDRESS, told=address)


def count(*keys: Key) -> None:
    """Count a try of each key, before it is looked at. Raises ``TooManyTries`` where one of them is not heard now."""
    _stop([_counted(key) for key in keys])


def missed(*keys: Key) -> None:
    """The try that was counted was wrong. Raises ``TooManyTries`` where it was the last that a key has."""
    _stop([_locked_if_spent(key) for key in keys])


def forgive(*keys: Key) -> None:
    """Take one try back: it was right."""
    Tries.objects.filter(key__in=[key.name for key in keys], count__gt=0).update(count=F("count") - 1)


def forget(*keys: Key) -> None:
    """Forget every failure of these keys; what is locked is heard again."""
    Tries.objects.filter(key__in=[key.name for key in keys]).delete()


def keys_of(person: Person) -> tuple[Key, Key]:
    """What is counted of an account: its user name and its second factor."""
    return Key.of_person(person), Key.of_code(person)


def locks() -> dict[str, dt.datetime]:
    """Every key that is not heard now, by name, with when it is heard again."""
    rows = Tries.objects.filter(until__gt=clock.now())
    return {row.key: row.until for row in rows if row.until}


def _stop(locked: Sequence[dt.datetime | None]) -> None:
    until = max((one for one in locked if one), default=None)
    if until:
        raise TooManyTries(until)


@transaction.atomic
def _counted(key: Key) -> dt.datetime | None:
    """Add one to a key's count, or give the time until which it is not heard."""
    now = clock.now()
    row = _locked(key, now)
    if row.until and row.until > now:
        return row.until
    if row.until or row.since < now - WINDOW:
        row.count, row.since, row.until = 0, now, None
    row.count += 1
    row.save()
    return _lock(row, key, now) if row.count > key.limit else None


@transaction.atomic
def _locked_if_spent(key: Key) -> dt.datetime | None:
    now = clock.now()
    row = _locked(key, now)
    if row.until and row.until > now:
        return row.until
    return _lock(row, key, now) if row.count >= key.limit else None


def _locked(key: Key, now: dt.datetime) -> Tries:
    """The key's row, locked until the transaction ends. A new key takes the place of those long forgotten."""
    if not Tries.objects.filter(key=key.name).exists():
        Tries.objects.filter(since__lt=now - 4 * WINDOW).exclude(until__gt=now).delete()
        Tries.objects.get_or_create(key=key.name, defaults={"since": now})
    return Tries.objects.select_for_update().get(key=key.name)


def _lock(row: Tries, key: Key, now: dt.datetime) -> dt.datetime:
    until = now + dt.timedelta(minutes=settings.LOCKED_MINUTES)
    row.until = until
    row.save()
    person = Person.objects.filter(username=key.told).first()
    append(
        "lock-out",
        key.told,
        person=NOBODY,
        time=now,
        whose=person.organisation.above(OrganisationKind.MINISTRY) if person and person.organisation else None,
        details={"of": key.name.partition(":")[0], "failures": row.count, "until": until.isoformat()},
    )
    return until
