"""Pixels + frames -> runs: where words stand, cut at the borders of cells, and what they say.

The network that finds words joins what stands close together, over borders too, and misses single signs. So what it
finds is cut at the frames, and ink in a frame that it did not find is taken as words as well.
"""

from collections.abc import Iterable, Iterator

import cv2
import numpy as np

from monosashi.reading.pdf.shapes import Box, Frame, Run
from monosashi.reading.scan.bitmap import Bitmap, Pixels
from monosashi.reading.scan.engine import found_boxes, recognised
from monosashi.reading.scan.letters import as_printed

#: A part of a found box that lies in a frame is words of its cell when it is at least this wide and high (points).
_WIDE, _HIGH = 1.5, 2.5
#: Ink smaller than this (points) is dirt.
_DIRT = 1.2
#: A stroke no higher than this (points) that stands alone is a dash.
_FLAT = 1.6
_DASH = "－"
#: Words this much higher than wide stand one letter below the other.
_UPRIGHT = 1.7
#: White around words, as a share of their height.
_MARGIN = 0.12


def page_runs(bitmap: Bitmap, letters: Pixels, frames: list[Frame]) -> list[Run]:
    """What a page says. ``letters``: its ink without ruled lines."""
    if not _holds_letters(letters, bitmap.scale):
        return []  # the networks take seconds to load, for nothing
    boxes = list(_tight(_cut(found_boxes(bitmap), frames), letters, bitmap.scale))
    boxes += _missed(boxes, letters, frames, bitmap.scale)
    clean = np.where(cv2.dilate(letters, np.ones((5, 5), np.uint8)) > 0, bitmap.pixels, np.uint8(255))
    words = [box for box in boxes if not _is_dash(box)]
    texts = recognised([_crop(np.asarray(clean, dtype=np.uint8), box, bitmap.scale) for box in words])
    said = [*zip(words, map(as_printed, texts), strict=True), *((box, _DASH) for box in boxes if _is_dash(box))]
    return [Run(text, *box, box.x0, box.bottom, order) for order, (box, text) in enumerate(said) if text.strip()]


def _holds_letters(letters: Pixels, scale: float) -> bool:
    """Whether any ink is larger than dirt."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(letters, connectivity=8)
    return any(max(int(stats[n][2]), int(stats[n][3])) >= _DIRT * scale for n in range(1, count))


def _is_dash(box: Box) -> bool:
    """Whether ink that stands alone is a flat line: a dash, which the networks take for anything."""
    wide, high = box.x1 - box.x0, box.bottom - box.top
    return high <= _FLAT and wide >= 1.7 * high


def _cut(boxes: Iterable[Box], frames: list[Frame]) -> Iterator[Box]:
    """The boxes cut at the sides of the frames; what lies in no frame stays as it is."""
    for box in boxes:
        inside = [part for frame in frames if (part := _common(box, frame.box))]
        if not inside or (len(inside) == 1 and inside[0].area < 0.5 * box.area):
            yield box
        else:
            yield from inside


def _common(box: Box, frame: Box) -> Box | None:
    part = Box(max(box.x0, frame.x0), max(box.top, frame.top), min(box.x1, frame.x1), min(box.bottom, frame.bottom))
    tall = min(_HIGH, 0.5 * (box.bottom - box.top))
    return part if part.x1 - part.x0 >= _WIDE and part.bottom - part.top >= tall else None


def _tight(boxes: Iterable[Box], letters: Pixels, scale: float) -> Iterator[Box]:
    """Each box drawn in to its ink, and cut into lines where it holds several; those without ink are dropped."""
    for box in boxes:
        x0, top, x1, bottom = _pixels(box, letters, scale)
        rows = letters[top:bottom, x0:x1].any(axis=1)
        columns = letters[top:bottom, x0:x1].any(axis=0)
        if rows.any():
            across, down = np.flatnonzero(columns), np.flatnonzero(rows)
            yield Box(
                (x0 + across[0]) / scale,
                (top + down[0]) / scale,
                (x0 + across[-1] + 1) / scale,
                (top + down[-1] + 1) / scale,
            )


def _missed(found: list[Box], letters: Pixels, frames: list[Frame], scale: float) -> Iterator[Box]:
    """Lines of ink inside frames that no box covers."""
    rest = letters.copy()
    for box in found:
        x0, top, x1, bottom = _pixels(box, letters, scale, margin=1.0)
        rest[top:bottom, x0:x1] = 0
    for frame in frames:
        x0, top, x1, bottom = _pixels(frame.box, letters, scale, margin=-1.0)
        part = rest[top:bottom, x0:x1]
        for first, last in _spans(part.any(axis=1), 0.8 * scale):
            across = np.flatnonzero(part[first:last].any(axis=0))
            wide = across[-1] - across[0] + 1
            if max(wide, last - first) < _DIRT * scale:
                continue
            yield Box(
                (x0 + across[0]) / scale, (top + first) / scale, (x0 + across[-1] + 1) / scale, (top + last) / scale
            )


def _spans(filled: object, gap: float) -> Iterator[tuple[int, int]]:
    """The stretches that are filled, those closer than the gap together: first, and one past the last."""
    at = np.flatnonzero(np.asarray(filled, dtype=np.bool_))
    if len(at):
        for part in np.split(at, np.flatnonzero(np.diff(at) > gap + 1) + 1):
            yield int(part[0]), int(part[-1]) + 1


def _pixels(box: Box, page: Pixels, scale: float, margin: float = 0.0) -> tuple[int, int, int, int]:
    """A box in pixels, drawn out by a margin in points, within the page."""
    height, width = page.shape
    x0, top = int((box.x0 - margin) * scale), int((box.top - margin) * scale)
    x1, bottom = int((box.x1 + margin) * scale + 1), int((box.bottom + margin) * scale + 1)
    return max(0, x0), max(0, top), min(width, max(x1, x0 + 1)), min(height, max(bottom, top + 1))


def _crop(page: Pixels, box: Box, scale: float) -> Pixels:
    """The words alone on white, level: letters that stand one below the other are laid side by side."""
    x0, top, x1, bottom = _pixels(box, page, scale)
    words = page[top:bottom, x0:x1]
    if words.shape[0] > _UPRIGHT * words.shape[1] and words.shape[0] > 8 * scale:
        words = _laid_down(words)
    margin = max(2, round(_MARGIN * words.shape[0]))
    return np.asarray(np.pad(words, margin, constant_values=255), dtype=np.uint8)


def _laid_down(words: Pixels) -> Pixels:
    """Upright words as a level line."""
    ink = (words < 160).any(axis=1)
    side = words.shape[1]
    tiles = []
    for first, last in _letters(list(_spans(ink, 0)), side):
        tile = words[first:last]
        down = max(0, side - tile.shape[0])
        tiles.append(np.pad(tile, ((down // 2, down - down // 2), (1, 1)), constant_values=255)[: side + 2])
    high = max(tile.shape[0] for tile in tiles) if tiles else 0
    level = [np.pad(tile, ((0, high - tile.shape[0]), (0, 0)), constant_values=255) for tile in tiles]
    return np.asarray(np.hstack(level), dtype=np.uint8) if level else words


def _letters(spans: list[tuple[int, int]], side: int) -> Iterator[tuple[int, int]]:
    """The parts of letters (三, 二) put together: no letter is much higher than its column is wide."""
    start = end = -1
    for first, last in spans:
        if start >= 0 and last - start <= 1.12 * side and first - end <= 0.3 * side:
            end = last
        else:
            if start >= 0:
                yield start, end
            start, end = first, last
    if start >= 0:
        yield start, end
