"""Filled areas -> strokes: tables without any line, whose cells are light panels on a dark ground.

What a reader takes for lines is the ground that shows through between the panels. So panels count only where they leave
hardly anything of the ground to be seen; a light box on a dark area is no table.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from monosashi.reading.pdf.shapes import Box, Stroke

#: Panels cover at least this share of their ground.
_MOST_OF = 0.8
#: A panel may stand over the edge of its ground by so much.
_OVER = 0.5
#: So many dark areas of a page are tried as grounds.
_MOST_GROUNDS = 50


class Area(NamedTuple):
    """A filled area, in drawing order: light as paper, or dark as a line, or neither."""

    box: Box
    light: bool
    dark: bool


def panels_to_strokes(areas: list[Area]) -> list[Stroke]:
    """The sides of all panels."""
    grounds = [(n, area) for n, area in enumerate(areas) if area.dark][:_MOST_GROUNDS]
    return [stroke for n, ground in grounds for stroke in _on_ground(ground.box, areas[n + 1 :])]


def _on_ground(ground: Box, areas: Iterable[Area]) -> Iterator[Stroke]:
    panels = [area.box for area in areas if area.light and _lies_in(area.box, ground)]
    covered = sum(panel.area for panel in panels)
    if len(panels) > 1 and _MOST_OF * ground.area <= covered < ground.area:
        for x0, top, x1, bottom in panels:
            yield from (Stroke(False, top, x0, x1), Stroke(False, bottom, x0, x1))
            yield from (Stroke(True, x0, top, bottom), Stroke(True, x1, top, bottom))


def _lies_in(box: Box, ground: Box) -> bool:
    x0, top, x1, bottom = ground
    return box.x0 >= x0 - _OVER and box.top >= top - _OVER and box.x1 <= x1 + _OVER and box.bottom <= bottom + _OVER
