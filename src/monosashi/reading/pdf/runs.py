"""Objects -> runs: the characters of a page, as many at a time as one text object draws.

pdfium gives the text of a page at once. It also makes up spaces and line ends where it thinks a reader wants them; these
are left out, but for spaces between Latin words. A blank that is drawn by an object of its own is no character to
pdfium; it is put back. Control characters print nothing and are left out.
"""

import re
from collections.abc import Iterable
from types import TracebackType

from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.matrix import Matrix
from monosashi.reading.pdf.objects import Drawn
from monosashi.reading.pdf.shapes import BLANK, Box, Run, around

#: pdfium writes a hyphen at a line's end as a sign of its own.
_SIGNS = str.maketrans({"\ufffe": "-", "\x02": "-", "\xa0": " "})
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]")
_LATIN = re.compile(r"[!-~\u00c0-\u024f]")

#: pdfium passes over text objects not wider than this.
_NO_WIDTH = 0.01

#: A baseline farther from the ink than this, and twice its height, is pdfium's mistake (glyphs of a Type 3 font, seen in scaled pages of a browser).
_ASTRAY = 8.0

#: Makes a run without asking its class, which takes most of the time of making one.
_new = tuple.__new__

#: A part of the page's text: the first character, and one after the last.
Piece = tuple[int, int]


class PageText:
    """The text of an open page, and what is looked up of single runs; closed at the end of a ``with``."""

    def __init__(self, page: int, to_paper: Matrix) -> None:
        self.to_paper = to_paper
        self._ways: dict[int, Matrix] = {}
        self._unclean = True
        #: The runs of text objects that pdfium has no characters of.
        self.blanks: list[Run] = []
        self.handle: int = pdfium.load_text(page) or 0
        self.count: int = max(0, pdfium.count_characters(self.handle)) if self.handle else 0

    def __enter__(self) -> "PageText":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.handle:
            pdfium.close_text(self.handle)

    def runs(self, objects: Iterable[Drawn]) -> list[Run]:
        """The runs of the page in drawing order."""
        runs: list[Run] = []
        letters = pdfium.page_text(self.handle, self.count).translate(_SIGNS) if self.count else ""
        self._unclean = bool(_CONTROLS.search(letters.replace("\r\n", "")))
        pieces = self._pieces()
        for order, (kind, handle, to_paper) in enumerate(objects):
            if kind == pdfium.TEXT:
                self._ways[handle] = to_paper
                own = pieces.get(handle)
                run = self._run(handle, own, letters, order, to_paper) if own else _blank(handle, order, to_paper)
                if run:
                    runs.append(run)
                    if not own:
                        self.blanks.append(run)
        return runs

    def size(self, run: Run) -> float:
        """The height of a run's letters as printed, in points."""
        a, b, c, d, *_ = pdfium.character_matrix(self.handle, run.first)
        height: float = pdfium.font_size(self.handle, run.first) * abs(a * d - b * c) ** 0.5
        return height

    def end(self, run: Run) -> float:
        """Where the letter after a run's last would stand."""
        return self.to_paper.box(*pdfium.loose_box(self.handle, run.last - 1)).x1

    def clip(self, run: Run) -> Box | None:
        """What of the paper an object may be seen on: where all its clip paths overlap."""
        seen = pdfium.clip_box(run.handle) if run.clipped else None
        return self._ways.get(run.handle, self.to_paper).box(*seen) if seen else None

    def falls(self, run: Run) -> bool:
        """Whether its letters follow one another downwards (or upwards) rather than sideways."""
        x0, y0 = self.to_paper.point(*pdfium.origin(self.handle, run.first))
        x1, y1 = self.to_paper.point(*pdfium.origin(self.handle, run.last - 1))
        return abs(y1 - y0) > abs(x1 - x0)

    def glyphs(self, run: Run) -> list[Run]:
        """A run as one run for each of its characters, with the room the font gives each."""
        found = []
        for n in range(run.first, run.last):
            if pdfium.is_generated(self.handle, n) == 1 or pdfium.object_of_character(self.handle, n) != run.handle:
                continue
            shown = clean(pdfium.character(self.handle, n).translate(_SIGNS))
            if shown:
                box = self.to_paper.box(*pdfium.loose_box(self.handle, n))
                x, y = self.to_paper.point(*pdfium.origin(self.handle, n))
                found.append(Run(shown, *box, x, y, run.order, run.handle, n, n + 1, run.hidden, run.clipped))
        return found

    def _pieces(self) -> dict[int, list[Piece]]:
        """Which characters each text object drew."""
        handle, owner_of = self.handle, pdfium.object_of_character
        pieces: dict[int, list[Piece]] = {}
        before, start = None, 0
        for n, owner in enumerate([owner_of(handle, n) for n in range(self.count)]):
            if owner != before:
                if before:
                    pieces.setdefault(before, []).append((start, n))
                before, start = owner, n
        if before:
            pieces.setdefault(before, []).append((start, self.count))
        return pieces

    def _run(self, owner: int, pieces: list[Piece], letters: str, order: int, to_paper: Matrix) -> Run | None:
        """The run of one text object."""
        first, last = pieces[0]
        if len(pieces) > 1:
            last = pieces[-1][1]
            shown = self._words(pieces, letters)
        else:
            shown = letters[first:last]
            if " " in shown or "\r" in shown:
                shown = real_spaces(shown, self._made_up(first, last))
        if self._unclean:
            shown = clean(shown)
        if not shown:
            return None
        quad, left, up, hidden, clipped = pdfium.ink(owner, self.handle, first)
        x, y = self.to_paper.point(left, up)
        if shown.isspace():
            box = around(self.to_paper.box(*pdfium.loose_box(self.handle, n)) for n in (first, last - 1))
        else:
            box = to_paper.box(*quad)
            near = _ASTRAY + 2 * (box.bottom - box.top)
            if not (box.top - near <= y <= box.bottom + near and x - near <= box.x1):
                x, y = to_paper.point(*pdfium.matrix(owner)[4:])
        return _new(Run, (shown, *box, x, y, order, owner, first, last, hidden, clipped))

    def _made_up(self, first: int, last: int) -> list[int]:
        """Which characters, counted from the first, pdfium made up."""
        return [n - first for n in range(first, last) if pdfium.is_generated(self.handle, n) == 1]

    def _words(self, pieces: list[Piece], letters: str) -> str:
        """The text of an object that pdfium parted, with the spaces it made up between Latin words."""
        text = ""
        for n, (first, last) in enumerate(pieces):
            part = real_spaces(letters[first:last], self._made_up(first, last))
            between = letters[pieces[n - 1][1] : first] if n else ""
            spaced = between == " " and _LATIN.match(text[-1:]) and _LATIN.match(part)
            text += f" {part}" if spaced else part
        return text


def _blank(handle: int, order: int, to_paper: Matrix) -> Run | None:
    """The run of a text object that pdfium has no characters of: a blank, unless it is a text laid over its equal."""
    left, _, right, _ = pdfium.bounds(handle)
    if right - left > _NO_WIDTH:
        return None
    x, y = to_paper.point(*pdfium.matrix(handle)[4:])
    return Run(BLANK, x, y, x, y, x, y, order, handle)


def real_spaces(letters: str, made_up: list[int]) -> str:
    """The letters without what pdfium made up between them, except a space between Latin words.

    >>> real_spaces("ab cd 年 度", [2, 5, 7])
    'ab cd年度'
    """
    if not made_up:
        return letters
    extra = set(made_up)
    kept = []
    for n, letter in enumerate(letters):
        if n not in extra:
            kept.append(letter)
        elif 0 < n < len(letters) - 1 and _LATIN.match(letters[n - 1]) and _LATIN.match(letters[n + 1]):
            kept.append(" ")
    return "".join(kept)


def clean(text: str) -> str:
    """The text without characters that print nothing.

    >>> clean("目" + chr(0) + "標")
    '目標'
    """
    return _CONTROLS.sub("", text)
