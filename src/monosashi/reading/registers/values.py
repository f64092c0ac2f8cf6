"""What a cell of a register's workbook says, as one would type it: a day in full, a number with all its digits.

A cell shows what its format makes of a value: 12.4 may show as 12, and 18 June 2021 as 18-Jun. A record keeps what is
there, so that a number that shows otherwise, and every day, is taken by its value.
"""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from monosashi.reading.rounds.cells import CellKind, Found, Worksheet
from monosashi.reading.styles import StoredCell, WorkbookFormats

_SHOWN = re.compile(r"[^\d.,%-]*(-?\d[\d,]*(?:\.\d+)?|-?\.\d+)[^\d.,%]*")
#: Programs keep fifteen digits of a number; what follows is noise.
_DIGITS = ".15g"
#: The day that serial numbers count from, by the two systems; the first counts a 29 February 1900 that never was.
_FROM_1900, _FROM_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001  a cell's day has no zone
_LEAP_BUG = 60


def as_typed(worksheet: Worksheet, formats: WorkbookFormats, index: int) -> Worksheet:
    """The worksheet with days and numbers as they are stored. ``index``: its place in the book, 0-based."""
    kinds = {CellKind.DATE, CellKind.NUMBER}
    if not any(cell.kind in kinds for cell in worksheet.cells.values()):
        return worksheet
    stored = formats.stored(index)
    cells = {
        at: Found(cell.kind, _typed(cell, stored[at], formats)) if cell.kind in kinds and at in stored else cell
        for at, cell in worksheet.cells.items()
    }
    return worksheet._replace(cells=cells)


def _typed(cell: Found, stored: StoredCell, formats: WorkbookFormats) -> str:
    if cell.kind is CellKind.DATE:
        return _day(stored, epoch_1904=formats.book.epoch_1904) or cell.text
    return _number(cell.text, stored.text)


def _day(stored: StoredCell, *, epoch_1904: bool) -> str:
    """The day of a date cell in ISO form, with its time where it has one; empty where it is none."""
    try:
        if stored.kind == "d":
            moment = dt.datetime.fromisoformat(stored.text)
        else:
            serial = float(stored.text)
            late = not epoch_1904 and serial < _LEAP_BUG
            moment = (_FROM_1904 if epoch_1904 else _FROM_1900) + dt.timedelta(days=round(serial, 6) + late)
    except (ValueError, OverflowError):
        return ""
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat(" ", "minutes")


def _number(shown: str, stored: str) -> str:
    """What the cell shows where that is the value itself (1,234 or 0012), else the value."""
    try:
        value = Decimal(format(float(stored), _DIGITS))
        match = _SHOWN.fullmatch(shown)
        if match and Decimal(match[1].replace(",", "")) == value:
            return shown
    except (ValueError, InvalidOperation, OverflowError):
        return shown
    return shown if "%" in shown or "％" in shown else f"{value:f}"
