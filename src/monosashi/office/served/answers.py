"""The types of answers that are not nouns of another room already."""

import datetime as dt

from pydantic import Field

from monosashi.model import Noun, Sheet
from monosashi.office.framework.lineage import Correspondences
from monosashi.office.framework.tree import Branch, PeriodLine
from monosashi.office.review.editions import EditionKey, Told
from monosashi.office.sheet_records import SheetRecord


class Me(Noun):
    """Who asks: the account a token or a session acts for; everything is empty for the public."""

    username: str
    name: str
    role: str
    ministry: str
    bureau: str
    division: str
    scopes: tuple[str, ...] | None = Field(description="What the token may do; null for a person in person")


class SheetsPage(Noun):
    """A page of the list. ``total``: how many sheets there are in all that were asked for."""

    total: int
    offset: int
    limit: int
    sheets: tuple[SheetRecord, ...]


class SheetAnswer(Noun):
    """A sheet as the asker may see it: the newest version, or the last released edition."""

    record: SheetRecord
    sheet: Sheet


class VersionLine(Noun):
    """A version in the list. ``changes``: how many values read otherwise than in the version before."""

    number: int
    time: dt.datetime
    who: str
    why: str
    sha256: str
    changes: int | None


class VersionAnswer(Noun):
    """A version with its content. ``sha256`` is of its canonical JSON."""

    slug: str
    number: int
    sha256: str
    sheet: Sheet


class TableAnswer(Noun):
    """A flat table of a sheet: the rows' texts in the order of the columns."""

    slug: str
    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class EditionAnswer(Noun):
    """A released edition with its content, and the others of its sheet, the newest first."""

    key: EditionKey
    ministry: str
    edition: Told
    editions: tuple[Told, ...]
    identities: dict[str, str] = Field(description="The lasting id of each measure, by path")
    sheet: Sheet


class PeriodAnswer(Noun):
    """A period with its tree, and what its policies came from."""

    period: PeriodLine
    branches: tuple[Branch, ...]
    lineage: Correspondences
