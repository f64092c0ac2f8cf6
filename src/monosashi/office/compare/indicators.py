"""Indicators: added and ended, renumbered, moved; the mark of a primary one; the measures under each number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from monosashi.model import Measure, Message, Number, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.mark import plain_number
from monosashi.model.measuring.matching import Item
from monosashi.model.measuring.same_measures import MeasureMatch
from monosashi.model.measuring.same_wording import shortened, wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.goals import LeverMatch
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.measure_values import measure_changes
from monosashi.office.compare.measures import Standing, measure_name, standing
from monosashi.office.compare.primary import measure_primary_changes, primary_changes, same_group
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, came_or_went, moved
from monosashi.office.compare.years import value_reach

_INDICATOR = (ChangeKind.INDICATOR_ADDED, ChangeKind.INDICATOR_ENDED)
_MEASURE = (ChangeKind.MEASURE_ADDED, ChangeKind.MEASURE_ENDED)


def indicator_changes(
    before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...], levers: tuple[LeverMatch, ...]
) -> Iterator[Change]:
    """What changed of the indicators, in printed order; what is said of a number is said once for all its measures."""
    homes = {lever.before.path: lever.after.path for lever in levers if lever.before and lever.after}
    reaches = value_reach(before), value_reach(after)
    lasting = _lasting(measures)
    said: set[tuple[str, str]] = set()
    groups: set[tuple[str, str]] = set()
    for pair in measures:
        old = standing(before, pair.before.path) if pair.before else None
        new = standing(after, pair.after.path) if pair.after else None
        numbers = (old.path if old else "", new.path if new else "")
        if old and new and pair.before and pair.after:
            if numbers not in said:
                yield from _number_changes(old, new, homes, pair.score)
            yield from _group_changes(old, new, groups)
            subject = Subject(Part.INDICATORS, measure_name(after, pair.after.path, pair.after.noun))
            yield from measure_primary_changes(subject, (old, pair.before), (new, pair.after))
            yield from measure_changes(subject, pair.before, pair.after, reaches, pair.score)
        elif only := old or new:
            yield from _came_or_went(pair, only, lasting, told=numbers in said)
        said.add(numbers)


def _lasting(measures: Iterable[MeasureMatch]) -> dict[bool, set[str]]:
    """The indicators of which some measure is in both sheets: of the earlier sheet (False) and of the later (True)."""
    found = defaultdict(set)
    for pair in measures:
        if pair.before and pair.after:
            found[False].add(_indicator(pair.before.path))
            found[True].add(_indicator(pair.after.path))
    return found


def _indicator(measure: str) -> str:
    return measure.rpartition("/measures/")[0]


def _came_or_went(pair: MeasureMatch, at: Standing, lasting: dict[bool, set[str]], *, told: bool) -> Iterator[Change]:
    """An indicator that one sheet alone has; or a measure, where its number has others in both sheets."""
    if at.path in lasting[pair.after is not None]:
        subject = Subject(Part.INDICATORS, at.name)
        yield came_or_went(subject, _MEASURE, (_measure_spot(pair.before), _measure_spot(pair.after)))
    elif not told:
        names = "、".join(measure.name.name for measure in at.indicator.measures)
        here = Spot(at.path, names)
        sides = (NOWHERE, here) if pair.before is None else (here, NOWHERE)
        number = unbroken(at.indicator.number.text)
        name = Message(ja=f"指標{number}", en=f"Indicator {number}".rstrip())
        yield came_or_went(Subject(Part.INDICATORS, name), _INDICATOR, sides)


def _measure_spot(item: Item[Measure] | None) -> Spot:
    return Spot(item.path, item.noun.name.text) if item else NOWHERE


def _number_changes(old: Standing, new: Standing, homes: dict[str, str], score: float) -> Iterator[Change]:
    subject = Subject(Part.INDICATORS, _called(new))
    numbers = both(lambda at: Spot(f"{at.path}/number", at.indicator.number.text, value=True), old, new)
    if not same_number(old.indicator.number, new.indicator.number):
        what = Message(ja="番号", en="number")
        yield moved(subject, ChangeKind.INDICATOR_RENUMBERED, what, numbers, score=score)
    yield from primary_changes(subject, old, new, numbers)
    if homes.get(old.lever_path) != new.lever_path:
        what = Message(ja="施策手段", en="lever")
        levers = both(lambda at: Spot(at.path, at.lever.text or at.goal.text), old, new)
        yield moved(subject, ChangeKind.INDICATOR_MOVED, what, levers, score=score)


def _called(at: Standing) -> Message:
    """A number changes, so that the sentence names the indicator by its words as well."""
    name = shortened(at.indicator.group or at.indicator.measures[0].name.name)
    number = unbroken(at.indicator.number.text)
    return Message(ja=f"指標{number}「{name}」", en=f"Indicator {number} “{name}”")


def same_number(old: Number, new: Number) -> bool:
    """Whether two marks are the same number, with a circle or without, in whatever brackets."""
    return wording(plain_number(old)) == wording(plain_number(new))


def _group_changes(old: Standing, new: Standing, told: set[tuple[str, str]]) -> Iterator[Change]:
    """A group's name stands over several sub-indicators and is told once."""
    names = (wording(old.indicator.group), wording(new.indicator.group))
    if same_group(old.indicator, new.indicator) or names in told:
        return
    told.add(names)
    spots = both(lambda at: Spot(f"{at.path}/group", at.indicator.group), old, new)
    what = Message(ja="指標群の名前", en="name of its group")
    yield moved(Subject(Part.INDICATORS, new.name), ChangeKind.GROUP_REWORDED, what, spots)
