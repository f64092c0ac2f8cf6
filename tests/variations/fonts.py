"""Fonts of a PDF without a font file: how a Japanese text becomes the bytes of a string, and the objects that say so.

Codes follow the predefined CMaps of PDF 32000-1 section 9.7.5.2 over Adobe-Japan1; ``codes`` is a font with codes of its
own and a ToUnicode map, as subset fonts have; ``cid`` has neither map and is read by its character collection alone.
"""

from dataclasses import dataclass, field

from tests.variations.outlines import box_font
from tests.variations.pdf_file import PdfFile

_DESCRIPTOR = (
    "<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -137 1000 {ascent}]/ItalicAngle 0"
    "/Ascent {ascent}/Descent -137/CapHeight 709/StemV 80{program}>>"
)
#: Rows 1 to 8 of JIS X 0208 begin at these CIDs; the kanji of rows 16 and on follow in one run per level.
_ROWS = {1: 633, 2: 727, 3: 780, 4: 842, 5: 925, 6: 1011}
_LEVEL_ONE, _LEVEL_TWO = 1125, 4090
#: Cells of rows 2 and 3 that hold a character.
_FILLED = {
    2: ((1, 14), (26, 33), (42, 48), (60, 74), (82, 89), (94, 94)),
    3: ((16, 25), (33, 58), (65, 90)),
}
#: Characters that follow one another in both orders: letters and katakana of half width, circled numbers.
_RUNS = ((" ", "~", 231), ("｡", "ﾟ", 327), ("①", "⑳", 7555))
#: JIS has one dash and one wave; Unicode found two names for each.
_IN_JIS = str.maketrans("～－", "〜−")


@dataclass
class Font:
    """One font resource. ``encode`` gives the hexadecimal string of a text; widths are in points of a size.

    A kind that ends in ``-bare`` is not embedded, as old office programs leave it; the others embed a font of boxes.
    """

    kind: str
    name: str = "MS-Gothic"
    codes: dict[str, int] = field(default_factory=dict)

    @property
    def coding(self) -> str:
        """How texts are encoded."""
        return self.kind.removesuffix("-bare")

    def encode(self, text: str) -> str:
        """The bytes of the text in this font, as a PDF writes them between < and >."""
        for char in text:
            self.codes.setdefault(char, len(self.codes) + 1)
        if self.coding == "type3" and len(self.codes) > 255:
            raise ValueError("a Type 3 font has room for 255 characters")
        if self.coding in ("sjis", "sjis-v"):
            return text.encode("cp932").hex()
        if self.coding == "latin":
            return text.encode("ascii").hex()
        if self.coding == "cid":
            return "".join(f"{cid_of(char):04x}" for char in text)
        if self.coding in ("codes", "type3"):
            return "".join(f"{self.codes[char]:0{2 if self.coding == 'type3' else 4}x}" for char in text)
        return text.encode("utf-16-be").hex()

    def write(self, file: PdfFile) -> int:
        """The font's objects; gives the number of the font dictionary."""
        if self.coding == "latin":
            return file.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
        if self.coding == "type3":
            return self._write_type3(file)
        own = self.coding == "codes"
        halves = {code if own else self._cid(char): is_half(char) for char, code in self.codes.items()}
        program = "" if self.kind.endswith("-bare") else f"/FontFile2 {file.stream('', box_font(halves))} 0 R"
        descriptor = file.add(_DESCRIPTOR.format(name=self.name, ascent=1300 if own else 859, program=program))
        each = " ".join(f"{code}[{500 if half else 1000}]" for code, half in halves.items())
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{self.name}/CIDToGIDMap/Identity/CIDSystemInfo"
            f"<</Registry(Adobe)/Ordering({'Identity' if own else 'Japan1'})/Supplement 2>>"
            f"/FontDescriptor {descriptor} 0 R/DW 1000/W[{each}]>>"
        )
        unicode = f"/ToUnicode {file.stream('', self._to_unicode(4))} 0 R" if own else ""
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{self.name}/Encoding/{_CMAPS[self.coding]}"
            f"/DescendantFonts[{descendant} 0 R]{unicode}>>"
        )

    def _cid(self, char: str) -> int:
        """UniJIS-UTF16-H gives Latin letters the first CIDs, which are proportional; the others those of half width."""
        return ord(char) - 31 if self.coding == "utf16" and char.isascii() else cid_of(char)

    def _to_unicode(self, digits: int) -> str:
        pairs = "\n".join(
            f"<{code:0{digits}x}> <{char.encode('utf-16-be').hex()}>" for char, code in sorted(self.codes.items())
        )
        space = f"<{'0' * digits}> <{'f' * digits}>"
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            f"1 begincodespacerange {space} endcodespacerange\n{len(self.codes)} beginbfchar\n{pairs}\nendbfchar\n"
            "endcmap end end"
        )

    def _write_type3(self, file: PdfFile) -> int:
        widths = {code: 500 if is_half(char) else 1000 for char, code in self.codes.items()}
        glyphs = {
            code: file.stream("", f"{width} 0 0 0 900 900 d1 80 0 {width - 160} 800 re f")
            for code, width in widths.items()
        }
        last = max(glyphs, default=1)
        procs = " ".join(f"/g{code} {number} 0 R" for code, number in glyphs.items())
        names = " ".join(f"/g{code}" for code in range(1, last + 1))
        listed = " ".join(str(widths.get(code, 0)) for code in range(1, last + 1))
        unicode = file.stream("", self._to_unicode(2))
        return file.add(
            f"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<{procs}>>"
            f"/Encoding<</Type/Encoding/Differences[1 {names}]>>/FirstChar 1/LastChar {last}/Widths[{listed}]"
            f"/ToUnicode {unicode} 0 R/Resources<<>>>>"
        )


_CMAPS = {
    "ucs2": "UniJIS-UCS2-HW-H",
    "ucs2-v": "UniJIS-UCS2-HW-V",
    "utf16": "UniJIS-UTF16-H",
    "sjis": "90ms-RKSJ-H",
    "sjis-v": "90ms-RKSJ-V",
    "cid": "Identity-H",
    "codes": "Identity-H",
}


def cid_of(char: str) -> int:
    """The CID of a character in Adobe-Japan1, by its place in JIS X 0208.

    >>> cid_of("あ"), cid_of("亜"), cid_of("①"), cid_of("A"), cid_of("ｱ")
    (843, 1125, 7555, 264, 343)
    """
    for first, last, start in _RUNS:
        if first <= char <= last:
            return start + ord(char) - ord(first)
    lead, trail = char.translate(_IN_JIS).encode("euc_jp")
    row, cell = lead - 0xA0, trail - 0xA0
    if row < 16:
        return _ROWS[row] + _packed(cell, _FILLED.get(row, ((1, 94),)))
    return (_LEVEL_ONE if row < 48 else _LEVEL_TWO) + (row - (16 if row < 48 else 48)) * 94 + cell - 1


def _packed(cell: int, runs: tuple[tuple[int, int], ...]) -> int:
    """The place of a cell in a row of JIS that is filled only in runs."""
    before = 0
    for first, last in runs:
        if first <= cell <= last:
            return before + cell - first
        before += last - first + 1
    raise ValueError(f"no character at cell {cell}")


def is_half(char: str) -> bool:
    """Whether a character takes half the width of a kanji."""
    return char < "\x7f" or "｡" <= char <= "ﾟ"


def advance(char: str, size: float) -> float:
    """How far a character moves the pen."""
    return size / 2 if is_half(char) else size
