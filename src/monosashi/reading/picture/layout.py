"""Layout: the pages of a document as a picture shows them, each with its boxes.

A page of a PDF is shown as it is, its boxes in points from the top left. Of every other document only the cells are
known, so its pages are drawn (``drawn``).
"""

from collections.abc import Sequence
from dataclasses import replace

from monosashi.model import Place, Reading
from monosashi.reading import kind
from monosashi.reading.picture.drawn import MARGIN, drawn_pages
from monosashi.reading.picture.lettering import LINE, SIZE, wrapped
from monosashi.reading.picture.marks import Mark, marks_of
from monosashi.reading.picture.page import Box, PicturePage, large_first

#: The smallest letters, in points.
_SMALLEST = 3.0


def has_images(reading: Reading) -> bool:
    """Whether the pages of its document can be shown as images."""
    return reading.document.media_type in (kind.PDF, kind.IMAGE)


def page_numbers(reading: Reading) -> tuple[int, ...]:
    """The pages a reading's picture has: those of a PDF that it speaks of and those between, else all that are drawn."""
    if not has_images(reading):
        return tuple(page.number for page in drawn_pages(reading))
    pages = {mark.place.page for mark in marks_of(reading)}
    return tuple(range(min(pages), max(pages) + 1)) if pages else ()


def page_with(reading: Reading, places: Sequence[Place]) -> int | None:
    """The number of the first page that shows one of those places."""
    if has_images(reading):
        return places[0].page if places else None
    return next((page.number for page in drawn_pages(reading) if page.boxes_at(places)), None)


def image_page(reading: Reading, number: int, size: tuple[float, float]) -> PicturePage:
    """The page of that number over its image. ``size``: of the page, in points."""
    return PicturePage(number, "", size[0], size[1], large_first(_boxes(reading, number)), drawn=False)


def bare_page(reading: Reading, number: int) -> PicturePage:
    """The same page where its image cannot be had: frames with their texts, in letters as large as fit."""
    boxes = [_fitted(box) for box in _boxes(reading, number)]
    width = max((box.x1 for box in boxes), default=0.0) + MARGIN
    height = max((box.bottom for box in boxes), default=0.0) + MARGIN
    return PicturePage(number, "", width, height, large_first(boxes), drawn=True)


def _boxes(reading: Reading, number: int) -> list[Box]:
    return [_box_of(mark) for mark in marks_of(reading) if mark.place.page == number]


def _box_of(mark: Mark) -> Box:
    place = mark.place
    return Box(mark, float(place.x0), float(place.top), float(place.x1), float(place.bottom))


def _fitted(box: Box) -> Box:
    size = SIZE
    while size > _SMALLEST:
        lines = wrapped(box.mark.text, (box.x1 - box.x0) / size)
        if len(lines) * size * LINE / SIZE <= box.bottom - box.top:
            break
        size *= 0.9
    return replace(box, lines=wrapped(box.mark.text, max(1.0, (box.x1 - box.x0) / size)), size=size)
