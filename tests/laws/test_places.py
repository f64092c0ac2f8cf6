"""Every value knows where it stands: its text is inside its places, seen by another program than the one that read it.

A workbook is looked into with openpyxl, a page of a PDF with pdfium's own text of a rectangle.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import product
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from monosashi.model import Place, Reading, Sheet
from monosashi.model.folding import key
from monosashi.model.path import leaves
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet, read
from tests.conftest import Convert
from tests.laws.sheets import sheets

#: What another program sees at a place.
Look = Callable[[Place], str]


def astray(reading: Reading, look: Look) -> list[tuple[str, str, list[str]]]:
    """The values whose text does not stand at their places, with what does."""
    found = []
    for path, text in leaves(reading.sheet):
        seen = [look(place) for place in reading.trace.places(path)]
        if text.strip() and not any(key(text) in whole for whole in joined([key(part) for part in seen])):
            found.append((path, text, seen))
    return found


def joined(parts: Sequence[str]) -> Iterator[str]:
    """The ways to read fragments as one text: a letter that a page break cut through is printed on both pages."""
    for doubled in product((0, 1), repeat=max(0, len(parts) - 1)):
        yield "".join(part[skip:] for part, skip in zip(parts, (0, *doubled), strict=False))


def in_workbook(data: bytes) -> Look:
    """What openpyxl has in the first cell of a place; it leaves letters that XML cannot hold as they were escaped."""
    book = load_workbook(BytesIO(data), data_only=True)

    def look(place: Place) -> str:
        cell = book.worksheets[place.page - 1].cell(int(place.top), int(place.x0))
        return unescape(str(cell.value))

    return look


def in_pdf(data: bytes) -> Look:
    """What pdfium reads in the rectangle of a place: half a point more on every side, for a letter may touch its frame."""
    document = pdfium.PdfDocument(data)

    def look(place: Place) -> str:
        page = document[place.page - 1]
        left, _, _, top = page.get_bbox()
        text: str = page.get_textpage().get_text_bounded(
            left=left + float(place.x0) - 0.5,
            right=left + float(place.x1) + 0.5,
            top=top - float(place.top) + 0.5,
            bottom=top - float(place.bottom) - 0.5,
        )
        return text

    return look


@settings(max_examples=10)
@given(sheets())
def test_a_workbook_holds_each_value_in_its_cell(sheet: Sheet) -> None:
    data = publish_sheet(sheet, "excel")
    (reading,) = read(data, "sheet.xlsx")
    assert astray(reading, in_workbook(data)) == []


@pytest.mark.shared
@pytest.mark.parametrize(
    "file",
    [
        "forms/form.pdf",
        "forms/form_v2.pdf",
        "forms/form.rewritten.pdf",
        "others/h1_bessi1_jizen.pdf",
        "others/h5_kohyo.pdf",
    ],
)
def test_a_page_prints_each_value_in_its_box(shared: Path, file: str) -> None:
    data = (shared / "seed" / file).read_bytes()
    (reading,) = read(data, file)
    assert astray(reading, in_pdf(data)) == []
    assert values(reading) > 200


@pytest.mark.thorough
@pytest.mark.office_suite
@pytest.mark.parametrize("sheet", [pytest.param(sheet, id=sheet.identifier.plain) for sheet in sample_sheets()])
def test_a_page_made_by_libreoffice_prints_each_value_in_its_box(
    sheet: Sheet, soffice: Convert, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(publish_sheet(sheet, "excel"))
    data = soffice(file, "pdf").read_bytes()
    (reading,) = read(data, "sheet.pdf")
    assert astray(reading, in_pdf(data)) == []
    assert values(reading) == len([text for _, text in leaves(sheet) if text.strip()])


def values(reading: Reading) -> int:
    """How many values are printed."""
    return len([text for _, text in leaves(reading.sheet) if text.strip()])


@pytest.mark.shared
@pytest.mark.parametrize(
    "file", ["R3-14.txt", "forms/form.xlsx", "others/h1_bessi1_jizen.xlsx", "others/h5_kohyo.xlsx"]
)
def test_every_value_of_every_kind_of_file_has_a_place_with_its_text(shared: Path, file: str) -> None:
    """By the reader's own cells, where no other program knows the places."""
    (reading,) = read((shared / "seed" / file).read_bytes(), file)
    texts: dict[Place, str] = {}
    for cell in reading.cells:
        texts[cell.place] = texts.get(cell.place, "") + cell.text
    assert astray(reading, lambda place: texts[place]) == []
