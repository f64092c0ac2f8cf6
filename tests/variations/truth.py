"""Truth: what a reader must give for a printed form, and the faults of a paper against it.

Texts are compared without white space; ～ and 〜, － and − are one sign each, for producers print one for the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from monosashi.model import Place
from monosashi.reading.grid import GridCell
from monosashi.reading.paper import Paper
from tests.variations.table import Box, Form

#: How far an edge may be off, in points.
TOLERANCE = 2.5
_SIGNS = str.maketrans({"〜": "～", "−": "－", "\u2015": "―", "\u2014": "―", "\u2500": "―"})


@dataclass(frozen=True)
class Seen:
    """A cell, or the part of it that stands on one page. No box where the producer does not let us know it. A part that
    shows no text of its own, and a head repeated on a later page, need not be told."""

    page: int
    box: Box | None = None
    needed: bool = True


@dataclass(frozen=True)
class TrueCell:
    """A cell with text: its rows and columns in its table (0-based, ends exclusive), and where it is seen: more than
    once where a page break cut it, nowhere where the producer does not let us know."""

    text: str
    table: int
    rows: tuple[int, int]
    columns: tuple[int, int]
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Truth:
    """The cells with text of a printed form, and the lines outside every table with their page."""

    cells: tuple[TrueCell, ...]
    loose: tuple[tuple[int, str], ...] = ()
    hidden: tuple[str, ...] = field(default=())


def on_one_page(form: Form, scale: float = 1.0) -> Truth:
    """The truth of a form printed as it is laid out, on one page; perhaps made smaller from the page's top left."""
    cells = []
    for index, (x, y, table) in enumerate(form.tables):
        for slot in table.slots:
            room = table.room(slot)
            edges = (x + room.x0, y + room.top, x + room.x1, y + room.bottom)
            seen = (Seen(1, Box(*(edge * scale for edge in edges))),)
            span = ((slot.row, slot.end_row), (slot.column, slot.end_column))
            if slot.text:
                cells.append(TrueCell(slot.text, index, *span, seen))
    return Truth(tuple(cells), tuple((1, line.text) for line in form.lines))


def anywhere(truth: Truth) -> Truth:
    """The same cells, where no place is known."""
    return Truth(tuple(replace(cell, seen=()) for cell in truth.cells), (), truth.hidden)


def plain(text: str) -> str:
    """A text as it is compared."""
    return re.sub(r"\s+", "", text).translate(_SIGNS)


def faults(paper: Paper, truth: Truth) -> list[str]:
    """Everything in which a paper departs from the truth; empty where each cell is right and none is too many."""
    framed = [cell for cell in paper.grid.cells if cell.bordered and plain(cell.text)]
    free = [cell for cell in paper.grid.cells if not cell.bordered]
    found, wrong = _match(framed, truth.cells)
    return [*wrong, *_order(found), *_loose(free, truth.loose), *_shown(framed, truth.hidden)]


_Pairs = list[tuple[TrueCell, GridCell]]


def _match(framed: Sequence[GridCell], cells: Sequence[TrueCell]) -> tuple[_Pairs, list[str]]:
    left: dict[str, list[GridCell]] = {}
    for got in framed:
        left.setdefault(plain(got.text), []).append(got)
    found: _Pairs = []
    wrong: list[str] = []
    for cell in sorted(cells, key=lambda cell: (cell.table, cell.rows[0], cell.columns[0])):
        same = left.get(plain(cell.text), [])
        hit = next((other for other in same if _stands(other, cell)), None)
        if hit is None:
            near = [str(place) for other in same for place in other.places]
            wrong.append(f"missing {cell.text!r} at {_where(cell)}" + (f"; the text stands at {near}" if near else ""))
        else:
            same.remove(hit)
            found.append((cell, hit))
    rest = [other for same in left.values() for other in same]
    wrong += [f"too many {other.text!r} at {[str(place) for place in other.places]}" for other in rest]
    return found, wrong


def _stands(got: GridCell, want: TrueCell) -> bool:
    if not want.seen:
        return True
    parts = [any(_is(place, seen) for place in got.places) for seen in want.seen if seen.needed]
    strays = [place for place in got.places if not any(_is(place, seen) for seen in want.seen)]
    return all(parts) and not strays


def _is(place: Place, seen: Seen) -> bool:
    if place.page != seen.page or seen.box is None:
        return place.page == seen.page
    edges = zip(
        (place.x0, place.top, place.x1, place.bottom),
        (seen.box.x0, seen.box.top, seen.box.x1, seen.box.bottom),
        strict=True,
    )
    return all(abs(float(got) - want) <= TOLERANCE for got, want in edges)


def _order(found: _Pairs) -> Iterator[str]:
    """Where one edge of a table became two, or two edges changed places, in the grid's rows or columns."""
    for table in sorted({cell.table for cell, _ in found}):
        pairs = [(cell, got) for cell, got in found if cell.table == table]
        columns = [(*cell.columns, got.left, got.right, cell.text) for cell, got in pairs]
        rows = [(*cell.rows, got.top, got.bottom, cell.text) for cell, got in pairs]
        yield from _axis("column", columns)
        yield from _axis("row", rows)


def _axis(name: str, spans: Sequence[tuple[int, int, int, int, str]]) -> Iterator[str]:
    edges: dict[int, tuple[int, str]] = {}
    for start, end, first, last, text in spans:
        for edge, at in ((start, first), (end, last + 1)):
            known, other = edges.setdefault(edge, (at, text))
            if known != at:
                yield f"{name} edge {edge} of {text!r} is {at} in the grid, of {other!r} {known}"
    order = [at for _, (at, _) in sorted(edges.items())]
    if order != sorted(set(order)):
        yield f"{name} edges out of order: {order}"


def _loose(free: Sequence[GridCell], lines: Sequence[tuple[int, str]]) -> Iterator[str]:
    for page, text in lines:
        on_page = [plain(cell.text) for cell in free if any(place.page == page for place in cell.places)]
        if not any(plain(text) in other for other in on_page):
            yield f"line outside the tables not found whole on page {page}: {text!r}; there are {on_page}"


def _shown(framed: Sequence[GridCell], hidden: Sequence[str]) -> Iterator[str]:
    for text in hidden:
        if any(plain(text) in plain(cell.text) for cell in framed):
            yield f"hidden text {text!r} stands in a cell"


def _where(cell: TrueCell) -> str:
    return f"rows {cell.rows} columns {cell.columns} of table {cell.table}: {cell.seen}"
