"""Objects -> strokes: which of the drawn paths are pieces of borders.

A border is drawn as a stroked line, as the sides of a stroked rectangle, as a thin filled rectangle, or as the ring
between two filled rectangles. A filled area is shading, and white on white is nothing, unless it parts shaded cells.
What lies outside the page or its own clip path is not seen.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.dots import dots_to_strokes
from monosashi.reading.pdf.matrix import Matrix
from monosashi.reading.pdf.objects import Drawn
from monosashi.reading.pdf.panels import Area, panels_to_strokes
from monosashi.reading.pdf.shapes import Box, Stroke, around

#: A filled shape not thicker than this is a line; the thickest border of spreadsheets is 2.25 pt.
THICKEST = 3.0
#: How far from straight a line may be.
_SLANT = 0.6
#: From here on a colour is seen as white.
_WHITE = 250
#: A panel is at least so light, the ground between panels at most so.
_LIGHT, _DARK = 200, 150
_MOVE = 2
#: A path of more pieces than this is a drawing, not a border.
_MOST_SEGMENTS = 100_000

Figure = list[tuple[float, float]]


def objects_to_strokes(objects: Iterable[Drawn], page: Box) -> list[Stroke]:
    """The border pieces among a page's objects, in drawing order, then the lines that dots make up."""
    strokes: list[Stroke] = []
    dots: list[Box] = []
    shades: list[Box] = []
    areas: list[Area] = []
    for kind, handle, to_paper in objects:
        if kind == pdfium.PATH:
            filled, stroked = pdfium.draw_mode(handle)
            if not filled and not stroked:
                continue
            found, small, shade = _path_strokes(handle, to_paper, stroked)
            if (found or small) and (not _is_white(handle, stroked) or _part_shades(found, shades)):
                seen = pdfium.clip_box(handle)
                box = _common(page, to_paper.box(*seen)) if seen else page
                strokes += [cut for stroke in found if (cut := cut_to(stroke, box))]
                dots += [dot for dot in small if box.holds(dot.x0, dot.top)]
            elif shade and filled:
                red, green, blue, opacity = pdfium.fill_colour(handle)
                if opacity:
                    areas.append(Area(shade, min(red, green, blue) >= _LIGHT, max(red, green, blue) <= _DARK))
                    if min(red, green, blue) < _WHITE:
                        shades.append(shade)
        elif kind == pdfium.IMAGE:
            box = to_paper.box(*pdfium.bounds(handle))
            strokes += [cut for stroke in box_strokes(box) if (cut := cut_to(stroke, page))]
    return strokes + dots_to_strokes(dots) + panels_to_strokes(areas)


def _path_strokes(handle: int, to_paper: Matrix, stroked: bool) -> tuple[list[Stroke], list[Box], Box | None]:
    """The pieces of one path and its dots; or the area it shades."""
    box = to_paper.box(*pdfium.bounds(handle))
    if is_dot(box):
        return [], [box], None
    thin = box_strokes(box)
    if (thin and pdfium.count_segments(handle) <= 5) or pdfium.count_segments(handle) > _MOST_SEGMENTS:
        return thin, [], None
    way = Matrix(*pdfium.matrix(handle)).then(to_paper)
    placed = [[way.point(x, y) for x, y in figure] for figure in path_to_figures(pdfium.segments(handle))]
    if stroked:
        sides = [stroke for figure in placed for stroke in side_strokes(figure)]
        if thin or not sides:
            return thin, [], box
        return sides, [], box
    boxes = [around(Box(x, y, x, y) for x, y in figure) for figure in placed]
    return filled_strokes(boxes), [box for box in boxes if is_dot(box)], box


def cut_to(stroke: Stroke, box: Box) -> Stroke | None:
    """What of a stroke is seen in a box.

    >>> cut_to(Stroke(True, 5, -3, 20), Box(0, 0, 10, 10))
    Stroke(upright=True, at=5, start=0, end=10)
    >>> cut_to(Stroke(True, 15, -3, 20), Box(0, 0, 10, 10))
    """
    upright, at, start, end = stroke
    x0, top, x1, bottom = box
    low, high, first, last = (x0, x1, top, bottom) if upright else (top, bottom, x0, x1)
    if not (low - THICKEST / 2 <= at <= high + THICKEST / 2 and start < last and end > first):
        return None
    if start >= first and end <= last:
        return stroke
    return Stroke(upright, at, max(start, first), min(end, last))


def _common(one: Box, other: Box) -> Box:
    return Box(max(one.x0, other.x0), max(one.top, other.top), min(one.x1, other.x1), min(one.bottom, other.bottom))


def path_to_figures(pieces: Iterable[tuple[int, float, float, bool]]) -> Iterator[Figure]:
    """The figures of a path as their corners; a curve counts as the straight line to its end."""
    figure: Figure = []
    for kind, x, y, closes in pieces:
        if kind == _MOVE:
            if len(figure) > 1:
                yield figure
            figure = []
        figure.append((x, y))
        if closes and len(figure) > 1:
            figure.append(figure[0])
    if len(figure) > 1:
        yield figure


def is_dot(box: Box) -> bool:
    """Whether a shape is too small to say which way it runs."""
    return box.x1 - box.x0 <= THICKEST and box.bottom - box.top <= THICKEST


def box_strokes(box: Box) -> list[Stroke]:
    """A thin box as a line."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= THICKEST < width:
        return [Stroke(False, (box.top + box.bottom) / 2, box.x0, box.x1)]
    return [Stroke(True, (box.x0 + box.x1) / 2, box.top, box.bottom)] if width <= THICKEST < height else []


def side_strokes(figure: Figure) -> Iterator[Stroke]:
    """The level and upright sides of a stroked figure.

    >>> list(side_strokes([(0, 0), (9, 0), (9, 5), (4, 9)]))
    [Stroke(upright=False, at=0.0, start=0, end=9), Stroke(upright=True, at=9.0, start=0, end=5)]
    """
    for (x0, y0), (x1, y1) in pairwise(figure):
        if abs(y1 - y0) <= _SLANT < abs(x1 - x0):
            yield Stroke(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x1 - x0) <= _SLANT < abs(y1 - y0):
            yield Stroke(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def filled_strokes(boxes: list[Box]) -> list[Stroke]:
    """Filled figures that are lines, and the four sides of a ring between two of them."""
    found = [stroke for box in boxes for stroke in box_strokes(box)]
    if len(boxes) == 2 and not found:
        outer, inner = sorted(boxes, key=lambda box: -box.area)
        gaps = (inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom)
        if all(0 <= gap <= THICKEST for gap in gaps) and max(gaps) > 0:
            x0, top, x1, bottom = ((a + b) / 2 for a, b in zip(outer, inner, strict=True))
            return list(side_strokes([(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]))
    return found


def _is_white(handle: int, stroked: bool) -> bool:
    red, green, blue, opacity = pdfium.stroke_colour(handle) if stroked else pdfium.fill_colour(handle)
    return opacity == 0 or min(red, green, blue) >= _WHITE


def _part_shades(strokes: list[Stroke], shades: list[Box]) -> bool:
    """Whether white lines run over a shaded area, where a reader sees them."""
    for upright, at, start, end in strokes:
        middle = (start + end) / 2
        x, y = (at, middle) if upright else (middle, at)
        if any(shade.holds(x, y) for shade in shades):
            return True
    return False
