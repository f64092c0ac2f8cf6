"""Lines: the rows of the list of sheets, parsed once for each version and then remembered by its sha256."""

from collections.abc import Sequence
from typing import NamedTuple

from monosashi.office.sheet_records import SheetRecord
from monosashi.store.models import SheetSummary

#: How many lines a server remembers; a line takes about a kilobyte.
_MOST = 20_000


class Line(NamedTuple):
    """Which line it is: of which sheet, of its head or of its last edition, and of which version."""

    sheet: int
    released: bool
    version: int
    sha256: str


_remembered: dict[Line, SheetRecord] = {}


def records_of(lines: Sequence[Line]) -> dict[Line, SheetRecord]:
    """The record of each line, in their order: those not yet known by one query. A line that was drawn anew in between is
    left to the next page."""
    unknown = {(line.sheet, line.released): line for line in lines if line not in _remembered}
    if unknown:
        if len(_remembered) + len(unknown) > _MOST:
            _remembered.clear()
            unknown = {(line.sheet, line.released): line for line in lines}
        for row in SheetSummary.objects.filter(version__in={line.version for line in unknown.values()}):
            line = unknown.get((row.sheet_id, row.released))
            if line and line.version == row.version_id:
                _remembered[line] = SheetRecord.model_validate(row.record)
    return {line: _remembered[line] for line in lines if line in _remembered}
