"""Goals and levers of a text: short statements that are no sentences, set over the measures they fit, in order.

Where the layout is lost, a goal or lever is known by how such texts end, and belongs to a run of measures whose names
and rationales are most like it.
"""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from monosashi.forms import Form, label_key
from monosashi.model import (
    Actual,
    Baseline,
    Goal,
    Indicator,
    Lever,
    Measure,
    MeasureName,
    Nendo,
    PrintedNendo,
    Rationale,
    Target,
    Value,
    YearTarget,
)
from monosashi.model.folding import unbroken
from monosashi.model.indicator import read_actual
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind
from monosashi.reading.text.likeness import likeness
from monosashi.reading.text.measures import Draft, number_of
from monosashi.reading.text.why import SAME_YEAR, VALUES, WORDING
from monosashi.reading.text.years import printed_year

_SHORTEST, _LONGEST = 12, 130


def read_goals(
    desk: Desk, form: Form, drafts: list[Draft], years: list[Item], like: Nendo | None
) -> tuple[tuple[Goal, ...], tuple[Rationale, ...]]:
    """The goals with all below them, and the rationales."""
    goals, levers = _statements(desk, form, drafts)
    said = [_words(draft) for draft in drafts]
    of_goal = _in_order([unbroken(item.text) for item in goals], said)
    of_lever = _in_order([unbroken(item.text) for item in levers], said)
    keys: list[tuple[int, int]] = []
    for n, draft in enumerate(drafts):  # measures under one number stand under one goal and lever
        keys.append(keys[-1] if draft.shares_number and keys else (of_goal[n], of_lever[n]))
    build = _Build(desk, years, like)
    found: list[Goal] = []
    for g, members in _runs(range(len(drafts)), lambda n: keys[n][0]):
        path = f"/goals/{len(found)}"
        text = build.statement(goals[g] if g >= 0 else None, f"{path}/text")
        inner: list[Lever] = []
        for v, measures in _runs(members, lambda n: keys[n][1]):
            at = f"{path}/levers/{len(inner)}"
            words = build.statement(levers[v] if v >= 0 else None, f"{at}/text")
            inner.append(Lever(text=words, indicators=build.indicators([drafts[n] for n in measures], at)))
        found.append(Goal(text=text, levers=tuple(inner)))
    return tuple(found), build.rationales()


def _words(draft: Draft) -> str:
    return unbroken(draft.name.text) + "".join(unbroken(reason.items[0].text) for reason in draft.reasons)


def _runs(numbers: Iterable[int], of: Callable[[int], int]) -> list[tuple[int, list[int]]]:
    return [(value, list(run)) for value, run in groupby(numbers, key=of)]


def _statements(desk: Desk, form: Form, drafts: list[Draft]) -> tuple[list[Item], list[Item]]:
    """The free short texts among the measures: goals by how they end, the others levers."""
    if not drafts:
        return [], []
    last = max(desk.index(item) for draft in drafts for item in (draft.name, *(r.items[-1] for r in draft.reasons)))
    reasons = {id(item) for draft in drafts for reason in draft.reasons for item in reason.items}
    looks = re.compile(form.table("indicators").column("goal").looks_like or "こと$")
    first = _first_line(desk, form) if desk.columns else 0
    short = [
        item
        for item in desk.free(Kind.PROSE)
        if id(item) not in reasons and _is_short(item) and desk.index(item) <= last + 4 and item.line > first
    ]
    goals = [item for item in short if looks.search(unbroken(item.text))]
    return goals, [item for item in short if item not in goals]


def _first_line(desk: Desk, form: Form) -> int:
    """The line of the indicator table's first label: where columns are kept, its texts stand below."""
    column = form.table("indicators").column("indicator")
    return min((item.line for item in desk.furniture if label_key(item.text) in column.keys), default=0)


def _is_short(item: Item) -> bool:
    flat = unbroken(item.text)
    return _SHORTEST <= len(flat) <= _LONGEST and "。" not in flat and len(item.pieces) > 1


def _in_order(texts: list[str], said: list[str]) -> list[int]:
    """For each measure the statement it stands under: runs in order, so that the sum of likenesses is greatest; -1
    where there is none."""
    if not texts:
        return [-1] * len(said)
    score: list[list[float]] = []
    back: list[list[int]] = []
    for n, words in enumerate(said):
        row, from_ = [], []
        for t, text in enumerate(texts):
            options = [(score[n - 1][p], p) for p in (t, t - 1) if p >= 0] if n else ([(0.0, 0)] if t == 0 else [])
            best = max(options, default=(float("-inf"), 0))
            row.append(best[0] + likeness(text, words))
            from_.append(best[1])
        score.append(row)
        back.append(from_)
    at = max(range(len(texts)), key=lambda t: score[-1][t]) if said else 0
    found = []
    for n in range(len(said) - 1, -1, -1):
        found.append(at)
        at = back[n][at]
    return found[::-1]


class _Build:
    """Nouns from drafts, each value placed as it is used."""

    def __init__(self, desk: Desk, years: list[Item], like: Nendo | None) -> None:
        self.desk, self.years, self.like = desk, years, like
        self.dashes = iter([run for run in desk.runs(Kind.DASH, lambda *_: True) if len(run) == len(years)])
        self.spoken: dict[int, tuple[list[Item], list[str]]] = {}

    def statement(self, item: Item | None, path: str) -> str:
        """The text of a goal or lever."""
        self.desk.take(path, [item] if item else [], WORDING if item else None)
        return item.text if item else ""

    def indicators(self, drafts: list[Draft], path: str) -> tuple[Indicator, ...]:
        """The indicators under a lever: measures of one number together."""
        found: list[Indicator] = []
        for _, run in groupby(drafts, key=lambda draft: id(draft.number or draft)):
            at = f"{path}/indicators/{len(found)}"
            members = list(run)
            number = members[0].number
            why = next((draft.number_why for draft in reversed(members) if draft.number_why), None)
            self.desk.take(f"{at}/number", [number] if number else [], why)
            measures = tuple(self._measure(draft, f"{at}/measures/{m}") for m, draft in enumerate(members))
            found.append(Indicator(number=number_of(members[0]), measures=measures))
        return tuple(found)

    def _measure(self, draft: Draft, path: str) -> Measure:
        strand = draft.strand
        self.desk.take(f"{path}/name", [draft.name])
        for reason in draft.reasons:
            self.spoken.setdefault(id(reason), (reason.items, []))[1].append(path)
        return Measure(
            name=MeasureName.model_validate(draft.name.text),
            baseline=Baseline(
                value=self._value(strand.baseline if strand else None, f"{path}/baseline/value"),
                year=self._year(draft.base_year, f"{path}/baseline/year"),
            ),
            target=Target(
                value=self._value(strand.target if strand else None, f"{path}/target/value"),
                year=self._year(draft.target_year, f"{path}/target/year"),
            ),
            targets=self._targets(strand.yearly if strand else [], path),
            actuals=self._actuals(path, expected=bool(strand and strand.yearly)),
        )

    def _value(self, item: Item | None, path: str) -> Value:
        self.desk.take(path, [item] if item else [], VALUES if item else None)
        return Value.model_validate(item.text if item else "")

    def _year(self, item: Item | None, path: str) -> PrintedNendo:
        self.desk.take(path, [item] if item else [], SAME_YEAR if item else None)
        return printed_year(item, self.like) if item else PrintedNendo(text="")

    def _targets(self, yearly: list[Item], path: str) -> tuple[YearTarget, ...]:
        whole = len(yearly) == 1
        found: list[YearTarget] = []
        for t, item in enumerate(yearly):
            heads = self.years if whole else self.years[t : t + 1]
            value = self._value(item, f"{path}/targets/{t}/value")
            years = tuple(printed_year(head, self.like) for head in heads)
            for y, head in enumerate(heads):
                self.desk.take(f"{path}/targets/{t}/years/{y}", [head])
            found.append(YearTarget(years=years, value=value))
        return tuple(found)

    def _actuals(self, path: str, *, expected: bool) -> tuple[Actual, ...]:
        dashes = next(self.dashes, [])
        found: list[Actual] = []
        for y, head in enumerate(self.years):
            self.desk.take(f"{path}/actuals/{y}/year", [head])
            own = dashes[y : y + 1]
            self.desk.take(f"{path}/actuals/{y}/value", own, VALUES if own else None)
            text = own[0].text if own else ""
            year = self.like.year if self.like else None
            found.append(read_actual(text, printed_year(head, self.like), year, expected=expected))
        return tuple(found)

    def rationales(self) -> tuple[Rationale, ...]:
        """The rationales that measures were given, with the paths of the measures."""
        found: list[Rationale] = []
        for items, paths in self.spoken.values():
            self.desk.take(f"/rationales/{len(found)}", items, WORDING)
            said = Rationale.model_validate("\n".join(item.text for item in items))
            found.append(said.model_copy(update={"measures": tuple(paths)}))
        return tuple(found)
