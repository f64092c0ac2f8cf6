"""基準値が、前の期の目標値を大きく超えている / The baseline is far beyond the target of the earlier period

規則: 基準値に前の期の目標値（「目標値：12社」）が添えられ、基準値がその120％以上（設定で変わる）に当たることを示す。前の目標が低すぎなかったか、
今の目標がそれを踏まえているかを問うためで、誤りではない。率は overshoot と同じく1％単位で比べる。
Rule: A baseline prints the target of the earlier period beside it (目標値：12社) and is 120 % (a parameter) or more of it. It
is asked whether that target was right and whether the present one has learnt from it; it is no error. Rates are compared
in whole per cent, as in overshoot.

適用しない場合: 前の期の目標値が添えられていないとき。単位が異なるとき。維持することが目標のとき。どちらかが0以下のとき。
Does not apply: Where no earlier target is printed beside the baseline; where units differ; where the level is to be kept;
where either is nil or below.

良い例: 基準値「13社（目標値：12社）」。
Right: A baseline printed 13（目標値：12）.

悪い例: 基準値「16社（目標値：12社）」（133％）。
Wrong: A baseline printed 16（目標値：12）, which is 133 %.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.far_beyond import attainment
from monosashi.model import Amount, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import is_sane, shown
from monosashi.model.measuring.direction import Direction, direction
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import capital, number, strand_name
from monosashi.model.quantity import print_amount

CHECK = Check("earlier-target-overshot", Severity.NOTE)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each baseline far beyond the earlier target printed beside it."""
    for strand in strands(sheet):
        baseline = strand.baseline
        earlier = baseline.quantity.earlier_target if baseline and not strand.part else None
        if (
            not baseline
            or not earlier
            or not same_unit(baseline.amount.unit, earlier.unit)
            or not is_sane(earlier.value)
        ):
            continue
        way = direction(sheet, strand)
        rate = attainment(way.way, baseline.amount, earlier)
        if rate is not None and rate >= by.overshoot:
            yield _finding(sheet, strand, baseline, earlier, rate, way, by.overshoot)


def _finding(
    sheet: Sheet, strand: Strand, baseline: Point, earlier: Amount, rate: Decimal, way: Direction, limit: Decimal
) -> Finding:
    name, target = strand_name(strand), print_amount(earlier)
    return CHECK.finding(
        baseline.path,
        Contrast(f"<{shown(limit)}％", f"{rate}％"),
        Message(
            ja=f"{name.ja}の基準値{number(baseline)}は、前の目標値{target}の{rate}％に当たり、大きく（{shown(limit)}％以上に）超えています"
            f"（{way.why.ja}）。",
            en=f"{capital(name.en)}: the baseline {number(baseline)} is {rate} % of the earlier target {target}, far beyond it "
            f"({shown(limit)} % or more is told; {way.why.en}).",
        ),
        evidence(sheet, *([strand.target.path] if strand.target else [])),
    )
