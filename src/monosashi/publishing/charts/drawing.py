"""Drawing: a picture as values, shape by shape, before it is written as SVG.

A shape says where it stands and what it is (its class: the style sheet gives the colour, so that one picture serves
light, dark and paper). Positions are in pixels from the top left of the picture's own box.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from monosashi.model import Message


class Speak(Protocol):
    """The reader's language: words by their key, with values filled in, and messages."""

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key."""

    def of(self, message: Message) -> str:
        """The message in that language."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    tag: ClassVar[str] = "path"
    kind: str
    points: tuple[tuple[float, float], ...]

    @property
    def data(self) -> str:
        """The path's data."""
        return "M" + " L".join(f"{_px(x)} {_px(y)}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Curve:
    """An S-shaped link from one point to another."""

    tag: ClassVar[str] = "path"
    kind: str
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def data(self) -> str:
        """The path's data: both ends leave and arrive level."""
        (x0, y0), (x1, y1) = self.start, self.end
        middle = (x0 + x1) / 2
        return f"M{_px(x0)} {_px(y0)} C{_px(middle)} {_px(y0)} {_px(middle)} {_px(y1)} {_px(x1)} {_px(y1)}"


@dataclass(frozen=True, slots=True)
class Band:
    """A link as thick as what flows through it: from one upright edge to another, each by its top and its height."""

    tag: ClassVar[str] = "path"
    kind: str
    start: tuple[float, float, float]
    end: tuple[float, float, float]

    @property
    def data(self) -> str:
        """The path's data: a closed shape whose two long sides are S-shaped."""
        (x0, y0, h0), (x1, y1, h1) = self.start, self.end
        middle = (x0 + x1) / 2
        there = f"M{_px(x0)} {_px(y0)} C{_px(middle)} {_px(y0)} {_px(middle)} {_px(y1)} {_px(x1)} {_px(y1)}"
        back = f"V{_px(y1 + h1)} C{_px(middle)} {_px(y1 + h1)} {_px(middle)} {_px(y0 + h0)} {_px(x0)} {_px(y0 + h0)} Z"
        return f"{there} {back}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    tag: ClassVar[str] = "rect"
    kind: str
    x: float
    y: float
    width: float
    height: float
    round: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A point's sign: ``shape`` is circle, square, diamond or cross."""

    tag: ClassVar[str] = "path"
    kind: str
    shape: str
    x: float
    y: float
    size: float = 4.5

    @property
    def data(self) -> str:
        """The path's data; a circle is drawn by two arcs, so that every sign is one path."""
        x, y, r = self.x, self.y, self.size
        if self.shape == "circle":
            return f"M{_px(x - r)} {_px(y)} a{_px(r)} {_px(r)} 0 1 0 {_px(2 * r)} 0 a{_px(r)} {_px(r)} 0 1 0 {_px(-2 * r)} 0"
        if self.shape == "square":
            return f"M{_px(x - r)} {_px(y - r)} h{_px(2 * r)} v{_px(2 * r)} h{_px(-2 * r)} Z"
        if self.shape == "diamond":
            return f"M{_px(x)} {_px(y - r)} l{_px(r)} {_px(r)} l{_px(-r)} {_px(r)} l{_px(-r)} {_px(-r)} Z"
        return f"M{_px(x - r)} {_px(y - r)} l{_px(2 * r)} {_px(2 * r)} m0 {_px(-2 * r)} l{_px(-2 * r)} {_px(2 * r)}"


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text at its baseline. ``anchor``: start, middle or end; ``upright``: written from top to bottom."""

    tag: ClassVar[str] = "text"
    kind: str
    x: float
    y: float
    text: str
    anchor: str = "start"
    upright: bool = False


Shape = Line | Curve | Band | Box | Mark | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its box, its name and what it shows in words, and its shapes from back to front."""

    key: str
    width: float
    height: float
    title: str
    desc: str
    shapes: tuple[Shape, ...]

    def of(self, kind: str) -> Iterator[Shape]:
        """The shapes of a kind, in order."""
        return (shape for shape in self.shapes if shape.kind.split()[0] == kind)


def _px(length: float) -> str:
    """A length to a tenth of a pixel, without a tail of zeros."""
    return f"{length:.1f}".removesuffix(".0")
