"""Notes: the lines that say what a mark stands for.

A note's line begins with a mark, numbered (※１, （注2）) or not (※, （注）, ＊), and goes on in words, alone in its row or
outside every table. A ※５ alone in a table's cell is no note but points to one.
"""

import re
from collections.abc import Iterator

from monosashi.model import Note
from monosashi.reading.grid import Claims, Grid, GridCell

_NUMBERED = r"(?:※\s*[0-9０-９]{1,2}|[(（\[［【]\s*[注註※]\s*[0-9０-９]{1,2}\s*[)）\]］】]|[注註]\s*[0-9０-９]{1,2}(?=[\s\u3000:：.．)）]))"
_BARE = (
    r"(?:※|[＊*]|[(（\[［【〈<]\s*(?:注|註|注記|備考|注意)\s*[)）\]］】〉>]|(?:注|註|備考|注記)(?=[\s\u3000]*[:：]))"
)
_MARK = rf"(?:{_NUMBERED}|{_BARE})"
_NOTE = re.compile(rf"\s*(?P<mark>{_MARK})[\s\u3000:：.．]*(?P<text>.*)", re.S)
_NEXT_LINE = re.compile(rf"\n(?=\s*{_NUMBERED})")


def note_rows(grid: Grid) -> set[int]:
    """The rows that hold a note and nothing else."""
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.top, []).append(cell)
    return {
        row
        for row, cells in rows.items()
        if (match := _NOTE.fullmatch(cells[0].text))
        and ((len(cells) == 1 and match["text"]) or (len(cells) == 2 and not match["text"]))
        and len(list(grid.in_rows(row, row))) == len(cells)
    }


def read_notes(grid: Grid, rows: set[int], claims: Claims) -> tuple[Note, ...]:
    """The notes, in printed order. A line without a mark right below a note goes on with it."""
    used = {id(cell) for _, cell in claims.taken} | {id(cell) for cell in claims.furniture}
    found: list[tuple[Note, list[GridCell]]] = []
    last = 0
    for row, cells in _starting(grid):
        free = [cell for cell in cells if id(cell) not in used]
        outside = [cell for cell in free if not cell.bordered and _opens(cell)]
        if row in rows:
            found += _notes(cells)
        elif outside:
            found += [note for cell in outside for note in _notes([cell])]
        elif found and row == last + 1 and len(free) == len(cells) == 1:
            note, places = found[-1]
            found[-1] = Note(mark=note.mark, text=f"{note.text}\n{cells[0].text}"), [*places, *cells]
        else:
            continue
        last = max(cell.bottom for cell in (outside or cells))
    for n, (_, places) in enumerate(found):
        claims.take(f"/notes/{n}", places)
    return tuple(note for note, _ in found)


def _starting(grid: Grid) -> Iterator[tuple[int, list[GridCell]]]:
    """Each row with the cells that begin in it."""
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.top, []).append(cell)
    yield from sorted(rows.items())


def _opens(cell: GridCell) -> bool:
    """Whether a cell is a note by itself: a mark with words after it."""
    match = _NOTE.fullmatch(cell.text)
    return bool(match and match["text"])


def _notes(cells: list[GridCell]) -> list[tuple[Note, list[GridCell]]]:
    if len(cells) == 2:
        return [(Note(mark=cells[0].text.strip(), text=cells[1].text.strip()), cells)]
    notes: list[tuple[str, str]] = []
    for line in _NEXT_LINE.split(cells[0].text):
        match = _NOTE.fullmatch(line)
        mark = match["mark"].strip() if match else ""
        if match and (not notes or _style(mark) == _style(notes[0][0])):
            notes.append((mark, match["text"].strip()))
        elif notes:  # a line that cites another note in its own way goes on with the one before
            notes[-1] = notes[-1][0], f"{notes[-1][1]}\n{line}"
    return [(Note(mark=mark, text=text), cells) for mark, text in notes]


def _style(mark: str) -> str:
    """How a mark is written, its digits left out: ※, （注）."""
    return re.sub(r"[\s0-9０-９]", "", mark)
