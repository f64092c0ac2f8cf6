"""Strand: the numbers of one measure, or of one named part of it, from baseline to actuals.

A measure that prints 「45件（うち政務レベル19件）」 has two strands: the whole, and the part 政務レベル. Checks that compare
numbers compare them strand by strand, so that a part has findings of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from monosashi.model import Amount, Indicator, Measure, Nendo, PrintedNendo, Quantity, Sheet, Value
from monosashi.model.folding import key
from monosashi.model.mark import without_note_marks
from monosashi.model.measuring.arithmetic import is_sane
from monosashi.model.measuring.once import once
from monosashi.model.measuring.units import same_unit

_CUMULATIVE = ("累計", "累積")
#: What is called 累積 and may fall all the same.
_MAY_FALL = ("赤字", "債務", "欠損", "損失", "滞納", "残高", "負債")


@dataclass(frozen=True)
class Point:
    """One printed number of a strand: its path, the years it holds for, the number (the quantity itself, or the amount
    of one of its parts), and the quantity it stands in."""

    path: str
    years: tuple[Nendo, ...]
    amount: Amount
    quantity: Quantity


@dataclass(frozen=True)
class Strand:
    """A measure's numbers, as a whole (``part`` empty) or for one part."""

    path: str
    indicator: Indicator
    measure: Measure
    part: str
    baseline: Point | None
    target: Point | None
    yearly: tuple[Point, ...]
    actuals: tuple[Point, ...]

    @cached_property
    def named_cumulative(self) -> bool:
        """Whether the measure's name says that its values are sums since some beginning."""
        name = self.measure.name.name
        return any(word in name for word in _CUMULATIVE) and not any(word in name for word in _MAY_FALL)

    @property
    def name(self) -> str:
        """The measure's name without note marks."""
        return without_note_marks(self.measure.name.name).strip()

    def comparable(self, left: Point, right: Point) -> bool:
        """Whether two of its numbers speak of the same: one unit, and both sums since a beginning or neither."""
        alike = left.quantity.cumulative == right.quantity.cumulative or self.named_cumulative
        return alike and same_unit(left.amount.unit, right.amount.unit)


@once
def strands(sheet: Sheet) -> tuple[Strand, ...]:
    """Every strand of the sheet in printed order; each measure's whole comes before its parts."""
    return tuple(_strands(sheet))


def _strands(sheet: Sheet) -> Iterator[Strand]:
    for path, indicator, measure in sheet.measures():
        for part in ("", *_part_names(measure)):
            yield Strand(
                path=path,
                indicator=indicator,
                measure=measure,
                part=part,
                baseline=_point(f"{path}/baseline/value", measure.baseline.value, (measure.baseline.year,), part),
                target=_point(f"{path}/target/value", measure.target.value, (measure.target.year,), part),
                yearly=_yearly(path, measure, part),
                actuals=_actuals(path, measure, part),
            )


def _yearly(path: str, measure: Measure, part: str) -> tuple[Point, ...]:
    points = (
        _point(f"{path}/targets/{n}/value", each.value, each.years, part) for n, each in enumerate(measure.targets)
    )
    return tuple(point for point in points if point)


def _actuals(path: str, measure: Measure, part: str) -> tuple[Point, ...]:
    points = (
        _point(f"{path}/actuals/{n}/value", each.value, (each.year,), part) for n, each in enumerate(measure.actuals)
    )
    return tuple(point for point in points if point)


def _part_names(measure: Measure) -> tuple[str, ...]:
    values = [measure.baseline.value, measure.target.value]
    values += [target.value for target in measure.targets] + [actual.value for actual in measure.actuals]
    names = {key(part.name): part.name for v in reversed(values) if v.quantity for part in reversed(v.quantity.parts)}
    return tuple(reversed(names.values()))


def _point(path: str, value: Value, years: tuple[PrintedNendo, ...], part: str) -> Point | None:
    if not value.quantity:
        return None
    nendos = tuple(year.nendo for year in years if year.nendo)
    return point_of(path, value.quantity, nendos, part)


def point_of(path: str, quantity: Quantity, years: tuple[Nendo, ...], part: str) -> Point | None:
    """The quantity's number, or that of one part; None where the part is not printed or the number is beyond paper."""
    if not part:
        return Point(path, years, quantity, quantity) if is_sane(quantity.value) else None
    for n, one in enumerate(quantity.parts):
        if key(one.name) == key(part) and is_sane(one.amount.value):
            return Point(f"{path}/quantity/parts/{n}", years, one.amount, quantity)
    return None
