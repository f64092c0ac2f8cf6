"""Packages made by hand: workbooks and Word files as small as they can be, and zips that lie."""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.case import ROWS

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument"
NO_PARTS: Mapping[str, bytes | str] = {}
#: Entities that unfold to a hundred billion texts, and one that names a file of this machine.
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
XXE = "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zipped(parts: Mapping[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    """A zip of parts."""
    out = BytesIO()
    with ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(ZipInfo(name), data, method)
    return out.getvalue()


def cell(at: str, text: str) -> str:
    """A cell of text, as a worksheet writes it."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'


def rows_xml(rows: Iterable[Sequence[str]] = ROWS, first: int = 1) -> str:
    """Rows of texts."""
    return "".join(
        f'<row r="{n}">{"".join(cell(f"{chr(65 + c)}{n}", text) for c, text in enumerate(row))}</row>'
        for n, row in enumerate(rows, first)
    )


def worksheet(data: str = "", after: str = "", before: str = "") -> str:
    """A worksheet of rows."""
    return f'{HEAD}<worksheet xmlns="{_MAIN}">{before}<sheetData>{data or rows_xml()}</sheetData>{after}</worksheet>'


def workbook_parts(*sheets: str, names: Sequence[str] = (), state: str = "") -> dict[str, bytes | str]:
    """The parts of a workbook with these worksheets."""
    called = [*names, *(f"Sheet{n}" for n in range(len(names) + 1, len(sheets) + 1))]
    entries = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{state}/>' for n, name in enumerate(called, 1))
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    styles = f'<Relationship Id="rId0" Type="{_REL}/styles" Target="styles.xml"/>'
    strings = f'<Relationship Id="rIds" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
    return {
        "[Content_Types].xml": _content_types("xl/workbook.xml", f"{_TYPES}.spreadsheetml.sheet.main+xml"),
        "_rels/.rels": _root("xl/workbook.xml"),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rels}{styles}{strings}</Relationships>'
        ),
        "xl/styles.xml": styles_xml(),
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{_MAIN}"/>',
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
    }


def styles_xml(code: str = "General") -> str:
    """Styles whose second cell format is ``code``."""
    return (
        f'{HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )


def xlsx(*sheets: str, parts: Mapping[str, bytes | str] = NO_PARTS) -> bytes:
    """A workbook; ``parts``: more of them, or other ones, by their names."""
    return zipped({**workbook_parts(*(sheets or (worksheet(),))), **parts})


def docx_parts(body: str = "") -> dict[str, bytes | str]:
    """The parts of a Word file."""
    return {
        "[Content_Types].xml": _content_types("word/document.xml", f"{_TYPES}.wordprocessingml.document.main+xml"),
        "_rels/.rels": _root("word/document.xml"),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body or docx_table()}</w:body></w:document>',
    }


def docx_table(rows: Iterable[Sequence[str]] = ROWS, properties: str = "") -> str:
    """A table of texts; ``properties``: of every cell."""
    inner = "".join(f"<w:tr>{''.join(docx_cell(text, properties) for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def docx_cell(text: str, properties: str = "") -> str:
    """A cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str = "", parts: Mapping[str, bytes | str] = NO_PARTS) -> bytes:
    """A Word file."""
    return zipped({**docx_parts(body), **parts})


def lying(parts: Mapping[str, bytes | str], part: str, said: int) -> bytes:
    """A package that says another size of one part than it has."""
    data = bytearray(zipped(parts))
    true = struct.pack("<I", len(_bytes(parts[part])))
    crc = struct.pack("<I", zlib.crc32(_bytes(parts[part])))
    at = data.find(crc)
    while at >= 0:
        size_at = at + 8
        if data[size_at : size_at + 4] == true:
            data[size_at : size_at + 4] = struct.pack("<I", said)
        at = data.find(crc, at + 4)
    return bytes(data)


def overlapping(parts: Mapping[str, bytes | str], copies: int) -> bytes:
    """A package whose directory names one part's bytes many times over."""
    data = zipped(parts)
    end = data.rfind(b"PK\x05\x06")
    size, start = struct.unpack("<II", data[end + 12 : end + 20])
    directory = data[start : start + size]
    last = directory.rfind(b"PK\x01\x02")
    entry = directory[last:]
    more = b"".join(_renamed(entry, n) for n in range(copies))
    count = len(parts) + copies
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, size + len(more), start, 0)
    return data[:start] + directory + more + tail


def _renamed(entry: bytes, number: int) -> bytes:
    length = struct.unpack("<H", entry[28:30])[0]
    return entry[:46] + str(number).rjust(length, "x").encode()[:length] + entry[46 + length :]


def flagged(parts: Mapping[str, bytes | str], flag: int) -> bytes:
    """A package whose parts all bear a general purpose flag."""
    data = bytearray(zipped(parts))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= flag
            at = data.find(mark, at + 4)
    return bytes(data)


def twice(parts: Mapping[str, bytes | str], part: str, other: str) -> bytes:
    """A package with two parts of one name."""
    dummy = part[:-1] + "~"
    return zipped({**parts, dummy: other}, ZIP_STORED).replace(dummy.encode(), part.encode())


def _bytes(data: bytes | str) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _root(target: str) -> str:
    kind = f"{_REL}/officeDocument"
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _content_types(part: str, kind: str) -> str:
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    )
