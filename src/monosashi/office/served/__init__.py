"""Served: what a program is given of the office, each answer of one type, in one order, the same bytes for the same data."""

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
from monosashi.office.served.reading_out import (
    edition,
    editions_of,
    errata_since,
    findings,
    framework_of,
    judgement,
    me,
    sheet,
    sheets,
    table_of,
    version,
    versions,
)

__all__ = [
    "EditionAnswer",
    "Me",
    "PeriodAnswer",
    "SheetAnswer",
    "SheetsPage",
    "TableAnswer",
    "VersionAnswer",
    "VersionLine",
    "edition",
    "editions_of",
    "errata_since",
    "findings",
    "framework_of",
    "judgement",
    "me",
    "sheet",
    "sheets",
    "table_of",
    "version",
    "versions",
]
