"""A paper as a Word file: paragraphs and w:tbl with gridSpan and vMerge, written as XML by hand."""

import zipfile
from io import BytesIO
from itertools import pairwise
from xml.sax.saxutils import escape

from tests.papers.paper import Break, Cell, Line, Page, Paper, Placed, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
#: A unit's width in twentieths of a point.
_UNIT = 250


def paper_to_docx(paper: Paper) -> bytes:
    """The package's bytes, the same on every run."""
    size = 'w:w="11906" w:h="16838"' if paper.portrait else 'w:w="16838" w:h="11906" w:orient="landscape"'
    unit = 180 if paper.portrait else _UNIT
    body = _BREAK.join(_page(page, unit) for page in paper.pages)
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>{body}'
        f'<w:sectPr><w:pgSz {size}/><w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="300" '
        'w:footer="300" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELS), ("word/document.xml", document)):
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def _page(page: Page, unit: int) -> str:
    found = []
    for before, block in pairwise((None, *page.blocks)):
        if isinstance(before, Table) and isinstance(block, Table):
            found.append(_paragraph("", "left"))
        if isinstance(block, Break):
            found.append(_BREAK)
        elif isinstance(block, Line):
            found.append(_paragraph(block.text, block.across, strong=block.strong))
        elif isinstance(block, Table):
            found.append(_table(block, unit))
    return "".join(found) + (_paragraph("", "left") if isinstance(page.blocks[-1], Table) else "")


def _paragraph(text: str, across: str, *, strong: bool = False) -> str:
    style = f'<w:rPr>{"<w:b/>" if strong else ""}<w:sz w:val="{24 if strong else 16}"/></w:rPr>'
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r>{style}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n") if line
    )
    return f'<w:p><w:pPr><w:jc w:val="{across}"/></w:pPr>{runs}</w:p>'


def _table(table: Table, unit: int) -> str:
    placed = table.placed()
    cuts = sorted({edge for one in placed for edge in (one.left, one.right)})
    grid = "".join(f'<w:gridCol w:w="{unit * (b - a)}"/>' for a, b in pairwise(cuts))
    rows = "".join(f"<w:tr>{_row(placed, row, cuts, unit)}</w:tr>" for row in range(len(table.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(placed: tuple[Placed, ...], row: int, cuts: list[int], unit: int) -> str:
    """The row's cells from left to right; one that reaches down from above is an empty cell that continues it."""
    here = sorted((one for one in placed if one.row <= row < one.bottom), key=lambda one: one.left)
    return "".join(_cell(one, one.row < row, cuts.index(one.right) - cuts.index(one.left), unit) for one in here)


def _cell(one: Placed, continued: bool, span: int, unit: int) -> str:
    merge = '<w:vMerge w:val="restart"/>' if one.cell.down > 1 else ""
    properties = (
        f'<w:tcW w:w="{unit * one.cell.wide}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + ("<w:vMerge/>" if continued else merge)
        + _look(one.cell)
        + '<w:vAlign w:val="center"/>'
    )
    lines = [""] if continued else one.cell.text.split("\n")
    paragraphs = "".join(_paragraph(line, one.cell.across) for line in lines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _look(cell: Cell) -> str:
    return ('<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>' if cell.label else "") + (
        '<w:textDirection w:val="tbRlV"/>' if cell.vertical else ""
    )
