"""Opening: a version as the entry that pages show, parsed and audited once and then remembered by its sha256."""

from functools import lru_cache

from monosashi.model import Decisions, Document, Finding, Override, Reading, Sheet, Trace, Waiver
from monosashi.model.path import leaves
from monosashi.office.completeness import completeness
from monosashi.office.decisions import waived
from monosashi.office.entry import Entry
from monosashi.office.same import Same
from monosashi.office.verbs import findings_of, form_of
from monosashi.store.documents import opened_reading
from monosashi.store.models import KeptReading, KeptSheet, Settled, Version
from monosashi.store.versions import opened

#: How many versions a server keeps opened; a long sheet takes about half a megabyte.
_REMEMBERED = 512


def entry_of(version: Version, *, public: bool) -> Entry:
    """A version as an entry. ``public``: as strangers see a released one, without the paper it came from."""
    key = (version.pk, version.sha256, public)
    return _opened(key, _Source(version))


def with_decisions(entry: Entry, decisions: Decisions) -> Entry:
    """The entry with what people answer for among its findings."""
    return _with_waivers(Same(entry), decisions) if decisions.waivers else entry


def decisions_of(kept: KeptSheet) -> Decisions:
    """What people have decided about a sheet, as far as it was not lifted."""
    rows = list(Settled.objects.filter(sheet=kept, lifted=False))
    return Decisions(
        waivers=tuple(
            Waiver(code=row.code, path=row.path, who=row.person_name, when=row.time.date(), why=row.why)
            for row in rows
            if row.kind == "waiver"
        ),
        overrides=tuple(
            Override(sign=row.code, path=row.path, who=row.person_name, when=row.time.date(), why=row.why)
            for row in rows
            if row.kind == "override"
        ),
    )


@lru_cache(maxsize=_REMEMBERED)
def _with_waivers(entry: Same[Entry], decisions: Decisions) -> Entry:
    return entry.it.model_copy(update={"findings": waived(entry.it.findings, decisions)})


class _Source:
    """A version to be opened; equal to every other, so that the cache looks at the key alone."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_REMEMBERED)
def _opened(key: tuple[int, str, bool], source: _Source) -> Entry:
    version, public = source.version, key[2]
    sheet, _ = opened(version)
    reading = _authored(version, sheet, public=public)
    if version.source is not None and not public:
        reading = _on_paper(version.source, sheet)
    findings: tuple[Finding, ...] = findings_of(reading)
    return Entry(
        slug=version.sheet.slug,
        reading=reading,
        findings=findings,
        completeness=completeness(sheet, form_of(sheet)),
    )


def _authored(version: Version, sheet: Sheet, *, public: bool) -> Reading:
    """A sheet that stands on no paper: its document is the version itself, whose number is nobody's else to know."""
    name = version.sheet.slug if public else f"{version.sheet.slug} v{version.number}"
    return Reading(
        document=Document(name=name, sha256=version.sha256, media_type="application/json"), sheet=sheet, trace=Trace()
    )


def _on_paper(kept: KeptReading, sheet: Sheet) -> Reading:
    """The sheet with the paper it was read from: places of the leaves that still print what stands there."""
    reading = opened_reading(kept)
    printed, now = dict(leaves(reading.sheet)), dict(leaves(sheet))
    entries = tuple(one for one in reading.trace.entries if printed.get(one.path) == now.get(one.path))
    guesses = tuple(one for one in reading.guesses if one.path in now)
    return reading.model_copy(
        update={"sheet": sheet, "trace": Trace(entries=entries), "guesses": guesses, "corrections": ()}
    )
