"""Automatic numbers: what Word prints before the paragraphs of a list, which stands nowhere in their text.

Each paragraph of a list names a list and a level; the list's level says how its number is made (``（%1）``), in what form,
and from where it counts. The numbers run through the document in its own order.

Source: ECMA-376 part 1, 17.9.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from monosashi.reading.word.list_number import printed_number
from monosashi.reading.word.names import attribute, child, children, is_on, number, value
from monosashi.reading.word.symbols import without_symbol_font

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = "%1"
    start: int = 1
    after: str = " "
    legal: bool = False


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    #: How far each list has counted, level by level; lists made from one abstract list count together.
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def next_number(self, list_id: str, level: int) -> str:
        """What is printed before the next paragraph of that list and level, with the blank after it."""
        if list_id not in self.lists or not 0 <= level < _LEVELS:
            return ""
        of, own = self.lists[list_id]
        levels = self.abstract.get(of, {}) | own
        counts = self._counts.setdefault(of, [None] * _LEVELS)
        if own and list_id not in self._begun:
            for n in own:
                counts[n] = None
        self._begun.add(list_id)
        for n in range(level + 1):
            spec, count = levels.get(n, Level()), counts[n]
            if n == level:
                counts[n] = spec.start if count is None else count + 1
            elif count is None:
                counts[n] = spec.start
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _printed(levels, level, counts)


def _printed(levels: dict[int, Level], level: int, counts: list[int | None]) -> str:
    spec = levels.get(level, Level())

    def at(match: re.Match[str]) -> str:
        n = int(match[1]) - 1
        form = "decimal" if spec.legal else levels.get(n, Level()).form
        return printed_number(counts[n] or 0, form)

    text = _PLACE.sub(at, spec.text)
    return text + spec.after if text.strip() else ""


def read_numbering(root: etree._Element) -> Numbering:
    """The lists of ``numbering.xml``."""
    abstract = {
        attribute(one, "abstractNumId") or "": {
            number(attribute(level, "ilvl")): _level(level) for level in children(one, "w:lvl")
        }
        for one in children(root, "w:abstractNum")
    }
    lists = {}
    for one in children(root, "w:num"):
        of = value(one, "w:abstractNumId") or ""
        own: dict[int, Level] = {}
        for override in children(one, "w:lvlOverride"):
            n = number(attribute(override, "ilvl"))
            spec = child(override, "w:lvl")
            base = _level(spec) if spec is not None else abstract.get(of, {}).get(n, Level())
            start = value(override, "w:startOverride")
            own[n] = Level(base.form, base.text, number(start, base.start), base.after, base.legal)
        lists[attribute(one, "numId") or ""] = (of, own)
    return Numbering(abstract, lists)


def _level(level: etree._Element) -> Level:
    font = child(level, "w:rPr", "w:rFonts")
    fonts = (attribute(font, "ascii") or attribute(font, "hAnsi") or "") if font is not None else ""
    form = value(level, "w:numFmt")
    if form is None:  # a form newer than the schema stands in an alternative, with a plain one beside it
        form = value(level, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return Level(
        form=form or "decimal",
        text=without_symbol_font(value(level, "w:lvlText") or "", fonts),
        start=number(value(level, "w:start"), 1 if child(level, "w:start") is not None else 0),
        after="" if value(level, "w:suff") == "nothing" else " ",
        legal=is_on(level, "w:isLgl"),
    )
