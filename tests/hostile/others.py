"""Hostile compound files and pictures, and every kind of file under every other kind's name."""

import random
import struct
import zlib
from functools import partial

from tests.hostile.case import READS, Cases
from tests.hostile.package_maker import docx, xlsx
from tests.hostile.pages import page
from tests.hostile.pdf_maker import plain
from tests.hostile.texts import TEXT

cases = Cases(".xls")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BAD = ("unreadable", "kind-not-read", "no-sheet")
_NOT_READ = ("kind-not-read", "ocr-not-installed", "needs-ocr", "no-text", "no-sheet", "unreadable", "no-office")


def _compound(stream: str, noise: int = 4000) -> bytes:
    """A compound file by its head and a stream's name alone; the rest is noise."""
    rest = random.Random(noise).randbytes(noise)  # noqa: S311  the same noise each time
    return _OLE + bytes(504) + stream.encode("utf-16-le") + rest


def png(width: int, height: int) -> bytes:
    """A picture that says it is so large, and holds one line."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(min(width, 9999) + 1))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


cases.add("a head alone", lambda: _OLE, *_BAD)
cases.add("a head of zeros", lambda: _OLE + bytes(504), *_BAD)
cases.add("a head of ones", lambda: _OLE + b"\xff" * 504, *_BAD)
for _noise in (600, 5000, 100_000):
    cases.add(f"{_noise} bytes of noise", partial(_compound, "Workbook", _noise), *_BAD, "worker-died", "worker-memory")
cases.add(
    "a chain of sectors in a ring",
    lambda: (
        _OLE + bytes(36) + struct.pack("<IIIIIIII", 1, 0, 0, 4096, 0, 1, 0, 0) + bytes(432) + struct.pack("<I", 0) * 256
    ),
    *_BAD,
    "worker-died",
    "worker-time",
)
cases.add("a workbook behind a password", lambda: _compound("EncryptedPackage"), "encrypted", file="in.xlsx")
cases.add("a Word file behind a password", lambda: _compound("EncryptedPackage"), "encrypted", file="in.docx")
cases.add("an old Word file of noise", lambda: _compound("WordDocument"), *_NOT_READ, "worker-died", file="in.doc")
cases.add("a mail of Outlook", lambda: _compound("__nameid_version1.0"), *_BAD, file="in.msg")

for _name, _data in {
    "png of one dot": png(1, 1),
    "png of 100,000 by 100,000": png(100_000, 100_000),
    "png that breaks off": png(500, 500)[:60],
    "jpeg that breaks off": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "jpeg of noise": b"\xff\xd8\xff" + bytes(range(256)) * 9,
    "tiff whose directory is itself": b"II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00",
    "gif": b"GIF89a" + bytes(40),
    "bmp": b"BM" + bytes(60),
    "webp": b"RIFF\x00\x00\x00\x00WEBP" + bytes(40),
}.items():
    cases.add(f"picture: {_name}", partial(bytes, _data), *_NOT_READ, "too-big", file=f"in.{_name[:3]}")

_KINDS = {".xlsx": xlsx(), ".docx": docx(), ".html": page(), ".pdf": plain(), ".txt": TEXT.encode()}
for _suffix in (*_KINDS, ".xls", ".doc", ".ods", ".png", ".json", ""):
    for _kind, _data in _KINDS.items():
        if _kind != _suffix and (_kind, _suffix) != (".txt", ".xlsx"):
            cases.add(f"{_kind} called {_suffix or 'nothing'}", partial(bytes, _data), READS, file=f"in{_suffix}")
cases.add(".txt called .xlsx", partial(bytes, _KINDS[".txt"]), READS, "unreadable", file="in.xlsx")

for _name in (
    "表\u202egpj.xlsx",
    "a\nb.xlsx",
    "\x1b[2J.xlsx",
    "x" * 240 + ".xlsx",
    "..\\..\\x.xlsx",
    "a/../../b.xlsx",
    "",
    ".",
    "%00.xlsx",
    "<b>x</b>.xlsx",
):
    cases.add(
        f"the name {_name[:20]!r}", partial(bytes, b"no workbook"), "unreadable", "no-sheet", file=_name, never="\x1b"
    )
