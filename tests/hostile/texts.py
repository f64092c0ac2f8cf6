"""Hostile plain texts, and bytes that are nothing at all."""

import random
from functools import partial

from tests.hostile.case import READS, ROWS, Cases

cases = Cases(".txt")
TEXT = "\n".join("\n".join(row) for row in ROWS) + "\n"
_NONE = ("no-sheet", "unreadable")
_LONG = ("too-big", "worker-time", "worker-memory")


def _noise(count: int) -> bytes:
    return random.Random(4).randbytes(count)  # noqa: S311  the same noise each time


for _bytes in (
    b"",
    b"\x00",
    b"a",
    b"\xff",
    b"\n",
    b"PK",
    b"%PDF",
    b"\xd0\xcf",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"<",
    b"\x1a",
):
    cases.add(f"nothing but {_bytes!r}", partial(bytes, _bytes), *_NONE)
cases.add("100,000 NUL", lambda: bytes(100_000), *_NONE)
cases.add("noise", lambda: _noise(200_000), *_NONE)
cases.add("noise after the text", lambda: TEXT.encode() + _noise(2000), READS, *_NONE)
cases.add("UTF-16 with a mark", lambda: TEXT.encode("utf-16"), READS)
cases.add("UTF-16 without a mark", lambda: TEXT.encode("utf-16-le"), READS, *_NONE)
cases.add("UTF-16, the other way, without a mark", lambda: TEXT.encode("utf-16-be"), READS, *_NONE)
cases.add("UTF-32", lambda: TEXT.encode("utf-32"), READS, *_NONE)
cases.add("cp932", lambda: TEXT.encode("cp932"), READS)
cases.add("cp932 with broken bytes", lambda: TEXT.encode("cp932") + b"\x81\xff\x00\xfe", READS, *_NONE)
cases.add("EUC-JP", lambda: TEXT.encode("euc-jp"), READS, *_NONE)
cases.add("ISO-2022-JP", lambda: TEXT.encode("iso2022_jp"), READS, *_NONE)
cases.add("surrogates in UTF-8", lambda: TEXT.encode() + b"\xed\xa0\x80\xed\xb0\x80", READS, *_NONE)
cases.add("UTF-8 that is too long", lambda: TEXT.encode() + b"\xc0\x80\xf8\x88\x80\x80\x80", READS, *_NONE)
cases.add("NUL within the text", lambda: TEXT.replace("政策", "政\x00策").encode(), READS, *_NONE)
cases.add("marks that turn the line", (TEXT + "\u202e\u2066\u200f\u061cよこしま\u2069\n").encode, READS)
cases.add("a terminal's commands", (TEXT + "\x1b[2J\x1b]0;x\x07\x9b31m\n").encode, READS, "unreadable")
cases.add("every line end there is", lambda: TEXT.replace("\n", "\r\n\x0b\x0c\x85\u2028\u2029\r").encode(), READS)
cases.add("a line of 300,000 characters", (TEXT + "長" * 300_000).encode, READS, *_LONG)
cases.add("100,000 lines of nothing", (TEXT + "\n" * 100_000).encode, READS, *_LONG)
cases.add("3,000 labels", (TEXT + "政策名\n測定指標\n基準値\n" * 1000).encode, READS, *_LONG)
cases.add("digits without end", (TEXT + "1" * 100_000 + "," + "９" * 50_000 + "億円").encode, READS, *_LONG)
cases.add("brackets without end", (TEXT + "（【" * 20_000 + "①" * 20_000).encode, READS, *_LONG)
cases.add("years without end", (TEXT + "令和" * 10_000 + "3年度～" * 10_000).encode, READS, *_LONG)
cases.add("marks on one letter without end", (TEXT + "か" + "\u3099" * 50_000).encode, READS, *_LONG)
cases.add("text that begins as a zip does", ("PK政策\n" + TEXT).encode, READS, *_NONE)
cases.add(
    "XML", lambda: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>', *_NONE
)
cases.add("SVG", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', *_NONE)
cases.add("RTF", lambda: b"{\\rtf1 \\u25919?}", "kind-not-read", "not-a-reading", *_NONE)
cases.add("mail", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n", *_NONE)
