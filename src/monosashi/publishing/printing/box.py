"""Box: one cell of the printed form before it has rows and columns of a worksheet; Block: a part of the form.

Columns are those of the form's grid (1 to 60), cut finer by a ``Ruler`` where a sheet prints more years than the grid
has columns for. Rows are *lines of the form*, however high: a line higher than a worksheet's row may be becomes
several rows when it is printed (``heights``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise


class Look(Enum):
    """How a box is drawn."""

    TITLE = "title"
    IDENTIFIER = "identifier"
    LABEL = "label"
    TEXT = "text"
    RUNNING = "running"
    VALUE = "value"
    NOTE = "note"
    UNIT = "unit"


#: Texts whose cells run on over several measures hang from the top of their cell, so that they stand where the cell
#: begins, and a page may end below their last line.
AT_TOP = frozenset({Look.RUNNING})


@dataclass(frozen=True)
class Box:
    """A text with the lines and columns it covers, 1-based and inclusive, and the path of its leaf. ``also``: the paths
    of other leaves that stand in it."""

    top: int
    left: int
    bottom: int
    right: int
    text: str = ""
    path: str = ""
    look: Look = Look.TEXT
    also: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every leaf that stands in it."""
        return (self.path, *self.also)

    @property
    def at_top(self) -> bool:
        """Whether the text hangs from the top edge (else it stands in the middle)."""
        return self.look in AT_TOP


Span = tuple[int, int]


@dataclass(frozen=True)
class Ruler:
    """The form's columns as columns of the worksheet: each is cut in ``fineness``."""

    fineness: int = 1

    def span(self, columns: Span) -> Span:
        """The worksheet's columns of the form's columns."""
        return (columns[0] - 1) * self.fineness + 1, columns[1] * self.fineness

    def divide(self, columns: Span, into: int) -> tuple[Span, ...]:
        """The form's columns shared out as evenly as whole columns allow.

        >>> Ruler().divide((39, 50), 5)
        ((39, 40), (41, 42), (43, 45), (46, 47), (48, 50))
        """
        left, right = self.span(columns)
        edges = [left + (right - left + 1) * n // into for n in range(into + 1)]
        return tuple((a, b - 1) for a, b in pairwise(edges))


@dataclass(frozen=True)
class Block:
    """Some lines of the form: their boxes, the least height of each line in points, and the runs of lines that stay on
    one page where they can (a table's head with its first entry)."""

    boxes: tuple[Box, ...] = ()
    least: tuple[float, ...] = ()
    together: tuple[Span, ...] = ()

    def over(self, other: "Block") -> "Block":
        """This block with the other right below it."""
        down = len(self.least)
        lowered = (replace(box, top=box.top + down, bottom=box.bottom + down) for box in other.boxes)
        together = ((first + down, last + down) for first, last in other.together)
        return Block((*self.boxes, *lowered), self.least + other.least, (*self.together, *together))


#: The empty line between two parts of the form, in points.
GAP = 8.0


def stacked(blocks: Iterable[Block]) -> Block:
    """The blocks one below the other with a gap between them; blocks without lines are left out."""
    form = Block()
    for block in blocks:
        if block.least:
            form = form.over(Block(least=(GAP,) if form.least else ())).over(block)
    return form
