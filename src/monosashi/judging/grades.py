"""Grades: the grade of the whole from the facts of its measures, the grades that remain open, and the steps.

The grades are tried best first, and the first whose conditions hold is the grade. Where it is not known of one whether
they hold, what is missing is taken every way it could be: if only one grade remains it is the grade, although something
is missing, because nothing that is missing could change it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

    @property
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
    open_signs = {sign.sign for sign, truth in tried if truth is not False}
    reached: set[str] = set()
    for measures, set_by in completions(whole.measures, by):
        reached.add(_first(Whole(measures), scale, set_by))
        if reached == open_signs:
            break
    return Graded(tuple(tried), tuple(sign for sign in scale.signs if sign.sign in reached))


def _first(whole: Whole, scale: GradeScale, by: Limits) -> str:
    """The grade where nothing is unknown."""
    held = (one.sign for one in scale.signs if not one.when or any(whole_holds(each, whole, by) for each in one.when))
    return next(held, "")


def whole_holds(condition: WholeCondition, whole: Whole, by: Limits) -> Truth:
    """Whether a condition on all measures together holds."""
    return both(
        (
            *(any_holds(condition.every, one, by) for one in whole.measures if condition.every),
            *(any_holds(condition.every_primary, one, by) for one in whole.primaries if condition.every_primary),
            *(
                [either(any_holds(condition.some_primary, one, by) for one in whole.primaries)]
                if condition.some_primary
                else []
            ),
        )
    )


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
