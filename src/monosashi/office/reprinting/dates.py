"""Days printed anew: where a form prints a decision in one line, its day stands among other words (平成30年６月15日閣議決定)."""

from collections.abc import Iterable

from monosashi.model import PrintedDate, Sheet
from monosashi.model.date import parse_date
from monosashi.reading.cabinet import day_in


def reprinted_date(sheet: Sheet, old: PrintedDate, text: str) -> PrintedDate:
    """The day that ``text`` means, among other words where this day, or another of the sheet's, was read so."""
    among_words = _among_words((old, *(link.date for link in sheet.cabinet)))
    return PrintedDate(text=text, date=day_in(text) if among_words else parse_date(text))


def _among_words(dates: Iterable[PrintedDate]) -> bool:
    return any(one.date and parse_date(one.text) is None for one in dates)
