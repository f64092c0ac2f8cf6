"""Footing: whether there is a number to judge by, the actual in the target's unit, and else in which way there is none.

No target comes first, because nothing could be judged by any actual; then a missing actual; then words; then numbers
that cannot be held against each other.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from monosashi.judging.aim import Aim
from monosashi.judging.evidence import Evidence
from monosashi.judging.money_units import in_unit
from monosashi.judging.saying import quoted, step
from monosashi.judging.stated_target import StatedTarget
from monosashi.model import Footing, GoalShape, Step
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import number


@dataclass(frozen=True)
class Stands:
    """The footing, the actual where there is one to judge by, and the steps that say why or why not. ``running``: whether
    target and actual are held against each other as running totals."""

    footing: Footing
    actual: Decimal | None = None
    steps: tuple[Step, ...] = ()
    running: bool = False


def footing_of(strand: Strand, evidence: Evidence, held: StatedTarget | None, aim: Aim) -> Stands:
    """What a measure's achievement rests on in the year judged."""
    if held is None:
        return Stands(Footing.NO_TARGET, steps=(_no_target(strand),))
    if not evidence.point:
        return Stands(evidence.footing)
    if aim.shape is GoalShape.QUALITATIVE:
        return Stands(Footing.IN_WORDS, steps=(_target_in_words(strand, held),))
    if aim.lacking:
        return Stands(Footing.NO_TARGET)
    return _compared(strand, evidence, evidence.point, held, aim)


def _compared(strand: Strand, evidence: Evidence, point: Point, held: StatedTarget, aim: Aim) -> Stands:
    actual = in_unit(point.amount.value, point.amount.unit, aim.unit) if aim.bounds else None
    if actual is None:
        return Stands(Footing.UNITS_DIFFER, steps=(_units_differ(strand, held, point),))
    steps = _converted(aim, point, actual)
    if aim.cumulative != point.quantity.cumulative and not strand.named_cumulative:
        taken = _taken_as_running(strand, aim, point) or _target_taken_as_running(strand, aim, held)
        if not taken:
            return Stands(Footing.UNITS_DIFFER, steps=(_counted_differently(aim, held, point),))
        steps = (*steps, taken)
    return Stands(evidence.footing, actual, steps, running=aim.cumulative or point.quantity.cumulative)


def _taken_as_running(strand: Strand, aim: Aim, point: Point) -> Step | None:
    """An actual that is not said to be a running total is taken for one where baseline and target are, and where the
    actuals so far neither lie below the baseline nor ever fall: no single year's would."""
    baseline = strand.baseline
    if not aim.cumulative or not baseline or not baseline.quantity.cumulative or not point.years:
        return None
    so_far = [one for one in strand.actuals if one.years and one.years[0].year <= point.years[0].year]
    ordered = [baseline, *sorted(so_far, key=lambda one: one.years[0].year)]
    alike = all(same_unit(one.amount.unit, baseline.amount.unit) for one in so_far)
    if not alike or any(later.amount.value < before.amount.value for before, later in pairwise(ordered)):
        return None
    return step(
        f"実績{number(point)}は累計と書かれていませんが、基準値{number(baseline)}（累計）を下回らず減ってもいないので、"
        "累計とみなしました。",
        f"The actual {number(point)} is not said to be a running total; as the actuals neither lie below the baseline "
        f"{number(baseline)}, which is one, nor fall, it is taken for one.",
        point.path,
        baseline.path,
    )


def _target_taken_as_running(strand: Strand, aim: Aim, held: StatedTarget) -> Step | None:
    """A yearly target that is not said to be a running total is taken for one where the final target is, and where it
    does not lie below the baseline."""
    end, baseline = strand.target, strand.baseline
    if aim.cumulative or held.final or not end or not end.quantity.cumulative or aim.value is None:
        return None
    if not baseline or not baseline.quantity.cumulative or aim.value < baseline.amount.value:
        return None
    return step(
        f"目標{aim.said}は累計と書かれていませんが、最終の目標値は累計で、基準値{number(baseline)}（累計）を下回らないので、"
        "累計とみなしました。",
        f"The target {aim.said} is not said to be a running total; as the final target is one, and it is not below the "
        f"baseline {number(baseline)}, it is taken for one.",
        held.path,
        end.path,
    )


def _converted(aim: Aim, point: Point, actual: Decimal) -> tuple[Step, ...]:
    if actual == point.amount.value:
        return ()
    said = f"{shown(actual)}{aim.unit}"
    return (
        step(
            f"目標の単位に直すと、実績{number(point)}は{said}です。",
            f"In the unit of the target, the actual {number(point)} is {said}.",
            point.path,
        ),
    )


def _no_target(strand: Strand) -> Step:
    return step(
        "照らすべき目標値が印刷されていないので、判定しません。",
        "No target is printed to hold it against, so it is not judged.",
        f"{strand.path}/target/value" if strand.measure.target.value else "",
    )


def _target_in_words(strand: Strand, held: StatedTarget) -> Step:
    text = quoted(strand, held.value.text)
    return step(
        f"目標{text.ja}は一つの数ではないので、数としては判定しません。",
        f"The target {text.en} is no single number; it is not judged as one.",
        held.path,
    )


def _units_differ(strand: Strand, held: StatedTarget, point: Point) -> Step:
    text = quoted(strand, held.value.text)
    return step(
        f"実績{number(point)}と目標{text.ja}は単位が異なり、確かな換算ができないので、判定しません。",
        f"The actual {number(point)} and the target {text.en} are in different units without a sure conversion, so it is "
        "not judged.",
        held.path,
        point.path,
    )


def _counted_differently(aim: Aim, held: StatedTarget, point: Point) -> Step:
    one, other = ("目標", "実績") if aim.cumulative else ("実績", "目標")
    one_en, other_en = ("target", "actual") if aim.cumulative else ("actual", "target")
    return step(
        f"{one}は累計ですが{other}は累計と書かれていないので、比べられません。",
        f"The {one_en} is a running total and the {other_en} is not said to be one, so they cannot be compared.",
        held.path,
        point.path,
    )
