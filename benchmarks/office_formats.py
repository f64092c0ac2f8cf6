"""Word, HTML and old Excel: each reader beside the least its format costs, on the same files in the same run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree, html
from python_calamine import CalamineWorkbook

from benchmarks.clock import measure
from benchmarks.papers import SHARED
from monosashi.reading.document import media_type, open_paper
from monosashi.reading.limits import DEFAULT_LIMITS
from tests.variations.forms import FORMS
from tests.variations.hypertext import Hypertext, hypertext
from tests.variations.table import Form, Slot, Table
from tests.variations.truth import plain
from tests.variations.words import Words

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


@dataclass(frozen=True)
class Step:
    """A reader's milliseconds on one file, as a multiple of its floor; cells right of all where they are known."""

    name: str
    milliseconds: float
    ratio: float
    right: int
    cells: int


def steps() -> Iterator[Step]:
    """The floor of each format, then our reader, then a peer that is here."""
    form = FORMS["long_page"](Words(1))
    said = [plain(slot.text) for _, _, table in form.tables for slot in table.slots if slot.text]
    word = word_document(form)
    yield from _beside("docx", word, partial(_bare_word, word), said)
    if find_spec("docx"):
        yield from _peer("python-docx: tables", partial(_python_docx, word), partial(_bare_word, word))
    page = hypertext(form, Hypertext(flow=True))[0].encode()
    yield from _beside("html", page, partial(_bare_html, page), said)
    for file in sorted(SHARED.rglob("*.xls")):
        data = file.read_bytes()
        yield from _beside("xls", data, partial(_bare_workbook, data), [])


def _beside(suffix: str, data: bytes, floor: Callable[[], object], said: list[str]) -> Iterator[Step]:
    least = measure(floor).seconds
    yield Step(f"{suffix}: parsed, nothing read (the floor)", least * 1000, 1.0, 0, 0)
    name = f"paper.{suffix}"
    kind = media_type(data, name)
    seconds = measure(lambda: open_paper(data, name, kind, DEFAULT_LIMITS)).seconds
    left = [plain(cell.text) for cell in open_paper(data, name, kind, DEFAULT_LIMITS).grid.cells]
    right = 0
    for text in said:
        if text in left:
            left.remove(text)
            right += 1
    yield Step(f"{suffix}: our cells", seconds * 1000, seconds / least, right, len(said))


def _peer(name: str, call: Callable[[], object], floor: Callable[[], object]) -> Iterator[Step]:
    seconds = measure(call, runs=3).seconds
    yield Step(name, seconds * 1000, seconds / measure(floor).seconds, 0, 0)


def _bare_word(data: bytes) -> object:
    with ZipFile(BytesIO(data)) as package:
        return list(etree.fromstring(package.read("word/document.xml")).itertext())


def _bare_html(data: bytes) -> object:
    return list(html.fromstring(data).itertext())


def _bare_workbook(data: bytes) -> object:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def _python_docx(data: bytes) -> object:
    document = import_module("docx").Document(BytesIO(data))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def word_document(form: Form) -> bytes:
    """A Word file of a form's tables, merged cells by gridSpan and vMerge."""
    body = "".join(_word_table(table) + "<w:p/>" for _, _, table in form.tables)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr("word/document.xml", document)
    return out.getvalue()


def _word_table(table: Table) -> str:
    rows = []
    for row in range(len(table.heights)):
        here = sorted((slot for slot, _, _ in table.rows(row, row + 1)), key=lambda slot: slot.column)
        rows.append(f"<w:tr>{''.join(_word_cell(slot, row) for slot in here)}</w:tr>")
    columns = "".join(f'<w:gridCol w:w="{width * 20:.0f}"/>' for width in table.widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _word_cell(slot: Slot, row: int) -> str:
    first = row == slot.row
    merge = "" if slot.rows == 1 else '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    text = f"<w:r><w:t>{escape(slot.text)}</w:t></w:r>" if first and slot.text else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{slot.columns}"/>{merge}</w:tcPr><w:p>{text}</w:p></w:tc>'
