"""Start: the baseline a measure sets out from, as its progress is reckoned.

Under terms that leave disrupted years out, a baseline that is a mean over such a year is the exact mean of the others,
and a baseline of such a year alone is left out.
"""

from dataclasses import dataclass
from decimal import Decimal

from monosashi.forms.disrupted import disruption
from monosashi.judging.money_units import in_unit
from monosashi.judging.ratio_amounts import amounts_of, pooled
from monosashi.judging.saying import step
from monosashi.model import Nendo, Reference, Sheet, Step, Terms, Value
from monosashi.model.measuring.arithmetic import quotient, rounded_to, shown, total
from monosashi.model.measuring.mean_years import mean_years
from monosashi.model.measuring.references import Past
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.wording import and_numbers, number, numbers, years
from monosashi.model.path import resolve


@dataclass(frozen=True)
class Start:
    """The number set out from, in the target's unit, how it is said, its year, and the printed point it comes from.
    ``value`` is None where there is no number to set out from; the steps say why."""

    value: Decimal | None
    said: str = ""
    nendo: Nendo | None = None
    point: Point | None = None
    disrupted: bool = False
    steps: tuple[Step, ...] = ()


def start_of(sheet: Sheet, strand: Strand, unit: str, *, cumulative: bool, terms: Terms) -> Start:
    """The baseline of a strand, in the unit of the target it is compared with."""
    point = strand.baseline
    nendo = _year(strand, point)
    if not point:
        words = strand.measure.baseline.value.text.strip()
        why = step(
            "基準値が数として印刷されていないので、基準値からの進みは出せません。",
            "No baseline is printed as a number, so no progress from it can be given.",
            f"{strand.path}/baseline/value" if words else "",
        )
        return Start(None, nendo=nendo, steps=(why,))
    disrupted = any(disruption(one) for one in point.quantity.mean_of or ((nendo,) if nendo else ()))
    value = in_unit(point.amount.value, point.amount.unit, unit)
    counted_alike = cumulative == point.quantity.cumulative or strand.named_cumulative or value == 0
    if value is None or not counted_alike:
        return Start(None, nendo=nendo, point=point, disrupted=disrupted, steps=(_unlike(point),))
    start = Start(value, number(point), nendo, point, disrupted)
    return _without_disrupted(sheet, strand, start) if disrupted and terms.without_disrupted else start


def _year(strand: Strand, point: Point | None) -> Nendo | None:
    printed = strand.measure.baseline.year.nendo
    return printed or (point.quantity.mean_of[-1] if point and point.quantity.mean_of else None)


def _unlike(point: Point) -> Step:
    return step(
        f"基準値{number(point)}と目標値は単位や数え方が異なるので、基準値からの進みは出せません。",
        f"The baseline {number(point)} and the target are in different units or counted differently, so no progress can "
        "be given.",
        point.path,
    )


def _without_disrupted(sheet: Sheet, strand: Strand, start: Start) -> Start:
    found = mean_years(sheet, strand)
    ordinary = [past for past in found.pasts if not disruption(past.nendo)] if found else []
    if not start.point or not ordinary:
        why = step(
            f"基準値{start.said}は異常な年度の値を含み、除いた値を出せないので、この仮定では使いません。",
            f"The baseline {start.said} takes in a disrupted year and cannot be told without it; on these terms it is "
            "not used.",
            start.point.path if start.point else "",
        )
        return Start(None, nendo=start.nendo, point=start.point, disrupted=True, steps=(why,))
    return _recomputed(sheet, start, start.point, ordinary)


def _recomputed(sheet: Sheet, start: Start, point: Point, ordinary: list[Past]) -> Start:
    """The mean of the ordinary years; of ratios whose amounts are all printed, the ratio of the sums."""
    unit = point.amount.unit
    amounts = [pair for past in ordinary if (pair := _amounts(sheet, past))]
    together = len(amounts) == len(ordinary)
    mean = quotient(total([past.amount.value for past in ordinary]), Decimal(len(ordinary)))
    value = pooled(amounts, unit) if together else mean
    said, when = f"{shown(rounded_to(value, 2))}{unit}", years(past.nendo for past in ordinary)
    figures = [past.amount.value for past in ordinary]
    how, how_en = ("分子と分母をそれぞれ合わせた比", "ratio of the sums") if together else ("平均", "mean")
    why = step(
        f"基準値{start.said}は異常な年度を含む平均なので、除いた{when.ja}（{numbers(figures)}）の{how}{said}を使います。",
        f"The baseline {start.said} is a mean that takes in a disrupted year; the {how_en} of {when.en} ({and_numbers(figures)}), "
        f"{said}, is used instead.",
        point.path,
        *(past.path for past in ordinary),
    )
    return Start(value, said, start.nendo, point, disrupted=True, steps=(why,))


def _amounts(sheet: Sheet, past: Past) -> tuple[Decimal, Decimal] | None:
    """The two amounts a past ratio was printed with, under 【参考】 or among the actuals."""
    printed = resolve(sheet, past.path)
    quantity = printed.quantity if isinstance(printed, Reference | Value) else None
    return amounts_of(quantity) if quantity else None
