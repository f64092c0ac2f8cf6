"""The chain: how each entry of the log is bound to all before it.

An entry's *record* is canonical JSON of what was done; its *digest* is the record's sha256. The entry's *hash* is the
sha256 of its number, the hash before and the digest, written with a blank between:

>>> link(1, BEGINNING, sha256_of("{}"))
'8fdc613a5c65f92bb332379df9577c5b1634b18ea9e8a94550fc9cb97f240386'

So whoever knows the last hash can tell any edit, gap or cut tail. And as only the digest goes into the hash, an entry can
be shown to a stranger without its record, and the chain still closes: each record holds a salt drawn at random, so that
nobody can guess a record and prove the guess by its digest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monosashi.store.canonical import sha256_of

#: The hash before the first entry.
BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as far as the chain needs it. ``record``: None where it is withheld, and ``digest`` stands for it."""

    number: int
    hash: str
    record: str | None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """What is wrong with a chain: ``kind`` is edit, gap, fork, hash, cut or other_head; ``number`` the entry it is found at;
    ``wanted`` and ``found`` what it should have been and is."""

    kind: str
    number: int
    wanted: str = ""
    found: str = ""


def link(number: int, previous: str, digest: str) -> str:
    """The hash of an entry."""
    return sha256_of(f"{number} {previous} {digest}")


class Walk:
    """A walk along a chain, entry by entry in the order of numbers; ``breaks`` gathers what is wrong, ``head`` is where
    it has come to. ``heads``: hashes that were published, by number."""

    def __init__(self, heads: Mapping[int, str] | None = None) -> None:
        self._heads = dict(heads or {})
        self.head: tuple[int, str] = (0, BEGINNING)
        self.breaks: list[Break] = []
        self._published(0, BEGINNING)

    def step(self, entry: Link) -> None:
        """Take the next entry. After a break the walk goes on from the hash that the entry claims, so that each wrong is
        told once."""
        number, previous = self.head
        if entry.number == number and number:
            self.breaks.append(Break("fork", entry.number, wanted=previous, found=entry.hash))
            return
        if entry.number < number:
            self.breaks.append(Break("order", entry.number, wanted=str(number + 1), found=str(entry.number)))
            return
        digest = entry.digest if entry.record is None else sha256_of(entry.record)
        if entry.number != number + 1:
            self.breaks.append(Break("gap", number + 1, wanted=str(number + 1), found=str(entry.number)))
        elif link(entry.number, previous, digest) != entry.hash:
            self.breaks.append(
                Break("edit", entry.number, wanted=link(entry.number, previous, digest), found=entry.hash)
            )
        self.head = (entry.number, entry.hash)
        self._published(entry.number, entry.hash)

    def end(self) -> list[Break]:
        """What is wrong, the published heads that were never reached among it."""
        for number, wanted in sorted(self._heads.items()):
            if number > self.head[0]:
                self.breaks.append(Break("cut", number, wanted=wanted, found=str(self.head[0])))
        return self.breaks

    def _published(self, number: int, found: str) -> None:
        wanted = self._heads.get(number, found)
        if wanted != found:
            self.breaks.append(Break("other_head", number, wanted=wanted, found=found))


def walk(entries: Iterable[Link], heads: Mapping[int, str] | None = None) -> Iterator[Break]:
    """What is wrong with a whole chain."""
    walking = Walk(heads)
    for entry in entries:
        walking.step(entry)
    yield from walking.end()
