"""The columns of years: the years a table prints, and the cells of one row laid into them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monosashi.model import PrintedNendo
from monosashi.model.folding import key, unbroken


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year: by what it is compared, as it is printed, and the western year (None: no year that a calendar has)."""

    key: str
    text: str
    year: int | None


@dataclass(frozen=True, slots=True)
class YearCell:
    """A cell over ``span`` columns with the values that stand in it. ``fresh``: those no cell to its left holds."""

    span: int
    paths: tuple[str, ...]
    fresh: frozenset[str] = frozenset()


#: The one column of a table that prints values and no year.
UNDATED = YearColumn("", "", None)


def year_key(year: PrintedNendo) -> str:
    """By what two printed years are the same: 令和３年度 and R3年度."""
    return f"{year.nendo.kind.value}-{year.nendo.year}" if year.nendo else key(year.text)


def year_columns(years: Iterable[PrintedNendo]) -> tuple[YearColumn, ...]:
    """The years that are printed, each once; by the calendar where every one has its place in it, else as printed."""
    found: dict[str, YearColumn] = {}
    for year in years:
        column = YearColumn(year_key(year), unbroken(year.text), year.nendo.year if year.nendo else None)
        found.setdefault(column.key, column)
    columns = tuple(found.values())
    if all(column.year is not None for column in columns):
        return tuple(sorted(columns, key=lambda column: column.year or 0))
    return columns


def year_cells(
    columns: Sequence[YearColumn], values: Iterable[tuple[str, Sequence[PrintedNendo]]]
) -> tuple[YearCell, ...]:
    """A row: each value, given by its path and its years, in its columns; one without a year in all of them.

    Neighbours that hold the same are one cell.
    """
    held: list[list[str]] = [[] for _ in columns]
    for path, years in values:
        keys = {year_key(year) for year in years}
        for column, paths in zip(columns, held, strict=True):
            if column.key in keys or not keys:
                paths.append(path)
    cells: list[YearCell] = []
    seen: set[str] = set()
    for standing in (tuple(paths) for paths in held):
        if cells and standing and cells[-1].paths == standing:
            cells[-1] = YearCell(cells[-1].span + 1, standing, cells[-1].fresh)
        else:
            cells.append(YearCell(1, standing, frozenset(standing) - seen))
        seen.update(standing)
    return tuple(cells)
