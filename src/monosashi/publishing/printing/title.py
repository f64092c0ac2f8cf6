"""The first line of a form: 標題 and 整理番号; and the headings between its parts."""

from monosashi.forms import Form, PrintedPart
from monosashi.model import Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler
from monosashi.publishing.printing.labels import matching_label

_TITLE_LINE = 24.0
_LINE = 18.0


def title_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The title with the number beside it."""
    title, number = ruler.span(form.title_columns), ruler.span(form.identifier_columns)
    boxes = (
        Box(1, title[0], 1, title[1], sheet.title.text, "/title", Look.TITLE),
        Box(1, number[0], 1, number[1], sheet.identifier.text, "/identifier", Look.IDENTIFIER),
    )
    printed = tuple(box for box in boxes if box.text)
    return Block(printed, (_TITLE_LINE,) if printed else ())


def heading_block(sheet: Sheet, form: Form, part: PrintedPart, ruler: Ruler) -> Block:
    """A heading over the next part, where the sheet's paper bore it."""
    words = matching_label(sheet, "head.heading", part.side) if part.side else None
    if not words or (part.if_borne and not words[1]):
        return Block()
    left, right = ruler.span((1, form.paper.columns))
    return Block((Box(1, left, 1, right, *words, Look.NOTE),), (_LINE,))
