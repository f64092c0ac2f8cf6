"""One page, stage by stage: objects -> strokes -> rules -> frames; objects -> runs -> owners -> cells.

Each stage's result is kept, so that it can be looked at and drawn on the page.
"""

from collections.abc import Iterable
from typing import NamedTuple

from monosashi.reading.pdf.decorations import strokes_without_decorations, without_decorations
from monosashi.reading.pdf.frames import rules_to_frames
from monosashi.reading.pdf.letters import Letters, PlainLetters
from monosashi.reading.pdf.missing import missing_texts
from monosashi.reading.pdf.objects import page_objects, page_paper
from monosashi.reading.pdf.outside import runs_to_outside
from monosashi.reading.pdf.overrun import with_overrun
from monosashi.reading.pdf.owners import FrameFinder, runs_to_owners
from monosashi.reading.pdf.rules import strokes_to_rules
from monosashi.reading.pdf.runs import PageText
from monosashi.reading.pdf.shapes import Box, Frame, PageCell, Rule, Run, Stroke
from monosashi.reading.pdf.strokes import objects_to_strokes
from monosashi.reading.pdf.unseen import with_unseen
from monosashi.reading.pdf.wording import runs_to_text

#: A line is beyond its frame when more than this share of it is.
_MUCH = 0.25


class Most(NamedTuple):
    """What is still read at the most."""

    objects: int
    characters: int
    cells: int


class TooMuch(Exception):
    """A page holds more than may be read."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Ink(NamedTuple):
    """What stands on a page, wherever it was seen: its size, the pieces of its borders, and its text."""

    width: float
    height: float
    strokes: list[Stroke]
    runs: list[Run]


class PageStages(NamedTuple):
    """What each stage made of a page. ``drawn``: it shows something; ``damaged``: it could not be opened; ``hidden``: how
    many invisible texts were left out; ``missing``: how many texts the machine has no glyphs for."""

    number: int
    width: float
    height: float
    strokes: list[Stroke]
    rules: list[Rule]
    tables: list[list[Frame]]
    runs: list[Run]
    cells: list[PageCell]
    drawn: bool = True
    damaged: bool = False
    hidden: int = 0
    missing: int = 0


def page_to_stages(page: int, number: int, most: Most) -> PageStages:
    """A page of an open document, by its handle. Raises ``TooMuch``, ``TooManyCells``."""
    if not page:
        return PageStages(number, 0, 0, [], [], [], [], [], drawn=False, damaged=True)
    paper = page_paper(page)
    objects = page_objects(page, paper.to_paper, most.objects)
    if len(objects) > most.objects:
        raise TooMuch("objects")
    strokes = objects_to_strokes(objects, Box(0.0, 0.0, paper.width, paper.height))
    with PageText(page, paper.to_paper) as text:
        if text.count > most.characters:
            raise TooMuch("characters")
        runs = with_unseen(text.runs(objects), objects)
        shown = without_hidden(runs)
        stages = ink_to_stages(Ink(paper.width, paper.height, strokes, shown), number, most.cells, text)
        missing = len(missing_texts(text.blanks, runs))
    return stages._replace(drawn=bool(objects), hidden=len(runs) - len(shown), missing=missing)


def without_hidden(runs: list[Run]) -> list[Run]:
    """The runs a person sees. Invisible text is read only where it is most of the page: the text layer of a scan."""
    hidden = sum(len(run.text) for run in runs if run.hidden)
    if not hidden or hidden * 2 > sum(len(run.text) for run in runs):
        return runs
    return [run for run in runs if not run.hidden]


def ink_to_stages(ink: Ink, number: int, most_cells: int, letters: Letters | None = None) -> PageStages:
    """The frames and cells of a page. Raises ``TooManyCells``."""
    looked_up = letters or PlainLetters()
    strokes = strokes_without_decorations(ink.strokes, ink.runs)
    rules = without_decorations(strokes_to_rules(strokes), ink.runs)
    tables = rules_to_frames(rules, most_cells)
    owned = with_overrun(runs_to_owners(ink.runs, FrameFinder(tables), looked_up), tables)
    cells = owned_to_cells(owned, looked_up, ink.width, ink.height)
    return PageStages(number, ink.width, ink.height, ink.strokes, rules, tables, ink.runs, cells)


def owned_to_cells(
    owned: Iterable[tuple[Frame | None, Run]], letters: Letters, width: float, height: float
) -> list[PageCell]:
    """The cells with text, and what stands outside of the tables and on the paper."""
    inside: dict[Frame, list[Run]] = {}
    outside: list[Run] = []
    for frame, run in owned:
        if frame is not None:
            inside.setdefault(frame, []).append(run)
        elif run.box.x1 > 0 and run.box.bottom > 0 and run.box.x0 < width and run.box.top < height:
            outside.append(run)
    cells = [
        PageCell(text, frame.box, frame, any(_is_beyond(run, frame) for run in own))
        for frame, own in inside.items()
        if (text := runs_to_text(own, letters))
    ]
    if not outside:
        return cells
    right = max([run.box.x1 for run in outside] + [frame.box.x1 for frame in inside])
    return cells + runs_to_outside(outside, right, letters)


def _is_beyond(run: Run, frame: Frame) -> bool:
    """Whether a good part of a line is printed above or under its frame, under a clip path."""
    out = max(frame.box.top - run.top, run.bottom - frame.box.bottom)
    return run.clipped and out > _MUCH * (run.bottom - run.top)
