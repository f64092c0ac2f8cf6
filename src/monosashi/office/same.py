"""Same: a thing as the key of a cache, by being that very thing: what it holds is not looked at, which for a whole sheet
would take longer than what is remembered saves. The cache's key keeps the thing, so that no other takes its place.

>>> Same("a sheet") == Same("another")
False
>>> once = ["a sheet"]
>>> (Same(once) == Same(once), Same(once) == Same(["a sheet"]))
(True, False)
"""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Equal to another only where both are of the very same thing."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)
