"""達成率が、実績値と目標値から計算したものと違う / A printed rate of achievement is not that of the numbers

規則: 実績値に達成率が添えられているとき（「86件（108％）」、または達成率の行）、実績値と目標値から計算したものと一致しなければならない。
実績値÷目標値、減らす目標での目標値÷実績値と2－実績値÷目標値、基準値からの進捗のどれかに、その年度か最終の目標値で合えばよい。
最後に印刷された桁の一単位までの差は認める。
Rule: Where an actual carries a rate of achievement (86（108％）, or a row of rates), it must follow from actual and target.
Actual over target counts, for a target to be reduced to also target over actual and 2 less actual over target, and the
progress from the baseline; with the year's target or the final one. It may be off by one unit of its last printed digit.

適用しない場合: その年度にも最終にも目標値が印刷されていないとき。括弧の中の％が達成率とは限らないとき（同じ指標のほかの二つ以上の年度が、
同じ式で合っていなければ達成率とみなさない）。単位が異なるとき。目標値が0のとき。
Does not apply: Where no target is printed; to a percentage in brackets that may mean something else (it is taken for a
rate of achievement only where those of two or more other years of the measure follow one formula); where units differ;
where the target is nil.

良い例: 目標値80件、実績値「86件（108％）」。
Right: A target of 80 and an actual printed 86（108％）.

悪い例: 目標値80件、実績値「86件（118％）」。
Wrong: A target of 80 and an actual printed 86（118％）.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import fold
from monosashi.model.measuring.arithmetic import decimals_of, difference, is_sane, percentage, shown, total
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.wording import capital, number, strand_name, years

CHECK = Check("achievement-rate", Severity.WARNING)

_RATE = re.compile(r"\(?\s*(\d{1,5}(?:\.\d{1,4})?)\s*%\s*\)?")
#: How many other years must follow one formula before a percentage in brackets is taken for a rate of achievement.
_ENOUGH = 2
_HUNDRED = Decimal(100)
_EXTRA_DIGITS = 3


@dataclass(frozen=True)
class _Rate:
    """A printed rate: where it stands, its number, whether a row of its own says what it is, and what the formulas give."""

    path: str
    actual: Point
    target: Point
    value: Decimal
    named: bool
    formulas: dict[str, Decimal]

    @property
    def fits(self) -> frozenset[str]:
        """The formulas that the printed rate follows."""
        unit = Decimal(1).scaleb(-decimals_of(self.value))
        return frozenset(name for name, right in self.formulas.items() if difference(right, self.value) <= unit)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each printed rate that no formula gives."""
    for strand in strands(sheet):
        rates = [] if strand.part else list(_rates(strand))
        for rate in rates:
            if not rate.fits and (rate.named or _are_rates(rates)):
                yield _finding(sheet, strand, rate)


def _are_rates(rates: list[_Rate]) -> bool:
    """Whether enough of a measure's percentages follow one formula."""
    names = [name for rate in rates for name in rate.fits]
    return any(names.count(name) >= _ENOUGH for name in set(names))


def _rates(strand: Strand) -> Iterator[_Rate]:
    for n, actual in enumerate(strand.measure.actuals):
        path = f"{strand.path}/actuals/{n}"
        point = next((one for one in strand.actuals if one.path == f"{path}/value"), None)
        row = _RATE.fullmatch(fold(actual.mark).strip())
        value = Decimal(row[1]) if row else point.quantity.rate if point else None
        targets = list(_targets(strand, point)) if point else []
        if point and value is not None and is_sane(value) and targets:
            formulas = {
                f"{name}{k}": right
                for k, target in enumerate(targets)
                for name, right in _formulas(strand, point, target)
            }
            where = f"{path}/mark" if row else f"{path}/value"
            yield _Rate(where, point, targets[0], value, row is not None, formulas)


def _targets(strand: Strand, actual: Point) -> Iterator[Point]:
    """The year's target, then the final one."""
    for target in (*strand.yearly, strand.target):
        if not target or not target.amount.value or not strand.comparable(actual, target):
            continue
        if target is strand.target or set(actual.years) & set(target.years):
            yield target


def _formulas(strand: Strand, actual: Point, target: Point) -> Iterator[tuple[str, Decimal]]:
    """What each formula makes of the numbers, in per cent, in some digits more than any rate is printed in."""
    a, t = actual.amount.value, target.amount.value
    over = percentage(a, t, _EXTRA_DIGITS)
    yield "over", over
    yield "complement", total([_HUNDRED, _HUNDRED, over.copy_negate()])
    if a:
        yield "under", percentage(t, a, _EXTRA_DIGITS)
    baseline = strand.baseline
    if baseline and strand.comparable(baseline, target):
        way = total([t, baseline.amount.value.copy_negate()])
        if way:
            yield "progress", percentage(total([a, baseline.amount.value.copy_negate()]), way, _EXTRA_DIGITS)


def _finding(sheet: Sheet, strand: Strand, rate: _Rate) -> Finding:
    name, when = strand_name(strand), years(rate.actual.years)
    right = percentage(rate.actual.amount.value, rate.target.amount.value, decimals_of(rate.value))
    return CHECK.finding(
        rate.path,
        Contrast(f"{shown(right)}％", f"{shown(rate.value)}％"),
        Message(
            ja=f"{name.ja}の{when.ja}の達成率{shown(rate.value)}％は、実績値{number(rate.actual)}と目標値{number(rate.target)}から"
            f"計算したもの（実績値÷目標値なら{shown(right)}％）と一致しません。",
            en=f"{capital(name.en)}: the rate of achievement {shown(rate.value)} % of {when.en} does not follow from the actual "
            f"{number(rate.actual)} and the target {number(rate.target)} (the one over the other is {shown(right)} %).",
        ),
        evidence(sheet, rate.actual.path, rate.target.path),
    )
