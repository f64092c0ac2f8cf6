"""What a worksheet says besides its cells: hidden rows, formulas without results, shapes, words around texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.reading import UnreadableDocument
from monosashi.reading.excel import read_workbook, read_xlsx
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.paper import Paper
from monosashi.reading.worksheet import Shown
from tests.reading.packages import OFFICE, relations, workbook

FORMATS = """<numFmts><numFmt numFmtId="164" formatCode="@&quot;様&quot;"/><numFmt numFmtId="165" formatCode=";;;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/></cellXfs>"""


def text(name: str, words: str, style: int = 0) -> str:
    return f'<c r="{name}" s="{style}" t="inlineStr"><is><t>{words}</t></is></c>'


def data(*cells: str) -> str:
    """Rows of those cells, each cell in the row its name says."""
    rows: dict[str, str] = {}
    for cell in cells:
        number = "".join(c for c in cell.split('"')[1] if c.isdigit())
        rows[number] = rows.get(number, "") + cell
    inside = "".join(f'<row r="{n}">{found}</row>' for n, found in rows.items())
    return f"<sheetData>{inside}</sheetData>"


def shown(paper: Paper) -> list[tuple[str, int, int, str]]:
    return [(c.text, c.top, c.left, str(c.places[0])) for c in paper.grid.cells]


def codes(paper: Paper) -> list[tuple[str, str]]:
    return [(finding.code, finding.found) for finding in paper.findings]


def test_hidden_rows_and_columns_leave_no_gap_and_are_told() -> None:
    rows = data(text("A1", "a"), text("B1", "b"), text("C1", "c"), text("A2", "隠"), text("A3", "d"))
    sheet = '<cols><col min="2" max="2" hidden="1"/></cols>' + rows.replace('r="2">', 'r="2" hidden="1">')
    paper = read_workbook(workbook(sheet))
    assert shown(paper) == [("a", 1, 1, "表!A1"), ("c", 1, 2, "表!C1"), ("d", 2, 1, "表!A3")]
    assert codes(paper) == [("hidden-rows", "表!B1、表!A2")]


def test_a_merged_cell_is_shown_where_part_of_it_is() -> None:
    sheet = (
        data(text("A1", "a"), text("A4", "b")).replace('r="1">', 'r="1" hidden="true">')
        + '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>'
    )
    (a, b) = read_workbook(workbook(sheet)).grid.cells
    assert (a.text, a.top, a.bottom, str(a.places[0])) == ("a", 1, 2, "表!A1:B3")
    assert (b.text, b.top) == ("b", 3)


@given(st.integers(1, 12), st.sets(st.integers(1, 12)))
def test_what_is_shown_stands_as_close_as_it_can(last: int, hidden: set[int]) -> None:
    rows = Shown(last, hidden)
    seen = [line for line in range(1, last + 1) if line not in hidden]
    assert [rows.span(line, line) for line in seen] == [(n, n) for n in range(1, len(seen) + 1)]
    for first in range(1, last + 1):
        for end in range(first, last + 1):
            inside = [n for n, line in enumerate(seen, 1) if first <= line <= end]
            assert rows.span(first, end) == ((inside[0], inside[-1]) if inside else None)


def test_words_that_a_format_puts_around_a_text() -> None:
    sheet = data(text("A1", "山田", 1), text("B1", "控え", 2), text("C1", "0140", 3), text("D1", "並", 0))
    assert [words for words, *_ in shown(read_workbook(workbook(sheet, styles=FORMATS)))] == ["山田様", "0140", "並"]


def test_formulas_without_results_are_told_and_those_with_empty_results_are_not() -> None:
    cells = '<c r="A1"><f>B1</f></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c>'
    paper = read_workbook(workbook(data(cells, '<c r="A2"><f>C1</f><v/></c>')))
    assert shown(paper) == [("2", 1, 3, "表!C1")]
    assert codes(paper) == [("formula-uncalculated", "A1、A2")]


def test_phonetic_text_and_runs_and_escapes() -> None:
    strings = """<si><r><t>施</t></r><r><t>策</t></r><rPh sb="0" eb="1"><t>シサク</t></rPh></si>
<si><t>一行_x000D_\n二行</t></si>"""
    sheet = data('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>')
    assert [words for words, *_ in shown(read_workbook(workbook(sheet, strings=strings)))] == ["施策", "一行\n二行"]


DRAWING = """<xdr:wsDr xmlns:xdr="x" xmlns:a="a">
<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:row>1</xdr:row></xdr:to>
<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="箱"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>別紙</a:t></a:r><a:r><a:t>１</a:t></a:r></a:p>
<a:p><a:r><a:t>次</a:t></a:r><a:br/><a:r><a:t>行</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>
<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>重なる</a:t></a:r></a:p>
</xdr:txBody></xdr:sp></xdr:oneCellAnchor>
<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" hidden="1"/></xdr:nvSpPr>
<xdr:txBody><a:p><a:r><a:t>隠れた箱</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:oneCellAnchor>
<xdr:oneCellAnchor><xdr:from/><xdr:pic/></xdr:oneCellAnchor></xdr:wsDr>"""


def with_drawing(drawing: str) -> bytes:
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("r1", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": drawing,
    }
    sheet = data(text("A1", "a"), text("A5", "b")) + f'<drawing xmlns:r="{OFFICE}" r:id="r1"/>'
    return workbook(sheet, more=more)


def test_words_in_shapes_stand_at_their_anchor_or_below_where_they_would_cover_cells() -> None:
    paper = read_workbook(with_drawing(DRAWING))
    assert [(c.text, c.top, c.left, c.bordered, str(c.places[0])) for c in paper.grid.cells] == [
        ("a", 1, 1, True, "表!A1"),
        ("別紙１\n次\n行", 1, 4, False, "表!D1:E2"),
        ("b", 5, 1, True, "表!A5"),
        ("重なる", 7, 1, False, "表!A1"),
    ]
    assert codes(paper) == [("text-boxes", "2"), ("pictures-unread", "1")]


@pytest.mark.parametrize("drawing", ["<xdr:wsDr", "<!DOCTYPE x><x/>"])
def test_a_damaged_drawing_costs_only_itself(drawing: str) -> None:
    paper = read_workbook(with_drawing(drawing))
    assert [words for words, *_ in shown(paper)] == ["a", "b"]
    assert [code for code, _ in codes(paper)] == ["parts-unread"]


@pytest.mark.parametrize(
    ("sheet", "limits"),
    [
        (data(text("A1", "a"), text("XFD1048576", "b")), DEFAULT_LIMITS),
        (data(text("A1", "ab"), text("A2", "cd")), Limits(characters=3)),
        (data(text("A1", "ab"), text("A2", "cd")), Limits(cells=1)),
    ],
)
def test_more_than_the_limits_is_refused(sheet: str, limits: Limits) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_xlsx(workbook(sheet), "sheet.xlsx", limits)
    assert error.value.code == "too-big"
