"""Goals and levers: matched by their words, or by the indicators they hold where these are the same ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Goal, Lever, Message, Sheet
from monosashi.model.measuring.matching import Item, Match, match
from monosashi.model.measuring.same_measures import MeasureMatch
from monosashi.model.measuring.same_wording import same_wording, wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, came_or_went, moved

GoalMatch = Match[Goal]
LeverMatch = Match[Lever]

_TEXT = Message(ja="文言", en="wording")


@dataclass(frozen=True)
class _Kinds:
    """What a goal or a lever is called, and the kinds of its changes."""

    name: Message
    came_or_went: tuple[ChangeKind, ChangeKind]
    reworded: ChangeKind


_GOAL = _Kinds(
    Message(ja="施策目標", en="Goal"), (ChangeKind.GOAL_ADDED, ChangeKind.GOAL_ENDED), ChangeKind.GOAL_REWORDED
)
_LEVER = _Kinds(
    Message(ja="施策手段", en="Lever"), (ChangeKind.LEVER_ADDED, ChangeKind.LEVER_ENDED), ChangeKind.LEVER_REWORDED
)


def match_goals(before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...]) -> tuple[GoalMatch, ...]:
    """The goals of both sheets."""
    return match(*(_goals(sheet, held) for sheet, held in zip((before, after), _paths(measures), strict=True)))


def match_levers(before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...]) -> tuple[LeverMatch, ...]:
    """The levers of both sheets, under whichever goal they stand."""
    return match(*(_levers(sheet, held) for sheet, held in zip((before, after), _paths(measures), strict=True)))


def goal_changes(goals: tuple[GoalMatch, ...], levers: tuple[LeverMatch, ...]) -> Iterator[Change]:
    """Goals, then levers: added, ended, reworded; and a lever that went over to another goal."""
    for goal in goals:
        yield from _text_changes(goal.before, goal.after, goal.score, _GOAL)
    homes = {goal.before.path: goal.after for goal in goals if goal.before}
    for lever in levers:
        yield from _text_changes(lever.before, lever.after, lever.score, _LEVER)
        if lever.before and lever.after:
            yield from _went_over(lever.before, lever.after, homes, lever.score)


def _text_changes(
    old: Item[Goal] | Item[Lever] | None, new: Item[Goal] | Item[Lever] | None, score: float, kinds: _Kinds
) -> Iterator[Change]:
    before, after = _spot(old), _spot(new)
    if old and new:
        if not same_wording(before.text, after.text):
            yield moved(Subject(Part.GOALS, kinds.name), kinds.reworded, _TEXT, (before, after), score=score)
    elif wording(before.text + after.text):  # a form that prints no goals has one without words
        yield came_or_went(Subject(Part.GOALS, kinds.name), kinds.came_or_went, (before, after))


def _went_over(
    old: Item[Lever], new: Item[Lever], homes: dict[str, Item[Goal] | None], score: float
) -> Iterator[Change]:
    home = homes.get(_goal_of(old.path))
    if (home and home.path == _goal_of(new.path)) or not wording(new.name):
        return
    subject = Subject(Part.GOALS, Message(ja=f"施策手段「{new.name}」", en=f"Lever “{new.name}”"))
    goal = Message(ja="施策目標", en="goal")
    before, after = Spot(old.path, old.around[0]), Spot(new.path, new.around[0])
    yield moved(subject, ChangeKind.LEVER_MOVED, goal, (before, after), score=score)


def _goal_of(lever: str) -> str:
    return lever.partition("/levers/")[0]


def _spot(item: Item[Goal] | Item[Lever] | None) -> Spot:
    return Spot(item.path, item.noun.text) if item else NOWHERE


def _paths(measures: tuple[MeasureMatch, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """The paths of the measures that both sheets have, with the number of the pair, on each side."""
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for n, pair in enumerate(measures):
        if pair.before and pair.after:
            found[0][pair.before.path] = n
            found[1][pair.after.path] = n
    return found


def _held(path: str, held: dict[str, int]) -> frozenset[int]:
    return frozenset(n for measure, n in held.items() if measure.startswith(f"{path}/"))


def _goals(sheet: Sheet, held: dict[str, int]) -> list[Item[Goal]]:
    paths = [f"/goals/{g}" for g in range(len(sheet.goals))]
    return [Item(path, goal, goal.text, holds=_held(path, held)) for path, goal in zip(paths, sheet.goals, strict=True)]


def _levers(sheet: Sheet, held: dict[str, int]) -> list[Item[Lever]]:
    found = []
    for g, goal in enumerate(sheet.goals):
        for v, lever in enumerate(goal.levers):
            path = f"/goals/{g}/levers/{v}"
            found.append(Item(path, lever, lever.text, around=(goal.text,), holds=_held(path, held)))
    return found
