"""Drawn: pages made from what a reading knows of the cells alone, where the document has no pages to show.

A worksheet is drawn by rows and columns, a plain text by lines and letters; a document that runs on (Word, HTML) is one
page, its paragraphs and tables one below the other.
"""

from collections.abc import Sequence
from itertools import groupby

from monosashi.model import Reading
from monosashi.reading.picture.lettering import LINE, PAD, SIZE, room_wanted, width, wrapped
from monosashi.reading.picture.marks import Mark, marks_of
from monosashi.reading.picture.page import Box, PicturePage, large_first
from monosashi.reading.picture.strips import strips

#: The margin around what is drawn, and between the parts of a document that runs on, in points.
MARGIN = 18.0
_GAP = 8.0
#: Lines of a plain text on one page, and letters beside each other before they are drawn smaller.
_LINES_A_PAGE = 80
_LETTERS_A_LINE = 120
#: The least width of a column and height of a row, in points.
_LEAST = (6.0, 8.0)
#: The least width of a document that runs on: paragraphs are set to the width of its tables.
_RUNNING = 520.0


def drawn_pages(reading: Reading) -> tuple[PicturePage, ...]:
    """The pages drawn from what is known of the cells."""
    marks = marks_of(reading)
    units = {mark.place.unit for mark in marks}
    if "line" in units:
        return _text_pages(marks)
    if "paragraph" in units:
        return (_running_page(reading, marks),)
    pages = (list(group) for _, group in groupby(marks, key=lambda mark: mark.place.page))
    return tuple(_worksheet(group) for group in pages)


def _worksheet(marks: Sequence[Mark]) -> PicturePage:
    boxes, right, bottom = _table(marks, MARGIN)
    first = marks[0].place
    return PicturePage(first.page, first.worksheet, right + MARGIN, bottom + MARGIN, boxes, drawn=True)


def _table(marks: Sequence[Mark], top_edge: float) -> tuple[tuple[Box, ...], float, float]:
    """The cells of one table below an edge, and how far they reach."""
    columns = [(int(mark.place.x0), int(mark.place.x1)) for mark in marks]
    rows = [(int(mark.place.top), int(mark.place.bottom)) for mark in marks]
    across = strips(columns, (room_wanted(mark.text) for mark in marks), _LEAST[0])
    sides = [across.at(*span) for span in columns]
    lines = [
        wrapped(mark.text, (right - left - 2 * PAD) / SIZE) for mark, (left, right) in zip(marks, sides, strict=True)
    ]
    down = strips(rows, (len(told) * LINE + 2 * PAD for told in lines), _LEAST[1])
    boxes = []
    for mark, (left, right), span, told in zip(marks, sides, rows, lines, strict=True):
        top, bottom = down.at(*span)
        edges = (left + MARGIN, top + top_edge, right + MARGIN, bottom + top_edge)
        boxes.append(Box(mark, *edges, lines=told, pad=PAD))
    return tuple(boxes), MARGIN + across.length, top_edge + down.length


def _running_page(reading: Reading, marks: Sequence[Mark]) -> PicturePage:
    """Tables where their first cell comes, paragraphs between them, in the order of reading."""
    order = {cell.place: n for n, cell in enumerate(reading.cells)}
    blocks: list[list[Mark]] = []
    tables: dict[tuple[int, str], list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: order.get(mark.place, len(order))):
        if mark.place.unit == "paragraph":
            blocks.append([mark])
            continue
        table = (mark.place.page, mark.place.worksheet)
        if table not in tables:
            blocks.append(tables.setdefault(table, []))
        tables[table].append(mark)
    wide = max([_RUNNING, *(_table(table, 0.0)[1] - MARGIN for table in tables.values())])
    boxes: list[Box] = []
    edge = MARGIN
    for block in blocks:
        if block[0].place.unit == "paragraph":
            placed, edge = _paragraph(block[0], edge, wide)
        else:
            placed, _, edge = _table(block, edge)
        boxes += placed
        edge += _GAP
    return PicturePage(1, "", wide + 2 * MARGIN, edge - _GAP + MARGIN, tuple(boxes), drawn=True)


def _paragraph(mark: Mark, edge: float, wide: float) -> tuple[tuple[Box, ...], float]:
    lines = wrapped(mark.text, (wide - 2 * PAD) / SIZE)
    bottom = edge + len(lines) * LINE + 2 * PAD
    return (Box(mark, MARGIN, edge, MARGIN + wide, bottom, lines, pad=PAD),), bottom


def _text_pages(marks: Sequence[Mark]) -> tuple[PicturePage, ...]:
    """A plain text, so many lines a page; a word that goes on over the end of a page stands where it begins."""
    longest = max(int(mark.place.x1) for mark in marks)
    size = SIZE * min(1.0, _LETTERS_A_LINE / longest)
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault((int(mark.place.top) - 1) // _LINES_A_PAGE, []).append(mark)
    pages = []
    for page, here in sorted(by_page.items()):
        boxes = tuple(_text_box(mark, page * _LINES_A_PAGE, size) for mark in here)
        wide = max(longest * size + MARGIN, *(box.x1 for box in boxes)) + MARGIN
        height = max(_LINES_A_PAGE * LINE + MARGIN, *(box.bottom for box in boxes)) + MARGIN
        pages.append(PicturePage(page + 1, "", wide, height, large_first(boxes), drawn=True))
    return tuple(pages)


def _text_box(mark: Mark, above: int, size: float) -> Box:
    place, lines = mark.place, tuple(mark.text.splitlines())
    left = MARGIN + (int(place.x0) - 1) * size
    top = MARGIN + (int(place.top) - 1 - above) * LINE
    wide = max([int(place.x1 - place.x0) + 1, *(width(line) for line in lines)]) * size
    return Box(mark, left, top, left + wide, top + int(place.bottom - place.top + 1) * LINE, lines, size)
