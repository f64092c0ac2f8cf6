"""What a workbook holds besides text: numbers with formats, hidden worksheets, damage."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from monosashi.model.error import MonosashiError
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet
from monosashi.reading import NoSheetFound, UnreadableDocument, read
from tests.reading.paper import cells_of

DATA = publish_sheet(sample_sheets()[0], "excel")


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def find(book: Workbook, words: str) -> str:
    """The name of the first cell that says these words."""
    page = book.worksheets[0]
    return next(cell.coordinate for row in page.iter_rows() for cell in row if cell.value == words)


@pytest.mark.parametrize(
    ("printed", "value", "number_format"),
    [
        ("14回程度", 14, '0"回程度"'),
        ("令和５年度", dt.date(2023, 4, 1), '[$-411]ggge"年度"'),
        ("0140", 140, "0000"),
        ("2,491百万円\n（1,978百万円）", 2491, '#,##0"百万円"'),
    ],
)
def test_what_only_the_number_format_prints(printed: str, value: object, number_format: str) -> None:
    book = load_workbook(BytesIO(DATA))
    cell = book.worksheets[0][find(book, printed)]
    cell.value, cell.number_format = value, number_format
    (reading,) = read(saved(book))
    texts = {c.place.cell.partition(":")[0]: c.text for c in reading.cells}
    shown = {"令和５年度": "令和5年度", "2,491百万円\n（1,978百万円）": "2,491百万円"}.get(printed, printed)
    assert texts[cell.coordinate] == shown


def test_an_error_in_a_cell_is_kept_as_printed() -> None:
    book = load_workbook(BytesIO(DATA))
    name = find(book, "14回程度")
    book.worksheets[0][name].value = "#REF!"
    book.worksheets[0][name].data_type = "e"
    (reading,) = read(saved(book))
    assert "#REF!" in [cell.text for cell in reading.cells]


def test_a_hidden_worksheet_is_named_and_not_read() -> None:
    book = load_workbook(BytesIO(DATA))
    page = book.create_sheet("控え")
    page["A1"], page.sheet_state = "政策名", "hidden"
    (reading,) = read(saved(book))
    assert [(finding.code, finding.found) for finding in reading.findings] == [("hidden-worksheet", "控え")]
    assert len(reading.cells) == len(cells_of(DATA))


def test_words_on_another_worksheet_are_left_over_not_lost() -> None:
    book = load_workbook(BytesIO(DATA))
    book.create_sheet("メモ")["B2"] = "次年度に見直す"
    (reading,) = read(saved(book))
    assert [(cell.text, cell.place.worksheet, cell.place.cell) for cell in reading.leftover] == [
        ("次年度に見直す", "メモ", "B2")
    ]


def package(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "empty.xlsx", "unreadable"),
        (DATA[: len(DATA) // 2], "cut.xlsx", "unreadable"),
        (b"PK\x03\x04" + bytes(200), "noise.xlsx", "unreadable"),
        (package(word__document=b"<w/>"), "letter.docx", "unreadable"),
        (package(**{"xl/workbook.xml": b"<workbook/>", "xl/big.xml": bytes(30_000_000)}), "bomb.xlsx", "too-big"),
        (b"%PDF-1.7\n", "sheet.pdf", "unreadable"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old.xls", "unreadable"),
        (saved(Workbook()), "blank.xlsx", "no-sheet"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_in_both_languages(data: bytes, name: str, code: str) -> None:
    with pytest.raises((UnreadableDocument, NoSheetFound)) as error:
        read(data, name)
    assert isinstance(error.value, MonosashiError)
    assert error.value.code == code
    assert name in error.value.message.ja
    assert name in error.value.message.en


@pytest.mark.parametrize("cut", range(0, len(DATA), len(DATA) // 40))
def test_a_workbook_cut_short_anywhere_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableDocument):
        read(DATA[:cut], "cut.xlsx")
