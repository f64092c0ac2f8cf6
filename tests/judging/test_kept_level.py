"""When a goal is to hold a level and when it is to move, and what follows before its year has come."""

from decimal import Decimal

import pytest

from monosashi.judging.bounds import Bound, Bounds
from monosashi.model import Comparator, GoalShape, Way
from tests.judging.series import FIRST, SECOND, measure, reached, said, sheet_of

D = Decimal


@pytest.mark.parametrize(
    ("target", "baseline", "yearly", "shape", "met"),
    [
        # no baseline: one bound for every year is a level, unless the year judged is on the way to it
        ("95％以上", "", {FIRST: "95％以上", SECOND: "95％以上"}, GoalShape.FLOOR, False),
        ("95％以上", "", {FIRST: "80％以上", SECOND: "90％以上"}, GoalShape.INCREASE, True),
        ("95％以上", "", {}, GoalShape.INCREASE, None),
        ("95％", "", {SECOND: "95％"}, GoalShape.INCREASE, False),
        ("95％以下", "", {SECOND: "95％以下"}, GoalShape.CEILING, True),
        # with a baseline it is that which decides
        ("95％以上", "95％", {}, GoalShape.FLOOR, False),
        ("95％超", "95％", {}, GoalShape.INCREASE, None),
        ("95％以上", "80％", {}, GoalShape.INCREASE, None),
        ("95％以上", "98％", {}, GoalShape.FLOOR, False),
        ("90％以下", "90％", {}, GoalShape.CEILING, False),
        ("95％未満", "95％", {}, GoalShape.DECREASE, True),
        ("90％以下", "99％", {}, GoalShape.DECREASE, None),
        ("95％以下", "90％", {}, GoalShape.CEILING, True),
        ("95％", "95件", {}, GoalShape.INCREASE, None),  # in another unit it decides nothing
        # words decide before it
        ("95％を維持", "80％", {}, GoalShape.FLOOR, False),
    ],
)
def test_a_level_or_a_way(
    target: str, baseline: str, yearly: dict[str, str], shape: GoalShape, met: bool | None
) -> None:
    found = reached(sheet_of(measure(target, {SECOND: "92％"}, baseline=baseline, yearly=yearly)))
    assert (found.shape, found.met) == (shape, met)


def test_a_bound_in_one_year_tells_the_way_of_the_measure() -> None:
    cells = {FIRST: "6.9％", SECOND: "6.6％"}
    sheet = sheet_of(measure("5.0％", cells, baseline="7.4％", yearly={FIRST: "7.0％以下", SECOND: "6.5％"}))
    found = [reached(sheet, year=year) for year in (2022, 2023)]
    assert [(one.way, one.shape, one.met) for one in found] == [
        (Way.DOWN, GoalShape.DECREASE, True),
        (Way.DOWN, GoalShape.DECREASE, False),
    ]
    assert found[1].why.ja == "年度ごとの目標値に「7.0%以下」とあるため、小さいほどよいとみなしました"


def test_why_it_is_a_level() -> None:
    kept = sheet_of(measure("95％以上", {SECOND: "92％"}, yearly={SECOND: "95％以上"}))
    assert "基準値がなく、目標が一つの限度なので、95%以上という水準を保つことが目標とみなします。" in said(
        reached(kept)
    )
    worse = sheet_of(measure("95％以上", {SECOND: "92％"}, baseline="98％"))
    assert said(reached(worse))[:2] == [
        "令和5年度だけの目標値は印刷されていません。最終の目標値「95％以上」は年度ごとに問える目標なので、"
        "令和7年度の前でも当てはまるとみなします。",
        "最終の目標値が基準値98%より後退しているので、95%以上という水準を保つことが目標とみなします。",
    ]
    words = sheet_of(measure("95％", {SECOND: "92％"}, name="交通の便の水準を維持した割合の維持"))
    assert "維持することが書かれているので、95%という水準を保つことが目標とみなします。" in said(reached(words))


@pytest.mark.parametrize(
    ("value", "comparator", "per_cent", "held", "missed"),
    [
        (D(100), Comparator.AT_LEAST, D(0), ["100", "101"], ["99.99"]),
        (D(100), Comparator.ABOVE, D(0), ["100.01"], ["100"]),
        (D(100), Comparator.AT_MOST, D(0), ["100"], ["100.01"]),
        (D(100), Comparator.BELOW, D(0), ["99.99"], ["100"]),
        (D(100), Comparator.AT_LEAST, D(5), ["95"], ["94.99"]),
        (D(100), Comparator.ABOVE, D(5), ["95.01"], ["95"]),
        (D(100), Comparator.AT_MOST, D(5), ["105"], ["105.01"]),
        (D(100), Comparator.BELOW, D(5), ["104.99"], ["105"]),
        (D(-100), Comparator.AT_LEAST, D(5), ["-105"], ["-105.01"]),
        (D(-100), Comparator.AT_MOST, D(5), ["-95"], ["-94.99"]),
        (D(0), Comparator.AT_LEAST, D(5), ["0"], ["-0.01"]),
    ],
)
def test_bounds(value: Decimal, comparator: Comparator, per_cent: Decimal, held: list[str], missed: list[str]) -> None:
    bounds = Bounds.of(value, comparator).loosened(per_cent)
    assert [bounds.hold(D(one)) for one in (*held, *missed)] == [True] * len(held) + [False] * len(missed)


def test_a_band_loosens_at_both_ends() -> None:
    assert Bounds(Bound(D(40)), Bound(D(50), strict=True)).loosened(D(10)) == Bounds(
        Bound(D(36)), Bound(D(55), strict=True)
    )
