"""Values laid into the columns of their years."""

from monosashi.model import PrintedNendo
from monosashi.publishing.html.years import YearCell, YearColumn, year_cells, year_columns

R3, R4, R5 = (PrintedNendo.model_validate(f"令和{n}年度") for n in "345")


def test_the_years_stand_by_the_calendar_each_once() -> None:
    columns = year_columns([R5, R3, PrintedNendo.model_validate("Ｒ３年度")])
    assert columns == (YearColumn("fiscal-2021", "令和3年度", 2021), YearColumn("fiscal-2023", "令和5年度", 2023))


def test_years_that_no_calendar_has_leave_all_as_printed() -> None:
    columns = year_columns([R5, PrintedNendo.model_validate("いつか"), R3])
    assert [column.text for column in columns] == ["令和5年度", "いつか", "令和3年度"]


def test_neighbours_with_the_same_value_are_one_cell_and_a_gap_stays() -> None:
    cells = year_cells(year_columns([R3, R4, R5]), [("/a", [R3, R4])])
    assert cells == (YearCell(2, ("/a",), frozenset({"/a"})), YearCell(1, ()))


def test_a_value_that_comes_again_is_fresh_once() -> None:
    cells = year_cells(year_columns([R3, R4, R5]), [("/a", [R3, R5]), ("/b", [R4])])
    assert cells == (
        YearCell(1, ("/a",), frozenset({"/a"})),
        YearCell(1, ("/b",), frozenset({"/b"})),
        YearCell(1, ("/a",), frozenset()),
    )


def test_a_value_without_a_year_counts_for_all() -> None:
    assert year_cells(year_columns([R3, R4]), [("/a", [])]) == (YearCell(2, ("/a",), frozenset({"/a"})),)
