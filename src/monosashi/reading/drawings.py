"""Text boxes and shapes that lie over a worksheet: their words are on the paper, though in no cell.

Source: ECMA-376 part 1, 20.5 (SpreadsheetML drawing).
"""

from collections.abc import Iterator
from posixpath import join, normpath
from typing import NamedTuple

from lxml import etree

from monosashi.reading.book import elements, first_element, parse_part
from monosashi.reading.styles import WorkbookFormats

_ANCHORS = ("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor")
_MOST = 100_000


class TextBox(NamedTuple):
    """Words over the cells of a worksheet; rows and columns are 1-based and inclusive."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


def text_boxes(formats: WorkbookFormats, worksheet: int) -> tuple[tuple[TextBox, ...], int]:
    """The text boxes of a worksheet, and how many pictures and charts lie on it, whose words are not read.

    Raises lxml's error or ``ValueError`` for a drawing that is damaged."""
    content = formats.content(worksheet)
    if b"drawing" not in content or worksheet >= len(formats.book.sheets):
        return (), 0
    part = formats.book.sheets[worksheet].part
    boxes: list[TextBox] = []
    pictures = 0
    for target in _drawings(formats, part):
        root = parse_part(formats.part(target))
        boxes += _boxes(root)
        pictures += sum(1 for name in ("pic", "graphicFrame") for _ in elements(root, name))
    return tuple(boxes), pictures


def _drawings(formats: WorkbookFormats, part: str) -> Iterator[str]:
    """The drawings a worksheet names."""
    folder, _, file = part.rpartition("/")
    relations = join(folder, "_rels", f"{file}.rels")
    if relations not in formats.parts:
        return
    for relation in elements(parse_part(formats.part(relations)), "Relationship"):
        target = normpath(join("/" + folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("Type", "").endswith("/drawing") and target in formats.parts:
            yield target


def _boxes(root: etree._Element) -> Iterator[TextBox]:
    for anchor in root.iter(*_ANCHORS):
        top, left = _corner(first_element(anchor, "from"), (1, 1))
        bottom, right = _corner(first_element(anchor, "to"), (top, left))
        for body in elements(anchor, "txBody"):
            text = "\n".join(_line(paragraph) for paragraph in body.iterchildren("{*}p")).strip("\n")
            if text.strip() and not _is_hidden(body):
                yield TextBox(text, top, left, max(top, bottom), max(left, right))


def _corner(at: etree._Element | None, default: tuple[int, int]) -> tuple[int, int]:
    """The row and column of a corner, which the file counts from 0."""
    if at is None:
        return default
    found = {str(one.tag).rpartition("}")[2]: one.text or "" for one in at}
    row, column = found.get("row", ""), found.get("col", "")
    return (int(row) if row.isdecimal() else 0) % _MOST + 1, (int(column) if column.isdecimal() else 0) % _MOST + 1


def _line(paragraph: etree._Element) -> str:
    """The words of a paragraph; a break inside it is a line's end."""
    words = []
    for one in paragraph.iter("{*}t", "{*}br"):
        words.append("\n" if str(one.tag).endswith("}br") else one.text or "")
    return "".join(words)


def _is_hidden(body: etree._Element) -> bool:
    """Whether the shape, or a group it is in, is hidden; an alternative's fallback says the same words again."""
    for above in body.iterancestors():
        name = str(above.tag).rpartition("}")[2]
        about = next((one for one in above if str(one.tag).rpartition("}")[2].startswith("nv")), None)
        properties = first_element(about, "cNvPr") if about is not None else None
        if name == "Fallback" or (properties is not None and properties.get("hidden") in {"1", "true"}):
            return True
    return False
