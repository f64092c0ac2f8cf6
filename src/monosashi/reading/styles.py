"""What a workbook's cells show beyond their values: the number formats of an .xlsx, read only where a cell needs them.

A workbook stores 41 and, far away in its styles, the format ``0"回程度"``. The reader of values gives 41; this part goes
back to the worksheet for the cell's own digits and format, and gives 41回程度. A workbook of texts alone never comes
here, so nothing is unpacked until the first cell asks.

Source: ECMA-376 part 1, 18.3 (worksheets), 18.8 (styles).
"""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from monosashi.model import Message
from monosashi.reading.book import Book, elements, first_element, parse_part, read_book, refuse_doctype
from monosashi.reading.builtin_formats import BUILTIN_FORMATS, GENERAL
from monosashi.reading.number_format import format_text, format_value, shapes_texts
from monosashi.reading.package import DAMAGED

#: Bytes that all parts together may unpack to.
MAX_UNPACKED = 200 * 1024 * 1024

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?")
_BROKEN = (*DAMAGED, ValueError, etree.XMLSyntaxError)

CellValue = str | int | float | bool | dt.date | dt.time | dt.timedelta | None


class StoredCell(NamedTuple):
    """A cell as the worksheet stores it: the kind of value, its text, and the number format of its style."""

    kind: str
    text: str
    code: str


class WorkbookFormats:
    """The printed form of the cells of one workbook. Never raises: what cannot be read is printed as General.

    >>> WorkbookFormats(b"no workbook").shown(0, 1, 1, 41.0)
    '41'
    """

    def __init__(self, data: bytes, limit: int = MAX_UNPACKED) -> None:
        self._data = data
        self._limit = limit
        self._worksheets: dict[int, dict[tuple[int, int], StoredCell]] = {}
        self._text_codes: dict[int, dict[tuple[int, int], str]] = {}
        self._parts: dict[str, bytes] = {}
        #: Why the formats could not be read; None while nothing has gone wrong (or nothing has been asked).
        self.problem: Message | None = None

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """What the cell shows. ``worksheet``: 0-based place in the book; ``row``, ``column``: 1-based; ``value``: as
        the reader of values gave it, used where the worksheet says nothing of the cell."""
        if isinstance(value, str) or value is None:
            return value or ""
        stored = self._cells(worksheet).get((row, column))
        return _show_stored(stored, epoch_1904=self.book.epoch_1904) if stored else show_value(value)

    def shown_text(self, worksheet: int, row: int, column: int, text: str) -> str:
        """What a cell with a text shows: the text, in the words its number format puts around it (``@"様"``)."""
        if worksheet not in self._text_codes:
            styles = (
                {str(n): code for n, code in enumerate(self._codes) if shapes_texts(code)} if self._may_shape else {}
            )
            self._text_codes[worksheet] = self._shaped(worksheet, styles) if styles else {}
        code = self._text_codes[worksheet].get((row, column))
        return format_text(text, code) if code else text

    @cached_property
    def _may_shape(self) -> bool:
        """Whether the styles hold a code for texts at all; most books have none, and theirs are not parsed for it."""
        styles = self.part(self.book.styles) if self.book.styles else b""
        return b"@" in styles or styles.count(b";") > 2

    def _shaped(self, worksheet: int, styles: dict[str, str]) -> dict[tuple[int, int], str]:
        """The cells of those styles, by row and column, with their format codes."""
        try:
            cells = list(_styled(self.content(worksheet)))
        except _BROKEN as error:
            self._report(error)
            return {}
        return {(row, column): styles[style] for row, column, style in cells if style in styles}

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """The cells that print an error (#DIV/0!), by row and column: calamine gives them as empty. A worksheet that
        holds none is searched as bytes and not parsed."""
        content = self.content(worksheet)
        if b't="e"' not in content and b"t='e'" not in content:
            return {}
        return {at: cell.text for at, cell in self._cells(worksheet).items() if cell.kind == "e"}

    def hidden_sheets(self) -> tuple[str, ...]:
        """The names of the worksheets that the book hides."""
        return tuple(sheet.name for sheet in self.book.sheets if sheet.hidden)

    @cached_property
    def book(self) -> Book:
        """What the workbook says of its worksheets."""
        try:
            with ZipFile(BytesIO(self._data)) as package:
                unpacked = sum(part.file_size for part in package.infolist())
                if unpacked > self._limit:
                    raise ValueError(f"{unpacked} > {self._limit} bytes")
                return read_book(package)
        except _BROKEN as error:
            self._report(error)
            return Book()

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        """The format code of each cell style, in the order cells refer to them."""
        try:
            with ZipFile(BytesIO(self._data)) as package:
                return _read_codes(package.read(self.book.styles)) if self.book.styles else ()
        except _BROKEN as error:
            self._report(error)
            return ()

    def content(self, worksheet: int) -> bytes:
        """The worksheet as it is stored; nothing where it cannot be unpacked."""
        sheets = self.book.sheets
        return self.part(sheets[worksheet].part) if worksheet < len(sheets) else b""

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names of the package's parts."""
        try:
            with ZipFile(BytesIO(self._data)) as package:
                return frozenset(package.namelist())
        except _BROKEN as error:
            self._report(error)
            return frozenset()

    def part(self, name: str) -> bytes:
        """A part of the package; nothing where there is none. Unpacked once."""
        if name not in self._parts:
            self._parts[name] = b""
            try:
                with ZipFile(BytesIO(self._data)) as package:
                    self._parts[name] = package.read(name)
            except _BROKEN as error:
                self._report(error)
        return self._parts[name]

    def stored(self, worksheet: int) -> dict[tuple[int, int], StoredCell]:
        """The cells of a worksheet that are no texts, by row and column, as they are stored."""
        return self._cells(worksheet)

    def _cells(self, worksheet: int) -> dict[tuple[int, int], StoredCell]:
        """The cells of a worksheet that are no texts, by row and column; read once."""
        if worksheet not in self._worksheets:
            found = self._worksheets[worksheet] = {}
            content = self.content(worksheet)
            try:
                for row, column, kind, text, style in _stored(content) if content else ():
                    found[row, column] = StoredCell(kind, text, self._code(style))
            except _BROKEN as error:
                self._report(error)
        return self._worksheets[worksheet]

    def _code(self, style: str) -> str:
        at = int(style) if style.isdecimal() and len(style) < 6 else -1
        return self._codes[at] if 0 <= at < len(self._codes) else GENERAL

    def _report(self, error: Exception) -> None:
        self.problem = self.problem or Message(
            ja=f"表示形式を読めないため、数値と日付を標準の形で読みました（{error}）。",
            en=f"The number formats could not be read, so numbers and dates were read in their general form ({error}).",
        )


def _show_stored(cell: StoredCell, *, epoch_1904: bool) -> str:
    if cell.kind == "b":
        return format_value(cell.text.strip() in {"1", "true"}, GENERAL)
    if cell.kind == "d":
        return format_value(_moment(cell.text), cell.code)
    if cell.kind == "n":
        return format_value(Decimal(cell.text), cell.code, epoch_1904=epoch_1904)
    return cell.text


def show_value(value: CellValue) -> str:
    """A value whose format is not known, in its general form.

    >>> show_value(41.0), show_value(True), show_value("四一")
    ('41', 'TRUE', '四一')
    """
    if isinstance(value, str) or value is None:
        return value or ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return format_value(Decimal(repr(value)), GENERAL)
    return format_value(value, GENERAL)


def _moment(text: str) -> dt.datetime | dt.time:
    return dt.time.fromisoformat(text) if ":" in text[:3] else dt.datetime.fromisoformat(text)


def _read_codes(styles: bytes) -> tuple[str, ...]:
    root = parse_part(styles)
    own = {n.get("numFmtId", ""): n.get("formatCode", GENERAL) for n in elements(root, "numFmt")}
    cell_styles = first_element(root, "cellXfs")
    ids = [style.get("numFmtId", "0") for style in cell_styles] if cell_styles is not None else []
    return tuple(own.get(n) or BUILTIN_FORMATS.get(int(n) if n.isdecimal() else 0, GENERAL) for n in ids)


def _stored(content: bytes) -> Iterator[tuple[int, int, str, str, str]]:
    """Row, column, kind, text and style of each cell that is no shared or inline text."""
    for row, element in _rows(content):
        yield from ((row, *cell) for cell in _row_cells(element))


def _styled(content: bytes) -> Iterator[tuple[int, int, str]]:
    """Row, column and style of each cell."""
    for row, element in _rows(content):
        yield from ((row, column, cell.get("s", "0")) for column, cell in _columns(element))


def _rows(content: bytes) -> Iterator[tuple[int, etree._Element]]:
    """Each row of a worksheet by its number; it is gone when the next is asked for."""
    row = 0
    events = etree.iterparse(
        BytesIO(content),
        events=("end",),
        tag="{*}row",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in events:
        if row == 0:
            refuse_doctype(element)
        printed = element.get("r", "")
        row = int(printed) if printed.isdecimal() and len(printed) < 8 else row + 1
        yield row, element
        element.clear()


def _row_cells(row: etree._Element) -> Iterator[tuple[int, str, str, str]]:
    for column, cell in _columns(row):
        kind, value = cell.get("t", "n"), next(cell.iterchildren("{*}v"), None)
        if kind in {"s", "inlineStr"} or value is None or not value.text:
            continue
        text = value.text.strip() if kind in {"n", "d"} else value.text
        yield column, *_readable(kind, text), cell.get("s", "0")


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 0
    for cell in row.iterchildren("{*}c"):
        reference = _REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(reference[1]) if reference else column + 1
        yield column, cell


def _readable(kind: str, text: str) -> tuple[str, str]:
    """The kind and the text; a number that is none, and a day that is none, are texts."""
    try:
        if kind == "n" and _NUMBER.fullmatch(text):
            Decimal(text)
            return kind, text
        if kind == "d":
            _moment(text)
            return kind, text
    except (InvalidOperation, ValueError):
        return "str", text
    return ("str" if kind == "n" else kind), text


def _column(letters: str) -> int:
    """The number of a column by its letters: AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
