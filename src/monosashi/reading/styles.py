"""What a workbook's cells show beyond their values: the number formats of an .xlsx, read only where a cell needs them.

A workbook stores 41 and, far away in its styles, the format ``0"回程度"``. The reader of values gives 41; this part goes
back to the worksheet for the cell's own digits and format, and gives 41回程度. A workbook of texts alone never comes
here, so nothing is unpacked until the first cell asks.

Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets), 18.8 (styles).
"""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812  zlib names its error in lower case

from lxml import etree

from monosashi.model import Message
from monosashi.reading.builtin_formats import BUILTIN_FORMATS, GENERAL
from monosashi.reading.number_format import format_value

#: Bytes that all parts together may unpack to.
MAX_UNPACKED = 200 * 1024 * 1024

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?")
_BROKEN = (
    BadZipFile,
    DeflateError,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)

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
        #: Why the formats could not be read; None while nothing has gone wrong (or nothing has been asked).
        self.problem: Message | None = None

    def shown(self, worksheet: int, row: int, column: int, value: CellValue) -> str:
        """What the cell shows. ``worksheet``: 0-based place in the book; ``row``, ``column``: 1-based; ``value``: as
        the reader of values gave it, used where the worksheet says nothing of the cell."""
        if isinstance(value, str) or value is None:
            return value or ""
        stored = self._cells(worksheet).get((row, column))
        return _show_stored(stored, epoch_1904=self._book.epoch_1904) if stored else _show_value(value)

    def errors(self, worksheet: int) -> dict[tuple[int, int], str]:
        """The cells that print an error (#DIV/0!), by row and column: calamine gives them as empty. A worksheet that
        holds none is searched as bytes and not parsed."""
        content = self._content(worksheet)
        if b't="e"' not in content and b"t='e'" not in content:
            return {}
        return {at: cell.text for at, cell in self._cells(worksheet).items() if cell.kind == "e"}

    def hidden_sheets(self) -> tuple[str, ...]:
        """The names of the worksheets that the book hides."""
        return tuple(sheet.name for sheet in self._book.sheets if sheet.hidden)

    @cached_property
    def _book(self) -> "_Book":
        try:
            with ZipFile(BytesIO(self._data)) as package:
                unpacked = sum(part.file_size for part in package.infolist())
                if unpacked > self._limit:
                    raise ValueError(f"{unpacked} > {self._limit} bytes")
                return _read_book(package)
        except _BROKEN as error:
            self._report(error)
            return _Book()

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        """The format code of each cell style, in the order cells refer to them."""
        try:
            with ZipFile(BytesIO(self._data)) as package:
                return _read_codes(package.read(self._book.styles)) if self._book.styles else ()
        except _BROKEN as error:
            self._report(error)
            return ()

    def _content(self, worksheet: int) -> bytes:
        sheets = self._book.sheets
        try:
            with ZipFile(BytesIO(self._data)) as package:
                return package.read(sheets[worksheet].part) if worksheet < len(sheets) else b""
        except _BROKEN as error:
            self._report(error)
            return b""

    def _cells(self, worksheet: int) -> dict[tuple[int, int], StoredCell]:
        """The cells of a worksheet that are no texts, by row and column; read once."""
        if worksheet not in self._worksheets:
            found = self._worksheets[worksheet] = {}
            content = self._content(worksheet)
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


class _Sheet(NamedTuple):
    """A worksheet of the book: its name, whether it is hidden, and the part of the package that holds it."""

    name: str
    hidden: bool
    part: str


class _Book(NamedTuple):
    """What the book says of its worksheets, the part that holds its styles, and the year its dates count from."""

    sheets: tuple[_Sheet, ...] = ()
    styles: str = ""
    epoch_1904: bool = False


def _show_stored(cell: StoredCell, *, epoch_1904: bool) -> str:
    if cell.kind == "b":
        return format_value(cell.text.strip() in {"1", "true"}, GENERAL)
    if cell.kind == "d":
        return format_value(_moment(cell.text), cell.code)
    if cell.kind == "n":
        return format_value(Decimal(cell.text), cell.code, epoch_1904=epoch_1904)
    return cell.text


def _show_value(value: float | bool | dt.date | dt.time | dt.timedelta) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return format_value(Decimal(repr(value)), GENERAL)
    return format_value(value, GENERAL)


def _moment(text: str) -> dt.datetime | dt.time:
    return dt.time.fromisoformat(text) if ":" in text[:3] else dt.datetime.fromisoformat(text)


def _read_book(package: ZipFile) -> _Book:
    path = _office_document(package)
    root = _parse(package.read(path))
    folder, _, name = path.rpartition("/")
    relations = list(_all(_parse(package.read(join(folder, "_rels", f"{name}.rels"))), "Relationship"))
    parts = {r.get("Id", ""): normpath(join("/" + folder, r.get("Target", ""))).lstrip("/") for r in relations}
    styles = (parts[r.get("Id", "")] for r in relations if r.get("Type", "").endswith("/styles"))
    sheets = tuple(
        _Sheet(sheet.get("name", ""), sheet.get("state", "visible") != "visible", parts.get(_relation(sheet), ""))
        for sheet in _all(root, "sheet")
    )
    properties = _first(root, "workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904", "") in {"1", "true"}
    return _Book(sheets, next(styles, ""), epoch_1904)


def _office_document(package: ZipFile) -> str:
    if "_rels/.rels" not in package.namelist():
        return "xl/workbook.xml"
    relations = _all(_parse(package.read("_rels/.rels")), "Relationship")
    found = (r.get("Target", "") for r in relations if r.get("Type", "").endswith("/officeDocument"))
    return next(found, "xl/workbook.xml").lstrip("/")


def _relation(sheet: etree._Element) -> str:
    """The sheet's r:id, whichever of the two namespaces of relations the file uses."""
    return next((sheet.get(name, "") for name in sheet.keys() if str(name).endswith("}id")), "")  # noqa: SIM118


def _read_codes(styles: bytes) -> tuple[str, ...]:
    root = _parse(styles)
    own = {n.get("numFmtId", ""): n.get("formatCode", GENERAL) for n in _all(root, "numFmt")}
    cell_styles = _first(root, "cellXfs")
    ids = [style.get("numFmtId", "0") for style in cell_styles] if cell_styles is not None else []
    return tuple(own.get(n) or BUILTIN_FORMATS.get(int(n) if n.isdecimal() else 0, GENERAL) for n in ids)


def _parse(data: bytes) -> etree._Element:
    """The root of a part. Refuses a document type declaration: no part of a workbook has one."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    _refuse_doctype(root)
    return root


def _refuse_doctype(element: etree._Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DOCTYPE")


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{name}")


def _first(root: etree._Element, name: str) -> etree._Element | None:
    return next(_all(root, name), None)


def _stored(content: bytes) -> Iterator[tuple[int, int, str, str, str]]:
    """Row, column, kind, text and style of each cell that is no shared or inline text."""
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
            _refuse_doctype(element)
        printed = element.get("r", "")
        row = int(printed) if printed.isdecimal() and len(printed) < 8 else row + 1
        yield from ((row, *cell) for cell in _row_cells(element))
        element.clear()


def _row_cells(row: etree._Element) -> Iterator[tuple[int, str, str, str]]:
    column = 0
    for cell in row.iterchildren("{*}c"):
        reference = _REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(reference[1]) if reference else column + 1
        kind, value = cell.get("t", "n"), next(cell.iterchildren("{*}v"), None)
        if kind in {"s", "inlineStr"} or value is None or not value.text:
            continue
        text = value.text.strip() if kind in {"n", "d"} else value.text
        yield column, *_readable(kind, text), cell.get("s", "0")


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
