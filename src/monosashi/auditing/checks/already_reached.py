"""年度ごとの目標値が、すでに達成されている / A yearly target had been reached before it began

規則: 最終の目標値は基準値よりよいのに、途中の年度の目標値が基準値に並ぶか、それより悪いことを示す（年度をまとめて一件とする）。
改善の向きの決め方は target-worse と同じ。
Rule: The final target is better than the baseline, but yearly targets on the way are level with the baseline or worse: they
had been reached before they began. The years are listed in one finding. The direction of improvement is decided as in
target-worse.

適用しない場合: 最終の目標値が基準値と同じか悪いとき（target-keeps、target-worse が示す）。単位が異なるとき。基準年度以前の年度の目標値。
維持することが目標だと書かれているとき。
Does not apply: Where the final target is level or worse (target-keeps and target-worse say so); where units differ; to yearly
targets up to the baseline's year; where the level is to be kept.

良い例: 基準値累計16社、年度ごとの目標値17社、18社、目標値累計18社。
Right: Baseline 16, yearly targets 17 and 18, target 18.

悪い例: 基準値累計16社、年度ごとの目標値14社、16社、18社、目標値累計18社。
Wrong: Baseline 16, yearly targets 14, 16 and 18, target 18.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.target_standing import Comparison, Standing, compare, is_beyond
from monosashi.model.measuring.way import Way
from monosashi.model.measuring.wording import capital, join_en, number, strand_name, years

CHECK = Check("already-reached", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) with yearly targets that the baseline had reached."""
    for strand in strands(sheet):
        found = compare(sheet, strand)
        if found and found.standing is Standing.BETTER:
            reached = [point for point in strand.yearly if _had_been_reached(strand, found, point)]
            if reached:
                yield _finding(sheet, strand, found, reached)


def _had_been_reached(strand: Strand, found: Comparison, point: Point) -> bool:
    since = found.baseline.years[0].year if found.baseline.years else 0
    later = not point.years or any(nendo.year > since for nendo in point.years)
    return (
        later and strand.comparable(found.baseline, point) and not is_beyond(found.direction.way, point, found.baseline)
    )


def _finding(sheet: Sheet, strand: Strand, found: Comparison, reached: list[Point]) -> Finding:
    name, why = strand_name(strand), found.direction.why
    baseline, when = number(found.baseline), years(nendo for point in reached for nendo in point.years)
    values = [number(point) for point in reached]
    beyond = "<" if found.direction.way is Way.DOWN else ">"
    return CHECK.finding(
        reached[0].path,
        Contrast(f"{beyond}{baseline}", "、".join(values)),
        Message(
            ja=f"{name.ja}の{when.ja}の目標値{'、'.join(values)}は、基準値{baseline}の時点ですでに達成されています（{why.ja}）。",
            en=f"{capital(name.en)}: the targets for {when.en} ({join_en(values)}) had been reached at the baseline "
            f"{baseline} ({why.en}).",
        ),
        evidence(sheet, *(point.path for point in reached), found.baseline.path, found.target.path),
    )
