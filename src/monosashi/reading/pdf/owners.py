"""Runs + frames -> owners: which cell each run of characters belongs to.

Text that fits its cell lies in one frame. Text that overflows lies over its neighbours' cells too; then the clip path of
its text object names the cell that shows it. Where there is none, the characters are looked at one by one: text that
goes on without a gap belongs to one cell, and one object that writes into several cells leaves a gap at each border.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from monosashi.reading.pdf.letters import Letters
from monosashi.reading.pdf.shapes import BLANK, Box, Frame, Run, around

#: How far ink may run over a border without leaving its cell.
_OVER = 0.8
#: A gap at a border at least this wide parts the texts of two cells (points, and share of a character's height).
_GAP = 1.0
_GAP_OF_HEIGHT = 0.1
#: Text that begins (or ends) this close to a border was set from it.
_PADDING = 3.0
#: Text goes on in one of the next objects drawn.
_NEXT = 3
#: A clip path names a cell when it lies in it by at least this share.
_MOST_OF = 0.8


class FrameFinder:
    """Finds the frame at a point or around a box; of frames one in another, the innermost."""

    def __init__(self, tables: Iterable[Iterable[Frame]]) -> None:
        nets = [_lattice(list(frames)) for frames in tables]
        self._nets = sorted(nets, key=lambda net: (net.xs[-1] - net.xs[0]) * (net.ys[-1] - net.ys[0]))

    def around(self, ink: Run | Box) -> Frame | None:
        """The frame that holds the ink, but for what may run over a border."""
        x0, top, x1, bottom = ink.x0, ink.top, ink.x1, ink.bottom
        left = x0 + _OVER if x1 - x0 > 2 * _OVER else (x0 + x1) / 2
        upper = top + _OVER if bottom - top > 2 * _OVER else (top + bottom) / 2
        for xs, ys, owner in self._nets:
            if xs[0] <= left < xs[-1] and ys[0] <= upper < ys[-1]:
                frame = owner[bisect_right(ys, upper) - 1][bisect_right(xs, left) - 1]
                if frame is not None:
                    box = frame.box
                    if x1 - _OVER <= box.x1 and bottom - _OVER <= box.bottom:
                        return frame
        return None

    def at(self, x: float, y: float) -> Frame | None:
        """The frame a point lies in."""
        return self.around(Box(x, y, x, y))


class _Lattice(NamedTuple):
    """One table's narrow columns and rows, and which frame covers each of their crossings."""

    xs: list[float]
    ys: list[float]
    owner: list[list[Frame | None]]


def _lattice(frames: list[Frame]) -> _Lattice:
    xs = sorted({x for frame in frames for x in (frame.box.x0, frame.box.x1)})
    ys = sorted({y for frame in frames for y in (frame.box.top, frame.box.bottom)})
    columns = {x: n for n, x in enumerate(xs)}
    rows = {y: n for n, y in enumerate(ys)}
    owner: list[list[Frame | None]] = [[None] * len(xs) for _ in ys]
    for frame in frames:
        x0, top, x1, bottom = frame.box
        left, right = columns[x0], columns[x1]
        for row in owner[rows[top] : rows[bottom]]:
            row[left:right] = [frame] * (right - left)
    return _Lattice(xs, ys, owner)


def runs_to_owners(
    runs: Iterable[Run],
    finder: FrameFinder,
    letters: Letters,
) -> list[tuple[Frame | None, Run]]:
    """Each run with its frame; a run that writes into several cells comes back in parts."""
    owned: list[tuple[Frame | None, Run]] = []
    for run in runs:
        clip = letters.clip(run) if run.clipped else None
        if clip and not clip.holds((run.x0 + run.x1) / 2, (run.top + run.bottom) / 2):
            clipped = _clipped(clip, finder)
            if clipped or _meets(clip, run):
                owned.append((clipped, run))
            continue
        frame = finder.around(run)
        if frame is not None:
            owned.append((frame, run))
        else:
            owned += _owners(run, finder, clip, letters)
    return _rejoined(owned, finder, letters)


def _rejoined(
    owned: list[tuple[Frame | None, Run]], finder: FrameFinder, letters: Letters
) -> list[tuple[Frame | None, Run]]:
    """Text that overflows in many small objects, given back to one cell: what goes on without a gap over a border."""
    n = 1
    while n < len(owned):
        if owned[n][0] is not owned[n - 1][0] and _goes_on(owned[n - 1][1], owned[n][1], letters):
            first = last = n
            while first and _goes_on(owned[first - 1][1], owned[first][1], letters):
                first -= 1
            while last + 1 < len(owned) and _goes_on(owned[last][1], owned[last + 1][1], letters):
                last += 1
            chain = [run for _, run in owned[first : last + 1]]
            owner = _owner(chain[0].at("", around(run.box for run in chain)), finder)
            owned[first : last + 1] = [(owner, run) for run in chain]
            n = last
        n += 1
    return owned


def _goes_on(one: Run, other: Run, letters: Letters) -> bool:
    """Whether a run begins where the one before ends."""
    height = other.bottom - other.top
    if abs(one.base - other.base) > 0.1 or not one.x0 < other.x0 or BLANK in (one.text, other.text):
        return False
    return abs(other.x - letters.end(one)) < max(_GAP, _GAP_OF_HEIGHT * height) and other.order - one.order < _NEXT


def _meets(clip: Box, run: Run) -> bool:
    return clip.x0 < run.x1 and run.x0 < clip.x1 and clip.top < run.bottom and run.top < clip.bottom


def _owners(run: Run, finder: FrameFinder, clip: Box | None, letters: Letters) -> list[tuple[Frame | None, Run]]:
    """A run that leaves its cell: by its clip path, else piece by piece."""
    clipped = _clipped(clip, finder)
    if clipped:
        return [(clipped, run)]
    glyphs = letters.glyphs(run)
    if not glyphs:
        return [(finder.at(run.x, run.base), run)]
    return [(_owner(piece, finder), piece) for piece in glyphs_to_pieces(glyphs, finder)]


def _clipped(clip: Box | None, finder: FrameFinder) -> Frame | None:
    """The frame a clip path lies in; none where the clip is wider than a cell."""
    if clip is None or clip.x1 <= clip.x0 or clip.bottom <= clip.top:
        return None
    frame = finder.at((clip.x0 + clip.x1) / 2, (clip.top + clip.bottom) / 2)
    if frame is None:
        return None
    return frame if frame.box.overlap(clip) >= _MOST_OF * clip.area else None


def glyphs_to_pieces(glyphs: list[Run], finder: FrameFinder) -> list[Run]:
    """Characters of one object, parted where a gap meets a border between two cells."""
    pieces: list[list[Run]] = []
    for glyph in glyphs:
        if pieces and not _parts(pieces[-1][-1], glyph, finder):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [joined_run(piece) for piece in pieces]


def _parts(one: Run, other: Run, finder: FrameFinder) -> bool:
    """Whether two neighbouring characters of an object stand in two cells on purpose."""
    here, there = finder.at(*_middle(one.box)), finder.at(*_middle(other.box))
    if here is there:
        return False
    height = max(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    across = max(other.box.x0 - one.box.x1, one.box.x0 - other.box.x1)
    along = max(other.box.top - one.box.bottom, one.box.top - other.box.bottom)
    return max(across, along) >= max(_GAP, _GAP_OF_HEIGHT * height) or _is_space(one, other)


def _is_space(one: Run, other: Run) -> bool:
    return one.text.isspace() or other.text.isspace()


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def joined_run(glyphs: list[Run]) -> Run:
    """Characters of one object as one run again."""
    first = glyphs[0]
    if len(glyphs) == 1:
        return first
    text = "".join(glyph.text for glyph in glyphs)
    return first.at(text, around(glyph.box for glyph in glyphs))._replace(last=glyphs[-1].last)


def _owner(piece: Run, finder: FrameFinder) -> Frame | None:
    """The cell of text that goes over a border: the one it was set in, from its left, its right or its middle."""
    x0, top, x1, bottom = piece.box
    middle = (top + bottom) / 2
    first, last = finder.at(x0 + _OVER, middle), finder.at(x1 - _OVER, middle)
    if first is last:
        return first
    if first and x0 - first.box.x0 <= _PADDING:
        return first
    if last and last.box.x1 - x1 <= _PADDING:
        return last
    return finder.at((x0 + x1) / 2, middle) or first or last
