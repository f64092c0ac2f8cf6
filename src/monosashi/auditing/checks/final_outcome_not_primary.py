"""最終のアウトカム指標が、主要な測定指標でない / The final outcome is no primary indicator

規則: 施策目標の最後のアウトカム指標（アウトプットがそこへ至るとされるもの）に、主要な測定指標の印（○）がないことを示す。
Rule: The last outcome indicator of a goal, to which its outputs are said to lead, carries no primary mark.

適用しない場合: 主要な測定指標が表に一つも示されていないとき。アウトカム指標のない施策目標（no-outcome が示す）。
Does not apply: Where no indicator of the sheet is marked as primary; to a goal without outcome indicators (no-outcome says so).

良い例: ①セミナーの回数（アウトプット）、②受注件数（アウトカム）。
Right: ① seminars held (output), ② orders won (outcome).

悪い例: ①セミナーの回数（アウトプット）、2 受注件数（アウトカム）。
Wrong: ① seminars held (output), 2 orders won (outcome).
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Kind, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.goals import GoalIndicators, goal_indicators, ordinal
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import indicator_name

CHECK = Check("final-outcome-not-primary", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each goal whose last outcome is printed without the mark."""
    goals = goal_indicators(sheet)
    if not any(indicator.primary for goal in goals for indicator in goal.indicators.values()):
        return
    for goal in goals:
        outcomes = goal.of_kind(Kind.OUTCOME)
        if outcomes and not outcomes[-1][1].primary:
            yield _finding(sheet, goal)


def _finding(sheet: Sheet, goal: GoalIndicators) -> Finding:
    path, indicator, _ = goal.of_kind(Kind.OUTCOME)[-1]
    primary = {path: one for path, one in goal.indicators.items() if one.primary}
    printed = "、".join(unbroken(one.number.text) for one in primary.values())
    name, where = indicator_name(indicator), ordinal(goal)
    return CHECK.finding(
        f"{path.partition('/measures/')[0]}/number",
        Contrast("○", unbroken(indicator.number.text)),
        Message(
            ja=f"{where.ja}の最後のアウトカム指標である{name.ja}が、主要な測定指標ではありません（主要なのは{printed or 'なし'}）。",
            en=f"{where.en}: its last outcome, {name.en}, is not a primary indicator (primary: {printed or 'none'}).",
        ),
        evidence(sheet, f"{path}/name", *(f"{one}/number" for one in primary)),
    )
