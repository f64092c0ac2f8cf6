"""Which measures of two sheets are one and the same, under whichever goal, lever and number they stand."""

from monosashi.model import Measure, Sheet
from monosashi.model.mark import plain_number
from monosashi.model.measuring.matching import Item, Match, match

MeasureMatch = Match[Measure]


def match_measures(before: Sheet, after: Sheet) -> tuple[MeasureMatch, ...]:
    """Every measure of both sheets once: matched by name, number and unit, or alone."""
    return match(_items(before), _items(after))


def _items(sheet: Sheet) -> list[Item[Measure]]:
    found = []
    for path, indicator, measure in sheet.measures():
        g, v = (int(step) for step in path.split("/")[2:5:2])
        goal = sheet.goals[g]
        marks = (plain_number(indicator.number), measure.unit)
        around = (indicator.number.text, indicator.group, goal.levers[v].text, goal.text)
        found.append(Item(path, measure, measure.name.name, marks=marks, around=around))
    return found
