"""A measure's chart says what the sheet says: where a sign stands follows from its value and its year, and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Message, Sheet, State
from monosashi.publishing.charts import Backdrop, Disrupted, Drawing, measure_chart, measure_series
from monosashi.publishing.charts.drawing import Line, Mark, Text
from monosashi.publishing.html.words import words
from tests.laws.sheets import sheets
from tests.publishing.charts.measures import PATH, chart_of, series_of, sheet_of


def marks(drawing: Drawing, kind: str) -> list[Mark]:
    return [shape for shape in drawing.of(kind) if isinstance(shape, Mark)]


def lines(drawing: Drawing, kind: str) -> list[Line]:
    return [shape for shape in drawing.of(kind) if isinstance(shape, Line)]


def texts(drawing: Drawing, kind: str) -> list[str]:
    return [shape.text for shape in drawing.of(kind) if isinstance(shape, Text)]


def test_every_year_from_the_baseline_to_the_target_has_its_place() -> None:
    sheet = sheet_of(("30件", "令和元年度"), ("50件", "令和５年度"), {"令和５年度": "50件"}, {"令和３年度": "40件"})
    assert texts(chart_of(sheet), "year") == ["R1", "R2", "R3", "R4", "R5"]
    assert texts(chart_of(sheet), "year-west") == ["2019", "2020", "2021", "2022", "2023"]


def test_years_far_apart_leave_out_those_between_and_the_series_says_so() -> None:
    series = series_of(sheet_of(("30件", "平成10年度"), ("50件", "令和５年度")))
    assert (series.years, series.broken) == ((1998, 2023), True)


def test_a_zero_stands_on_the_floor_and_is_written() -> None:
    drawing = chart_of(sheet_of(("30件", "令和２年度"), actuals={"令和３年度": "0件", "令和４年度": "12件"}))
    (zero, twelve), (floor,) = marks(drawing, "actual"), lines(drawing, "axis")
    assert zero.y == floor.points[0][1] > twelve.y
    assert texts(drawing, "actual-label") == ["0", "12"]


def test_the_axis_of_a_count_begins_at_zero() -> None:
    drawing = chart_of(sheet_of(("480件", "令和２年度"), ("600件", "令和５年度")))
    assert texts(drawing, "tick")[0] == "0"
    assert lines(drawing, "cut") == []


def test_an_axis_from_zero_that_would_hide_everything_is_cut_and_marked() -> None:
    drawing = chart_of(sheet_of(("96.2％", "令和２年度"), ("98.0％", "令和５年度")))
    assert texts(drawing, "tick")[0] == "96"
    assert len(lines(drawing, "cut")) == 2
    assert lines(drawing, "axis")[0].points[0][0] == lines(drawing, "axis")[0].points[1][0]


def test_a_missing_year_keeps_its_word_and_breaks_the_line() -> None:
    drawing = chart_of(
        sheet_of(
            ("30件", "令和２年度"),
            targets={"令和元年度": "9件", "令和６年度": "9件"},
            actuals={
                "令和元年度": "20件",
                "令和２年度": "調査中止",
                "令和３年度": "31件",
                "令和４年度": "32件",
                "令和５年度": "－",
                "令和６年度": "－",
            },
        )
    )
    assert texts(drawing, "gap-word") == ["調査なし", "まだ"]
    assert [type(shape) for shape in drawing.of("gap")] == [Mark, Line, Line]
    assert len(lines(drawing, "actual-line")) == 1
    assert texts(drawing, "actual-label") == ["20", "31", "32"]


def test_a_year_with_a_target_and_no_actual_is_missing_too() -> None:
    series = series_of(sheet_of(("1件", "令和２年度"), targets={"令和３年度": "2件", "令和５年度": "3件"}))
    assert [(gap.year, gap.state) for gap in series.gaps] == [(2021, State.UNSTATED), (2023, State.NOT_YET)]


def test_a_bound_has_strokes_towards_the_side_that_is_allowed() -> None:
    up = chart_of(sheet_of(("1件", "令和２年度"), targets={"令和３年度": "5件以上"}))
    down = chart_of(sheet_of(("1件", "令和２年度"), targets={"令和３年度": "5件以下"}))
    assert [line.points[1][1] < line.points[0][1] for line in lines(up, "target-bound")] == [True] * 3
    assert [line.points[1][1] > line.points[0][1] for line in lines(down, "target-bound")] == [True] * 3


def test_an_approximate_target_is_hatched_and_an_exact_one_is_a_bar() -> None:
    drawing = chart_of(sheet_of(("1件", "令和２年度"), targets={"令和３年度": "5件程度", "令和４年度": "6件"}))
    assert (len(list(drawing.of("target-about"))), len(lines(drawing, "target"))) == (1, 1)


def test_a_provisional_actual_and_one_of_another_year_are_hollow() -> None:
    actuals = {"令和３年度": "5件", "令和４年度": "6件（速報値）", "令和５年度": "7件（令和４年度）"}
    drawing = chart_of(sheet_of(("1件", "令和２年度"), actuals=actuals))
    assert (len(marks(drawing, "actual")), len(marks(drawing, "actual-later"))) == (1, 2)


def test_the_baseline_lies_over_the_years_it_is_the_mean_of() -> None:
    drawing = chart_of(sheet_of(("30件（平成30年度～令和２年度の平均）", "令和２年度"), ("50件", "令和５年度")))
    (line,) = lines(drawing, "baseline")
    slots = [shape.x for shape in drawing.of("year") if isinstance(shape, Text)]
    inside = [line.points[0][0] < x < line.points[1][0] for x in slots]
    assert inside == [True, True, True, False, False, False]


def test_a_reference_of_another_unit_is_set_apart_and_not_drawn() -> None:
    reason = "指標とした。\n【参考】\n令和２年度：１社/件\n令和元年度：２社/件"
    series = series_of(sheet_of(("16社", "令和２年度"), ("18社", "令和５年度"), reason=reason))
    assert (series.references, series.apart) == ((), (("reference", "社/件"),))
    same = series_of(sheet_of(("16社", "令和２年度"), ("18社", "令和５年度"), reason=reason.replace("/件", "")))
    assert [(point.year, point.amount.value) for point in same.references] == [(2019, Decimal(2)), (2020, Decimal(1))]
    assert same.apart == ()


def test_an_abnormal_year_is_shaded_only_where_it_is_told() -> None:
    sheet = sheet_of(("30件", "令和２年度"), ("50件", "令和５年度"))
    year = Disrupted(year=2020, event=Message(ja="大雪", en="snow"))
    told = Backdrop(path=PATH, way="up", why=Message(ja="", en=""), disrupted=(year,))
    assert texts(chart_of(sheet, told, "en"), "shade-name") == ["snow"]
    assert list(chart_of(sheet, told.model_copy(update={"disrupted": ()})).of("shade")) == []
    assert list(chart_of(sheet).of("shade")) == []


def test_a_measure_in_words_has_nothing_to_draw() -> None:
    series = series_of(sheet_of(("まだない。", "令和２年度"), ("できる。", "令和５年度"), {"令和３年度": "決める。"}))
    assert (series.numeric, series.years) == (False, (2020, 2021, 2022, 2023))


def test_a_ratio_without_a_unit_is_drawn() -> None:
    series = series_of(sheet_of(("5.5（誘発額/実投融資額）", "令和２年度"), ("3.4", "令和５年度")))
    assert (series.unit, series.baseline and series.baseline.value) == ("", Decimal("5.5"))


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6))
def test_what_is_more_stands_higher_and_what_is_later_stands_further_right(values: list[int]) -> None:
    actuals = {f"平成{20 + n}年度": f"{value}件" for n, value in enumerate(values)}
    drawn = marks(chart_of(sheet_of(("1件", "平成20年度"), actuals=actuals)), "actual")
    assert [mark.x for mark in drawn] == sorted({mark.x for mark in drawn})
    by_value = [mark.y for _, mark in sorted(zip(values, drawn, strict=True), key=lambda pair: pair[0])]
    assert by_value == sorted(by_value, reverse=True)


@given(sheets())
def test_whatever_is_drawn_stands_within_the_picture_with_every_year(sheet: Sheet) -> None:
    for path, _, measure in sheet.measures():
        series = measure_series(sheet, path, measure)
        if series.numeric and series.years:
            drawing = measure_chart("c", series, words("ja"), ("名", "中身"), None)
            assert texts(drawing, "year-west") == [str(year) for year in series.years]
            drawn = (*marks(drawing, "actual"), *marks(drawing, "actual-later"), *marks(drawing, "goal"))
            assert [m for m in drawn if not (0 <= m.x <= drawing.width and 0 <= m.y <= drawing.height)] == []
            assert len(marks(drawing, "actual")) + len(marks(drawing, "actual-later")) == len(series.actuals)


@pytest.mark.parametrize(("kind", "count"), [("actual", 1), ("target", 1), ("goal", 1), ("reference", 1)])
def test_no_two_kinds_of_number_share_a_shape(kind: str, count: int) -> None:
    reason = "指標とした。\n【参考】\n令和２年度：3件"
    sheet = sheet_of(("2件", "令和２年度"), ("5件", "令和５年度"), {"令和４年度": "4件"}, {"令和３年度": "6件"}, reason)
    drawing = chart_of(sheet)
    shapes = {k: [getattr(s, "shape", "bar") for s in drawing.of(k)] for k in ("actual", "target", "goal", "reference")}
    assert len(shapes[kind]) == count
    assert len({shape for found in shapes.values() for shape in found}) == 4
