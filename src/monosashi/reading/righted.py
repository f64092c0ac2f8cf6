"""A paper of an unknown form set right before it is read: where its tables of indicators stand in rows and columns that
give no measures as they are, but do when laid out anew.

Nothing is turned unless every value of the block then is one value of one measure: what is not settled is left as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from monosashi.forms import Form, IndicatorWords, indicator_words
from monosashi.model import Nendo
from monosashi.model.quantity import parse_quantity
from monosashi.reading.grid import Claims, Grid, GridCell, in_reading_order
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_head import VALUES, head_words
from monosashi.reading.measure_rows import measure_rows
from monosashi.reading.parts import Parts, find_parts
from monosashi.reading.sections import measure_tables
from monosashi.reading.standing import sound_cells
from monosashi.reading.table import Table
from monosashi.reading.turned import Block, Laid, arrangements

#: A block with fewer values is no table of indicators.
_FEWEST_VALUES = 4
#: Nor is one with more cells ever printed; trying out a hostile one would take long.
_MOST_CELLS = 1000


@dataclass(frozen=True)
class Righted:
    """A paper as it is to be read, and which cell of the paper as printed each cell that was moved is."""

    grid: Grid
    origin: dict[int, GridCell] = field(default_factory=dict)

    def printed(self, claims: Claims) -> Claims:
        """The claims on the cells as they stand on the paper."""
        taken = [(path, self.origin.get(id(cell), cell)) for path, cell in claims.taken]
        return Claims(taken, [self.origin.get(id(cell), cell) for cell in claims.furniture])


def righted(grid: Grid, form: Form, like: Nendo | None) -> Righted:
    """The paper with each block of it laid out anew that only then gives measures."""
    words = indicator_words(form)
    heads = head_words(grid, words, like)
    parts = find_parts(grid, form, like)
    sound = sound_cells(measure_rows(grid, parts.of("indicators"), words, like, Claims()), heads)

    def turned(blocks: Iterable[list[GridCell]]) -> list[tuple[list[GridCell], Block]]:
        asking = [block for block in blocks if _asks(block, heads, sound)]
        found = [(block, _better(block, heads, words, like)) for block in asking]
        return [(block, better) for block, better in found if better]

    better: list[tuple[list[GridCell], Block]] = []
    for stretch in _stretches(grid, parts):
        blocks = list(_blocks(stretch))
        better += turned(blocks) or (turned([stretch]) if len(blocks) > 1 else [])
    return _replaced(grid, better) if better else Righted(grid)


def _stretches(grid: Grid, parts: Parts) -> Iterator[list[GridCell]]:
    """The runs of cells between the labels of the head, the other tables and the notes."""
    others = [(table.header.top, table.last) for part, table in parts.tables if part != "indicators"]
    others += [(table.top, table.last) for table in parts.items]
    shut = {row for top, last in others for row in range(top, last + 1)} | parts.notes | parts.labelled
    shut |= {row for cell in grid.cells if any(block.fills(cell) for block in parts.budgets) for row in _rows(cell)}
    ordered = sorted(grid.cells, key=lambda cell: (cell.top, cell.left))
    for is_shut, run in groupby(ordered, key=lambda cell: not shut.isdisjoint(_rows(cell))):
        if not is_shut:
            yield list(run)


def _blocks(stretch: list[GridCell]) -> Iterator[list[GridCell]]:
    """A stretch cut at its blank rows."""
    block: list[GridCell] = []
    last = 0
    for cell in stretch:
        if block and cell.top > last + 1:
            yield block
            block = []
        last = max(last, cell.bottom)
        block.append(cell)
    yield block


def _rows(cell: GridCell) -> range:
    return range(cell.top, cell.bottom + 1)


def _asks(block: list[GridCell], heads: dict[int, HeadWord], sound: frozenset[int]) -> bool:
    """Whether a block holds labels and values of measures, of which the paper as it stands settles fewer than half."""
    if len(block) > _MOST_CELLS:
        return False
    labels = [heads[id(cell)] for cell in block if id(cell) in heads]
    if sum(1 for word in labels if word.role in VALUES or word.year) < 2:
        return False
    values = _values(block, heads)
    return len(values) >= _FEWEST_VALUES and 2 * sum(id(cell) in sound for cell in values) < len(values)


def _values(cells: Iterable[GridCell], heads: dict[int, HeadWord]) -> list[GridCell]:
    return [cell for cell in cells if id(cell) not in heads and parse_quantity(cell.text)]


def _better(
    block: list[GridCell], heads: dict[int, HeadWord], words: IndicatorWords, like: Nendo | None
) -> Block | None:
    """The first arrangement in which each value is one value of one measure."""
    for turned in arrangements(block, heads):
        grid = in_reading_order(laid.cell for laid in turned)
        rows = measure_rows(grid, _tables(grid, words, like), words, like, Claims())
        now = head_words(grid, words, like)
        names = {id(cell) for row in rows for cell in (row.band.name, *row.band.numbers)}
        asked = {id(cell) for cell in _values(grid.cells, now)} - names
        if asked and asked <= sound_cells(rows, now):
            return turned
    return None


def _tables(grid: Grid, words: IndicatorWords, like: Nendo | None) -> list[Table]:
    """The tables of a block that stands alone."""
    headers = list(measure_tables(grid, words, like))
    tops = [header.top for header in headers[1:]] + [grid.last_row + 1]
    return [Table(header, header.bottom + 1, top - 1) for header, top in zip(headers, tops, strict=False)]


def _replaced(grid: Grid, turned: list[tuple[list[GridCell], Block]]) -> Righted:
    """The paper with these blocks in their new arrangement, what stands below them moved down by what they grew."""
    gone = {id(cell) for block, _ in turned for cell in block}
    laid = [Laid(_moved(cell, _grown(turned, cell.top)), cell) for cell in grid.cells if id(cell) not in gone]
    for old, new in turned:
        top, left = min(cell.top for cell in old), min(cell.left for cell in old)
        down = top - 1 + _grown(turned, top)
        laid += [Laid(_moved(one.cell, down, left - 1), one.origin) for one in new]
    return Righted(in_reading_order(one.cell for one in laid), {id(one.cell): one.origin for one in laid})


def _grown(turned: list[tuple[list[GridCell], Block]], row: int) -> int:
    """By how many rows the blocks above a row grew."""
    grown = 0
    for old, new in turned:
        top, bottom = min(cell.top for cell in old), max(cell.bottom for cell in old)
        if bottom < row:
            grown += max(one.cell.bottom for one in new) - (bottom - top + 1)
    return grown


def _moved(cell: GridCell, down: int, right: int = 0) -> GridCell:
    return replace(
        cell, top=cell.top + down, bottom=cell.bottom + down, left=cell.left + right, right=cell.right + right
    )
