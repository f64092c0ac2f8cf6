"""``notes``: a row for each ※ note."""

from collections.abc import Iterator

from monosashi.model import Reading
from monosashi.publishing.tables.table import Row, Table, text


def rows(reading: Reading) -> Iterator[Row]:
    """One row a note: its mark as printed, and its words."""
    for note in reading.sheet.notes:
        yield {"mark": text(note.mark), "text": text(note.text)}


NOTES = Table("notes", ("mark", "text"), rows)
