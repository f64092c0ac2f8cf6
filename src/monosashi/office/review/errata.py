"""Errata: what changed from one edition to the next, for everyone to read: what, from, to, why, when."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from functools import lru_cache

from django.db.models import QuerySet
from django.utils.timezone import localtime

from monosashi.model import Message, Noun, Sheet
from monosashi.office.compare import compare
from monosashi.office.review.blockers import place
from monosashi.office.review.editions import Edition, EditionKey, Told, edition_of, key_of
from monosashi.store.models import Release

#: How many editions a page of errata tells of.
A_PAGE = 20
COLUMNS = (
    "ministry",
    "year",
    "number",
    "kind",
    "edition",
    "released",
    "erratum",
    "what",
    "from",
    "to",
    "why",
    "address",
)


class Amended(Noun):
    """One change: where, what it said, what it says, in a sentence."""

    where: Message
    sentence: Message
    was: str
    now: str


class EditionChanges(Noun):
    """What changed with an edition, and why. The first edition changed nothing."""

    key: EditionKey
    ministry: str
    name: str
    told: Told
    before: int | None
    changes: tuple[Amended, ...]


def changes_of(edition: Edition) -> EditionChanges:
    """What an edition says otherwise than the one before it."""
    number = edition.told.edition
    if number == 1:
        return _told(edition, None, ())
    earlier = edition_of(edition.key, number - 1)
    return _told(edition, number - 1, _amended(earlier, edition))


def errata(ministry: str = "", page: int = 0) -> tuple[EditionChanges, ...]:
    """Every edition after a first, of one ministry or all, the latest first. ``page``: one page of ``A_PAGE`` of them
    (from 1); 0 for all."""
    rows = _rows(ministry).select_related("sheet__ministry").order_by("-time", "-id")
    found = rows[A_PAGE * (page - 1) : A_PAGE * page] if page > 0 else rows
    return tuple(changes_of(edition_of(key_of(row), row.edition)) for row in found)


def how_many(ministry: str = "") -> int:
    """How many editions ``errata`` has to tell of."""
    return _rows(ministry).count()


def _rows(ministry: str) -> QuerySet[Release]:
    rows = Release.objects.filter(edition__gt=1)
    # no database holds a text with a NUL in it, and PostgreSQL is not asked for one
    return rows.filter(sheet__ministry__address=ministry.replace("\x00", "?")) if ministry else rows


def ministries_released() -> tuple[tuple[str, str], ...]:
    """The address and name of each ministry that has released an edition after a first."""
    rows = Release.objects.filter(edition__gt=1).order_by("sheet__ministry__address")
    return tuple(dict.fromkeys(rows.values_list("sheet__ministry__address", "sheet__ministry__name")))


def errata_csv(all_: Sequence[EditionChanges], origin: str, language: str = "ja") -> str:
    """One line a change. ``origin``: what stands before an address (https://example.go.jp)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in all_:
        key, edition = one.key, one.told
        for change in one.changes:
            where = change.where.ja if language == "ja" else change.where.en
            head = (one.ministry, key.nendo, key.number, key.kind.value, edition.edition, _day(edition.time))
            flag = str(edition.erratum).lower()
            writer.writerow((*head, flag, where, change.was, change.now, edition.reason, origin + edition.address))
    return out.getvalue()


def _day(time: dt.datetime) -> str:
    return localtime(time).date().isoformat()


def _told(edition: Edition, before: int | None, changes: tuple[Amended, ...]) -> EditionChanges:
    sheet = edition.entry.reading.sheet
    return EditionChanges(
        key=edition.key,
        ministry=edition.ministry,
        name=sheet.policy.name or sheet.title.text,
        told=edition.told,
        before=before,
        changes=changes,
    )


class _Pair:
    """Two sheets to be compared; equal to every other, so that the cache looks at the key alone."""

    def __init__(self, old: Sheet, new: Sheet) -> None:
        self.old, self.new = old, new

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair)

    def __hash__(self) -> int:
        return 0


def _amended(earlier: Edition, later: Edition) -> tuple[Amended, ...]:
    pair = _Pair(earlier.entry.reading.sheet, later.entry.reading.sheet)
    return _compared((earlier.told.sha256, later.told.sha256), pair)


@lru_cache(maxsize=1024)
def _compared(key: tuple[str, str], pair: _Pair) -> tuple[Amended, ...]:
    """Editions do not change, so that what changed between two is found once."""
    return tuple(
        Amended(
            where=place(pair.new, one.after_path)
            if one.after_path is not None
            else place(pair.old, one.before_path or ""),
            sentence=one.message,
            was=one.before,
            now=one.after,
        )
        for one in compare(pair.old, pair.new).changes
    )
