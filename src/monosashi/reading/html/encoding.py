"""The characters of a page: as its byte order mark says, else as it declares itself, else whatever fits.

Japanese pages often declare Shift_JIS and hold the characters of Windows (①, ㈱), which only its own table has.

>>> decode_page("<meta charset=Shift_JIS><p>①".encode("cp932"), "a.html")
('<meta charset=Shift_JIS><p>①', 0)
"""

import codecs
import re

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.text import decode

#: How far into a page its declaration is looked for.
_HEAD = 4096
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]*encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
_WIDER = {"shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932"}
_WIDER |= {"ms932": "cp932", "iso-2022-jp": "iso2022_jp_3", "x-euc-jp": "euc_jp", "utf-8": "utf-8-sig"}
#: One damaged character in so many is a slip; more is another encoding, or no text.
_FEW = 100
_UTF_16 = (b"<\x00", b"\x00<")
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


def decode_page(data: bytes, name: str) -> tuple[str, int]:
    """The text of a page, and how many of its characters are damaged. Raises ``UnreadableDocument`` where no encoding
    fits, or hardly one does."""
    candidates = _candidates(data)
    for encoding in candidates:
        try:
            return data.decode(encoding), 0
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return decode(data, name), 0
    except UnreadableDocument:
        text, damaged = min(
            (_mended(data, encoding) for encoding in (*candidates, "utf-8", "cp932")), key=lambda m: m[1]
        )
        if damaged * _FEW > len(text) or not text.strip() or _controls(text) * _FEW > len(text):
            raise
        return text, damaged


def _mended(data: bytes, encoding: str) -> tuple[str, int]:
    """The text with a sign for each character that is none, as a browser shows it."""
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return "", len(data)
    return text, text.count("\ufffd")


def _controls(text: str) -> int:
    return sum(c < " " and c not in "\t\n\r\f\v" for c in text)


def _candidates(data: bytes) -> list[str]:
    if data.startswith(codecs.BOM_UTF8):
        return ["utf-8-sig"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if data[:2] in _UTF_16:
        return ["utf-16-le" if data[0] else "utf-16-be"]
    match = _DECLARED.search(data[:_HEAD])
    declared = (match[1] or match[2]).decode("ascii").lower() if match else ""
    found = [_WIDER.get(declared, declared)] if declared and "16" not in declared else []
    return [*found, *(["iso2022_jp_3"] if any(mark in data for mark in _ESCAPES) else [])]
