"""Paper -> grid: rows and columns of cells that so far have only boxes.

Columns are the upright edges of all frames of the document, put together where they are the same but for a hair; rows
are the level edges of each page's frames, the pages one below the other. Text outside the tables has rows of its own
between them, or stands in the rows it is printed beside.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from monosashi.model import Place
from monosashi.reading.grid import Grid, GridCell, in_reading_order
from monosashi.reading.pdf.joining import Fragment, PaperCell, PaperPage
from monosashi.reading.pdf.rules import NEAR, clusters
from monosashi.reading.pdf.shapes import Box

#: An empty space between two tables at least this high is a row of its own.
_EMPTY = 3.0
_HUNDREDTH = Decimal("0.01")


class _Rows(NamedTuple):
    """The level edges of one page, each with the number of the row below it."""

    edges: list[float]
    numbers: list[int]

    def of(self, top: float, bottom: float) -> tuple[int, int]:
        """First and last row of a box."""
        first = max(0, bisect_right(self.edges, top + NEAR) - 1)
        last = max(first, bisect_left(self.edges, bottom - NEAR) - 1)
        return self.numbers[first], self.numbers[last]


def paper_to_grid(cells: list[PaperCell], pages: Iterable[PaperPage]) -> Grid:
    """The cells by row and column."""
    columns = _columns(cells)
    loose: dict[int, list[Box]] = {}
    for cell in cells:
        if not cell.bordered:
            loose.setdefault(cell.fragments[0][0], []).append(cell.fragments[0][1])
    rows: dict[int, _Rows] = {}
    after = 1
    for page in pages:
        rows[page.number], after = page_rows(page.frames, loose.get(page.number, []), after)
    return in_reading_order(_widened([_grid_cell(cell, columns, rows) for cell in cells], len(columns)))


def _widened(cells: list[GridCell], last: int) -> Iterator[GridCell]:
    """A text outside the tables that is alone in its rows has the whole width."""
    beside = Counter(row for cell in cells for row in range(cell.top, cell.bottom + 1))
    for cell in cells:
        alone = not cell.bordered and all(beside[row] == 1 for row in range(cell.top, cell.bottom + 1))
        yield replace(cell, left=1, right=max(last, cell.right)) if alone else cell


def _columns(cells: list[PaperCell]) -> list[float]:
    """The upright edges of the document, from left to right."""
    framed = {x for cell in cells if cell.bordered for _, box in cell.fragments for x in (box.x0, box.x1)}
    edges = [group[len(group) // 2] for group in clusters(framed, NEAR / 2)]
    free = {cell.fragments[0][1].x0 for cell in cells if not cell.bordered}
    free -= {x for x in free if edges and abs(edges[_closest(edges, x)] - x) < 2 * NEAR}
    return sorted([*edges, *(group[0] for group in clusters(free, 2 * NEAR))])


def _closest(edges: list[float], value: float) -> int:
    """Which edge is nearest to a value.

    >>> _closest([1.0, 5.0, 9.0], 6.5)
    1
    """
    n = bisect_left(edges, value)
    if n == len(edges) or (n and value - edges[n - 1] <= edges[n] - value):
        return n - 1
    return n


def page_rows(frames: Iterable[Box], loose: list[Box], first: int) -> tuple[_Rows, int]:
    """The rows of a page, numbered from ``first``, and the number after the last."""
    spans = [(box.top, box.bottom) for box in frames]
    covered = _together(spans)
    edges = {group[0] for group in clusters({y for span in spans for y in span})}
    lines: list[tuple[float, float]] = []
    for box in sorted(loose, key=lambda box: box.top):
        middle = (box.top + box.bottom) / 2
        if any(top < middle < bottom for top, bottom in covered):
            continue
        if lines and middle < lines[-1][1]:
            lines[-1] = lines[-1][0], max(lines[-1][1], box.bottom)
        else:
            lines.append((box.top, box.bottom))
    edges |= {top for top, _ in lines}
    return _numbered(sorted(edges), covered, {top for top, _ in lines}, first)


def _numbered(
    edges: list[float], covered: list[tuple[float, float]], lines: set[float], first: int
) -> tuple[_Rows, int]:
    """Each edge with its row; the space under a table is a row only where something lies there."""
    numbers = []
    row = first
    for n, edge in enumerate(edges):
        numbers.append(row)
        below = edges[n + 1] if n + 1 < len(edges) else edge
        inside = any(top - NEAR < edge and below < bottom + NEAR for top, bottom in covered)
        row += edge in lines or (below > edge and (inside or below - edge >= _EMPTY))
    return _Rows(edges or [0.0], numbers or [first]), row


def _together(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans that touch, as one."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted(spans):
        if found and top <= found[-1][1] + NEAR:
            found[-1] = found[-1][0], max(found[-1][1], bottom)
        else:
            found.append((top, bottom))
    return found


def _grid_cell(cell: PaperCell, columns: list[float], rows: dict[int, _Rows]) -> GridCell:
    page, box = cell.fragments[0]
    top, bottom = rows[page].of(box.top, box.bottom)
    if not cell.bordered:
        bottom = top
    for page, part in cell.fragments[1:]:
        bottom = max(bottom, rows[page].of(part.top, part.bottom)[1])
    left, right = _span(cell, columns)
    places = tuple(_place(fragment) for fragment in (*cell.fragments, *cell.again))
    return GridCell(cell.text, top, left, bottom, right, places, cell.bordered)


def _span(cell: PaperCell, columns: list[float]) -> tuple[int, int]:
    """First and last column of a cell."""
    box = cell.fragments[0][1]
    if cell.bordered:
        left = _closest(columns, box.x0) + 1
        return left, max(left, _closest(columns, box.x1))
    left = _closest(columns, box.x0) + 1
    return left, max(left, bisect_left(columns, box.x1 - NEAR))


def _place(fragment: Fragment) -> Place:
    page, (x0, top, x1, bottom) = fragment
    return Place(page=page, x0=_points(x0), top=_points(top), x1=_points(x1), bottom=_points(bottom))


@lru_cache(maxsize=4096)
def _points(value: float) -> Decimal:
    return Decimal(value).quantize(_HUNDREDTH)
