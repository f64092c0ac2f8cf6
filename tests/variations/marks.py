"""Marks: what is drawn in a cell and is no border: lines under and through its text, across it, a filling behind it."""

from collections.abc import Iterator

from tests.variations.letters import PAD, breadth, start, wrapped
from tests.variations.rules import BORDERS
from tests.variations.table import Box, Slot

#: How far below the baseline a line runs, in parts of the letters' size.
_LINES = {"underline": -0.14, "strike": 0.34}


def marked(slot: Slot, room: Box, size: float, marks: str) -> Iterator[str]:
    """The marks of one cell; the room has y upwards, so that its top is its lower edge."""
    wide, high = room.width, room.height
    if marks in _LINES and slot.text and not slot.vertical:
        yield from _along_the_text(slot, room, size, _LINES[marks])
    elif marks == "diagonal" and not slot.text:
        yield BORDERS["thin"]((room.x0, room.bottom, room.x1, room.top))
    elif marks == "shaded" and (slot.row + slot.column) % 2 == 0:
        yield f"q 0.9 g {room.x0:.3f} {room.top:.3f} {wide:.3f} {high:.3f} re f Q"
    elif marks == "inverse" and slot.row == 0:
        yield f"q 0.1 g {room.x0:.3f} {room.top:.3f} {wide:.3f} {high:.3f} re f Q"


def _along_the_text(slot: Slot, room: Box, size: float, up: float) -> Iterator[str]:
    if slot.align.startswith(("over", "spill")):
        return
    for n, line in enumerate(wrapped(slot.text, room.width - 2 * PAD, size)):
        y = room.bottom - PAD - size * 0.86 - n * (size + 1) + up * size
        x = start(slot.align, room, breadth(line, size))
        if y > room.top:
            yield BORDERS["thin"]((x, y, x + breadth(line, size), y))
