"""Verdict: marks and grade of one sheet under one set of terms, without the sentences.

The judgement is one verdict told in full; its sensitivity is the same reckoning under other terms.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from monosashi.judging.achievement import MeasuredSheet
from monosashi.judging.facts import Facts, Limits, facts, limits
from monosashi.judging.grades import Graded, Whole, further_of, graded
from monosashi.judging.marks import mark_of
from monosashi.judging.rule import Rule
from monosashi.model import Achievement, Mark, Terms
from monosashi.model.judgement import Basis


@dataclass(frozen=True)
class Verdict:
    """What the measures reached, and what the rule makes of it."""

    rule: Rule
    terms: Terms
    reached: tuple[Achievement, ...]

    @property
    def basis(self) -> Basis:
        """The rate the percentages are of: the office's choice, since no source says which is meant."""
        return self.terms.basis.value if self.terms.basis else self.rule.basis

    @cached_property
    def limits(self) -> Limits:
        """The thresholds as they stand."""
        return limits(self.rule, self.terms)

    @cached_property
    def facts(self) -> tuple[Facts, ...]:
        """The facts of each achievement, in order."""
        return tuple(facts(one, self.basis, self.rule.in_words) for one in self.reached)

    @cached_property
    def marks(self) -> tuple[Mark | None, ...]:
        """The mark of each achievement, in order; None where the rule has no marks, or none can be given."""
        if not self.rule.marks:
            return (None,) * len(self.reached)
        scale = self.rule.marks
        return tuple(mark_of(one, of, scale, self.limits) for one, of in zip(self.reached, self.facts, strict=True))

    @cached_property
    def counted(self) -> tuple[tuple[Achievement, Facts], ...]:
        """The measures that count for the grade, each as a whole, its parts left out. Of one whose target year has not
        come nothing counts yet: everything about it is open."""
        return tuple(
            (one, replace(of, rate=None, toward=None, going_on=True, why_rate=None) if of.pending else of)
            for one, of in zip(self.reached, self.facts, strict=True)
            if not one.part
        )

    @cached_property
    def whole(self) -> Whole:
        """The facts of the measures that count."""
        return Whole(tuple(of for _, of in self.counted))

    @cached_property
    def graded(self) -> Graded:
        """The grade of the common five, or those left open."""
        return graded(self.whole, self.rule.grades, self.limits)

    @property
    def grade(self) -> Mark | None:
        """The grade, where only one remains."""
        sign = self.graded.sign
        return self.rule.grades.marks[sign.sign] if sign else None

    @property
    def possible(self) -> tuple[Mark, ...]:
        """The grades that what is missing leaves open; none where there is a grade."""
        return () if self.graded.sign else tuple(self.rule.grades.marks[one.sign] for one in self.graded.remaining)

    @property
    def further(self) -> tuple[Mark, ...]:
        """The grade on the ministry's own scale."""
        mark = further_of(self.graded, self.rule.further, self.limits) if self.rule.further else None
        return (mark,) if mark else ()


def verdict(measured: MeasuredSheet, rule: Rule, terms: Terms) -> Verdict:
    """The verdict on a sheet whose measures were read for one year."""
    return Verdict(rule, terms, measured.on(terms))
