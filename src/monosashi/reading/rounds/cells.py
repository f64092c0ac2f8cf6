"""The cells of a workbook as one types into them: what each shows, and what kind of thing it is.

Unlike a sheet's paper, hidden rows and worksheets count here, and a formula is not its last result: it is known as one,
so that it can be refused. Nothing is ever calculated.

Source: ECMA-376 part 1, 18.3.1 (worksheets), 18.4 (shared strings).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from monosashi.reading.book import refuse_doctype
from monosashi.reading.format_code import parse_code
from monosashi.reading.styles import WorkbookFormats
from monosashi.reading.worksheet import cell_at

At = tuple[int, int]

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: A formula that fills a range is told for each of its cells, up to so many.
_MOST_FILLED = 10_000
_STRINGS = "xl/sharedstrings.xml"


class CellKind(StrEnum):
    """What stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    FORMULA = "formula"


class Found(NamedTuple):
    """A cell: its kind and what it shows; a formula as it is written, without its result."""

    kind: CellKind
    text: str


class Worksheet(NamedTuple):
    """A worksheet's cells that hold something, by row and column, 1-based, and the ranges that are merged: first row and
    column, last row and column."""

    name: str
    cells: dict[At, Found]
    merged: tuple[tuple[int, int, int, int], ...]


def worksheets_of(formats: WorkbookFormats) -> Iterator[Worksheet]:
    """Every worksheet of a workbook whose package was checked, hidden ones too. Raises ``ValueError`` and lxml's error
    for one that is damaged."""
    part = next((name for name in formats.parts if name.lower() == _STRINGS), "")
    strings = _shared_strings(formats.part(part)) if part else []
    for index, sheet in enumerate(formats.book.sheets):
        content = formats.content(index)
        texts, formulas, merged = _texts_of(content, strings)
        others = {
            at: Found(_kind(cell.kind, cell.code), cell.text if cell.kind == "str" else formats.shown(index, *at, 0.0))
            for at, cell in formats.stored(index).items()
        }
        found = {at: one for at, one in {**others, **texts}.items() if one.text.strip()}
        yield Worksheet(sheet.name, {**found, **formulas}, merged)


def _kind(stored: str, code: str) -> CellKind:
    if stored == "n":
        sections = parse_code(code).sections
        return CellKind.DATE if sections and sections[0].dates else CellKind.NUMBER
    return {"b": CellKind.TRUTH, "e": CellKind.ERROR, "d": CellKind.DATE}.get(stored, CellKind.TEXT)


def _texts_of(
    content: bytes, strings: list[str]
) -> tuple[dict[At, Found], dict[At, Found], tuple[tuple[int, int, int, int], ...]]:
    """The texts, the formulas and the merged ranges of a worksheet."""
    texts: dict[At, Found] = {}
    formulas: dict[At, Found] = {}
    merged = []
    events = etree.iterparse(
        BytesIO(content), events=("end",), tag=("{*}c", "{*}mergeCell"), resolve_entities=False, no_network=True
    )
    for _, element in events:
        if not texts:
            refuse_doctype(element)
        if str(element.tag).endswith("}mergeCell"):
            merged.append(_range(element.get("ref", "")))
            continue
        at = cell_at(element.get("r", ""))
        formula = next(element.iterchildren("{*}f"), None)
        if formula is not None:
            formulas |= _formula(at, formula)
        elif (text := _text(element, strings)) is not None:
            texts[at] = Found(CellKind.TEXT, text)
        element.clear()
    return texts, formulas, tuple(merged)


def _text(cell: etree._Element, strings: list[str]) -> str | None:
    """The text of a cell that holds one."""
    kind = cell.get("t", "n")
    value = next(cell.iterchildren("{*}v"), None)
    if kind == "s" and value is not None and value.text and value.text.strip().isdecimal():
        at = int(value.text)
        return strings[at] if at < len(strings) else ""
    if kind == "inlineStr":
        return _rich(cell)
    return _plain(value.text) if kind == "str" and value is not None and value.text else None


def _formula(at: At, formula: etree._Element) -> dict[At, Found]:
    """A formula's cells: its own, and those its results fill (an array's, a data table's)."""
    found = Found(CellKind.FORMULA, f"={formula.text or ''}")
    top, left, bottom, right = _range(formula.get("ref", ""))
    fills = formula.get("t") in {"array", "dataTable"} and (bottom - top + 1) * (right - left + 1) <= _MOST_FILLED
    cells = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)) if fills else ()
    return {at: found, **dict.fromkeys(cells, found)}


def _range(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.replace("$", "").partition(":")
    top, left = cell_at(first)
    bottom, right = cell_at(last) if last else (top, left)
    return top, left, bottom, right


def _shared_strings(part: bytes) -> list[str]:
    found: list[str] = []
    for _, element in etree.iterparse(
        BytesIO(part), events=("end",), tag="{*}si", resolve_entities=False, no_network=True
    ):
        if not found:
            refuse_doctype(element)
        found.append(_rich(element))
        element.clear()
    return found


def _rich(element: etree._Element) -> str:
    """A text in runs, without the readings that stand over it (ふりがな)."""
    parts = (
        text.text or ""
        for text in element.iter("{*}t")
        if not any("}rPh" in str(up.tag) for up in text.iterancestors())
    )
    return _plain("".join(parts))


def _plain(text: str) -> str:
    """The text, characters that the format writes as _xHHHH_ as themselves, every line break as one."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
