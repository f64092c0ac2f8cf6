"""Which book a file is, told by what is in it, and reading it by the right reader.

A file of review sheets or of a year's budget is a source of its own; the RS system's tables are one source an edition, since
a project is put together from several; a folder of single sheets is one.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from monosashi.ledgers import review_sheets, rs_details, rs_projects, settlement
from monosashi.ledgers.faults import fault
from monosashi.ledgers.files import BookUnreadable, Broken, book_files, pieces
from monosashi.ledgers.rs_files import SUFFIXES as RS_SUFFIXES
from monosashi.ledgers.rs_files import RsFile, rs_files
from monosashi.model.book import Appropriation, Book, BookFault, Project

Line = Project | Appropriation | BookFault

_SUFFIXES: Final = (*review_sheets.SUFFIXES, *RS_SUFFIXES)
_HEAD: Final = 1 << 16
#: A book has some dozens; a file of which so much is wrong is none.
MOST_FAULTS: Final = 10_000
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class SourceKind(StrEnum):
    """By which reader a source is read."""

    REVIEW_SHEETS = "review-sheets"
    RS_CSV = "rs-csv"
    RS_DETAILS = "rs-details"
    SETTLEMENT = "settlement"

    @property
    def book(self) -> Book:
        """The book it is of."""
        return Book.RS_SYSTEM if self in (SourceKind.RS_CSV, SourceKind.RS_DETAILS) else Book(self.value)


@dataclass(frozen=True)
class SourceFile:
    """A file of a source: where it lies and what it is called (an upload lies under another name)."""

    path: Path
    name: str


@dataclass(frozen=True)
class Source:
    """What is imported as one. ``edition``: as its name says it, else None."""

    kind: SourceKind
    name: str
    edition: int | None
    files: tuple[SourceFile, ...]
    tables: tuple[RsFile, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the file's bytes; of several files, of their digests. A name is no part of it."""
        digests = sorted(_sha256(file.path) for file in self.files)
        return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()

    @property
    def size(self) -> int:
        """In bytes, as the files lie there."""
        return sum(file.path.stat().st_size for file in self.files)

    def lines(self) -> Iterator[Line]:
        """Everything the source says, in an order that is the same each time; ended where too much of it is wrong."""
        wrong = 0
        for line in self._lines():
            wrong += isinstance(line, BookFault)
            if wrong > MOST_FAULTS:
                yield fault("too-many-faults", line.place, found=f"{MOST_FAULTS:,}")
                return
            yield line

    def _lines(self) -> Iterator[Line]:
        if self.kind is SourceKind.RS_CSV:
            yield from rs_projects.projects_of_files(self.tables, self.name)
            return
        for file in self.files:
            if self.kind is SourceKind.SETTLEMENT:
                yield from settlement.appropriations_of_file(file.path, file.name)
            elif self.kind is SourceKind.RS_DETAILS:
                yield from rs_details.projects(file.path, file.name)
            else:
                yield from review_sheets.projects_of_file(file.path, file.name)


@dataclass(frozen=True)
class Unknown:
    """A file that is no book, or that is damaged at its beginning."""

    name: str


def sources(files: Iterable[SourceFile]) -> tuple[Source | Unknown, ...]:
    """What the files (or all files of folders) are. Raises ``BookUnreadable`` where one cannot be opened."""
    found: list[Source | Unknown] = []
    tables: dict[int, list[tuple[SourceFile, RsFile]]] = {}
    for given in files:
        singles: list[SourceFile] = []
        for file in _within(given):
            kind = kind_of(file)
            if kind is None:
                found.append(Unknown(file.name))
            elif kind is SourceKind.RS_CSV:
                for table in rs_files(file.path, file.name):
                    tables.setdefault(table.edition, []).append((file, table))
            elif kind is SourceKind.REVIEW_SHEETS and given.path.is_dir() and ".jsonl" not in file.name.lower():
                singles.append(file)
            else:
                found.append(Source(kind, file.name, _year(file.name), (file,)))
        if singles:
            found.append(Source(SourceKind.REVIEW_SHEETS, given.name, _year(given.name), tuple(singles)))
    for edition, parts in sorted(tables.items()):
        own = tuple(dict.fromkeys(file for file, _table in parts))
        name = own[0].name if len(own) == 1 else f"RS_{edition}"
        found.append(Source(SourceKind.RS_CSV, name, edition, own, tuple(table for _file, table in parts)))
    return tuple(found)


def kind_of(file: SourceFile) -> SourceKind | None:
    """Which reader's a file is; None where it is no book. Raises ``BookUnreadable``."""
    try:
        if rs_files(file.path, file.name):
            return SourceKind.RS_CSV
        with file.path.open("rb") as opened:
            head = next(pieces(opened), b"")[:_HEAD].decode("utf-8", "replace")
    except Broken:
        return None
    except OSError as error:
        raise BookUnreadable(file.name) from error
    if '"公開年度"' in head or '"事業名"' in head:
        return SourceKind.REVIEW_SHEETS
    if '"fiscalYear"' in head:
        return SourceKind.SETTLEMENT
    if '"projectName"' in head:
        return SourceKind.RS_DETAILS
    return None


def _within(given: SourceFile) -> Iterator[SourceFile]:
    if not given.path.is_dir():
        yield given
        return
    for file in book_files(given.path, _SUFFIXES):
        yield SourceFile(file, file.relative_to(given.path).as_posix())


def _year(name: str) -> int | None:
    years = _YEAR.findall(name)
    return int(years[-1]) if years else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
