"""Counted: the numbers that a sheet prints of a measure, each beside what was counted for its years.

A printed number is an actual, a past value under 【参考】, or a baseline; a baseline that is the mean of named years stands
beside the mean of what was counted for them. Numbers in another unit than the count's are never held against it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from monosashi.model import Amount, Comparator, Count, Nendo, Sheet
from monosashi.model.folding import key
from monosashi.model.measuring.amounts import one_measure, same_amount
from monosashi.model.measuring.arithmetic import decimals_of, difference, mean, product
from monosashi.model.measuring.references import references_of
from monosashi.model.measuring.rounding import rules_of
from monosashi.model.measuring.strand import Point, Strand, strands

_HUNDRED = Decimal(100)


class PrintedAs(StrEnum):
    """What a printed number is on the sheet."""

    ACTUAL = "actual"
    REFERENCE = "reference"
    BASELINE = "baseline"


@dataclass(frozen=True)
class PrintedNumber:
    """One place on the sheet that has, or will have, a number. ``years``: the year it is of, or those it is the mean of.
    ``amount``: None where nothing is printed yet. ``provisional``: printed as such (暫定値)."""

    printed_as: PrintedAs
    path: str
    strand: Strand
    years: tuple[Nendo, ...]
    amount: Amount | None
    is_mean: bool = False
    provisional: bool = False


@dataclass(frozen=True)
class Beside:
    """A printed number beside its counts, one a year. ``value``: the count, or their mean to the printed digits; None where
    a year has none. ``agrees``: None where the two cannot be compared."""

    printed: PrintedNumber
    counts: tuple[Count, ...]
    value: Decimal | None
    agrees: bool | None

    @property
    def unit(self) -> str:
        """The unit of the count."""
        return self.counts[0].unit if self.counts else ""


def printed_numbers(sheet: Sheet, strand: Strand) -> tuple[PrintedNumber, ...]:
    """The numbers of a strand that are of a year: past values, baseline, actuals; an actual of which nothing is printed
    yet is among them."""
    return (*_references(sheet, strand), *_baseline(strand), *_actuals(strand))


def _references(sheet: Sheet, strand: Strand) -> Iterator[PrintedNumber]:
    for past in references_of(sheet, strand):
        yield PrintedNumber(PrintedAs.REFERENCE, past.path, strand, (past.nendo,), past.amount)


def _baseline(strand: Strand) -> Iterator[PrintedNumber]:
    point = strand.baseline
    if not point:
        return
    named = point.quantity.mean_of
    own = (point.quantity.as_of,) if point.quantity.as_of else point.years
    if years := named or own:
        yield PrintedNumber(
            PrintedAs.BASELINE,
            point.path,
            strand,
            years,
            point.amount,
            is_mean=bool(named),
            provisional=point.quantity.provisional,
        )


def _actuals(strand: Strand) -> Iterator[PrintedNumber]:
    points = {_cell(point): point for point in strand.actuals}
    for n, column in enumerate(strand.measure.actuals):
        path = f"{strand.path}/actuals/{n}/value"
        point = points.get(path)
        of = (point.quantity.as_of if point else None) or column.year.nendo
        if of is None:
            continue
        yield PrintedNumber(
            PrintedAs.ACTUAL,
            point.path if point else path,
            strand,
            (of,),
            point.amount if point else None,
            provisional=bool(point and point.quantity.provisional),
        )


def _cell(point: Point) -> str:
    """The path of the cell that a number stands in, of a part too."""
    return point.path.partition("/quantity/")[0]


def beside(sheet: Sheet, counts: Iterable[Count], about: Decimal = Decimal(0)) -> tuple[Beside, ...]:
    """Every printed number of which something was counted, in the order of the strands. ``about``: by how many per cent a
    number that is printed as approximate (程度) may differ."""
    known: dict[tuple[str, str, Nendo], list[Count]] = {}
    for one in counts:
        known.setdefault((one.path, key(one.part), one.nendo), []).append(one)
    counted = {path for path, _, _ in known}
    return tuple(
        _beside(printed, found, about)
        for strand in strands(sheet)
        if strand.path in counted
        for printed in printed_numbers(sheet, strand)
        if (found := _found(printed, known))
    )


def _found(printed: PrintedNumber, known: dict[tuple[str, str, Nendo], list[Count]]) -> tuple[Count, ...]:
    """The count of each year, in the printed unit where one of several rules has it."""
    strand = printed.strand
    unit = printed.amount.unit if printed.amount else strand.measure.unit
    listed = (known.get((strand.path, key(strand.part), year), []) for year in printed.years)
    fitting = (sorted(found, key=lambda one: not one_measure(unit, one.unit)) for found in listed)
    return tuple(found[0] for found in fitting if found)


def _beside(printed: PrintedNumber, counts: tuple[Count, ...], about: Decimal) -> Beside:
    values = [one.value for one in counts if one.value is not None]
    whole = len(counts) == len(printed.years) == len(values)
    amount = printed.amount
    if not whole or not values:
        return Beside(printed, counts, None, None)
    value = mean(values, decimals_of(amount.value) if amount else 0) if printed.is_mean else values[0]
    if amount is None or not all(one_measure(amount.unit, one.unit) for one in counts):
        return Beside(printed, counts, value, None)
    agrees = _agrees(amount, Amount(value=value, unit=counts[0].unit), about)
    if printed.is_mean and not agrees:
        agrees = bool(rules_of(values, amount.value))
    return Beside(printed, counts, value, agrees)


def _agrees(printed: Amount, counted: Amount, about: Decimal) -> bool:
    """Whether a printed amount, with the words that bound or soften it, holds for what was counted."""
    if same_amount(printed.model_copy(update={"comparator": Comparator.EXACTLY}), counted):
        return printed.comparator not in {Comparator.ABOVE, Comparator.BELOW}
    match printed.comparator:
        case Comparator.AT_LEAST | Comparator.ABOVE:
            return counted.value > printed.value
        case Comparator.AT_MOST | Comparator.BELOW:
            return counted.value < printed.value
    apart = product(difference(printed.value, counted.value), _HUNDRED)
    return printed.approximate and apart <= product(abs(printed.value), about)
