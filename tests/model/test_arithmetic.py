"""Exact arithmetic on printed decimals, and the units that may be compared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Value
from monosashi.model.measuring.arithmetic import agree, decimals_of, is_sane, mean, shown, total
from monosashi.model.measuring.units import adds_up, same_unit

NUMBERS = st.decimals(min_value=-(10**20), max_value=10**20, places=3)


@pytest.mark.parametrize(
    ("values", "decimals", "expected"),
    [
        (("31", "29", "25"), 0, "28"),
        (("31", "32"), 0, "32"),
        (("-31", "-32"), 0, "-32"),
        (("2.25", "2.33", "1"), 2, "1.86"),
        (("9" * 60, "9" * 60), 0, "9" * 60),
    ],
)
def test_means_are_rounded_half_up(values: tuple[str, ...], decimals: int, expected: str) -> None:
    assert mean([Decimal(value) for value in values], decimals) == Decimal(expected)


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(0, 5))
def test_a_mean_lies_between_and_does_not_depend_on_order(values: list[Decimal], decimals: int) -> None:
    found = mean(values, decimals)
    assert found == mean(values[::-1], decimals)
    assert min(values) - 1 <= found <= max(values) + 1
    assert decimals_of(found) == decimals


@given(NUMBERS)
def test_a_number_agrees_with_itself_however_it_is_printed(value: Decimal) -> None:
    assert agree(value, value)
    assert agree(value, total([value, Decimal("0.000")]))
    assert Decimal(shown(value).replace(",", "")) == value


def test_numbers_that_no_paper_holds() -> None:
    assert not is_sane(Decimal("1E+999999"))
    assert not is_sane(Decimal("1E-999999"))
    assert not is_sane(Decimal("NaN"))
    assert is_sane(Decimal("9" * 400))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("％", "%", True),
        ("か所", "箇所", True),
        ("ヶ国", "カ国", True),
        ("名", "人", True),
        ("", "社", True),
        ("社", "社/件", False),
        ("基/10km", "基", False),
        ("千円", "百万円", False),
    ],
)
def test_units(left: str, right: str, same: bool) -> None:
    assert same_unit(left, right) is same


@pytest.mark.parametrize(
    ("text", "name", "adds"),
    [
        ("45件（政務レベル19件）", "合意した案件数", True),
        ("45％（女性：46％）", "利用", False),
        ("1.5社/件（国内：2社/件）", "連携", False),
        ("350g（男性：380g）", "野菜の摂取量の平均", False),
        ("120件（本省：100件）", "業務の効率化", True),
    ],
)
def test_what_may_be_added_up(text: str, name: str, adds: bool) -> None:
    quantity = Value.model_validate(text).quantity
    assert quantity is not None
    assert adds_up(quantity, name) is adds
