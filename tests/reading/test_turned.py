"""Tables of indicators that an unknown form prints turned: read as if they stood upright, each value with its own place."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.forms import forms, general, indicator_words, widened
from monosashi.model import Reading
from monosashi.reading import read
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.measure_head import head_words
from monosashi.reading.turned import Laid, arrangements, panels, raised, transposed
from tests.reading.paper import moved, workbook
from tests.reading.test_indicator_tables import Drawn, drawn, said

HEAD: list[list[Drawn]] = [["政策評価シート"], ["施策名", "山の道を直す"], ["担当課", "道の課"], []]
WORDS = indicator_words(widened(general(), forms()))
YEARS = ("令和2年度", "令和3年度", "令和4年度", "令和5年度")
#: 12人, 3.5人 and the like, or a dash where nothing was reported.
QUANTITIES = st.one_of(st.integers(1, 9_999).map(lambda n: f"{n}人"), st.just("－"))


def table(indicators: int, years: int, values: list[str]) -> list[GridCell]:
    """Indicators down, years across, targets over actuals; the first row of cells is the head."""
    names = [f"{n}\u3000道を直す人の数その{n}" for n in range(1, indicators + 1)]
    rows: list[list[Drawn]] = [["指標", "区分", "基準値", *YEARS[:years], "目標値"]]
    found = iter(values)
    for name in names:
        rows.append([(name, 1, 2), "目標", ("10人", 1, 2), *(next(found) for _ in range(years)), ("900人", 1, 2)])
        rows.append(["", "実績", "", *(next(found) for _ in range(years))])
    return drawn(rows)


def on_its_side(cells: list[GridCell]) -> list[GridCell]:
    return [laid.cell for laid in transposed([Laid(cell, cell) for cell in cells])]


def head_last(cells: list[GridCell]) -> list[GridCell]:
    last = max(cell.bottom for cell in cells)
    down = [replace(cell, top=last + 1, bottom=last + 1) for cell in cells if cell.top == 1]
    return moved([*(cell for cell in cells if cell.top > 1), *down], down=-1)


def side_by_side(cells: list[GridCell]) -> list[GridCell]:
    """The lower half of the indicators printed beside the upper half, under the head printed again."""
    last, width = max(cell.bottom for cell in cells), max(cell.right for cell in cells)
    cut = 1 + 2 * ((last - 1) // 2 // 2)
    again = [cell for cell in cells if cell.top == 1]
    lower = moved([cell for cell in cells if cell.top > cut], down=1 - cut)
    return [*(cell for cell in cells if cell.top <= cut), *moved([*again, *lower], right=width)]


def read_below_head(cells: list[GridCell]) -> Reading:
    (reading,) = read(workbook(drawn(HEAD) + moved(cells, down=len(HEAD))))
    return reading


Layout = Callable[[list[GridCell]], list[GridCell]]
LAYOUTS: tuple[Layout, ...] = (on_its_side, head_last, side_by_side)


@st.composite
def tables(draw: st.DrawFn) -> list[GridCell]:
    """An upright table of two to four indicators over two to four years."""
    indicators, years = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    many = 2 * indicators * years
    return table(indicators, years, draw(st.lists(QUANTITIES, min_size=many, max_size=many)))


@settings(max_examples=15, deadline=None)
@given(tables(), st.sampled_from(LAYOUTS))
def test_a_turned_table_says_what_the_upright_one_says(cells: list[GridCell], layout: Layout) -> None:
    assert said(read_below_head(layout(cells))) == said(read_below_head(cells))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_value_of_a_turned_table_is_where_it_is_printed(layout: Layout) -> None:
    reading = read_below_head(layout(table(2, 2, ["1人", "2人", "3人", "4人", "5人", "6人", "7人", "8人"])))
    texts = {cell.place: cell.text for cell in reading.cells}
    printed = {entry.path: [texts[place] for place in entry.places] for entry in reading.trace.entries}
    path = "/goals/0/levers/0/indicators/1/measures/0"
    assert (printed[f"{path}/targets/0/value"], printed[f"{path}/actuals/1/value"]) == (["5人"], ["8人"])
    assert printed[f"{path}/actuals/1/year"] == ["令和3年度"]
    assert (reading.leftover, len(reading.cells)) == ((), len({cell.place for cell in reading.cells}))


def test_a_table_that_no_arrangement_settles_stays_unread() -> None:
    """Targets of three measures in one place are no value of any: they are left over, and so told."""
    rows: list[list[Drawn]] = [
        ["指標", "目標値", "", ""],
        ["道を直す人の数", "70人", "80人", "90人"],
        ["橋を直す人の数", "7人", "8人", "9人"],
    ]
    reading = read_below_head(drawn(rows))
    assert [one.target for one in said(reading)] == ["@", "@"]
    assert {cell.text for cell in reading.leftover} == {"70人", "80人", "90人", "7人", "8人", "9人"}


@given(tables())
def test_an_arrangement_holds_each_cell_once_and_none_over_another(cells: list[GridCell]) -> None:
    heads = head_words(Grid(tuple(cells)), WORDS, None)
    for block in arrangements(cells, heads):
        assert sorted(id(laid.origin) for laid in block) == sorted(map(id, cells))
        assert all(laid.cell.text == laid.origin.text for laid in block)
        assert not any(
            one.cell.meets_rows(other.cell.top, other.cell.bottom)
            and one.cell.meets_columns(other.cell.left, other.cell.right)
            for one, other in combinations(block, 2)
        )


@given(tables())
def test_to_transpose_twice_changes_nothing(cells: list[GridCell]) -> None:
    block = [Laid(cell, cell) for cell in cells]
    assert [spans(laid.cell) for laid in transposed(transposed(block))] == [spans(cell) for cell in cells]


@given(tables())
def test_heads_on_top_are_not_raised_and_one_head_makes_no_panels(cells: list[GridCell]) -> None:
    heads = head_words(Grid(tuple(cells)), WORDS, None)
    block = [Laid(cell, cell) for cell in cells]
    assert (raised(block, heads), panels(block, heads)) == (None, None)


def test_a_cell_over_two_tables_side_by_side_holds_them_together() -> None:
    cells = side_by_side(table(2, 2, ["1人"] * 8))
    over = GridCell("測定した数", 9, 1, 9, 12, ())
    heads = head_words(Grid(tuple(cells)), WORDS, None)
    apart = panels([Laid(cell, cell) for cell in cells], heads)
    assert apart is not None
    assert max(laid.cell.right for laid in apart) == 6
    assert panels([Laid(cell, cell) for cell in (*cells, over)], heads) is None


def spans(cell: GridCell) -> tuple[int, int, int, int]:
    return cell.top, cell.left, cell.bottom, cell.right
