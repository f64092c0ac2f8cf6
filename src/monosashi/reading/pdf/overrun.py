"""Runs outside the tables -> runs of the cell that a page break cut: its last line may stand a little under the cut.

Where a browser cuts a merged cell, it ends the cell's sides with the last whole row of the page and prints on what still
fits. Such a line touches the open foot of one cell while the cells beside it are closed; a note under a table whose
lower border is not drawn at all stands under cells that are all open.
"""

from monosashi.reading.pdf.rules import NEAR
from monosashi.reading.pdf.shapes import Frame, Run

#: A line that overran its cell begins this near under it, in heights of the line.
_TOUCHES = 0.5

Owned = tuple[Frame | None, Run]


def with_overrun(owned: list[Owned], tables: list[list[Frame]]) -> list[Owned]:
    """The runs with their frames, those that overran the open foot of a page's last cells too."""
    if not tables:
        return owned
    end = max(frame.box.bottom for frame in tables[-1])
    foot = [frame for frame in tables[-1] if end - frame.box.bottom < NEAR]
    cut = [frame for frame in foot if frame.open_bottom]
    if not cut or len(cut) == len(foot):
        return owned
    return [(frame or next((one for one in cut if _overran(run, one)), None), run) for frame, run in owned]


def _overran(run: Run, frame: Frame) -> bool:
    box = frame.box
    within = box.x0 - NEAR < run.x0 and run.x1 < box.x1 + NEAR
    return within and abs(run.top - box.bottom) < _TOUCHES * (run.bottom - run.top)
