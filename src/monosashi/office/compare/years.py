"""Years: what is printed year by year is compared year by year.

A year is the year it means, however it is printed (平成31年度 is 令和元年度). A later sheet prints later years, so a
year that the other sheet's columns do not reach is no change; one within their reach that is missing there is blank.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from monosashi.model import Nendo, PrintedNendo, Sheet
from monosashi.model.measuring.same_wording import wording

T = TypeVar("T")
#: A year, or the words printed where one should be; and how often it had come before.
YearKey = tuple[Nendo | str, int]


@dataclass(frozen=True)
class Reach:
    """The years from the first to the last of one sheet's columns; nothing is within reach of no columns."""

    first: int = 9999
    last: int = 0

    def holds(self, year: Nendo | str) -> bool:
        """Whether the year lies between the first and the last. Words that name no year cannot be a later one: they are
        within reach of any columns."""
        return self.last > 0 if isinstance(year, str) else self.first <= year.year <= self.last


def reach(years: Iterable[PrintedNendo]) -> Reach:
    """From the first of these years to the last."""
    known = [year.nendo.year for year in years if year.nendo]
    return Reach(min(known), max(known)) if known else Reach()


#: How far the columns of the earlier sheet reach, and those of the later.
Reaches = tuple[Reach, Reach]


def value_reach(sheet: Sheet) -> Reach:
    """The years of a sheet's columns of yearly targets and actuals."""
    measures = [measure for _, _, measure in sheet.measures()]
    targets = (year for measure in measures for target in measure.targets for year in target.years)
    return reach([*targets, *(actual.year for measure in measures for actual in measure.actuals)])


def money_reach(sheet: Sheet) -> Reach:
    """The years of a sheet's columns of money."""
    cells = [*sheet.money, *(cell for programme in sheet.programmes for cell in programme.money)]
    return reach(cell.year for cell in cells)


def by_year(entries: Iterable[tuple[PrintedNendo, T]]) -> dict[YearKey, T]:
    """The entries by what year they mean; a year that comes again has a key of its own."""
    found: dict[YearKey, T] = {}
    for year, entry in entries:
        name: Nendo | str = year.nendo or wording(year.text)
        times = sum(known == name for known, _ in found)
        found[name, times] = entry
    return found


@dataclass(frozen=True)
class YearPair(Generic[T]):
    """What both sheets print for one year; None where a sheet within whose reach it lies prints nothing."""

    year: Nendo | str
    before: T | None
    after: T | None


def paired(before: dict[YearKey, T], after: dict[YearKey, T], reaches: Reaches) -> list[YearPair[T]]:
    """Year by year, oldest first."""
    keys = sorted(dict.fromkeys([*before, *after]), key=_by_time)
    pairs = [YearPair(key[0], before.get(key), after.get(key)) for key in keys]
    old, new = reaches
    return [
        pair
        for pair in pairs
        if (pair.before is not None or old.holds(pair.year)) and (pair.after is not None or new.holds(pair.year))
    ]


def _by_time(key: YearKey) -> tuple[int, str, int]:
    year, times = key
    return (year.year, year.kind, times) if isinstance(year, Nendo) else (9999, year, times)
