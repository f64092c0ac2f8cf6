"""Which year is judged where no one names one: one year for the whole sheet, so that its measures speak of the same.

For a 評価書 it is the target year where that year's actuals are printed, even if they are missing there; else, and for
a 事前分析表 or a 評価書（モニタリング）, the latest year of which a result is printed. Where there is none yet it is the
year of the sheet's title, or the first year printed.
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
    if is_result(sheet):
        ends = [one.measure.target.year.nendo for one in strands]
        within = [end.year for end in ends if end and end.year in printed]
        if within:
            return printed[max(within)]
    known = [
        one.year.nendo.year
        for strand in strands
        for one in strand.measure.actuals
        if one.year.nendo and (has_result(strand, one) or (is_result(sheet) and one.state in _SPOKEN_OF))
    ]
    if known:
        return printed[max(known)]
    own = sheet.title.nendo
    return printed.get(own.year) if own and own.year in printed else printed[min(printed)]


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
