"""Chance from a seed: the same choices on every machine and in every version of Python.

``random`` promises that only for ``random()``; here each choice is read off a SHA-256 digest.

>>> one, other = Chance(1, "seminars"), Chance(1, "seminars")
>>> [one.below(100) for _ in range(4)] == [other.below(100) for _ in range(4)]
True
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Chance:
    """A run of choices. ``about``: what it is for, so that one register's choices do not move another's."""

    def __init__(self, seed: int, about: str) -> None:
        self._stem = f"{seed}/{about}/".encode()
        self._drawn = 0

    def below(self, bound: int) -> int:
        """A number from 0 to one below the bound."""
        self._drawn += 1
        digest = hashlib.sha256(self._stem + str(self._drawn).encode()).digest()
        return int.from_bytes(digest[:8], "big") % bound

    def one_in(self, bound: int) -> bool:
        """Whether the one case in so many has come."""
        return self.below(bound) == 0

    def pick(self, among: Sequence[_T]) -> _T:
        """One of several."""
        return among[self.below(len(among))]

    def shuffled(self, given: Sequence[_T]) -> list[_T]:
        """The same in another order."""
        left = list(given)
        return [left.pop(self.below(len(left))) for _ in given]
