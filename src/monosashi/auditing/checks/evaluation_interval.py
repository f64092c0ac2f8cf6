"""評価までが五年を超える / The evaluation is more than five years away

規則: 政策評価の実施予定時期が、表の年度から五年を超えた先にあることを示す。目標管理型の政策評価では、評価は三年から五年に一度行う（目標管理型の政策評
価の実施に関するガイドライン、平成25年12月20日）。
Rule: The evaluation is planned for more than five years after the sheet's own fiscal year. In goal-managed evaluation a
policy is evaluated once in three to five years (guideline of 20 December 2013).

適用しない場合: 標題の年度や実施予定時期が読み取れないとき。ガイドラインより前の表。五年より早いとき（毎年の表が同じ時期を印刷するので、
早すぎるかどうかは一枚の表からは分からない）。欄が予定ではなく、評価を実施した時期のとき。
Does not apply: Where the title's year or the planned month cannot be read; to sheets older than the guideline; to
evaluations sooner than that (every year's sheet of a period prints the same month, so one sheet cannot tell that it is
too soon); where the cell states when the evaluation was done.

良い例: 令和3年度の表で、実施予定時期は令和6年8月。
Right: A sheet of fiscal 2021 with an evaluation in August 2024.

悪い例: 令和3年度の表で、実施予定時期は令和10年8月。
Wrong: A sheet of fiscal 2021 with an evaluation in August 2028.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.planned_evaluation import planned_evaluations
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("evaluation-interval", Severity.NOTE)

#: The first fiscal year whose sheets were made under the guideline.
_FIRST = 2014
_LONGEST = 5


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """The planned month of an evaluation that lies too far ahead."""
    since = sheet.title.nendo
    if not since or since.year < _FIRST:
        return
    for planned in planned_evaluations(sheet):
        away = planned.month.nendo.year - since.year
        if away > _LONGEST:
            yield _finding(sheet, planned.path, planned.printed, since, away)


def _finding(sheet: Sheet, path: str, printed: str, since: Nendo, away: int) -> Finding:
    when = years((since,))
    return CHECK.finding(
        path,
        Contrast(f"≦{_LONGEST}年", f"{away}年"),
        Message(
            ja=f"評価の実施予定時期{printed}は、表の年度（{when.ja}）の{away}年後に当たり、三年から五年に一度という評価の間隔を超えています。",
            en=f"The evaluation is planned for {away} years after the sheet's own year ({when.en}); a policy is to be evaluated once "
            "in three to five years.",
        ),
        evidence(sheet, "/title"),
    )
