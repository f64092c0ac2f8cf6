"""Attained: what a sheet's own numbers say of a target: reached, nearly reached, or missed.

Only what is certain is said. The direction of improvement must be stated, or shown by the way from baseline to target;
a provisional actual, or one whose brackets name another year than its column, decides nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from monosashi.model import Comparator, Message, Nendo, Sheet, State
from monosashi.model.measuring.arithmetic import agree, difference, percentage
from monosashi.model.measuring.direction import Direction, direction
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.way import Way


class Attained(StrEnum):
    """How an actual stands to its target. ``near``: within the allowance of a target with 程度."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"


@dataclass(frozen=True)
class Result:
    """An actual held against a target: the year's own, or the final one that was due by then."""

    nendo: Nendo
    direction: Direction
    actual: Point
    target: Point
    attained: Attained


def settled_way(sheet: Sheet, strand: Strand) -> Direction | None:
    """The direction of improvement where it is stated and the targets lead that way, or where all targets lie above what
    they start from; None where more is only taken to be better, or where the level is to be kept."""
    found = direction(sheet, strand)
    if found.way is Way.KEEP:
        return None
    run = [point.amount.value for point in (strand.baseline, *strand.yearly, strand.target) if point]
    rises, falls = (bool(run) and run[-1] > run[0], bool(run) and run[-1] < run[0])
    if found.stated:
        return None if (rises if found.way is Way.DOWN else falls) else found
    return Direction(Way.UP, _RISES) if rises and all(value >= run[0] for value in run) else None


_RISES = Message(
    ja="目標値が基準値や初めの目標値より大きいため、大きいほどよいとみなしました",
    en="the target lies above what it starts from, so more is taken to be better",
)


def results(sheet: Sheet, strand: Strand, about: Decimal) -> Iterator[Result]:
    """Each actual with each target that was due in its year, in the order of the years. ``about``: by how many per cent
    a target with 程度 may be missed and is still nearly reached."""
    way = settled_way(sheet, strand) if strand.actuals else None
    if not way:
        return
    for actual in sorted(strand.actuals, key=lambda point: [nendo.year for nendo in point.years]):
        if not actual.years or not _is_firm(actual):
            continue
        nendo = actual.years[0]
        for target in _due(strand, nendo):
            if strand.comparable(actual, target) and not target.quantity.mean_of:
                yield Result(nendo, way, actual, target, _attained(way.way, actual, target, about))


def _is_firm(actual: Point) -> bool:
    other = actual.quantity.as_of is not None and actual.quantity.as_of not in actual.years
    return not (other or actual.quantity.provisional)


def _due(strand: Strand, nendo: Nendo) -> Iterator[Point]:
    yield from (point for point in strand.yearly if nendo in point.years)
    if strand.target and strand.target.years and strand.target.years[0].year <= nendo.year:
        yield strand.target


def _attained(way: Way, actual: Point, target: Point, about: Decimal) -> Attained:
    value, aim, bound = actual.amount.value, target.amount.value, target.amount.comparator
    strict = bound in (Comparator.ABOVE, Comparator.BELOW)
    beyond = value < aim if way is Way.DOWN else value > aim
    if beyond or (value == aim and not strict):
        return Attained.MET
    if agree(value, aim):
        return Attained.NEAR
    near = target.amount.approximate and aim != 0 and abs(percentage(difference(value, aim), aim, 3)) <= about
    return Attained.NEAR if near else Attained.MISSED


def last_results(sheet: Sheet, strand: Strand, about: Decimal) -> list[Result]:
    """The results of the last year that the measure reports on; none where that year's actual is still to come
    (集計中, or a mark in brackets beside a year without one), so that what is printed beside it may rest on a forecast."""
    past = [
        actual
        for actual in strand.measure.actuals
        if actual.year.nendo and (actual.state is not State.NOT_YET or strand.measure.mark.forecast)
    ]
    last = max(past, key=lambda actual: actual.year.nendo.year if actual.year.nendo else 0, default=None)
    if not last or last.state is not State.REPORTED:
        return []
    return [result for result in results(sheet, strand, about) if result.nendo == last.year.nendo]
