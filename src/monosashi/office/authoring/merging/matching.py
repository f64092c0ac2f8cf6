"""Matching rows of two states of one sheet: which row of the one is which of the other.

Measures are known by their lasting ids, and what holds measures by those it holds. Other rows are known by what names
them (the year of a column, the mark of a note, the name of a programme); then by equal content; then by where they stand
between rows that are known; a row that is none of these has come or gone.
"""

from collections.abc import Callable, Hashable, Sequence

from monosashi.model import (
    Actual,
    Budget,
    BudgetAmount,
    BudgetItem,
    BudgetRow,
    CabinetLink,
    MoneyCell,
    Note,
    Noun,
    PrintedNendo,
    Programme,
    Rationale,
    Statement,
    YearTarget,
)
from monosashi.model.folding import key
from monosashi.model.measuring.likeness import likeness
from monosashi.model.path import leaves
from monosashi.model.sheet import Label
from monosashi.office.authoring.structure.years import slot_of

#: Rows less alike than this, between known neighbours of unequal number, are two rows.
_ALIKE = 0.5

#: By what the rows of a kind are named; an empty name names nothing.
_NAMES: dict[type[Noun], Callable[..., Hashable]] = {
    Actual: lambda one: slot_of(one.year),
    YearTarget: lambda one: tuple(slot_of(year) for year in one.years),
    MoneyCell: lambda one: slot_of(one.year) if one.year.text else "",
    BudgetAmount: lambda one: tuple(slot_of(year) for year in one.years),
    PrintedNendo: slot_of,
    Statement: lambda one: (one.role, key(one.label)),
    Label: lambda one: one.role,
    Rationale: lambda one: one.measures,
    Programme: lambda one: key(one.name.name),
    CabinetLink: lambda one: key(one.name),
    Note: lambda one: key(one.mark),
    BudgetRow: lambda one: key(one.label),
    Budget: lambda one: key(one.label),
    BudgetItem: lambda one: (one.number, key(one.item), key(one.matter)),
}


def matched(olds: Sequence[Noun], news: Sequence[Noun]) -> dict[int, int]:
    """From the place of a row among ``olds`` to its place among ``news``, each once; rows that came or went are not in
    it."""
    found: dict[int, int] = {}
    for by in (_name, _itself):
        _take(found, olds, news, by)
    _between(found, olds, news)
    return found


def _itself(noun: Noun) -> Hashable:
    return noun


def _name(noun: Noun) -> Hashable:
    namer = _NAMES.get(type(noun))
    return namer(noun) if namer else ""


def _take(found: dict[int, int], olds: Sequence[Noun], news: Sequence[Noun], by: Callable[[Noun], Hashable]) -> None:
    """Match the rows for which ``by`` gives the same, in order; what it gives nothing for is left."""
    taken = set(found.values())
    waiting: dict[Hashable, list[int]] = {}
    for j, new in enumerate(news):
        if j not in taken and by(new):
            waiting.setdefault(by(new), []).append(j)
    for i, old in enumerate(olds):
        if i not in found and by(old) and waiting.get(by(old)):
            found[i] = waiting[by(old)].pop(0)


def _between(found: dict[int, int], olds: Sequence[Noun], news: Sequence[Noun]) -> None:
    """Match, between rows that are known, those that are left: in order where they are as many, else by likeness."""
    backward = {j: i for i, j in found.items()}
    left_old, left_new = _gaps(len(olds), found), _gaps(len(news), backward)
    for (before, after), places in left_old.items():
        known = (found.get(before, -1), found.get(after, len(news)))
        others = left_new.get(known, [])
        if len(places) == len(others):
            found.update(zip(places, others, strict=True))
            continue
        rest = list(others)
        for i in places:
            best = max(rest, key=lambda j: _alike(olds[i], news[j]), default=None)
            if best is not None and _alike(olds[i], news[best]) >= _ALIKE:
                found[i] = best
                rest = [j for j in rest if j > best]


def _gaps(count: int, known: dict[int, int]) -> dict[tuple[int, int], list[int]]:
    """The places that are not known, by the known ones before and behind them."""
    gaps: dict[tuple[int, int], list[int]] = {}
    for n in range(count):
        if n not in known:
            before = next((k for k in range(n - 1, -1, -1) if k in known), -1)
            after = next((k for k in range(n + 1, count) if k in known), count)
            gaps.setdefault((before, after), []).append(n)
    return gaps


def _alike(old: Noun, new: Noun) -> float:
    return likeness("".join(text for _, text in leaves(old)), "".join(text for _, text in leaves(new)))


def both_added(mine: Sequence[Noun], theirs: Sequence[Noun]) -> dict[int, int]:
    """Which of the rows that two people have added are one: columns of one year, and rows of equal content."""
    found: dict[int, int] = {}
    columns = (Actual, YearTarget, MoneyCell, BudgetAmount)
    _take(found, mine, theirs, lambda one: _name(one) if isinstance(one, columns) else "")
    _take(found, mine, theirs, lambda one: one)
    return found
