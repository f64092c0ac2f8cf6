"""Facts: what a rule's conditions ask of one measure, and whether a condition holds: yes, no, or not known.

What is missing is never filled in. A condition over a number that is not there is not known, unless it is so whatever
the number will be: a rate of 95 % is at no threshold that must be more than 100.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from monosashi.judging.rule import Condition, InWords, Rule, ThresholdSpec
from monosashi.model import Achievement, Footing, GoalShape, Message, Movement, Terms
from monosashi.model.folding import key
from monosashi.model.judgement import Basis

#: True, False, or None for what is not known.
Truth = bool | None

_HUNDRED = Decimal(100)
#: Beyond every threshold; with a minus, below every one.
_BEYOND = Decimal("Infinity")


@dataclass(frozen=True)
class Facts:
    """One measure as the conditions see it. ``rate``: in per cent, unrounded; ``why_rate``: where it is no quotient."""

    footing: Footing
    primary: bool
    met: Truth
    rate: Decimal | None
    toward: Truth
    going_on: bool
    on_track: Truth
    why_rate: Message | None = None

    @property
    def reached(self) -> Truth:
        """Whether the target is reached already; before its year ``met`` is not known until it is."""
        return self.met is True if self.footing.is_evidence else self.met

    @property
    def pending(self) -> bool:
        """Whether there is a number, but the target's year has not come and the target is not reached yet."""
        return self.footing.is_evidence and self.met is None


@dataclass(frozen=True)
class Limits:
    """The thresholds of a rule as they stand: the number of each, None where the office has set none."""

    values: Mapping[str, Decimal | None]
    specs: Mapping[str, ThresholdSpec]


def limits(rule: Rule, terms: Terms) -> Limits:
    """A rule's thresholds under the office's settings. What the rule's own source states stays."""
    settings = {one.name: one.value for one in terms.settings}
    return Limits(
        {
            name: spec.value if spec.value is not None else settings.get(name, spec.default)
            for name, spec in rule.specs.items()
        },
        rule.specs,
    )


def facts(achievement: Achievement, basis: Basis, in_words: InWords) -> Facts:
    """The facts of one achievement, by the rate that the rule means."""
    if not achievement.footing.is_evidence:
        met = _said(achievement, in_words)
        return Facts(achievement.footing, achievement.primary, met, None, None, True, None)
    rate, why = _rate(achievement, basis)
    moved = achievement.moved
    return Facts(
        footing=achievement.footing,
        primary=achievement.primary,
        met=achievement.met,
        rate=rate,
        toward=None if moved is None else moved is Movement.TOWARD,
        # no share of the way: there is no baseline, or the target asks for no movement from it
        going_on=moved in (None, Movement.TOWARD) or achievement.progress is None,
        on_track=achievement.on_track,
        why_rate=why,
    )


def _said(achievement: Achievement, in_words: InWords) -> Truth:
    """What the sheet's own mark says of a measure told in words. A forecast, in brackets, says nothing yet."""
    if achievement.footing is not Footing.IN_WORDS:
        return None
    sign = key(achievement.printed_mark)
    if sign in {key(one) for one in in_words.met}:
        return True
    return False if sign in {key(one) for one in in_words.missed} else None


def _rate(achievement: Achievement, basis: Basis) -> tuple[Decimal | None, Message | None]:
    """The rate; where it is no quotient of two numbers, the reason why it is what it is."""
    rate = achievement.level if basis is Basis.LEVEL else achievement.progress
    if rate is not None:
        return rate, None
    if achievement.shape is GoalShape.BAND:
        return (_HUNDRED, _WITHIN) if achievement.met else (None, None)
    actual, target = achievement.reached, achievement.against
    if actual is None or target is None:
        return None, None
    if actual == target:
        return _HUNDRED, _AT_TARGET
    return _unbounded(achievement, actual, target) if basis is Basis.LEVEL else (None, None)


def _unbounded(achievement: Achievement, actual: Decimal, target: Decimal) -> tuple[Decimal | None, Message | None]:
    """Beyond every threshold, or below every one: target and actual lie on two sides of nil, or nothing is left.

    A target of nil makes no rate: how far beyond it or short of it an actual lies is not told by a share.
    """
    if target == 0:
        return None, None
    return (_BEYOND, _FAR_BEYOND) if achievement.met else (-_BEYOND, _FAR_BELOW)


_WITHIN = Message(
    ja="目標の幅の中にあるので、率は100%とします",
    en="the actual lies within the band, so it counts as 100%",
)
_AT_TARGET = Message(
    ja="率は計算できませんが、目標どおりなので100%とします",
    en="no rate can be reckoned, but the actual is the target, so it counts as 100%",
)
_FAR_BEYOND = Message(
    ja="実績が0を越えて目標より良い側にあり率を計算できないので、どの閾値よりも大きいものとします",
    en="the actual lies at or across nil on the good side of the target, so the rate is beyond every threshold",
)
_FAR_BELOW = Message(
    ja="実績と目標の正負が異なり率を計算できないので、どの閾値よりも小さいものとします",
    en="actual and target differ in sign, so the rate is below every threshold",
)


def holds(condition: Condition, of: Facts, by: Limits) -> Truth:
    """Whether all that a condition states is so of a measure."""
    return both(_truths(condition, of, by))


def _truths(condition: Condition, of: Facts, by: Limits) -> Iterator[Truth]:
    """Each thing the condition states."""
    if condition.met is not None:
        yield _same(of.met, condition.met)
    if condition.reached is not None:
        yield _same(of.reached, condition.reached)
    if condition.toward is not None:
        yield _same(of.toward, condition.toward)
    if condition.going_on is not None:
        yield of.going_on is condition.going_on
    if condition.on_track is not None:
        yield _same(of.on_track, condition.on_track)
    if condition.above:
        yield _beyond(of.rate, condition.above, by, reached=False)
    if condition.at_least:
        yield _beyond(of.rate, condition.at_least, by, reached=True)
    if condition.footing:
        yield of.footing in condition.footing


def any_holds(conditions: Iterable[Condition], of: Facts, by: Limits) -> Truth:
    """Whether one of the alternatives holds."""
    return either(holds(condition, of, by) for condition in conditions)


def both(truths: Iterable[Truth]) -> Truth:
    """No where one says no; yes where all say yes; otherwise not known. Yes where there is none."""
    known = True
    for truth in truths:
        if truth is False:
            return False
        known = known and truth is not None
    return True if known else None


def either(truths: Iterable[Truth]) -> Truth:
    """Yes where one says yes; no where all say no; otherwise not known. No where there is none."""
    known = True
    for truth in truths:
        if truth:
            return True
        known = known and truth is not None
    return False if known else None


def _same(fact: Truth, wanted: bool) -> Truth:
    return None if fact is None else fact is wanted


def _beyond(rate: Decimal | None, name: str, by: Limits, *, reached: bool) -> Truth:
    """Whether a rate lies beyond a threshold (``reached``: or at it)."""
    if rate is None:
        return None
    threshold, spec = by.values[name], by.specs[name]
    if threshold is not None:
        return rate >= threshold if reached else rate > threshold
    if spec.more_than is not None and rate <= spec.more_than:
        return False
    if spec.at_least is not None and rate < spec.at_least:
        return False
    if spec.at_most is not None and (rate > spec.at_most or (reached and rate == spec.at_most)):
        return True
    return None if rate.is_finite() else rate > 0
