"""Measures: where one stands, and how a sentence names it."""

from dataclasses import dataclass

from monosashi.model import Goal, Indicator, Lever, Measure, Message, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.same_wording import shortened


@dataclass(frozen=True)
class Standing:
    """Where a measure stands: its indicator, its lever, its goal."""

    path: str
    indicator: Indicator
    lever: Lever
    goal: Goal

    @property
    def lever_path(self) -> str:
        """The lever's path."""
        return self.path.partition("/indicators/")[0]

    @property
    def name(self) -> Message:
        """指標④ / Indicator ④; by its group's or its own name where no number is printed."""
        number = unbroken(self.indicator.number.text)
        if number:
            return Message(ja=f"指標{number}", en=f"Indicator {number}")
        name = shortened(self.indicator.group or self.indicator.measures[0].name.name)
        return Message(ja=f"指標「{name}」", en=f"Indicator “{name}”")


def standing(sheet: Sheet, measure: str) -> Standing:
    """Where the measure of that path stands."""
    g, v, i = (int(step) for step in measure.split("/")[2:7:2])
    goal = sheet.goals[g]
    lever = goal.levers[v]
    return Standing(measure.rpartition("/measures/")[0], lever.indicators[i], lever, goal)


def measure_name(sheet: Sheet, path: str, measure: Measure) -> Message:
    """指標④「民間資金の誘発」: a measure's number and name, as a sentence begins."""
    at = standing(sheet, path)
    number, name = unbroken(at.indicator.number.text), shortened(measure.name.name)
    return Message(ja=f"指標{number}「{name}」", en=f"Indicator {number} “{name}”" if number else f"Indicator “{name}”")
