"""History: every version of a sheet and every step it took, what any two versions say differently, and the way back."""

import datetime as dt
import json

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.office.compare_page import ComparePage, compare_page
from monosashi.office.entry import Entry
from monosashi.office.keeping import Actor, may, save, thing_of
from monosashi.office.keeping.opening import entry_of
from monosashi.office.keeping.reasons import REASONS
from monosashi.office.keeping.saving import open_to
from monosashi.office.pages import Language
from monosashi.office.review.marked import said, sheet_for
from monosashi.office.review.refusals import NoSuchVersion
from monosashi.office.review.states import STEP_NAMES
from monosashi.store.models import KeptSheet, LogEntry, Release, ReviewStep, Version
from monosashi.store.signature import signed
from monosashi.store.versions import opened


class Event(Noun):
    """A version saved or a step taken. ``version``: which it made or was about; ``what``: in words; ``changes``: how many
    values read otherwise than in the version before (None for a step); ``undone``: a step taken back since."""

    kind: str
    version: int
    time: dt.datetime
    who: str
    what: Message
    why: str
    sha256: str = ""
    changes: int | None = None
    undone: bool = False
    edition: int | None = None


class History(Noun):
    """The page: newest first. ``may_restore``: whether this person may save an older version again."""

    head: int
    versions: tuple[int, ...]
    events: tuple[Event, ...]
    may_restore: bool


def history(actor: Actor, slug: str) -> History:
    """Every version and step of a sheet. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    kept = sheet_for(actor, slug, "see_review")
    changed = _changes(kept)
    rows = Version.objects.filter(sheet=kept).defer("content").order_by("number")
    versions = [
        Event(
            kind="version",
            version=row.number,
            time=row.time,
            who=row.author_name,
            what=REASONS.get(row.reason_code, Message(ja=row.reason_code, en=row.reason_code)),
            why=row.reason,
            sha256=row.sha256,
            changes=changed.get(row.number),
        )
        for row in rows
    ]
    editions = dict(Release.objects.filter(sheet=kept).values_list("version__number", "edition"))
    steps = [
        Event(
            kind="step",
            version=row.version.number,
            time=row.time,
            who=signed(row.person_name, row.person.username),
            what=STEP_NAMES[row.verb],
            why=row.reason,
            undone=row.undone,
            edition=editions.get(row.version.number) if row.verb == "release" else None,
        )
        for row in ReviewStep.objects.filter(sheet=kept).select_related("version", "person").defer("version__content")
    ]
    return History(
        head=kept.newest.number,
        versions=tuple(one.version for one in versions),
        events=tuple(sorted([*versions, *steps], key=lambda one: (one.time, one.kind == "step"), reverse=True)),
        may_restore=may(actor, "edit", thing_of(kept)) and open_to(actor, kept),
    )


def version_seen(actor: Actor, slug: str, number: int) -> tuple[Entry, str, str]:
    """A version as an entry, its canonical JSON and its sha256. Raises as ``history``, and ``NoSuchVersion``."""
    kept = sheet_for(actor, slug, "see_review")
    version = _version(kept, number)
    return entry_of(version, public=False), version.content, version.sha256


def compared(actor: Actor, slug: str, before: int, after: int, language: Language) -> ComparePage:
    """What two versions say differently. Raises as ``version_seen``."""
    kept = sheet_for(actor, slug, "see_review")
    entries = [entry_of(_version(kept, number), public=False) for number in (before, after)]
    return compare_page(entries[0], entries[1], language)


@transaction.atomic
def restore(actor: Actor, slug: str, number: int, started_from: int, why: str) -> Version:
    """Save what an older version said as the newest one. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchVersion``,
    ``SavedMeanwhile``, ``Locked``, ``EmptyText``."""
    kept = sheet_for(actor, slug, "edit")
    sheet, identities = opened(_version(kept, number))
    return save(
        actor,
        slug,
        started_from,
        sheet,
        reason_code="undone",
        reason=f"第{number}版の内容に戻す：{said(why)}",
        identities=identities,
    )


def _version(kept: KeptSheet, number: int) -> Version:
    found = Version.objects.select_related("sheet", "source__document").filter(sheet=kept, number=number).first()
    if found is None:
        raise NoSuchVersion(kept.slug, number)
    return found


def _changes(kept: KeptSheet) -> dict[int, int]:
    """How many values each version changed, as its log entry tells."""
    found: dict[int, int] = {}
    for record in LogEntry.objects.filter(object=kept.slug, verb="save").values_list("record", flat=True):
        details = json.loads(record)["details"]
        found[details["version"]] = len(details["changes"]) + details["more_changes"]
    return found
