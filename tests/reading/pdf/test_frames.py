"""Strokes -> rules -> frames."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from monosashi.reading.pdf.decorations import without_decorations
from monosashi.reading.pdf.dots import dots_to_strokes
from monosashi.reading.pdf.frames import rules_to_frames
from monosashi.reading.pdf.rules import strokes_to_rules
from monosashi.reading.pdf.shapes import Box, Frame, Rule, Stroke
from tests.reading.pdf.drawing import Cells, boxes, run, table_strokes

MANY = 10_000


def frames_of(strokes: list[Stroke]) -> list[list[Frame]]:
    return rules_to_frames(strokes_to_rules(strokes), MANY)


@st.composite
def merged_tables(draw: st.DrawFn) -> tuple[list[float], list[float], Cells]:
    """Edges of columns and rows, and a way to cover them with merged cells."""
    columns, rows = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    if columns == rows == 1:
        columns = 2
    xs, ys = [20.0], [30.0]
    for _ in range(columns):
        xs.append(xs[-1] + draw(st.integers(8, 90)))
    for _ in range(rows):
        ys.append(ys[-1] + draw(st.integers(7, 60)))
    taken: set[tuple[int, int]] = set()
    cells = []
    for y in range(rows):
        for x in range(columns):
            if (x, y) in taken:
                continue
            right = x + 1
            while right < columns and (right, y) not in taken and draw(st.booleans()):
                right += 1
            bottom = draw(st.integers(y + 1, rows))
            taken |= {(column, row) for column in range(x, right) for row in range(y, bottom)}
            cells.append((x, y, right, bottom))
    return xs, ys, tuple(cells)


@given(merged_tables(), st.randoms(use_true_random=False))
def test_the_cells_drawn_are_the_frames_found(table: tuple[list[float], list[float], Cells], chance: Random) -> None:
    xs, ys, cells = table
    strokes = table_strokes(xs, ys, cells)
    chance.shuffle(strokes)
    found = frames_of(strokes)
    assert sorted(boxes(found)) == sorted(Box(xs[a], ys[b], xs[c], ys[d]) for a, b, c, d in cells)
    assert not any(frame.open_top or frame.open_bottom for frames in found for frame in frames)


def test_dashes_and_double_lines_are_one_line_each() -> None:
    dashes = [Stroke(False, 10.0, x, x + 4.0) for x in range(0, 60, 6)]
    assert strokes_to_rules(dashes) == [Rule(False, 10.0, 0, 58.0)]
    double = [Stroke(True, 5.0, 0.0, 40.0), Stroke(True, 6.5, 0.0, 40.0)]
    assert strokes_to_rules(double) == [Rule(True, 5.75, 0.0, 40.0)]


def test_dots_are_lines_both_ways() -> None:
    dots = [Box(x, 10, x + 0.5, 10.5) for x in range(0, 20, 2)] + [Box(30, y, 30.5, y + 0.5) for y in range(0, 20, 2)]
    assert dots_to_strokes(dots) == [Stroke(False, 10.25, 0, 18.5), Stroke(True, 30.25, 0, 18.5)]


def test_a_merged_cell_cut_by_the_page_is_open_at_its_foot() -> None:
    strokes = [
        *table_strokes([0, 50, 100], [0, 20, 40], ((1, 0, 2, 1), (1, 1, 2, 2))),
        Stroke(False, 0, 0, 50),
        Stroke(True, 0, 0, 40),
    ]
    assert frames_of(strokes) == [
        [
            Frame(Box(0, 0, 50, 40), open_bottom=True),
            Frame(Box(50, 0, 100, 20)),
            Frame(Box(50, 20, 100, 40)),
        ]
    ]


def test_a_cell_as_high_as_the_page_holds_no_table_apart() -> None:
    strokes = [
        *table_strokes([0, 20], [0, 20, 40], ((0, 0, 1, 1), (0, 1, 1, 2))),
        *table_strokes([60, 90], [0, 20, 40], ((0, 0, 1, 1), (0, 1, 1, 2))),
    ]
    assert Frame(Box(20, 0, 60, 40), open_top=True, open_bottom=True) in frames_of(strokes)[0]


def test_a_table_without_outer_border_is_closed_at_its_ends() -> None:
    strokes = [Stroke(False, 20, 0, 90), Stroke(False, 40, 0, 90), Stroke(True, 30, 0, 60), Stroke(True, 60, 0, 60)]
    assert len(boxes(frames_of(strokes))) == 9


def test_the_empty_corner_of_a_table_is_no_cell() -> None:
    strokes = table_strokes([0, 30, 60], [0, 20, 40], ((1, 0, 2, 1), (0, 1, 1, 2), (1, 1, 2, 2)))
    assert sorted(boxes(frames_of(strokes))) == [Box(0, 20, 30, 40), Box(30, 0, 60, 20), Box(30, 20, 60, 40)]


def test_lines_under_and_through_words_are_no_borders() -> None:
    frame = strokes_to_rules(table_strokes([0, 100], [0, 20, 40], ((0, 0, 1, 1), (0, 1, 1, 2))))
    words = [run("施策目標", 2, 12)]
    for y in (13, 9):
        assert without_decorations([*frame, Rule(False, y, 2, 34)], words) == frame
