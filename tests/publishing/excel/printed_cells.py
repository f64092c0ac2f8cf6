"""What a printed workbook shows inside each cell: the glyphs of the PDF by where they stand, not by what they say.

A glyph that its cell is too small for still stands in the PDF's text, cut or over its neighbour. So each glyph's box is
held against the rectangle of its cell: the workbook says which row edges carry a border, the PDF where it is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

#: How far a glyph's box may reach over a border's middle, in points.
TOLERANCE = 0.6

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Area:
    """The rectangle of a cell, or of its part on one page, in points from the page's top left."""

    cell: str
    box: Box

    def holds(self, glyph: Box) -> bool:
        """Whether the whole glyph stands inside."""
        (left, top, right, bottom), (x0, y0, x1, y1) = self.box, glyph
        across = left - TOLERANCE <= x0 and x1 <= right + TOLERANCE
        return across and top - TOLERANCE <= y0 and y1 <= bottom + TOLERANCE


def wanted_texts(workbook: Path) -> dict[str, str]:
    """What each cell of the workbook says, white space left out."""
    return {name: "".join(text.split()) for name, text in _texts(_worksheet(workbook))}


def printed_texts(workbook: Path, pdf: Path) -> dict[str, str]:
    """For each cell with text, the characters whose glyphs stand whole inside it, white space left out."""
    worksheet, document = _worksheet(workbook), pypdfium2.PdfDocument(pdf)
    found = {name: "" for name, _ in _texts(worksheet)}
    ends = [0, *(int(brk.id) for brk in worksheet.row_breaks.brk), worksheet.max_row]
    assert len(document) == len(ends) - 1
    lines = [list(_lines(page)) for page in document]
    sides = min(line[0] for drawn in lines for line in drawn), max(line[2] for drawn in lines for line in drawn)
    for n, page in enumerate(document):
        glyphs = list(_glyphs(page))
        for area in _areas(worksheet, lines[n], sides, (ends[n], ends[n + 1])):
            found[area.cell] += "".join(character for character, box in glyphs if area.holds(box))
    document.close()
    return found


def _worksheet(workbook: Path) -> Worksheet:
    return load_workbook(workbook).worksheets[0]


def _texts(worksheet: Worksheet) -> Iterator[tuple[str, str]]:
    for row in worksheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                yield cell.coordinate, str(cell.value)


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    text, height = page.get_textpage(), page.get_height()
    for n in range(text.count_chars()):
        character = text.get_text_range(n, 1)
        if character.strip():
            left, bottom, right, top = text.get_charbox(n)
            yield character, (left, height - top, right, height - bottom)


def _areas(worksheet: Worksheet, lines: list[Box], sides: tuple[float, float], rows: tuple[int, int]) -> Iterator[Area]:
    """The rectangles of the cells with text on a page that prints the rows after ``rows[0]`` up to ``rows[1]``.

    ``sides``: the form's left and right edge.
    """
    left = sides[0]
    width = (sides[1] - left) / worksheet.max_column
    edge = _edges(worksheet, lines, rows)
    merged = {str(area).partition(":")[0]: area for area in worksheet.merged_cells.ranges}
    for name, _ in _texts(worksheet):
        area = merged.get(name) or CellRange(name)
        top, bottom = max(area.min_row - 1, rows[0]), min(area.max_row, rows[1])
        if top < bottom:
            x0, x1 = left + width * (area.min_col - 1), left + width * area.max_col
            yield Area(name, (x0, edge[top], x1, edge[bottom]))


def _lines(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The horizontal borders drawn on a page."""
    height = page.get_height()
    for drawn in page.get_objects(filter=[FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if top - bottom < 1.5 < right - left:
            yield left, height - top, right, height - bottom


def _edges(worksheet: Worksheet, lines: list[Box], rows: tuple[int, int]) -> dict[int, float]:
    """Where on the page each row ends: at the drawn border, or, where none is drawn, by the rows' heights."""
    tops, bottoms = _ruled(worksheet)
    begun, ended = {e for e in tops if rows[0] <= e < rows[1]}, {e for e in bottoms if rows[0] < e <= rows[1]}
    ruled = sorted(begun | ended)
    drawn: list[float] = []
    for middle in sorted((top + bottom) / 2 for _, top, _, bottom in lines):
        if not drawn or middle - drawn[-1] > 3:
            drawn.append(middle)
    assert len(drawn) == len(ruled), "every ruled edge of the page's rows is drawn, and no other"
    heights = [worksheet.row_dimensions[row].height or 0.0 for row in range(1, worksheet.max_row + 1)]
    total = [0.0, *accumulate(heights)]
    at = dict(zip(ruled, drawn, strict=True))
    scale = (drawn[-1] - drawn[0]) / (total[ruled[-1]] - total[ruled[0]])
    for edge in range(rows[0], rows[1] + 1):
        near = min(ruled, key=lambda known: (abs(known - edge), known))
        at.setdefault(edge, at[near] + (total[edge] - total[near]) * scale)
    return at


def _ruled(worksheet: Worksheet) -> tuple[set[int], set[int]]:
    """The row edges at which a bordered cell begins, and those at which one ends: 3 is the edge below row 3."""
    merged = list(worksheet.merged_cells.ranges)
    covered = {place for area in merged for place in area.cells}
    single = (
        CellRange(cell.coordinate)
        for row in worksheet.iter_rows()
        for cell in row
        if (cell.row, cell.column) not in covered
    )
    tops: set[int] = set()
    bottoms: set[int] = set()
    for area in (*merged, *single):
        border = worksheet.cell(area.min_row, area.min_col).border.left
        if border and border.style:
            tops.add(area.min_row - 1)
            bottoms.add(area.max_row)
    return tops, bottoms
