"""Hostile PDFs: damaged, looping, bombs, endless pages, numbers that are none."""

from functools import partial

from tests.hostile.case import READS, ROWS, Cases
from tests.hostile.pdf_maker import (
    CATALOG,
    FONT,
    PAGE,
    PAGES,
    bomb,
    objects,
    packed_twice,
    pages,
    pdf,
    plain,
    ruled,
    stream,
    text_at,
)

cases = Cases(".pdf")
_GOOD = plain()
#: A file that cannot be opened, or shows nothing.
_NOTHING = ("unreadable", "no-text", "no-sheet")
#: A page that looks scanned is read as a picture where the extra is installed, which takes more than these limits.
_SCANNED = ("worker-memory", "worker-time")


def _cut(share: float) -> bytes:
    return _GOOD[: int(len(_GOOD) * share)]


def _with(**more: bytes) -> bytes:
    """The good PDF with other objects, by number (``_7``)."""
    return pdf({**objects(), **{int(number[1:]): body for number, body in more.items()}})


def _form(inner: bytes, more: str = "") -> bytes:
    box = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X 7 0 R/Y 8 0 R>>>>"
    return stream(inner, box + more)


def _with_form(page_content: bytes, **forms: bytes) -> bytes:
    found = objects(page_content)
    found[PAGE] = found[PAGE].replace(b"/Font<</F 5 0 R>>", b"/Font<</F 5 0 R>>/XObject<</X 7 0 R/Y 8 0 R>>")
    return pdf({**found, **{int(number[1:]): body for number, body in forms.items()}})


# damage
for _share in (0.001, 0.01, 0.1, 0.3, 0.5):
    cases.add(f"cut at {_share:.1%}", partial(_cut, _share), *_NOTHING)
for _share in (0.8, 0.9, 0.97, 0.999):
    cases.add(f"cut at {_share:.1%}", partial(_cut, _share), *_NOTHING, READS)
cases.add("a head and no body", lambda: b"%PDF-1.7\n", "unreadable")
cases.add("a head and noise", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 200, *_NOTHING)
cases.add("cross references that point nowhere", lambda: _GOOD.replace(b"0000000", b"0009999"), READS, *_NOTHING)
cases.add("no cross references", lambda: _GOOD.replace(b"xref\n0", b"xxxx\n0"), READS, *_NOTHING)
cases.add("a start far past the end", lambda: _GOOD.replace(b"startxref\n", b"startxref\n9999999"), READS, *_NOTHING)
cases.add("a previous table that is itself", lambda: pdf(objects(), "/Prev 15"), READS, *_NOTHING)
cases.add("a stream shorter than it says", lambda: plain()[:0] + _lengths(1_000_000), READS, *_NOTHING)
cases.add("a stream of 2 GiB, it says", lambda: _lengths(2_147_483_647), READS, *_NOTHING, "worker-memory")
cases.add("a stream of -1 bytes", lambda: _lengths(-1), READS, *_NOTHING)
cases.add("a stream whose length is itself", lambda: _with(_4=stream(ruled(), "/Length 4 0 R")), READS, *_NOTHING)
cases.add("a packed stream that breaks off", lambda: _with(_4=_broken_flate()), READS, *_NOTHING)
cases.add("an unknown filter", lambda: _with(_4=stream(ruled(), "/Filter/Nonsense")), READS, *_NOTHING)
cases.add(
    "a hundred filters", lambda: _with(_4=stream(ruled(), f"/Filter[{'/ASCIIHexDecode' * 100}]")), READS, *_NOTHING
)
cases.add("no catalogue", lambda: pdf({k: v for k, v in objects().items() if k != CATALOG}), *_NOTHING)
cases.add("no pages", lambda: _with(_2=b"<</Type/Pages/Kids[]/Count 0>>"), *_NOTHING)
cases.add("pages that are not there", lambda: _with(_2=b"<</Type/Pages/Kids[99 0 R]/Count 1>>"), *_NOTHING)
cases.add(
    "a page count of two billion",
    lambda: _with(_2=b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"),
    READS,
    "too-big",
    *_NOTHING,
)
cases.add("a page count of -1", lambda: _with(_2=b"<</Type/Pages/Kids[3 0 R]/Count -1>>"), READS, *_NOTHING)


def _lengths(said: int) -> bytes:
    return _with(_4=stream(ruled(), length=said))


def _broken_flate() -> bytes:
    whole = stream(ruled(ROWS * 20), packed=True)
    body = whole[whole.index(b"stream\n") + 7 : -len(b"\nendstream")]
    half = body[: len(body) // 2]
    return f"<</Length {len(half)}/Filter/FlateDecode>>\nstream\n".encode() + half + b"\nendstream"


# loops
cases.add("a page tree that holds itself", lambda: _with(_2=b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), *_NOTHING)
cases.add(
    "a page tree in a ring",
    lambda: _with(_2=b"<</Type/Pages/Kids[7 0 R]/Count 9>>", _7=b"<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>"),
    *_NOTHING,
)
cases.add(
    "a page tree 3,000 deep",
    lambda: pdf(
        {
            **objects(),
            PAGES: b"<</Type/Pages/Kids[10 0 R]/Count 1>>",
            **{n: f"<</Type/Pages/Kids[{n + 1} 0 R]/Count 1>>".encode() for n in range(10, 3000)},
            3000: objects()[PAGE],
        }
    ),
    READS,
    *_NOTHING,
)
cases.add(
    "a form that draws itself",
    lambda: _with_form(ruled() + b" /X Do", _7=_form(ruled(top=500) + b" /X Do"), _8=_form(b"")),
    READS,
)
cases.add(
    "two forms that draw each other",
    lambda: _with_form(ruled() + b" /X Do", _7=_form(b"/Y Do"), _8=_form(b"/X Do")),
    READS,
)
cases.add(
    "forms that double 24 times",
    lambda: _doubling(24),
    READS,
    "too-big",
    "worker-time",
    "worker-memory",
)
cases.add(
    "a font that is its own child",
    lambda: _with(_5=b"<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[5 0 R]>>"),
    *_NOTHING,
    *_SCANNED,
    READS,
    heavy=True,
)
cases.add("contents that hold themselves", lambda: _with(_4=b"[4 0 R 4 0 R]"), *_NOTHING)
cases.add("arrays 200,000 deep", lambda: _with(_4=b"[" * 200_000 + b"]" * 200_000), *_NOTHING)
cases.add("saves 200,000 deep", lambda: plain(b"q " * 200_000 + ruled()), READS, "too-big", *_NOTHING)


def _doubling(depth: int) -> bytes:
    found = objects(ruled() + b" /X Do")
    found[PAGE] = found[PAGE].replace(b"/Font<</F 5 0 R>>", b"/Font<</F 5 0 R>>/XObject<</X 10 0 R>>")
    for n in range(10, 10 + depth):
        more = f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X {n + 1} 0 R>>>>"
        found[n] = stream(b"/X Do /X Do", more)
    found[10 + depth] = stream(
        text_at("x", "50", "50"), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>"
    )
    return pdf(found)


# too much
cases.add(
    "4 GB of blanks in 4 KB",
    lambda: _with(_4=packed_twice(4096)),
    READS,
    "too-big",
    "worker-memory",
    "worker-time",
    *_NOTHING,
    heavy=True,
)
cases.add(
    "300 MB of blanks in 300 bytes", lambda: _with(_4=packed_twice(300)), READS, "too-big", "worker-memory", *_NOTHING
)
cases.add(
    "1 GB of blanks as its objects",
    lambda: _with(
        _7=f"<</Type/ObjStm/N 99/First 999/Filter/FlateDecode/Length {len(bomb(1000))}>>\nstream\n".encode()
        + bomb(1000)
        + b"\nendstream"
    ),
    READS,
    *_NOTHING,
    heavy=True,
)
cases.add("10,000 pages", lambda: pages(10_000), "too-big")
cases.add("150 pages", lambda: pages(150), READS)
cases.add(
    "a million paths", lambda: plain(ruled() + b" 50 60 m 51 61 l S" * 1_000_000), READS, "too-big", "worker-time"
)
cases.add(
    "a page of a million characters",
    lambda: plain(ruled() + text_at("長" * 1_000_000, "40", "400")),
    READS,
    "too-big",
    "worker-time",
)
cases.add(
    "100,000 texts",
    lambda: plain(ruled() + b"".join(text_at("x", "40", str(n % 600)) for n in range(100_000))),
    READS,
    "too-big",
    "worker-time",
)
cases.add("a grid of 100,000 cells", lambda: plain(ruled() + _grid(316)), READS, "too-big", "worker-time")
cases.add("a thousand fonts", lambda: _fonts(1000), READS)


def _grid(lines: int) -> bytes:
    down = b"".join(f" {40 + n * 1.6:g} 20 m {40 + n * 1.6:g} 600 l S".encode() for n in range(lines))
    across = b"".join(f" 40 {20 + n * 1.8:g} m 545 {20 + n * 1.8:g} l S".encode() for n in range(lines))
    return down + across


def _fonts(count: int) -> bytes:
    found = objects(ruled() + b"".join(f" BT /F{n} 9 Tf 40 {n % 500} Td <3042> Tj ET".encode() for n in range(count)))
    named = "".join(f"/F{n} {10 + n} 0 R" for n in range(count)).encode()
    found[PAGE] = found[PAGE].replace(b"/F 5 0 R", b"/F 5 0 R" + named)
    return pdf({**found, **dict.fromkeys(range(10, 10 + count), found[FONT])})


# numbers that are none
for _box in (
    "[0 0 1e9 1e9]",
    "[0 0 0 0]",
    "[595 842 0 0]",
    "[-9999 -9999 99999 99999]",
    "[0 0 nan inf]",
    "[]",
    "null",
    "[a b c d]",
):
    cases.add(f"a page of {_box}", partial(plain, box=_box), READS, *_NOTHING, "too-big")
for _x, _y, _size in (
    ("1e38", "1e38", "9"),
    ("nan", "nan", "nan"),
    ("-99999", "50", "9"),
    ("50", "50", "1e30"),
    ("50", "50", "0"),
    ("50", "50", "-9"),
):
    cases.add(f"a text at {_x}, {_y} of size {_size}", partial(plain, ruled() + text_at("外", _x, _y, _size)), READS)
cases.add("a page turned by 45", partial(plain, page="/Rotate 45"), READS, *_NOTHING)
cases.add("a page turned by 99999999990", partial(plain, page="/Rotate 99999999990"), READS, *_NOTHING)
cases.add("a crop of nothing", partial(plain, page="/CropBox[900 900 901 901]"), READS, *_NOTHING)
cases.add("a user unit of a million", partial(plain, page="/UserUnit 1000000"), READS, *_NOTHING)
cases.add(
    "paths of infinite coordinates", lambda: plain(ruled() + b" 1e39 -1e39 m 1e39 1e39 l 9e99 0 0 9e99 re S"), READS
)
cases.add("a matrix of zeros", lambda: plain(ruled() + b" q 0 0 0 0 0 0 cm" + text_at("無", "1", "1") + b" Q"), READS)
cases.add("boxes of negative size", lambda: plain(ruled() + b" 300 300 -200 -100 re S 0 0 -1 -1 re f"), READS)

# fonts and texts
cases.add("a font of noise", lambda: _embedded(bytes(range(256)) * 50), READS, *_NOTHING)
cases.add("a font that is not there", lambda: _with(_5=b"null"), *_NOTHING)
cases.add(
    "a font without an encoding",
    lambda: _with(_5=objects()[FONT].replace(b"UniJIS-UTF16-H", b"Nonsense-H")),
    READS,
    *_NOTHING,
)
cases.add("a map to lone surrogates", lambda: _mapped("D800"), READS, *_NOTHING)
cases.add("a map to NUL and turned lines", lambda: _mapped("0000202E"), READS, *_NOTHING)
cases.add(
    "a map of 60,000 characters for each",
    lambda: _mapped("3042" * 60_000),
    READS,
    "too-big",
    "worker-memory",
    *_NOTHING,
)
cases.add(
    "lone surrogates and turned lines in its text",
    lambda: plain(ruled() + text_at("\ud800x\udc00\u202e\ufffe", "50", "50")),
    READS,
)


def _embedded(font: bytes) -> bytes:
    found = objects()
    found[6] = found[6].replace(b"/StemV 69", b"/StemV 69/FontFile3 7 0 R")
    return pdf({**found, 7: stream(font, "/Subtype/CIDFontType0C")})


def _mapped(target: str) -> bytes:
    codes = " ".join(f"<{n:04x}> <{target}>" for n in range(0x4E00, 0x4E10))
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange"
        f" <0000> <ffff> endcodespacerange 16 beginbfchar {codes} endbfchar endcmap end end"
    )
    found = objects(ruled() + text_at("一丁七万", "50", "50"))
    found[FONT] = found[FONT].replace(b"/DescendantFonts", b"/ToUnicode 7 0 R/DescendantFonts")
    return pdf({**found, 7: stream(table.encode())})


# what asks for more than reading
_ACTION = "/OpenAction<</S/{}/JS(app.alert\\(1\\))/F(cmd.exe)/URI(http://192.0.2.1/)/Win<</F(calc.exe)>>>>"
for _kind in ("JavaScript", "Launch", "URI", "SubmitForm"):
    _action = b"<</Type/Catalog/Pages 2 0 R" + _ACTION.format(_kind).encode() + b">>"
    cases.add(f"an action: {_kind}", partial(_with, _1=_action), READS)
cases.add(
    "a file in it",
    lambda: _with(
        _1=b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)7 0 R]>>>>>>", _7=stream(b"MZ" * 9)
    ),
    READS,
)
cases.add(
    "contents from another file", lambda: _with(_4=stream(ruled(), "/F(/etc/passwd)")), READS, *_NOTHING, never="root:"
)
cases.add(
    "a picture that opens another file",
    lambda: _with_form(
        ruled() + b" /X Do", _7=stream(b"", "/Type/XObject/Subtype/Image/Width 1/Height 1/F(/etc/passwd)"), _8=b"null"
    ),
    READS,
    never="root:",
)
cases.add(
    "a picture of 100,000 by 100,000",
    lambda: _with_form(
        ruled() + b" /X Do",
        _7=stream(
            b"", "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
        ),
        _8=b"null",
    ),
    READS,
)
cases.add("a black page", lambda: plain(b"0 0 595 842 re f"), *_NOTHING, *_SCANNED, heavy=True)
cases.add("a password", lambda: pdf(objects(), _locked(-44)), "encrypted")
cases.add(
    "a way to lock that nobody knows",
    lambda: pdf(objects(), "/Encrypt<</Filter/Nonsense/V 99>>"),
    "encrypted",
    "unreadable",
)
cases.add("text after the end", lambda: _GOOD + b"%%EOF\n" * 50_000, READS)
cases.add("before a page of something else", lambda: b"x" * 900 + _GOOD, READS, *_NOTHING)
cases.add("before much of something else", lambda: b"\n" * 5000 + _GOOD, READS, *_NOTHING)


def _locked(permissions: int) -> str:
    return f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P {permissions}>>/ID[<00><00>]"
