"""Placing: the order of rows that two people have rearranged, and which of the rows stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Entity(Generic[T]):
    """A row as it stands in the base, in mine and in theirs; None where it does not."""

    __slots__ = ("base", "mine", "theirs")

    def __init__(self, base: T | None, mine: T | None, theirs: T | None) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs

    @property
    def removed(self) -> str:
        """Who has removed the row, where only one has: ``mine`` or ``theirs``."""
        if self.base is None or (self.mine is None) == (self.theirs is None):
            return ""
        return "mine" if self.mine is None else "theirs"

    @property
    def left(self) -> T | None:
        """What stands where one has removed it: the other's."""
        return self.theirs if self.mine is None else self.mine


def in_order(
    base: Sequence[Entity[T]],
    mine: Sequence[Entity[T]],
    theirs: Sequence[Entity[T]],
    stays: Callable[[Entity[T]], bool],
) -> list[Entity[T]]:
    """The rows that stay: in the order of the one who has rearranged them (theirs where both have), the other's additions
    each behind what stood before it."""
    old, new = [one for one in base if one in theirs], [one for one in theirs if one in base]
    first, second = (mine, theirs) if old == new else (theirs, mine)
    found = [one for one in first if stays(one)]
    for n, one in enumerate(second):
        if one not in found and stays(one):
            before = next((found.index(other) for other in reversed(second[:n]) if other in found), -1)
            found.insert(before + 1, one)
    return found
