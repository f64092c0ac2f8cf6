"""Reading out: each thing a program may ask for, for the actor it asks as."""

from monosashi.model import Finding
from monosashi.model.folding import key
from monosashi.office.framework import correspondences, tree
from monosashi.office.framework.tree import found_line
from monosashi.office.judgement_page import judged_entry
from monosashi.office.judging import Judged
from monosashi.office.keeping import Actor, Shelf
from monosashi.office.review.editions import EditionKey, Told, edition_of
from monosashi.office.review.errata import EditionChanges, errata
from monosashi.office.review.history import history, version_seen
from monosashi.office.served.answers import (
    EditionAnswer,
    Me,
    PeriodAnswer,
    SheetAnswer,
    SheetsPage,
    TableAnswer,
    VersionAnswer,
    VersionLine,
)
from monosashi.office.sheet_records import SheetRecord, sheet_record
from monosashi.publishing.tables import table, table_rows


def me(actor: Actor) -> Me:
    """Who asks."""
    return Me(
        username=actor.username,
        name=actor.name,
        role=actor.role.value,
        ministry=actor.ministry,
        bureau=actor.bureau,
        division=actor.division,
        scopes=None if actor.scopes is None else tuple(sorted(actor.scopes)),
    )


def sheets(actor: Actor, words: str, ministry: str, nendo: int | None, span: tuple[int, int]) -> SheetsPage:
    """The sheets that the actor may see, by slug. ``words``: all of which name, identifier, ministry or slug must hold;
    ``ministry``: as the sheet prints it, or its address; ``span``: how many to pass over, and how many to give."""
    wanted = [key(word) for word in words.split()]
    found = [one for one in Shelf(actor).records() if _is_asked(one, wanted, ministry, nendo)]
    offset, limit = span
    return SheetsPage(total=len(found), offset=offset, limit=limit, sheets=tuple(found[offset : offset + limit]))


def _is_asked(record: SheetRecord, words: list[str], ministry: str, nendo: int | None) -> bool:
    text = key(f"{record.identifier} {record.name} {record.ministry} {record.slug}")
    of_ministry = not ministry or record.ministry == ministry or record.slug.startswith(f"{ministry}-")
    return all(word in text for word in words) and of_ministry and nendo in (None, record.nendo)


def sheet(actor: Actor, slug: str) -> SheetAnswer:
    """A sheet. Raises ``NotInLibrary``."""
    entry = Shelf(actor).get(slug)
    return SheetAnswer(record=sheet_record(entry), sheet=entry.reading.sheet)


def versions(actor: Actor, slug: str) -> tuple[VersionLine, ...]:
    """Every version of a sheet, the first first. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    events = [one for one in history(actor, slug).events if one.kind == "version"]
    return tuple(
        VersionLine(number=one.version, time=one.time, who=one.who, why=one.why, sha256=one.sha256, changes=one.changes)
        for one in sorted(events, key=lambda one: one.version)
    )


def version(actor: Actor, slug: str, number: int) -> VersionAnswer:
    """A version with its content. Raises as ``versions``, and ``NoSuchVersion``."""
    entry, _, sha256 = version_seen(actor, slug, number)
    return VersionAnswer(slug=slug, number=number, sha256=sha256, sheet=entry.reading.sheet)


def table_of(actor: Actor, slug: str, name: str) -> TableAnswer:
    """A flat table of a sheet. Raises ``NotInLibrary``, ``NoSuchTable``."""
    reading = Shelf(actor).get(slug).reading
    return TableAnswer(slug=slug, table=name, columns=table(name).header, rows=table_rows(name, [reading]))


def findings(actor: Actor, slug: str) -> tuple[Finding, ...]:
    """What is found about a sheet. Raises ``NotInLibrary``."""
    return Shelf(actor).get(slug).findings


def judgement(actor: Actor, slug: str, rule: str, year: str) -> Judged:
    """The judgement of a sheet. Raises ``NotInLibrary``, and as ``judge_reading``."""
    return judged_entry(Shelf(actor), slug, rule, year)


def edition(of: EditionKey, number: int | None = None) -> EditionAnswer:
    """A released edition, the newest where no number is given: everyone's to see. Raises ``NoSuchEdition``."""
    found = edition_of(of, number)
    return EditionAnswer(
        key=found.key,
        ministry=found.ministry,
        edition=found.told,
        editions=found.all,
        identities=found.identities,
        sheet=found.entry.reading.sheet,
    )


def editions_of(of: EditionKey) -> tuple[Told, ...]:
    """Every edition of a sheet, the newest first. Raises ``NoSuchEdition``."""
    return edition_of(of).all


def errata_since(ministry: str, page: int) -> tuple[EditionChanges, ...]:
    """Errata, the latest first, a page at a time (from 1). ``ministry``: an address, all where empty."""
    return errata(ministry, page)


def framework_of(actor: Actor, period: int) -> PeriodAnswer:
    """A period with its tree and lineage. Raises ``NoSuchPeriod``, ``MayNot``, ``SignInFirst``."""
    return PeriodAnswer(
        period=found_line(actor, period), branches=tree(actor, period), lineage=correspondences(actor, period)
    )
