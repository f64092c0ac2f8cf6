"""Pair targets: what two sheets set for one measure (or part), value by value, and where they differ."""

import re
from collections.abc import Iterator

from monosashi.auditing.changed import Changed, changed, comparable, counted, grouped
from monosashi.auditing.pair import StrandPair
from monosashi.model import Message, Nendo, Target, Value
from monosashi.model.folding import fold, is_dash, unbroken
from monosashi.model.mark import without_note_marks
from monosashi.model.measuring.amounts import bound_turned, same_amount
from monosashi.model.measuring.likeness import likeness
from monosashi.model.measuring.same_wording import same_wording, shortened
from monosashi.model.measuring.strand import Point, Strand

_FINAL = Message(ja="目標値", en="target")
_YEARLY = Message(ja="年度目標", en="yearly target")
_YEAR = Message(ja="目標年度", en="target year")
#: Two texts less alike say something else; more alike, and with the same figures, only the wording was mended.
_SAME_WORDS = 0.8
_DIGITS = re.compile(r"\d+")


def target_changes(both: StrandPair, *, any_year: bool = False) -> list[Changed]:
    """The final target if it differs for the same year (``any_year``: for whatever year), then the yearly ones."""
    old, new = both.earlier, both.later
    final = _final(old, new) if any_year or _years_agree(old.measure.target, new.measure.target) else None
    yearly = grouped(_yearly(old, new))
    if not final:
        return yearly
    # the yearly target of the target year says the same again
    said = (final.nendos, final.before, final.after)
    return [final, *(one for one in yearly if (one.nendos, one.before, one.after) != said)]


def deadline_change(both: StrandPair) -> Changed | None:
    """The target year where both sheets print one and they differ; of the measure as a whole."""
    old, new = (strand.measure.target.year for strand in (both.earlier, both.later))
    if both.later.part or not old.nendo or not new.nendo or old.nendo == new.nendo:
        return None
    return Changed(_YEAR, (), str(old.nendo), str(new.nendo), f"{both.later.path}/target/year")


def _years_agree(old: Target, new: Target) -> bool:
    """Whether the two are for one year, as far as both print one."""
    return not old.year.nendo or not new.year.nendo or old.year.nendo == new.year.nendo


def _final(old: Strand, new: Strand) -> Changed | None:
    if old.target and new.target:
        return changed(_FINAL, new.target.years, old.target, new.target) if _differ(old, new) else None
    if old.part or new.part:
        return None
    return _text(old, new)


def _differ(old: Strand, new: Strand) -> bool:
    return bool(old.target and new.target) and _numbers_differ(old, old.target, new, new.target)


def _numbers_differ(old: Strand, before: Point | None, new: Strand, after: Point | None) -> bool:
    if not before or not after or not comparable(old, before, new, after):
        return False
    left, right = counted(old, before), counted(new, after)
    return not same_amount(left, right, exact=True) or bound_turned(left, right)


def _text(old: Strand, new: Strand) -> Changed | None:
    """A target of which at least one side is words. One that the earlier sheet did not set is no change, and words
    without a year may be each year's own."""
    before, after = old.measure.target, new.measure.target
    path = f"{new.path}/target/value"
    # a form that has no place for a final target prints nothing there, and no year
    if is_dash(after.value.text) or (not after.value and after.year):
        said = shortened(unbroken(before.value.text))
        nendos = (after.year.nendo,) if after.year.nendo else ()
        return Changed(_FINAL, nendos, said, unbroken(after.value.text), path) if old.target else None
    if not before.year.nendo or not after.year.nendo:
        return None
    return _words(_FINAL, (after.year.nendo,), before.value, after.value, path)


def _words(what: Message, nendos: tuple[Nendo, ...], before: Value, after: Value, path: str) -> Changed | None:
    """Two prints that are not both numbers, where they say something else; nothing where either says nothing (a blank, a
    dash, the mark of a note)."""
    old, new = (unbroken(without_note_marks(value.text)) for value in (before, after))
    if not old or not new or is_dash(old) or is_dash(new) or _same_words(old, new):
        return None
    return Changed(what, nendos, shortened(old), shortened(new), path)


def _same_words(left: str, right: str) -> bool:
    if same_wording(left, right):
        return True
    figures = [_DIGITS.findall(fold(text)) for text in (left, right)]
    return figures[0] == figures[1] and likeness(left, right) >= _SAME_WORDS


def _yearly(old: Strand, new: Strand) -> Iterator[Changed]:
    before, words = _by_year(old), _values_by_year(old)
    numbers = _by_year(new)
    for year, after in numbers.items():
        if (was := before.get(year)) and _numbers_differ(old, was, new, after):
            yield changed(_YEARLY, (year,), was, after)
    for year, (value, path) in _values_by_year(new).items() if not new.part else ():
        if year in words and not (year in before and year in numbers):
            told = _words(_YEARLY, (year,), words[year][0], value, path)
            if told:
                yield told


def _values_by_year(strand: Strand) -> dict[Nendo, tuple[Value, str]]:
    """What is printed as the target of each year, number or words, with its path; the first where a year comes twice."""
    found: dict[Nendo, tuple[Value, str]] = {}
    for n, target in enumerate(strand.measure.targets):
        for year in target.years:
            if year.nendo:
                found.setdefault(year.nendo, (target.value, f"{strand.path}/targets/{n}/value"))
    return found


def _by_year(strand: Strand) -> dict[Nendo, Point]:
    """The yearly targets by year; the first where a year is printed twice."""
    found: dict[Nendo, Point] = {}
    for point in strand.yearly:
        for year in point.years:
            found.setdefault(year, point)
    return found
