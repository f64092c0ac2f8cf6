"""One section: the pairs of labels and values, and the small tables, that belong to one indicator."""

import re
from collections.abc import Iterable

from monosashi.forms import label_key
from monosashi.model import Nendo
from monosashi.model.mark import parse_number
from monosashi.reading.body import Body, Dated, dated_lines
from monosashi.reading.entry import Entry, take_leading_number
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_head import MeasureHeader
from monosashi.reading.sections import ALONE, SectionHeader, left_cells, moved_primary
from monosashi.reading.series import ROW_KINDS, Values, Yearly, add_yearly, values_of
from monosashi.reading.table import Table

_SINGLE = frozenset(
    {
        "baseline",
        "baseline_year",
        "target",
        "target_year",
        "unit",
        "kind",
        "primary",
        "met",
        "rationale",
        "target_rationale",
    }
)


def read_section(
    grid: Grid, table: Table, header: SectionHeader, heads: dict[int, HeadWord], like: Nendo | None
) -> tuple[Entry, Values]:
    """The measure of a section, and what its cells are."""
    cells = [cell for cell in grid.in_rows(header.top, table.last) if header.top <= cell.top]
    section = _Section(grid, header, heads, like, cells)
    entry = section.entry(table.last)
    section.read_pairs()
    for n, part in enumerate(header.parts):
        end = header.parts[n + 1].top - 1 if n + 1 < len(header.parts) else table.last
        section.read_table(entry, part, end)
    return entry, section.values


class _Section:
    """A section being read: each cell is used once."""

    def __init__(
        self, grid: Grid, header: SectionHeader, heads: dict[int, HeadWord], like: Nendo | None, cells: list[GridCell]
    ) -> None:
        self.grid, self.header, self.heads, self.like, self.cells = grid, header, heads, like, cells
        self.values = Values()
        self.used: set[int] = set()

    def _use(self, cells: Iterable[GridCell]) -> None:
        self.used |= {id(cell) for cell in cells}

    def entry(self, last: int) -> Entry:
        """The number and the name, from the heading, from labels, or from the cells left of the first table."""
        start = self.header.start or self.cells[0]
        labelled = self._labelled_name()
        if labelled:
            return labelled
        left = left_cells(self.grid, self.header)
        names = [start] if start not in left else [cell for cell in left if parse_number(cell.text).value is None]
        numbers = [cell for cell in left if parse_number(cell.text).value is not None] if start in left else []
        name = (names or [start])[0]
        mark, text = moved_primary(name.text)
        entry = Entry(start.top, last, name, name_text=text)
        alone = ALONE.fullmatch(text)
        if alone:
            beside = self._value_right(name)
            entry.number, entry.numbers, entry.number_text = name, [name], alone["n"]
            if beside:
                entry.name, entry.name_text = beside, beside.text
        elif numbers:
            entry.number, entry.numbers, entry.number_text = numbers[0], numbers[:1], numbers[0].text
        else:
            take_leading_number(entry)
        entry.name_text = f"{mark}{entry.name_text}"
        self._use([start, name, entry.name, *entry.numbers, *names])
        return entry

    def _labelled_name(self) -> Entry | None:
        """指標番号 | 1 and 指標名 | …"""
        entry: Entry | None = None
        number: GridCell | None = None
        for cell in self.cells:
            word = self.heads.get(id(cell))
            if not word or word.role not in ("number", "indicator") or cell.top > self.header.top + 2:
                continue
            value = self._value_right(cell)
            if value is None:
                continue
            self._use([cell, value])
            self.values.furniture.append(cell)
            if word.role == "number":
                number = value
            elif entry is None:
                entry = Entry(cell.top, cell.bottom, value, name_text=value.text)
        if entry and number:
            entry.number, entry.numbers, entry.number_text = number, [number], number.text
        elif entry:
            take_leading_number(entry)
        return entry

    def _value_right(self, cell: GridCell) -> GridCell | None:
        beside = [c for c in self.grid.right_of(cell) if id(c) not in self.used and c.top <= cell.bottom]
        return beside[0] if beside and id(beside[0]) not in self.heads else None

    def read_pairs(self) -> None:
        """The labels outside the tables, each with the value beside or below it; lines that begin with their label."""
        for cell in self.cells:
            if id(cell) in self.used:
                continue
            word = self.heads.get(id(cell))
            if word is None:
                self._read_line(cell)
            elif not self._in_table(cell):
                self._read_pair(cell, word)

    def _in_table(self, cell: GridCell) -> bool:
        return bool(self.header.parts) and cell.bottom >= self.header.parts[0].top

    def _read_line(self, cell: GridCell) -> None:
        """（目標値の設定の根拠）… in one cell."""
        match = _LABELLED.fullmatch(cell.text)
        if match and label_key(match["label"]) in _REASONS:
            self.values.reasons.append((cell, match["text"]))
            self._use([cell])

    def _read_pair(self, cell: GridCell, word: HeadWord) -> None:
        value = self._value_of(cell, word)
        if value is None:
            return
        kind = ROW_KINDS.get(word.role, "")
        if word.year and kind:
            self.values_add_yearly(kind, cell, value, word)
        elif word.year and not word.role:
            self.values_add_yearly("actual", cell, value, word)
        elif word.role in _SINGLE:
            self.values.add(word.role, value)
        elif kind:
            add_yearly(self.values, kind, value, [], dated_lines(value.text, self.like))
        else:
            return
        self.values.furniture.append(cell)
        self._use([cell, value])

    def values_add_yearly(self, kind: str, cell: GridCell, value: GridCell, word: HeadWord) -> None:
        """A value whose label names its year."""
        if word.year:
            into = {"target": self.values.targets, "actual": self.values.actuals, "mark": self.values.marks}[kind]
            into.append(Yearly(value, value.text, (Dated(word.year.year, cell),)))

    def _value_of(self, cell: GridCell, word: HeadWord) -> GridCell | None:
        beside = [c for c in self.grid.right_of(cell) if id(c) not in self.used and c.top <= cell.top]
        wants_year = word.role in ("baseline_year", "target_year")
        for near in beside[:1]:
            said = self.heads.get(id(near))
            if said is None or (wants_year and said.year) or word.role == "met":
                return near
        below = self.grid.below(cell)
        if not beside and below and id(below) not in self.used and below.left == cell.left:
            return below if id(below) not in self.heads or word.role == "met" else None
        return None

    def read_table(self, entry: Entry, part: MeasureHeader, last: int) -> None:
        """A table inside the section."""
        first = part.years[0].right if part.years else part.left
        cells = [
            c
            for c in self.cells
            if part.bottom < c.top <= last and id(c) not in self.used and not c.left < part.left <= first < c.right
        ]
        rows = Entry(min((c.top for c in cells), default=part.bottom), last, entry.name, cells=cells)
        values_of(rows, Body(part, cells, self.heads, self.like), self.values)
        self.values.furniture += [*part.corners, *(label.cell for label in part.labels)]


#: 「（目標値の設定の根拠）…」: a line that begins with its label.
_LABELLED = re.compile(r"\s*[(（【［\[](?P<label>[^()（）【】［］\[\]]{2,24})[)）】］\]][\s:：]*(?P<text>\S.*)", re.S)
_REASONS = frozenset(
    label_key(label)
    for label in (
        *("目標値の設定の根拠", "目標の設定の根拠", "設定の根拠", "目標値設定の根拠", "目標設定の考え方"),
        *("指標の選定理由", "選定理由", "測定指標の選定理由", "出所", "出典", "資料出所", "備考"),
    )
)
