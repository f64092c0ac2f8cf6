"""Proving the log: the chain, and whether what is kept is what it tells of."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from monosashi.model import Noun
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import clock
from monosashi.office.operations.notes import ProofNote, note
from monosashi.office.operations.problem import Problem
from monosashi.office.operations.telling import told
from monosashi.store.accounting import examine
from monosashi.store.chain import Link, walk
from monosashi.store.log import head
from monosashi.store.snapshot import snapshot

_HEAD = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


class Head(Noun):
    """The end of a log: what an office publishes from time to time. Written ``7:5d41402a…``."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


class Proof(Noun):
    """What a proof found: where the log ended when it was read, and everything that is wrong (nothing: it verifies)."""

    head: Head
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class NotAHead(MonosashiError):
    """A published head that is not written as one."""

    def __init__(self, given: str) -> None:
        super().__init__(
            "not-a-head",
            f"「{given}」は記録の末尾の書き方ではありません。何も調べていません。「番号:ハッシュ64桁」（例 7:5d41…）と書いてください。",
            f"{given!r} is no head of a log. Nothing was examined. Write it as NUMBER:HASH, the hash of 64 digits.",
        )


class NotAnExport(MonosashiError):
    """A file that holds no exported log."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(
            "not-a-log-export",
            f"「{name}」の{line}行目は、書き出した記録の行ではありません。何も変更していません。「記録」のページの JSONL を使ってください。",
            f"Line {line} of {name} is no line of an exported log. Nothing was changed. Use the JSONL of the page of the log.",
        )


def published(texts: Iterable[str]) -> dict[int, str]:
    """Heads that were published, by number. Raises ``NotAHead``."""
    heads = {}
    for text in texts:
        match = _HEAD.fullmatch(text.strip())
        if match is None:
            raise NotAHead(text)
        heads[int(match[1])] = match[2]
    return heads


def current_head() -> Head:
    """The end of this office's log."""
    number, hash_ = head()
    return Head(number=number, hash=hash_)


def prove(heads: Iterable[str] = ()) -> Proof:
    """Examine the whole log, and all it tells of, at one moment; nobody waits meanwhile. ``heads``: as they were
    published. Raises ``NotAHead``."""
    given = published(heads)
    with snapshot() as using:
        number, hash_ = head(using)
        problems = tuple(told(found) for found in examine(using, given))
    return Proof(head=Head(number=number, hash=hash_), problems=problems)


def prove_and_note(heads: Iterable[str] = ()) -> Proof:
    """The same, and the outcome is kept for the page of the keeper of the system. Raises ``NotAHead``."""
    proof = prove(heads)
    note(ProofNote(time=clock.now(), head=str(proof.head), problems=len(proof.problems)))
    return proof


def prove_export(file: Path, heads: Iterable[str] = ()) -> Proof:
    """Examine an exported log alone, without the office's store; entries may be withheld in it. Raises ``NotAHead`` and
    ``NotAnExport``."""
    given = published(heads)
    last = Link(0, "0" * 64, None)

    def links() -> Iterator[Link]:
        nonlocal last
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                last = _link(file.name, number, line)
                yield last

    problems = tuple(told(found) for found in walk(links(), given))
    return Proof(head=Head(number=last.number, hash=last.hash), problems=problems)


def _link(name: str, number: int, line: str) -> Link:
    try:
        said = json.loads(line)
        return Link(int(said["number"]), str(said["hash"]), said.get("record"), str(said["digest"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAnExport(name, number) from error
