"""Completions: every way in which what is missing could turn out, as far as it matters to a grade.

A measure that lacks something may still stand on several rungs of one ladder: well above its target, just met, near
it, moved toward it, or not moved. A threshold that is not set may lie at either end of what it could be. Missing
measures are taken to stand on the same rung, from the best to the worst: a rule in which better measures never lower
the grade passes every grade that can come out on the way down.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from itertools import product

from monosashi.judging.facts import Facts, Limits
from monosashi.judging.rule import ThresholdSpec

_AT_TARGET = Decimal(100)
_BEYOND = Decimal("Infinity")
#: How far inside an open end a threshold is taken to lie.
_JUST = Decimal("1E-30")


class Rung(IntEnum):
    """Where a measure may stand, best first."""

    WELL_ABOVE = 0
    MET = 1
    NEAR = 2
    TOWARD = 3
    AWAY = 4


_MET = (Rung.WELL_ABOVE, Rung.MET)
_MISSED = (Rung.NEAR, Rung.TOWARD, Rung.AWAY)


def completions(measures: tuple[Facts, ...], by: Limits) -> Iterator[tuple[tuple[Facts, ...], Limits]]:
    """Every completion: the measures with nothing unknown, and every threshold set."""
    ladders = [_ladder(one) for one in measures]
    # measures that stand alike count once: a grade asks of every one or of some one
    taken = list(dict.fromkeys(tuple(dict.fromkeys(_on(ladder, rung) for ladder in ladders)) for rung in Rung))
    for limits in _all_set(by):
        yield from ((facts, limits) for facts in taken)


def _on(ladder: dict[Rung, Facts], rung: Rung) -> Facts:
    """The measure on that rung, else on the next lower one it may stand on, else on its lowest."""
    return next((facts for each, facts in ladder.items() if each >= rung), ladder[max(ladder)])


def _ladder(one: Facts) -> dict[Rung, Facts]:
    """The rungs a measure may stand on, best first; one where nothing is unknown."""
    if one.met is None:
        return {rung: _standing(one, rung) for rung in Rung}
    if one.rate is None:
        rungs = _MET if one.met else _MISSED
        return {
            rung: _keeping_movement(one, _standing(one, rung))
            for rung in rungs
            if one.toward is None or _may(one, rung)
        }
    if one.toward is None:
        return {Rung.TOWARD: replace(one, toward=True), Rung.AWAY: replace(one, toward=False)}
    return {Rung.WELL_ABOVE: one}


def _may(one: Facts, rung: Rung) -> bool:
    """Whether a measure whose movement is known may stand on that rung."""
    return rung is not (Rung.AWAY if one.toward else Rung.TOWARD)


def _standing(one: Facts, rung: Rung) -> Facts:
    rate = {Rung.WELL_ABOVE: _BEYOND, Rung.MET: _AT_TARGET, Rung.NEAR: _AT_TARGET}.get(rung, -_BEYOND)
    moved = rung is not Rung.AWAY
    return replace(one, met=rung in _MET, rate=rate, toward=moved, going_on=moved)


def _keeping_movement(one: Facts, standing: Facts) -> Facts:
    """What is known of a measure's movement stays."""
    if one.toward is None:
        return standing
    return replace(standing, toward=one.toward, going_on=one.going_on)


def _all_set(by: Limits) -> Iterator[Limits]:
    """The thresholds with each that is not set at one end, then at the other."""
    unset = [name for name, value in by.values.items() if value is None]
    for ends in product(*(_ends(by.specs[name]) for name in unset)):
        yield Limits({**by.values, **dict(zip(unset, ends, strict=True))}, by.specs)


def _ends(spec: ThresholdSpec) -> tuple[Decimal, Decimal]:
    low = spec.at_least if spec.at_least is not None else -_BEYOND
    if spec.more_than is not None:
        low = spec.more_than + _JUST
    return low, spec.at_most if spec.at_most is not None else _BEYOND
