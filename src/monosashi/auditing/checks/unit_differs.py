"""一つの指標に、異なる単位がある / One indicator is printed in different units

規則: 基準値、目標値、年度ごとの目標値、実績値は、同じ単位で印刷されていなければならない。幅や表記のゆれ（％と%、か所と箇所）は同じとみなす。
Rule: Baseline, target, yearly targets and actuals of a measure must be in one unit. Widths and spellings of the same unit
(％ and %, か所 and 箇所) count as the same.

適用しない場合: 単位が印刷されていない値。目標が「受理後30日以内」のような決まりで、実績がそれを守った割合（％）であるとき。
Does not apply: To values without a printed unit; where the target is a rule (within 30 days) and the actuals are the share
in which it was kept (in per cent).

良い例: 基準値1.8基／10km、目標値3.0基／10km。
Right: Baseline 1.8 chargers per 10 km, target 3.0 chargers per 10 km.

悪い例: 基準値1.8基／10km、目標値120基。
Wrong: Baseline 1.8 chargers per 10 km, target 120 chargers.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Comparator, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.units import same_unit, unit_key
from monosashi.model.measuring.wording import capital, join_en, strand_name

CHECK = Check("unit-differs", Severity.ERROR)

_TIMES = frozenset({"日", "営業日", "か月", "月", "週", "週間", "年", "時間", "分", "秒"})


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) whose numbers are in more than one unit."""
    for strand in strands(sheet):
        points = _with_unit(strand)
        odd = [point for point in points if not same_unit(point.amount.unit, points[0].amount.unit)]
        if odd and not _is_kept_rule(points):
            yield _finding(sheet, strand, points[0], odd)


def _with_unit(strand: Strand) -> list[Point]:
    points = [strand.baseline, strand.target, *strand.yearly, *strand.actuals]
    return [point for point in points if point and point.amount.unit]


def _is_kept_rule(points: list[Point]) -> bool:
    """Whether some values are a limit of time and all others a share in per cent."""
    rest = [point for point in points if not _is_limit(point)]
    return len(rest) < len(points) and all(unit_key(point.amount.unit) == "%" for point in rest)


def _is_limit(point: Point) -> bool:
    bounded = point.amount.comparator in (Comparator.AT_MOST, Comparator.BELOW)
    return bounded and unit_key(point.amount.unit) in _TIMES


def _finding(sheet: Sheet, strand: Strand, first: Point, odd: list[Point]) -> Finding:
    name = strand_name(strand)
    units = list(dict.fromkeys(point.amount.unit for point in odd))
    agreeing = [point.path for point in _with_unit(strand) if point not in odd]
    return CHECK.finding(
        odd[0].path,
        Contrast(first.amount.unit, "、".join(units)),
        Message(
            ja=f"{name.ja}の値は、「{first.amount.unit}」と「{'」「'.join(units)}」という異なる単位で印刷されています。",
            en=f"{capital(name.en)} is printed in different units: {join_en([first.amount.unit, *units])}.",
        ),
        evidence(sheet, *agreeing, *(point.path for point in odd)),
    )
