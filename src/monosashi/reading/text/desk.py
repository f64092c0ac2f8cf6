"""The desk: the items of a text, which of them are placed where, and why where it is a guess.

Items lie in the order of the text. Each is placed once; what is placed by wording or nearness instead of by its own
words, or by standing next to its label, is a guess, with its reason.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from monosashi.model import Message, Place
from monosashi.reading.grid import GridCell
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind


@dataclass
class Desk:
    """Items with their places in the sheet."""

    items: list[Item]
    columns: bool
    placed: dict[int, str] = field(default_factory=dict)
    taken: list[tuple[str, Item]] = field(default_factory=list)
    furniture: list[Item] = field(default_factory=list)
    guesses: list[tuple[str, Message]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.at = {id(item): n for n, item in enumerate(self.items)}

    def index(self, item: Item) -> int:
        """Where an item lies in the text."""
        return self.at[id(item)]

    def is_free(self, item: Item) -> bool:
        """Whether an item is placed nowhere yet."""
        return id(item) not in self.placed

    def free(self, *kinds: Kind) -> Iterator[Item]:
        """The items of these kinds that are placed nowhere yet, in order."""
        return (item for item in self.items if item.kind in kinds and self.is_free(item))

    def take(self, path: str, items: Iterable[Item], why: Message | None = None) -> None:
        """Place items at a path; ``why`` where that is a guess."""
        for item in items:
            self.placed.setdefault(id(item), path)
            self.taken.append((path, item))
        if why and (path, why) not in self.guesses:
            self.guesses.append((path, why))

    def furnish(self, items: Iterable[Item]) -> None:
        """These items are labels of the form."""
        for item in items:
            self.placed.setdefault(id(item), "")
            self.furniture.append(item)

    def next_free(self, item: Item, *kinds: Kind, within: int = 1) -> Item | None:
        """The nearest free item of these kinds among the few that follow."""
        after = self.items[self.index(item) + 1 : self.index(item) + 1 + within]
        return next((other for other in after if other.kind in kinds and self.is_free(other)), None)

    def distance(self, one: Item, other: Item) -> float:
        """How far apart two items lie: by lines where columns are kept, else by the items between them."""
        if self.columns:
            return abs(one.middle - other.middle)
        return abs(self.index(one) - self.index(other))

    def nearest(self, to: Item, items: Iterable[Item]) -> Item | None:
        """The item that lies nearest; the earlier of two."""
        return min(items, key=lambda item: (self.distance(to, item), self.index(item)), default=None)

    def runs(self, kind: Kind, fits: Callable[[Item, Item], bool]) -> list[list[Item]]:
        """Free items of a kind that follow one another in the text, cut where two do not fit."""
        found: list[list[Item]] = []
        for item in self.free(kind):
            last = found[-1][-1] if found else None
            if last is not None and self._follows(last, item) and fits(last, item):
                found[-1].append(item)
            else:
                found.append([item])
        return found

    def _follows(self, last: Item, item: Item) -> bool:
        if self.columns:
            return abs(last.middle - item.middle) <= 1
        return self.index(item) == self.index(last) + 1


def cell_of(item: Item) -> GridCell:
    """An item as a cell of the paper: a text's page is measured in lines and characters, 1-based."""
    left = min(piece.left for piece in item.pieces) + 1
    right = max(piece.right for piece in item.pieces)
    first, last = item.pieces[0], item.pieces[-1]
    place = Place(page=first.page, x0=left, top=first.line, x1=max(left, right), bottom=last.line, unit="line")
    return GridCell(item.text, first.line, left, last.line, max(left, right), (place,))
