"""アウトカム指標のない施策目標がある / A goal without an outcome indicator

規則: 施策目標の測定指標がすべてアウトプット指標であることを示す。何をしたかだけが測られ、何がもたらされたかは測られない。
Rule: All indicators of a goal are outputs: what is done is measured, and nothing of what it brings about.

適用しない場合: 種別（アウトプット、アウトカム）の書かれていない指標が、その施策目標にあるとき。種別を書かない様式のとき。
Does not apply: Where an indicator of the goal prints no kind (output or outcome), or the form prints none at all.

良い例: 会議への参加回数（アウトプット）と、合意した案件数（アウトカム）。
Right: Meetings attended (output) and agreements reached (outcome).

悪い例: 会議への参加回数（アウトプット）だけ。
Wrong: Meetings attended (output) only.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Kind, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.goals import goal_indicators, ordinal
from monosashi.model.measuring.printed import evidence

CHECK = Check("no-outcome", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each goal whose measures are all tagged as outputs."""
    for goal in goal_indicators(sheet):
        if not goal.measures or len(goal.of_kind(Kind.OUTPUT)) < len(goal.measures):
            continue
        printed = "、".join(unbroken(indicator.number.text) for indicator in goal.indicators.values())
        name = ordinal(goal)
        yield CHECK.finding(
            goal.path,
            Contrast("アウトカム", "アウトプット"),
            Message(
                ja=f"{name.ja}の指標（{printed}）はすべてアウトプット指標で、アウトカム指標がありません。",
                en=f"{name.en} has output indicators only ({printed}) and no outcome indicator.",
            ),
            evidence(sheet, *(f"{path}/name" for path, _, _ in goal.measures)),
        )
