"""The head of a table of indicators: which column is which, and what years stand over it, in whatever order and place.

A head is known by its labels standing together. Years stand over columns, under a label (初期値 / H25年度), beside the
words of a label (令和３年度実績), or over pairs of labels (令和３年度: 目標 | 実績). A head may print no name of the
indicator, which then stands beside or above the table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from monosashi.forms import IndicatorWords
from monosashi.model import Nendo
from monosashi.model.folding import is_dash
from monosashi.model.quantity import parse_quantity
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.headword import HeadWord, HeadYear, head_word
from monosashi.reading.table import Header, LabelHead, YearHead, heads_over

#: A label merged over more rows than this stands beside tables, not over them.
_TALLEST = 6
#: Columns of yearly values, of which both may stand in one cell: 70集落（71集落） under 目標値（実績値）.
YEARLY = frozenset(
    {"yearly_target", "yearly_actual", "yearly", "yearly_actual_first", "yearly_actual_within", "yearly_target_within"}
)
#: Roles whose columns hold values of a measure.
VALUES = YEARLY | frozenset({"baseline", "baseline_year", "target", "target_year", "rate"})
#: Roles whose column's year, where one is printed with it, is the year of that one value.
_OWN = frozenset({"baseline", "target"})
#: What a row of values may be called at its left.
ROW_ROLES = frozenset(
    {"baseline", "target", "yearly_target", "yearly_actual", "rate", "met", "rationale", "target_rationale"}
)


@dataclass(frozen=True)
class OwnYear:
    """The year of one column's value, printed in the head: 目標値 with R2年度 under it."""

    role: str
    cell: GridCell
    year: HeadYear


@dataclass(frozen=True)
class MeasureHeader(Header):
    """A head of a table of indicators."""

    own: tuple[OwnYear, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    corners: tuple[GridCell, ...] = ()

    def role_of(self, cell: GridCell) -> str:
        """The column a body cell stands in; of labels one over the other, the lower one. ``yearly`` under years alone."""
        labels = [label for label in self.labels if label.shared_columns(cell)]
        if not labels:
            return "yearly" if heads_over(self.years, cell) else ""
        return max(labels, key=lambda label: (label.shared_columns(cell), label.cell.top)).role

    def own_year(self, role: str) -> OwnYear | None:
        """The year printed in the head for a column's value."""
        return next((own for own in self.own if own.role == role), None)

    @property
    def _cells(self) -> list[GridCell]:
        return [*(label.cell for label in self.labels), *(year.cell for year in self.years)]

    @property
    def right(self) -> int:
        """The last column under a label or a year."""
        return max([*(label.right for label in self.labels), *(year.right for year in self.years)])

    @property
    def left(self) -> int:
        """The first column under a label or a year."""
        return min(cell.left for cell in self._cells)


def measure_headers(grid: Grid, words: IndicatorWords, like: Nendo | None) -> Iterator[MeasureHeader]:
    """Each head of a table of indicators, from top to bottom."""
    heads = head_words(grid, words, like)
    done = 0
    for cell in grid.cells:
        if cell.top > done and id(cell) in heads and (header := _header(grid, heads, cell)):
            done = header.bottom
            yield header


def head_words(grid: Grid, words: IndicatorWords, like: Nendo | None) -> dict[int, HeadWord]:
    """What each cell says as a head, by the cell's identity. A year without an era borrows it from the first that has one."""
    lend = like or next(
        (
            word.year.year.nendo
            for cell in grid.cells
            if (word := head_word(cell.text, words, None)) and word.year and word.year.year.nendo
        ),
        None,
    )
    found = ((cell, head_word(cell.text, words, lend)) for cell in grid.cells)
    return {id(cell): word for cell, word in found if word}


def _header(grid: Grid, heads: dict[int, HeadWord], first: GridCell) -> MeasureHeader | None:
    found = _together(grid, heads, first)
    if not found or not _is_head(grid, heads, found):
        return None
    return _assemble(grid, [(cell, heads[id(cell)]) for cell in found])


def _together(grid: Grid, heads: dict[int, HeadWord], first: GridCell) -> list[GridCell]:
    """The heads that stand in the same rows as the first, and in rows of nothing but heads right below."""
    top, bottom = first.top, first.bottom
    while True:
        found = [
            cell for cell in grid.in_rows(top, bottom) if id(cell) in heads and not _is_side_label(grid, cell, heads)
        ]
        wider = min((cell.top for cell in found), default=top), max((cell.bottom for cell in found), default=bottom)
        below = [cell for cell in grid.in_rows(wider[1] + 1, wider[1] + 1) if cell.top == wider[1] + 1]
        pair = len(found) == 1 and any(id(cell) not in heads for cell in grid.right_of(found[0]))
        if found and below and not pair and all(id(cell) in heads for cell in below):
            wider = wider[0], max(cell.bottom for cell in below)
        if wider == (top, bottom):
            return found
        top, bottom = wider


def _is_side_label(grid: Grid, cell: GridCell, heads: dict[int, HeadWord]) -> bool:
    """Whether a label stands beside a table, not over a column: it is tall, or values stand in its rows."""
    if cell.bottom - cell.top >= _TALLEST:
        return True
    beside = (c for c in grid.in_rows(cell.top, cell.bottom) if c.left > cell.right and id(c) not in heads)
    return cell.bottom > cell.top and any(parse_quantity(c.text) or is_dash(c.text) for c in beside)


def _is_head(grid: Grid, heads: dict[int, HeadWord], found: list[GridCell]) -> bool:
    """Whether these words head columns: enough of them, and no value beside them, as rows of labels and values have."""
    roles = {heads[id(cell)].role for cell in found}
    values = roles & VALUES
    years = [cell for cell in found if heads[id(cell)].year and not heads[id(cell)].role]
    top, bottom = min(cell.top for cell in found), max(cell.bottom for cell in found)
    left = min(cell.left for cell in found)
    beside = [cell for cell in grid.in_rows(top, bottom) if cell.left > left and id(cell) not in heads]
    if any(parse_quantity(cell.text) or is_dash(cell.text) for cell in beside):
        return False
    if "indicator" in roles:
        return bool(values or len(years) > 1)
    if len(values) > 1:
        return True
    return len(years) > 1 and _named_rows_below(grid, heads, bottom, min(cell.left for cell in years))


def _named_rows_below(grid: Grid, heads: dict[int, HeadWord], bottom: int, left: int) -> bool:
    """Whether the next rows are called 目標値, 実績値 ... at their left."""
    near = (cell for cell in grid.in_rows(bottom + 1, bottom + 2) if cell.left < left and cell.top > bottom)
    return any(id(cell) in heads and heads[id(cell)].role in ROW_ROLES for cell in near)


#: A head with what it says.
_Said = tuple[GridCell, HeadWord]


def _assemble(grid: Grid, cells: list[_Said]) -> MeasureHeader:
    top, bottom = min(cell.top for cell, _ in cells), max(cell.bottom for cell, _ in cells)
    edges = [c.left for c in grid.in_rows(top, bottom) if c.top >= top and c.bottom <= bottom and not c.text.isspace()]
    cells = _named([(cell, _as_caption(cell, word, cells)) for cell, word in cells])
    labels = [
        (LabelHead(word.role, cell, _reach(cell, cells, edges, grid)), word)
        for cell, word in cells
        if word.role not in ("", *_CORNERS)
    ]
    over = {id(cell): _label_over(cell, [label for label, _ in labels]) for cell, word in cells if word.year}
    labels = [(_yearly(label, word, cells, labels, over), word) for label, word in labels]
    by_cell = {id(label.cell): label for label, _ in labels}
    own: list[OwnYear] = []
    years: list[YearHead] = []
    for cell, word in cells:
        if not word.year or word.role in _YEAR_COLUMNS.values():
            continue
        above = over[id(cell)]
        holder = by_cell.get(id(cell)) or (by_cell[id(above.cell)] if above else None)
        if holder and holder.role in _OWN:
            own.append(OwnYear(holder.role, cell, word.year))
        elif word.year.year.nendo:
            years.append(YearHead(cell, word.year.year, _reach(cell, cells, edges, grid)))
    return MeasureHeader(
        labels=tuple(sorted((label for label, _ in labels), key=lambda label: label.cell.left)),
        years=tuple(sorted(years, key=lambda year: year.cell.left)),
        top=top,
        bottom=bottom,
        own=tuple(own),
        units=tuple((label.role, word.unit) for label, word in labels if word.unit),
        corners=tuple(cell for cell, word in cells if word.role in _CORNERS),
    )


#: Words in a head that name no column of values: 年度 and 区分 over the labels of rows, 値 under 基準値.
_CORNERS = frozenset({"year", "value", "corner"})
#: Columns of a value's year.
_YEAR_COLUMNS = {"baseline": "baseline_year", "target": "target_year"}


def _as_caption(cell: GridCell, word: HeadWord, cells: list[_Said]) -> HeadWord:
    """What a head says; 【指標】 on a line over the whole head names no column."""
    under = {w.role for c, w in cells if c.top > cell.bottom and c.meets_columns(cell.left, cell.right)}
    if word.role == "indicator" and len(under - {"", "year"}) > 1:
        return replace(word, role="corner")
    # 達成目標 is a goal to the left of the indicators, and what they are to reach to their right
    roles = {w.role for _, w in cells}
    behind = any(w.role == "indicator" and c.right < cell.left for c, w in cells)
    return replace(word, role="target") if word.role == "goal" and behind and "target" not in roles else word


def _named(cells: list[_Said]) -> list[_Said]:
    """The heads, a bare 年度 under or right beside 基準値 or 目標値 made the column of that value's year."""
    labels = [(cell, word) for cell, word in cells if word.role in _YEAR_COLUMNS]
    dated = sum(1 for _, word in cells if word.year and word.year.year.nendo)
    found: list[_Said] = []
    for cell, word in cells:
        if word.role == "year" and not (word.year and word.year.year.nendo):
            under = [w.role for c, w in labels if c.bottom < cell.top and cell.meets_columns(c.left, c.right)]
            halves = any(w.role == "value" and c.top == cell.top for c, w in cells)
            undated = [(c, w.role) for c, w in labels if not w.year]  # 「基準値 R1」 asks for no year beside it
            beside = [role for c, role in undated if c.right + 1 == cell.left and c.meets_rows(cell.top, cell.bottom)]
            role = (under if halves else []) or (beside if dated > 1 else [])
            found.append((cell, replace(word, role=_YEAR_COLUMNS[role[0]], year=None) if role else word))
        else:
            found.append((cell, word))
    return found


def _reach(head: GridCell, cells: Iterable[_Said], edges: Iterable[int], grid: Grid) -> int:
    """The last column under a head: its own where it is merged, else the one before the next cell of its rows."""
    beside = (c.left - 1 for c, _ in cells if c.left > head.right and c.meets_rows(head.top, head.bottom))
    last = max(head.right, min(beside, default=grid.last_column))
    return max(head.right, min((edge - 1 for edge in edges if head.right < edge <= last), default=last))


def _label_over(year: GridCell, labels: list[LabelHead]) -> LabelHead | None:
    """The nearest label that stands over a year."""
    over = [label for label in labels if label.cell.bottom < year.top and label.shared_columns(year)]
    return max(over, key=lambda label: label.cell.bottom, default=None)


def _yearly(
    label: LabelHead,
    word: HeadWord,
    cells: list[_Said],
    labels: list[tuple[LabelHead, HeadWord]],
    over: dict[int, LabelHead | None],
) -> LabelHead:
    """The label, its role turned from the final target to yearly ones where years say so: several stand under it, one
    stands over it, or several labels of its role each carry one."""
    if label.role != "target":
        return label
    below = [one for one in over.values() if one and one.cell is label.cell]
    above = [c for c, w in cells if w.year and not w.role and c.bottom < label.cell.top and label.shared_columns(c)]
    alike = [w for one, w in labels if one.role == label.role and w.year]
    reported = [w.year.year.nendo for one, w in labels if one.role == "yearly_actual" and w.year]
    also_reported = bool(word.year and word.year.year.nendo in reported)
    if len(below) > 1 or above or (word.year and (len(alike) > 1 or also_reported)):
        return replace(label, role="yearly_target")
    return label
