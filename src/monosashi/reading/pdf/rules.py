"""Strokes -> rules: the ruled lines of a page.

Double borders and borders drawn twice become one line; dashed, dotted and hair borders, drawn in many short pieces,
become one line; so do the borders of neighbouring cells, each drawn by its own cell.
"""

from collections.abc import Iterable

from monosashi.reading.pdf.shapes import Rule, Stroke

#: Lines closer than this are one border (a double border is up to 2.25 pt wide).
NEAR = 2.2
#: Pieces of a line may lie this far apart and still be one line; short ones, the dashes of a border, farther.
GAP = 1.2
DASH, DASH_GAP = 12.0, 3.2
#: Shorter lines are dots, ticks and marks.
SHORTEST = 4.0


def strokes_to_rules(strokes: Iterable[Stroke]) -> list[Rule]:
    """The level lines from top to bottom, then the upright ones from left to right."""
    ways: tuple[list[Stroke], list[Stroke]] = ([], [])
    for stroke in strokes:
        ways[stroke.upright].append(stroke)
    return [rule for way in ways for rule in _rules(way)]


def clusters(values: Iterable[float], near: float = NEAR) -> list[list[float]]:
    """Sorted values in groups: neighbours closer than ``near``, no group wider than half as much again.

    >>> clusters([10.0, 1.0, 2.0, 3.1])
    [[1.0, 2.0, 3.1], [10.0]]
    """
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < near and value - groups[-1][0] < 1.5 * near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def _rules(strokes: list[Stroke]) -> list[Rule]:
    found: list[Rule] = []
    strokes.sort(key=lambda stroke: stroke.at)
    chain: list[Stroke] = []
    for stroke in strokes:
        if chain and stroke.at - chain[-1].at >= NEAR:
            found += _chained(chain)
            chain = []
        chain.append(stroke)
    return found + (_chained(chain) if chain else [])


def _chained(chain: list[Stroke]) -> list[Rule]:
    """The lines of strokes each of which is near the next. Where all are too wide to be one border, those of different
    tables, one beyond the other, are told apart first, and so are lines that run along no other."""
    if chain[-1].at - chain[0].at < 1.5 * NEAR:
        return _merged(chain)
    apart: list[list[Stroke]] = []
    end = float("-inf")
    for stroke in sorted(chain, key=lambda stroke: stroke.start):
        if stroke.start - end > DASH_GAP:
            apart.append([])
        apart[-1].append(stroke)
        end = max(end, stroke.end)
    return [
        rule for part in apart for border in _borders(part) for group in _bounded(border) for rule in _merged(group)
    ]


def _borders(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Strokes by the border they can be of: the lines of a double border run along one another, and the borders of
    neighbouring cells stand at nearly one height. A line that does neither (one through words) is by itself."""
    levels: dict[float, list[Stroke]] = {}
    for stroke in strokes:
        levels.setdefault(round(stroke.at, 1), []).append(stroke)
    found: list[list[Stroke]] = []
    for level in sorted(levels.values(), key=lambda level: -sum(stroke.end - stroke.start for stroke in level)):
        like = next((one for one in found if _are_along(one, level) or _spread(one, level) < 1.5 * NEAR), None)
        if like is None:
            found.append(level)
        else:
            like += level
    return found


def _are_along(one: list[Stroke], other: list[Stroke]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _spread(one: list[Stroke], other: list[Stroke]) -> float:
    ats = [stroke.at for stroke in (*one, *other)]
    return max(ats) - min(ats)


def _bounded(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Strokes in groups no wider than a border."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.at):
        if groups and stroke.at - groups[-1][-1].at < NEAR and stroke.at - groups[-1][0].at < 1.5 * NEAR:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups


def _merged(group: list[Stroke]) -> list[Rule]:
    """The lines that pieces of one height (or one column) make up."""
    upright = group[0].upright
    at = (group[0].at + group[-1].at) / 2
    spans = sorted((stroke.start, stroke.end) for stroke in group)
    lines = [list(spans[0])]
    last = 0.0
    for start, end in spans:
        gap = start - lines[-1][1]
        if gap <= GAP or (gap <= DASH_GAP and end - start <= DASH and last <= DASH):
            lines[-1][1] = max(lines[-1][1], end)
        else:
            lines.append([start, end])
        last = end - start
    return [Rule(upright, at, start, end) for start, end in lines if end - start >= SHORTEST]
