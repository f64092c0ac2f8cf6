"""Reading and publishing are inverses over the same blank form (architecture.md, sentence 7)."""

from pathlib import Path

import pytest
from hypothesis import given

from monosashi.model import Sheet, same
from monosashi.model.path import leaves
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish, publish_sheet, read
from tests.conftest import Convert
from tests.laws.sheets import sheets

SAMPLES = [pytest.param(sheet, id=sheet.identifier.plain) for sheet in sample_sheets()]


def reread(sheet: Sheet) -> Sheet:
    (reading,) = read(publish_sheet(sheet, "excel"), "sheet.xlsx")
    assert reading.leftover == ()
    assert [path for path, text in leaves(reading.sheet) if text and not reading.trace.places(path)] == []
    return reading.sheet


@given(sheets())
def test_excel_says_what_the_sheet_says(sheet: Sheet) -> None:
    assert same(reread(sheet), sheet)


@pytest.mark.parametrize("sheet", SAMPLES)
def test_samples_through_excel(sheet: Sheet) -> None:
    assert same(reread(sheet), sheet)


@pytest.mark.parametrize("sheet", SAMPLES)
def test_samples_through_json(sheet: Sheet) -> None:
    (reading,) = read(publish_sheet(sheet, "excel"), "sheet.xlsx")
    assert read(publish(reading, "json")[""], "sheet.json") == (reading,)


@pytest.mark.parametrize("sheet", SAMPLES)
def test_published_bytes_are_the_same_each_time(sheet: Sheet) -> None:
    assert publish_sheet(sheet, "excel") == publish_sheet(sheet, "excel")


@pytest.mark.office_suite
@pytest.mark.parametrize("sheet", SAMPLES)
def test_a_workbook_saved_again_by_libreoffice_reads_the_same(sheet: Sheet, soffice: Convert, tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(publish_sheet(sheet, "excel"))
    (reading,) = read(soffice(file, "xlsx").read_bytes(), "sheet.xlsx")
    assert same(reading.sheet, sheet)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["form.xlsx", "form_v2.xlsx"])
def test_the_published_form_printed_again_reads_the_same(shared: Path, name: str) -> None:
    (reading,) = read((shared / "seed/forms" / name).read_bytes(), name)
    assert same(reread(reading.sheet), reading.sheet)


@pytest.mark.shared
@pytest.mark.office_suite
def test_the_published_form_saved_again_reads_the_same(shared: Path, soffice: Convert, tmp_path: Path) -> None:
    (reading,) = read((shared / "seed/forms/form.xlsx").read_bytes(), "form.xlsx")
    file = tmp_path / "form.xlsx"
    file.write_bytes(publish_sheet(reading.sheet, "excel"))
    (again,) = read(soffice(file, "xlsx").read_bytes(), "form.xlsx")
    assert same(again.sheet, reading.sheet)
