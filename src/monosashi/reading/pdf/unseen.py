"""Runs -> runs of which some are hidden: white letters are seen only on a coloured ground or on a picture."""

from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.objects import Drawn
from monosashi.reading.pdf.shapes import Box, Run

#: From here on a colour is seen as white.
_WHITE = 250


def with_unseen(runs: list[Run], objects: list[Drawn]) -> list[Run]:
    """The runs, those in white on white marked as hidden."""
    white = pdfium.fills_from({run.handle: run.order for run in runs}, _WHITE)
    if not white:
        return runs
    grounds = [
        (order, to_paper.box(*pdfium.bounds(handle)))
        for order, (kind, handle, to_paper) in enumerate(objects)
        if kind == pdfium.IMAGE or (kind == pdfium.PATH and pdfium.draw_mode(handle)[0] and not _is_white(handle))
    ]
    return [run._replace(hidden=True) if run.order in white and not _is_on(run, grounds) else run for run in runs]


def _is_white(handle: int) -> bool:
    red, green, blue, opacity = pdfium.fill_colour(handle)
    return opacity > 0 and min(red, green, blue) >= _WHITE


def _is_on(run: Run, grounds: list[tuple[int, Box]]) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    return any(order < run.order and box.holds(x, y) for order, box in grounds)
