"""Pages -> one paper: cells that a page break cut are joined, and a head printed again on the next page is one head.

A merged cell cut by a page break is open at the page's end. One producer prints its whole text on both pages, another
really cuts it; either way it is one cell with two places.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from monosashi.reading.pdf.page import PageStages
from monosashi.reading.pdf.rules import NEAR
from monosashi.reading.pdf.shapes import Box, Frame, PageCell

#: An empty cell beside this share of the other columns' rows goes on from the page before.
_MOST_OF = 0.6

#: Words this long do not stand in a text twice by chance.
_NO_CHANCE = 16

#: A text that is a value on its own (a dash, a number with a short unit), and how one begins.
_VALUE = re.compile(r"[（(〈▲△約]*(?:[－―‐−-]|[0-9０-９][0-9０-９,，.．]*(?<![,，.．])[^0-9０-９\s]{0,4})")
_VALUE_START = re.compile(r"[（(〈▲△約]*[－―‐−\-0-9０-９]")

#: A part of a cell: the number of its page, and its box there.
Fragment = tuple[int, Box]


@dataclass(slots=True)
class PaperCell:
    """A cell of the paper: its text, its fragments by page, and where it is printed once more as a repeated head.
    ``beyond``: some of its text is printed outside of its fragments."""

    text: str
    bordered: bool
    fragments: list[Fragment]
    again: list[Fragment] = field(default_factory=list)
    beyond: bool = False

    def go_on(self, fragment: Fragment, printed: PageCell | None) -> None:
        """Takes one more fragment, and what is printed in it."""
        self.fragments.append(fragment)
        if printed:
            self.beyond = self.beyond or printed.beyond
            self.text = joined_text(self.text, printed.text, self.beyond) if self.text else printed.text


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The frames of one page that make rows of the paper; a repeated head makes none."""

    number: int
    frames: tuple[Box, ...]


def pages_to_paper(pages: Iterable[PageStages]) -> tuple[list[PaperCell], list[PaperPage]]:
    """The cells of all pages in the order of the pages, and each page's rows."""
    cells: list[PaperCell] = []
    papers: list[PaperPage] = []
    above: PageStages | None = None
    before: dict[Frame, PaperCell] = {}
    for page in pages:
        repeats = repeated_head(above, page) if above else {}
        cut = max((frame.box.bottom for frame in repeats), default=0.0)
        goes_on = continued(above, page, cut) if above else {}
        here: dict[Frame, PaperCell] = {}
        printed = {cell.frame: cell for cell in page.cells if cell.frame}
        for frame in (frame for table in page.tables for frame in table):
            fragment = (page.number, frame.box)
            if frame in repeats:
                here[frame] = before[repeats[frame]]
                here[frame].again.append(fragment)
            elif frame in goes_on:
                here[frame] = before[goes_on[frame]]
                here[frame].go_on(fragment, printed.get(frame))
            else:
                here[frame] = PaperCell("", True, [])
                here[frame].go_on(fragment, printed.get(frame))
                cells.append(here[frame])
        cells += [PaperCell(cell.text, False, [(page.number, cell.box)]) for cell in page.cells if not cell.frame]
        own = (frame.box for table in page.tables for frame in table if frame.box.top > cut - NEAR)
        papers.append(PaperPage(page.number, tuple(own)))
        above, before = page, here
    return [cell for cell in cells if cell.text], papers


def joined_text(above: str, below: str, beyond: bool) -> str:
    """The text of two fragments. ``beyond``: some of their lines are printed outside of them, under a clip path, and so on
    both pages; what both print is told once. Otherwise only a text printed again as a whole, or from its start, is.

    >>> joined_text("施策の\\n概要", "概要", beyond=True), joined_text("施策の\\n概要", "概要", beyond=False)
    ('施策の\\n概要', '施策の\\n概要\\n概要')
    >>> joined_text("施策の\\n概要", "概要\\n一覧", beyond=True)
    '施策の\\n概要\\n一覧'
    """
    if _holds(above, below, beyond):
        return above
    if _holds(below, above, beyond):
        return below
    first, second = above.split("\n"), below.split("\n")
    most = min(len(first), len(second)) if beyond else 0
    both = next((n for n in range(most, 0, -1) if first[-n:] == second[:n]), 0)
    return "\n".join([*first, *second[both:]])


def _holds(text: str, part: str, beyond: bool) -> bool:
    """Whether a text says all of a part: the same, or so much of the same that it is no chance."""
    whole, sought = "".join(text.split()), "".join(part.split())
    if not sought or whole == sought:
        return True
    if not beyond:
        return len(sought) >= _NO_CHANCE and whole.startswith(sought)
    return sought in whole and (len(sought) >= _NO_CHANCE or f"\n{part}\n" in f"\n{text}\n")


def continued(above: PageStages, below: PageStages, cut: float) -> dict[Frame, Frame]:
    """Which frame at the top of a page, under ``cut``, goes on from which at the foot of the page before.

    A cut cell is open on both sides of the break (under a repeated head the head's own line closes the second); where a
    producer closes it with a line, it is an empty one beside several rows. A row that begins on the next page may lack
    its upper line there, when the row above has drawn it: so one open side alone joins nothing.
    """
    if not above.tables or not below.tables:
        return {}
    end = max(frame.box.bottom for frame in above.tables[-1])
    foot = [frame for frame in above.tables[-1] if end - frame.box.bottom < NEAR]
    start = max(cut, min(frame.box.top for frame in below.tables[0]))
    head = [frame for frame in below.tables[0] if abs(frame.box.top - start) < NEAR]
    ended = {cell.frame: cell.text for cell in above.cells}
    filled = {cell.frame: cell.text for cell in below.cells}
    found = {}
    for frame in head:
        empty = frame not in filled and _is_beside_rows(frame, head)
        for candidate in foot:
            open_ = candidate.open_bottom and (frame.open_top or cut > 0)
            if not _same_columns(frame.box, candidate.box) or _are_two_values(ended.get(candidate), filled.get(frame)):
                continue
            if open_ or empty:
                found[frame] = candidate
    return found


def _are_two_values(above: str | None, below: str | None) -> bool:
    """Whether two texts are a value each; joined, they would read as a third."""
    return bool(above and below and above != below and _VALUE.fullmatch(above) and _VALUE_START.match(below))


def _is_beside_rows(frame: Frame, head: list[Frame]) -> bool:
    """Whether a frame at the top of a page runs on beside most of the others there."""
    shorter = sum(o.box.x1 - o.box.x0 for o in head if o.box.bottom < frame.box.bottom - NEAR)
    return shorter > _MOST_OF * (sum(o.box.x1 - o.box.x0 for o in head) - (frame.box.x1 - frame.box.x0))


def _same_columns(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) < NEAR and abs(one.x1 - other.x1) < NEAR


def repeated_head(above: PageStages, below: PageStages) -> dict[Frame, Frame]:
    """The frames at the top of a page that print a head of the page before once more, with the frames they repeat.

    A head is rows whose every text has letters (a body row of dashes and numbers may repeat too), cut off cleanly
    from the rows below, with the same words in the same columns as rows of the last table before.
    """
    if not above.tables or not below.tables:
        return {}
    head, foot = below.tables[0], set(above.tables[-1])
    printed = [cell for cell in above.cells if cell.frame in foot]
    found: dict[Frame, Frame] = {}
    for bottom in sorted({frame.box.bottom for frame in head}):
        within = [frame for frame in head if frame.box.top < bottom - NEAR]
        if any(frame.box.bottom > bottom + NEAR for frame in within):
            continue
        rows = set(within)
        repeated = _repeated([cell for cell in below.cells if cell.frame in rows], printed)
        if not repeated:
            break
        found = repeated
    return {} if found and _heads_a_block(list(found.values()), above.tables[-1]) else found


def _heads_a_block(heads: list[Frame], table: list[Frame]) -> bool:
    """Whether a page ends with the row that such heads stand under (not with one of theirs): the heads under it on the next
    page are its own, not printed again."""
    top, bottom = min(frame.box.top for frame in heads), max(frame.box.bottom for frame in heads)
    end = max(frame.box.bottom for frame in table)
    over = [frame.box for frame in table if abs(frame.box.bottom - top) < NEAR]
    under = [frame.box for frame in table if abs(frame.box.top - bottom) < NEAR]
    last = [frame.box for frame in table if abs(frame.box.bottom - end) < NEAR]
    return bool(over) and _stand_alike(last, over) and not _stand_alike(last, under)


def _stand_alike(one: list[Box], other: list[Box]) -> bool:
    """Whether two rows have the same columns."""
    return len(one) == len(other) and all(map(_same_columns, sorted(one), sorted(other)))


def _repeated(cells: list[PageCell], printed: list[PageCell]) -> dict[Frame, Frame]:
    """The frames that some cells repeat, if all of them do."""
    if len(cells) < 2 or not all(any(map(str.isalpha, cell.text)) for cell in cells):
        return {}
    first = cells[0]
    for start in (cell for cell in reversed(printed) if _is_repeated(first, cell, 0.0)):
        down = start.box.top - first.box.top
        found: dict[Frame, Frame] = {}
        for cell in cells:
            match = next((other for other in printed if _is_repeated(cell, other, _fall(cell, other, down))), None)
            if cell.frame and match and match.frame:
                found[cell.frame] = match.frame
        if len(found) == len(cells):
            return found
    return {}


def _fall(cell: PageCell, other: PageCell, down: float) -> float:
    return other.box.top - cell.box.top - down


def _is_repeated(cell: PageCell, other: PageCell, fall: float) -> bool:
    return abs(fall) < NEAR and cell.text == other.text and _same_columns(cell.box, other.box)
