"""The printed form of a workbook's cells: from workbooks a library writes, and from packages made by hand."""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from python_calamine import CalamineWorkbook

from monosashi.reading.styles import WorkbookFormats

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><sheets>
<sheet name="控え" sheetId="1" state="hidden" r:id="rId7"/><sheet name="表" sheetId="2" r:id="rId2"/></sheets></workbook>"""
RELATIONS = f"""<Relationships xmlns="{PACKAGE}">
<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/second.xml"/>
<Relationship Id="rId7" Type="{OFFICE}/worksheet" Target="/xl/worksheets/first.xml"/>
<Relationship Id="rId9" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>"""
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0&quot;回程度&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="28"/><xf numFmtId="14"/><xf numFmtId="99"/></cellXfs></styleSheet>"""
FIRST = f"""<worksheet xmlns="{MAIN}"><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"""
SECOND = f"""<worksheet xmlns="{MAIN}"><sheetData>
<row r="2"><c r="B2" s="1"><v>41</v></c><c s="2"><v>44365</v></c><c t="s"><v>0</v></c><c><v>0.63500000000000001</v></c></row>
<row><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1</f><v>四〇回</v></c><c r="AA3" s="4"><v>5</v></c></row>
<row><c t="d" s="3"><v>2021-06-18T00:00:00</v></c><c s="777"><v>2</v></c><c><v>nonsense</v></c><c t="d"><v>never</v></c></row>
</sheetData></worksheet>"""
PARTS = {
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/styles.xml": STYLES,
    "xl/worksheets/first.xml": FIRST,
    "xl/worksheets/second.xml": SECOND,
}


def package(parts: Mapping[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("row", "column", "shown"),
    [
        (2, 2, "41回程度"),
        (2, 3, "令和3年6月18日"),
        (2, 5, "0.635"),
        (3, 1, "TRUE"),
        (3, 2, "#DIV/0!"),
        (3, 3, "四〇回"),
        (3, 27, "5"),
        (4, 1, "2021/6/18"),
        (4, 2, "2"),
        (4, 3, "nonsense"),
        (4, 4, "never"),
        (9, 9, "7"),
    ],
)
def test_cells_of_a_worksheet(row: int, column: int, shown: str) -> None:
    assert WorkbookFormats(package(PARTS)).shown(1, row, column, 7.0) == shown


def test_worksheets_are_found_by_their_place_in_the_book() -> None:
    formats = WorkbookFormats(package(PARTS))
    assert formats.shown(0, 1, 1, 7.0) == "1"
    assert formats.shown(2, 1, 1, 7.0) == "7"
    assert formats.hidden_sheets() == ("控え",)
    assert formats.problem is None


def test_errors_are_given_that_the_reader_of_values_leaves_out() -> None:
    formats = WorkbookFormats(package(PARTS))
    assert formats.errors(0) == {}
    assert formats.errors(1) == {(3, 2): "#DIV/0!"}
    assert formats.errors(2) == {}


def test_texts_are_given_back_and_nothing_is_unpacked_for_them() -> None:
    formats = WorkbookFormats(b"no package at all")
    assert formats.shown(0, 1, 1, "41回程度") == "41回程度"
    assert formats.shown(0, 1, 1, None) == ""
    assert formats.problem is None


@pytest.mark.parametrize(
    ("broken", "shown"),
    [
        ({"xl/styles.xml": "<styleSheet"}, "41"),
        ({"xl/styles.xml": '<!DOCTYPE s [<!ENTITY e "x">]><s>&e;</s>'}, "41"),
        ({"xl/worksheets/second.xml": f'<!DOCTYPE w [<!ENTITY e "x">]>{SECOND}'}, "40.5"),
        ({"xl/worksheets/second.xml": "<worksheet"}, "40.5"),
        ({"xl/workbook.xml": "<workbook"}, "40.5"),
        ({"xl/_rels/workbook.xml.rels": "<Relationships"}, "40.5"),
    ],
)
def test_a_broken_part_leaves_the_general_form_and_says_so(broken: dict[str, str], shown: str) -> None:
    formats = WorkbookFormats(package(PARTS | broken))
    assert formats.shown(1, 2, 2, 40.5) == shown
    assert formats.problem is not None
    assert formats.problem.ja.startswith("表示形式を読めないため、")


def test_a_package_that_unpacks_to_too_much_is_not_unpacked() -> None:
    formats = WorkbookFormats(package(PARTS), limit=100)
    assert formats.shown(1, 2, 2, 40.5) == "40.5"
    assert formats.problem is not None
    assert formats.problem.en.endswith("> 100 bytes).")


def test_bytes_that_are_no_package() -> None:
    formats = WorkbookFormats(b"\xd0\xcf\x11\xe0")
    assert formats.shown(0, 1, 1, 41.0) == "41"
    assert formats.shown(0, 1, 2, dt.date(2021, 6, 18)) == "2021/6/18"
    assert formats.hidden_sheets() == ()
    assert formats.problem is not None


def test_a_book_without_styles() -> None:
    formats = WorkbookFormats(package({k: v for k, v in PARTS.items() if k != "xl/styles.xml"}))
    assert formats.shown(1, 2, 2, 40.5) == "41"


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_a_workbook_that_a_library_wrote(epoch_1904: bool) -> None:
    book = Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    cells: list[tuple[str, int | float | dt.date | dt.time, str, str]] = [
        ("B2", 41, '0"回程度"', "41回程度"),
        ("C2", dt.date(2021, 6, 18), '[$-411]ggge"年"m"月"d"日"', "令和3年6月18日"),
        ("D2", 140, "0000", "0140"),
        ("B3", -288349, "#,##0;△ #,##0", "△ 288,349"),
        ("C3", 0.635, "0.0%", "63.5%"),
        ("D3", dt.time(9, 30), "h:mm", "9:30"),
        ("E3", True, "General", "TRUE"),
        ("AB7", dt.datetime.fromisoformat("2021-06-18T09:30"), "yyyy/m/d h:mm", "2021/6/18 9:30"),
    ]
    for name, value, code, _ in cells:
        sheet[name] = value
        sheet[name].number_format = code
    file = BytesIO()
    book.save(file)
    values = CalamineWorkbook.from_filelike(BytesIO(file.getvalue())).get_sheet_by_index(0)
    rows = values.to_python(skip_empty_area=False)
    formats = WorkbookFormats(file.getvalue())
    shown = {
        name: formats.shown(0, sheet[name].row, sheet[name].column, rows[sheet[name].row - 1][sheet[name].column - 1])
        for name, *_ in cells
    }
    assert shown == {name: text for name, _, _, text in cells}
    assert formats.problem is None
