"""Where pages end: below a row at which no line of text is cut.

A merged cell may run over a page's end, its text may not. Each text fills a stretch of the paper; a page ends at the
last row within reach that no such stretch crosses, and that leaves together what belongs together, where there is one.

>>> page_ends((40.0, 40.0, 40.0), [(10.0, 70.0), (82.0, 118.0)], [], 100.0)
(2,)
>>> page_ends((40.0, 40.0, 40.0, 40.0), [], [(80.0, 160.0)], 130.0)
(2,)
>>> page_ends((40.0, 40.0, 40.0), [(10.0, 110.0)], [], 100.0)    # a text longer than a page is cut where it is full
(2,)
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

#: From where to where something is printed, in points from the form's top.
Stretch = tuple[float, float]

#: Sums of heights differ by less than this when they are the same.
_NOTHING = 0.01


def page_ends(
    heights: Sequence[float], texts: Iterable[Stretch], together: Iterable[Stretch], page: float
) -> tuple[int, ...]:
    """The rows after which a page ends (the last page's end is not listed).

    ``heights`` of the rows and ``page``, the room on one page, in points; no row is higher than a page. ``texts`` are
    cut only where one is longer than a page, what should stay ``together`` only where it is too long to.
    """
    edges = [0.0, *accumulate(heights)]
    whole = _uncut(edges, texts)
    best = whole & _uncut(edges, together)
    ends: list[int] = []
    start = 0
    while edges[-1] - edges[start] > page:
        within = [n for n in range(start + 1, len(edges)) if edges[n] <= edges[start] + page]
        start = max([n for n in within if n in best] or [n for n in within if n in whole] or within)
        ends.append(start)
    return tuple(ends)


def _uncut(edges: Sequence[float], stretches: Iterable[Stretch]) -> frozenset[int]:
    """The edges that no stretch crosses."""
    uncut = set(range(len(edges)))
    for top, bottom in stretches:
        uncut -= {n for n, edge in enumerate(edges) if top + _NOTHING < edge < bottom - _NOTHING}
    return frozenset(uncut)
