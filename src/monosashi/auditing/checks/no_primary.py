"""主要な測定指標のない施策目標がある / A goal without a primary indicator

規則: 主要な測定指標に○を付す表では、施策目標ごとに少なくとも一つの主要な測定指標がある。
Rule: On a sheet that marks primary indicators, each goal has at least one.

適用しない場合: 主要な測定指標が表に一つも示されていないとき（○を付さない様式）。指標のない施策目標。
Does not apply: Where no indicator of the sheet is marked as primary (a form without the mark); to a goal without indicators.

良い例: 第一の施策目標が①と2、第二の施策目標が③。
Right: Indicators ① and 2 under the first goal, ③ under the second.

悪い例: 第一の施策目標が①と2、第二の施策目標が3。
Wrong: Indicators ① and 2 under the first goal, 3 under the second.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.goals import GoalIndicators, goal_indicators, ordinal
from monosashi.model.measuring.printed import evidence

CHECK = Check("no-primary", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each goal whose indicators carry no primary mark though others do."""
    goals = goal_indicators(sheet)
    if any(indicator.primary for goal in goals for indicator in goal.indicators.values()):
        for goal in goals:
            if not any(indicator.primary for indicator in goal.indicators.values()):
                yield _finding(sheet, goal)


def _finding(sheet: Sheet, goal: GoalIndicators) -> Finding:
    printed = "、".join(unbroken(indicator.number.text) for indicator in goal.indicators.values())
    name = ordinal(goal)
    return CHECK.finding(
        goal.path,
        Contrast("○", printed),
        Message(
            ja=f"{name.ja}の指標（{printed}）に、主要な測定指標（○）がありません。",
            en=f"{name.en} has no primary indicator among its own ({printed}).",
        ),
        evidence(sheet, *(f"{path}/number" for path in goal.indicators)),
    )
