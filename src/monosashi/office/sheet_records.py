"""The list of sheets as records: one line a sheet, what it is and how it stands. JSON and CSV say the same."""

import csv
import io
import json
from collections.abc import Iterable

from monosashi.model import Noun, Severity
from monosashi.model.folding import unbroken
from monosashi.office.entry import Entry


class SheetRecord(Noun):
    """A line of the list. ``completeness`` and ``coverage`` are shares from 0 to 1, to four places."""

    slug: str
    identifier: str
    name: str
    ministry: str
    nendo: int | None
    errors: int
    warnings: int
    notes: int
    completeness: float
    coverage: float
    document: str
    sha256: str


def sheet_record(entry: Entry) -> SheetRecord:
    """The line of a sheet. The year is the title's, else the identifier's."""
    sheet, reading = entry.reading.sheet, entry.reading
    nendo = sheet.title.nendo or sheet.identifier.nendo
    return SheetRecord(
        slug=entry.slug,
        identifier=sheet.identifier.plain,
        name=unbroken(sheet.policy.name),
        ministry=sheet.identifier.ministry,
        nendo=nendo.year if nendo else None,
        errors=entry.count(Severity.ERROR),
        warnings=entry.count(Severity.WARNING),
        notes=entry.count(Severity.NOTE),
        completeness=round(entry.completeness.share, 4),
        coverage=round(reading.coverage.share, 4),
        document=reading.document.name,
        sha256=reading.document.sha256,
    )


def sheets_json(records: Iterable[SheetRecord]) -> str:
    """``{"sheets": [...]}``."""
    sheets = [record.model_dump(mode="json") for record in records]
    return json.dumps({"sheets": sheets}, ensure_ascii=False, indent=1) + "\n"


def sheets_csv(records: Iterable[SheetRecord]) -> str:
    """One line a sheet; the year is empty where the sheet names none."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(SheetRecord.model_fields)
    writer.writerows(record.model_dump().values() for record in records)
    return out.getvalue()
