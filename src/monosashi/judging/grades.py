"""Grades: the grade of the whole from the facts of its measures, the grades that remain open, and the steps.

The grades are tried best first, and the first whose conditions hold is the grade. Where it is not known of one whether
they hold, what is missing is taken every way it could be: if only one grade remains it is the grade, although something
is missing, because nothing that is missing could change it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from monosashi.judging.completions import completions
from monosashi.judging.facts import Facts, Limits, Truth, any_holds, both, either
from monosashi.judging.rule import Condition, FurtherScale, GradeScale, GradeSign, WholeCondition
from monosashi.model import Mark


@dataclass(frozen=True)
class Whole:
    """The measures of a sheet as the conditions see them; all count as primary where none is marked so."""

    measures: tuple[Facts, ...]

    @property
    def none_marked(self) -> bool:
        """Whether no measure is marked as primary."""
        return not any(one.primary for one in self.measures)

    @cached_property
    def primaries(self) -> tuple[Facts, ...]:
        """The primary measures."""
        return self.measures if self.none_marked else tuple(one for one in self.measures if one.primary)


#: Each grade that was tried, and whether it holds.
TriedGrades = tuple[tuple[GradeSign, Truth], ...]


@dataclass(frozen=True)
class Graded:
    """What came of the search: the grades tried, and those that remain (one: it is the grade)."""

    tried: TriedGrades
    remaining: tuple[GradeSign, ...]

    @property
    def sign(self) -> GradeSign | None:
        """The grade, where only one remains."""
        return self.remaining[0] if len(self.remaining) == 1 else None


def graded(whole: Whole, scale: GradeScale, by: Limits) -> Graded:
    """The grades that the facts leave; none where nothing is measured."""
    tried: list[tuple[GradeSign, Truth]] = []
    for sign in scale.signs if whole.measures else ():
        truth = either(whole_holds(one, whole, by) for one in sign.when) if sign.when else True
        tried.append((sign, truth))
        if truth:
            break
    if all(truth is not None for _, truth in tried):
        return Graded(tuple(tried), tuple(sign for sign, truth in tried if truth))
    # held to the end, so that what is remembered of each is told apart by where it lies in memory
    every = [(Whole(measures), set_by) for measures, set_by in completions(whole.measures, by)]
    held = _Remembered()
    reached = {_first(one, scale, set_by, held) for one, set_by in every}
    return Graded(tuple(tried), tuple(sign for sign in scale.signs if sign.sign in reached))


#: Whether one of the alternatives holds of a measure under the thresholds.
_Holds = Callable[[tuple[Condition, ...], Facts, Limits], Truth]


class _Remembered:
    """``any_holds``, each question answered once: most measures are the same in every completion."""

    def __init__(self) -> None:
        self._answers: dict[tuple[int, int, int], Truth] = {}

    def __call__(self, conditions: tuple[Condition, ...], of: Facts, by: Limits) -> Truth:
        asked = (id(conditions), id(of), id(by))
        if asked not in self._answers:
            self._answers[asked] = any_holds(conditions, of, by)
        return self._answers[asked]


def _first(whole: Whole, scale: GradeScale, by: Limits, held: _Holds) -> str:
    """The grade where nothing is unknown."""
    for sign in scale.signs:
        if not sign.when or any(whole_holds(each, whole, by, held) for each in sign.when):
            return sign.sign
    return ""


def whole_holds(condition: WholeCondition, whole: Whole, by: Limits, held: _Holds = any_holds) -> Truth:
    """Whether a condition on all measures together holds."""
    return both(_truths(condition, whole, by, held))


def _truths(condition: WholeCondition, whole: Whole, by: Limits, held: _Holds) -> Iterator[Truth]:
    if condition.every:
        yield from (held(condition.every, one, by) for one in whole.measures)
    if condition.every_primary:
        yield from (held(condition.every_primary, one, by) for one in whole.primaries)
    if condition.some_primary:
        yield either(held(condition.some_primary, one, by) for one in whole.primaries)


def concerns(condition: WholeCondition, whole: Whole) -> Iterator[tuple[Facts, Sequence[Condition]]]:
    """Each measure with the alternatives that the condition asks of it."""
    if condition.every:
        yield from ((one, condition.every) for one in whole.measures)
    for asked in (condition.every_primary, condition.some_primary):
        if asked:
            yield from ((one, asked) for one in whole.primaries)


def further_of(found: Graded, scale: FurtherScale, by: Limits) -> Mark | None:
    """The grade on a ministry's own scale, where every grade that remains leads to the same."""
    led_to = {_led_to(sign.sign, scale, by) for sign in found.remaining}
    only = led_to.pop() if len(led_to) == 1 else None
    return scale.marks[only] if only else None


def _led_to(grade: str, scale: FurtherScale, by: Limits) -> str | None:
    """The first sign that a grade gives; ``given`` inputs say yes by any number but nil."""
    for sign in scale.signs:
        for one in sign.when:
            if grade in one.grade and (not one.given or by.values[one.given]):
                return sign.sign
    return None
