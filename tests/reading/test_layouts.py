"""The same words in other layouts are the same sheet: columns, merges, pages and worksheets are not what it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from monosashi.model import Reading, same
from monosashi.model.mark import parse_number
from monosashi.model.path import leaves
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet
from monosashi.reading import read
from tests.reading.paper import Cells, cells_of, mirrored, moved, row_of, worded, workbook


@pytest.fixture(scope="module", params=["soumu-r3-14", "sample-ministry"])
def cells(request: pytest.FixtureRequest) -> Cells:
    sheet = dict(zip(("soumu-r3-14", "sample-ministry"), sample_sheets(), strict=True))[request.param]
    return cells_of(publish_sheet(sheet, "excel"))


@pytest.fixture(scope="module")
def plain(cells: Cells) -> Reading:
    (reading,) = read(workbook(cells))
    return reading


def parts(cells: Cells) -> tuple[Cells, Cells, Cells, Cells]:
    """Head, indicators, programmes, and the rest."""
    first, second, third = row_of(cells, "施策目標"), row_of(cells, "達成手段"), row_of(cells, "政策に関係する内閣")
    return (
        [cell for cell in cells if cell.top < first],
        [cell for cell in cells if first <= cell.top < second],
        [cell for cell in cells if second <= cell.top < third],
        [cell for cell in cells if cell.top >= third],
    )


def assert_same_sheet(data: bytes, plain: Reading) -> None:
    (reading,) = read(data)
    assert [cell.text for cell in reading.leftover] == []
    assert same(reading.sheet, plain.sheet)


def test_moved_on_the_worksheet(cells: Cells, plain: Reading) -> None:
    assert_same_sheet(workbook(moved(cells, down=3, right=2)), plain)


def test_each_table_on_a_worksheet_of_its_own(cells: Cells, plain: Reading) -> None:
    pages = [moved(part, down=1 - min(cell.top for cell in part)) for part in parts(cells)]
    assert_same_sheet(workbook(*pages), plain)


def test_programmes_before_indicators(cells: Cells, plain: Reading) -> None:
    head, indicators, programmes, rest = parts(cells)
    first, second, third = (min(cell.top for cell in part) for part in (indicators, programmes, rest))
    turned = moved(programmes, first - second), moved(indicators, third - second)
    assert_same_sheet(workbook(head + turned[0] + turned[1] + rest), plain)


def test_number_and_name_in_one_cell(cells: Cells, plain: Reading) -> None:
    numbers = [c for c in cells if parse_number(c.text).value is not None and c.right - c.left == 1]
    names = [next(c for c in cells if (c.top, c.left) == (number.top, number.right + 1)) for number in numbers]
    glued = [
        replace(name, text=f"{number.text}\u3000{name.text}", left=number.left)
        for number, name in zip(numbers, names, strict=True)
    ]
    assert_same_sheet(workbook([c for c in cells if c not in numbers + names] + glued), plain)


def test_title_and_number_in_one_cell(cells: Cells, plain: Reading) -> None:
    title, number = (cell for cell in cells if cell.top == 1)
    one = replace(title, text=f"{title.text}\u3000{number.text}")
    assert_same_sheet(workbook([one, *(cell for cell in cells if cell.top > 1)]), plain)


def test_words_of_a_label_one_below_the_other(cells: Cells, plain: Reading) -> None:
    vertical = worded(cells, lambda text: "\n".join(text) if text in ("施策目標", "施策手段", "基準年度") else text)
    assert_same_sheet(workbook(vertical), plain)


def test_notes_in_one_cell(cells: Cells, plain: Reading) -> None:
    after = max(cell.top for cell in cells if not cell.text.startswith("※"))
    notes = [cell for cell in cells if cell.top > after]
    one = replace(notes[0], text="\n".join(cell.text for cell in notes))
    assert_same_sheet(workbook([*(cell for cell in cells if cell.top <= after), one]), plain)


def test_head_of_a_table_again_on_the_next_page(cells: Cells, plain: Reading) -> None:
    _, indicators, _, _ = parts(cells)
    top = min(cell.top for cell in indicators)
    body = min(cell.top for cell in indicators if parse_number(cell.text).value is not None)
    second = next(cell.top for cell in indicators if parse_number(cell.text).value == 3)
    head = [cell for cell in indicators if cell.top < body]
    above = [replace(c, bottom=min(c.bottom, second - 1)) if c.top >= top else c for c in cells if c.top < second]
    below = moved([cell for cell in cells if cell.top >= second], down=body - top)
    assert_same_sheet(workbook(above + moved(head, second - top) + below), plain)


def test_two_sheets_in_one_worksheet_and_in_two(cells: Cells, plain: Reading) -> None:
    below = moved(cells, down=max(cell.bottom for cell in cells) + 2)
    for data in (workbook(cells + below), workbook(cells, cells)):
        readings = read(data)
        assert [reading.ordinal for reading in readings] == [1, 2]
        assert [same(reading.sheet, plain.sheet) for reading in readings] == [True, True]


def test_without_merges_every_text_is_still_a_field(cells: Cells, plain: Reading) -> None:
    """The paper then no longer says over which years a text target stands, nor that a rationale speaks of two measures;
    where each text belongs it still says."""
    (reading,) = read(workbook(cells, merge=False))
    assert reading.leftover == ()
    assert _texts(reading) == _texts(plain)
    assert _by_year(reading).keys() == _by_year(plain).keys()


def test_columns_from_right_to_left(cells: Cells, plain: Reading) -> None:
    """Columns stand in any order; years then run backwards, and each value keeps its year."""
    first, last = row_of(cells, "施策目標"), row_of(cells, "達成手段") - 1
    (reading,) = read(workbook(mirrored(cells, first, last, 60)))
    assert reading.leftover == ()
    assert _by_year(reading) == _by_year(plain)


def _texts(reading: Reading) -> set[str]:
    return {text for path, text in leaves(reading.sheet) if not path.startswith("/labels")}


def _by_year(reading: Reading) -> dict[str, list[list[tuple[str, str]]]]:
    return {
        indicator.number.text + measure.name.name + measure.baseline.value.text + measure.target.year.text: [
            sorted((year.text, target.value.text) for target in measure.targets for year in target.years),
            sorted((actual.year.text, actual.value.text) for actual in measure.actuals),
        ]
        for _, indicator, measure in reading.sheet.measures()
    }


@pytest.mark.shared
@pytest.mark.parametrize("name", ["form.xlsx", "form_v2.xlsx"])
def test_the_published_form_leaves_nothing_over(shared: Path, name: str) -> None:
    (reading,) = read((shared / "seed/forms" / name).read_bytes(), name)
    assert reading.leftover == ()
    assert reading.coverage.share >= 0.90
