"""Strips: how wide the columns and how high the rows of a paper are that does not tell it.

A reading keeps which rows and columns a cell spans, not how wide they were. Enough to draw it: each cell asks for the
room its text needs, and the strips it lies across share what is still lacking, the narrow cells first.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: From the first strip a cell lies across to the one after its last.
Span = tuple[int, int]


@dataclass(frozen=True)
class Strips:
    """The edges of rows or of columns: where each number begins on the picture, in points."""

    numbers: tuple[int, ...]
    edges: tuple[float, ...]

    @property
    def length(self) -> float:
        """From the first edge to the last."""
        return self.edges[-1] if self.edges else 0.0

    def at(self, first: int, last: int) -> tuple[float, float]:
        """Where the strips numbered ``first`` to ``last``, both among them, begin and end."""
        return self.edges[bisect_left(self.numbers, first)], self.edges[bisect_left(self.numbers, last + 1)]


def strips(spans: Sequence[tuple[int, int]], needs: Iterable[float], least: float) -> Strips:
    """The strips for cells that lie from a first number to a last. ``needs``: the room each asks for, in points;
    ``least``: what every strip has. Numbers that no cell begins or ends at take no room of their own, so that an
    empty million of rows is one narrow strip."""
    numbers = tuple(sorted({edge for first, last in spans for edge in (first, last + 1)}))
    sizes = [least] * max(0, len(numbers) - 1)
    places = {number: n for n, number in enumerate(numbers)}
    asked = sorted(
        ((places[first], places[last + 1], need) for (first, last), need in zip(spans, needs, strict=True)),
        key=lambda one: one[1] - one[0],
    )
    for start, end, need in asked:
        lacking = need - sum(sizes[start:end])
        if lacking > 0:
            sizes[start:end] = [size + lacking / (end - start) for size in sizes[start:end]]
    edges = [0.0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return Strips(numbers, tuple(edges))
