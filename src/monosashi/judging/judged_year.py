"""Which year is judged where no one names one: one year for the whole sheet, so that its measures speak of the same.

It is the latest year after the baseline's of which a result is printed. In a 評価書 that states a result, a year whose actuals are spoken of
though missing (集計中) counts too, and so does a target year that has come by the year of the title: what was to be
reached is judged there, or said to be missing. Where there is no such year it is that of the title, or the first printed.
"""

from monosashi.judging.evidence import has_result
from monosashi.model import Nendo, Sheet, State, StatementRole
from monosashi.model.measuring.strand import Strand

_OF_A_RESULT = frozenset({StatementRole.RESULT, StatementRole.RESULT_REASON, StatementRole.ANALYSIS})
#: What is known of a year, though no number is: a dash says nothing.
_SPOKEN_OF = frozenset({State.COMPILING, State.NOT_SURVEYED, State.NOT_PUBLISHED, State.NOT_APPLICABLE})


def judged_year(sheet: Sheet, strands: tuple[Strand, ...]) -> Nendo | None:
    """The year of the sheet; None where no year is printed over any actual."""
    printed = {nendo.year: nendo for strand in strands for nendo in _printed(strand)}
    if not printed:
        return None
    result = is_result(sheet)
    known = [
        one.year.nendo.year
        for strand in strands
        for one in strand.measure.actuals
        if one.year.nendo and (has_result(strand, one) or (result and one.state in _SPOKEN_OF))
    ]
    if result:
        known += [year for year in _ended(sheet, strands) if year in printed]
    if known:
        return printed[max(known)]
    own = sheet.title.nendo
    return printed.get(own.year) if own and own.year in printed else printed[min(printed)]


def _ended(sheet: Sheet, strands: tuple[Strand, ...]) -> list[int]:
    """The target years that have come by the year of the sheet's title."""
    own, ends = sheet.title.nendo, [strand.measure.target.year.nendo for strand in strands]
    return [end.year for end in ends if own and end and end.year <= own.year]


def is_result(sheet: Sheet) -> bool:
    """Whether the sheet is a 評価書 that states a result, and not one that monitors on the way."""
    title = sheet.title.text
    told = any(one.role in _OF_A_RESULT and one.text.strip() for one in sheet.policy.statements)
    return "モニタリング" not in title and (told or "評価書" in title)


def year_of(strand: Strand, nendo: Nendo | None) -> Nendo | None:
    """The year judged for one measure: the sheet's, or the latest before it where the measure has no column for it."""
    if nendo is None:
        return None
    printed = {one.year: one for one in _printed(strand)}
    earlier = [one for one in printed if one <= nendo.year]
    return printed[max(earlier)] if earlier else nendo


def _printed(strand: Strand) -> list[Nendo]:
    return [one.year.nendo for one in strand.measure.actuals if one.year.nendo]
