"""Pairings: an output's years beside the outcome's, shifted by the lag, and a plain count of the steps between them.

Only counts: with so few years a coefficient would pretend to a precision that is not there.
"""

from collections.abc import Sequence
from itertools import pairwise

from monosashi.model import Nendo, Pairing, PathwayPoint, PathwaySeries

#: The lags that are tried, and said to be ours, where the sheet states none.
ASSUMED = (0, 1)


def pairings_of(output: PathwaySeries, outcome: PathwaySeries, lag: int | None) -> tuple[Pairing, ...]:
    """The output beside the outcome: under the stated lag, else under each assumed one."""
    if lag is not None:
        return (_pairing(output, outcome, lag, assumed=False),)
    return tuple(_pairing(output, outcome, years, assumed=True) for years in ASSUMED)


def _pairing(output: PathwaySeries, outcome: PathwaySeries, lag: int, *, assumed: bool) -> Pairing:
    later = {point.nendo.year: point for point in outcome.points}
    pairs = [(point, later[point.nendo.year + lag]) for point in output.points if point.nendo.year + lag in later]
    known = [pair for pair in pairs if pair[0].value is not None and pair[1].value is not None]
    steps = list(_steps(known))
    turns = [_turn(*step) for step in steps]
    return Pairing(
        output=output.path,
        lag=lag,
        assumed=assumed,
        years=tuple(pair[0].nendo for pair in known),
        together=turns.count(1),
        apart=turns.count(-1),
        still=turns.count(0),
        disrupted=sum(any(point.disrupted for pair in step for point in pair) for step in steps),
        to_come=len(list(_steps([pair for pair in pairs if all(_will_be(point) for point in pair)]))) - len(steps),
    )


#: The output's year and the outcome's.
_Pair = tuple[PathwayPoint, PathwayPoint]


def _steps(pairs: Sequence[_Pair]) -> list[tuple[_Pair, _Pair]]:
    """Neighbouring years only: over a missing year nothing is compared."""
    ordered = sorted(pairs, key=lambda pair: pair[0].nendo.year)
    return [(left, right) for left, right in pairwise(ordered) if _next(left[0].nendo, right[0].nendo)]


def _next(left: Nendo, right: Nendo) -> bool:
    return right.year - left.year == 1


def _will_be(point: PathwayPoint) -> bool:
    return point.value is not None or point.target is not None


def _turn(left: _Pair, right: _Pair) -> int:
    """1 where both numbers moved the same way, -1 where they moved against each other, 0 where one stood still."""
    signs = [_sign(before, after) for before, after in zip(left, right, strict=True)]
    return signs[0] * signs[1]


def _sign(before: PathwayPoint, after: PathwayPoint) -> int:
    if before.value is None or after.value is None:
        return 0
    return (after.value > before.value) - (after.value < before.value)
