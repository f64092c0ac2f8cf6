"""Office: a form as a spreadsheet of exact measures, to be printed by LibreOffice.

A flat OpenDocument (ODF 1.3 part 3) gives columns and rows in points, whatever fonts a machine has; so every box is known.
All tables of a form stand on one set of columns and rows, which are the edges of all of them; the page's margin comes first.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from tests.variations.table import Box, Form, Slot
from tests.variations.truth import Seen, TrueCell, Truth

MARGIN = 8.0
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("style", "style"),
        ("table", "table"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
#: How a border may be drawn, as ODF writes it.
BORDERS = {
    "thin": "0.5pt solid #000000",
    "hair": "0.05pt solid #000000",
    "medium": "1.5pt solid #000000",
    "thick": "2.5pt solid #000000",
    "dotted": "0.75pt dotted #000000",
    "dashed": "0.75pt dashed #000000",
    "fine-dashed": "0.75pt fine-dashed #000000",
    "dash-dot": "1pt dash-dot #000000",
    "double": "1.5pt double #000000",
    "double-thin": "1.1pt double-thin #000000",
    "grey": "0.5pt solid #a0a0a0",
    "coloured": "0.75pt solid #2a6099",
}


@dataclass(frozen=True)
class Office:
    """How the spreadsheet is set: its border and font, whether letters of a cell differ in size, whether cells are shaded,
    whether head rows are repeated on each page."""

    border: str = "thin"
    frame: str = "full"
    font: str = "Noto Sans CJK JP"
    mixed: bool = False
    shaded: bool = False
    repeat_header: bool = False


@dataclass
class _Styles:
    """Styles by what they say, named as they are first asked for."""

    known: dict[str, str] = field(default_factory=dict)

    def named(self, family: str, body: str) -> str:
        """The name of a style of a family."""
        return self.known.setdefault(f'style:family="{family}">{body}', f"s{len(self.known)}")

    def written(self) -> str:
        """All of them."""
        return "".join(f'<style:style style:name="{name}" {body}</style:style>' for body, name in self.known.items())


@dataclass(frozen=True)
class _Piece:
    """Something on the worksheet: a slot of a table, or a line outside them."""

    slot: Slot
    room: Box
    table: int = -1


@dataclass(frozen=True)
class _Sheet:
    """The edges of a worksheet's columns and rows in the form's points, and the rows' edges where a page begins."""

    form: Form
    office: Office
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    breaks: tuple[float, ...]
    pieces: tuple[_Piece, ...]

    @property
    def repeated(self) -> float:
        """How high the head is that each page repeats."""
        table = self.form.tables[0][2]
        return table.ys[table.header] if self.office.repeat_header else 0.0

    def parts(self, room: Box) -> Iterator[tuple[int, Box]]:
        """What of a rectangle stands on which page."""
        starts = (0.0, *self.breaks)
        for page, (start, end) in enumerate(pairwise((*starts, float("inf"))), 1):
            top, bottom = max(room.top, start), min(room.bottom, end)
            if top < bottom:
                down = MARGIN + self.repeated - start if page > 1 else 0.0
                yield page, Box(room.x0, top + down, room.x1, bottom + down)


def spreadsheet(form: Form, office: Office) -> tuple[str, Truth]:
    """A flat OpenDocument spreadsheet of a form, and what is on it when it is printed."""
    sheet = _laid_out(form, office)
    styles = _Styles()
    return _document(sheet, _columns(sheet, styles) + _rows(sheet, styles), styles), _truth(sheet)


def _laid_out(form: Form, office: Office) -> _Sheet:
    pieces = [
        _Piece(slot, _shifted(table.room(slot), x, y), index)
        for index, (x, y, table) in enumerate(form.tables)
        for slot in table.slots
    ]
    for line in form.lines:
        room = Box(line.x, line.y - line.size - 1, line.x + (len(line.text) + 1) * line.size, line.y + 4)
        pieces.append(_Piece(Slot(0, 0, line.text, align="line"), room))
    xs = sorted({MARGIN, *(edge for p in pieces for edge in (p.room.x0, p.room.x1))})
    ys = sorted({MARGIN, *(edge for p in pieces for edge in (p.room.top, p.room.bottom))})
    table = form.tables[0][2]
    head = table.ys[table.header] if office.repeat_header else 0.0
    breaks: list[float] = []
    start, space = MARGIN, form.height - 2 * MARGIN
    for edge, below in pairwise(ys):
        if below - start > space:
            breaks.append(edge)
            start, space = edge, form.height - 2 * MARGIN - head
    return _Sheet(form, office, tuple(xs), tuple(ys), tuple(breaks), tuple(pieces))


def _shifted(room: Box, x: float, y: float) -> Box:
    return Box(*(round(edge, 2) for edge in (x + room.x0, y + room.top, x + room.x1, y + room.bottom)))


def _columns(sheet: _Sheet, styles: _Styles) -> str:
    body = '<style:table-column-properties style:column-width="{:.3f}pt"/>'
    names = [styles.named("table-column", body.format(b - a)) for a, b in pairwise(sheet.xs)]
    return "".join(f'<table:table-column table:style-name="{name}"/>' for name in names)


def _rows(sheet: _Sheet, styles: _Styles) -> str:
    """Every row with its cells; the head rows in an element of their own where they are to be repeated."""
    owners = {
        (row, column): piece
        for piece in sheet.pieces
        for row in range(sheet.ys.index(piece.room.top), sheet.ys.index(piece.room.bottom))
        for column in range(sheet.xs.index(piece.room.x0), sheet.xs.index(piece.room.x1))
    }
    _, y, table = sheet.form.tables[0]
    first, end = sheet.ys.index(y), sheet.ys.index(round(y + table.ys[table.header], 2))
    written = []
    for row, (top, bottom) in enumerate(pairwise(sheet.ys)):
        begins = ' fo:break-before="page"' if top in sheet.breaks else ""
        body = (
            f'<style:table-row-properties style:row-height="{bottom - top:.3f}pt" '
            f'style:use-optimal-row-height="false"{begins}/>'
        )
        cells = "".join(_cell(sheet, owners, row, column, styles) for column in range(len(sheet.xs) - 1))
        text = f'<table:table-row table:style-name="{styles.named("table-row", body)}">{cells}</table:table-row>'
        if sheet.office.repeat_header and row == first:
            text = "<table:table-header-rows>" + text
        if sheet.office.repeat_header and row == end - 1:
            text += "</table:table-header-rows>"
        written.append(text)
    return "".join(written)


_Owners = dict[tuple[int, int], _Piece]


def _cell(sheet: _Sheet, owners: _Owners, row: int, column: int, styles: _Styles) -> str:
    piece = owners.get((row, column))
    if piece is None:
        return "<table:table-cell/>"
    style = styles.named("table-cell", _looks(sheet, owners, row, column, piece))
    if owners.get((row - 1, column)) is piece or owners.get((row, column - 1)) is piece:
        return f'<table:covered-table-cell table:style-name="{style}"/>'
    rows = sheet.ys.index(piece.room.bottom) - row
    columns = sheet.xs.index(piece.room.x1) - column
    spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    text = _paragraphs(piece.slot.text, sheet, styles)
    return f'<table:table-cell table:style-name="{style}" office:value-type="string" {spans}>{text}</table:table-cell>'


def _paragraphs(text: str, sheet: _Sheet, styles: _Styles) -> str:
    """One paragraph a line; where letters differ in size, every run of Latin ones is larger and in another font."""
    if not sheet.office.mixed:
        return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    larger = styles.named(
        "text",
        f'<style:text-properties fo:font-size="{sheet.form.size + 1.5}pt" style:font-name="DejaVu Serif"/>',
    )
    out = ""
    for char in text:
        latin = char.isascii() and char.isalnum()
        out += f'<text:span text:style-name="{larger}">{char}</text:span>' if latin else escape(char)
    return f"<text:p>{out}</text:p>"


def _looks(sheet: _Sheet, owners: _Owners, row: int, column: int, piece: _Piece) -> str:
    """The style of one cell of the grid: the borders it has a share in, and how its text stands."""
    slot = piece.slot
    border = BORDERS[sheet.office.border]
    sides = ""
    for side, r, c in (("top", -1, 0), ("bottom", 1, 0), ("left", 0, -1), ("right", 0, 1)):
        beside = owners.get((row + r, column + c))
        outer = beside is None or beside.table != piece.table
        bare = outer and (sheet.office.frame == "none" or (sheet.office.frame == "no-sides" and c))
        drawn = piece.table >= 0 and beside is not piece and not bare
        sides += f' fo:border-{side}="{border if drawn else "none"}"'
    over = slot.align.startswith(("over", "spill", "line"))
    direction = ' style:direction="ttb" style:glyph-orientation-vertical="0"' if slot.vertical else ""
    shade = ' fo:background-color="#dde8f4"' if sheet.office.shaded and (slot.row + slot.column) % 2 == 0 else ""
    align = next((odf for name, odf in _ALIGNS.items() if slot.align.endswith(name)), "start")
    return (
        f'<style:table-cell-properties{sides} fo:padding="1pt" fo:wrap-option="{"no-wrap" if over else "wrap"}" '
        f'style:vertical-align="top"{direction}{shade}/><style:paragraph-properties fo:text-align="{align}"/>'
        f"{_letters(sheet.office.font, sheet.form.size)}"
    )


_ALIGNS = {"left": "start", "center": "center", "right": "end"}


def _letters(font: str, size: float) -> str:
    kinds = ("", "-asian")
    sizes = " ".join(f'{"fo" if not kind else "style"}:font-size{kind}="{size * 0.8:g}pt"' for kind in kinds)
    names = " ".join(f'style:font-name{kind}="{font}"' for kind in kinds)
    return f"<style:text-properties {names} {sizes}/>"


def _document(sheet: _Sheet, table: str, styles: _Styles) -> str:
    form = sheet.form
    layout = (
        f'fo:page-width="{form.width}pt" fo:page-height="{form.height}pt" fo:margin="{MARGIN}pt" '
        f'style:print-orientation="{"landscape" if form.width > form.height else "portrait"}" style:scale-to="100%"'
    )
    faces = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="&apos;{name}&apos;"/>'
        for name in (sheet.office.font, "DejaVu Serif")
    )
    page = '<style:style style:name="sheet" style:family="table" style:master-page-name="page"/>'
    bare = '<style:{0}-style><style:header-footer-properties fo:min-height="0pt"/></style:{0}-style>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:font-face-decls>{faces}</office:font-face-decls>"
        f"<office:automatic-styles>{page}{styles.written()}"
        f'<style:page-layout style:name="layout"><style:page-layout-properties {layout}/>'
        f"{bare.format('header')}{bare.format('footer')}</style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="page" style:page-layout-name="layout">'
        '<style:header style:display="false"/><style:footer style:display="false"/></style:master-page>'
        f"</office:master-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="form" table:style-name="sheet">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    )


def _truth(sheet: _Sheet) -> Truth:
    cells = [
        TrueCell(
            piece.slot.text,
            piece.table,
            (piece.slot.row, piece.slot.end_row),
            (piece.slot.column, piece.slot.end_column),
            tuple(_seen(sheet, piece)),
        )
        for piece in sheet.pieces
        if piece.table >= 0 and piece.slot.text
    ]
    loose = [
        (1 + bisect_right(sheet.breaks, piece.room.top), piece.slot.text) for piece in sheet.pieces if piece.table < 0
    ]
    return Truth(tuple(cells), tuple(loose))


def _seen(sheet: _Sheet, piece: _Piece) -> Iterator[Seen]:
    yield from (Seen(page, box) for page, box in sheet.parts(piece.room))
    table = sheet.form.tables[0][2]
    if sheet.office.repeat_header and piece.table == 0 and piece.slot.end_row <= table.header:
        up = piece.room.top - sheet.form.tables[0][1]
        for page in range(2, len(sheet.breaks) + 2):
            box = Box(piece.room.x0, MARGIN + up, piece.room.x1, MARGIN + up + piece.room.height)
            yield Seen(page, box, needed=False)
