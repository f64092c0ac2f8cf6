"""Flow: a document that runs on (Word, HTML), as texts and tables in order; laid out, it is a paper.

Such a file knows no pages: its tables are numbered as they begin, and a cell stands at its table's row and column
(表2!B3); a text outside every table stands at its paragraph's number. Each table begins in column 1 of the grid, each
text fills a row of its own, and one empty row parts a table from what stands before and after it. A table inside a cell is laid out inside it:
the cell's rows and columns are divided, so that what stands beside the inner table stays beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from monosashi.model import Finding, Place
from monosashi.reading.errors import TooBig, UnreadableDocument
from monosashi.reading.grid import GridCell, in_reading_order
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper


@dataclass(frozen=True)
class Text:
    """A paragraph. ``at_right``: it is set against the right edge. ``part``: where it is printed, if not in the body
    (ヘッダー, フッター, 脚注)."""

    text: str
    at_right: bool = False
    part: str = ""


@dataclass(frozen=True)
class TableCell:
    """A cell of a table: its first row and column (0-based), how many of each it spans, and what stands in it."""

    row: int
    column: int
    rows: int
    columns: int
    content: tuple["Text | Table", ...]


@dataclass(frozen=True)
class Table:
    """A table: its cells, and how many rows and columns it has."""

    cells: tuple[TableCell, ...]
    rows: int
    columns: int


Block = Text | Table


@dataclass(frozen=True)
class Flow:
    """A whole document in reading order, with what its reader has to say of it."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


def flow_to_paper(flow: Flow, name: str, limits: Limits) -> Paper:
    """The blocks on one grid. Raises ``TooBig`` beyond the limits."""
    layout = _Layout(width=max((_widths(b)[-1] for b in flow.blocks if isinstance(b, Table)), default=1))
    cells: list[GridCell] = []
    row, before = 1, None
    for block in _without_blanks(flow.blocks):
        row += Table in {before, type(block)} and before is not None
        found = list(layout.placed(block, row, 1))
        cells += found
        row, before = row + _height(block), type(block)
        check_size(cells[-len(found) :] if found else (), name, limits)
    check_size(cells, name, limits)
    return Paper(in_reading_order(cells), findings=flow.findings)


class TooMany(ValueError):
    """Rows, columns, or tables inside tables, without end: no paper holds them."""


#: Tables inside tables inside tables: deeper than this is no paper.
DEEPEST = 25


def not_a_paper(name: str) -> UnreadableDocument:
    """The error for a document whose tables were met with ``TooMany``."""
    return UnreadableDocument(
        name,
        "表の行や列、または入れ子が多すぎて、紙面として読めません。",
        "its tables have too many rows or columns, or lie too deep in one another, to be a paper.",
        code="too-big",
        next_ja="元のプログラムで開き、要らない行や列、入れ子の表を除いて保存し直したファイルを読んでください。",
        next_en="Open it in its own program, take away the rows, columns or inner tables it does not need, "
        "save it again and read that.",
    )


def check_size(cells: Iterable[GridCell], name: str, limits: Limits) -> None:
    """That the cells, the rows they fill and their characters are no more than the limits allow. Raises ``TooBig``."""
    count = rows = characters = 0
    for cell in cells:
        count, rows, characters = count + 1, rows + cell.bottom - cell.top + 1, characters + len(cell.text)
    if rows > limits.cells or characters > limits.characters:
        raise TooBig(
            name,
            f"セル{count:,}個（のべ{rows:,}行）、文字{characters:,}個があり、上限（{limits.cells:,}、{limits.characters:,}）を超えます。",
            f"it holds {count:,} cells (over {rows:,} rows) and {characters:,} characters, more than the limits "
            f"({limits.cells:,} and {limits.characters:,}).",
            Limits.setting("cells" if rows > limits.cells else "characters"),
        )


def _without_blanks(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if isinstance(block, Table) or block.text.strip())


@dataclass
class _Layout:
    """Blocks -> cells of the grid, with the running numbers that their places speak of."""

    width: int
    tables: int = 0
    paragraphs: dict[str, int] = field(default_factory=dict)

    def placed(self, block: Block, row: int, column: int) -> Iterator[GridCell]:
        """The cells of a block that begins there."""
        if isinstance(block, Table):
            yield from self._table(block, row, column, _heights(block), _widths(block))
        elif block.text.strip():
            number = self.paragraphs[block.part] = self.paragraphs.get(block.part, 0) + 1
            place = Place(page=1, x0=1, top=number, x1=1, bottom=number, worksheet=block.part, unit="paragraph")
            left = self.width if block.at_right else 1
            yield GridCell(block.text, row, left, row, max(left, self.width), (place,), bordered=False)

    def _table(
        self, table: Table, row: int, column: int, down: Sequence[int], across: Sequence[int]
    ) -> Iterator[GridCell]:
        """``down`` and ``across``: the offsets at which the table's rows and columns begin, and where the last ends."""
        self.tables += 1
        page = self.tables
        for cell in table.cells:
            top, bottom = down[cell.row], down[cell.row + cell.rows] - 1
            left, right = across[cell.column], across[cell.column + cell.columns] - 1
            place = Place(
                page=page,
                x0=cell.column + 1,
                top=cell.row + 1,
                x1=cell.column + cell.columns,
                bottom=cell.row + cell.rows,
                worksheet=f"表{page}",
            )
            frame = GridCell("", row + top, column + left, row + bottom, column + right, (place,))
            yield from self._content(cell.content, frame)

    def _content(self, content: Sequence[Block], frame: GridCell) -> Iterator[GridCell]:
        """What stands in a cell: one text, or texts and tables one below the other."""
        items = _joined(content)
        starts = _stretched([0, *accumulate(_height(item) for item in items)], frame.bottom - frame.top + 1)
        for item, start, end in zip(items, starts, starts[1:], strict=False):
            if isinstance(item, Text):
                yield replace(frame, text=item.text, top=frame.top + start, bottom=frame.top + end - 1)
            else:
                down = _stretched(_heights(item), end - start)
                across = _stretched(_widths(item), frame.right - frame.left + 1)
                yield from self._table(item, frame.top + start, frame.left, down, across)


def _joined(content: Sequence[Block]) -> list[Block]:
    """Texts that follow one another as one text of several lines; empty ones are nothing."""
    items: list[Block] = []
    for block in content:
        if isinstance(block, Text) and items and isinstance(items[-1], Text):
            items[-1] = Text(f"{items[-1].text}\n{block.text}")
        else:
            items.append(block)
    kept = [replace(item, text=item.text.strip("\n")) if isinstance(item, Text) else item for item in items]
    return [item for item in kept if not isinstance(item, Text) or item.text.strip()]


def _height(block: Block) -> int:
    return _heights(block)[-1] if isinstance(block, Table) else int(bool(block.text.strip()))


def _heights(table: Table) -> list[int]:
    """The offsets at which the rows begin, and where the last ends: 1 apart, more where a cell holds a table."""
    return _offsets(table.rows, ((c.row, c.rows, sum(_height(b) for b in _joined(c.content))) for c in table.cells))


def _widths(table: Table) -> list[int]:
    """The same of the columns."""
    return _offsets(
        table.columns,
        (
            (c.column, c.columns, max((_widths(b)[-1] for b in c.content if isinstance(b, Table)), default=1))
            for c in table.cells
        ),
    )


def _offsets(count: int, needs: Iterable[tuple[int, int, int]]) -> list[int]:
    """Each need: from where, over how many, how much."""
    sizes = [1] * count
    for start, span, need in sorted((n for n in needs if n[2] > n[1]), key=lambda n: n[1]):
        sizes[start + span - 1] += max(0, need - sum(sizes[start : start + span]))
    return [0, *accumulate(sizes)]


def _stretched(offsets: Sequence[int], size: int) -> list[int]:
    """The offsets drawn out over ``size``, which is no less than the last of them."""
    return [offset * size // (offsets[-1] or 1) for offset in offsets]
