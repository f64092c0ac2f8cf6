"""目標年度が、評価の後にある指標がある / A target is due only after the evaluation

規則: 政策評価の実施予定時期の年度か、それより後に目標年度がある指標を示す（表に一件）。評価のときに、最終の目標の達成はまだ測れない。
Rule: Measures whose target year is the fiscal year of the planned evaluation or a later one (one finding a sheet): at the
evaluation it cannot yet be measured whether the final target was reached.

適用しない場合: 月や目標年度が読み取れないとき。どの目標年度も評価の前年度でないとき（evaluation-month が示す）。その指標に、
評価より前の年度の年度ごとの目標値があるとき（途中の目標で評価できる）。
Does not apply: Where the month or the target years cannot be read; where no target year is the one before the evaluation
(evaluation-month says so); to measures that print yearly targets for years before the evaluation, by which they can be
judged.

良い例: 実施予定時期は令和6年8月、目標年度はどれも令和5年度。
Right: Evaluation in August 2024, all targets due in fiscal 2023.

悪い例: 実施予定時期は令和6年8月、目標年度は令和5年度と、年度ごとの目標のない令和8年度。
Wrong: Evaluation in August 2024, with targets due in fiscal 2023 and one, without yearly targets, in fiscal 2026.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.planned_evaluation import PlannedEvaluation, planned_evaluations
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.folding import is_dash
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import join_en, strand_name, years

CHECK = Check("target-after-evaluation", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """The planned month, where some measures are due only after it and others in time."""
    whole = [(strand, strand.measure.target.year.nendo) for strand in strands(sheet) if not strand.part]
    dated = [(strand, nendo) for strand, nendo in whole if nendo]
    for planned in planned_evaluations(sheet):
        year = planned.month.nendo.year
        late = [(strand, nendo) for strand, nendo in dated if nendo.year >= year and not _has_step(strand, year)]
        if late and any(nendo.year == year - 1 for _, nendo in dated):
            yield _finding(sheet, planned, late)


def _has_step(strand: Strand, year: int) -> bool:
    """Whether a target, in numbers or words, is printed for a year before the evaluation."""
    return any(
        printed.nendo.year < year
        for each in strand.measure.targets
        if each.value and not is_dash(each.value.text)
        for printed in each.years
        if printed.nendo
    )


def _finding(sheet: Sheet, planned: PlannedEvaluation, late: list[tuple[Strand, Nendo]]) -> Finding:
    said = [(strand_name(strand), years((nendo,))) for strand, nendo in late]
    ja = "、".join(f"{name.ja}（{when.ja}）" for name, when in said)
    en = join_en([f"{name.en} ({when.en})" for name, when in said])
    return CHECK.finding(
        planned.path,
        Contrast(f">{max((nendo for _, nendo in late), key=lambda nendo: nendo.year)}", planned.printed),
        Message(
            ja=f"評価の実施予定時期{planned.printed}には、{ja}の目標年度がまだ終わっていません。",
            en=f"When the policy is evaluated ({planned.month}), the target year is not over for {en}.",
        ),
        evidence(sheet, *(f"{strand.path}/target/year" for strand, _ in late)),
    )
