"""Drawn: a form printed by our own hand, in any way a PDF allows, with the box of every cell known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.variations.frame import Frame, framed
from tests.variations.letters import PAD, Fonts, breadth, downwards, start, wrapped, written
from tests.variations.marks import marked
from tests.variations.pdf_file import PdfFile
from tests.variations.rules import BORDERS, edges, one_path, rectangles
from tests.variations.table import Box, Form, Line, Slot, Table
from tests.variations.truth import Seen, TrueCell, Truth


@dataclass(frozen=True)
class Style:
    """How a form is drawn. Each field is one thing that differs between producers; ``breaks`` is what becomes of the
    text of a cell that a page break cuts, ``heads`` whether head rows stand on each page."""

    border: str = "thin"
    frame: str = "full"
    font: str = "ucs2"
    writing: str = "line"
    page: str = "plain"
    wrap: str = "none"
    breaks: str = "repeat"
    marks: str = ""
    order: str = "rules-first"
    heads: str = "once"


@dataclass(frozen=True)
class Printed:
    """A PDF and what is on it."""

    name: str
    data: bytes
    truth: Truth


@dataclass(frozen=True)
class _Part:
    """Rows of a table on one page."""

    table: Table
    index: int
    x: float
    y: float
    first: int
    end: int
    page: int
    again: bool = False


_MARGIN = 30.0


def draw(form: Form, style: Style) -> Printed:
    """Print a form in a style. Where a page has a UserUnit, boxes are in that unit, which pdfium does not tell."""
    if style.font.endswith("-bare"):
        form = _no_lone_signs(form)
    parts = [part for index, placed in enumerate(form.tables) for part in _parts(form, index, *placed, style)]
    pages = max((part.page for part in parts), default=1)
    file, fonts = PdfFile(packed=style.page != "plain"), Fonts(style.font)
    contents = []
    for page in range(1, pages + 1):
        here = [part for part in parts if part.page == page]
        lines = form.lines if page == 1 else ()
        contents.append((_ruled(here, form, style), _lettered(here, lines, form, style, fonts)))
    root = framed(file, contents, fonts, Frame(form.width, form.height, style.page, style.wrap, style.order))
    return Printed(form.name, file.bytes(root), _truth(form, parts, style))


def book(forms: Sequence[Form], style: Style) -> bytes:
    """Forms of one page each, one after the other in one PDF."""
    file, fonts = PdfFile(), Fonts(style.font)
    contents = []
    for form in forms:
        parts = [part for index, placed in enumerate(form.tables) for part in _parts(form, index, *placed, style)]
        contents.append((_ruled(parts, form, style), _lettered(parts, form.lines, form, style, fonts)))
    frame = Frame(forms[0].width, forms[0].height, style.page, style.wrap, style.order)
    return file.bytes(framed(file, contents, fonts, frame))


def _no_lone_signs(form: Form) -> Form:
    """pdfium drops a text of one character whose font is not embedded where the machine has no such glyph; so that the
    variations say the same on every machine, no text is that short."""
    tables = []
    for x, y, table in form.tables:
        slots = tuple(replace(slot, text=slot.text * 2 if len(slot.text) == 1 else slot.text) for slot in table.slots)
        tables.append((x, y, replace(table, slots=slots)))
    return replace(form, tables=tuple(tables))


def _parts(form: Form, index: int, x: float, y: float, table: Table, style: Style) -> list[_Part]:
    """A table cut into pages where the next row would pass the bottom margin."""
    parts, page, first = [], 1, 0
    while first < len(table.heights):
        head = table.header if page > 1 and style.heads == "repeated" else 0
        top = y if page == 1 else _MARGIN
        if head:
            parts.append(_Part(table, index, x, top, 0, head, page, again=True))
            top += table.ys[head]
        end = first + 1
        while end < len(table.heights) and top + table.ys[end + 1] - table.ys[first] <= form.height - _MARGIN:
            end += 1
        parts.append(_Part(table, index, x, top, first, end, page))
        page, first = page + 1, end
    return parts


def _room(part: _Part, slot: Slot, first: int, end: int) -> Box:
    """Where rows first..end of a slot stand on the page, y downwards."""
    xs, ys, up = part.table.xs, part.table.ys, part.y - part.table.ys[part.first]
    return Box(part.x + xs[slot.column], up + ys[first], part.x + xs[slot.end_column], up + ys[end])


def _ruled(parts: list[_Part], form: Form, style: Style) -> str:
    ink = []
    for part in parts:
        lines = [
            (x0 + part.x, form.height - y0 - part.y, x1 + part.x, form.height - y1 - part.y)
            for x0, y0, x1, y1 in edges(part.table, part.first, part.end, style.frame)
        ]
        if style.border == "one-path":
            ink.append(one_path(lines))
        elif style.border in ("S", "B", "panels"):
            rooms = [_room(part, *shown) for shown in part.table.rows(part.first, part.end)]
            ink.append(rectangles([_up(room, form.height) for room in rooms], style.border))
        else:
            ink += [BORDERS[style.border](line) for line in lines]
        for slot, first, end in part.table.rows(part.first, part.end):
            if first == slot.row:
                ink += marked(slot, _up(_room(part, slot, first, end), form.height), form.size, style.marks)
    return "\n".join(ink)


def _up(room: Box, height: float) -> Box:
    return Box(room.x0, height - room.bottom, room.x1, height - room.top)


def _lettered(parts: list[_Part], lines: tuple[Line, ...], form: Form, style: Style, fonts: Fonts) -> str:
    ink = [written(line.text, line.x, form.height - line.y, line.size, fonts, style.writing) for line in lines]
    for part in parts:
        for slot, first, end in part.table.rows(part.first, part.end):
            shown = _shown_text(part, slot, first, end, form.size, style)
            if shown:
                room = _room(part, slot, first, end)
                above = part.table.ys[first] - part.table.ys[slot.row] if style.breaks == "repeat" else 0.0
                ink.append(_cell(replace(slot, text=shown), room, above, form, style, fonts))
    return "\n".join(ink)


def _shown_text(part: _Part, slot: Slot, first: int, end: int, size: float, style: Style) -> str:
    """What of a slot's text is printed in its rows first..end: all of it, or the lines that fit there."""
    whole = end - first == slot.rows
    if whole or style.breaks == "repeat":
        return slot.text
    room = part.table.room(slot)
    lines = wrapped(slot.text, room.width - 2 * PAD, size)
    ys = part.table.ys
    before, after = (int((ys[y] - ys[slot.row] - 2 * PAD) // (size + 1)) for y in (first, end))
    skipped = max(0, before) if first > slot.row else 0
    return "\n".join(lines[skipped : after if end < slot.end_row else None])


def _cell(slot: Slot, room: Box, above: float, form: Form, style: Style, fonts: Fonts) -> str:
    """The text of a slot; of one that began on an earlier page, as far above as it would stand without the break."""
    size = form.size
    top = form.height - room.top - PAD + above
    colour = "1 g" if style.marks == "inverse" and slot.row == 0 else ""
    if slot.vertical:
        return f"q {colour} {downwards(slot.text, (room.x0 + room.x1) / 2, top, size, fonts)} Q"
    over = slot.align.startswith(("over", "spill"))
    lines = [slot.text] if over else wrapped(slot.text, room.width - 2 * PAD, size)
    clip = ""
    tall = len(lines) * (size + 1) + 2 * PAD > room.height + 0.1
    if above or tall or slot.align.startswith("over"):
        box = _up(room, form.height)
        clip = f"{box.x0:.3f} {box.top:.3f} {box.width:.3f} {box.height:.3f} re W n"
    ink = []
    for n, line in enumerate(lines):
        x = start(slot.align, room, breadth(line, size))
        ink.append(written(line, x, top - size * 0.86 - n * (size + 1), size, fonts, style.writing))
    return f"q {colour} {clip} {' '.join(ink)} Q"


def _truth(form: Form, parts: list[_Part], style: Style) -> Truth:
    cells = []
    for index, (_, _, table) in enumerate(form.tables):
        for slot in table.slots:
            if not slot.text:
                continue
            shown = [
                (part, max(slot.row, part.first), min(slot.end_row, part.end)) for part in parts if part.index == index
            ]
            seen = tuple(
                Seen(
                    part.page,
                    _room(part, slot, first, end),
                    bool(_shown_text(part, slot, first, end, form.size, style)) and not part.again,
                )
                for part, first, end in shown
                if first < end
            )
            span = ((slot.row, slot.end_row), (slot.column, slot.end_column))
            cells.append(TrueCell(slot.text, index, *span, seen))
    loose = tuple((1, line.text) for line in form.lines)
    return Truth(tuple(cells), loose)
