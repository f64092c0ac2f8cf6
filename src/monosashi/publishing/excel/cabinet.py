"""The table of the cabinet's decisions with the label at its side, and the notes below the form."""

from collections.abc import Iterator

from monosashi.forms import Form
from monosashi.model import CabinetLink, Note, Sheet
from monosashi.publishing.excel.box import Block, Box, Look, Ruler
from monosashi.publishing.excel.labels import column_label, printed_label

_LINE = 16.0
_NOTE_LINE = 15.0


def cabinet_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The table; nothing where the sheet names no decision."""
    if not sheet.cabinet:
        return Block()
    table = form.table("cabinet")
    last = 1 + len(sheet.cabinet)
    boxes: list[Box] = []
    if table.side and table.side_columns:
        left, right = ruler.span(table.side_columns)
        boxes.append(Box(1, left, last, right, *printed_label(sheet, "cabinet.side", table.side), Look.LABEL))
    for spec in table.columns:
        left, right = ruler.span(spec.columns)
        boxes.append(Box(1, left, 1, right, *column_label(sheet, table, spec), Look.LABEL))
        for n, link in enumerate(sheet.cabinet):
            text = _texts(link)[spec.role]
            boxes.append(Box(n + 2, left, n + 2, right, text, f"/cabinet/{n}/{spec.role}", _look(spec.role)))
    return Block(tuple(boxes), (_LINE,) * last, ((1, 2),))


def _texts(link: CabinetLink) -> dict[str, str]:
    return {"name": link.name, "date": link.date.text, "excerpt": link.excerpt}


def _look(role: str) -> Look:
    return Look.VALUE if role == "date" else Look.TEXT


def notes_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """One line a note over the whole width, without borders: its mark, then its words."""
    return Block(tuple(_notes(sheet, form, ruler)), (_NOTE_LINE,) * len(sheet.notes))


def _notes(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Box]:
    left, right = ruler.span((1, form.paper.columns))
    for n, note in enumerate(sheet.notes):
        yield Box(n + 1, left, n + 1, right, _note_text(note), f"/notes/{n}/text", Look.NOTE)


def _note_text(note: Note) -> str:
    return f"{note.mark}　{note.text}" if note.mark and note.text else note.mark + note.text
