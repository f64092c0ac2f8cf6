"""Intake: a document is read and kept, so that its pages can be looked at."""

from pathlib import Path

from monosashi.office.library import Library
from monosashi.office.verbs import read_document


def take_in(library: Library, path: Path) -> tuple[str, ...]:
    """Keep a file and the sheets in it; their addresses in the library. Raises ``MonosashiError``, and keeps nothing."""
    data, readings = read_document(path)
    return tuple(entry.slug for entry in library.add(data, readings))
