"""Web pages: tables as HTML lays them out, texts between them, encodings, and what a page does not show."""

import pytest

from monosashi.forms import forms
from monosashi.model import Trace
from monosashi.office.samples import sample_sheets
from monosashi.publishing.html import sheet_to_html
from monosashi.reading import UnreadableDocument
from monosashi.reading.html import read_html
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.paper import Paper


def page(html: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Paper:
    return read_html(html.encode() if isinstance(html, str) else html, "sheet.html", limits)


def texts(html: str | bytes) -> list[str]:
    return [cell.text for cell in page(html).grid.cells]


def spans(html: str) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.top, c.left, c.bottom, c.right) for c in page(html).grid.cells]


def test_spans_down_and_across() -> None:
    html = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td colspan=3>e</table>"
    assert spans(html) == [
        ("a", 1, 1, 2, 1),
        ("b", 1, 2, 1, 3),
        ("c", 2, 2, 2, 2),
        ("d", 2, 3, 2, 3),
        ("e", 3, 1, 3, 3),
    ]


def test_a_span_ends_with_its_group_of_rows_and_the_foot_is_printed_last() -> None:
    html = (
        "<table><thead><tr><th rowspan=9>a<th>b</thead><tfoot><tr><td>e<td>f</tfoot>"
        "<tbody><tr><td rowspan=0>c<td>d<tr><td>g</tbody></table>"
    )
    assert spans(html) == [
        ("a", 1, 1, 1, 1),
        ("b", 1, 2, 1, 2),
        ("c", 2, 1, 3, 1),
        ("d", 2, 2, 2, 2),
        ("g", 3, 2, 3, 2),
        ("e", 4, 1, 4, 1),
        ("f", 4, 2, 4, 2),
    ]


def test_cells_that_overlap_keep_their_places() -> None:
    html = "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d</table>"
    assert spans(html) == [("a", 1, 1, 1, 1), ("b", 1, 2, 2, 2), ("c", 1, 3, 1, 3), ("d", 2, 1, 2, 2)]


def test_a_table_in_a_cell_divides_the_cell() -> None:
    html = "<table><tr><td>a<td>前<table><tr><td>x<td>y<tr><td>z</table>後<tr><td>b<td>c</table>"
    assert spans(html) == [
        ("a", 1, 1, 4, 1),
        ("前", 1, 2, 1, 3),
        ("x", 2, 2, 2, 2),
        ("y", 2, 3, 2, 3),
        ("z", 3, 2, 3, 2),
        ("後", 4, 2, 4, 3),
        ("b", 5, 1, 5, 1),
        ("c", 5, 2, 5, 3),
    ]


def test_texts_stand_between_tables_in_the_order_of_the_page() -> None:
    html = (
        "<h1>題</h1><p align=right>番号</p><table><caption>表題</caption><tr><td>a<td>b</table><div>注<br>二行</div>終"
    )
    found = [(c.text, c.top, c.left, c.right, c.bordered) for c in page(html).grid.cells]
    assert found == [
        ("題", 1, 1, 2, False),
        ("番号", 2, 2, 2, False),
        ("表題", 3, 1, 2, False),
        ("a", 5, 1, 1, True),
        ("b", 5, 2, 2, True),
        ("注\n二行", 7, 1, 2, False),
        ("終", 8, 1, 2, False),
    ]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<td>a  b\n c</td>", "a b c"),
        ("<table><tr><td><p>一</p><p>二</p>三</table>", "一\n二\n三"),
        ("<p>約<b>45</b>件 &#x2460;&nbsp;&amp;</p>", "約45件 ①\xa0&"),
        ("<p>目&shy;標<wbr>値</p>", "目標値"),
        ("<p><ruby>施<rp>(</rp><rt>し</rt><rp>)</rp></ruby>策</p>", "施策"),
        ("<pre>一\n  二</pre>", "一\n二"),
        ("<p>a<!-- c --><?x y?>b</p>", "ab"),
        ("<p>前<script>x</script><style>y</style><template>z</template><noscript>n</noscript>後</p>", "前後"),
        ("<meta charset=utf-8><p>a\x00b", "a\ufffdb"),
        ("<p>&undefined;</p>", "&undefined;"),
        ('<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><p>x&e;y</p>', "x&e;y"),
    ],
)
def test_what_a_page_shows(html: str, shown: str) -> None:
    assert "\n".join(texts(html)).endswith(shown)


def test_numbers_of_a_list_are_printed() -> None:
    assert texts("<ol start=3><li>甲<li value=7>乙<li>丙</ol><ul><li>点</ul>") == ["3. 甲", "7. 乙", "8. 丙", "点"]


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>秘密</p>", '<p style="display: none">秘密</p>', '<div style="visibility:hidden"><p>秘密</div>'],
)
def test_what_is_hidden_is_not_read_but_told(hidden: str) -> None:
    paper = page(f"<p>見える</p>{hidden}<p>次</p>")
    assert [cell.text for cell in paper.grid.cells] == ["見える", "次"]
    assert [(finding.code, finding.found) for finding in paper.findings] == [("hidden-text", "秘密")]


def test_a_hidden_cell_takes_no_room() -> None:
    assert spans("<table><tr><td hidden>x<td>a<td>b</table>") == [("a", 1, 1, 1, 1), ("b", 1, 2, 1, 2)]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("cp932", "Shift_JIS"),
        ("cp932", ""),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("iso2022_jp", ""),
        ("cp932", "utf-8"),
        ("utf-8", "no-such-encoding"),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert texts(f"<html>{meta}<p>政策評価の施策目標</p>".encode(encoding)) == ["政策評価の施策目標"]


def test_a_damaged_character_is_kept_as_a_sign_and_told() -> None:
    html = f"<meta charset=utf-8><p>{'政策評価' * 60}</p><p>目標".encode() + b"\xff" + "値</p>".encode()
    paper = page(html)
    assert paper.grid.cells[1].text == "目標\ufffd値"
    assert [(finding.code, finding.found) for finding in paper.findings] == [("characters-damaged", "1")]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "底",
        "<table><tr><td>" * 300 + "底",
        "<table>" + ("<tr>" + "<td colspan=1000>x" * 20) + "</table>",
        "<table>" + "<tr><td rowspan=65534>x" * 2000 + "</table>",
    ],
)
def test_tables_without_end_are_refused(html: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        page(html)
    assert error.value.code == "too-big"


@pytest.mark.parametrize("html", [b"", b"   ", b"\x00\x01\x02\x03"])
def test_what_is_no_page_is_refused(html: bytes) -> None:
    with pytest.raises(UnreadableDocument) as error:
        page(html)
    assert error.value.code == "unreadable"


def test_limits() -> None:
    with pytest.raises(UnreadableDocument) as error:
        page("<table><tr><td>二字<td>二字</table>", Limits(characters=3))
    assert error.value.code == "too-big"


@pytest.mark.parametrize("number", range(2))
def test_our_own_page_is_read_without_a_fault(number: int) -> None:
    sheet = sample_sheets()[number]
    paper = page(sheet_to_html(sheet, forms()[0], (), Trace()))
    words = "".join(cell.text for cell in paper.grid.cells)
    assert "".join(sheet.title.text.split()) in "".join(words.split())
    assert len(paper.grid.cells) > 100
