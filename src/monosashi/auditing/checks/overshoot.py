"""実績値が目標値を大きく超えている / An actual far beyond its target

規則: 実績値が、その年度の目標値（なければ期限の来た最終の目標値）の120％以上（設定で変わる）に当たることを示す。目標が低すぎなかったか、
次の目標に生かすことはないかを問うためで、誤りではない。率は、減らす目標では目標値÷実績値とし、1％単位に四捨五入して比べる。年度をまとめて一件とする。
Rule: An actual is 120 % (a parameter) or more of the target of its year (without one, of a final target that was due). It
is asked whether the target was right; it is no error. Where less is better the rate is target over actual. Rates are
compared in whole per cent, rounded to the nearest; the years are listed in one finding.

適用しない場合: 維持することが目標のとき。改善の向きが、語からも目標の並びからも決まらないとき。目標値や実績値が0以下のとき。増減率や前年比のように、
率の比に意味がないとき。暫定値のとき。全体を超えている内訳（part-whole が示す）。
Does not apply: Where the level is to be kept; where neither words nor the run of targets tell which way is better; where
target or actual is nil or below; to rates of change, whose ratio means nothing; to provisional actuals; to parts that
exceed their whole (part-whole says so).

良い例: 令和4年度の目標値18校、実績値20校（111％）。
Right: Target 18 for fiscal 2022, actual 20 (111 %).

悪い例: 令和4年度の目標値18校、実績値31校（172％）。
Wrong: Target 18 for fiscal 2022, actual 31 (172 %).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.attained import Result, results
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.far_beyond import attainment
from monosashi.auditing.shares import is_change
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import capital, join_en, number, strand_name, years

CHECK = Check("overshoot", Severity.NOTE)


@dataclass(frozen=True)
class _Beyond:
    """A result with its rate of attainment."""

    result: Result
    rate: Decimal


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) with actuals far beyond their targets."""
    for strand in strands(sheet):
        found = list(_beyond(sheet, strand, by.overshoot))
        if found and not is_change(strand.name):
            yield _finding(sheet, strand, found, by.overshoot)


def _beyond(sheet: Sheet, strand: Strand, limit: Decimal) -> Iterator[_Beyond]:
    """Each actual far beyond its target; where a year has a target of its own, the final one is not asked about."""
    seen: set[str] = set()
    for result in results(sheet, strand, Decimal(0)):
        if result.actual.path in seen:
            continue
        seen.add(result.actual.path)
        if result.actual.amount.value > result.actual.quantity.value:  # a part above its whole is a misprint
            continue
        rate = attainment(result.direction.way, result.actual.amount, result.target.amount)
        if rate is not None and rate >= limit:
            yield _Beyond(result, rate)


def _finding(sheet: Sheet, strand: Strand, found: list[_Beyond], limit: Decimal) -> Finding:
    name = strand_name(strand)
    said = [
        (years((one.result.nendo,)), number(one.result.actual), number(one.result.target), one.rate) for one in found
    ]
    ja = "、".join(
        f"{when.ja}は目標値{target}に対して実績値{actual}（{rate}％）" for when, actual, target, rate in said
    )
    en = join_en([f"{actual} in {when.en} against {target} ({rate} %)" for when, actual, target, rate in said])
    return CHECK.finding(
        found[0].result.actual.path,
        Contrast(f"<{shown(limit)}％", "、".join(f"{one.rate}％" for one in found)),
        Message(
            ja=f"{name.ja}の実績値は目標値の{shown(limit)}％以上で、大きく超えています（{ja}）。目標の水準が適切だったかを確かめてください。",
            en=f"{capital(name.en)}: the actuals are {shown(limit)} % of the targets or more, {en}; ask whether the targets were right.",
        ),
        evidence(sheet, *(path for one in found for path in (one.result.actual.path, one.result.target.path))),
    )
