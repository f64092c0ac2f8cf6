"""A paragraph's text as Word prints it: runs, breaks, symbols, fields' results, the list's number before it.

What Word does not print is left out, and said: hidden text, and what tracked changes delete. A text box stands in a
paragraph and holds blocks of its own; it is handed back beside the text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from monosashi.reading.word.field import printed_code
from monosashi.reading.word.names import attribute, child, is_on, name_of, number, value
from monosashi.reading.word.numbering import Numbering
from monosashi.reading.word.styles import Styles
from monosashi.reading.word.symbols import symbol, without_symbol_font

#: What an element prints by itself.
_PRINTED = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
#: What is not printed: codes of fields, phonetic text above a word, properties, deleted text.
_SILENT = frozenset({"w:instrText", "w:delInstrText", "w:delText", "w:rt", "w:pPr", "w:rPr", "w:rubyPr", "w:sdtPr"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_INSERTED = frozenset({"w:ins", "w:moveTo"})
_PICTURES = frozenset({"blip", "a:blip", "imagedata", "chart", "relIds", "OLEObject"})


@dataclass
class Seen:
    """What was met on the way through a document that its reader should be told."""

    hidden: list[str] = field(default_factory=list)
    changes: int = 0
    pictures: int = 0
    comments: int = 0
    chunks: int = 0
    #: Footnotes and endnotes in the order they are cited.
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Book:
    """What stands behind every paragraph of one document."""

    styles: Styles
    numbering: Numbering
    seen: Seen = field(default_factory=Seen)


@dataclass
class _Run:
    """The text of one paragraph as it grows."""

    book: Book
    style: str | None
    text: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    #: The codes of the fields that are open, the innermost last.
    codes: list[str] = field(default_factory=list)

    def walk(self, element: etree._Element) -> None:
        """Take in what an element prints."""
        name = name_of(element)
        seen = self.book.seen
        if name == "w:instrText" and self.codes:
            self.codes[-1] += "".join(map(str, element.itertext()))
        if name in _SILENT or name in _DELETED:
            seen.changes += name in _DELETED
            return
        seen.changes += name in _INSERTED
        seen.pictures += name in _PICTURES
        seen.comments += name == "w:commentReference"
        if name == "w:txbxContent":
            self.boxes.append(element)
        elif name == "w:r":
            self._run(element)
        elif name == "mc:AlternateContent":
            self._each(_chosen(element))
        elif name == "w:fldSimple":
            self.text.append(printed_code(attribute(element, "instr") or ""))
            self._each(element)
        elif take := _TAKERS.get(name):
            self.text.append(take(element, self))
        else:
            self.text.append(_PRINTED.get(name, ""))
            self._each(element)

    def _each(self, element: etree._Element | None) -> None:
        for one in element if element is not None else ():
            self.walk(one)

    def _run(self, run: etree._Element) -> None:
        if not self._hidden(run):
            self._each(run)
            return
        aside = _Run(self.book, self.style)
        aside._each(run)
        self.boxes += aside.boxes
        if text := "".join(aside.text).strip():
            self.book.seen.hidden.append(text)

    def _hidden(self, run: etree._Element) -> bool:
        """Whether a run is formatted as hidden: by itself, by its style, or by its paragraph's."""
        own = child(run, "w:rPr")
        styles = self.book.styles
        style = value(own, "w:rStyle")
        for properties in (own, *styles.properties(style, "w:rPr"), *styles.properties(self.style, "w:rPr")):
            if child(properties, "w:vanish") is not None:
                return is_on(properties, "w:vanish")
        return False

    def printed_field(self, element: etree._Element) -> str:
        """A field begins, or ends with what it prints of its own code."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.codes.append("")
        return printed_code(self.codes.pop()) if kind == "end" and self.codes else ""

    def cite(self, element: etree._Element) -> str:
        """A footnote is cited by its place among them; ※ keeps its number apart from the words and figures before."""
        kind = "footnote" if name_of(element) == "w:footnoteReference" else "endnote"
        notes = self.book.seen.notes
        notes.append((kind, attribute(element, "id") or ""))
        return "" if is_on_attribute(element, "customMarkFollows") else f"（※{len(notes)}）"


def is_on_attribute(element: etree._Element, local: str) -> bool:
    """Whether a switch that is an attribute is set."""
    return attribute(element, local) in {"1", "true", "on"}


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """One of the ways the same thing is stored: the first choice, unless only the fallback holds words."""
    choices = list(alternatives)
    return next(
        (one for one in choices if any(True for _ in one.iter("{*}txbxContent"))), choices[0] if choices else None
    )


def _text(element: etree._Element, run: _Run) -> str:
    parent = element.getparent()
    font = child(parent, "w:rPr", "w:rFonts")
    name = (attribute(font, "ascii") or attribute(font, "hAnsi") or "") if font is not None else ""
    return without_symbol_font("".join(map(str, element.itertext())), name)


def _symbol(element: etree._Element, _run: _Run) -> str:
    code = attribute(element, "char") or ""
    try:
        return symbol(int(code, 16), attribute(element, "font") or "")
    except ValueError:
        return ""


_TAKERS: dict[str, Callable[[etree._Element, _Run], str]] = {
    "w:t": _text,
    "m:t": _text,
    "w:sym": _symbol,
    "w:fldChar": lambda element, run: run.printed_field(element),
    "w:footnoteReference": lambda element, run: run.cite(element),
    "w:endnoteReference": lambda element, run: run.cite(element),
}


def read_paragraph(paragraph: etree._Element, book: Book) -> tuple[str, list[etree._Element]]:
    """The text a paragraph prints, its list's number first, and the contents of the text boxes that stand in it."""
    properties = child(paragraph, "w:pPr")
    style = value(properties, "w:pStyle")
    run = _Run(book, style)
    for one in paragraph:
        run.walk(one)
    return _list_number(properties, style, book) + "".join(run.text), run.boxes


def is_at_right(paragraph: etree._Element, book: Book) -> bool:
    """Whether a paragraph is set against the right edge."""
    properties = child(paragraph, "w:pPr")
    for found in (properties, *book.styles.properties(value(properties, "w:pStyle"), "w:pPr")):
        side = value(found, "w:jc")
        if side:
            return side in {"right", "end"}
    return False


def _list_number(properties: etree._Element | None, style: str | None, book: Book) -> str:
    """What the paragraph's list prints before it; a list with the id 0 takes the style's list away."""
    level = None
    for found in (properties, *book.styles.properties(style, "w:pPr")):
        stated = value(found, "w:numPr", "w:ilvl")
        level = level if level is not None or stated is None else number(stated)
        if list_id := value(found, "w:numPr", "w:numId"):
            return "" if list_id == "0" else book.numbering.next_number(list_id, level or 0)
    return ""
