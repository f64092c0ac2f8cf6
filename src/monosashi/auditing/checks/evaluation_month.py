"""評価の時期が、目標年度の翌年度でない / The evaluation is not in the year after a target year

規則: 政策評価の実施予定時期は、目標年度の翌年度に入る。目標年度が指標によって違うときは、そのどれかの翌年度であればよい。
Rule: The month in which the evaluation is planned lies in the fiscal year after the target year; where indicators have
different target years, after one of them.

適用しない場合: 月または目標年度が読み取れないとき。欄が予定ではなく、評価を実施した時期（政策評価実施時期）のとき。
Does not apply: Where the month or every target year cannot be read; where the cell states when the evaluation was done
(政策評価実施時期), not when it is planned.

良い例: 目標年度は令和5年度、実施予定時期は令和6年8月。
Right: Target year fiscal 2023, evaluation in August 2024.

悪い例: 目標年度は令和5年度、実施予定時期は令和5年8月。
Wrong: Target year fiscal 2023, evaluation in August 2023.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.planned_evaluation import planned_evaluations
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("evaluation-month", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """The planned month of evaluation where it follows none of the target years."""
    targets = _target_years(sheet)
    due = {nendo.year for nendo in targets}
    for planned in planned_evaluations(sheet):
        month, printed = planned.month, planned.printed
        if not due or month.nendo.year - 1 in due:
            continue
        when, after = years(targets), years([Nendo(year=min(nendo.year + 1, 9999)) for nendo in targets])
        yield CHECK.finding(
            planned.path,
            Contrast(after.ja, printed),
            Message(
                ja=f"評価の実施予定時期{printed}は{month.nendo}に当たり、目標年度（{when.ja}）の翌年度ではありません。",
                en=f"The evaluation planned for {month} lies in FY{month.nendo.year}, not in the year after a target year "
                f"({when.en}).",
            ),
            evidence(sheet, *targets.values()),
        )


def _target_years(sheet: Sheet) -> dict[Nendo, str]:
    """Each target year of the sheet, oldest first, with the path where it is first printed."""
    found: dict[Nendo, str] = {}
    for path, _, measure in sheet.measures():
        if measure.target.year.nendo:
            found.setdefault(measure.target.year.nendo, f"{path}/target/year")
    return dict(sorted(found.items(), key=lambda item: item[0].year))
