"""The RS system's official CSV: every row of its fifteen files, with its columns as texts, numbers and flags.

A table with a column for each year (3-1: 2007 to 2060) is turned long: a row for each year that says something. Files are
CP932 or UTF-8, with or without a byte order mark; plain, in a zip or in a folder of zips.

Amounts are in yen, as in the files. Source: 行政事業レビュー見える化サイト (RSシステム).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Final

from monosashi.ledgers.decoding import Wrong, amount, digits
from monosashi.ledgers.faults import fault
from monosashi.ledgers.files import LONGEST_LINE, Broken, TooLong, in_mib, lines, pieces
from monosashi.ledgers.rs_files import RsFile, rs_files
from monosashi.ledgers.rs_layout import RsTable, layout_of
from monosashi.model.book import BookFault, BookPlace
from monosashi.model.folding import key

Cell = str | Decimal | bool | None

_TRUE: Final = frozenset({"true", "1", "○", "有", "はい"})
_FALSE: Final = frozenset({"false", "0", "無", "いいえ"})
_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RsRow:
    """A row of a table. ``nendo`` and ``value``: of a table with a column a year, the year and what stands in it."""

    table: str
    edition: int
    place: BookPlace
    cells: dict[str, Cell]
    nendo: int | None = None
    value: str = ""

    def text(self, *columns: str) -> str:
        """What the columns say, as text; of several, those that say something, with a blank between."""
        found = (self.cells.get(column) for column in columns)
        return "　".join(digits(one) for one in found if one not in (None, ""))

    def number(self, column: str) -> Decimal | None:
        """The number of a column; None where it has none."""
        found = self.cells.get(column)
        return found if isinstance(found, Decimal) else None


def rows(path: Path, tables: frozenset[str] | None = None, name: str = "") -> Iterator[RsRow | BookFault]:
    """Every row of the files at a path (or of these tables only), file by file, and what was wrong with one, before it.

    Raises ``BookUnreadable`` where the path cannot be opened.
    """
    try:
        found = rs_files(path, name)
    except Broken as broken:
        yield fault(broken.code, BookPlace(file=name or path.name, line=0), found=broken.found)
        return
    if not found:
        yield fault("file-unknown", BookPlace(file=name or path.name, line=0))
    yield from rows_of_files(found, tables)


def rows_of_files(files: Iterable[RsFile], tables: frozenset[str] | None = None) -> Iterator[RsRow | BookFault]:
    """Every row of these files, or of these tables among them."""
    for file in files:
        if tables is None or file.table in tables:
            yield from rows_of_file(file)


def rows_of_file(file: RsFile) -> Iterator[RsRow | BookFault]:
    """The rows of one CSV."""
    layout = layout_of(file.edition)
    table = next((one for one in layout.tables if one.id == file.table), None)
    if table is None:
        yield fault("file-unknown", BookPlace(file=file.name, line=0))
        return
    line = 0
    try:
        with file.opened() as opened:
            for item in _records(opened, file, table):
                yield item
                line = item.place.line
    except Broken as broken:
        yield fault(broken.code, BookPlace(file=file.name, line=line + 1), found=broken.found)


def _records(opened: BinaryIO, file: RsFile, table: RsTable) -> Iterator[RsRow | BookFault]:
    encoding = _encoding(opened)
    troubles: list[BookFault] = []
    reader = csv.reader(_texts(opened, encoding, file.name, troubles), strict=True)
    heading: tuple[str | int | None, ...] = ()
    width = 0
    while True:
        place = BookPlace(file=file.name, line=reader.line_num + 1)
        try:
            record = next(reader)
        except StopIteration:
            yield from troubles
            return
        except csv.Error:
            yield fault("row-broken", place)
            continue
        yield from troubles
        troubles.clear()
        if not any(record):
            continue
        if not heading:
            heading, width = _heading(record, table), len(record)
            yield from _heading_faults(record, heading, table, place)
        elif len(record) != width:
            yield fault("row-length", place, found=str(len(record)))
        else:
            yield from _row(record, heading, table, file, place)


def _encoding(opened: BinaryIO) -> str:
    """UTF-8 where the first line is that; else CP932, in which the official files are published too."""
    head = next(pieces(opened), b"").split(b"\n", 1)[0]
    opened.seek(0)
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        return "cp932"
    return "utf-8"


def _texts(opened: BinaryIO, encoding: str, name: str, troubles: list[BookFault]) -> Iterator[str]:
    """The lines as text. One that is no text is told, and is an empty line to the reader of rows."""
    for number, line in enumerate(lines(opened), 1):
        place = BookPlace(file=name, line=number)
        if isinstance(line, TooLong):
            troubles.append(fault("line-too-long", place, found=in_mib(LONGEST_LINE)))
            yield "\n"
            continue
        if b"\x00" in line:
            troubles.append(fault("holds-nul", place))
            yield "\n"
            continue
        try:
            yield (line.removeprefix(_MARK) if number == 1 else line).decode(encoding) + "\n"
        except UnicodeDecodeError:
            troubles.append(fault("not-text", place, found=encoding.upper()))
            yield "\n"


def _heading(record: list[str], table: RsTable) -> tuple[str | int | None, ...]:
    """What each column is: a known one by its name in the layout, a year, or unknown. A name that comes twice in a file is
    the known one at its first place, unless the layout has it twice too."""
    known = table.by_key()
    first, last = table.years or (1, 0)
    taken: list[str | int | None] = []
    for printed in record:
        folded = key(printed)
        column: str | int | None = known.get(folded)
        if column is None and folded.isascii() and folded.isdigit() and len(folded) == 4 and first <= last:
            column = int(folded)
        taken.append(None if column in taken else column)
    return tuple(taken)


def _heading_faults(
    record: list[str], heading: tuple[str | int | None, ...], table: RsTable, place: BookPlace
) -> Iterator[BookFault]:
    for printed, column in zip(record, heading, strict=True):
        if column is None:
            yield fault("column-unknown", place, printed[:100])
    for column in table.columns:
        if column not in heading:
            yield fault("column-missing", place, column)


def _row(
    record: list[str], heading: tuple[str | int | None, ...], table: RsTable, file: RsFile, place: BookPlace
) -> Iterator[RsRow | BookFault]:
    wrong: Wrong = []
    cells: dict[str, Cell] = {}
    years: list[tuple[int, str]] = []
    for column, printed in zip(heading, record, strict=True):
        if isinstance(column, int):
            if printed.strip():
                years.append((column, digits(printed.strip())))
        elif column in table.number:
            cells[column] = amount(printed, column, wrong)
        elif column in table.flag:
            cells[column] = _flag(printed, column, wrong)
        elif column is not None:
            cells[column] = printed
    yield from (fault(code, place, field, found) for code, field, found in wrong)
    row = RsRow(file.table, file.edition, place, cells)
    if not years:
        yield row
    for nendo, value in years:
        yield replace(row, nendo=nendo, value=value)


def _flag(printed: str, column: str, wrong: Wrong) -> bool | None:
    """TRUE or FALSE; None where nothing is said."""
    folded = key(printed)
    if not folded:
        return None
    if folded not in _TRUE | _FALSE:
        wrong.append(("not-a-text", column, printed[:100]))
        return None
    return folded in _TRUE
