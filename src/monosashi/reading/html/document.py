"""A page as a whole: what a browser would print of it, without a browser, a network or a script.

Blanks are run together as a browser does; blocks and <br> break lines. What is not shown (hidden elements, scripts,
templates) is not read; hidden words are told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from monosashi.model import Finding, Severity
from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.flow import DEEPEST, Block, Flow, Text, TooMany, flow_to_paper, not_a_paper
from monosashi.reading.html.encoding import decode_page
from monosashi.reading.html.table import Draft, Drawn, span
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.telling import short, told

#: Elements of which nothing is shown, and elements that break no line.
_UNSHOWN = re.compile(
    "head|title|script|style|template|noscript|rt|rp|datalist|svg|math|audio|video|object|iframe|canvas|map"
)
_INLINE = re.compile(
    "abbr?|a|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rb|ruby|s|samp|small|span|strike|strong"
    "|sub|sup|time|tt|u|var|wbr|input|select|option|button|output|nobr|br|tr|thead|tbody|tfoot"
)
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.I)
_AT_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SHY = "\u00ad"


def read_html(data: bytes, name: str, limits: Limits) -> Paper:
    """The tables and texts of a page. Raises ``UnreadableDocument``."""
    text, damaged = decode_page(data, name)
    text = text.replace("\x00", "\ufffd")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableDocument(name, "ページに中身がありません。", "the page is empty.") from error
    if any(found.level_name == "FATAL" for found in parser.error_log):
        raise not_a_paper(name)
    try:
        return flow_to_paper(_Page(limits, damaged).flow(root), name, limits)
    except TooMany as error:
        raise not_a_paper(name) from error


@dataclass
class _Box:
    """The page, or a cell of a table, while it is read."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    element: etree._Element | None = None
    at_right: bool = False

    def flush(self) -> None:
        """A block ends: its words make a text."""
        lines = "".join(self.words).split("\n")
        text = "\n".join(line.strip(" ") for line in (re.sub(r" {2,}", " ", line) for line in lines)).strip("\n")
        if text.strip():
            self.blocks.append(Text(text, at_right=self.at_right))
        self.words.clear()
        self.at_right = False


@dataclass
class _Page:
    """The walk through a page, without recursion: pages lie deep in one another by mistakes in their markup."""

    limits: Limits
    damaged: int = 0
    boxes: list[_Box] = field(default_factory=lambda: [_Box()])
    tables: list[Draft] = field(default_factory=list)
    lists: list[list[int]] = field(default_factory=list)  # the next number of each open list; none where it has bullets
    hidden: list[str] = field(default_factory=list)
    columns: int = 0
    kept: int = 0  # how many <pre> the walk stands in

    def flow(self, root: etree._Element) -> Flow:
        """Everything the page shows, in order."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start" and self._is_shown(element):
                self._start(element)
            elif event == "start":
                walk.skip_subtree()
                skipped = element
            elif element is skipped:
                self._say(skipped.tail)
            else:
                self._end(element)
        self.boxes[0].flush()
        return Flow(tuple(self.boxes[0].blocks), tuple(self._findings()))

    def _is_shown(self, element: etree._Element) -> bool:
        if _UNSHOWN.fullmatch(str(element.tag)):
            return False
        if "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            self.hidden.append("".join(map(str, element.itertext())))
            return False
        return element.tag != "input" or element.get("type", "") != "hidden"

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _CELLS and self.tables:
            self.boxes.append(_Box(element=element))
        elif tag == "table":
            self.boxes[-1].flush()
            self._begin_table()
        elif tag in _GROUPS and self.tables:
            self.tables[-1].begin_group(tag)
        elif tag == "tr" and self.tables:
            self.tables[-1].begin_row()
        elif tag == "br":
            self.boxes[-1].words.append("\n")
        elif not _INLINE.fullmatch(tag):
            self._begin_block(element, tag)
        self._say(element.text)

    def _begin_table(self) -> None:
        if len(self.tables) >= DEEPEST:
            raise TooMany
        self.tables.append(Draft())

    def _begin_block(self, element: etree._Element, tag: str) -> None:
        box = self.boxes[-1]
        box.flush()
        self.kept += tag == "pre"
        box.at_right = bool(_AT_RIGHT.search(element.get("style", ""))) or element.get("align", "").lower() == "right"
        if tag in {"ol", "ul"}:
            start = element.get("start", "1")
            first = int(start) if start.isdecimal() and len(start) < 9 else 1
            self.lists.append([first] if tag == "ol" else [])
        elif tag == "li" and self.lists and self.lists[-1]:
            value = element.get("value", "")
            number = int(value) if value.isdecimal() and len(value) < 9 else self.lists[-1][0]
            self.lists[-1][0] = number + 1
            box.words.append(f"{number}. ")

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if self.boxes[-1].element is element:
            self._end_cell(element)
        elif tag == "table":
            self.boxes[-1].flush()
            self.boxes[-1].blocks.append(self.tables.pop().table())
        elif not _INLINE.fullmatch(tag):
            self._end_block(tag)
        self._say(element.tail)

    def _end_block(self, tag: str) -> None:
        self.boxes[-1].flush()
        self.kept -= tag == "pre" and self.kept > 0
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()

    def _end_cell(self, element: etree._Element) -> None:
        box = self.boxes.pop()
        box.flush()
        columns = span(element.get("colspan"), of_rows=False)
        self.columns += columns
        if self.columns > self.limits.cells:
            raise TooMany
        self.tables[-1].add(Drawn(tuple(box.blocks), span(element.get("rowspan"), of_rows=True), columns))

    def _say(self, text: str | None) -> None:
        if text:
            shown = text.replace(_SHY, "")
            self.boxes[-1].words.append(shown if self.kept else _BLANKS.sub(" ", shown))

    def _findings(self) -> Iterator[Finding]:
        if self.damaged:
            yield told(
                "characters-damaged",
                Severity.WARNING,
                str(self.damaged),
                f"文字{self.damaged}個が壊れていて読めず、\ufffd として残しました。もとのページで確かめてください。",
                f"{self.damaged} characters are damaged and were kept as \ufffd; check them against the original page.",
            )
        texts = [text for text in self.hidden if text.strip()]
        if texts:
            yield told(
                "hidden-text",
                Severity.NOTE,
                short(texts),
                f"隠された要素{len(texts)}か所（{short(texts)}）は、画面に出ないため読んでいません。",
                f"Hidden elements in {len(texts)} places ({short(texts)}) are not shown and were not read.",
            )
