"""A .docx as a whole: its package, its parts, and the order in which they are printed.

Headers first, then the body, then footnotes and endnotes in the order they are cited, then footers: each once, though
they are printed on every page. Read from the XML itself, because what a library gives up on in silence (tables in text
boxes, content controls, text around an entity) is lost without a word.

Source: ECMA-376 part 1, 17 (WordprocessingML); part 2 (packages).
"""

from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath
from zipfile import ZipFile

from lxml import etree

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.flow import Block, Flow, Text, TooMany, flow_to_paper, not_a_paper
from monosashi.reading.limits import Limits
from monosashi.reading.markup import parse_markup
from monosashi.reading.package import DAMAGED, check_package
from monosashi.reading.paper import Paper
from monosashi.reading.word.blocks import read_blocks
from monosashi.reading.word.findings import findings_of
from monosashi.reading.word.names import attribute, child, children, is_on
from monosashi.reading.word.numbering import Numbering, read_numbering
from monosashi.reading.word.paragraph import Book
from monosashi.reading.word.styles import Styles, read_styles

_BROKEN = (*DAMAGED, ValueError)
_PARTS = {"header": "ヘッダー", "footer": "フッター", "footnote": "脚注", "endnote": "文末脚注"}


def read_word(data: bytes, name: str, limits: Limits) -> Paper:
    """The tables and texts of a Word file (.docx, .docm, .dotx). Raises ``UnreadableDocument``."""
    check_package(data, name, limits, "[Content_Types].xml")
    try:
        with ZipFile(BytesIO(data)) as package:
            return flow_to_paper(_Document(package, name).flow(), name, limits)
    except (TooMany, RecursionError) as error:
        raise not_a_paper(name) from error
    except _BROKEN as error:
        raise UnreadableDocument(
            name, f"Word ファイルの中身が壊れています（{error}）。", f"the Word file is damaged ({error})."
        ) from error


class _Document:
    """One open package."""

    def __init__(self, package: ZipFile, name: str) -> None:
        self._package = package
        self._name = name
        self._main = self._main_part()
        self._related = dict(self._relations(self._main))

    def flow(self) -> Flow:
        """Everything the document prints, in order."""
        root = self._parse(self._main)
        body = child(root, "w:body")
        if body is None:
            raise ValueError("w:body")
        styles, numbering = self._only("/styles"), self._only("/numbering")
        book = Book(
            read_styles(styles) if styles is not None else Styles(),
            read_numbering(numbering) if numbering is not None else Numbering(),
        )
        blocks = list(read_blocks(body, book))
        notes = list(self._notes(book))
        headers, footers = (list(self._margins(root, kind, book)) for kind in ("header", "footer"))
        return Flow((*headers, *blocks, *notes, *footers), findings_of(book.seen))

    def _main_part(self) -> str:
        targets = (target for kind, target in self._relations("").values() if kind.endswith("/officeDocument"))
        return next(targets, "word/document.xml")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part names by id: the kind of relation, and the part it leads to."""
        folder, _, file = part.rpartition("/")
        where = join(folder, "_rels", f"{file}.rels")
        if where not in self._package.namelist():
            return {}
        return {
            attribute(one, "Id") or "": (
                attribute(one, "Type") or "",
                normpath(join("/" + folder, attribute(one, "Target") or "")).lstrip("/"),
            )
            for one in self._parse(where)
            if attribute(one, "TargetMode") != "External"
        }

    def _parse(self, part: str) -> etree._Element:
        return parse_markup(self._package.read(part), self._name, part)

    def _only(self, kind: str) -> etree._Element | None:
        """The one part of a kind that the document names; None where there is none."""
        parts = set(self._package.namelist())
        found = (target for of, target in self._related.values() if of.endswith(kind) and target in parts)
        return next(map(self._parse, found), None)

    def _margins(self, root: etree._Element, kind: str, book: Book) -> Iterator[Block]:
        """The headers or footers that are printed, each text once."""
        settings = self._only("/settings")
        seen: set[str] = set()
        for section in root.iter("{*}sectPr"):
            for reference in children(section, f"w:{kind}Reference"):
                of = attribute(reference, "type")
                printed = {"first": is_on(section, "w:titlePg"), "even": is_on(settings, "w:evenAndOddHeaders")}
                target = self._related.get(attribute(reference, "id") or "", ("", ""))[1]
                if not printed.get(of or "", True) or target not in self._package.namelist():
                    continue
                blocks = tuple(read_blocks(self._parse(target), book, _PARTS[kind]))
                words = repr(blocks)
                if words not in seen:
                    seen.add(words)
                    yield from blocks

    def _notes(self, book: Book) -> Iterator[Block]:
        """Footnotes and endnotes, each with its number, in the order they are cited."""
        roots = {kind: self._only(f"/{kind}s") for kind in ("footnote", "endnote")}
        for n, (kind, note_id) in enumerate(list(book.seen.notes), 1):
            root = roots[kind]
            found = [one for one in root if attribute(one, "id") == note_id] if root is not None else []
            for note in found[:1]:
                blocks = list(read_blocks(note, book, _PARTS[kind]))
                text = "\n".join(block.text for block in blocks if isinstance(block, Text)).strip()
                yield Text(f"※{n}　{text}", part=_PARTS[kind])
                yield from (block for block in blocks if not isinstance(block, Text))
