"""The indicators under each goal, and what a goal is called in a sentence."""

from dataclasses import dataclass

from monosashi.model import Indicator, Kind, Measure, Message, Sheet


@dataclass(frozen=True)
class GoalIndicators:
    """A goal's place among the goals (from 0), the path of its text, and its indicators by path, in printed order."""

    place: int
    path: str
    indicators: dict[str, Indicator]

    @property
    def measures(self) -> list[tuple[str, Indicator, Measure]]:
        """Each measure with its path and its indicator."""
        return [
            (f"{path}/measures/{n}", indicator, measure)
            for path, indicator in self.indicators.items()
            for n, measure in enumerate(indicator.measures)
        ]

    def of_kind(self, kind: Kind) -> list[tuple[str, Indicator, Measure]]:
        """The measures that carry that tag."""
        return [found for found in self.measures if found[2].name.kind is kind]


def goal_indicators(sheet: Sheet) -> list[GoalIndicators]:
    """Each goal that has indicators. A goal without a text is addressed as a whole."""
    goals: dict[int, dict[str, Indicator]] = {}
    for path, indicator in sheet.indicators():
        goals.setdefault(int(path.split("/")[2]), {})[path] = indicator
    return [
        GoalIndicators(n, f"/goals/{n}/text" if sheet.goals[n].text.strip() else f"/goals/{n}", indicators)
        for n, indicators in goals.items()
    ]


def ordinal(goal: GoalIndicators) -> Message:
    """第1の施策目標 / Goal 1."""
    return Message(ja=f"第{goal.place + 1}の施策目標", en=f"Goal {goal.place + 1}")
