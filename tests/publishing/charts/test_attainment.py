"""The bars of a judgement: as long as the share is, told apart by a sign, never clamped without saying so."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monosashi.publishing.charts import Drawing
from monosashi.publishing.charts.attainment import Bar, Limit, attainment_chart
from monosashi.publishing.charts.drawing import Box, Line, Mark, Text
from monosashi.publishing.html.words import words


def chart(*bars: Bar, limits: tuple[Limit, ...] = ()) -> Drawing:
    return attainment_chart("chart", bars, words("ja"), ("名", "中身"), limits)


def boxes(drawing: Drawing, kind: str) -> list[Box]:
    return [shape for shape in drawing.of(kind) if isinstance(shape, Box)]


def texts(drawing: Drawing, kind: str) -> list[str]:
    return [shape.text for shape in drawing.of(kind) if isinstance(shape, Text)]


def where(drawing: Drawing, kind: str) -> list[float]:
    return [shape.points[0][0] for shape in drawing.of(kind) if isinstance(shape, Line)]


def test_a_bar_that_reaches_its_target_ends_at_the_line_of_a_hundred() -> None:
    drawing = chart(Bar("①", Decimal(100), good=True))
    (bar,), (full,) = boxes(drawing, "bar-met"), where(drawing, "full")
    assert round(bar.x + bar.width, 6) == round(full, 6)


def test_met_and_missed_are_told_apart_by_a_sign_and_a_kind() -> None:
    drawing = chart(Bar("①", Decimal("110"), good=True), Bar("2", Decimal("65.25"), good=False), Bar("3", Decimal(90)))
    kinds = [len(boxes(drawing, kind)) for kind in ("bar-met", "bar-missed", "bar-open")]
    assert (kinds, texts(drawing, "bar-label")) == ([1, 1, 1], ["○ 110%", "× 65.3%", "90%"])


def test_a_measure_without_a_share_says_why_and_has_no_bar() -> None:
    drawing = chart(Bar("①", None, "集計中"), Bar("2", Decimal(50), good=False))
    assert (texts(drawing, "gap-word"), len(boxes(drawing, "bar-missed"))) == (["集計中"], 1)


def test_a_bar_beyond_the_axis_is_broken_and_keeps_its_number() -> None:
    drawing = chart(Bar("①", Decimal(1125), good=True), Bar("2", Decimal(60), good=False))
    assert len(list(drawing.of("cut"))) == 2
    assert texts(drawing, "bar-label") == ["○ 1,125%", "× 60%"]
    assert texts(drawing, "tick")[-1] == "300"


def test_a_step_the_wrong_way_stands_left_of_zero() -> None:
    drawing = chart(Bar("①", Decimal(-40), good=False))
    (bar,), (zero,) = boxes(drawing, "bar-missed"), where(drawing, "axis")
    assert round(bar.x + bar.width, 6) == round(zero, 6)


def test_the_time_gone_is_a_diamond_on_the_same_scale() -> None:
    drawing = chart(Bar("①", Decimal(30), good=False, mark=Decimal(60)))
    (mark,) = [shape for shape in drawing.of("elapsed") if isinstance(shape, Mark)]
    (bar,) = boxes(drawing, "bar-missed")
    assert (mark.shape, round((mark.x - bar.x) / bar.width, 6)) == ("diamond", 2.0)


def test_a_threshold_is_a_line_across_and_named_where_there_is_room() -> None:
    limits = (Limit(Decimal(50), "50%"), Limit(Decimal(99), "99%"))
    drawing = chart(Bar("①", Decimal(70), good=False), limits=limits)
    assert (len(where(drawing, "limit")), texts(drawing, "limit-label")) == (2, ["50%"])


SHARES = st.decimals(-2000, 5000, places=1)


@given(st.lists(st.tuples(st.none() | SHARES, st.none() | SHARES), min_size=1, max_size=12))
def test_everything_stays_inside_the_picture(found: list[tuple[Decimal | None, Decimal | None]]) -> None:
    drawing = chart(*(Bar("①", value, "なし", mark=mark) for value, mark in found))
    spots = [(s.x, s.y) for s in drawing.shapes if isinstance(s, Mark | Text)]
    spots += [point for s in drawing.shapes if isinstance(s, Line) for point in s.points]
    spots += [spot for s in drawing.shapes if isinstance(s, Box) for spot in ((s.x, s.y), (s.x + s.width, s.y))]
    assert [(x, y) for x, y in spots if not (0 <= x <= drawing.width and 0 <= y <= drawing.height)] == []


@given(st.lists(SHARES, min_size=2, max_size=8))
def test_a_longer_bar_is_never_a_smaller_share(shares: list[Decimal]) -> None:
    drawing = chart(*(Bar("①", share) for share in shares))
    ends = [
        bar.x + (bar.width if share >= 0 else 0) for bar, share in zip(boxes(drawing, "bar-open"), shares, strict=True)
    ]
    ordered = [end for _, end in sorted(zip(shares, ends, strict=True))]
    # a bar of nothing is drawn one pixel wide, so that it can be seen
    assert all(left <= right + 1 for left, right in pairwise(ordered))
