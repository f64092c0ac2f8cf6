"""Rules -> frames: the cells that ruled lines make on a page, merged cells too.

The lines that touch one another are one table. Its lines cut it into narrow rows and columns; what no line parts is one
cell. Where a table has no outer border, or a page break cut a merged cell, the table's own end closes it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from monosashi.reading.pdf.rules import NEAR, clusters
from monosashi.reading.pdf.shapes import Box, Frame, Rule

#: How far a line may end from the line it is drawn to.
_REACH = 2.6
#: A line parts two cells where it runs along at least this share of the side they share.
_MOST_OF = 0.6
#: A side of a table that is ruled on less than this share of its length has no outer border at all.
_HARDLY = 0.1


class TooManyCells(Exception):
    """The lines of a page make more cells than may be read."""


class _Span(NamedTuple):
    """A part of one narrow row between two upright lines."""

    row: int
    left: int
    right: int


class _Net(NamedTuple):
    """The narrow rows and columns of a table, and which lines run along which of them (one bit for each)."""

    xs: list[float]
    ys: list[float]
    across: list[int]
    down: list[int]


def rules_to_frames(rules: Iterable[Rule], most: int) -> list[list[Frame]]:
    """The frames of each table of a page, in reading order. Raises ``TooManyCells`` beyond ``most``."""
    tables = []
    for group in rules_to_tables(list(rules)):
        net = _net(group)
        most -= sum(len(spans) for spans in (net.xs, net.ys))
        frames = _frames(net, most)
        most -= len(frames)
        if frames:
            tables.append(frames)
    tables.sort(key=lambda frames: (frames[0].box.top, frames[0].box.x0))
    return tables


def rules_to_tables(rules: list[Rule]) -> list[list[Rule]]:
    """Lines that touch one another, in groups of at least three, level and upright ones."""
    level = sorted((rule for rule in rules if not rule.upright), key=lambda rule: rule.at)
    owner = list(range(len(level)))

    def root(n: int) -> int:
        while owner[n] != n:
            owner[n] = owner[owner[n]]
            n = owner[n]
        return n

    ats = [rule.at for rule in level]
    touching: list[tuple[Rule, int]] = []
    alone: list[Rule] = []
    for rule in (rule for rule in rules if rule.upright):
        first = None
        for n in _within(ats, rule.start - _REACH, rule.end + _REACH):
            if level[n].start - _REACH <= rule.at <= level[n].end + _REACH:
                if first is None:
                    first = n
                    touching.append((rule, n))
                owner[root(n)] = root(first)
        if first is None:
            alone.append(rule)
    groups: dict[int, list[Rule]] = {}
    for n, rule in enumerate(level):
        groups.setdefault(root(n), []).append(rule)
    for rule, n in touching:
        groups[root(n)].append(rule)
    return _beside([group for group in groups.values() if len(group) > 2 and group[-1].upright], alone)


def _beside(groups: list[list[Rule]], alone: list[Rule]) -> list[list[Rule]]:
    """Puts together what runs side by side from the same top to the same foot: between cells as high as the page, cut by
    page breaks above and below, no level line holds the parts of a table together."""
    tables: list[tuple[float, float, list[Rule]]] = []
    for group in [*groups, *([rule] for rule in alone)]:
        upright = [rule for rule in group if rule.upright]
        top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
        same = (table for first, last, table in tables if abs(first - top) <= _REACH and abs(last - bottom) <= _REACH)
        beside = next(same, None)
        if beside is None:
            tables.append((top, bottom, list(group)))
        else:
            beside += group
    return [table for _, _, table in tables if not all(rule.upright for rule in table)]


def _within(values: list[float], low: float, high: float) -> range:

    return range(bisect_left(values, low), bisect_right(values, high))


def _net(group: list[Rule]) -> _Net:
    level = [rule for rule in group if not rule.upright]
    upright = [rule for rule in group if rule.upright]
    xs = _edges([rule.at for rule in upright], [x for rule in level for x in (rule.start, rule.end)])
    ys = _edges([rule.at for rule in level], [y for rule in upright for y in (rule.start, rule.end)])
    across = [0] * len(ys)
    down = [0] * len(xs)
    for rule in level:
        across[_nearest(ys, rule.at)] |= _covered(xs, rule.start, rule.end)
    for rule in upright:
        down[_nearest(xs, rule.at)] |= _covered(ys, rule.start, rule.end)
    return _Net(xs, ys, across, down)


def _edges(lines: list[float], ends: list[float]) -> list[float]:
    """Where a table's lines stand; and where it ends, if other lines run on beyond the last of them."""
    edges = [sum(group) / len(group) for group in clusters(lines)]
    for end in (min(ends), max(ends)):
        if end < edges[0] - _REACH:
            edges.insert(0, end)
        elif end > edges[-1] + _REACH:
            edges.append(end)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    n = bisect_left(edges, value)
    return n - 1 if n == len(edges) or (n and value - edges[n - 1] <= edges[n] - value) else n


def _covered(edges: list[float], start: float, end: float) -> int:
    """A bit for each interval between edges that a line runs along."""
    first, last = max(0, bisect_right(edges, start) - 1), bisect_left(edges, end)
    bits = 0
    for n in range(first, min(last, len(edges) - 1)):
        low, high = edges[n], edges[n + 1]
        if min(end, high) - max(start, low) >= _MOST_OF * (high - low):
            bits |= 1 << n
    return bits


def _frames(net: _Net, most: int) -> list[Frame]:
    if len(net.xs) < 2 or len(net.ys) < 2:
        return []
    rows = _rows(net, most)
    return [
        frame
        for spans in _joined(net, rows)
        for rectangle in _rectangles(spans)
        if (frame := _frame(net, rectangle, len(spans) == rectangle[3] - rectangle[1]))
    ]


def _rows(net: _Net, most: int) -> list[list[_Span]]:
    """Each narrow row, cut by the upright lines that run along it."""
    last = len(net.xs) - 1
    rows: list[list[_Span]] = []
    for row in range(len(net.ys) - 1):
        bit = 1 << row
        cuts = [0, *(n for n in range(1, last) if net.down[n] & bit), last]
        most -= len(cuts)
        if most < 0:
            raise TooManyCells
        rows.append([_Span(row, left, right) for left, right in pairwise(cuts)])
    return rows


def _joined(net: _Net, rows: list[list[_Span]]) -> Iterator[list[_Span]]:
    """The spans that no level line parts, each group from top to bottom."""
    groups: dict[_Span, list[_Span]] = {span: [span] for span in rows[0]}
    for above, below in pairwise(rows):
        line = net.across[below[0].row]
        k = 0
        for span in below:
            groups[span] = [span]
            while above[k].right <= span.left:
                k += 1
            n = k
            while n < len(above) and above[n].left < span.right:
                if not _is_parted(net.xs, line, max(above[n].left, span.left), min(above[n].right, span.right)):
                    _unite(groups, above[n], span)
                n += 1
    seen: set[int] = set()
    for group in groups.values():
        if id(group) not in seen:
            seen.add(id(group))
            yield group


def _unite(groups: dict[_Span, list[_Span]], one: _Span, other: _Span) -> None:
    keep, give = groups[one], groups[other]
    if keep is not give:
        if len(keep) < len(give):
            keep, give = give, keep
        keep += give
        for span in give:
            groups[span] = keep


def _is_parted(xs: list[float], line: int, left: int, right: int) -> bool:
    part = (line >> left) & ((1 << (right - left)) - 1)
    if part == (1 << (right - left)) - 1:
        return True
    if not part:
        return False
    ruled = sum(xs[n + 1] - xs[n] for n in range(left, right) if line >> n & 1)
    return ruled >= _MOST_OF * (xs[right] - xs[left])


def _rectangles(spans: list[_Span]) -> Iterator[tuple[int, int, int, int]]:
    """The upright rectangles a group of spans is made of: one, unless lines are missing. (left, top, right, bottom)"""
    open_: dict[tuple[int, int], tuple[int, int]] = {}
    for row, left, right in sorted(spans):
        first, last = open_.get((left, right), (row, row))
        if row > last:
            yield left, first, right, last
            first = row
        open_[left, right] = first, row + 1
    for (left, right), (first, last) in open_.items():
        yield left, first, right, last


def _frame(net: _Net, rectangle: tuple[int, int, int, int], whole: bool) -> Frame | None:
    """A rectangle as a frame; nothing where it is the empty corner of a table rather than a cell."""
    left, top, right, bottom = rectangle
    box = Box(net.xs[left], net.ys[top], net.xs[right], net.ys[bottom])
    if box.x1 - box.x0 < NEAR or box.bottom - box.top < NEAR:
        return None
    wide, high = (1 << (right - left)) - 1, (1 << (bottom - top)) - 1
    drawn_top = _is_drawn(net.xs, net.across[top] >> left & wide, left, right)
    drawn_bottom = _is_drawn(net.xs, net.across[bottom] >> left & wide, left, right)
    drawn_left = _is_drawn(net.ys, net.down[left] >> top & high, top, bottom)
    drawn_right = _is_drawn(net.ys, net.down[right] >> top & high, top, bottom)
    missing = [
        not drawn_top and not (whole and top == 0 and _is_bare(net.xs, net.across[0])),
        not drawn_bottom and not (whole and bottom == len(net.ys) - 1 and _is_bare(net.xs, net.across[-1])),
        not drawn_left and not (whole and left == 0 and _is_bare(net.ys, net.down[0])),
        not drawn_right and not (whole and right == len(net.xs) - 1 and _is_bare(net.ys, net.down[-1])),
    ]
    if sum(missing) > 1 and missing != [True, True, False, False]:
        return None
    return Frame(box, not drawn_top, not drawn_bottom)


def _is_drawn(edges: list[float], bits: int, first: int, last: int) -> bool:
    if bits == (1 << (last - first)) - 1:
        return True
    ruled = sum(edges[first + n + 1] - edges[first + n] for n in range(last - first) if bits >> n & 1)
    return ruled >= _MOST_OF * (edges[last] - edges[first])


def _is_bare(edges: list[float], bits: int) -> bool:
    """Whether a side of a table has hardly any line."""
    ruled = sum(edges[n + 1] - edges[n] for n in range(len(edges) - 1) if bits >> n & 1)
    return ruled < _HARDLY * (edges[-1] - edges[0])
