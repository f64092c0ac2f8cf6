"""Years as the sheets print them: fiscal years (年度), business years (事務年度) and calendar years (年).

A fiscal year runs from April to March and is named after the year it begins in; a business year (the tax office's
事務年度) from July to June. Eras are only a way to write a year: both 平成31年度 and 令和元年度 are 2019, and
平成34年度, printed before the era changed, is 2022.

>>> parse_nendo("令和元年度") == parse_nendo("平成31年度") == Nendo(year=2019)
True
>>> parse_nendo("平成34年度").year, parse_nendo("Ｈ２５年度").year, parse_nendo("㋿3年度").year
(2022, 2013, 2021)
>>> print_nendo(Nendo(year=2019))
'令和元年度'

Source: 元号法; 財政法第11条 (the fiscal year); the printed sheets for 事務年度 and 暦年.
"""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold
from monosashi.model.noun import Noun, Printed


class YearKind(StrEnum):
    """Which twelve months a year covers."""

    FISCAL = "fiscal"
    BUSINESS = "business"
    CALENDAR = "calendar"


_FIRST_MONTH = {YearKind.FISCAL: 4, YearKind.BUSINESS: 7, YearKind.CALENDAR: 1}
_SUFFIX = {YearKind.FISCAL: "年度", YearKind.BUSINESS: "事務年度", YearKind.CALENDAR: "年"}

#: Era name to the year before its first year, newest first.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_SHORT = {"R": "令和", "H": "平成", "S": "昭和", "T": "大正", "M": "明治"}
_LIGATURES = {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}

ERA = "令和|平成|昭和|大正|明治|[RHSTMrhstm㋿㍻㍼㍽㍾]"
#: A printed year, to stand inside larger patterns; the text must have been folded.
YEAR = rf"(?:(?:(?:{ERA})\s*+)?(?:元|\d{{1,4}})\s*+(?:事務年度|年度|年)|(?i:FY)\s?\d{{4}})"
_YEAR = re.compile(
    rf"(?P<era>{ERA})?\s*+(?P<n>元|\d{{1,4}})\s*+(?P<end>暦?)(?P<kind>事務年度|年\s*+度|年|)(?:\(暦年\))?(?:末|時点)?"
)
#: A fiscal year as English labels print it: FY2020.
_WESTERN = re.compile(r"(?i:FY)\s?(\d{4})")
_RANGE_MARK = re.compile(r"~|〜|から|-|－|―")
#: The last year of an era that is printed by it; later ones are printed by the western year.
LAST_OF_ERA = 99
#: The longest run of years that is read as one: a longer one is a misprint.
_LONGEST_RUN = 51


class Nendo(Noun):
    """One year of a series, by the western year in which it begins."""

    year: int = Field(ge=1, le=9999)
    kind: YearKind = YearKind.FISCAL

    @property
    def first_day(self) -> dt.date:
        """The day the year begins."""
        return dt.date(self.year, _FIRST_MONTH[self.kind], 1)

    @property
    def last_day(self) -> dt.date:
        """The day the year ends."""
        if self.kind is YearKind.CALENDAR or self.year == 9999:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year + 1, _FIRST_MONTH[self.kind], 1) - dt.timedelta(days=1)

    def __str__(self) -> str:
        return print_nendo(self)


def era_year(era: str | None, number: str) -> int | None:
    """The western year of an era's year; None where era and number make none (平成0年)."""
    n = 1 if number == "元" else int(number)
    if era is None:
        return n if len(number) == 4 and n else None
    name = _LIGATURES.get(era) or _SHORT.get(era.upper()) or era
    return ERAS[name] + n if 1 <= n <= 99 else None


def parse_nendo(text: str, like: Nendo | None = None) -> Nendo | None:
    """The year a text prints, or None. ``like``: a neighbour that lends its era to a bare 「25年度」."""
    folded = fold(text).strip()
    if western := _WESTERN.fullmatch(folded):
        return Nendo(year=int(western[1])) if int(western[1]) else None
    match = _YEAR.fullmatch(folded)
    if not match or not (match["era"] or match["kind"] or len(match["n"]) == 4):
        return None
    year = era_year(match["era"], match["n"])
    if year is None and match["era"] is None:
        year = _borrow_era(1 if match["n"] == "元" else int(match["n"]), like)
    if year is None or not 1 <= year <= 9999:
        return None
    return Nendo(year=year, kind=_kind(match["kind"], match["end"]))


def _kind(printed: str, calendar: str) -> YearKind:
    if printed == "事務年度":
        return YearKind.BUSINESS
    return YearKind.CALENDAR if printed == "年" or calendar else YearKind.FISCAL


def _borrow_era(number: int, like: Nendo | None) -> int | None:
    """The year nearest to ``like`` that some era calls ``number``: 「25年度」 beside 平成26年度 is 2013."""
    if like is None or not 1 <= number <= 99:
        return None
    return min((first + number for first in ERAS.values()), key=lambda year: abs(year - like.year))


def print_nendo(nendo: Nendo) -> str:
    """The year as a sheet prints it: 令和3年度, 令和2事務年度, 平成30年; where no era has it, by the western year."""
    return print_year(nendo.year) + _SUFFIX[nendo.kind]


def print_year(year: int) -> str:
    """A year by its era, without its suffix: 令和元. Before 明治 and after 令和99 by its four western digits."""
    era = next((name for name, before in ERAS.items() if 0 < year - before <= LAST_OF_ERA), None)
    if era is None or year > ERAS["令和"] + LAST_OF_ERA:
        return f"{year:04d}"
    n = year - ERAS[era]
    return f"{era}{'元' if n == 1 else n}"


def parse_nendo_span(text: str) -> tuple[Nendo, ...]:
    """The years of 「平成30年度～令和2年度」, 「23～25年度」 or a list with 、; empty where it is neither.

    >>> [n.year for n in parse_nendo_span("平成30年度から令和2年度")]
    [2018, 2019, 2020]
    """
    folded = fold(text).strip()
    ends = _RANGE_MARK.split(folded)
    if len(ends) == 2:
        return _between(*ends)
    listed = [parse_nendo(part) for part in re.split(r"[、,・]", folded)]
    return tuple(n for n in listed if n) if all(listed) else ()


def _between(first: str, last: str) -> tuple[Nendo, ...]:
    end = parse_nendo(last, like=parse_nendo(first))
    start = parse_nendo(first, like=end) or parse_nendo(first.strip() + "年度", like=end)
    if not start or not end or not 0 <= end.year - start.year < _LONGEST_RUN:
        return ()
    return tuple(Nendo(year=year, kind=end.kind) for year in range(start.year, end.year + 1))


def print_nendo_span(years: Iterable[Nendo]) -> str:
    """The inverse of ``parse_nendo_span``: a run of one kind as first～last, anything else as a list."""
    run = list(years)
    unbroken = run and run == [Nendo(year=run[0].year + n, kind=run[0].kind) for n in range(len(run))]
    if unbroken and 1 < len(run) <= _LONGEST_RUN:
        return f"{print_nendo(run[0])}～{print_nendo(run[-1])}"
    return "、".join(print_nendo(n) for n in run)


class PrintedNendo(Printed):
    """A year as a cell prints it, with the year it means (None: no year, or one that no calendar has)."""

    nendo: Nendo | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"nendo"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"nendo": parse_nendo(re.sub(r"\s+", "", text))})
