"""Rows of the tree of goals, levers, indicators and measures, each with the lasting ids that it holds.

The tree is taken apart into rows so that a measure (or what holds it) that one person has moved to another lever is still
the one that another person has edited at its old place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from monosashi.model import Noun, Sheet
from monosashi.office.authoring.merging.matching import matched

#: What each level of the tree calls the rows below it; the sheet itself is the level above the goals.
LEVELS = ("goals", "levers", "indicators", "measures")


@dataclass(eq=False)
class Row:
    """A node of the tree. ``place``: among the rows of its ``holder``; ``holds``: the lasting ids in it."""

    noun: Noun
    level: int
    place: int = 0
    holder: Row | None = None
    rows: list[Row] = field(default_factory=list)
    holds: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """Where it stands in its sheet."""
        return f"{self.holder.path}/{LEVELS[self.level - 1]}/{self.place}" if self.holder else ""

    def walk(self, level: int) -> Iterator[Row]:
        """The rows of a level, in printed order."""
        if self.level == level:
            yield self
        else:
            for row in self.rows:
                yield from row.walk(level)


def tree_of(sheet: Sheet, identities: Mapping[str, str]) -> Row:
    """The rows of a sheet."""
    return _row(sheet, 0, identities, "")


def _row(noun: Noun, level: int, identities: Mapping[str, str], path: str) -> Row:
    row = Row(noun, level)
    if level < len(LEVELS):
        for n, below in enumerate(getattr(noun, LEVELS[level])):
            child = _row(below, level + 1, identities, f"{path}/{LEVELS[level]}/{n}")
            child.place, child.holder = n, row
            row.rows.append(child)
        row.holds = frozenset().union(*(child.holds for child in row.rows))
    elif path in identities:
        row.holds = frozenset({identities[path]})
    return row


def matched_rows(old: Row, new: Row) -> dict[Row, Row]:
    """From each row of one tree to what it is in another: by the ids they share, most first; where one of two holds none, by where
    they stand in what holds them."""
    found: dict[Row, Row] = {old: new}
    for level in range(1, len(LEVELS) + 1):
        olds, news = list(old.walk(level)), list(new.walk(level))
        shared = [
            (-len(a.holds & b.holds), abs(i - j), i, j)
            for i, a in enumerate(olds)
            for j, b in enumerate(news)
            if a.holds & b.holds
        ]
        taken: set[int] = set()
        for _, _, i, j in sorted(shared):
            if olds[i] not in found and j not in taken:
                found[olds[i]] = news[j]
                taken.add(j)
        _by_place(found, olds, {id(news[j]) for j in taken})
    return found


def _by_place(found: dict[Row, Row], olds: Sequence[Row], taken: set[int]) -> None:
    """Match the rows without ids in common that stand in the same holder."""
    for holder in dict.fromkeys(row.holder for row in olds if row not in found):
        twin = found.get(holder) if holder else None
        if holder is None or twin is None:
            continue
        rest = [row for row in holder.rows if row not in found]
        others = [row for row in twin.rows if id(row) not in taken]
        for i, j in matched([row.noun for row in rest], [row.noun for row in others]).items():
            if not (rest[i].holds and others[j].holds):
                found[rest[i]] = others[j]
                taken.add(id(others[j]))
