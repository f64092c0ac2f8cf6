"""Word files: where cells and paragraphs stand, what Word prints beyond the text, and what it does not print."""

import pytest

from monosashi.reading import UnreadableDocument
from monosashi.reading.grid import GridCell
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.paper import Paper
from monosashi.reading.word import read_word
from tests.reading.packages import p, package, tbl, tc, tr, word_file

RUN = "<w:r><w:t>{}</w:t></w:r>"


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Paper:
    return read_word(data, "sheet.docx", limits)


def cells(body: str, **parts: str) -> list[GridCell]:
    return list(read(word_file(body, **parts)).grid.cells)


def texts(body: str, **parts: str) -> list[str]:
    return [cell.text for cell in cells(body, **parts)]


def spans(body: str) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.top, c.left, c.bottom, c.right) for c in cells(body)]


def codes(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.found) for finding in read(word_file(body, **parts)).findings]


def test_spans_down_and_across() -> None:
    table = tbl(
        tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b", '<w:vMerge w:val="restart"/>')),
        tr(tc("c"), tc("d"), tc("", "<w:vMerge/>")),
        tr(tc("e"), tc("f"), tc("", '<w:vMerge w:val="continue"/>')),
        tr(tc("g"), tc("h"), tc("i", '<w:vMerge w:val="restart"/>')),
    )
    assert spans(table) == [
        ("a", 1, 1, 1, 2),
        ("b", 1, 3, 3, 3),
        ("c", 2, 1, 2, 1),
        ("d", 2, 2, 2, 2),
        ("e", 3, 1, 3, 1),
        ("f", 3, 2, 3, 2),
        ("g", 4, 1, 4, 1),
        ("h", 4, 2, 4, 2),
        ("i", 4, 3, 4, 3),
    ]


def test_rows_that_begin_or_end_inside_the_table() -> None:
    table = tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), tc("e"), about='<w:gridBefore w:val="1"/>'))
    assert spans(table)[3:] == [("d", 2, 2, 2, 2), ("e", 2, 3, 2, 3)]


def test_cells_joined_sideways_as_old_files_say_it() -> None:
    table = tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")))
    assert spans(table) == [("a", 1, 1, 1, 2), ("b", 1, 3, 1, 3)]


def test_paragraphs_stand_between_tables_without_a_frame() -> None:
    body = (
        p("事前分析表") + p("（環境省27-1）", '<w:jc w:val="right"/>') + tbl(tr(tc("a"), tc("b"))) + p() + p("※１ 注")
    )
    found = [(c.text, c.top, c.left, c.right, c.bordered, str(c.places[0])) for c in cells(body)]
    assert found == [
        ("事前分析表", 1, 1, 2, False, "本文 1段落 paragraph 1"),
        ("（環境省27-1）", 2, 2, 2, False, "本文 2段落 paragraph 2"),
        ("a", 4, 1, 1, True, "表1!A1"),
        ("b", 4, 2, 2, True, "表1!B1"),
        ("※１ 注", 6, 1, 2, False, "本文 3段落 paragraph 3"),
    ]


def test_a_table_in_a_cell_divides_the_cell() -> None:
    inner = tbl(tr(tc("x"), tc("y")), tr(tc("z", '<w:gridSpan w:val="2"/>')))
    table = tbl(tr(tc("a"), tc(p("前") + inner + p("後")), tc("b")), tr(tc("c"), tc("d"), tc("e")))
    assert spans(table) == [
        ("a", 1, 1, 4, 1),
        ("前", 1, 2, 1, 3),
        ("b", 1, 4, 4, 4),
        ("x", 2, 2, 2, 2),
        ("y", 2, 3, 2, 3),
        ("z", 3, 2, 3, 3),
        ("後", 4, 2, 4, 3),
        ("c", 5, 1, 5, 1),
        ("d", 5, 2, 5, 3),
        ("e", 5, 4, 5, 4),
    ]
    assert [str(c.places[0]) for c in cells(table) if c.text in "xz後"] == ["表2!A1", "表2!A2:B2", "表1!B1"]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>目標</w:t><w:br/><w:t>値</w:t><w:tab/><w:t>①</w:t></w:r>", "目標\n値\t①"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a-bc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>', "①"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf06c</w:t></w:r>', "●"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r><w:r><w:t>x</w:t></w:r>', "x"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>45</w:t></w:r>',
            "45",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,</w:instrText></w:r>'
            "<w:r><w:instrText>２１</w:instrText></w:r><w:r><w:instrText>)</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>件数</w:t></w:r>',
            "㉑件数",
        ),
        (r'<w:fldSimple w:instr="eq \o\ac(○,3)"/>', "③"),
        (f'<w:fldSimple w:instr="DATE">{RUN.format("令和")}</w:fldSimple>', "令和"),
        (f"<w:smartTag>{RUN.format('東京')}</w:smartTag><w:hyperlink>{RUN.format('都')}</w:hyperlink>", "東京都"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{RUN.format('選')}</w:sdtContent></w:sdt>", "選"),
        (
            f"<w:r><w:ruby><w:rt>{RUN.format('し')}</w:rt><w:rubyBase>{RUN.format('施')}</w:rubyBase></w:ruby></w:r>",
            "施",
        ),
        (f"<w:ins>{RUN.format('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        (f"{RUN.format('見')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r>", "見"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>見</w:t></w:r>', "見"),
    ],
)
def test_what_a_paragraph_prints(runs: str, text: str) -> None:
    assert texts(f"<w:p>{runs}</w:p>") == [text]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('別紙１')}{tbl(tr(tc('枠')))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(f"<w:p><w:r>{both}<w:t>本文</w:t></w:r></w:p>") == ["本文", "別紙１", "枠"]


def test_headers_and_footers_once_and_only_those_that_are_printed() -> None:
    body = (
        '<w:p><w:pPr><w:sectPr><w:headerReference r:id="header1" w:type="default"/></w:sectPr></w:pPr></w:p>'
        + p("本文")
        + '<w:sectPr><w:headerReference r:id="header1" w:type="default"/><w:footerReference r:id="footer1" w:type="first"/>'
        "</w:sectPr>"
    )
    found = cells(body, header1=p("（国土交通省22-③）"), footer1=p("表紙だけ"))
    assert [(c.text, str(c.places[0])) for c in found] == [
        ("（国土交通省22-③）", "ヘッダー 1段落 paragraph 1"),
        ("本文", "本文 1段落 paragraph 1"),
    ]


def test_footnotes_are_cited_by_number_and_stand_at_the_end() -> None:
    body = '<w:p><w:r><w:t>割合</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>' + p("次")
    note = f'<w:footnote w:id="0">{p("区切り")}</w:footnote><w:footnote w:id="7">{p("国勢調査による。")}</w:footnote>'
    assert texts(body, footnotes=note) == ["割合（※1）", "次", "※1　国勢調査による。"]
    assert codes(body, footnotes=note) == [("footnotes-marked", "1")]


LISTS = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/><w:suff w:val="nothing"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="aiueoFullWidth"/><w:lvlText w:val="%1-%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf06c"/>
<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>"""
STYLES = """<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="listed"><w:basedOn w:val="base"/></w:style>
<w:style w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>"""


def numbered(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_numbers_that_word_prints_before_a_list() -> None:
    body = "".join(
        (
            numbered("甲", 1),
            numbered("乙", 1, 1),
            numbered("丙", 1, 1),
            numbered("", 1),
            numbered("丁", 1, 1),
            numbered("点", 2),
            numbered("戊", 3),
            p("己", '<w:pStyle w:val="listed"/>'),
            p("庚", '<w:pStyle w:val="listed"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            numbered("辛", 99),
        )
    )
    expected = ["③甲", "③-ア） 乙", "③-イ） 丙", "④", "④-ア） 丁", "● 点", "⑧戊", "⑨己", "庚", "辛"]
    assert texts(body, numbering=LISTS, styles=STYLES) == expected


def test_styles_hide_too_and_may_go_in_circles() -> None:
    body = p("秘密", '<w:pStyle w:val="secret"/>') + p("見える", '<w:pStyle w:val="loop"/>')
    assert texts(body, styles=STYLES) == ["見える"]
    assert codes(body, styles=STYLES) == [("hidden-text", "秘密")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<w:p><w:ins>{RUN.format('新')}</w:ins><w:del>{RUN.format('旧')}</w:del></w:p>", [("tracked-changes", "2")]),
        (tbl(tr(tc("消えた"), about="<w:del/>"), tr(tc("残った"))), [("tracked-changes", "1")]),
        (tbl(tr(tc("a", '<w:vMerge w:val="restart"/>')), tr(tc("下", "<w:vMerge/>"))), [("hidden-text", "下")]),
        ("<w:p><w:r><w:drawing><blip/></w:drawing></w:r></w:p>", [("pictures-unread", "1")]),
        ('<w:altChunk r:id="r9"/>', [("embedded-unread", "1")]),
        ("<w:p><w:r><w:commentReference/></w:r></w:p>", [("comments-unread", "1")]),
        (p("何もない"), []),
    ],
)
def test_what_is_not_on_the_paper_is_told(body: str, found: list[tuple[str, str]]) -> None:
    assert codes(body) == found


def test_a_strict_file_reads_like_a_transitional_one() -> None:
    body = tbl(tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b")))
    strict = word_file(body, namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert [(c.text, c.left, c.right) for c in read(strict).grid.cells] == [("a", 1, 2), ("b", 3, 3)]


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{ENTITY}<w>&e;</w>"}), "unsafe-markup"),
        (
            package({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{ENTITY}<w/>".encode("utf-16")}),
            "unsafe-markup",
        ),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document"}), "unreadable"),
        (package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}), "unreadable"),
        (package({"[Content_Types].xml": "<Types/>"}), "unreadable"),
        (word_file("<w:tbl><w:tr><w:tc>" * 60 + p("底") + "</w:tc></w:tr></w:tbl>" * 60), "too-big"),
        (word_file(tbl(tr(*[tc("x", '<w:gridSpan w:val="99999999"/>')] * 20))), ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(data: bytes, code: str) -> None:
    if not code:
        assert len(read(data).grid.cells) == 20
        return
    with pytest.raises(UnreadableDocument) as error:
        read(data)
    assert error.value.code == code


@pytest.mark.parametrize("limits", [Limits(cells=5), Limits(characters=10)])
def test_more_than_the_limits_is_refused(limits: Limits) -> None:
    body = tbl(*(tr(tc("二字"), tc("二字")) for _ in range(3)))
    with pytest.raises(UnreadableDocument) as error:
        read(word_file(body), limits)
    assert error.value.code == "too-big"
