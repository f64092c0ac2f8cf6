"""Reading and publishing are inverses over the same blank form (architecture.md, sentence 7)."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from monosashi.model import Budget, BudgetItem, BudgetRow, Judged, PrintedNendo, Sheet, same
from monosashi.model.path import leaves
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish, publish_sheet, read
from monosashi.publishing.refusal import CannotPublish
from tests.conftest import Convert
from tests.laws.edits import put
from tests.laws.other_sheets import nearly_own_sheets
from tests.laws.sheets import sheets

MEASURE = "/goals/0/levers/0/indicators/0/measures/0"
SAMPLES = [pytest.param(sheet, id=sheet.identifier.plain) for sheet in sample_sheets()]


def reread(sheet: Sheet) -> Sheet:
    (reading,) = read(publish_sheet(sheet, "excel"), "sheet.xlsx")
    assert reading.leftover == ()
    assert [path for path, text in leaves(reading.sheet) if text and not reading.trace.places(path)] == []
    return reading.sheet


@settings(max_examples=max(1, settings().max_examples // 2))
@given(sheets())
def test_excel_says_what_the_sheet_says(sheet: Sheet) -> None:
    assert same(reread(sheet), sheet)


@settings(max_examples=max(1, settings().max_examples // 4))
@given(nearly_own_sheets())
def test_excel_says_what_the_sheet_says_or_refuses_with_the_path_of_what_it_cannot(sheet: Sheet) -> None:
    refused = refusal(sheet)
    if refused:
        assert refused.code == "no-place-on-form"
        assert dict(leaves(sheet))[refused.path].strip()
    else:
        assert same(reread(sheet), sheet)


def refusal(sheet: Sheet) -> CannotPublish | None:
    try:
        publish_sheet(sheet, "excel")
    except CannotPublish as refused:
        return refused
    return None


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("/budgets", (Budget(rows=(BudgetRow(label="執行額"),)),)),
        ("/budget_items", (BudgetItem(item="港湾整備費"),)),
        ("/programmes/0/started", PrintedNendo.model_validate("令和元年度")),
        (f"{MEASURE}/mark", Judged.model_validate("○")),
        (f"{MEASURE}/counted_in", "件"),
        (f"{MEASURE}/actuals/0/mark", "95.4%"),
        ("/goals/0/levers/0/indicators/0/primary_mark", "○"),
    ],
)
def test_what_the_form_has_no_place_for_is_refused_and_not_dropped(path: str, now: object) -> None:
    sheet = put(sample_sheets()[0], path, now)
    with pytest.raises(CannotPublish) as refused:
        publish_sheet(sheet, "excel")
    assert refused.value.code == "no-place-on-form"
    assert refused.value.path.startswith(path)


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
