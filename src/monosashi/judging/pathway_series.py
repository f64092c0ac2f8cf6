"""The numbers of one measure by year, for holding an output beside an outcome: targets, actuals, past actuals."""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.forms.disrupted import disruption
from monosashi.model import Amount, Nendo, PathwayPoint, PathwaySeries, PathwaySource, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.references import references_of
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.units import same_unit


def pathway_series(sheet: Sheet, strand: Strand) -> PathwaySeries:
    """The series of a measure as a whole. An actual stands before the same year's past actual, and that before a
    baseline of that one year; a number in another unit than the measure's is left out."""
    targets = _first(_targets(strand))
    values = _first(_values(sheet, strand))
    points = [
        PathwayPoint(
            nendo=nendo,
            target=targets[nendo][1] if nendo in targets else None,
            target_path=targets[nendo][0] if nendo in targets else "",
            value=values[nendo][1] if nendo in values else None,
            source=values[nendo][2] if nendo in values else None,
            path=values[nendo][0] if nendo in values else "",
            disrupted=disruption(nendo) is not None,
        )
        for nendo in sorted({*targets, *values}, key=lambda nendo: (nendo.year, nendo.kind))
    ]
    return PathwaySeries(
        path=strand.path,
        number=unbroken(strand.indicator.number.text),
        name=strand.name,
        unit=strand.measure.unit,
        cumulative=strand.named_cumulative or any(point.quantity.cumulative for point in _printed(strand)),
        points=tuple(points),
    )


#: A number with its path, its year and where it stands.
_Found = tuple[Nendo, str, Decimal, PathwaySource]


def _printed(strand: Strand) -> Iterator[Point]:
    yield from (*strand.yearly, *strand.actuals)
    yield from (point for point in (strand.baseline, strand.target) if point)


def _targets(strand: Strand) -> Iterator[_Found]:
    """Each year's target; the final one where its year prints none of its own."""
    for point in (*strand.yearly, *([strand.target] if strand.target else [])):
        if _own(strand, point.amount):
            yield from ((nendo, point.path, point.amount.value, PathwaySource.ACTUAL) for nendo in point.years)


def _values(sheet: Sheet, strand: Strand) -> Iterator[_Found]:
    for point in strand.actuals:
        # a value in brackets is of the year that stands beside it, not of its column's
        years = (point.quantity.as_of,) if point.quantity.as_of else point.years
        if _own(strand, point.amount):
            yield from ((nendo, point.path, point.amount.value, PathwaySource.ACTUAL) for nendo in years)
    for past in references_of(sheet, strand):
        if _own(strand, past.amount):
            yield past.nendo, past.path, past.amount.value, PathwaySource.REFERENCE
    base = strand.baseline
    if base and not base.quantity.mean_of and _own(strand, base.amount):
        yield from ((nendo, base.path, base.amount.value, PathwaySource.BASELINE) for nendo in base.years)


def _own(strand: Strand, amount: Amount) -> bool:
    return same_unit(amount.unit, strand.measure.unit)


def _first(found: Iterator[_Found]) -> dict[Nendo, tuple[str, Decimal, PathwaySource]]:
    """Each year once, with what was found for it first."""
    by_year: dict[Nendo, tuple[str, Decimal, PathwaySource]] = {}
    for nendo, path, value, source in found:
        by_year.setdefault(nendo, (path, value, source))
    return by_year
