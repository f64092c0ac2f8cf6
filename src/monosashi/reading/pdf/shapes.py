"""Shapes: what a page of a PDF shows, in points from the paper's top left, as the reader of a person sees it.

All of them are plain tuples, so that each stage's result can be looked at, drawn and compared.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the paper."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlap(self, other: "Box") -> float:
        """The area both cover."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)

    @property
    def area(self) -> float:
        """Width times height."""
        return (self.x1 - self.x0) * (self.bottom - self.top)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around one or more others.

    >>> around([Box(1, 2, 3, 4), Box(0, 3, 2, 6)])
    Box(x0=0, top=2, x1=3, bottom=6)
    """
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


class Stroke(NamedTuple):
    """One straight piece of a border as it was drawn: ``at`` across, from ``start`` to ``end`` along."""

    upright: bool
    at: float
    start: float
    end: float


class Rule(NamedTuple):
    """A ruled line: the pieces that lie on one another, or go on from one another, put together."""

    upright: bool
    at: float
    start: float
    end: float


#: The text of a run that shows nothing: a blank drawn on its own, as wide as the gap it stands in.
BLANK = "\N{SYMBOL FOR SPACE}"


class Run(NamedTuple):
    """Characters that one text object draws: what they say, the box of their ink, where the first one's baseline
    begins, their place in the drawing order, and where they are found again in the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    base: float
    order: int
    handle: int = 0
    first: int = 0
    last: int = 0
    hidden: bool = False
    clipped: bool = False

    @property
    def box(self) -> Box:
        """The box of its ink."""
        return Box(self.x0, self.top, self.x1, self.bottom)

    def at(self, text: str, box: Box) -> "Run":
        """The same run with other letters in another box."""
        return self._replace(text=text, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


class Frame(NamedTuple):
    """The four sides of a cell; a side is open where no line was drawn and the table's end closes it."""

    box: Box
    open_top: bool = False
    open_bottom: bool = False


class PageCell(NamedTuple):
    """What stands in one frame of a page, or, without a frame, outside every table. ``beyond``: some of its lines stand
    above or under the frame, where they are not seen."""

    text: str
    box: Box
    frame: Frame | None = None
    beyond: bool = False
