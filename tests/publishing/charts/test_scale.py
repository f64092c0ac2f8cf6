"""The value axis: round ticks that hold every value, from zero unless that would hide the differences."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monosashi.publishing.charts.lettering import ems, wrapped
from monosashi.publishing.charts.scale import value_scale

_VALUES = st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=8)


@given(_VALUES)
def test_every_value_lies_between_the_first_tick_and_the_last(values: list[Decimal]) -> None:
    scale = value_scale(values)
    assert scale.ticks[0] <= min(values)
    assert scale.ticks[-1] >= max(values)
    assert 2 <= len(scale.ticks) <= 8
    assert all(0 <= scale.share(value) <= 1 for value in values)


@given(_VALUES)
def test_the_axis_of_bars_always_holds_zero(values: list[Decimal]) -> None:
    assert not value_scale(values, from_zero=True).cut


@given(_VALUES)
def test_an_axis_is_cut_only_where_the_differences_would_be_hidden(values: list[Decimal]) -> None:
    if value_scale(values).cut:
        assert 0 < max(values) - min(values) < max(values) / 10


def test_one_value_alone_is_held_against_zero() -> None:
    assert value_scale([Decimal(97)]).ticks[0] == 0
    assert value_scale([Decimal(0)]).ticks == tuple(map(Decimal, ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")))


@given(st.text(st.sampled_from("港を整える、。ab1 （）"), max_size=60), st.integers(3, 20))
def test_lines_hold_the_whole_text_and_none_is_much_too_wide(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if ems(line) > width + 1] == []


def test_a_text_that_is_cut_says_so() -> None:
    assert wrapped("港を整える工事をつづける", 4, 2) == ("港を整え", "る工事…")
