"""PDFs made by hand: objects, a table of cross references, and pages that show a ruled table."""

import zlib
from collections.abc import Mapping, Sequence

from tests.hostile.case import ROWS

#: Object numbers of every PDF made here.
CATALOG, PAGES, PAGE, CONTENT, FONT, CID_FONT = range(1, 7)
_BOX = "[0 0 595 842]"
Objects = dict[int, bytes]


def objects(content: bytes | None = None, page: str = "", box: str = _BOX) -> Objects:
    """The objects of a PDF with one page. ``page``: more entries of the page."""
    shown = ruled() if content is None else content
    return {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R>>",
        PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: (
            f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>{page}>>".encode()
        ),
        CONTENT: stream(shown),
        FONT: b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H/DescendantFonts[6 0 R]>>",
        CID_FONT: (
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)"
            b"/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox"
            b"[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 709/StemV 69>>>>"
        ),
    }


def ruled(rows: Sequence[Sequence[str]] = ROWS, top: float = 800) -> bytes:
    """What draws a table of texts."""
    drawn = []
    for n, row in enumerate(rows):
        y = top - 24 * n
        for x, width, text in zip((40, 200), (160, 350), row, strict=True):
            drawn.append(f"{x} {y - 24:g} {width} 24 re S BT /F 9 Tf {x + 4} {y - 16:g} Td <{_hex(text)}> Tj ET")
    return "\n".join(drawn).encode()


def text_at(text: str, x: str, y: str, size: str = "9") -> bytes:
    """What draws a text."""
    return f"\nBT /F {size} Tf {x} {y} Td <{_hex(text)}> Tj ET".encode()


def stream(data: bytes, more: str = "", length: int | None = None, *, packed: bool = False) -> bytes:
    """A stream. ``length``: what it says its length is; ``packed``: by Flate."""
    body = zlib.compress(data, 9) if packed else data
    filters = "/Filter/FlateDecode" if packed else ""
    said = len(body) if length is None else length
    return f"<</Length {said}{filters}{more}>>\nstream\n".encode() + body + b"\nendstream"


def bomb(megabytes: int) -> bytes:
    """So many megabytes of blanks, packed by Flate, without unpacking them all at once."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def packed_twice(megabytes: int) -> bytes:
    """A stream of blanks packed by Flate, and that again."""
    body = zlib.compress(bomb(megabytes), 9)
    return f"<</Length {len(body)}/Filter[/FlateDecode/FlateDecode]>>\nstream\n".encode() + body + b"\nendstream"


def pdf(found: Mapping[int, bytes], trailer: str = "", root: str = "/Root 1 0 R") -> bytes:
    """A PDF of these objects."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in found.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    size = max(found, default=0) + 1
    start = len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{places[number]:010d} 00000 n \n".encode() if number in places else b"0000000000 00000 f \n"
    out += f"trailer\n<</Size {size}{root}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def plain(content: bytes | None = None, page: str = "", box: str = _BOX, **more: bytes) -> bytes:
    """A PDF with one page. ``more``: objects by number (``_7``)."""
    return pdf({**objects(content, page, box), **{int(number[1:]): body for number, body in more.items()}})


def pages(count: int, content: bytes | None = None) -> bytes:
    """A PDF of many pages that share one content."""
    numbers = range(10, 10 + count)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    first = objects(content)
    page = first.pop(PAGE)
    first[PAGES] = f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode()
    return pdf({**first, **dict.fromkeys(numbers, page)})


def _hex(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex()
