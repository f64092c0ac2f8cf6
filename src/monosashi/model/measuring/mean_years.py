"""The years whose mean a baseline says it is, each with the past actual the sheet prints for it.

Used by the checks that recompute the mean and by those that leave a year out of it.
"""

from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Nendo, Sheet
from monosashi.model.measuring.references import Past, references_of
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.units import same_unit


@dataclass(frozen=True)
class MeanYears:
    """A baseline that is a mean, the years it names, and a past actual for each (empty where one is not printed)."""

    baseline: Point
    years: tuple[Nendo, ...]
    pasts: tuple[Past, ...]

    @property
    def values(self) -> list[Decimal]:
        """The past actuals as numbers, year by year."""
        return [past.amount.value for past in self.pasts]


def mean_years(sheet: Sheet, strand: Strand) -> MeanYears | None:
    """None where the baseline is no mean of named years.

    A year's value is taken from 【参考】, else from the yearly actuals; it counts only in the baseline's unit.
    """
    baseline = strand.baseline
    if not baseline or not baseline.quantity.mean_of:
        return None
    printed = (*references_of(sheet, strand), *_actuals(strand))
    by_year: dict[Nendo, Past] = {}
    for past in printed:
        if same_unit(past.amount.unit, baseline.amount.unit):
            by_year.setdefault(past.nendo, past)
    years = baseline.quantity.mean_of
    complete = all(year in by_year for year in years)
    return MeanYears(baseline, years, tuple(by_year[year] for year in years) if complete else ())


def _actuals(strand: Strand) -> tuple[Past, ...]:
    return tuple(Past(point.path, point.years[0], point.amount) for point in strand.actuals if point.years)
