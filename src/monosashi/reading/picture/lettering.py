"""Lettering: how much room a text takes, by the letters alone; a full-width letter is as wide as it is high."""

from math import sqrt
from unicodedata import combining, east_asian_width

#: The letters of a drawn page, in points.
SIZE = 9.0
LINE = 12.5
#: Between a cell's frame and its text.
PAD = 3.0
#: Marks that do not begin a line.
_NEVER_FIRST = frozenset("、。，．・：；！？）］｝」』】〉》〕％℃)]},.:;!?%ー々")
#: No cell asks for more than this many full-width letters beside each other.
_WIDEST = 32


def width(text: str) -> float:
    """How wide a line is, in full-width letters.

    >>> width("物差し"), width("R3")
    (3.0, 1.12)
    """
    return round(sum(_letter(letter) for letter in text), 2)


def _letter(letter: str) -> float:
    if combining(letter) or letter < " ":
        return 0.0
    return 1.0 if east_asian_width(letter) in "WFA" else 0.56


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """The lines of a text in that many full-width letters; it breaks where it must, as Japanese does, and takes a
    letter along where a closing mark would begin a line.

    >>> wrapped("政策評価", 2), wrapped("政策。", 2)
    (('政策', '評価'), ('政', '策。'))
    """
    lines: list[str] = []
    for printed in text.splitlines() or [""]:
        line, used = "", 0.0
        for letter in printed:
            wide = _letter(letter)
            if line and used + wide > room + 0.01:
                kept = len(line) - (letter in _NEVER_FIRST and len(line) > 1)
                lines.append(line[:kept])
                line, used = line[kept:], width(line[kept:])
            line, used = line + letter, used + wide
        lines.append(line)
    return tuple(lines)


def room_wanted(text: str) -> float:
    """How wide a cell with this text would like to be, in points: short lines whole, long ones as a block."""
    lines = [width(line) for line in text.splitlines()] or [0.0]
    block = max(5.0, sqrt(2.4 * sum(lines)))
    return min(max(lines), block, _WIDEST) * SIZE + 2 * PAD
