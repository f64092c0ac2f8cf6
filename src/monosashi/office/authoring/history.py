"""History: the versions of a sheet, what each changed, and going back to one; and why a value reads as it does."""

from __future__ import annotations

from dataclasses import dataclass

from monosashi.model import Sheet, Trace
from monosashi.model.folding import unbroken
from monosashi.model.measuring.mean_years import mean_years
from monosashi.model.measuring.strand import strands
from monosashi.model.path import resolve
from monosashi.office.authoring.commitments import Revision, revision, stable_address, texts_of
from monosashi.office.authoring.editing import standing, text_at
from monosashi.office.authoring.opened_sheet import OpenedSheet, authored_of, open_sheet, told_time
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.opening import entry_of
from monosashi.office.keeping.reasons import REASONS
from monosashi.office.keeping.saving import Locked, changes, save
from monosashi.publishing.html import where
from monosashi.publishing.html.meaning import meaning
from monosashi.publishing.html.shown import place_of
from monosashi.publishing.html.words import Words

#: A list of versions shows no more changes of one than this; the page of the version shows all.
_FEW = 12


@dataclass(frozen=True)
class ChangedLeaf:
    """A leaf that a version changed."""

    name: str
    was: str
    now: str


@dataclass(frozen=True)
class VersionLine:
    """A version in the list; ``changed``: the first of its changes, of which there are ``count``."""

    number: int
    who: str
    when: str
    reason: str
    words: str
    count: int
    changed: tuple[ChangedLeaf, ...]
    released: tuple[int, ...]


@dataclass(frozen=True)
class VersionList:
    """Every version of a sheet, the last first."""

    slug: str
    name: str
    locked: bool
    versions: tuple[VersionLine, ...]


def versions_of(actor: Actor, slug: str, words: Words) -> VersionList:
    """The list of versions. Raises as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    rows = list(sheet.kept.versions.order_by("number"))
    editions: dict[int, list[int]] = {}
    for release in sheet.kept.releases.all():
        editions.setdefault(release.version_id, []).append(release.edition)
    lines: list[VersionLine] = []
    before: Sheet | None = None
    for row in rows:
        now = authored_of(row).sheet
        changed = changes(before, now) if before is not None else []
        leaves_ = tuple(
            ChangedLeaf(where(now, one["at"], words), unbroken(one["was"]), unbroken(one["now"]))
            for one in changed[:_FEW]
        )
        reason = words.of(REASONS[row.reason_code]) if row.reason_code in REASONS else row.reason_code
        released = tuple(editions.get(row.pk, ()))
        lines.append(
            VersionLine(
                row.number, row.author_name, told_time(row.time), reason, row.reason, len(changed), leaves_, released
            )
        )
        before = now
    name = unbroken(sheet.authored.sheet.policy.name) or slug
    return VersionList(slug, name, sheet.locked, tuple(reversed(lines)))


def restore(actor: Actor, slug: str, started_from: int, number: int) -> int:
    """Save an earlier version again as the next one, for the reason ``undone``; the number of the version that stands
    now. Raises ``NoSuchVersion``, ``SavedMeanwhile``, ``Locked`` and as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    if sheet.locked:
        raise Locked(slug)
    earlier = authored_of(sheet.version(number))
    version = save(
        actor,
        slug,
        started_from,
        earlier.sheet,
        reason_code="undone",
        reason=f"第{number}版に戻す",
        identities=earlier.identities,
    )
    return version.number


@dataclass(frozen=True)
class BasedOn:
    """A past actual that a baseline rests on: its year, its number, and where it is printed."""

    year: str
    amount: str
    name: str


@dataclass(frozen=True)
class Why:
    """Why a value reads as it does. ``paper``: where it stands on the paper that was taken in, with the path for the page
    that shows it; ``based_on``: the years a baseline is the mean of; ``told``: every change of it, the last first."""

    slug: str
    address: str
    name: str
    text: str
    meaning: str
    paper: str
    path: str
    based_on: tuple[BasedOn, ...]
    findings: tuple[tuple[str, str, str], ...]
    first: Revision
    told: tuple[Revision, ...]
    reasons: dict[str, str]


def why(actor: Actor, slug: str, address: str, words: Words) -> Why:
    """Why the leaf at an address reads so. Raises ``NoSuchPlace`` and as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    now = sheet.authored.sheet
    text, path = text_at(now, address), standing(now, address) or ""
    entry = entry_of(sheet.head, public=False)
    trace = entry.reading.trace if sheet.head.source else Trace()
    first, told = _history(sheet, address)
    found = [one for one in entry.findings if path and (one.path == path or one.path.startswith(f"{path}/"))]
    return Why(
        slug=slug,
        address=address,
        name=where(now, path or address, words),
        text=text,
        meaning=meaning(resolve(now, path), words) if path else "",
        paper=place_of(trace, path) if path else "",
        path=path,
        based_on=_based_on(sheet, path, words),
        findings=tuple((one.severity.value, words.of(one.message), one.code) for one in found),
        first=first,
        told=told,
        reasons={code: words.of(message) for code, message in REASONS.items()},
    )


def _history(sheet: OpenedSheet, address: str) -> tuple[Revision, tuple[Revision, ...]]:
    """The version in which the leaf first stood, and every change after it."""
    stable = stable_address(sheet.authored, address)
    versions = list(sheet.kept.versions.order_by("number"))
    texts = [texts_of(version).get(stable) for version in versions]
    begun = next((n for n, text in enumerate(texts) if text is not None), 0)
    first = revision(versions[begun], "", texts[begun] or "")
    found = [
        revision(versions[n], texts[n - 1] or "", texts[n] or "")
        for n in range(begun + 1, len(versions))
        if (texts[n] or "") != (texts[n - 1] or "")
    ]
    return first, tuple(reversed(found))


def _based_on(sheet: OpenedSheet, path: str, words: Words) -> tuple[BasedOn, ...]:
    """The past actuals of the years that a baseline names."""
    now = sheet.authored.sheet
    measure = path.removesuffix("/baseline/value").removesuffix("/baseline/year")
    if measure == path:
        return ()
    for strand in strands(now):
        known = mean_years(now, strand) if strand.path == measure and not strand.part else None
        if known:
            return tuple(
                BasedOn(str(past.nendo), f"{past.amount.value:f}{past.amount.unit}", where(now, past.path, words))
                for past in known.pasts
            )
    return ()
