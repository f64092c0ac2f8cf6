"""Years over columns: which year columns a table needs, and in which of them a cell stands.

Every measure and every programme lists its own years; the printed table has one column a year. A year that one list
names twice gets a second column, so that no two values ever claim one cell.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from monosashi.model import PrintedNendo
from monosashi.model.folding import unbroken

#: What makes years one column: the year meant (else the words), and how often the same list has named it before.
Place = tuple[Hashable, int]


@dataclass(frozen=True)
class YearColumn:
    """A year as its column's head prints it; ``turn`` counts how often the same list has named the year before."""

    key: Hashable
    turn: int
    year: PrintedNendo

    @property
    def place(self) -> Place:
        """What makes it one column: the year meant (else the words), and the turn."""
        return self.key, self.turn


def columns_of(years: Iterable[PrintedNendo]) -> tuple[YearColumn, ...]:
    """The column each year of one list stands in."""
    seen: Counter[Hashable] = Counter()
    found = []
    for year in years:
        key = year.nendo or unbroken(year.text)
        found.append(YearColumn(key, seen[key], year))
        seen[key] += 1
    return tuple(found)


def all_columns(lists: Iterable[Sequence[YearColumn]]) -> tuple[YearColumn, ...]:
    """One column for each year that any list names: in the lists' own order, and where all rise, in rising order."""
    known = [list(columns) for columns in lists if columns]
    found: dict[tuple[Hashable, int], YearColumn] = {}
    for columns in known:
        for column in columns:
            found.setdefault(column.place, column)
    ordered = list(found.values())
    if all(_rising(columns) for columns in known):
        ordered.sort(key=_year)
    return tuple(ordered)


def _year(column: YearColumn) -> tuple[int, int]:
    return (column.year.nendo.year if column.year.nendo else 0), column.turn


def _rising(columns: Sequence[YearColumn]) -> bool:
    years = [column.year.nendo for column in columns]
    return all(years) and sorted(columns, key=_year) == list(columns)
