"""Every text is whole on the printed page: each of its glyphs stands inside its own cell."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from monosashi.model import Sheet
from monosashi.office.samples import sample_sheets
from monosashi.publishing.excel import sheet_to_excel
from monosashi.publishing.excel.looks import FONT
from tests.conftest import Convert
from tests.publishing.excel.book import FORM
from tests.publishing.excel.printed_cells import printed_texts, wanted_texts
from tests.publishing.made import plain

pytestmark = [pytest.mark.office_suite, pytest.mark.thorough]

SHEETS = [*(pytest.param(sheet, id=sheet.identifier.plain) for sheet in sample_sheets())]


def _saved(sheet: Sheet, folder: Path, font: str = FONT) -> Path:
    """The workbook as a file, its font replaced by another as a machine without it would do."""
    file = folder / "sheet.xlsx"
    file.write_bytes(sheet_to_excel(sheet, FORM))
    if font != FONT:
        other = folder / "other.xlsx"
        with zipfile.ZipFile(file) as given, zipfile.ZipFile(other, "w") as archive:
            for name in given.namelist():
                archive.writestr(name, given.read(name).replace(FONT.encode(), font.encode()))
        return other
    return file


@pytest.mark.parametrize("font", [FONT, pytest.param("Noto Sans CJK JP", marks=pytest.mark.thorough)])
@pytest.mark.parametrize("sheet", SHEETS)
def test_samples(sheet: Sheet, font: str, soffice: Convert, tmp_path: Path) -> None:
    file = _saved(sheet, tmp_path, font)
    assert printed_texts(file, soffice(file, "pdf")) == wanted_texts(file)


def test_narrow_columns_and_long_words(soffice: Convert, tmp_path: Path) -> None:
    years = [f"令和{n}年度" for n in "３４５６７８"]
    measure = {
        "name": "https://example.jp/" + "long-path/" * 12,
        "targets": [{"years": [year], "value": "累計1,234,567,890百万円以上（うち海上7,890百万円）"} for year in years],
        "actuals": [{"year": year, "value": "（集計中）"} for year in years],
    }
    goal = {"text": "「灯り」を、守る。" * 30, "levers": [{"indicators": [{"number": "㊿", "measures": [measure]}]}]}
    reason = {
        "text": "【参考】\n" + "令和４年度：1,234回（速報値）。" * 60,
        "measures": ["/goals/0/levers/0/indicators/0/measures/0"],
    }
    file = _saved(plain(goals=[goal], rationales=[reason]), tmp_path)
    assert printed_texts(file, soffice(file, "pdf")) == wanted_texts(file)


def test_a_row_that_is_too_low_is_seen(soffice: Convert, tmp_path: Path) -> None:
    file = _saved(plain(cabinet=[{"name": "計画", "excerpt": "一\n二\n三\n四"}]), tmp_path)
    workbook = load_workbook(file)
    workbook.worksheets[0].row_dimensions[23].height = 30
    low = tmp_path / "low.xlsx"
    workbook.save(low)
    printed, wanted = printed_texts(low, soffice(low, "pdf")), wanted_texts(low)
    # four lines in the room of two: the first stands over the cell above, the last over the edge below
    assert {cell for cell in wanted if printed[cell] != wanted[cell]} == {"AA22", "AA23"}
