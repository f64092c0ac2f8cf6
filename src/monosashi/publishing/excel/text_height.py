"""How many lines a text fills in a cell, and how high the cell must be to show them all.

A spreadsheet does not fit rows to merged cells, so the height is worked out here, on the safe side: a full-width
character is one em wide, a half-width one 0.65 em (a digit is 0.5 em wide in ＭＳ Ｐゴシック, 0.56 in Noto Sans CJK JP,
0.64 in DejaVu Sans, which stands in where neither is there), and a line is 1.45 em high, as in Noto Sans CJK JP, the
tallest of the three.

>>> lines_of("測定指標", 4.0), lines_of("測定指標", 3.0), lines_of("a\\nb", 9)
(1, 2, 2)
"""

import re
import unicodedata
from collections.abc import Iterator

#: Height of a line in ems.
LINE = 1.45
#: What a cell keeps free left and right together, and above and below together, in points.
PADDING = 6.0
MARGIN = 5.0

#: A word that a line is not broken in, or one character.
_WORD = re.compile(r"[!-~]+|.", re.DOTALL)
#: Characters no line begins with, so that the one before goes along with them to the next line.
_NOT_FIRST = frozenset("、。，．・：；？！）］｝〕〉》」』】ー～％ぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.)]}!?:;%")
#: Characters no line ends with.
_NOT_LAST = frozenset("（［｛〔〈《「『【([{")


def width_of(text: str) -> float:
    """The width of a text in ems, on the safe side."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 1.0 if character in "MWmw@%" else 0.65


def lines_of(text: str, width: float) -> int:
    """The lines a text fills where a line is ``width`` ems wide."""
    return sum(_lines_of_paragraph(paragraph, max(width, 1.0)) for paragraph in text.split("\n"))


def _lines_of_paragraph(paragraph: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in _unbreakable(paragraph):
        needed = width_of(word)
        if used and used + needed > width + 1e-6:
            lines, used = lines + 1, 0.0
        while needed > width + 1e-6:  # a word longer than a line is broken where the line ends
            lines, needed = lines + 1, needed - width
        used += needed
    return lines


def _unbreakable(paragraph: str) -> Iterator[str]:
    """The pieces that no line break divides: words, and characters with the punctuation that clings to them."""
    piece = ""
    for word in _WORD.findall(paragraph):
        clings = word[0] in _NOT_FIRST or (piece and piece[-1] in _NOT_LAST)
        if piece and not clings:
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def height_of(text: str, width: float, size: float) -> float:
    """The height in points that shows the whole text in a cell ``width`` points wide, set in ``size`` points."""
    if not text:
        return 0.0
    lines = lines_of(text, (width - PADDING) / size)
    # one line in twenty more: fonts differ, and a line that is not needed costs less than one that is cut
    return (lines + lines // 20) * LINE * size + MARGIN
