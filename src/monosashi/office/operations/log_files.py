"""The log as files: CSV for reading in a spreadsheet, JSON lines for proving."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from monosashi.office.operations.entries import Change, Entry
from monosashi.store.canonical import canonical

COLUMNS = (
    *("number", "time", "person", "act", "object", "at", "was", "now", "reason_code", "reason"),
    *("ministry", "bureau", "details", "hash"),
)
_NO_CHANGE = Change(at="", was="", now="")


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """One line a changed value; an act that changed none has one line. Times with their zone."""
    yield _line(COLUMNS)
    for entry in entries:
        for change in entry.changes or (_NO_CHANGE,):
            yield _line(
                (
                    *(entry.number, entry.time.isoformat(timespec="seconds"), entry.person, entry.act, entry.object),
                    *(change.at, change.was, change.now, entry.reason_code, entry.reason),
                    *(entry.ministry, entry.bureau, canonical(entry.details) if entry.details else "", entry.hash),
                )
            )


def json_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One canonical JSON record a line."""
    return (canonical(record) + "\n" for record in records)


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
