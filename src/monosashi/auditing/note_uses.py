"""Where the sheet refers to its notes: every ※ mark in a printed text, and what it refers to.

A ※ without a number (※当面は...) refers to nothing. A mark that opens a line with words after it defines itself on the
spot, as small print inside a cell does.
"""

import re
from collections.abc import Iterator

from monosashi.model import Sheet
from monosashi.model.mark import note_key, note_marks
from monosashi.model.measuring.once import once
from monosashi.model.path import leaves

_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\x0b")

_MAY_HOLD_MARK = re.compile(r"[※注註]")
_YEAR_GOES_ON = re.compile(r"\d|年")


@once
def note_uses(sheet: Sheet) -> dict[str, list[tuple[str, str]]]:
    """The places that use each mark, by the mark's key: path and mark as printed, in printed order."""
    uses: dict[str, list[tuple[str, str]]] = {}
    definitions = {f"/notes/{n}/mark" for n in range(len(sheet.notes))}
    for path, text in leaves(sheet):
        if path not in definitions and _MAY_HOLD_MARK.search(text):
            for mark in _used(text):
                uses.setdefault(note_key(mark), []).append((path, mark))
    return uses


def _used(text: str) -> Iterator[str]:
    """The marks a text uses and does not itself define."""
    found, local = [], set()
    for line in _BREAK.split(text):
        at = 0
        for mark in note_marks(line):
            start = line.index(mark, at)
            at = start + len(mark)
            rest = line[at:].strip()
            if _YEAR_GOES_ON.match(line, at):
                continue  # ※2019年度の値は…: a remark that begins with a year
            if not line[:start].strip() and rest:
                local.add(note_key(mark))
            else:
                found.append(mark)
    return (mark for mark in found if note_key(mark) not in local)
