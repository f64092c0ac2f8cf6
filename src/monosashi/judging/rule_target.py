"""Rule targets: the number that 前年度以上 or 基準値比10％増 comes to, for one year of one measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.judging.evidence import number_at
from monosashi.judging.saying import plain, step, year
from monosashi.judging.target_words import Base, RuleTarget
from monosashi.model import Comparator, Message, Nendo, Sheet, Step
from monosashi.model.measuring.arithmetic import product, shown, total, trimmed
from monosashi.model.measuring.references import references_of
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.units import same_unit
from monosashi.model.quantity import BOUNDS


@dataclass(frozen=True)
class Resolved:
    """The number a rule comes to; ``value`` is None where the value it refers to is missing."""

    value: Decimal | None
    comparator: Comparator = Comparator.AT_LEAST
    unit: str = ""
    cumulative: bool = False
    said: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class _Known:
    nendo: Nendo | None
    value: Decimal
    unit: str
    path: str
    cumulative: bool
    name: Message


def resolved(sheet: Sheet, strand: Strand, rule: RuleTarget, nendo: Nendo | None, *, up: bool) -> Resolved:
    """The target by the rule in that year."""
    known = _base(sheet, strand, rule, nendo, up=up)
    if not known:
        name = _missing_name(rule, nendo)
        why = step(
            f"目標の決め方が指す{name.ja}が印刷されていないので、この年度の目標値は定まりません。",
            f"The rule refers to {name.en}, which is not printed, so the target of this year cannot be told.",
        )
        return Resolved(None, steps=(why,))
    value, formula = _reckoned(known, rule)
    comparator = rule.comparator or _by_way(rule, up=up)
    said = f"{shown(value)}{known.unit}{BOUNDS[comparator]}"
    why = step(
        f"目標の決め方から、{known.name.ja}{shown(known.value)}{known.unit}により、目標は{formula}{said}です。",
        f"By the rule, with {known.name.en} {shown(known.value)}{known.unit}, the target is {formula}{said}.",
        known.path,
    )
    return Resolved(value, comparator, known.unit, known.cumulative, said, (why,))


def _by_way(rule: RuleTarget, *, up: bool) -> Comparator:
    as_good = rule.keeps or rule.approximate
    if up:
        return Comparator.AT_LEAST if as_good else Comparator.ABOVE
    return Comparator.AT_MOST if as_good else Comparator.BELOW


def _reckoned(known: _Known, rule: RuleTarget) -> tuple[Decimal, str]:
    """The number, and the formula before it where the base is not the target itself."""
    base = known.value
    if rule.factor is not None:
        return trimmed(product(base, rule.factor)), f"{plain(base)}×{plain(rule.factor)}＝"
    if not rule.change:
        return base, ""
    if not rule.relative:
        return total(
            [base, rule.change]
        ), f"{plain(base)}{'＋' if rule.change > 0 else '－'}{plain(abs(rule.change))}＝"
    by = total([Decimal(100), rule.change])
    return trimmed(product(product(base, by), Decimal("0.01"))), f"{plain(base)}×{plain(by)}÷100＝"


def _base(sheet: Sheet, strand: Strand, rule: RuleTarget, nendo: Nendo | None, *, up: bool) -> _Known | None:
    if rule.base is Base.BASELINE:
        return _baseline(strand)
    if rule.base is Base.NAMED_YEAR:
        return _in_year(sheet, strand, rule.nendo.year) if rule.nendo else None
    if nendo is None:
        return None
    if rule.base is Base.PREVIOUS_YEAR:
        return _in_year(sheet, strand, nendo.year - 1)
    past = [one for one in _all(sheet, strand) if one.nendo and one.nendo.year < nendo.year]
    alike = [one for one in past if same_unit(one.unit, past[0].unit)]
    return (max if up else min)(alike, key=lambda one: one.value) if alike else None


def _in_year(sheet: Sheet, strand: Strand, wanted: int) -> _Known | None:
    return next((one for one in _all(sheet, strand) if one.nendo and one.nendo.year == wanted), None)


def _all(sheet: Sheet, strand: Strand) -> Iterator[_Known]:
    """Every past number the sheet prints: actuals, the baseline of a single year, those under 【参考】."""
    for actual in strand.measure.actuals:
        if actual.year.nendo and (point := number_at(strand, actual.year.nendo)):
            named = year(actual.year.nendo)
            name = Message(ja=f"{named.ja}の実績値", en=f"the actual of {named.en}")
            yield _known(actual.year.nendo, point, name)
    baseline = strand.baseline
    if baseline and baseline.years and not baseline.quantity.mean_of:
        named = year(baseline.years[0])
        yield _known(baseline.years[0], baseline, Message(ja="基準値", en=f"the baseline ({named.en})"))
    for past in references_of(sheet, strand):
        named = year(past.nendo)
        name = Message(ja=f"{named.ja}の参考値", en=f"the past actual of {named.en}")
        yield _Known(past.nendo, past.amount.value, past.amount.unit, past.path, strand.named_cumulative, name)


def _baseline(strand: Strand) -> _Known | None:
    if not strand.baseline:
        return None
    return _known(None, strand.baseline, Message(ja="基準値", en="the baseline"))


def _known(nendo: Nendo | None, point: Point, name: Message) -> _Known:
    return _Known(nendo, point.amount.value, point.amount.unit, point.path, point.quantity.cumulative, name)


def _missing_name(rule: RuleTarget, nendo: Nendo | None) -> Message:
    if rule.base is Base.BASELINE:
        return Message(ja="基準値", en="the baseline")
    if rule.base is Base.BEST_SO_FAR:
        return Message(ja="過去の実績値", en="a past actual")
    wanted = rule.nendo if rule.base is Base.NAMED_YEAR else None
    if wanted is None and nendo and nendo.year > 1:
        wanted = Nendo(year=nendo.year - 1, kind=nendo.kind)
    named = year(wanted) if wanted else Message(ja="前年度", en="the year before")
    return Message(ja=f"{named.ja}の実績値", en=f"the actual of {named.en}")
