"""OpenDocument sheets: the text a cell shows, repeated and merged cells, what is hidden."""

import pytest

from monosashi.reading import UnreadableDocument
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.ods import read_ods
from monosashi.reading.paper import Paper
from tests.reading.packages import open_document, package


def read(tables: str, styles: str = "", limits: Limits = DEFAULT_LIMITS) -> Paper:
    return read_ods(open_document(tables, styles), "sheet.ods", limits)


def spans(inside: str) -> list[tuple[str, int, int, int, int]]:
    cells = read(f'<table:table table:name="表">{inside}</table:table>').grid.cells
    return [(c.text, c.top, c.left, c.bottom, c.right) for c in cells]


def cell(text: str, about: str = "") -> str:
    return f"<table:table-cell {about}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, about: str = "") -> str:
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def test_spans_and_covered_cells() -> None:
    covered = "<table:covered-table-cell/>"
    about = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    rows = row(cell("a", about), covered, cell("b")) + row(covered, covered, cell("c"))
    assert spans(rows) == [("a", 1, 1, 2, 2), ("b", 1, 3, 1, 3), ("c", 2, 3, 2, 3)]


def test_repeated_cells_and_rows_are_as_many_as_they_are() -> None:
    empty = '<table:table-cell table:number-columns-repeated="3"/>'
    rows = row(cell("a", 'table:number-columns-repeated="2"'), empty, cell("b"), about='table:number-rows-repeated="2"')
    assert spans(rows + row(about='table:number-rows-repeated="1048000"') + row(cell("c"))) == [
        ("a", 1, 1, 1, 1),
        ("a", 1, 2, 1, 2),
        ("b", 1, 6, 1, 6),
        ("a", 2, 1, 2, 1),
        ("a", 2, 2, 2, 2),
        ("b", 2, 6, 2, 6),
        ("c", 1048003, 1, 1048003, 1),
    ]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<table:table-cell office:value="45"><text:p>45件</text:p></table:table-cell>', "45件"),
        ('<table:table-cell office:value="0.1500"/>', "0.15"),
        ('<table:table-cell office:date-value="2021-06-18"/>', "2021-06-18"),
        ('<table:table-cell office:value="1e999999999"/>', "1E+999999999"),
        (cell('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), "a  b\tc\nd"),
        (cell("目<text:span>標</text:span>値</text:p><text:p>二行"), "目標値\n二行"),
        (cell("a<office:annotation><text:p>覚え書き</text:p></office:annotation>b"), "ab"),
    ],
)
def test_what_a_cell_shows(inside: str, shown: str) -> None:
    assert [text for text, *_ in spans(row(inside))] == [shown]


def test_what_is_hidden_is_not_read_but_told() -> None:
    style = '<style:style style:name="ta9"><style:table-properties table:display="false"/></style:style>'
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = (
        row(cell("a"), cell("隠列"), cell("b"))
        + row(cell("隠行"), about='table:visibility="filter"')
        + f"<table:table-row-group><table:table-rows>{row(cell('c'))}</table:table-rows></table:table-row-group>"
    )
    paper = read(
        f'<table:table table:name="表">{columns}{rows}</table:table>'
        f'<table:table table:name="控え" table:style-name="ta9">{row(cell("x"))}</table:table>',
        style,
    )
    assert [(c.text, c.top, c.left, str(c.places[0])) for c in paper.grid.cells] == [
        ("a", 1, 1, "表!A1"),
        ("b", 1, 2, "表!C1"),
        ("c", 2, 1, "表!A3"),
    ]
    assert [(f.code, f.found) for f in paper.findings] == [
        ("hidden-worksheet", "控え"),
        ("hidden-rows", "表!B1、表!A2"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (open_document("", manifest="<manifest><encryption-data/></manifest>"), "encrypted"),
        (package({"mimetype": "x"}), "unreadable"),
        (package({"content.xml": "<!DOCTYPE x><x/>"}), "unsafe-markup"),
        (package({"content.xml": "<x"}), "unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_ods(data, "sheet.ods", DEFAULT_LIMITS)
    assert error.value.code == code


@pytest.mark.thorough
def test_cells_repeated_without_end_are_refused() -> None:
    rows = row(cell("x", 'table:number-columns-repeated="16384"'), about='table:number-rows-repeated="1048576"')
    with pytest.raises(UnreadableDocument) as error:
        read(f"<table:table>{rows}</table:table>")
    assert error.value.code == "too-big"
