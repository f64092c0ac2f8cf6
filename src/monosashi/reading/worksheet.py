"""What a worksheet says besides its cells: hidden rows and columns, formulas never calculated, how far it reaches.

Hidden rows and columns are not on the paper. A formula that a program wrote without calculating it shows nothing until a
spreadsheet program has opened the file.

Source: ECMA-376 part 1, 18.3.1 (worksheets).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from monosashi.reading.book import refuse_doctype

#: Both begin with plain letters, which makes the search fast; hardly any program writes the second.
_REFERENCE = re.compile(rb'r="([A-Z]{0,3})([0-9]{1,7})"')
_OTHER_QUOTES = re.compile(rb"r\s*=\s*'([A-Z]{0,3})([0-9]{1,7})'")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_FORMULA = re.compile(rb"[<:]f[\s/>]")
_YES = frozenset({"1", "true"})
#: A worksheet has no more columns than this.
LAST_COLUMN = 16384


@dataclass(frozen=True)
class Marks:
    """Rows and columns are 1-based. ``hidden_columns``: first and last of each run. ``uncalculated``: names of cells."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    uncalculated: tuple[str, ...] = ()

    def rows(self, last: int) -> "Shown":
        """Which rows are shown, up to the last one."""
        return Shown(last, self.hidden_rows)

    def columns(self, last: int) -> "Shown":
        """Which columns are shown."""
        runs = (range(first, min(end, last) + 1) for first, end in self.hidden_columns)
        return Shown(last, {column for run in runs for column in run})


class Shown:
    """The lines of a worksheet as they follow one another on paper.

    >>> shown = Shown(5, {2, 3})
    >>> shown.span(1, 2), shown.span(2, 3), shown.span(3, 5)
    ((1, 1), None, (2, 3))
    """

    def __init__(self, last: int, hidden: Iterable[int]) -> None:
        gone = sorted(line for line in hidden if line <= last)
        self._before = [0] * (last + 2 if gone else 0)
        at = 0
        for line in range(1, len(self._before)):
            at += at < len(gone) and gone[at] < line
            self._before[line] = at
        self._gone = frozenset(gone)

    def span(self, first: int, end: int) -> tuple[int, int] | None:
        """Where a cell over those lines stands on paper; None where all of them are hidden."""
        if not self._gone:
            return first, end
        last = len(self._before) - 2
        top, bottom = first, min(end, last)
        while top in self._gone and top <= bottom:
            top += 1
        while bottom in self._gone and bottom > top:
            bottom -= 1
        if top > bottom:
            return None
        gone = self._before[last] + (last in self._gone)
        return top - self._before[top], (bottom - self._before[bottom]) if end <= last else end - gone


def farthest(content: bytes) -> tuple[int, int]:
    """The last row and the last column that a worksheet names, found without parsing it.

    >>> farthest(b'<row r="7"><c r="B7"/><c s="1" r="AA3"/></row>')
    (7, 27)
    """
    found = _REFERENCE.findall(content) + (_OTHER_QUOTES.findall(content) if b"'" in content else [])
    letters, digits = zip(*found, strict=True) if found else ((), ())
    columns = (_column(name.decode()) for name in set(letters))
    return max(map(int, set(digits)), default=0), max(columns, default=0)


def marks_of(content: bytes) -> Marks:
    """The marks of a worksheet. One without any is searched as bytes and not parsed. Raises lxml's error."""
    if not (b"hidden" in content and _HIDDEN.search(content)) and not _FORMULA.search(content):
        return Marks()
    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    uncalculated: list[str] = []
    row = 0
    for _, element in etree.iterparse(
        BytesIO(content),
        events=("end",),
        tag=("{*}row", "{*}col"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    ):
        refuse_doctype(element)
        if str(element.tag).endswith("}col"):
            if element.get("hidden") in _YES:
                columns.append((_number(element.get("min"), 1), _number(element.get("max"), LAST_COLUMN)))
            continue
        row = _number(element.get("r"), row + 1)
        if element.get("hidden") in _YES:
            rows.add(row)
        uncalculated += _uncalculated(element)
        element.clear()
    return Marks(frozenset(rows), tuple(columns), tuple(uncalculated))


def _uncalculated(row: etree._Element) -> list[str]:
    """The cells of a row whose formula has no value. A text that is empty was calculated."""
    found = []
    for cell in row.iterchildren("{*}c"):
        value = next(cell.iterchildren("{*}v"), None)
        has_formula = next(cell.iterchildren("{*}f"), None) is not None
        if has_formula and (value is None or (not value.text and cell.get("t") != "str")):
            found.append(cell.get("r", ""))
    return found


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else default


def cell_at(name: str) -> tuple[int, int]:
    """The row and column of a cell by its name; (0, 0) for what is no name.

    >>> cell_at("AA3")
    (3, 27)
    """
    match = _CELL.fullmatch(name)
    return (int(match[2]), _column(match[1])) if match else (0, 0)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
