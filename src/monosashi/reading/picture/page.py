"""Page: what a picture shows, a page with its boxes, all in points from the top left."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import Place
from monosashi.reading.picture.lettering import LINE, SIZE
from monosashi.reading.picture.marks import Mark


@dataclass(frozen=True, slots=True)
class Box:
    """A mark with its rectangle on the picture, in points, and its text in lines where the picture must draw it."""

    mark: Mark
    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[str, ...] = ()
    size: float = SIZE
    pad: float = 0.0

    def placed_lines(self) -> tuple[tuple[float, float, str], ...]:
        """Each line with where its base begins."""
        step = self.size * LINE / SIZE
        first = self.top + self.pad + step * 0.78
        return tuple((self.x0 + self.pad, first + n * step, line) for n, line in enumerate(self.lines))


@dataclass(frozen=True, slots=True)
class PicturePage:
    """One page: its number, its worksheet's name where it has one, its size in points, and its boxes.

    ``drawn``: nothing but the boxes is known of it; otherwise an image of the page lies beneath them.
    """

    number: int
    name: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    drawn: bool

    def boxes_at(self, places: Sequence[Place]) -> tuple[Box, ...]:
        """The boxes that stand at one of those places."""
        return tuple(box for box in self.boxes if box.mark.place in places)


def large_first(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes in the order they are painted: a small one that lies over a large one can still be pointed at."""
    return tuple(sorted(boxes, key=lambda box: (box.x0 - box.x1) * (box.bottom - box.top)))
