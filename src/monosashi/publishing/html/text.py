"""Printed text for a page: the ※ marks in it lead to the notes they stand for.

>>> [(piece.text, piece.note) for piece in pieces("予算額（※3）", {"※3": "/notes/2"})]
[('予算額（', ''), ('※3', '/notes/2'), ('）', '')]
"""

from collections.abc import Mapping
from dataclasses import dataclass

from monosashi.model import Sheet
from monosashi.model.mark import note_key, note_marks


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``note``: the path of the note it points to, or nothing."""

    text: str
    note: str = ""


def note_paths(sheet: Sheet) -> dict[str, str]:
    """From each note's key to its path; the first of two notes under one mark."""
    found: dict[str, str] = {}
    for n, note in enumerate(sheet.notes):
        found.setdefault(note_key(note.mark), f"/notes/{n}")
    return found


def pieces(text: str, notes: Mapping[str, str]) -> tuple[Piece, ...]:
    """The text cut at its note marks; put together again it is the text."""
    found: list[Piece] = []
    at = 0
    for mark in note_marks(text):
        start = text.index(mark, at)
        found += [Piece(text[at:start])] if start > at else []
        found.append(Piece(mark, notes.get(note_key(mark), "")))
        at = start + len(mark)
    return (*found, Piece(text[at:])) if at < len(text) else tuple(found)
