"""Blocks: paragraphs and tables of a Word file, in order, whatever they are wrapped in.

A table's cells stand where ``w:gridBefore``, ``w:gridSpan`` and ``w:vMerge`` put them. A cell that continues the one
above it prints nothing of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from monosashi.reading.flow import DEEPEST, Block, Table, TableCell, Text, TooMany
from monosashi.reading.word.names import attribute, child, name_of, number, value
from monosashi.reading.word.paragraph import Book, is_at_right, read_paragraph

_WIDEST = 1000
_DELETED = frozenset({"w:del", "w:moveFrom"})


def read_blocks(container: etree._Element, book: Book, part: str = "", depth: int = 0) -> Iterator[Block]:
    """The blocks of a body, a cell, a text box, a header or a note. Raises ``TooMany``."""
    if depth > DEEPEST:
        raise TooMany
    for element in _unwrapped(container, {"w:p", "w:tbl", "w:altChunk"}, book):
        name = name_of(element)
        if name == "w:p":
            text, boxes = read_paragraph(element, book)
            yield Text(text, at_right=is_at_right(element, book), part=part)
            for box in boxes:
                yield from read_blocks(box, book, part, depth + 1)
        elif name == "w:tbl":
            yield _table(element, book, part, depth)
        else:
            book.seen.chunks += 1


def _unwrapped(container: etree._Element, wanted: set[str], book: Book, depth: int = 0) -> Iterator[etree._Element]:
    """The elements of those names, out of content controls, custom markup, and insertions."""
    if depth > DEEPEST * 4:
        raise TooMany
    for element in container:
        name = name_of(element)
        if name in wanted:
            yield element
        elif name in _DELETED:
            book.seen.changes += 1
        elif name == "mc:AlternateContent":
            yield from _unwrapped(next(iter(element), element), wanted, book, depth + 1)
        elif name and not name.endswith("Pr"):
            book.seen.changes += name in {"w:ins", "w:moveTo"}
            yield from _unwrapped(element, wanted, book, depth + 1)


def _table(table: etree._Element, book: Book, part: str, depth: int) -> Table:
    cells: list[TableCell] = []
    open_at: dict[int, int] = {}  # the cell, by its place in ``cells``, that goes on downwards from a column
    rows = widest = 0
    for row in _unwrapped(table, {"w:tr"}, book):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            book.seen.changes += 1
            continue
        column, still_open = min(number(value(properties, "w:gridBefore")), _WIDEST), {}
        for cell in _unwrapped(row, {"w:tc"}, book):
            about = child(cell, "w:tcPr")
            span = max(1, min(number(value(about, "w:gridSpan"), 1), _WIDEST))
            above = open_at.get(column)
            if _goes_on_sideways(about) and cells and cells[-1].row == rows:
                cells[-1] = replace(cells[-1], columns=cells[-1].columns + span)
            elif above is not None and _goes_on(about):
                cells[above] = replace(cells[above], rows=rows - cells[above].row + 1)
                still_open[column] = above
                _tell_covered(cell, book, depth)
            else:
                content = tuple(read_blocks(cell, book, part, depth + 1))
                cells.append(TableCell(rows, column, 1, span, content))
                if child(about, "w:vMerge") is not None:
                    still_open[column] = len(cells) - 1
            column += span
        rows, widest, open_at = rows + 1, max(widest, column), still_open
    return Table(tuple(cells), rows, widest)


def _goes_on(about: etree._Element | None) -> bool:
    """Whether a cell continues the one above it."""
    merge = child(about, "w:vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _goes_on_sideways(about: etree._Element | None) -> bool:
    """Whether a cell continues the one to its left, as old files say it."""
    merge = child(about, "w:hMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _tell_covered(cell: etree._Element, book: Book, depth: int) -> None:
    """Words in a cell that another one covers are not printed, but they are there."""
    for block in read_blocks(cell, book, "", depth + 1):
        if isinstance(block, Text) and block.text.strip():
            book.seen.hidden.append(block.text.strip())
