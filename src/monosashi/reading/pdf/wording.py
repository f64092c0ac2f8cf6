"""Runs of one cell -> its text: lines by their baseline, letters in their order, upright columns from right to left.

Fonts differ in height, so a line is what stands on one baseline, not what boxes overlap. Spaces are those printed, and
those a gap between Latin words shows.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from monosashi.reading.pdf.letters import Letters
from monosashi.reading.pdf.shapes import BLANK, Run

#: Baselines closer than this share of a letter's height are one line.
_ONE_LINE = 0.3
#: A raised or lowered mark stands within this share of the height of the line it belongs to.
_RAISED = 0.65
#: A gap between Latin letters at least this share of their height is a space (a font's own is a quarter to a third).
_SPACE = 0.18
#: A blank at least this share of a letter's height wide is an ideographic space.
_WIDE = 0.7
#: Letters of an upright column stand this close, in heights of a letter; lines stand wider apart.
_PITCH = 1.13
_LATIN_END = re.compile(r"[!-~\u00c0-\u024f]\Z")
_LATIN_START = re.compile(r"[!-~\u00c0-\u024f]")


def runs_to_text(runs: list[Run], letters: Letters) -> str:
    """What a cell says, its lines parted by line breaks."""
    if len(runs) == 1:
        return line_text(runs, letters)
    shown = without_doubles(runs)
    if is_upright(shown, letters):
        return upright_text(shown)
    lines = (line_text(line, letters) for line in runs_to_lines(shown))
    return "\n".join(line for line in lines if line)


def runs_to_lines(runs: Iterable[Run]) -> list[list[Run]]:
    """The lines of level text from top to bottom, each from left to right."""
    ordered = sorted(runs, key=_base)
    lines: list[list[Run]] = []
    base = height = 0.0
    for run in ordered:
        tall = run.bottom - run.top
        if lines and run.base - base <= max(0.5, _ONE_LINE * min(height, tall)):
            lines[-1].append(run)
            height = max(height, tall)
        else:
            lines.append([run])
            base, height = run.base, tall
    if len(lines) > 1:
        lines = _with_raised(lines)
    for line in lines:
        if len(line) > 1:
            line.sort(key=_start)
    return lines


def _base(run: Run) -> float:
    return run.base


def _start(run: Run) -> tuple[float, int]:
    return run.x0, run.first


def _with_raised(lines: list[list[Run]]) -> list[list[Run]]:
    """Lines too close to be two are one: a raised mark stands beside its line, never over its letters."""
    joined = [lines[0]]
    for line in lines[1:]:
        above = joined[-1]
        height = max(run.bottom - run.top for run in (*above, *line))
        if line[0].base - above[0].base < _RAISED * height and not _collide(above, line):
            above += line
        else:
            joined.append(line)
    return joined


def _collide(one: list[Run], other: list[Run]) -> bool:
    return any(a.x0 < b.x1 - 0.5 and b.x0 < a.x1 - 0.5 for a in one for b in other)


def line_text(line: list[Run], letters: Letters) -> str:
    """The text of one line's runs, left to right."""
    text = ""
    before: Run | None = None
    blank: Run | None = None
    for run in line:
        if run.text == BLANK:
            blank = blank or run
            continue
        if before:
            text += _between(before, blank, run, letters)
        text += run.text
        before, blank = run, None
    return text.strip(" \t")


def _between(before: Run, blank: Run | None, after: Run, letters: Letters) -> str:
    """What stands between two runs: a blank as wide as its gap, or a space that a gap shows."""
    if blank:
        return "\u3000" if after.x - blank.x >= _WIDE * letters.size(after) else " "
    if _LATIN_END.search(before.text) and _LATIN_START.match(after.text):
        return " " if after.x - letters.end(before) >= _SPACE * letters.size(after) else ""
    return ""


def without_doubles(runs: list[Run]) -> list[Run]:
    """The runs without the second of two that say the same at one place."""
    kept = runs
    if len({run.text for run in runs}) < len(runs):
        kept = []
        at: dict[str, list[Run]] = {}
        for run in runs:
            before = at.setdefault(run.text, [])
            if not any(_same_place(run, other) for other in before):
                before.append(run)
                kept.append(run)
    return kept


def _same_place(one: Run, other: Run) -> bool:
    near = 0.25 * max(one.bottom - one.top, 2.0)
    return abs(one.x - other.x) <= near and abs(one.base - other.base) <= near


def is_upright(runs: list[Run], letters: Letters) -> bool:
    """Whether a cell is set in upright columns: most letters that follow one another stand one below the other."""
    down = across = single = 0
    for run in runs:
        count = len(run.text)
        if count == 1:
            single += run.text != BLANK
        elif run.bottom - run.top > 1.2 * (run.x1 - run.x0) and letters.falls(run):
            down += count - 1
        else:
            across += count - 1
    if down > across:
        return True
    if single < 2 or across >= single:
        return False
    for before, after in pairwise(run for run in runs if run.text != BLANK):
        if len(before.text) == len(after.text) == 1:
            step = after.base - before.base
            below = step > 0 and abs(_centre(after) - _centre(before)) < 0.5 * max(_width(before), _width(after))
            if not below:
                across += 1
            elif step <= _PITCH * letters.size(before):
                down += 1
    return down > across


def _centre(run: Run) -> float:
    return (run.x0 + run.x1) / 2


def _width(run: Run) -> float:
    return run.x1 - run.x0


def upright_text(runs: list[Run]) -> str:
    """Columns from right to left, each from top to bottom."""
    columns: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -_centre(run)):
        if columns and abs(_centre(columns[-1][0]) - _centre(run)) < 0.6 * max(_width(run), _width(columns[-1][0])):
            columns[-1].append(run)
        else:
            columns.append([run])
    for column in columns:
        column.sort(key=lambda run: run.top)
    return "\n".join("".join(run.text for run in column).replace(BLANK, "\u3000") for column in columns)
