"""基準値が、同じ年度の実績値と違う / The baseline differs from the actual of the same year

規則: 基準年度の実績値が表に印刷されているとき、基準値と等しくなければならない。印刷の桁が違うときは、少ない方の桁に四捨五入して比べる。
Rule: Where the actual of the baseline's year is printed among the yearly actuals, it must equal the baseline. Prints with
different digits are compared in the fewer digits, rounded half up.

適用しない場合: 基準値が何年度かの平均であるとき。どちらかが暫定値や速報値であるとき。単位が異なるとき。累計かどうかが異なるとき。
Does not apply: Where the baseline is a mean of years, where either is provisional, or where the units differ or only one is
a cumulative value.

良い例: 基準値52.4％（平成27年度）、平成27年度の実績値52.4％。
Right: Baseline 52.4 % of fiscal 2015, and the actual of fiscal 2015 is 52.4 %.

悪い例: 基準値54.0％（平成27年度）、平成27年度の実績値52.4％。
Wrong: Baseline 54.0 % of fiscal 2015, while the actual of fiscal 2015 is 52.4 %.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import agree
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.wording import capital, number, strand_name, years

CHECK = Check("baseline-actual", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each baseline that its own year's actual contradicts."""
    for strand in strands(sheet):
        if strand.baseline and (actual := _same_year(strand, strand.baseline)):
            yield _finding(sheet, strand, strand.baseline, actual)


def _same_year(strand: Strand, baseline: Point) -> Point | None:
    """The actual of the baseline's year where it is another number."""
    if not baseline.years or baseline.quantity.mean_of or baseline.quantity.provisional:
        return None
    year = baseline.quantity.as_of or baseline.years[0]
    for actual in strand.actuals:
        # The year in brackets is the year the value is of; the column only says when it was the latest.
        of = actual.quantity.as_of or (actual.years[0] if actual.years else None)
        if of == year and not actual.quantity.provisional and strand.comparable(baseline, actual):
            return None if agree(baseline.amount.value, actual.amount.value) else actual
    return None


def _finding(sheet: Sheet, strand: Strand, baseline: Point, actual: Point) -> Finding:
    name, when = strand_name(strand), years((baseline.quantity.as_of or baseline.years[0],))
    return CHECK.finding(
        baseline.path,
        Contrast(number(actual), number(baseline)),
        Message(
            ja=f"{name.ja}の基準値{number(baseline)}（{when.ja}）は、同じ年度の実績値{number(actual)}と一致しません。",
            en=f"{capital(name.en)}: the baseline {number(baseline)} of {when.en} differs from the actual of the same year, "
            f"{number(actual)}.",
        ),
        evidence(sheet, actual.path, f"{strand.path}/baseline/year"),
    )
