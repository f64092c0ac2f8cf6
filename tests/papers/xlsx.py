"""A paper as a workbook: one worksheet a page (or all pages below one another), tables on one grid of columns."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tests.papers.paper import WIDTH, Block, Break, Cell, Line, Page, Paper, Placed, Table, edges

_SIDE = Side(style="thin")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_DIAGONAL = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE, diagonal=_SIDE, diagonalDown=True)
_SHADE = PatternFill("solid", fgColor="DDEBF7")
_PLAIN = re.compile(
    r"(?P<sign>[▲△]\s?)?(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<tail>\.[0-9]+)?(?P<unit>[^\d\s（）(]{0,4})"
)
#: A unit's width in characters of the default font, and how much text a unit holds, on landscape and upright pages.
_UNIT_WIDTH, _UNIT_TEXT = {False: 2.9, True: 1.9}, {False: 1.55, True: 1.0}


def paper_to_xlsx(paper: Paper) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    if paper.one_worksheet:
        blocks: tuple[Block, ...] = tuple(block for page in paper.pages for block in page.blocks)
        _fill(book.create_sheet("様式"), blocks, paper)
    else:
        for n, blocks in enumerate((part for page in paper.pages for part in worksheets(page)), 1):
            _fill(book.create_sheet(f"様式{n}"), blocks, paper)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def worksheets(page: Page) -> list[tuple[Block, ...]]:
    """The blocks between page breaks."""
    found: list[list[Block]] = [[]]
    for block in page.blocks:
        if isinstance(block, Break):
            found.append([])
        else:
            found[-1].append(block)
    return [tuple(blocks) for blocks in found]


def _fill(sheet: Worksheet, blocks: tuple[Block, ...], paper: Paper) -> None:
    tables = [block for block in blocks if isinstance(block, Table)]
    cuts = list(range(WIDTH + 1)) if paper.grid_paper else edges(tables)
    margin = 1 if paper.margin else 0
    column = {edge: n + margin for n, edge in enumerate(cuts, 1)}
    row = 1 + 2 * margin
    for before, block in pairwise((None, *blocks)):
        row += isinstance(before, Table) and isinstance(block, Table)
        if isinstance(block, Line):
            _write_line(sheet, block, row, (1 + margin, len(cuts) - 1 + margin), upright=paper.portrait)
            row += 1
        elif isinstance(block, Table):
            for one in block.placed():
                _write(sheet, one, row, column, paper.typed)
            for n, height in enumerate(heights(block, paper.portrait)):
                sheet.row_dimensions[row + n].height = height
            row += len(block.rows)
    for n, (left, right) in enumerate(pairwise(cuts), 1 + margin):
        sheet.column_dimensions[get_column_letter(n)].width = _UNIT_WIDTH[paper.portrait] * (right - left)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "portrait" if paper.portrait else "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.3


def _write_line(sheet: Worksheet, line: Line, row: int, columns: tuple[int, int], *, upright: bool) -> None:
    cell = sheet.cell(row, columns[0], line.text)
    cell.data_type = "s"
    cell.alignment = Alignment(horizontal=line.across, vertical="center", wrap_text=True)
    cell.font = Font(name="Noto Sans CJK JP", size=12 if line.strong else 9, bold=line.strong)
    sheet.merge_cells(start_row=row, start_column=columns[0], end_row=row, end_column=columns[1])
    sheet.row_dimensions[row].height = 15 * max(1, _lines(line.text, WIDTH, upright))


def _write(sheet: Worksheet, one: Placed, top: int, column: dict[int, int], typed: bool) -> None:
    first, last = column[one.left], column[one.right] - 1
    cell = sheet.cell(top + one.row, first)
    number = _PLAIN.fullmatch(one.cell.text) if typed and not one.cell.label else None
    if number and not (number["digits"].startswith("0") and len(number["digits"]) > 1):
        cell.value, cell.number_format = _typed(number)
    else:
        cell.value, cell.data_type, cell.number_format = one.cell.text or None, "s" if one.cell.text else "n", "@"
    cell.alignment = Alignment(
        horizontal="center" if one.cell.vertical else one.cell.across,
        vertical="center",
        wrap_text=not one.cell.vertical,
        text_rotation=255 if one.cell.vertical else 0,
    )
    cell.font = Font(name="Noto Sans CJK JP", size=9)
    for line, place in _spots(one, top, first, last):
        spot = sheet.cell(line, place)
        if one.cell.ruled:
            spot.border = _DIAGONAL if one.cell.diagonal else _BORDER
        if one.cell.label:
            spot.fill = _SHADE
    if (last, one.cell.down) != (first, 1):
        sheet.merge_cells(start_row=top + one.row, start_column=first, end_row=top + one.bottom - 1, end_column=last)


def _spots(one: Placed, top: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    yield from ((top + r, c) for r in range(one.row, one.bottom) for c in range(first, last + 1))


def _typed(number: re.Match[str]) -> tuple[float | int, str]:
    """A number with the format that prints it as given: ▲, commas, decimals and unit live in the format only."""
    digits, tail = number["digits"].replace(",", ""), number["tail"] or ""
    shown = ("#,##0" if "," in number["digits"] or len(digits) < 4 else "0") + (
        "." + "0" * (len(tail) - 1) if tail else ""
    )
    unit = f'"{number["unit"]}"' if number["unit"] else ""
    amount = float(digits + tail) if tail else int(digits)
    if number["sign"]:
        return -amount, f'{shown}{unit};"{number["sign"]}"{shown}{unit}'
    return amount, shown + unit


def _lines(text: str, wide: int, upright: bool) -> int:
    """How many lines a text takes in so many units."""
    room = max(1, int(wide * _UNIT_TEXT[upright]))
    return sum(max(1, -(-len(line) // room)) for line in text.split("\n"))


def heights(table: Table, upright: bool) -> list[float]:
    """The height of each row in points, so that no text is cut."""
    found = [15.0] * len(table.rows)
    for one in sorted(table.placed(), key=lambda one: one.cell.down):
        need = _need(one.cell, upright)
        have = sum(found[one.row : one.bottom])
        if need > have:
            for row in range(one.row, one.bottom):
                found[row] += (need - have) / one.cell.down
    return [min(height, 400.0) for height in found]


def _need(cell: Cell, upright: bool) -> float:
    lines = len(cell.text) if cell.vertical else _lines(cell.text, cell.wide, upright)
    return 13.0 * lines + 3
