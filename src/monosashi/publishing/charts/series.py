"""Series: what one measure says, year by year, as it can be drawn.

Numbers of another unit than the measure's own are never drawn on its axis: they are set apart, by name. A year without
an actual keeps the way in which it is missing; none of them is a zero.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from monosashi.model import Actual, Amount, Measure, PrintedNendo, Quantity, Sheet, State, Value
from monosashi.model.folding import key
from monosashi.model.indicator import read_actual
from monosashi.publishing.charts.scale import Scale, value_scale
from monosashi.publishing.tables.references import Past, past_actuals

_T = TypeVar("_T")

#: Years further apart than this are drawn without the empty ones between them.
_LONGEST_AXIS = 14


@dataclass(frozen=True, slots=True)
class Point:
    """A number of one year. ``quantity`` is what its cell says besides (None for a line under 【参考】)."""

    year: int
    amount: Amount
    quantity: Quantity | None = None

    @property
    def later(self) -> bool:
        """Whether the number is not yet firm: provisional, or the latest there was, of another year."""
        said = self.quantity
        return bool(said and (said.provisional or (said.as_of and said.as_of.year != self.year)))


@dataclass(frozen=True, slots=True)
class Gap:
    """A year without a number: the state of its actual. ``reported`` is an actual told in words."""

    year: int
    state: State


@dataclass(frozen=True, slots=True)
class Series:
    """One measure as it is drawn. ``apart``: what could not stand on the axis (target, actual, reference ...) by unit."""

    path: str
    unit: str
    years: tuple[int, ...]
    baseline: Amount | None
    baseline_years: tuple[int, ...]
    goal: Point | None
    targets: tuple[Point, ...]
    actuals: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    references: tuple[Point, ...]
    apart: tuple[tuple[str, str], ...]

    @property
    def numeric(self) -> bool:
        """Whether there is any number to draw; else the measure is told in words."""
        return bool(self.baseline or self.goal or self.targets or self.actuals)

    @property
    def cumulative(self) -> bool:
        """Whether the numbers are sums since a beginning (累計)."""
        points = [point for point in (self.goal, *self.targets, *self.actuals) if point]
        return any(point.quantity and point.quantity.cumulative for point in points)

    @property
    def broken(self) -> bool:
        """Whether years are left out between those that are drawn."""
        return bool(self.years) and len(self.years) != self.years[-1] - self.years[0] + 1

    @property
    def scale(self) -> Scale:
        """The value axis that holds every number."""
        return value_scale([amount.value for amount in self.amounts()])

    def amounts(self) -> Iterator[Amount]:
        """Every number that is drawn."""
        yield from (point.amount for point in (*self.targets, *self.actuals, *self.references))
        yield from (self.baseline,) if self.baseline else ()
        yield from (self.goal.amount,) if self.goal else ()


def measure_series(sheet: Sheet, path: str, measure: Measure) -> Series:
    """The series of the measure at ``path``."""
    sorter = _Sorter(measure.unit)
    actuals = list(_actuals(sheet, measure))
    baseline = sorter.own("baseline", _quantity(measure.baseline.value))
    goal_year, goal = _year(measure.target.year), sorter.own("target", _quantity(measure.target.value))
    targets = tuple(
        Point(year, quantity.amount, quantity)
        for year, value in _first(_targets(measure))
        if (quantity := sorter.own("target", _quantity(value)))
    )
    reported = tuple(
        Point(year, quantity.amount, quantity)
        for year, actual in actuals
        if actual.state is State.REPORTED and (quantity := sorter.own("actual", _quantity(actual.value)))
    )
    references = tuple(
        Point(year, past.amount)
        for year, past in _first(_pasts(past_actuals(sheet, path, measure)))
        if sorter.owns("reference", past.amount)
    )
    drawn = {point.year for point in reported}
    based = _baseline_years(measure)
    years = {year for year, _ in actuals} | {p.year for p in (*targets, *references)} | set(based)
    return Series(
        path=path,
        unit=measure.unit,
        years=_axis(years | ({goal_year} if goal_year else set())),
        baseline=baseline.amount if baseline and based else None,
        baseline_years=based,
        goal=Point(goal_year, goal.amount, goal) if goal and goal_year else None,
        targets=targets,
        actuals=reported,
        gaps=tuple(Gap(year, actual.state) for year, actual in actuals if year not in drawn),
        references=references,
        apart=tuple(dict.fromkeys(sorter.apart)),
    )


class _Sorter:
    """Tells numbers in the measure's own unit from others, and keeps the names of the others."""

    def __init__(self, unit: str) -> None:
        self._unit = key(unit)
        self.apart: list[tuple[str, str]] = []

    def owns(self, role: str, amount: Amount) -> bool:
        """Whether a number is in the measure's unit."""
        if key(amount.unit) == self._unit:
            return True
        self.apart.append((role, amount.unit))
        return False

    def own(self, role: str, quantity: Quantity | None) -> Quantity | None:
        """The quantity, if it is in the measure's unit."""
        return quantity if quantity and self.owns(role, quantity.amount) else None


def _quantity(value: Value) -> Quantity | None:
    return value.quantity


def _year(year: PrintedNendo) -> int | None:
    return year.nendo.year if year.nendo else None


def _targets(measure: Measure) -> Iterator[tuple[int, Value]]:
    for target in measure.targets:
        for printed in target.years:
            if printed.nendo:
                yield printed.nendo.year, target.value


def _actuals(sheet: Sheet, measure: Measure) -> Iterator[tuple[int, Actual]]:
    """The actual of each year that prints one or is asked for one by a target, in order."""
    printed = dict(_first((year, a) for a in measure.actuals if (year := _year(a.year))))
    own_year = sheet.title.nendo.year if sheet.title.nendo else None
    for target in measure.targets:
        for asked in target.years:
            if asked.nendo:
                printed.setdefault(asked.nendo.year, read_actual("", asked, own_year))
    yield from sorted(printed.items())


def _pasts(pasts: Iterable[Past]) -> Iterator[tuple[int, Past]]:
    return ((past.nendo.year, past) for past in pasts)


def _first(pairs: Iterable[tuple[int, _T]]) -> list[tuple[int, _T]]:
    """Each year once, with what is printed for it first, in the order of the years."""
    found: dict[int, _T] = {}
    for year, item in pairs:
        found.setdefault(year, item)
    return sorted(found.items(), key=lambda pair: pair[0])


def _baseline_years(measure: Measure) -> tuple[int, ...]:
    """The years the baseline rests on: those it is the mean of, else its own."""
    quantity, own = measure.baseline.value.quantity, _year(measure.baseline.year)
    if quantity and quantity.mean_of:
        return tuple(sorted({nendo.year for nendo in quantity.mean_of}))
    return (own,) if own else ()


def _axis(years: set[int]) -> tuple[int, ...]:
    """Every year from the first to the last; only those that are said where that would be too many."""
    if years and max(years) - min(years) < _LONGEST_AXIS:
        return tuple(range(min(years), max(years) + 1))
    return tuple(sorted(years))
