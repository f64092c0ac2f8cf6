"""Pixels -> strokes: the ruled lines of a scanned page, apart from the strokes of its letters.

A line is ink that runs straight for longer than any letter. A shorter piece is a line too where both its ends meet lines:
the side of a low cell.
"""

import cv2
import numpy as np

from monosashi.reading.pdf.shapes import Stroke
from monosashi.reading.scan.bitmap import Bitmap, Pixels

#: In points: longer than the straight strokes of a title's letters; and the shortest side of a cell.
_LONG = 26.0
_SHORT = 6.0
#: A line is no thicker than this.
_THICK = 4.5
#: How far a short piece may end from the line it meets.
_MEETS = 1.5


def ink_of(bitmap: Bitmap) -> Pixels:
    """Where ink is (255) and where paper (0), by what is dark beside its surroundings, so that shaded cells are paper."""
    size = max(15, int(10 * bitmap.scale) | 1)
    smooth = cv2.GaussianBlur(bitmap.pixels, (3, 3), 0)
    dark = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, 18)
    return np.asarray(dark, dtype=np.uint8)


def ink_to_strokes(ink: Pixels, scale: float) -> tuple[list[Stroke], Pixels]:
    """The ruled lines of a page in points, and the ink without them."""
    level, upright = _pieces(ink, scale, upright=False), _pieces(ink, scale, upright=True)
    strokes = [stroke for stroke in level + upright if stroke.end - stroke.start >= _LONG]
    short = [stroke for stroke in level + upright if stroke.end - stroke.start < _LONG]
    while met := [stroke for stroke in short if _is_met(stroke, strokes)]:
        strokes += met
        short = [stroke for stroke in short if stroke not in met]
    return strokes, _without(ink, strokes, scale)


def _pieces(ink: Pixels, scale: float, *, upright: bool) -> list[Stroke]:
    """Every straight run of ink in one direction that is long enough to be a side of a cell, and thin."""
    length = max(3, int(_SHORT * scale))
    kernel = np.ones((length, 1) if upright else (1, length), dtype=np.uint8)
    runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    count, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    found = []
    for n in range(1, count):
        x, y, width, height = (int(stats[n][k]) for k in range(4))
        along, across = (height, width) if upright else (width, height)
        if across > max(3.0, _THICK * scale) or along < 2 * across:
            continue
        first, at = (y, x + width / 2) if upright else (x, y + height / 2)
        found.append(Stroke(upright, at / scale, first / scale, (first + along) / scale))
    return found


def _is_met(stroke: Stroke, lines: list[Stroke]) -> bool:
    """Whether lines across stand at both of its ends."""
    across = [
        line
        for line in lines
        if line.upright != stroke.upright and line.start - _MEETS <= stroke.at <= line.end + _MEETS
    ]
    return all(any(abs(line.at - end) <= _MEETS for line in across) for end in (stroke.start, stroke.end))


def _without(ink: Pixels, strokes: list[Stroke], scale: float) -> Pixels:
    """The ink of letters alone."""
    letters = ink.copy()
    thick = max(2, round(1.2 * scale))
    for stroke in strokes:
        at, first, last = (round(value * scale) for value in (stroke.at, stroke.start, stroke.end))
        low, high = max(0, at - thick), at + thick + 1
        first, last = max(0, first - 1), last + 1
        if stroke.upright:
            letters[first : last + 1, low:high] = 0
        else:
            letters[low:high, first : last + 1] = 0
    return letters
