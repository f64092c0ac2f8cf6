"""Series: in which year columns the yearly targets of a measure stand."""

from collections.abc import Iterator

from monosashi.model import Measure, PrintedNendo, YearTarget
from monosashi.publishing.printing.box import Span
from monosashi.publishing.printing.years import YearColumn, columns_of


def target_columns(measure: Measure) -> tuple[tuple[YearColumn, ...], ...]:
    """The columns of each of a measure's yearly targets; a target that names no year has one without a head."""
    years = [_years(target) for target in measure.targets]
    flat = iter(columns_of(year for listed in years for year in listed))
    return tuple(tuple(next(flat) for _ in listed) for listed in years)


def _years(target: YearTarget) -> tuple[PrintedNendo, ...]:
    return target.years or (PrintedNendo(text=""),)


def joined(spans: list[Span]) -> Iterator[Span]:
    """Neighbouring spans as one.

    >>> list(joined([(1, 2), (3, 4), (7, 8)]))
    [(1, 4), (7, 8)]
    """
    left, right = spans[0]
    for span in spans[1:]:
        if span[0] == right + 1:
            right = span[1]
        else:
            yield left, right
            left, right = span
    yield left, right
