"""The body of a table of indicators: which cells are labels of rows, which are years, and what each value cell is.

A row may be called by its own label (年度ごとの目標値 below the actuals, 目標 and 実績 in a column of their own), and a
year may stand in the body, beside the text it speaks of.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from monosashi.model import Nendo, PrintedNendo
from monosashi.model.folding import fold
from monosashi.model.nendo import YEAR, parse_nendo
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_head import ROW_ROLES, YEARLY, MeasureHeader
from monosashi.reading.table import Table, YearHead, heads_over

#: Columns whose cells are never the label of a row, or a year of one.
_NO_ROW_LABELS = frozenset({"met", "primary", "rationale", "target_rationale", "goal", "lever"})
#: Columns of single values: a year in them is that value's.
_OWN_YEARS = frozenset({"baseline", "baseline_year", "target", "target_year", "unit", "kind"})
#: 「28年度：…」 at the beginning of a line of a text.
_LINE_YEAR = re.compile(rf"(?:^|(?<=\n))[\s【\[(○・]*(?P<year>{YEAR})[\s】\])]*(?:[:：]|\n|(?<=[】\])])|\s)\s*(?=\S)")


@dataclass(frozen=True)
class Dated:
    """A year that a value speaks of, with the cell it is printed in."""

    year: PrintedNendo
    cell: GridCell


@dataclass
class Body:
    """The cells below a head, by what they do."""

    header: MeasureHeader
    cells: list[GridCell]
    heads: dict[int, HeadWord]
    like: Nendo | None

    @classmethod
    def of(
        cls, grid: Grid, table: Table, header: MeasureHeader, heads: dict[int, HeadWord], like: Nendo | None
    ) -> "Body":
        """The cells that begin in the rows of a table."""
        cells = [cell for cell in grid.in_rows(table.first, table.last) if cell.top >= table.first]
        return cls(header, cells, heads, like)

    @cached_property
    def row_labels(self) -> list[GridCell]:
        """The cells that say what the rest of their row is."""
        return [cell for cell in self.cells if self._is_row_label(cell)]

    def _is_row_label(self, cell: GridCell) -> bool:
        word = self.heads.get(id(cell))
        if word is None or word.year or word.role not in ROW_ROLES or self.header.role_of(cell) in _NO_ROW_LABELS:
            return False
        return cell.right < self.header.right

    @cached_property
    def years(self) -> list[GridCell]:
        """The years that stand in the body, beside what they speak of."""
        return [
            cell
            for cell in self.cells
            if (word := self.heads.get(id(cell)))
            and word.year
            and word.year.year.nendo
            and not word.role
            and self.header.role_of(cell) not in _NO_ROW_LABELS | _OWN_YEARS
            and not heads_over(self.header.years, cell)
        ]

    def role(self, label: GridCell) -> str:
        """What a label of a row says the row is."""
        return self.heads[id(label)].role

    def label_of(self, cell: GridCell) -> GridCell | None:
        """The label of the row a cell stands in: the nearest to its left."""
        return _nearest_left(cell, self.row_labels)

    def dated(self, cell: GridCell, first_row: int = 0) -> list[Dated]:
        """The years a value speaks of: those over its column in the head, else the one beside it, else those over it in
        the body from ``first_row`` on."""
        over = heads_over(self.header.years, cell)
        if over:
            return [Dated(head.year, head.cell) for head in over]
        beside = _nearest_left(cell, self.years)
        return [self._dated(beside)] if beside else self._above(cell, first_row)

    def _above(self, cell: GridCell, first_row: int) -> list[Dated]:
        above = [
            y
            for y in self.years
            if first_row <= y.top and y.bottom < cell.top and y.meets_columns(cell.left, cell.right)
        ]
        nearest = max((year.bottom for year in above), default=0)
        return [self._dated(year) for year in above if year.bottom == nearest]

    def _dated(self, cell: GridCell) -> Dated:
        year = self.heads[id(cell)].year
        return Dated(year.year if year else PrintedNendo(text=cell.text), cell)

    def year_heads(self, role: str) -> list[YearHead]:
        """The years over the columns of a role; all years where no label of that role stands over them."""
        labels = self.header.heads(role)
        under = [
            h
            for h in self.header.years
            if any(label.shared_columns(h.cell) or label.cell is h.cell for label in labels)
        ]
        return under or list(self.header.years)

    def is_yearly(self, cell: GridCell) -> bool:
        """Whether a cell stands in the columns of yearly values."""
        return self.header.role_of(cell) in YEARLY


def _nearest_left(cell: GridCell, others: Iterable[GridCell]) -> GridCell | None:
    left = [other for other in others if other.right < cell.left and other.meets_rows(cell.top, cell.bottom)]
    return max(left, key=lambda other: other.right, default=None)


def dated_lines(text: str, like: Nendo | None) -> list[tuple[PrintedNendo, str]]:
    """The pieces of a text whose lines begin with years; none where none does.

    >>> [(year.nendo.year, said) for year, said in dated_lines("令和3年度：案を作る。\\n令和4年度：試す。", None)]
    [(2021, '案を作る。'), (2022, '試す。')]
    """
    folded = fold(text)
    found = [m for m in _LINE_YEAR.finditer(folded) if parse_nendo("".join(m["year"].split()), like)]
    if not found or folded[: found[0].start()].strip():
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    pieces = []
    for match, end in zip(found, ends, strict=True):
        year = PrintedNendo(
            text=text[match.start("year") : match.end("year")], nendo=parse_nendo("".join(match["year"].split()), like)
        )
        pieces.append((year, text[match.end() : end].strip()))
    return pieces
