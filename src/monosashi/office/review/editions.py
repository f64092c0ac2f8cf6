"""Editions: what was released, at addresses that stay. Everyone may read them, so that nobody is asked for here; nothing of
the inside (comments, who wrote, the paper) is in them.
"""

import datetime as dt
import json
from urllib.parse import quote

from monosashi.model import Noun
from monosashi.office import TABLES
from monosashi.office.entry import Entry
from monosashi.office.keeping.opening import entry_of
from monosashi.office.review.refusals import NoSuchEdition
from monosashi.office.verbs import form_of, form_page, publish_sheet, table
from monosashi.store.models import Release, SheetKind

#: The tables of a paper's cells and places: an edition stands on no paper.
_OF_PAPER = ("cells", "furniture", "leftover")
#: The tables of an edition.
EDITION_TABLES = tuple(name for name in TABLES if name not in _OF_PAPER)


class EditionKey(Noun):
    """Which sheet's editions: the ministry's address, fiscal year, number, kind."""

    ministry: str
    nendo: int
    number: str
    kind: SheetKind = SheetKind.PLAN

    @property
    def address(self) -> str:
        """Where they lie: /sheets/soumu/2021/14/, and under it evaluation/."""
        own = "evaluation/" if self.kind is SheetKind.EVALUATION else ""
        return f"/sheets/{self.ministry}/{self.nendo}/{quote(self.number, safe='')}/{own}"


class Told(Noun):
    """One edition in a list: its number, day, version's sha256, and why it was released where another came before."""

    edition: int
    time: dt.datetime
    sha256: str
    erratum: bool
    reason: str
    address: str


class Edition(Noun):
    """An edition with its content. ``all``: every edition of the sheet, the newest first."""

    key: EditionKey
    told: Told
    all: tuple[Told, ...]
    ministry: str
    slug: str
    entry: Entry
    content: str
    identities: dict[str, str]

    @property
    def newest(self) -> Told:
        """The last edition, which may be this one."""
        return self.all[0]

    @property
    def current(self) -> bool:
        """Whether no newer edition exists."""
        return self.newest.edition == self.told.edition

    @property
    def printable(self) -> bool:
        """Whether the form can be printed."""
        return form_of(self.entry.reading.sheet).printable


def edition_of(key: EditionKey, number: int | None = None) -> Edition:
    """An edition, the newest where no number is given. Raises ``NoSuchEdition``."""
    if "\x00" in key.number:
        raise NoSuchEdition
    rows = list(
        Release.objects.filter(
            sheet__ministry__address=key.ministry,
            sheet__nendo=key.nendo,
            sheet__number=key.number,
            sheet__kind=key.kind,
        )
        .select_related("version__sheet", "sheet__ministry")
        .order_by("-edition")
    )
    row = next((row for row in rows if number in (None, row.edition)), None)
    if row is None:
        raise NoSuchEdition
    return _edition(key, row, tuple(told(key, one) for one in rows))


def told(key: EditionKey, row: Release) -> Told:
    """A release as a line of a list."""
    return Told(
        edition=row.edition,
        time=row.time,
        sha256=row.version.sha256,
        erratum=row.erratum,
        reason=row.reason,
        address=f"{key.address}v{row.edition}",
    )


def key_of(row: Release) -> EditionKey:
    """The key under which a release lies."""
    kept = row.sheet
    return EditionKey(ministry=kept.ministry.address, nendo=kept.nendo, number=kept.number, kind=SheetKind(kept.kind))


def edition_csv(edition: Edition, name: str) -> str:
    """A flat table of an edition. Raises ``NoSuchEdition`` for a table that editions do not have."""
    if name not in EDITION_TABLES:
        raise NoSuchEdition
    return table(name, [edition.entry.reading])


def edition_workbook(edition: Edition) -> bytes:
    """The official form as a workbook. Raises ``CannotPublish``, ``FormNotPrintable``."""
    return publish_sheet(edition.entry.reading.sheet, "excel")


def edition_print(edition: Edition, style: str) -> str:
    """The official form as a page. ``style``: the address of its style. Raises as ``edition_workbook``."""
    return form_page(edition.entry.reading.sheet, style)


def _edition(key: EditionKey, row: Release, all_: tuple[Told, ...]) -> Edition:
    from_store = entry_of(row.version, public=True)
    return Edition(
        key=key,
        told=next(one for one in all_ if one.edition == row.edition),
        all=all_,
        ministry=row.sheet.ministry.name,
        slug=row.sheet.slug,
        # what checks say changes with their versions; an edition says what it said
        entry=from_store.model_copy(update={"findings": ()}),
        content=row.version.content,
        identities=json.loads(row.version.content)["identities"],
    )
