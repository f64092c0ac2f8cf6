"""A book of worksheets -> paper, whatever program's format it is: its worksheets one below the other, without what is hidden.

Rows that are hidden leave no gap: what is printed above and below them stands together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple, Protocol

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from monosashi.model import Finding, Place, Severity
from monosashi.model.place import column_letters
from monosashi.reading.drawings import TextBox
from monosashi.reading.flow import check_size
from monosashi.reading.grid import GridCell, in_reading_order
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.styles import CellValue
from monosashi.reading.telling import short, told
from monosashi.reading.worksheet import Marks

#: Rows left empty between two worksheets laid one below the other.
_GAP = 2


class WorkbookLooks(Protocol):
    """What the cells of a book show beyond their values; worksheets are counted from 0, rows and columns from 1."""

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """What a cell shows."""
        ...

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """The cells that print an error (#REF!), which calamine gives as empty."""
        ...

    def marks(self, worksheet: int) -> Marks:
        """What is hidden."""
        ...

    def boxes(self, worksheet: int) -> tuple[TextBox, ...]:
        """What lies over the cells."""
        ...

    def findings(self) -> tuple[Finding, ...]:
        """What is to be told, once everything has been asked."""
        ...


class Written(NamedTuple):
    """A cell of a worksheet: what it shows, and its rows and columns, 1-based and inclusive."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Pages:
    """The worksheets of a book, laid one below the other as they are added."""

    name: str
    limits: Limits
    cells: list[GridCell] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    hidden_sheets: list[str] = field(default_factory=list)
    hidden_cells: list[str] = field(default_factory=list)
    row: int = 1

    def add(
        self, page: int, worksheet: str, cells: Iterator[Written], marks: Marks, boxes: tuple[TextBox, ...]
    ) -> None:
        """A visible worksheet. ``page``: its 1-based place in the book. Raises ``TooBig``."""
        written = list(cells)
        rows = marks.rows(max((cell.bottom for cell in written), default=1))
        columns = marks.columns(max((cell.right for cell in written), default=1))
        found = []
        for cell in written:
            down, across = rows.span(cell.top, cell.bottom), columns.span(cell.left, cell.right)
            if down is None or across is None:
                self.hidden_cells.append(f"{worksheet}!{column_letters(cell.left)}{cell.top}")
                continue
            place = Place(page=page, x0=cell.left, top=cell.top, x1=cell.right, bottom=cell.bottom, worksheet=worksheet)
            offset = self.row - 1
            found.append(GridCell(cell.text, down[0] + offset, across[0], down[1] + offset, across[1], (place,)))
        check_size(found, self.name, self.limits)
        found += self._boxes(page, worksheet, found, boxes)
        self.cells += found
        self.starts.append(self.row)
        self.row = max((cell.bottom for cell in found), default=self.row) + 1 + _GAP

    def _boxes(
        self, page: int, worksheet: str, cells: list[GridCell], boxes: tuple[TextBox, ...]
    ) -> Iterator[GridCell]:
        """Text boxes: at their anchor where no cell's words stand, else below everything, so that they part no table."""
        last = max((cell.bottom for cell in cells), default=self.row - 1)
        for box in boxes:
            place = Place(page=page, x0=box.left, top=box.top, x1=box.right, bottom=box.bottom, worksheet=worksheet)
            top = box.top + self.row - 1
            cell = GridCell(box.text, top, box.left, top, box.right, (place,), bordered=False)
            if any(other.meets_rows(top, top) and other.meets_columns(box.left, box.right) for other in cells):
                last += 2
                cell = replace(cell, top=last, bottom=last)
            yield cell

    def paper(self, findings: tuple[Finding, ...]) -> Paper:
        """All of it on one grid. Raises ``TooBig``."""
        check_size(self.cells, self.name, self.limits)
        hidden = (*map(_hidden_sheet, self.hidden_sheets), *_hidden_cells(self.hidden_cells))
        return Paper(in_reading_order(self.cells), tuple(self.starts), (*hidden, *findings))


def book_to_paper(book: CalamineWorkbook, looks: WorkbookLooks, name: str, limits: Limits) -> Paper:
    """The worksheets that are shown. Raises ``TooBig``, and calamine's error where one is damaged."""
    pages = Pages(name, limits)
    for index, meta in enumerate(book.sheets_metadata):
        if meta.visible is not SheetVisibleEnum.Visible:
            pages.hidden_sheets.append(meta.name)
        elif meta.typ is SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(index)
            errors = looks.errors(index)
            cells = _written(sheet, partial(looks.shown, index), errors)
            pages.add(index + 1, meta.name, cells, looks.marks(index), looks.boxes(index))
    return pages.paper(looks.findings())


def _written(
    sheet: CalamineSheet, shown: Callable[[int, int, CellValue], str], errors: dict[tuple[int, int], str]
) -> Iterator[Written]:
    merged = dict(sheet.merged_cell_ranges or ())
    for r, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for c, value in enumerate(values):
            at = r + 1, c + 1
            text = errors.get(at, "") if value == "" or value is None else shown(*at, value)
            if text.strip():
                bottom, right = merged.get((r, c), (r, c))
                yield Written(_lines(text), r + 1, c + 1, bottom + 1, right + 1)


def _lines(text: str) -> str:
    """The text with every line break as \\n; Excel also stores \\r\\n (_x000D_)."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _hidden_sheet(name: str) -> Finding:
    return told(
        "hidden-worksheet",
        Severity.NOTE,
        name,
        f"非表示のワークシート「{name}」は、紙面に出ないため読んでいません。表示に直して読み直せば含まれます。",
        f"The hidden worksheet {name!r} is not on the paper and was not read; unhide it and read again to include it.",
    )


def _hidden_cells(names: list[str]) -> tuple[Finding, ...]:
    if not names:
        return ()
    listed = short(names, most=5)
    return (
        told(
            "hidden-rows",
            Severity.NOTE,
            listed,
            f"非表示の行または列にある{len(names)}セル（{listed}）は、紙面に出ないため読んでいません。"
            "表示に直して読み直せば含まれます。",
            f"{len(names)} cells in hidden rows or columns ({listed}) are not on the paper and were not read; unhide them "
            "and read again to include them.",
        ),
    )
