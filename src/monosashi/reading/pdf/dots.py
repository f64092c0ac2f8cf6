"""Dots -> strokes: borders drawn as many dots or short dashes, each an object of its own.

Dots in one row, close together, are a level line; dots in one column an upright one. A dot where two lines cross
belongs to both.
"""

from collections.abc import Iterable

from monosashi.reading.pdf.shapes import Box, Stroke

#: Dots of one line stand this exactly in one row, and this close together.
_STRAY = 0.3
_GAP = 3.2
#: Fewer dots than this are not a line.
_FEWEST = 4


def dots_to_strokes(dots: Iterable[Box]) -> list[Stroke]:
    """The lines that dots make up.

    >>> dots_to_strokes([Box(x, 5, x + 1, 6) for x in range(0, 10, 2)])
    [Stroke(upright=False, at=5.5, start=0, end=9)]
    """
    level = [((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in dots]
    upright = [((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in dots]
    return [*_lines(False, level), *_lines(True, upright)]


def _lines(upright: bool, dots: list[tuple[float, float, float]]) -> list[Stroke]:
    dots.sort()
    found: list[Stroke] = []
    row: list[tuple[float, float, float]] = []
    for dot in dots:
        if row and dot[0] - row[0][0] > _STRAY:
            found += _row_lines(upright, row)
            row = []
        row.append(dot)
    return found + (_row_lines(upright, row) if row else [])


def _row_lines(upright: bool, row: list[tuple[float, float, float]]) -> list[Stroke]:
    """The lines in one row of dots."""
    found: list[Stroke] = []
    start = end = float("-inf")
    count = 0
    spans = sorted((first, last) for _, first, last in row)
    for first, last in [*spans, (float("inf"), float("inf"))]:
        if first - end > _GAP:
            if count >= _FEWEST:
                found.append(Stroke(upright, row[0][0], start, end))
            start, count = first, 0
        end, count = max(end, last) if count else last, count + 1
    return found
