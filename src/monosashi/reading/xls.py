"""Old workbooks (.xls) -> cells. Values and merged ranges come from calamine, as of any workbook.

Number formats, hidden rows and error values lie deeper in the file; xlrd reads them, where it is installed (the extra
``xls``). Without it numbers are read in their general form, and a finding says so: 41 may stand for 41回.

Source: [MS-XLS], BIFF5 and BIFF8.
"""

from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineWorkbook

from monosashi.model import Finding, Severity
from monosashi.reading.builtin_formats import BUILTIN_FORMATS, GENERAL
from monosashi.reading.damage import damage_told
from monosashi.reading.drawings import TextBox
from monosashi.reading.limits import Limits
from monosashi.reading.number_format import format_text, format_value
from monosashi.reading.paper import Paper
from monosashi.reading.styles import CellValue, show_value
from monosashi.reading.telling import told
from monosashi.reading.workbook import book_to_paper
from monosashi.reading.worksheet import Marks

#: Formats whose number alone says them, in the language of the program that shows them.
_LOCAL = frozenset({14, *range(27, 37), *range(50, 59)})
#: How xlrd names the kinds of values (xlrd.biffh.XL_CELL_*).
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5


def read_xls(data: bytes, name: str, limits: Limits) -> Paper:
    """The cells of every visible worksheet of an .xls. Raises ``UnreadableDocument``, ``Encrypted``."""
    with damage_told(name):
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return book_to_paper(book, _looks(data), name, limits)


def _looks(data: bytes) -> "PlainLooks":
    if find_spec("xlrd") is None:
        return PlainLooks(
            "表示形式、非表示の行と列、#REF! などのエラー値は読んでいません。pip install 'monosashi[xls]' で読めるようになります。",
            "Number formats, hidden rows and columns, and error values such as #REF! were not read; "
            "pip install 'monosashi[xls]' makes them readable.",
        )
    xlrd = import_module("xlrd")
    try:
        return XlsLooks(xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO()))
    except Exception as error:
        return PlainLooks(
            f"表示形式と非表示の行を読めないため、数値を標準の形で読みました（{error}）。",
            f"Number formats and hidden rows could not be read, so numbers were read in their general form ({error}).",
        )


class PlainLooks:
    """What cells show where nothing is known but their values; with the reason."""

    def __init__(self, ja: str, en: str) -> None:
        self._finding = told("number-formats-unread", Severity.WARNING, "", ja, en)

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """The value in its general form."""
        return show_value(value)

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """None are known."""
        return {}

    def marks(self, worksheet: int) -> Marks:
        """Nothing is known to be hidden."""
        return Marks()

    def boxes(self, worksheet: int) -> tuple[TextBox, ...]:
        """Shapes of an .xls are not read."""
        return ()

    def findings(self) -> tuple[Finding, ...]:
        """Why no more is known."""
        return (self._finding,)


class XlsLooks(PlainLooks):
    """What the cells of an .xls show, by xlrd."""

    def __init__(self, book: Any) -> None:
        super().__init__("", "")
        self._book = book

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """What the cell shows; the value in its general form where xlrd knows no such cell."""
        sheet = self._book.sheet_by_index(worksheet)
        if row > sheet.nrows or column > sheet.row_len(row - 1):
            return show_value(value)
        cell = sheet.cell(row - 1, column - 1)
        code = self._code(cell.xf_index)
        if cell.ctype == _TEXT:
            return format_text(str(cell.value), code)
        if cell.ctype in {_NUMBER, _DATE}:
            return format_value(Decimal(repr(float(cell.value))), code, epoch_1904=self._book.datemode == 1)
        if cell.ctype == _BOOLEAN:
            return format_value(bool(cell.value), code)
        return show_value(value)

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """The cells that print an error."""
        sheet = self._book.sheet_by_index(worksheet)
        names = import_module("xlrd").error_text_from_code
        return {
            (row + 1, column + 1): names.get(sheet.cell_value(row, column), "")
            for row in range(sheet.nrows)
            for column, kind in enumerate(sheet.row_types(row))
            if kind == _ERROR
        }

    def marks(self, worksheet: int) -> Marks:
        """What is hidden."""
        sheet = self._book.sheet_by_index(worksheet)
        rows = frozenset(row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden)
        columns = tuple((column + 1, column + 1) for column, about in sheet.colinfo_map.items() if about.hidden)
        return Marks(rows, columns)

    def findings(self) -> tuple[Finding, ...]:
        """Everything was read."""
        return ()

    def _code(self, style: int | None) -> str:
        """The format code of a cell's style."""
        if style is None or style >= len(self._book.xf_list):
            return GENERAL
        number = self._book.xf_list[style].format_key
        if number in _LOCAL:
            return BUILTIN_FORMATS[number]
        own = self._book.format_map.get(number)
        return str(own.format_str) if own is not None else BUILTIN_FORMATS.get(number, GENERAL)
