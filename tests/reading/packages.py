"""Packages made by hand: Word files, workbooks and OpenDocument sheets from their markup, as small as they can be."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

_WORD_PARTS = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footnotes": ("footnotes", "footnotes"),
    "settings": ("settings", "settings"),
    "header1": ("header", "hdr"),
    "footer1": ("footer", "ftr"),
}
_WORD_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OPEN_DOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of those parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relations(*entries: tuple[str, str, str]) -> str:
    """A part of relations: id, kind and target of each."""
    one = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in entries)
    return f'<Relationships xmlns="{RELATIONS}">{one}</Relationships>'


def word_file(body: str, namespace: str = WORD, **parts: str) -> bytes:
    """A .docx whose body is that markup; ``parts``: the inside of further parts, by name."""
    names = f'xmlns:w="{namespace}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    files = {
        "[Content_Types].xml": _WORD_TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            *((name, _WORD_PARTS[name][0], f"{name}.xml") for name in parts if name in _WORD_PARTS)
        ),
    }
    for name, inside in parts.items():
        root = _WORD_PARTS[name][1]
        files[f"word/{name}.xml"] = f"<w:{root} {names}>{inside}</w:{root}>"
    return package(files)


def p(text: str = "", about: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(inside: str, about: str = "") -> str:
    """A cell; plain words become a paragraph."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, about: str = "") -> str:
    """A row."""
    return f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def workbook(sheet: str, *, styles: str = "", strings: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """An .xlsx of one worksheet whose inside is that markup; ``strings``: the inside of the shared strings."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "styles", "styles.xml"),
            ("r3", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}">{sheet}</worksheet>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
    }
    return package(files | dict(more or {}))


def open_document(tables: str, styles: str = "", manifest: str = "<manifest/>") -> bytes:
    """An .ods with those tables."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": f"<office:document-content {_OPEN_DOCUMENT}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        }
    )
