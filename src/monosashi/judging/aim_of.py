"""What the target that holds for a year asks for: its number or its words, made into an aim."""

from monosashi.judging.aim import Aim
from monosashi.judging.kept_level import goal_level
from monosashi.judging.numeric_aim import goal_shape, numeric_aim
from monosashi.judging.stated_target import StatedTarget
from monosashi.judging.target_words import BandTarget, RuleTarget, TimeLimit, Words, target_words
from monosashi.judging.worded_aim import as_limit, band_aim, rule_aim, time_limit_aim
from monosashi.model import GoalShape, Nendo, Quantity, Sheet, Value
from monosashi.model.measuring.direction import Direction
from monosashi.model.measuring.strand import Point, Strand, point_of
from monosashi.model.measuring.units import same_unit


def aim_of(
    sheet: Sheet, strand: Strand, way: Direction, held: StatedTarget | None, nendo: Nendo | None, actual: Point | None
) -> Aim:
    """What the target that holds for a year asks for."""
    if held is None:
        level = goal_level(strand, way, None, None)
        return Aim(goal_shape(strand, level.up, kept=level.kept), way.way, way.why)
    words = None if strand.part else _words(held.value, actual)
    limit = as_limit(held.value.quantity, actual) or (words if isinstance(words, TimeLimit) else None)
    if limit:
        return time_limit_aim(limit, way, held.path, actual)
    if isinstance(words, BandTarget):
        return band_aim(strand, words)
    if isinstance(words, RuleTarget):
        return rule_aim(sheet, strand, way, words, nendo)
    quantity = held.value.quantity or (words if isinstance(words, Quantity) else None)
    point = point_of(held.path, quantity, (), strand.part) if quantity else None
    if not quantity or not point:
        return Aim(GoalShape.QUALITATIVE, way.way, way.why)
    return numeric_aim(strand, way, quantity, point.amount, held)


def _words(value: Value, actual: Point | None) -> Words | None:
    """What a cell says beyond one number. 「前年度比5％増」 is a number only where the actual is counted so too."""
    quantity = value.quantity
    if not quantity:
        return target_words(value.text)
    counted_so = actual and actual.amount.unit and same_unit(actual.amount.unit, quantity.unit)
    return None if counted_so or not quantity.unit.endswith(("増", "減")) else target_words(value.text)
