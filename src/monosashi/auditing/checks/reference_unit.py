"""【参考】の単位が、指標の単位と違う / The past actuals are in another unit than the indicator

規則: 【参考】に印刷された過去の値は、その指標の目標値・基準値と同じ単位でなければ、比べることができない。
Rule: Past actuals printed under 【参考】 can be compared with baseline and target only if they are in the same unit.

適用しない場合: どちらかに単位が印刷されていないとき。選定理由が複数の指標に共通で、どの指標の値か分からないとき。
Does not apply: Where either prints no unit; where a rationale covers several measures and a line cannot be given to one.

良い例: 目標値累計18社、【参考】令和2年度：16社。
Right: Target of 18 companies, past actuals in companies.

悪い例: 目標値累計18社、【参考】令和2年度：1社/件。
Wrong: Target of 18 companies, past actuals in companies per case.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.references import Past, references_of
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import capital, join_en, number, strand_name
from monosashi.model.quantity import print_amount

CHECK = Check("reference-unit", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) whose past actuals are in another unit."""
    for strand in strands(sheet):
        own = next((p for p in (strand.target, strand.baseline, *strand.yearly) if p and p.amount.unit), None)
        odd = [
            past for past in references_of(sheet, strand) if own and not same_unit(past.amount.unit, own.amount.unit)
        ]
        if own and odd:
            yield _finding(sheet, strand, own, odd)


def _finding(sheet: Sheet, strand: Strand, own: Point, odd: list[Past]) -> Finding:
    name, values = strand_name(strand), [print_amount(past.amount) for past in odd]
    units = "、".join(dict.fromkeys(past.amount.unit for past in odd))
    return CHECK.finding(
        odd[0].path,
        Contrast(own.amount.unit, units),
        Message(
            ja=f"{name.ja}の【参考】の値{'、'.join(values)}は単位が「{units}」で、指標の{number(own)}（「{own.amount.unit}」）と比べられません。",
            en=f"{capital(name.en)}: the past actuals {join_en(values)} are in {units} and cannot be compared with "
            f"{number(own)}, which is in {own.amount.unit}.",
        ),
        evidence(sheet, *(past.path for past in odd), own.path),
    )
