"""基準年度が、目標の始まる年度より後にある / The baseline's year is not before the first target

規則: 基準年度は、年度ごとの目標値が印刷された最初の年度（なければ目標年度）より前でなければならない。同じ年度やその後では、
目標が決められたときに出発点がまだ分からなかったことになる。
Rule: The baseline's year lies before the first year for which a target is printed (without yearly targets, before the
target year). In the same year or later, the point of departure was not yet known when the target was to begin.

適用しない場合: 基準値か基準年度が印刷されていないとき。年度ごとの目標値が言葉や横線のとき。年度の種類（年度、暦年、事務年度）が異なるとき。
Does not apply: Where no baseline or no baseline year is printed; to yearly targets that are words or a dash; where the
years are of different kinds (fiscal, calendar, business years).

良い例: 基準年度は令和2年度、年度ごとの目標値は令和3年度から。
Right: Baseline of fiscal 2020, yearly targets from fiscal 2021 on.

悪い例: 基準年度は令和4年度、年度ごとの目標値は令和3年度から。
Wrong: Baseline of fiscal 2022, yearly targets from fiscal 2021 on.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.wording import capital, strand_name, years

CHECK = Check("baseline-year-late", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure whose baseline is of the first target's year or later."""
    for strand in strands(sheet):
        since = strand.measure.baseline.year.nendo
        first = _first_target(strand)
        if strand.part or not strand.baseline or not since or not first:
            continue
        point, nendo = first
        if since.kind is nendo.kind and since.year >= nendo.year:
            yield _finding(sheet, strand, since, nendo, point)


def _first_target(strand: Strand) -> tuple[Point, Nendo] | None:
    """The first target with the year it is for: a yearly one, else the final one."""
    dated = [(point, nendo) for point in strand.yearly for nendo in point.years]
    if not dated and strand.target:
        dated = [(strand.target, nendo) for nendo in strand.target.years]
    return min(dated, key=lambda one: one[1].year, default=None)


def _finding(sheet: Sheet, strand: Strand, since: Nendo, nendo: Nendo, point: Point) -> Finding:
    name, base, first = strand_name(strand), years((since,)), years((nendo,))
    return CHECK.finding(
        f"{strand.path}/baseline/year",
        Contrast(f"<{first.ja}", base.ja),
        Message(
            ja=f"{name.ja}の基準年度{base.ja}は、目標の始まる{first.ja}より前ではありません。",
            en=f"{capital(name.en)}: the baseline is of {base.en}, not before {first.en}, for which the first target is printed.",
        ),
        evidence(sheet, f"{strand.path}/baseline/value", point.path),
    )
