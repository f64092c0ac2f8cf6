"""The official form as a page: the boxes of the printed form as ruled tables, to be read in a browser and printed from it.

Every part of the form is a table of its own whose columns have the form's widths; titles, headings and notes are
paragraphs. A text that begins or runs with blanks keeps them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from monosashi.forms import Form
from monosashi.model import Sheet
from monosashi.publishing.html.environment import documents
from monosashi.publishing.printing import laid_out
from monosashi.publishing.printing.box import Block, Box, Look

#: What is printed without rules, as a line of its own.
_LINES = frozenset({Look.NOTE, Look.TITLE, Look.IDENTIFIER})
#: Blanks that a page would run together.
_BLANKS = re.compile(r"^ | $| {2,}|\t", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """A cell of a part's table: its text as markup, the spans it asks for; ``scope`` of a label's cell, else nothing."""

    text: Markup
    look: str
    rows: int = 1
    columns: int = 1
    scope: str = ""


@dataclass(frozen=True)
class Part:
    """A part of the form: lines without rules, or the rows of a table."""

    lines: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    together: bool = False


def sheet_to_print_html(sheet: Sheet, form: Form, style: str = "") -> str:
    """The sheet printed on the blank form, as one page. ``style``: the address of its style sheet (``print.css``); without
    one the page carries its style and stands alone.

    Raises ``CannotPublish`` with the path of a text that the form has no place for, ``FormNotPrintable`` where the form
    does not say where things are printed.
    """
    printed = laid_out(sheet, form)
    columns = printed.ruler.span((1, form.paper.columns))[1]
    return (
        documents()
        .get_template("print_document.html")
        .render(
            name=sheet.title.text or form.name.ja,
            head=[_cell(box) for box in printed.title.boxes],
            parts=[_part(block, columns) for block in printed.parts],
            columns=columns,
            paper=form.paper,
            style=style,
        )
    )


def _part(block: Block, columns: int) -> Part:
    if all(box.look in _LINES for box in block.boxes):
        return Part(lines=tuple(_cell(box) for box in block.boxes))
    rows = tuple(tuple(_row(block, line, columns)) for line in range(1, len(block.least) + 1))
    return Part(rows=rows, together=(1, len(block.least)) in block.together)


def _row(block: Block, line: int, columns: int) -> Iterator[Cell]:
    """The cells that begin in a line, and an empty one for each stretch of it where nothing is printed."""
    here = sorted((box for box in block.boxes if box.top <= line <= box.bottom), key=lambda box: box.left)
    at = 1
    for box in here:
        if box.left > at:
            yield Cell(Markup(), "gap", columns=box.left - at)
        if box.top == line:
            spans = box.bottom - box.top + 1, box.right - box.left + 1
            yield Cell(_markup(box.text), box.look.value, *spans, _scope(box, block))
        at = box.right + 1
    if at <= columns:
        yield Cell(Markup(), "gap", columns=columns + 1 - at)


def _scope(box: Box, block: Block) -> str:
    """What a label heads: the row beside it, where a text stands there, else the column below it."""
    if box.look is not Look.LABEL or not box.text:
        return ""
    beside = any(
        one.look is not Look.LABEL and one.left == box.right + 1 and one.top <= box.bottom and one.bottom >= box.top
        for one in block.boxes
    )
    spans = box.bottom - box.top, box.right - box.left
    group = "group" if (spans[0] if beside else spans[1]) else ""
    return ("row" if beside else "col") + group


def _cell(box: Box) -> Cell:
    return Cell(_markup(box.text), box.look.value)


def _markup(text: str) -> Markup:
    """The text with its line breaks; one with blanks that a page would run together is kept as it is."""
    if _BLANKS.search(text):
        return Markup("<pre>{}</pre>").format(text)
    return Markup("<br>").join(escape(line) for line in re.split(r"\r\n|[\r\n\x0b\u2028]", text))
