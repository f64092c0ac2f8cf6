"""Days and months in Japanese eras.

>>> parse_date("令和３年６月１８日")
datetime.date(2021, 6, 18)
>>> parse_month("令和６年８月")
YearMonth(year=2024, month=8)
>>> parse_date("平成2年2月30日") is None    # a day no calendar has
True
"""

import datetime as dt
import re
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold
from monosashi.model.nendo import ERA, ERAS, LAST_OF_ERA, Nendo, era_year
from monosashi.model.noun import Noun, Printed

#: The first day of each era, newest first; 明治 from the day Japan counts by the western calendar.
ERA_FIRST_DAYS = {
    "令和": dt.date(2019, 5, 1),
    "平成": dt.date(1989, 1, 8),
    "昭和": dt.date(1926, 12, 25),
    "大正": dt.date(1912, 7, 30),
    "明治": dt.date(1873, 1, 1),
}

_DATE = re.compile(
    rf"(?P<era>{ERA})?(?P<y>元|\d{{1,4}})[年./](?P<m>\d{{1,2}})[月./](?P<d>\d{{1,2}})(?:日|(?<=[./]\d)|(?<=[./]\d\d))"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(rf"(?P<era>{ERA})?(?P<y>元|\d{{1,4}})年(?P<m>\d{{1,2}})月")


class YearMonth(Noun):
    """A month of a year."""

    year: int = Field(ge=1, le=9999)
    month: int = Field(ge=1, le=12)

    @property
    def nendo(self) -> Nendo:
        """The fiscal year the month lies in."""
        return Nendo(year=max(1, self.year - (self.month < 4)))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def parse_date(text: str) -> dt.date | None:
    """The day a cell prints and nothing else; None where it prints none, or one that does not exist."""
    flat = re.sub(r"\s+", "", fold(text))
    if iso := _ISO.fullmatch(flat):
        year, month, day = (int(part) for part in iso.groups())
        return _day(year, month, day)
    match = _DATE.fullmatch(flat)
    return _day(era_year(match["era"], match["y"]), int(match["m"]), int(match["d"])) if match else None


def _day(year: int | None, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year or 0, month, day)
    except (ValueError, OverflowError):
        return None


def print_date(date: dt.date) -> str:
    """令和3年6月18日: by the era in force on that day (令和 from 1 May 2019)."""
    era = next((name for name, first in ERA_FIRST_DAYS.items() if date >= first), "")
    n = date.year - ERAS.get(era, 0)
    if not era or n > LAST_OF_ERA:
        return f"{date.year:04d}年{date.month}月{date.day}日"
    return f"{era}{'元' if n == 1 else n}年{date.month}月{date.day}日"


def parse_month(text: str) -> YearMonth | None:
    """The month in 「令和６年８月」, also with words around it (「令和６年８月頃」)."""
    match = _MONTH.search(re.sub(r"\s+", "", fold(text)))
    year = era_year(match["era"], match["y"]) if match else None
    if not match or year is None or not 1 <= year <= 9999 or not 1 <= int(match["m"]) <= 12:
        return None
    return YearMonth(year=year, month=int(match["m"]))


def print_month(month: YearMonth) -> str:
    """令和6年8月."""
    return print_date(dt.date(month.year, month.month, 28)).removesuffix("28日")


class PrintedDate(Printed):
    """A day as a cell prints it, with the day it means (None: none, or one no calendar has)."""

    date: dt.date | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"date"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"date": parse_date(text)})


class PrintedMonth(Printed):
    """A month as a cell prints it, with the month it means."""

    month: YearMonth | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"month"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"month": parse_month(text)})
