"""One table, written as each kind of file, is read as the same cells: a law over random tables with merged cells."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from monosashi.reading.document import open_paper
from monosashi.reading.grid import GridCell
from monosashi.reading.kind import DOCX, HTML, ODS, XLSX, kind_of
from monosashi.reading.limits import DEFAULT_LIMITS
from tests.reading.packages import open_document, tbl, tc, tr, word_file
from tests.reading.paper import workbook

#: A page runs blanks together, so that words hold one at a time.
WORDS = st.text(st.sampled_from("施策目標①(1)４5.%－△<&> "), min_size=1, max_size=6).map(
    lambda text: " ".join(text.split()) or "－"
)

#: A table: how many rows and columns, and its cells by first row, first column, last row, last column, and words.
Drawn = tuple[int, int, list[tuple[int, int, int, int, str]]]


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    """A table whose cells fill it without overlapping; some are merged, some empty."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            bottom, right = draw(st.integers(row, rows - 1)), draw(st.integers(column, columns - 1))
            while any((row, c) not in free for c in range(column, right + 1)):
                right -= 1
            while any((r, c) not in free for r in range(row, bottom + 1) for c in range(column, right + 1)):
                bottom -= 1
            free -= {(r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)}
            cells.append((row, column, bottom, right, draw(st.one_of(st.just(""), WORDS))))
    return rows, columns, cells


def as_xlsx(table: Drawn) -> bytes:
    return workbook([GridCell(words, r + 1, c + 1, b + 1, e + 1, ()) for r, c, b, e, words in table[2] if words])


def as_docx(table: Drawn) -> bytes:
    rows, columns, cells = table
    at = {(row, c): cell for cell in cells for row in range(cell[0], cell[2] + 1) for c in (cell[1],)}
    out = []
    for row in range(rows):
        line = []
        for column in range(columns):
            if cell := at.get((row, column)):
                top, _, bottom, right, words = cell
                merge = "" if top == bottom else f'<w:vMerge w:val="{"restart" if row == top else "continue"}"/>'
                about = f'<w:gridSpan w:val="{right - column + 1}"/>{merge}'
                line.append(tc(escape(words) if row == top else "", about))
        out.append(tr(*line))
    return word_file(tbl(*out))


def as_html(table: Drawn) -> bytes:
    rows, _, cells = table
    lines = [
        "".join(
            f'<td rowspan="{b - r + 1}" colspan="{e - c + 1}">{escape(words)}</td>'
            for r, c, b, e, words in cells
            if r == row
        )
        for row in range(rows)
    ]
    return f"<!doctype html><meta charset=utf-8><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>".encode()


def as_ods(table: Drawn) -> bytes:
    rows, columns, cells = table
    starts = {(r, c): (b, e, words) for r, c, b, e, words in cells}
    lines = []
    for row in range(rows):
        line = ""
        for column in range(columns):
            if (row, column) not in starts:
                line += "<table:covered-table-cell/>"
                continue
            bottom, right, words = starts[row, column]
            spans = (
                f'table:number-rows-spanned="{bottom - row + 1}" table:number-columns-spanned="{right - column + 1}"'
            )
            line += f"<table:table-cell {spans}><text:p>{escape(words)}</text:p></table:table-cell>"
        lines.append(f"<table:table-row>{line}</table:table-row>")
    return open_document(f'<table:table table:name="表1">{"".join(lines)}</table:table>')


def cells_of(data: bytes, kind: str) -> list[tuple[str, int, int, int, int, str]]:
    assert kind_of(data) == kind
    paper = open_paper(data, "sheet", kind, DEFAULT_LIMITS)
    return [(c.text, c.top, c.left, c.bottom, c.right, str(c.places[0])) for c in paper.grid.cells]


@given(tables())
def test_every_kind_of_file_gives_the_same_cells(table: Drawn) -> None:
    expected = [(words, r + 1, c + 1, b + 1, e + 1) for r, c, b, e, words in table[2] if words]
    found = {
        XLSX: cells_of(as_xlsx(table), XLSX),
        DOCX: cells_of(as_docx(table), DOCX),
        HTML: cells_of(as_html(table), HTML),
        ODS: cells_of(as_ods(table), ODS),
    }
    assert {kind: [cell[:5] for cell in cells] for kind, cells in found.items()} == dict.fromkeys(found, expected)
    assert len({tuple(cell[5] for cell in cells) for cells in found.values()}) == 1
