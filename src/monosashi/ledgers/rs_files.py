"""Finding the RS system's files: a folder, a zip, or a CSV, of any of the fifteen; each is known by the name it was published
under (2-1_RS_2024_予算・執行_サマリ)."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from monosashi.ledgers.files import BookUnreadable, Broken, book_files

SUFFIXES: Final = (".zip", ".csv", ".csv.gz")
#: A zip of all files holds fifteen; one that holds thousands is none of these.
_MOST_MEMBERS: Final = 1000
_NAME: Final = re.compile(r"(?:^|[^0-9])(?P<table>\d-\d)_RS_(?P<edition>\d{4})_")


@dataclass(frozen=True)
class RsFile:
    """One CSV file: where it lies (``member``: inside a zip) and what its name says. ``name`` is how its places name it."""

    path: Path
    name: str
    table: str
    edition: int
    member: str = ""

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The file's bytes. Raises ``BookUnreadable``, and ``Broken`` where the zip is damaged."""
        try:
            if not self.member:
                with self.path.open("rb") as plain:
                    yield plain
                return
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as packed:
                yield cast(BinaryIO, packed)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as damage:
            raise Broken("book-cut") from damage
        except FileNotFoundError as error:
            raise BookUnreadable(self.name) from error


def rs_files(path: Path, name: str = "") -> tuple[RsFile, ...]:
    """Every file of the RS system at a path, by edition and table. ``name``: what a lone file is called, where its own
    name does not tell. Raises ``BookUnreadable``, and ``Broken`` for a damaged zip."""
    found: list[RsFile] = []
    for file in book_files(path, SUFFIXES):
        called = (
            name if name and not path.is_dir() else file.relative_to(path).as_posix() if path.is_dir() else file.name
        )
        found += _members(file, called) if _is_zip(file, called) else _known(file, called, "")
    return tuple(sorted(found, key=lambda one: (one.edition, one.table, one.name)))


def _is_zip(file: Path, name: str) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) == b"PK\x03\x04"
    except OSError as error:
        raise BookUnreadable(name) from error


def _members(file: Path, name: str) -> Iterator[RsFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as damage:
        raise Broken("book-cut") from damage
    if len(members) > _MOST_MEMBERS:
        raise Broken("book-too-large", f"{_MOST_MEMBERS}")
    for member in members:
        if member.filename.lower().endswith(".csv"):
            yield from _known(file, f"{name}/{_written(member)}", member.filename, name)


def _known(file: Path, name: str, member: str, zipped: str = "") -> Iterator[RsFile]:
    """The file, where its name says which it is: the CSV's own, else that of the zip it came in."""
    match = _NAME.search(name.removeprefix(f"{zipped}/")) or _NAME.search(zipped)
    if match:
        yield RsFile(file, name, match["table"], int(match["edition"]), member)


def _written(member: zipfile.ZipInfo) -> str:
    """The name as its maker wrote it: without the mark for UTF-8 a zip's names are read as CP437, and mostly are CP932."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp932")
    except UnicodeError:
        return member.filename
