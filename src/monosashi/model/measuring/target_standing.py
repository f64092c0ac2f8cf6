"""How a target stands to its baseline: it keeps the level, is worse, or is better.

The final target decides first (contract of the codes): an equal one keeps, a worse one is worse, and only a better one
leaves the question whether the yearly targets on the way had been reached before they began.
"""

from dataclasses import dataclass
from enum import StrEnum

from monosashi.model import Comparator, Sheet
from monosashi.model.measuring.arithmetic import agree
from monosashi.model.measuring.direction import Direction, direction
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.way import Way


class Standing(StrEnum):
    """What the final target is, seen from the baseline."""

    KEEPS = "keeps"
    WORSE = "worse"
    BETTER = "better"


@dataclass(frozen=True)
class Comparison:
    """A baseline, its target, how they stand, and the direction that was assumed."""

    baseline: Point
    target: Point
    standing: Standing
    direction: Direction


def compare(sheet: Sheet, strand: Strand) -> Comparison | None:
    """None where there is nothing to compare: a number is missing, or the two speak of different things."""
    baseline, target = strand.baseline, strand.target
    if not baseline or not target or not strand.comparable(baseline, target):
        return None
    way = direction(sheet, strand)
    if is_level(baseline, target):
        return Comparison(baseline, target, Standing.KEEPS, way)
    if way.way is Way.KEEP:
        return None
    better = is_beyond(way.way, target, baseline)
    return Comparison(baseline, target, Standing.BETTER if better else Standing.WORSE, way)


def is_level(baseline: Point, target: Point) -> bool:
    """Whether the target asks for the baseline's own number. 「41回超」 asks for more than 41; 「45％程度」 is level with 45.2."""
    if target.amount.comparator in (Comparator.ABOVE, Comparator.BELOW):
        return False
    if target.amount.approximate:
        return agree(baseline.amount.value, target.amount.value)
    return baseline.amount.value == target.amount.value


def is_beyond(way: Way, target: Point, baseline: Point) -> bool:
    """Whether the target asks for more than the baseline, in the way that is better."""
    bound = target.amount.comparator
    if target.amount.value == baseline.amount.value:
        return bound is (Comparator.BELOW if way is Way.DOWN else Comparator.ABOVE)
    lower = target.amount.value < baseline.amount.value
    return lower if way is Way.DOWN else not lower
