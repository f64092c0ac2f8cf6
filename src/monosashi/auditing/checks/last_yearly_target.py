"""目標年度の年度目標が、目標値と違う / The yearly target of the target year is not the target

規則: 年度ごとの目標値に目標年度の値が印刷されているとき、目標値と等しくなければならない。うち数は、うち数どうしで比べる。
一つの値が数年度にわたって印刷されているときは、そのどの年度の値でもある。
Rule: Where the yearly targets include the target year, its value must equal the target. A part is compared with its part. A
value printed once over several years is the value of each.

適用しない場合: 目標年度が印刷された年度の後にあるとき。どちらかが文章のとき。単位が異なるとき。目標値が期間の平均や合計であるとき。
Does not apply: Where the target year lies after the printed years; where either is a text; where units differ; where the
target is the mean or the sum of the period.

良い例: 目標値累計18社（令和5年度）、年度ごとの目標値 令和5年度 累計18社。
Right: Target 18 for fiscal 2023, and the yearly target of fiscal 2023 is 18.

悪い例: 目標値累計18社（令和5年度）、年度ごとの目標値 令和5年度 累計17社。
Wrong: Target 18 for fiscal 2023, while the yearly target of fiscal 2023 is 17.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import total
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import capital, number, strand_name, years

CHECK = Check("last-yearly-target", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) whose last yearly target contradicts its target."""
    for strand in strands(sheet):
        target = strand.target
        if target and target.years and not target.quantity.mean_of:
            wrong = [point for point in strand.yearly if target.years[0] in point.years and _differs(point, target)]
            if wrong and not _is_sum(strand, target):
                yield _finding(sheet, strand, target, wrong[0])


def _differs(point: Point, target: Point) -> bool:
    return same_unit(point.amount.unit, target.amount.unit) and point.amount.value != target.amount.value


def _is_sum(strand: Strand, target: Point) -> bool:
    """Whether the target is printed as cumulative and the yearly ones are the steps that lead to it."""
    stepwise = target.quantity.cumulative and not any(point.quantity.cumulative for point in strand.yearly)
    return stepwise and total(point.amount.value for point in strand.yearly) == target.amount.value


def _finding(sheet: Sheet, strand: Strand, target: Point, last: Point) -> Finding:
    name, when = strand_name(strand), years(target.years)
    return CHECK.finding(
        last.path,
        Contrast(number(target), number(last)),
        Message(
            ja=f"{name.ja}の{when.ja}の年度目標{number(last)}は、目標値{number(target)}と一致しません。",
            en=f"{capital(name.en)}: the yearly target for {when.en}, {number(last)}, is not the target, {number(target)}.",
        ),
        evidence(sheet, target.path, f"{strand.path}/target/year"),
    )
