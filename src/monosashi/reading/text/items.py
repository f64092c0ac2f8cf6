"""Blocks -> items: the lines of a block joined into what one cell said.

A stream of lines says nowhere where a cell ends. Of all ways to cut a block, the one is taken in which most is
explained by labels, marks and grammar; prose is cut where a line ends well before the others do, as the last line of a
cell does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from monosashi.model.folding import fold
from monosashi.reading.text.kinds import Kind, Reader
from monosashi.reading.text.lines import Piece

#: More lines than one item fills: the longest rationale seen has 23.
_MOST_LINES = 40

#: What a kind is worth to the cut of a block. Prose is what is left when nothing better explains the lines.
_WORTH = {
    Kind.LABEL: 14,
    Kind.TITLE: 14,
    Kind.IDENTIFIER: 12,
    Kind.NAME: 12,
    Kind.PROGRAMME: 12,
    Kind.DATED: 5,
    Kind.POLICY: 10,
    Kind.INNER: 10,
    Kind.NOTE: 10,
    Kind.REFERENCES: 8,
    Kind.QUANTITY: 8,
    Kind.MONEY: 9,
    Kind.DATE: 8,
    Kind.YEAR: 7,
    Kind.RELATED: 6,
    Kind.REVIEW: 6,
    Kind.NUMBER: 5,
    Kind.MARK: 5,
    Kind.MONTH: 8,
    Kind.FRAGMENT: 4,
    Kind.REFERENCE: 3,
    Kind.DASH: 5,
    Kind.REMARK: 3,
    Kind.PROSE: -2,
}
_EXACT = frozenset(Kind) - {
    Kind.PROSE,
    Kind.REMARK,
    Kind.NOTE,
    Kind.INNER,
    Kind.REFERENCES,
    Kind.REFERENCE,
    Kind.FRAGMENT,
    Kind.DATED,
}
_SHORT = 0.82


@dataclass(frozen=True, eq=False)
class Item:
    """What one cell said: its kind, its words with the line breaks of the text, and the pieces it was joined from."""

    kind: Kind
    text: str
    pieces: tuple[Piece, ...]

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.pieces[0].line

    @property
    def middle(self) -> float:
        """The line in the middle of it."""
        return (self.pieces[0].line + self.pieces[-1].line) / 2


def items_of(blocks: Iterable[list[Piece]], reader: Reader, *, columns: bool = False) -> list[Item]:
    """The items of a text, in order. ``columns``: blocks that follow one another need not belong together."""
    pieces: list[Piece] = []
    starts: set[int] = set()
    for block in blocks:
        starts.add(len(pieces))
        pieces += [part for piece in block for part in _apart(piece, reader)]
    return [
        Item(reader.kind(text), text, part)
        for part in _cut(pieces, starts, reader, columns)
        if (text := "\n".join(piece.text for piece in part))
    ]


def _apart(piece: Piece, reader: Reader) -> Iterator[Piece]:
    """The words of a line that stand for different cells: 「① 令和２年度 令和５年度」 are three."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(piece.text)]
    exact = [reader.kind(word) in _EXACT for word, _ in words]
    whole = reader.kind(piece.text)
    torn = _open_brackets(piece.text) != 0  # what stands in a bracket is not apart from it
    if len(words) == 1 or torn or (_letter_spaced(words) and not all(exact)) or not (whole is Kind.PROSE or all(exact)):
        yield piece
        return
    first = next((n for n, is_exact in enumerate(exact) if not is_exact), len(words))
    last = len(words) - next((n for n, is_exact in enumerate(reversed(exact)) if not is_exact), 0)
    if first < last and reader.kind(_span(piece, words, 0, last).text) in _EXACT:
        first = 0
    middle = [(first, last)] if first < last else []
    ends = [*((n, n + 1) for n in range(first)), *middle, *((n, n + 1) for n in range(max(first, last), len(words)))]
    for start, end in ends:
        yield _span(piece, words, start, end)


#: Words between blanks; a dash before a numbered name is a word of its own.
_WORD = re.compile(r"[-－](?=[(（][0-9０-９])|\S+")


def _letter_spaced(words: list[tuple[str, int]]) -> bool:
    return len(words) >= 4 and sum(len(word) == 1 for word, _ in words) > 0.6 * len(words)


def _span(piece: Piece, words: list[tuple[str, int]], start: int, end: int) -> Piece:
    left, right = words[start][1], words[end - 1][1] + len(words[end - 1][0])
    return Piece(piece.text[left:right], piece.page, piece.line, piece.left + left)


def _cut(pieces: list[Piece], starts: set[int], reader: Reader, columns: bool) -> list[tuple[Piece, ...]]:
    """The best cut of the stream: by dynamic programming over where an item ends."""
    widths = [_width(piece.text) for piece in pieces]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        options = []
        crossed = 0
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            if start + 1 in starts and start + 1 < end:
                crossed += columns or not _goes_on(pieces[start].text, pieces[start + 1].text)
            if crossed > (0 if columns else 1):
                break
            worth = _worth(tuple(p.text for p in pieces[start:end]), tuple(widths[start:end]), reader)
            options.append((best[start][0] + worth - 3.0 * crossed, start))
        best.append(max(options))
    cuts, end = [], len(pieces)
    while end:
        start = best[end][1]
        cuts.append(tuple(pieces[start:end]))
        end = start
    return cuts[::-1]


def _goes_on(before: str, after: str) -> bool:
    """Whether words go on after an empty line: in an open bracket, after a colon, with a bracket."""
    return after[:1] in "（(" or before[-1:] in "：:" or _open_brackets(before) > 0


def _open_brackets(text: str) -> int:
    folded = fold(text)
    return folded.count("(") - folded.count(")")


@lru_cache(maxsize=1 << 18)  # the same lines are weighed once for each cut they could be part of
def _worth(lines: tuple[str, ...], widths: tuple[int, ...], reader: Reader) -> float:
    """What a run of lines is worth as one item."""
    text = "\n".join(lines)
    kind = reader.kind(text)
    gain = _WORTH[kind] + 0.2 * sum(widths)
    if kind not in _LOOSE:
        return gain
    pairs = zip(lines, lines[1:], widths, strict=False)
    broken = sum(_stops_short(line, after, width, max(widths), kind) for line, after, width in pairs)
    inside = lines[1:] if kind in (Kind.PROGRAMME, Kind.NOTE, Kind.REFERENCES) else lines
    hides = sum(reader.kind(line) in _EXACT for line in inside) if len(lines) > 1 else 0
    return (
        gain
        - (6.0 if kind is Kind.NAME else 3.0) * broken
        - 9.0 * hides
        - 3.0 * (_is_torn(text) or (kind is Kind.PROSE and len(text) <= 2))
    )


def _is_torn(text: str) -> bool:
    """Whether words were cut from what they belong to: a bracket open or alone, a colon with nothing after it."""
    return _open_brackets(text) != 0 or text[:1] in "（(" or text[-1:] in "：:"


#: Kinds that could swallow a line that is something by itself.
_LOOSE = frozenset(
    {Kind.DATED, Kind.PROSE, Kind.REMARK, Kind.NOTE, Kind.INNER, Kind.REFERENCES, Kind.NAME, Kind.PROGRAMME}
)


_CLOSED = ("。", "）", ")", "：", ":", "】")
#: How an entry of a list begins, so that the line before it may end early.
_ENTRY = re.compile(r"[（(]?[0-9０-９]{1,2}[)）．.]|第[0-9０-９]+|[ⅰ-ⅹ①-⑳・※【［＜<]")


def _stops_short(line: str, after: str, width: int, widest: int, kind: Kind) -> bool:
    """Whether a line ends well before the others do, and neither ends a sentence or bracket nor comes before an entry
    of a list. A name has no sentences: there a line in a bracket's end counts too."""
    if _ENTRY.match(after) or (kind not in (Kind.NAME, Kind.DATED) and line.rstrip().endswith(_CLOSED)):
        return False
    return width < _SHORT * widest - 2


def _width(text: str) -> int:
    """Columns of a line: two for a full character."""
    return sum(1 if fold(c).isascii() else 2 for c in text)
