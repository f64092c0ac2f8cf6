"""Whether a numeric goal is to move or to hold a level, and on which side of the number it is good.

A level is held where the words say so (維持), where the final target is no better than the baseline, and where there is
no baseline and the target is one bound for every year (毎年度95％以上).
"""

from dataclasses import dataclass

from monosashi.judging.bounds import DOWNWARD, UPWARD
from monosashi.judging.money_units import in_unit
from monosashi.judging.saying import step
from monosashi.judging.stated_target import StatedTarget
from monosashi.judging.target_words import keeps
from monosashi.model import Amount, Comparator, Step, Way
from monosashi.model.measuring.direction import Direction, is_of_harm
from monosashi.model.measuring.strand import Strand
from monosashi.model.measuring.wording import number
from monosashi.model.quantity import print_amount


@dataclass(frozen=True)
class GoalLevel:
    """``up``: more is better; ``kept``: the level is to be held, and the step that says why."""

    up: bool
    kept: bool
    steps: tuple[Step, ...] = ()


def goal_level(strand: Strand, way: Direction, amount: Amount | None, held: StatedTarget | None) -> GoalLevel:
    """How a goal stands, by the bound, the words and the baseline; ``amount``: of the target held against."""
    target = strand.target.amount if strand.target else amount
    up = is_upward(strand, way, amount or target)
    if not target:
        return GoalLevel(up, way.way is Way.KEEP)
    if way.way is Way.KEEP or keeps(strand.measure.target.value.text):
        return GoalLevel(up, True, (_kept("維持することが書かれているので", "It is said to be kept", target, strand),))
    if strand.baseline:
        return _by_baseline(strand, target, up=up)
    if target.comparator is Comparator.EXACTLY or (held and held.on_the_way) or not _same_each_year(strand, target):
        return GoalLevel(up, False)
    return GoalLevel(up, True, (_kept("基準値がなく、目標が一つの限度なので", "There is no baseline, and the target is one bound", target, strand),))  # fmt: skip


def is_upward(strand: Strand, way: Direction, amount: Amount | None) -> bool:
    """Whether more is better. What is kept is kept from falling, or where it is a harm, from rising."""
    if amount and amount.comparator in (*UPWARD, *DOWNWARD):
        return amount.comparator in UPWARD
    return way.way is Way.UP or (way.way is Way.KEEP and not is_of_harm(strand))


def _by_baseline(strand: Strand, target: Amount, *, up: bool) -> GoalLevel:
    baseline = strand.baseline
    start = in_unit(baseline.amount.value, baseline.amount.unit, target.unit) if baseline else None
    if not baseline or start is None:
        return GoalLevel(up, False)
    said = number(baseline)
    if target.value == start and target.comparator not in (Comparator.ABOVE, Comparator.BELOW):
        why = _kept(
            f"最終の目標値が基準値{said}と同じなので", f"The final target equals the baseline {said}", target, strand
        )
        return GoalLevel(up, True, (why,))
    if target.value != start and (target.value < start) == up:
        why = _kept(
            f"最終の目標値が基準値{said}より後退しているので",
            f"The final target lies behind the baseline {said}",
            target,
            strand,
        )
        return GoalLevel(up, True, (why,))
    return GoalLevel(up, False)


def _same_each_year(strand: Strand, target: Amount) -> bool:
    return all(point.amount.value == target.value for point in strand.yearly)


def _kept(ja: str, en: str, target: Amount, strand: Strand) -> Step:
    said = print_amount(target)
    return step(
        f"{ja}、{said}という水準を保つことが目標とみなします。",
        f"{en}, so the goal is taken to be to hold the level of {said}.",
        f"{strand.path}/target/value" if strand.target else "",
        strand.baseline.path if strand.baseline else "",
    )
