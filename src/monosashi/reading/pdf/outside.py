"""Text outside every table -> cells without a frame: a title, a number at the right edge, notes, page numbers."""

import re

from monosashi.reading.pdf.letters import Letters
from monosashi.reading.pdf.shapes import Box, PageCell, Run, around
from monosashi.reading.pdf.wording import line_text, runs_to_lines, without_doubles

#: A gap in a line at least this wide, in heights of its letters, parts two texts.
_APART = 2.6
#: Lines of one text stand closer than this, in heights of a letter.
_LEADING = 1.0
#: A line this near to the right end of the text, in heights of a letter, was full.
_FULL = 2.5
#: What a text of its own begins with.
_MARK = re.compile(
    r"\s*(?:[※＊*○●◎◆◇■□・▶▲△①-⑳㉑-㉟㊱-㊿⑴-⒇【〔［＜〈《]|[(（][^()（）]{1,4}[)）]|[注備][0-9０-９：:考]|[0-9０-９]{1,3}[.．、 　])"
)


def runs_to_outside(runs: list[Run], right: float, letters: Letters) -> list[PageCell]:
    """The texts outside the tables; ``right``: where the lines of the page end at the most."""
    lines = [part for line in runs_to_lines(without_doubles(runs)) for part in _parts(line)]
    blocks: list[list[tuple[str, Box]]] = []
    for line in lines:
        text = line_text(line, letters)
        if not text.strip():
            continue
        box = around(run.box for run in line)
        block = next((block for block in reversed(blocks[-4:]) if _goes_on(block[-1], text, box, right)), None)
        if block is None:
            blocks.append([(text, box)])
        else:
            block.append((text, box))
    return [PageCell("\n".join(text for text, _ in block), around(box for _, box in block)) for block in blocks]


def _parts(line: list[Run]) -> list[list[Run]]:
    """A line, parted at wide gaps."""
    parts = [[line[0]]]
    for run in line[1:]:
        before = parts[-1][-1]
        height = max(run.bottom - run.top, before.bottom - before.top)
        if run.x0 - before.x1 > _APART * height:
            parts.append([run])
        else:
            parts[-1].append(run)
    return parts


def _goes_on(before: tuple[str, Box], text: str, box: Box, right: float) -> bool:
    """Whether a line goes on from a full line above."""
    above = before[1]
    height = max(above.bottom - above.top, box.bottom - box.top)
    return (
        box.top >= above.top
        and box.top - above.bottom < _LEADING * height
        and box.x0 >= above.x0 - 0.5 * height
        and box.x0 < above.x0 + 5 * height
        and above.x1 >= right - _FULL * height
        and abs((box.bottom - box.top) - (above.bottom - above.top)) < 0.5 * height
        and not _MARK.match(text)
    )
