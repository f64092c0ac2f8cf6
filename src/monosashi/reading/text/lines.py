"""Plain text -> pieces: decoded, cut into pages and lines, and lines into what stands apart on them.

Some programs keep columns by runs of blanks; then a line holds pieces of several cells, and pieces below one another
belong together. Others give one stream; then blank lines part the blocks.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model.folding import fold
from monosashi.reading.errors import UnreadableDocument

_GAP = re.compile(r"[ \t\u3000]{2,}|\t")
_BLANKS = re.compile(r"[ \t\u3000]+")
#: As many pieces that begin at one character are a column.
_FEW = 3
_MARK = re.compile(r"\s*※\s*[0-9０-９]{1,2}[ \t\u3000]+")
_ENCODINGS = ("utf-8-sig", "cp932", "euc_jp")


@dataclass(frozen=True)
class Piece:
    """Words that stand together on one line: page and line are 1-based, ``left`` counts characters from 0."""

    text: str
    page: int
    line: int
    left: int

    @property
    def right(self) -> int:
        """The character after the last."""
        return self.left + len(self.text)


def decode(data: bytes, name: str) -> str:
    """The text, in the encoding that fits. Raises ``UnreadableDocument`` where none does, or where it is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(c < " " and c not in "\t\n\r\f\v" for c in text) * 1000 <= len(text):  # more would be no text
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableDocument(name, "文字コードが分かりません。", "its character encoding is not known.")


def blocks(text: str) -> list[list[Piece]]:
    """The pieces, those that stand together in one list, in the order they appear."""
    return _columns(list(_lines(text))) if keeps_columns(text) else _stream(list(_lines(text)))


def keeps_columns(text: str) -> bool:
    """Whether columns are kept by blanks: much of the page is blank between words."""
    full = [line.rstrip() for _, _, line in _lines(text) if line.strip()]
    return sum(bool(_GAP.search(line)) for line in full) > 0.3 * len(full)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    number = 0
    for page, content in enumerate(text.split("\f"), 1):
        for line in content.split("\n"):
            number += 1
            yield page, number, line


def _stream(lines: list[tuple[int, int, str]]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    page_before = 1
    for page, number, line in lines:
        words = line.strip(" \t\u3000")
        if (not words or page != page_before) and found[-1]:
            found.append([])
        if words:
            found[-1].append(Piece(words, page, number, line.index(words)))
        page_before = page
    return [block for block in found if block]


def _columns(lines: list[tuple[int, int, str]]) -> list[list[Piece]]:
    """Pieces of neighbouring lines that begin at the same column, or lie over one another, are one block."""
    edges = _edges(lines)
    open_blocks: list[list[Piece]] = []
    done: list[list[Piece]] = []
    for page, number, line in lines:
        open_blocks, closed = _still_open(open_blocks, page, number)
        done += closed
        for piece in _pieces(page, number, line, edges[page]):
            above = [block for block in open_blocks if block[-1].line == number - 1 and _over(block, piece)]
            if len(above) == 1:
                above[0].append(piece)
            else:
                open_blocks.append([piece])
    return sorted(done + open_blocks, key=lambda block: (block[0].line, block[0].left))


def _still_open(found: list[list[Piece]], page: int, number: int) -> tuple[list[list[Piece]], list[list[Piece]]]:
    live = [block for block in found if block[-1].page == page and block[-1].line >= number - 1]
    return live, [block for block in found if not any(block is other for other in live)]


def _over(block: list[Piece], piece: Piece) -> bool:
    """Whether a piece goes on below a block: same left edge (give or take a kerned blank), or centred under it."""
    lefts = Counter(other.left for other in block)
    if any(abs(left - piece.left) <= 2 for left in lefts):
        return True
    left, right = min(p.left for p in block), max(p.right for p in block)
    return min(right, piece.right) - max(left, piece.left) >= 0.6 * min(right - left, len(piece.text))


def _edges(lines: list[tuple[int, int, str]]) -> dict[int, frozenset[int]]:
    """The characters of each page at which several pieces begin: where columns stand close, one blank parts them."""
    counts: dict[int, Counter[int]] = {}
    for page, number, line in lines:
        counts.setdefault(page, Counter()).update(p.left for p in _pieces(page, number, line, frozenset()))
    return {page: frozenset(left for left, n in lefts.items() if n >= _FEW) for page, lefts in counts.items()}


def _pieces(page: int, number: int, line: str, edges: frozenset[int]) -> Iterator[Piece]:
    """What stands apart on a line: by two blanks or more, or by one before an edge of a column."""
    at = 0
    mark = _MARK.match(line)  # a note's mark stays with its words, however far apart they are set
    gaps = [gap for gap in _BLANKS.finditer(line) if not (mark and gap.end() == mark.end())]
    gaps = [gap for gap in gaps if len(gap.group()) > 1 or gap.group() == "\t" or gap.end() in edges]
    for gap in [*gaps, None]:
        end = gap.start() if gap else len(line)
        words = line[at:end]
        if fold(words).strip():
            stripped = words.strip(" \t\u3000")
            yield Piece(stripped, page, number, at + words.index(stripped))
        at = gap.end() if gap else end
