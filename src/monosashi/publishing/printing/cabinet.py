"""The table of the cabinet's decisions with the label at its side, and the notes below the form."""

from collections.abc import Iterator

from monosashi.forms import Form, Layout, TableSpec
from monosashi.model import CabinetLink, Note, Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler
from monosashi.publishing.printing.labels import column_label, is_made, printed_label

_LINE = 16.0
_NOTE_LINE = 15.0


def cabinet_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The table, or the lines. Where the sheet names no decision, what the form prints for none: nothing as a rule."""
    table = form.table("cabinet") if form.has("cabinet") else None
    if table is None or not (sheet.cabinet or _says_none(sheet, table)):
        return Block()
    if table.layout is Layout.LINES and not sheet.label("cabinet.name"):
        return _lines(sheet, table, ruler)
    last = 1 + max(1, len(sheet.cabinet))
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
        if not sheet.cabinet:
            boxes.append(Box(2, left, 2, right, table.none, look=Look.VALUE))
    return Block(tuple(boxes), (_LINE,) * last, ((1, 2),))


def _says_none(sheet: Sheet, table: TableSpec) -> bool:
    """Whether the form has words for none, and this sheet's paper bore the table."""
    printed = any(label.role.startswith("cabinet.") for label in sheet.labels)
    return bool(table.none) and (printed or is_made(sheet) or table.layout is Layout.LINES)


def _lines(sheet: Sheet, table: TableSpec, ruler: Ruler) -> Block:
    """All decisions in one cell beside their label, a line each: name, then the day in brackets."""
    boxes: list[Box] = []
    if table.side and table.side_columns:
        left, right = ruler.span(table.side_columns)
        boxes.append(Box(1, left, 1, right, *printed_label(sheet, "cabinet.side", table.side), Look.LABEL))
    left, right = ruler.span(table.columns[0].columns)
    paths = [f"/cabinet/{n}/{part}" for n in range(len(sheet.cabinet)) for part in ("name", "date", "excerpt")]
    text = "\n".join(_line(link) for link in sheet.cabinet) or table.none
    boxes.append(Box(1, left, 1, right, text, "".join(paths[:1]), Look.TEXT, tuple(paths[1:])))
    return Block(tuple(boxes), (_LINE,))


def _line(link: CabinetLink) -> str:
    if not link.date.text:
        return f"○{link.name}{link.excerpt}"
    return f"○「{link.name}」（{link.date.text}）{link.excerpt}"


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
