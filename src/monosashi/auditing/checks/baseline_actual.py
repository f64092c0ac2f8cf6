"""基準値が、同じ年度の実績値と違う / The baseline differs from the actual of the same year

規則: 基準年度の実績値が、年度ごとの実績値か【参考】に印刷されているとき、基準値と等しくなければならない。
基準値が「（令和2年度実績）」のように年度を名指ししているときは、その年度の実績値と比べる。印刷の桁が違うときは、少ない方の桁に四捨五入して比べる。
Rule: Where the actual of the baseline's year is printed, among the yearly actuals or under 【参考】, it must equal the
baseline. A baseline that names its year itself (令和2年度実績) is compared with the actual of that year. Prints with different
digits are compared in the fewer digits, rounded half up.

適用しない場合: 基準値が何年度かの平均であるとき。【参考】については、基準値が【参考】の値の平均に当たるか、選定理由が平均等に触れているとき。
どちらかが暫定値や速報値であるとき。単位が異なるとき。累計かどうかが異なるとき。
Does not apply: Where the baseline is a mean of years; to 【参考】 where the baseline is the mean of its values, or the
rationale speaks of a mean or the like; where either is provisional; where the units differ or only one is a cumulative
value.

良い例: 基準値52.4％（平成27年度）、平成27年度の実績値52.4％。
Right: Baseline 52.4 % of fiscal 2015, and the actual of fiscal 2015 is 52.4 %.

悪い例: 基準値54.0％（平成27年度）、平成27年度の実績値52.4％。
Wrong: Baseline 54.0 % of fiscal 2015, while the actual of fiscal 2015 is 52.4 %.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import agree
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.references import references_of, saying
from monosashi.model.measuring.rounding import rules_of
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.wording import capital, number, strand_name, years
from monosashi.model.path import resolve

CHECK = Check("baseline-actual", Severity.ERROR, version=2)
#: What a rationale says of a baseline that is not one year's value.
_MEAN = re.compile("平均|中央値|合計|最高値|最大値")


@dataclass(frozen=True)
class _Actual:
    """A printed actual of the baseline's year: where it stands, and what its cell or line says."""

    point: Point
    under_reference: bool


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each baseline that its own year's actual contradicts."""
    for strand in strands(sheet):
        baseline = strand.baseline
        if not baseline or not baseline.years or baseline.quantity.mean_of or baseline.quantity.provisional:
            continue
        year = baseline.quantity.as_of or baseline.years[0]
        same = [
            one
            for one in (*_yearly(strand, year), *_past(sheet, strand, year))
            if not one.point.quantity.provisional and strand.comparable(baseline, one.point)
        ]
        if same and not agree(baseline.amount.value, same[0].point.amount.value):
            yield _finding(sheet, strand, baseline, same[0])


def _yearly(strand: Strand, year: Nendo) -> Iterator[_Actual]:
    """The yearly actuals of that year. The year in brackets is the year a value is of; the column only says when it was
    the latest."""
    for actual in strand.actuals:
        if (actual.quantity.as_of or (actual.years[0] if actual.years else None)) == year:
            yield _Actual(actual, under_reference=False)


def _past(sheet: Sheet, strand: Strand, year: Nendo) -> Iterator[_Actual]:
    """The lines of that year under 【参考】; none where the baseline may be the mean of them all."""
    pasts = references_of(sheet, strand)
    if saying(sheet, strand, _MEAN) or _is_mean(strand, [past.amount.value for past in pasts]):
        return
    for past in pasts:
        if past.nendo == year and past.path.startswith("/rationales/"):
            yield _Actual(Point(past.path, (year,), past.amount, resolve(sheet, f"{past.path}/quantity")), True)


def _is_mean(strand: Strand, values: list[Decimal]) -> bool:
    """Whether the baseline, naming no year of its own, is the mean of several values."""
    baseline = strand.baseline
    if not baseline or baseline.quantity.as_of or not values[1:]:
        return False
    return bool(rules_of(values, baseline.amount.value))


def _finding(sheet: Sheet, strand: Strand, baseline: Point, actual: _Actual) -> Finding:
    name, when = strand_name(strand), years((baseline.quantity.as_of or baseline.years[0],))
    printed = number(actual.point)
    return CHECK.finding(
        baseline.path,
        Contrast(printed, number(baseline)),
        Message(
            ja=f"{name.ja}の基準値{number(baseline)}（{when.ja}）は、{'【参考】にある' if actual.under_reference else ''}同じ年度の"
            f"実績値{printed}と一致しません。",
            en=f"{capital(name.en)}: the baseline {number(baseline)} of {when.en} differs from the actual of the same year"
            f"{' under 【参考】' if actual.under_reference else ''}, {printed}.",
        ),
        evidence(sheet, actual.point.path, f"{strand.path}/baseline/year"),
    )
