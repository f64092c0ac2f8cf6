"""Reported: what a sheet says was reached in each year, whether among the yearly actuals or under 【参考】."""

from dataclasses import dataclass

from monosashi.auditing.changed import counted
from monosashi.model import Amount, Nendo, Sheet
from monosashi.model.measuring.references import references_of
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.path import resolve


@dataclass(frozen=True)
class Reported:
    """One year's value: where it stands, whether that is under 【参考】, whether it may still change (暫定値), and whether
    it is a sum since a beginning."""

    path: str
    nendo: Nendo
    amount: Amount
    under_reference: bool = False
    provisional: bool = False
    cumulative: bool = False


def reported(sheet: Sheet, strand: Strand) -> tuple[Reported, ...]:
    """Each value of a strand that says what was reached in a year: the actuals, then those under 【参考】."""
    actuals = (_of(strand, point) for point in strand.actuals)
    return (*(one for one in actuals if one), *_under_reference(sheet, strand))


def baseline_of(strand: Strand) -> Reported | None:
    """A baseline that is one year's value."""
    return _of(strand, strand.baseline) if strand.baseline and not strand.baseline.quantity.mean_of else None


def _of(strand: Strand, point: Point) -> Reported | None:
    # The year in brackets is the year the value is of; the column only says when it was the latest.
    year = point.quantity.as_of or (point.years[0] if point.years else None)
    if year is None:
        return None
    return Reported(
        point.path,
        year,
        counted(strand, point),
        provisional=point.quantity.provisional,
        cumulative=point.quantity.cumulative or strand.named_cumulative,
    )


def _under_reference(sheet: Sheet, strand: Strand) -> tuple[Reported, ...]:
    found = []
    for past in references_of(sheet, strand):
        line = resolve(sheet, past.path).quantity
        summed = line.cumulative or strand.named_cumulative
        found.append(
            Reported(past.path, past.nendo, past.amount, True, provisional=line.provisional, cumulative=summed)
        )
    return tuple(found)
