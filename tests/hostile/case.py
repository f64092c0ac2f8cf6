"""A hostile file: what it is called, how it is made, and what may become of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: What stands in the files that a reader should read all the same: enough labels to know a sheet by.
ROWS = (
    ("政策名", "地域の足を支える政策"),
    ("政策の概要", "人の移動を支える。"),
    ("担当部局課室名", "交通課"),
    ("政策評価実施予定時期", "令和6年8月"),
)
#: A text that a right reading holds in one of its cells.
MARK = "地域の足を支える政策"
#: The outcome of a file that is read.
READS = "reads"


@dataclass(frozen=True)
class Case:
    """``name``: what is hostile about it; ``file``: its file name; ``outcomes``: the codes it may end with, ``reads``
    among them where a right reading may come out; ``never``: a text that no reading may hold; ``heavy``: left to the
    soak."""

    name: str
    file: str
    build: Callable[[], bytes]
    outcomes: frozenset[str]
    never: str = "\0"
    heavy: bool = False

    def __str__(self) -> str:
        return self.name


class Cases:
    """Cases of one kind of file. ``suffix``: of the file names."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._cases: list[Case] = []

    def __iter__(self) -> Iterator[Case]:
        return iter(self._cases)

    def add(
        self,
        name: str,
        build: Callable[[], bytes],
        *outcomes: str,
        file: str | None = None,
        never: str = "\0",
        heavy: bool = False,
    ) -> None:
        """Note a case."""
        kind = self._suffix.lstrip(".")
        case = Case(
            f"{kind}: {name}", f"in{self._suffix}" if file is None else file, build, frozenset(outcomes), never, heavy
        )
        self._cases.append(case)
