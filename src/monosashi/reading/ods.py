"""OpenDocument spreadsheets (.ods) -> cells. A cell stores the text it shows beside its value: that text is what is read.

Source: OpenDocument 1.3 part 3, 9 (tables), 6 (text content).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from monosashi.reading.builtin_formats import GENERAL
from monosashi.reading.drawings import TextBox
from monosashi.reading.errors import Encrypted, TooBig, UnreadableDocument
from monosashi.reading.limits import Limits
from monosashi.reading.markup import parse_markup
from monosashi.reading.number_format import format_value
from monosashi.reading.package import DAMAGED, check_package
from monosashi.reading.paper import Paper
from monosashi.reading.workbook import Pages, Written
from monosashi.reading.worksheet import Marks

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_GONE = frozenset({"collapse", "filter"})
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
#: What is printed by itself, and what is not printed with the words around it.
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}soft-page-break": ""}
_SILENT = frozenset({f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TEXT}note"})
#: A spreadsheet has no more rows and columns than this.
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def read_ods(data: bytes, name: str, limits: Limits) -> Paper:
    """The cells of every visible worksheet. Raises ``UnreadableDocument``, ``Encrypted``."""
    check_package(data, name, limits, "content.xml")
    try:
        with ZipFile(BytesIO(data)) as package:
            manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package.namelist() else b""
            content = package.read("content.xml")
    except DAMAGED as error:
        raise UnreadableDocument(
            name, f"中身が壊れています（{error}）。", f"its content is damaged ({error})."
        ) from error
    if b"encryption-data" in manifest:
        raise Encrypted(name)
    return _paper(parse_markup(content, name, "content.xml"), name, limits)


def _paper(root: etree._Element, name: str, limits: Limits) -> Paper:
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(about.get(f"{_TABLE}display") == "false" for about in style.iter(f"{_STYLE}table-properties"))
    }
    pages = Pages(name, limits)
    tables = [table for sheet in root.iter(f"{_OFFICE}spreadsheet") for table in sheet.iterchildren(f"{_TABLE}table")]
    for page, table in enumerate(tables, 1):
        title = table.get(f"{_TABLE}name") or f"表{page}"
        if table.get(f"{_TABLE}style-name") in unseen:
            pages.hidden_sheets.append(title)
            continue
        worksheet = _Worksheet(name, limits)
        cells = list(worksheet.cells(table))
        pages.add(
            page,
            title,
            iter(cells),
            Marks(frozenset(worksheet.hidden_rows), _hidden_columns(table)),
            tuple(worksheet.boxes),
        )
    return pages.paper(())


@dataclass
class _Worksheet:
    """One table while it is read."""

    name: str
    limits: Limits
    hidden_rows: set[int] = field(default_factory=set)
    boxes: list[TextBox] = field(default_factory=list)
    count: int = 0

    def cells(self, table: etree._Element) -> Iterator[Written]:
        """The cells that show something, a repeated one as often as it is repeated."""
        top = 1
        for row in _rows(table):
            times = _times(row, "number-rows-repeated", _LAST_ROW)
            found = list(self._row(row, top))
            if row.get(f"{_TABLE}visibility") in _GONE and found:
                self.hidden_rows |= set(range(top, top + times))
            for n in range(times if found else 0):
                self._count(len(found))
                yield from (cell._replace(top=cell.top + n, bottom=cell.bottom + n) for cell in found)
            top += times
        for shape in table.iterchildren(f"{_TABLE}shapes"):
            self.boxes += _boxes(shape, 1, 1)

    def _row(self, row: etree._Element, top: int) -> Iterator[Written]:
        left = 1
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            times = _times(cell, "number-columns-repeated", _LAST_COLUMN)
            text = _shown(cell) if cell.tag == f"{_TABLE}table-cell" else ""
            self.boxes += _boxes(cell, top, left)
            if text.strip():
                self._count(times)
                down = top + _times(cell, "number-rows-spanned", _LAST_ROW) - 1
                wide = _times(cell, "number-columns-spanned", _LAST_COLUMN) - 1
                yield from (Written(text, top, at, down, at + wide) for at in range(left, left + times))
            left += times

    def _count(self, more: int) -> None:
        self.count += more
        if self.count > 2 * self.limits.cells:
            raise TooBig(
                self.name,
                f"繰り返しを広げるとセルが上限の{self.limits.cells:,}個を超えます。",
                f"its repeated cells are more than {self.limits.cells:,}.",
                Limits.setting("cells"),
            )


def _rows(container: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, out of their groups and heads."""
    for one in container:
        if one.tag == f"{_TABLE}table-row":
            yield one
        elif one.tag in {f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}:
            yield from _rows(one)


def _hidden_columns(table: etree._Element) -> tuple[tuple[int, int], ...]:
    """The runs of columns that are not shown."""
    runs, left = [], 1
    for column in table.iter(f"{_TABLE}table-column"):
        times = _times(column, "number-columns-repeated", _LAST_COLUMN)
        if column.get(f"{_TABLE}visibility") in _GONE:
            runs.append((left, left + times - 1))
        left += times
    return tuple(runs)


def _times(element: etree._Element, attribute: str, most: int) -> int:
    text = element.get(f"{_TABLE}{attribute}", "1")
    return max(1, min(int(text), most)) if text.isdecimal() and len(text) < 10 else 1


def _shown(cell: etree._Element) -> str:
    """The text a cell shows; its bare value where a program stored no text."""
    paragraphs = [_words(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h")]
    if paragraphs:
        return "\n".join(paragraphs)
    value = cell.get(f"{_OFFICE}value", "")
    try:
        return format_value(Decimal(value), GENERAL) if value and len(value) < 400 else _other(cell)
    except InvalidOperation:
        return value


def _other(cell: etree._Element) -> str:
    names = ("string-value", "date-value", "time-value", "boolean-value")
    return next((cell.get(f"{_OFFICE}{name}", "") for name in names if cell.get(f"{_OFFICE}{name}")), "")


def _words(element: etree._Element) -> str:
    """The words of a paragraph, as they are printed."""
    out = [element.text or ""]
    for one in element:
        if one.tag == f"{_TEXT}s":
            out.append(" " * min(int(one.get(f"{_TEXT}c", "1") or 1), 1000))
        elif one.tag not in _SILENT and not str(one.tag).startswith(_DRAW):
            out.append(_SIGNS.get(str(one.tag), "") + _words(one))
        out.append(one.tail or "")
    return "".join(out)


def _boxes(container: etree._Element, top: int, left: int) -> Iterator[TextBox]:
    """The words of the shapes that hang in a cell, or over the whole table."""
    for shape in container:
        if str(shape.tag).startswith(_DRAW):
            text = "\n".join(_words(paragraph) for paragraph in shape.iter(f"{_TEXT}p")).strip("\n")
            if text.strip():
                yield TextBox(text, top, left, top, left)
