"""A block of cells laid out anew: indicators that are columns made rows, heads below the values put above them, tables
side by side put one below the other.

Only rows and columns change. What a cell says, and where it stands on the paper, stays; each keeps the cell it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from monosashi.model.folding import is_dash, key
from monosashi.model.quantity import parse_quantity
from monosashi.reading.grid import GridCell
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_head import VALUES


@dataclass(frozen=True)
class Laid:
    """A cell where an arrangement puts it, and the cell of the paper that it is."""

    cell: GridCell
    origin: GridCell


#: A block of cells in one arrangement.
Block = list[Laid]


def arrangements(cells: Iterable[GridCell], heads: dict[int, HeadWord]) -> Iterator[Block]:
    """The arrangements a block of cells may have been meant in, other than its own, the likeliest first.

    ``heads``: what each cell says as a head, by the cell's identity. Rows and columns begin at 1.
    """
    own = _at_corner([Laid(cell, cell) for cell in cells])
    for block in (own, transposed(own)):
        for turned in (block, raised(block, heads)):
            if turned is None:
                continue
            apart = panels(turned, heads)
            if apart is not None:
                yield apart
            if turned is not own:
                yield turned


def _at_corner(block: Block) -> Block:
    """The block moved to row 1 and column 1."""
    down = min((laid.cell.top for laid in block), default=1) - 1
    right = min((laid.cell.left for laid in block), default=1) - 1
    return [_moved(laid, -down, -right) for laid in block]


def _moved(laid: Laid, down: int, right: int) -> Laid:
    cell = laid.cell
    return Laid(
        replace(cell, top=cell.top + down, bottom=cell.bottom + down, left=cell.left + right, right=cell.right + right),
        laid.origin,
    )


def transposed(block: Block) -> Block:
    """The block with its columns made rows."""
    return [
        Laid(replace(c, top=c.left, bottom=c.right, left=c.top, right=c.bottom), laid.origin)
        for laid in block
        for c in (laid.cell,)
    ]


def raised(block: Block, heads: dict[int, HeadWord]) -> Block | None:
    """The block with each row of heads put above the values it stands below, under their name; None where none does."""
    order: list[int] = []
    above: list[int] = []
    head: list[int] = []
    under: list[int] = []
    rows = [[laid.origin for laid in row] for row in _by_row(block)]
    heading = [_is_head_row(row, heads) for row in rows]
    for row, (here, follows) in enumerate(zip(rows, [*heading[1:], False], strict=True), 1):
        if heading[row - 1]:
            head.append(row)
            if not follows:
                order += [*above, *head, *under]
                above, head, under = [], [], []
        elif under or any(_is_value(cell, heads) for cell in here):
            under.append(row)
        else:
            above.append(row)
    order += above + under
    return None if order == sorted(order) else _permuted(block, order)


def _is_head_row(cells: list[GridCell], heads: dict[int, HeadWord]) -> bool:
    """Whether a row names several columns of values, holds no value, and few words that are not known."""
    known = [cell for cell in cells if id(cell) in heads]
    if any(is_dash(cell.text) or parse_quantity(cell.text) for cell in cells if id(cell) not in heads):
        return False
    return 2 * len(known) > len(cells) and _heads_columns(known, heads)


def _heads_columns(cells: list[GridCell], heads: dict[int, HeadWord]) -> bool:
    """Whether a row of heads names several columns of values."""
    words = [heads[id(cell)] for cell in cells]
    return sum(1 for word in words if word.role in VALUES or word.year) > 1


def _is_value(cell: GridCell, heads: dict[int, HeadWord]) -> bool:
    return id(cell) in heads or is_dash(cell.text) or parse_quantity(cell.text) is not None


def _permuted(block: Block, order: list[int]) -> Block | None:
    """The block with its rows in another order; None where that would tear a merged cell."""
    place = {row: n for n, row in enumerate(order, 1)}
    found: Block = []
    for laid in block:
        rows = [place[row] for row in range(laid.cell.top, laid.cell.bottom + 1)]
        if any(below != above + 1 for above, below in pairwise(rows)):
            return None
        found.append(Laid(replace(laid.cell, top=rows[0], bottom=rows[-1]), laid.origin))
    return found


def panels(block: Block, heads: dict[int, HeadWord]) -> Block | None:
    """The block cut where its first head is printed again to the right, each part laid below the one before; None where
    it is printed once, or where a cell stands across the cut."""
    edges = _repeats(block, heads)
    if not edges or any(laid.cell.left < edge <= laid.cell.right for laid in block for edge in edges):
        return None
    height, found = _last_row(block), Block()
    bounds = [1, *edges, max(laid.cell.right for laid in block) + 1]
    for n, (left, end) in enumerate(pairwise(bounds)):
        found += [_moved(laid, n * height, 1 - left) for laid in block if left <= laid.cell.left < end]
    return found


def _repeats(block: Block, heads: dict[int, HeadWord]) -> list[int]:
    """The columns where the first head of the first row of heads is printed again."""
    for row in _by_row(block):
        here = sorted(row, key=lambda laid: laid.cell.left)
        if _heads_columns([laid.origin for laid in here if id(laid.origin) in heads], heads):
            first = next(laid for laid in here if id(laid.origin) in heads)
            said = key(first.cell.text)
            return [one.cell.left for one in here if one is not first and key(one.cell.text) == said]
    return []


def _by_row(block: Block) -> list[Block]:
    """What stands in each row, from row 1 on."""
    rows: list[Block] = [[] for _ in range(_last_row(block))]
    for laid in block:
        for row in range(laid.cell.top, laid.cell.bottom + 1):
            rows[row - 1].append(laid)
    return rows


def _last_row(block: Block) -> int:
    return max((laid.cell.bottom for laid in block), default=0)
