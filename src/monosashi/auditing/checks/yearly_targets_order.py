"""年度ごとの目標値が、途中で後戻りする / The yearly targets go back on the way

規則: 最終の目標値が基準値よりよい（基準値がなければ、終わりの年度目標が初めの年度目標よりよい）のに、年度ごとの目標値が前の年度の目標値より悪くなると
ころを示す（年度をまとめて一件とする）。改善の向きの決め方は target-worse と同じ。
Rule: The final target is better than the baseline (without one, the last yearly target better than the first), but a
yearly target is worse than that of the year before. The years are listed in one finding. The direction of improvement is
decided as in target-worse.

適用しない場合: 最終の目標値が印刷されていないとき（年ごとに目標を決める表がある）。最終の目標値が基準値と同じか悪いとき（target-keeps、
target-worse が示す）。累計のとき（cumulative-falls が示す）。維持することが目標のとき。単位が異なるとき。全体を超えている内訳（part-whole が示す）。
Does not apply: Where no final target is printed (some sheets set targets year by year); where the final target is level
or worse (target-keeps and target-worse say so); to cumulative values (cumulative-falls says so); where the level is to be
kept; where units differ; to parts that exceed their whole (part-whole says so).

良い例: 年度ごとの目標値50.0％、55.0％、60.0％。
Right: Yearly targets of 50.0, 55.0 and 60.0 %.

悪い例: 年度ごとの目標値55.0％、50.0％、60.0％。
Wrong: Yearly targets of 55.0, 50.0 and 60.0 %.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.direction import Direction, direction
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.target_standing import Standing, compare
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.way import Way
from monosashi.model.measuring.wording import capital, join_en, number, strand_name, years

CHECK = Check("yearly-targets-order", Severity.WARNING)


@dataclass(frozen=True)
class _Step:
    """A yearly target and the worse one that follows it."""

    before: Point
    after: Point


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) whose yearly targets go back."""
    for strand in strands(sheet):
        dated = (point for point in strand.yearly if point.years and point.amount.value <= point.quantity.value)
        run = sorted(dated, key=lambda point: point.years[0].year)
        way = _way(sheet, strand, run)
        back = [_Step(a, b) for a, b in pairwise(run) if way and _is_worse(way.way, a, b)]
        if way and back and not _is_cumulative(strand, run):
            yield _finding(sheet, strand, back, way)


def _way(sheet: Sheet, strand: Strand, run: list[Point]) -> Direction | None:
    """The direction in which the targets lead as a whole; None where they lead nowhere."""
    if len(run) < _FEWEST or not strand.target:
        return None
    found = compare(sheet, strand)
    if found:
        return found.direction if found.standing is Standing.BETTER else None
    way = direction(sheet, strand)
    return way if way.way is not Way.KEEP and not strand.baseline and _is_worse(way.way, run[-1], run[0]) else None


#: A run that goes back and still leads somewhere has three targets at least.
_FEWEST = 3


def _is_worse(way: Way, before: Point, after: Point) -> bool:
    if not same_unit(before.amount.unit, after.amount.unit):
        return False
    falls = after.amount.value < before.amount.value
    return falls if way is Way.UP else after.amount.value > before.amount.value


def _is_cumulative(strand: Strand, run: list[Point]) -> bool:
    return strand.named_cumulative or any(point.quantity.cumulative for point in run)


def _finding(sheet: Sheet, strand: Strand, back: list[_Step], way: Direction) -> Finding:
    name = strand_name(strand)
    said = [(years(step.after.years), number(step.before), number(step.after)) for step in back]
    bound = "≧" if way.way is Way.UP else "≦"
    return CHECK.finding(
        back[0].after.path,
        Contrast(f"{bound}{said[0][1]}", said[0][2]),
        Message(
            ja=f"{name.ja}の年度ごとの目標値が、"
            + "、".join(f"{when.ja}に{before}から{after}へ" for when, before, after in said)
            + f"後戻りしています（{way.why.ja}）。",
            en=f"{capital(name.en)}: the yearly targets go back "
            + join_en([f"from {before} to {after} in {when.en}" for when, before, after in said])
            + f" ({way.why.en}).",
        ),
        evidence(sheet, *(point.path for step in back for point in (step.before, step.after))),
    )
