"""累計が前の年度より減っている / A cumulative value falls

規則: 累計（累積）の値は、年度を追って減ってはならない。実績値は実績値どうし、年度ごとの目標値は目標値どうしで比べ、目標値と基準値は比べない。
Rule: A cumulative value must not fall from one year to a later one. Actuals are compared with one another, and yearly targets
with one another; a target is never compared with the baseline here.

適用しない場合: 値にも指標名にも累計・累積と書かれていないとき。累積赤字や累積債務のように、減りうる残高のとき。単位が異なるとき。
Does not apply: Where neither the values nor the name say 累計 or 累積; to balances that may fall (累積赤字, 累積債務); where
units differ.

良い例: 累計1,340箇所（平成27年度）、累計1,410箇所（平成28年度）。
Right: 1,340 places in all by fiscal 2015, 1,410 by fiscal 2016.

悪い例: 累計1,340箇所（平成27年度）、累計1,310箇所（平成28年度）。
Wrong: 1,340 places in all by fiscal 2015, 1,310 by fiscal 2016.
"""

from collections.abc import Iterator
from itertools import pairwise

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import capital, join_en, number, strand_name, years

CHECK = Check("cumulative-falls", Severity.ERROR)

_Fall = tuple[Point, Point]


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each cumulative measure (or part) whose actuals or yearly targets fall."""
    for strand in strands(sheet):
        falls = [*_falls(strand, strand.yearly), *_falls(strand, strand.actuals)]
        if falls:
            yield _finding(sheet, strand, falls)


def _falls(strand: Strand, points: tuple[Point, ...]) -> list[_Fall]:
    """Each point below the one of the year before it, in the order of the years."""
    dated = [point for point in points if point.years and (point.quantity.cumulative or strand.named_cumulative)]
    dated.sort(key=lambda point: point.years[0].year)
    return [
        (before, after)
        for before, after in pairwise(dated)
        if after.amount.value < before.amount.value and same_unit(after.amount.unit, before.amount.unit)
    ]


def _finding(sheet: Sheet, strand: Strand, falls: list[_Fall]) -> Finding:
    name = strand_name(strand)
    before, after = falls[0]
    said = [(years(late.years), number(early), number(late)) for early, late in falls]
    return CHECK.finding(
        after.path,
        Contrast(f"≧{number(before)}", number(after)),
        Message(
            ja=f"{name.ja}は累計ですが、"
            + "、".join(f"{when.ja}に{early}から{late}へ" for when, early, late in said)
            + "減っています。",
            en=f"{capital(name.en)} is cumulative, but falls "
            + join_en([f"from {early} to {late} in {when.en}" for when, early, late in said])
            + ".",
        ),
        evidence(sheet, *(point.path for fall in falls for point in fall)),
    )
