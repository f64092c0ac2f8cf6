"""Matching: which things of two sheets are one and the same.

First those of equal names (without regard to line breaks, blanks and widths); then, best first, those whose score is
at least ``THRESHOLD``. The score is eight parts likeness of the names and two parts equal marks (number, unit),
shared evenly; for things that hold others (a goal its indicators) it is the share of these, where that is higher.
Among equally good partners the one whose other content agrees most is taken, then the one nearest in place, so that
things of one name are not confused. Each is matched once, and the same whichever sheet comes first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from monosashi.model import Noun
from monosashi.model.folding import key
from monosashi.model.measuring.likeness import likeness
from monosashi.model.path import leaves

#: Below this, two names are two things. A name of which half the pairs of characters stay, with number and unit, is
#: matched; so is one that keeps two thirds without them.
THRESHOLD = 0.5
_WEIGHT_OF_MARKS = 0.2

T = TypeVar("T", bound=Noun)


@dataclass(frozen=True)
class Item(Generic[T]):
    """A thing to be matched: its name, the marks that count with the name, and what else tells equals apart. Things
    of different kinds are never one."""

    path: str
    noun: T
    name: str
    kind: str = ""
    marks: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    holds: frozenset[int] = frozenset()

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Everything that is printed on it and around it, as keys."""
        return (*map(key, self.marks), *map(key, self.around), *(key(text) for _, text in leaves(self.noun)))


@dataclass(frozen=True)
class Match(Generic[T]):
    """Two things taken for one, with the score; or one that has no partner."""

    before: Item[T] | None
    after: Item[T] | None
    score: float = 1.0


@dataclass(frozen=True, order=True)
class _Candidate:
    """A pair, ordered so that the best comes first; no tie is left that the order of the sheets could decide."""

    worse: float
    apart: float
    distance: int
    place: int
    i: int
    j: int


def match(before: Sequence[Item[T]], after: Sequence[Item[T]]) -> tuple[Match[T], ...]:
    """Every thing of both sheets once, in the printed order of the later; what ended stands where it stood."""
    equal = _assigned(_same_names(before, after), before, after, {})
    taken = set(equal.values())
    rest = [
        (i, j, score(old, new))
        for i, old in enumerate(before)
        if i not in equal
        for j, new in enumerate(after)
        if j not in taken and old.kind == new.kind
    ]
    found = _assigned(rest, before, after, equal)
    return tuple(_in_printed_order(before, after, found))


def score(old: Item[T], new: Item[T]) -> float:
    """How sure it is that the two are one, 0 to 1, to two decimals."""
    if key(old.name) == key(new.name):
        return 1.0
    by_name = likeness(old.name, new.name)
    if old.marks:
        equal = sum(bool(left) and left == right for left, right in zip(old.marks, new.marks, strict=True))
        by_name = (1 - _WEIGHT_OF_MARKS) * by_name + _WEIGHT_OF_MARKS * equal / len(old.marks)
    held = len(old.holds) + len(new.holds)
    by_holding = 2 * len(old.holds & new.holds) / held if held else 0.0
    return round(max(by_name, by_holding), 2)


def _same_names(before: Sequence[Item[T]], after: Sequence[Item[T]]) -> Iterator[tuple[int, int, float]]:
    named = defaultdict(list)
    for j, new in enumerate(after):
        named[new.kind, key(new.name)].append(j)
    for i, old in enumerate(before):
        for j in named[old.kind, key(old.name)]:
            yield i, j, 1.0


def _assigned(
    pairs: Iterable[tuple[int, int, float]],
    before: Sequence[Item[T]],
    after: Sequence[Item[T]],
    given: dict[int, int],
) -> dict[int, int]:
    """The pairs taken best first, each thing once, beside those already given."""
    candidates = sorted(
        _Candidate(-score, -_agreement(before[i], after[j]), abs(i - j), i + j, i, j)
        for i, j, score in pairs
        if score >= THRESHOLD
    )
    found, taken = dict(given), set(given.values())
    for each in candidates:
        if each.i not in found and each.j not in taken:
            found[each.i] = each.j
            taken.add(each.j)
    return found


def _agreement(old: Item[T], new: Item[T]) -> float:
    """The share of their content that agrees; what they hold in common counts first."""
    one, other = old.content, new.content
    equal = sum(left == right for left, right in zip(one, other, strict=False))
    return len(old.holds & new.holds) + 2 * equal / ((len(one) + len(other)) or 1)


def _in_printed_order(before: Sequence[Item[T]], after: Sequence[Item[T]], found: dict[int, int]) -> Iterator[Match[T]]:
    olds = {j: i for i, j in found.items()}
    ended = defaultdict(list)
    behind = -1
    for i, old in enumerate(before):
        behind = found.get(i, behind)
        if i not in found:
            ended[behind].append(old)
    for j in range(-1, len(after)):
        if j in olds:
            yield Match(before[olds[j]], after[j], score(before[olds[j]], after[j]))
        elif j >= 0:
            yield Match(None, after[j])
        yield from (Match(old, None) for old in ended[j])
