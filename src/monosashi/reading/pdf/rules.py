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
    group: list[Stroke] = []
    for stroke in strokes:
        if group and not (stroke.at - group[-1].at < NEAR and stroke.at - group[0].at < 1.5 * NEAR):
            found += _merged(group)
            group = []
        group.append(stroke)
    return found + (_merged(group) if group else [])


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
