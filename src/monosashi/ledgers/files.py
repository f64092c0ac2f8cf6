"""Opening a book's file: plain, .gz, .xz, read in bounded pieces, so that no file can fill the memory or never end.

What a file is, is told by its first bytes, not by its name. A file that is damaged or cut gives what stands before the
damage, and then ``Broken``.
"""

import gzip
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from monosashi.model.error import MonosashiError

_MIB: Final = 1 << 20
#: A line of a book is some kilobytes; the longest known is 116 KB.
LONGEST_LINE: Final = 4 * _MIB
#: A year of review sheets is 26 MB unpacked; the RS system's largest file some hundred.
LARGEST: Final = 512 * _MIB
#: A file that must be decoded as one JSON text (budget and settlement: 6 MB).
LARGEST_JSON: Final = 32 * _MIB
_PIECE: Final = 256 * 1024
#: What unpacking xz may take; the strongest setting in use takes 65 MiB.
_XZ_MEMORY: Final = 192 * _MIB
_XZ, _GZIP = b"\xfd7zXZ\x00", b"\x1f\x8b"


class BookUnreadable(MonosashiError):
    """The file is not there, or may not be opened: nothing of it was taken."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "book-unreadable",
            f"帳簿「{name}」を開けません。何も取り込んでいません。ファイルの名前と読む権限を確かめてください。",
            f"The book {name} cannot be opened. Nothing was taken; check the file's name and your permission.",
        )


class Broken(Exception):
    """Reading cannot go on: why, by the code of a fault, and what the sentence names."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code)
        self.code, self.found = code, found


@dataclass(frozen=True)
class TooLong:
    """Stands where a line was longer than the limit."""


def book_files(path: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    """The file, or the files with one of these endings in the folder and below, by name."""
    if not path.is_dir():
        return (path,)
    return tuple(sorted(file for file in path.rglob("*") if file.is_file() and file.name.lower().endswith(suffixes)))


def pieces(file: BinaryIO, largest: int = LARGEST) -> Iterator[bytes]:
    """The unpacked content, a piece at a time. Raises ``Broken`` where it is damaged, cut or larger than ``largest``."""
    head = file.read(6)
    file.seek(0)
    if head.startswith(_XZ):
        unpacked = _unxz(file)
    elif head.startswith(_GZIP):
        unpacked = _read(gzip.GzipFile(fileobj=file))
    else:
        unpacked = _read(file)
    size = 0
    try:
        for piece in unpacked:
            size += len(piece)
            if size > largest:
                raise Broken("book-too-large", in_mib(largest))
            yield piece
    except (lzma.LZMAError, zlib.error, EOFError, OSError) as damage:
        raise Broken("book-cut") from damage


def _read(file: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _unxz(file: BinaryIO) -> Iterator[bytes]:
    """Several streams one after another are one file. The standard reader has no limit for its memory; this one has."""
    data = file.read(_PIECE)
    while data.strip(b"\x00"):
        stream = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
        while not stream.eof:
            if stream.needs_input and not data:
                data = file.read(_PIECE)
                if not data:
                    raise EOFError
            piece = stream.decompress(data, _PIECE)
            data = b""
            if piece:
                yield piece
        data = stream.unused_data or file.read(_PIECE)


def lines(file: BinaryIO) -> Iterator[bytes | TooLong]:
    """The lines without their ends; a last empty one is none. Raises ``Broken`` like ``pieces``, after what stands before."""
    rest = b""
    skipping = False
    for piece in pieces(file):
        first, *others = piece.split(b"\n")
        if not others:
            rest = b"" if skipping else rest + first
        else:
            whole_line = rest + first
            yield TooLong() if skipping or len(whole_line) > LONGEST_LINE else whole_line
            skipping = False
            yield from others[:-1]
            rest = others[-1]
        if len(rest) > LONGEST_LINE:
            rest, skipping = b"", True
    if skipping:
        yield TooLong()
    elif rest:
        yield rest


def whole(file: BinaryIO, largest: int = LARGEST_JSON) -> bytes:
    """All of it, where it must be read as one. Raises ``Broken``."""
    return b"".join(pieces(file, largest))


def in_mib(size: int) -> str:
    """A limit as a sentence names it."""
    return f"{size // _MIB} MiB"
