"""Workbooks (.xlsx) -> cells. Values and merged ranges come from calamine; what cells show beyond their values, what is
hidden, and what lies over the cells come from the worksheet's own part.

A worksheet is a page: x are its columns, y its rows. What is hidden (worksheets, rows, columns) is not on the paper; it
is named, not read.
"""

from io import BytesIO

from lxml import etree
from python_calamine import CalamineWorkbook

from monosashi.model import Finding, Severity
from monosashi.reading.damage import damage_told
from monosashi.reading.drawings import TextBox, text_boxes
from monosashi.reading.errors import TooBig
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.package import check_package
from monosashi.reading.paper import Paper
from monosashi.reading.styles import CellValue, WorkbookFormats
from monosashi.reading.telling import short, told
from monosashi.reading.workbook import book_to_paper
from monosashi.reading.worksheet import Marks, cell_at, farthest, marks_of

#: A worksheet's values are held as a full rectangle; it may be that many times as large as the cells that are allowed.
_SPARSE = 20


def read_xlsx(data: bytes, name: str, limits: Limits) -> Paper:
    """The cells of an .xlsx or .xlsm. Raises ``UnreadableDocument``."""
    check_package(data, name, limits, "xl/workbook.xml")
    return read_workbook(data, name, limits)


def read_workbook(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Paper:
    """The cells of every visible worksheet of a package that was checked. Raises ``UnreadableDocument``."""
    looks = XlsxLooks(data)
    for worksheet in range(len(looks.formats.book.sheets)):
        rows, columns = farthest(looks.formats.content(worksheet))
        if rows * columns > _SPARSE * limits.cells:
            raise TooBig(
                name,
                f"ワークシートが{rows:,}行{columns:,}列に広がり、上限（セル{limits.cells:,}個の{_SPARSE}倍）を超えます。",
                f"a worksheet reaches over {rows:,} rows and {columns:,} columns, more than {_SPARSE} x {limits.cells:,} cells.",
                Limits.setting("cells"),
            )
    with damage_told(name):
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return book_to_paper(book, looks, name, limits)


class XlsxLooks:
    """What the cells of an .xlsx show."""

    def __init__(self, data: bytes) -> None:
        self.formats = WorkbookFormats(data)
        self._uncalculated: list[str] = []
        self._broken: list[str] = []
        self._boxes = self._pictures = 0

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """What the cell shows."""
        if isinstance(value, str):
            return self.formats.shown_text(worksheet, row, column, value)
        return self.formats.shown(worksheet, row, column, value)

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """The cells that print an error."""
        return self.formats.errors(worksheet)

    def marks(self, worksheet: int) -> Marks:
        """What is hidden."""
        try:
            marks = marks_of(self.formats.content(worksheet))
        except (etree.XMLSyntaxError, ValueError) as error:
            self._broken.append(str(error))
            return Marks()
        errors = self.errors(worksheet)
        self._uncalculated += [name for name in marks.uncalculated if cell_at(name) not in errors]
        return marks

    def boxes(self, worksheet: int) -> tuple[TextBox, ...]:
        """The text boxes that lie over the cells."""
        try:
            boxes, pictures = text_boxes(self.formats, worksheet)
        except (etree.XMLSyntaxError, ValueError) as error:
            self._broken.append(str(error))
            return ()
        self._boxes += len(boxes)
        self._pictures += pictures
        return boxes

    def findings(self) -> tuple[Finding, ...]:
        """What could not be read, or stands otherwise than in a cell."""
        found = []
        if self.formats.problem:
            found.append(
                told("number-formats-unread", Severity.WARNING, "", self.formats.problem.ja, self.formats.problem.en)
            )
        if self._uncalculated:
            names, count = short(self._uncalculated, most=8), len(self._uncalculated)
            found.append(
                told(
                    "formula-uncalculated",
                    Severity.WARNING,
                    names,
                    f"数式{count}個（{names}）は計算結果が保存されておらず、空欄として読みました。"
                    "表計算ソフトで開いて保存し直すと読めます。",
                    f"{count} formulas ({names}) are stored without their results and were read as empty; open and save "
                    "the file in a spreadsheet program.",
                )
            )
        if self._boxes:
            found.append(
                told(
                    "text-boxes",
                    Severity.NOTE,
                    str(self._boxes),
                    f"図形の中の文字{self._boxes}か所を、セルの外の文字として読みました。",
                    f"Words in {self._boxes} shapes were read as text outside the cells.",
                )
            )
        if self._pictures:
            found.append(
                told(
                    "pictures-unread",
                    Severity.NOTE,
                    str(self._pictures),
                    f"図やグラフ{self._pictures}点の中の文字は読んでいません。",
                    f"Words inside {self._pictures} pictures or charts were not read.",
                )
            )
        if self._broken:
            found.append(
                told(
                    "parts-unread",
                    Severity.WARNING,
                    self._broken[0],
                    f"ブックの部品が壊れていて、隠れた行や図形を調べられませんでした（{self._broken[0]}）。",
                    f"A part of the workbook is damaged; hidden rows or shapes could not be told ({self._broken[0]}).",
                )
            )
        return tuple(found)
