"""The aim of a target that is one number, and a warning where the sheet leaves open which way is better."""

from dataclasses import replace

from monosashi.judging.aim import Aim
from monosashi.judging.bounds import Bounds
from monosashi.judging.kept_level import goal_level
from monosashi.judging.ratio_amounts import amounts_of
from monosashi.judging.saying import step
from monosashi.judging.stated_target import StatedTarget
from monosashi.model import Amount, Comparator, GoalShape, Quantity, Way
from monosashi.model.measuring.direction import Direction
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.wording import number
from monosashi.model.quantity import print_amount


def numeric_aim(strand: Strand, way: Direction, quantity: Quantity, amount: Amount, held: StatedTarget) -> Aim:
    """The aim of a target that is one number: of the quantity itself, or the amount of one of its parts."""
    level = goal_level(strand, way, amount, held)
    comparator = amount.comparator
    if comparator is Comparator.EXACTLY:
        comparator = Comparator.AT_LEAST if level.up else Comparator.AT_MOST
    aim = Aim(
        shape=goal_shape(strand, level.up, kept=level.kept),
        way=way.way if amount.comparator is Comparator.EXACTLY else Way.UP if level.up else Way.DOWN,
        why=way.why,
        up=level.up,
        keeps=level.kept,
        bounds=Bounds.of(amount.value, comparator),
        value=amount.value,
        unit=amount.unit or strand.measure.unit,
        cumulative=quantity.cumulative,
        approximate=amount.approximate,
        said=print_amount(amount),
        steps=level.steps,
    )
    return _warned(strand, way, aim)


def goal_shape(strand: Strand, up: bool, *, kept: bool) -> GoalShape:
    """The shape of a goal in numbers. What is counted comes first: a running total and a ratio are called so even where
    their level is only to be kept."""
    values = (strand.measure.target.value, strand.measure.baseline.value)
    quantities = [value.quantity for value in values if value.quantity]
    if strand.named_cumulative or any(quantity.cumulative for quantity in quantities):
        return GoalShape.CUMULATIVE
    if any(quantity.ratio or amounts_of(quantity) for quantity in quantities):
        return GoalShape.RATIO
    if kept:
        return GoalShape.FLOOR if up else GoalShape.CEILING
    return GoalShape.INCREASE if up else GoalShape.DECREASE


def _warned(strand: Strand, way: Direction, aim: Aim) -> Aim:
    """Where no word says which way is better and yet the targets fall, that the conclusion may be the opposite."""
    found = None if way.stated or not aim.up else _falls(strand)
    if not found:
        return aim
    first, last = found
    said = step(
        f"大きいほどよいとみなしていますが、{number(first)}から{number(last)}へと下がる目標で、どちらがよいかを示す語もありません。"
        "小さいほどよい指標なら、結論は逆になります。",
        f"More is taken to be better, yet the target goes down from {number(first)} to {number(last)} and no word says which "
        "is meant; if less is better, the conclusion is the opposite.",
        first.path,
        last.path,
    )
    return replace(aim, assumed=True, steps=(*aim.steps, said))


def _falls(strand: Strand) -> tuple[Point, Point] | None:
    """Where the targets set out and where they end, if that is lower."""
    points = [point for point in (strand.baseline, *strand.yearly, strand.target) if point]
    if len(points) < 2:
        return None
    first, last = points[0], points[-1]
    lower = strand.comparable(first, last) and last.amount.value < first.amount.value
    return (first, last) if lower else None
