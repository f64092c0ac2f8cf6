"""The five years of a report: the last that the sheet has something to say of, up to the one that is judged."""

import re
from collections.abc import Iterable, Iterator

from monosashi.model import Judgement, Measure, Nendo, PrintedNendo, Sheet
from monosashi.model.measuring.references import Past, references_of
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.nendo import print_nendo
from monosashi.model.path import resolve
from monosashi.model.quantity import print_amount

#: How many years of actuals the form of a report prints.
YEARS = 5
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_WIDE_DIGIT = re.compile("[０-９]")


def report_years(sheet: Sheet, judgement: Judgement) -> tuple[PrintedNendo, ...]:
    """The years over the actuals, as the sheet prints them; those known from 【参考】 alone in the same digits.
    Where nothing was there to judge, the last that the sheet prints."""
    printed = {year.nendo: year for year in _printed(sheet) if year.nendo}
    past = {one.nendo for strand in strands(sheet) for one in past_actuals(sheet, strand)}
    wide = any(_WIDE_DIGIT.search(year.text) for year in printed.values())
    found = {year: _as_printed(year, wide=wide) for year in past} | printed
    evidence = any(one.footing.is_evidence for one in judgement.achievements)
    judged = judgement.nendo if evidence else None
    until = [year for year in found if judged is None or year.year <= judged.year]
    return tuple(found[year] for year in sorted(until, key=lambda year: year.year)[-YEARS:])


def _as_printed(year: Nendo, *, wide: bool) -> PrintedNendo:
    """A year in the digits of the sheet's own heads."""
    text = print_nendo(year)
    return PrintedNendo(text=text.translate(_WIDE) if wide else text, nendo=year)


def _printed(sheet: Sheet) -> Iterator[PrintedNendo]:
    for _, _, measure in sheet.measures():
        yield from (actual.year for actual in measure.actuals)
        yield from (year for target in measure.targets for year in target.years)


def past_actuals(sheet: Sheet, strand: Strand) -> tuple[Past, ...]:
    """The actuals of a measure that the sheet prints under 【参考】 only, in the unit of the measure."""
    known = {actual.year.nendo for actual in strand.measure.actuals if actual.value}
    found = references_of(sheet, strand)
    return tuple(one for one in found if one.nendo not in known and _of_its_unit(strand.measure, one))


def _of_its_unit(measure: Measure, past: Past) -> bool:
    return same_unit(measure.unit, past.amount.unit)


def past_text(sheet: Sheet, past: Past) -> str:
    """A past actual as it is printed; a measure's share of a line that speaks of several is printed by its number alone."""
    rationale = resolve(sheet, past.path.partition("/references/")[0])
    line = resolve(sheet, past.path)
    alone = len(rationale.measures) == 1 and line.quantity.amount == past.amount
    return str(line.text) if alone else print_amount(past.amount)


def within(years: Iterable[PrintedNendo], chosen: tuple[PrintedNendo, ...]) -> tuple[PrintedNendo, ...]:
    """Those of some years that are among the report's, as the report prints them."""
    found = {year.nendo: year for year in chosen}
    return tuple(found[year.nendo] for year in years if year.nendo in found)
