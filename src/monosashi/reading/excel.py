"""Workbooks -> cells. Values and merged ranges come from calamine; a number's printed form comes from its format.

A worksheet is a page: x are its columns, y its rows. Hidden worksheets are not on the paper; they are named, not read.
"""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from monosashi.model import Finding, Message, Place, Severity
from monosashi.reading.grid import GridCell, in_reading_order
from monosashi.reading.paper import Paper
from monosashi.reading.styles import WorkbookFormats

#: Rows left empty between two worksheets laid one below the other.
_GAP = 2


def read_workbook(data: bytes) -> Paper:
    """The cells of every visible worksheet. Raises calamine's error where the bytes are no workbook."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    formats = WorkbookFormats(data)
    cells: list[GridCell] = []
    starts: list[int] = []
    hidden: list[str] = []
    row = 1
    for index, meta in enumerate(workbook.sheets_metadata):
        if meta.visible is not SheetVisibleEnum.Visible:
            hidden.append(meta.name)
        elif meta.typ is SheetTypeEnum.WorkSheet:
            found = list(_cells(workbook.get_sheet_by_index(index), index, row - 1, formats))
            cells += found
            starts.append(row)
            row = max((cell.bottom for cell in found), default=row) + 1 + _GAP
    return Paper(in_reading_order(cells), tuple(starts), (*map(_hidden, hidden), *_unformatted(formats)))


def _cells(sheet: CalamineSheet, index: int, offset: int, formats: WorkbookFormats) -> Iterator[GridCell]:
    merged = dict(sheet.merged_cell_ranges or ())
    errors = formats.errors(index)
    for r, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for c, value in enumerate(values):
            if value == "" or value is None:
                text = errors.get((r + 1, c + 1), "")
            else:
                text = value if isinstance(value, str) else formats.shown(index, r + 1, c + 1, value)
            if text.strip():
                bottom, right = merged.get((r, c), (r, c))
                place = Place(
                    page=index + 1, x0=c + 1, top=r + 1, x1=right + 1, bottom=bottom + 1, worksheet=sheet.name
                )
                yield GridCell(text, r + 1 + offset, c + 1, bottom + 1 + offset, right + 1, (place,))


def _hidden(name: str) -> Finding:
    words = Message(
        ja=f"非表示のワークシート「{name}」は、紙面に出ないため読んでいません。表示に直して読み直せば含まれます。",
        en=f"The hidden worksheet {name!r} is not on the paper and was not read; unhide it and read again to include it.",
    )
    return Finding(code="hidden-worksheet", severity=Severity.NOTE, path="", expected="", found=name, message=words)


def _unformatted(formats: WorkbookFormats) -> Iterator[Finding]:
    if formats.problem:
        yield Finding(
            code="number-formats-unread",
            severity=Severity.WARNING,
            path="",
            expected="",
            found="",
            message=formats.problem,
        )
