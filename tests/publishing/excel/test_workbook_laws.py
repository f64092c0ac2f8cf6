"""What holds for the workbook of any sheet."""

import os
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given, settings

from monosashi.model import Sheet
from monosashi.model.path import leaves
from monosashi.publishing.excel import sheet_to_excel
from tests.publishing.excel.book import FORM, cells, published
from tests.publishing.made import odd_sheets, plain

#: Labels stand over columns, and a year over its column, only where the table has something to print.
_HEADS = ("label", "year", "years")


@settings(max_examples=max(1, settings().max_examples // 2))
@given(odd_sheets())
def test_every_text_is_printed_verbatim_in_a_cell_of_its_own(sheet: Sheet) -> None:
    worksheet = published(sheet)
    printed = "\0".join(cells(worksheet).values())
    wanted = [text.replace("\r\n", "\n") for path, text in leaves(sheet) if path.split("/")[-1] not in _HEADS]
    assert [text for text in wanted if text not in printed] == []
    merged = list(worksheet.merged_cells.ranges)
    assert [(str(a), str(b)) for a, b in combinations(merged, 2) if not a.isdisjoint(b)] == []
    assert all(0 < (row.height or 0) <= 409.5 for row in worksheet.row_dimensions.values())


@settings(max_examples=10)
@given(odd_sheets())
def test_the_same_sheet_gives_the_same_bytes(sheet: Sheet) -> None:
    assert sheet_to_excel(sheet, FORM) == sheet_to_excel(sheet, FORM)


@pytest.mark.thorough
def test_the_same_bytes_in_another_process_place_and_time() -> None:
    program = (
        "import hashlib; from tests.publishing.made import plain; from tests.publishing.excel.book import FORM;"
        "from monosashi.publishing.excel import sheet_to_excel;"
        "print(hashlib.sha256(sheet_to_excel(plain(), FORM)).hexdigest())"
    )
    runs = [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "TZ": "America/Lima"}]
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, **run}, check=True, capture_output=True
        ).stdout
        for run in runs
    }
    assert len(found) == 1


def test_no_date_of_writing_stands_in_the_file() -> None:
    assert sheet_to_excel(plain(), FORM).count(b"dcterms") == 0


def test_page_set_up() -> None:
    worksheet = published(plain())
    assert worksheet.print_area == "'事前分析表'!$A$1:$BH$25"
    assert (worksheet.page_setup.orientation, worksheet.page_setup.paperSize) == ("landscape", 9)
    assert (worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight) == (1, 0)
    assert worksheet.print_options.horizontalCentered is True


def test_every_side_of_a_merged_cell_is_drawn_and_notes_have_none() -> None:
    worksheet = published(plain())
    sides = {
        name: (cell.border.left and cell.border.left.style, cell.border.bottom and cell.border.bottom.style)
        for name, cell in {"A10": worksheet["A10"], "A13": worksheet["A13"], "A25": worksheet["A25"]}.items()
    }
    assert sides == {"A10": ("thin", "thin"), "A13": ("thin", "thin"), "A25": (None, None)}
