"""Row heights that fit the text, and pages that end between lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.publishing.excel.heights import HIGHEST, Rows, solved
from monosashi.publishing.excel.pages import page_ends
from monosashi.publishing.excel.text_height import height_of, lines_of
from tests.publishing.excel.book import cells, published
from tests.publishing.made import measured, plain


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("測定指標", 4, 1),
        ("測定指標", 3.9, 2),
        ("一\n\n二", 10, 3),
        ("令和３年度、令和４年度", 5, 3),  # 、 takes 度 along to the next line
        ("前「後", 2, 2),  # 「 does not stay behind at the end of a line
        ("abcdefghij", 3, 3),  # a word longer than a line is broken
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


@given(st.text(max_size=200), st.floats(min_value=20, max_value=400))
def test_a_wider_cell_is_never_higher(text: str, width: float) -> None:
    assert height_of(text, width * 2, 9) <= height_of(text, width, 9)


_needs = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.floats(0, 3000)), max_size=12)


@given(_needs)
def test_every_text_finds_the_height_it_needs(drawn: list[tuple[int, int, float]]) -> None:
    needs = [(top, min(6, top + more), need) for top, more, need in drawn]
    heights = solved((10.0,) * 6, needs)
    assert [n for n in needs if sum(heights[n[0] - 1 : n[1]]) < n[2] - 1e-6] == []
    rows = Rows.of(heights)
    assert max(rows.heights) <= HIGHEST
    assert sum(rows.heights) == pytest.approx(sum(heights))


_stretches = st.lists(st.tuples(st.floats(0, 4000), st.floats(0, 300)).map(lambda drawn: (drawn[0], sum(drawn))))


@given(st.lists(st.floats(5, 400), min_size=1, max_size=30), _stretches, _stretches)
def test_pages_are_not_too_full_and_cut_only_what_they_must(
    heights: list[float], texts: list[tuple[float, float]], together: list[tuple[float, float]]
) -> None:
    def cuts(edge: float, stretches: list[tuple[float, float]]) -> bool:
        return any(top + 0.02 < edge < bottom - 0.02 for top, bottom in stretches)

    edges = [sum(heights[:n]) for n in range(len(heights) + 1)]
    ends = [0, *page_ends(heights, texts, together, 700.0), len(heights)]
    assert max(edges[end] - edges[start] for start, end in pairwise(ends)) <= 700.0 + 0.01
    for start, end in pairwise(ends[:-1]):
        within = [edge for edge in edges[start + 1 :] if edge <= edges[start] + 699.9]
        if cuts(edges[end], texts):
            assert all(cuts(edge, texts) for edge in within)
        elif cuts(edges[end], together):
            assert all(cuts(edge, texts) or cuts(edge, together) for edge in within)


def test_a_text_too_high_for_one_row_gets_more_rows() -> None:
    worksheet = published(plain(cabinet=[{"name": "計画", "excerpt": "港\n" * 100}]))
    found = {text: place for place, text in cells(worksheet).items()}
    assert found["計画"] == "I23:T26"
    assert {worksheet.row_dimensions[row].height for row in range(23, 27)} == {347.125}


def test_a_page_does_not_end_below_a_tables_head_or_inside_a_measure() -> None:
    many = measured(
        [{"name": f"灯り{n}" + "の数" * 40, "targets": [{"years": ["令和５年度"], "value": "1"}]} for n in range(40)],
        programmes=[{"number": "(1)", "name": "整備"}],
    )
    worksheet = published(many)
    ends = [int(brk.id) for brk in worksheet.row_breaks.brk]
    assert len(ends) > 1
    assert {end % 2 for end in ends} == {1}  # the head has three rows, each measure two
