"""Amounts: one number in other units and with other digits is one number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Amount, Comparator
from monosashi.model.measuring.amounts import bound_turned, one_measure, places, same_amount

NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
SCALES = st.sampled_from([("千円", 3), ("万円", 4), ("百万円", 6), ("億円", 8), ("十億円", 9), ("兆円", 12)])


def amount(value: str | Decimal, unit: str = "件", bound: Comparator = Comparator.EXACTLY) -> Amount:
    return Amount(value=Decimal(value), unit=unit, comparator=bound)


@pytest.mark.parametrize(
    ("left", "right", "same", "exact"),
    [
        (("2616", "百万円"), ("2615741", "千円"), True, False),
        (("2616", "百万円"), ("2616999", "千円"), True, False),
        (("2616", "百万円"), ("2617", "百万円"), False, False),
        (("2", "百万円"), ("2000", "千円"), True, True),
        (("3", "割"), ("30", "％"), True, True),
        (("5", "‰"), ("0.5", "%"), True, True),
        (("1.2", "万人"), ("12000", "人"), True, True),
        (("52", "%"), ("52.4", "％"), True, False),
        (("52", "%"), ("53.4", "％"), False, False),
        (("18.0", "社"), ("18", "社"), True, True),
        (("18", ""), ("18", "社"), True, True),
        (("18", ""), ("18", "千社"), True, True),
    ],
)
def test_pairs(left: tuple[str, str], right: tuple[str, str], same: bool, exact: bool) -> None:
    one, other = amount(*left), amount(*right)
    assert (same_amount(one, other), same_amount(one, other, exact=True)) == (same, exact)
    assert (same_amount(other, one), same_amount(other, one, exact=True)) == (same, exact)


@given(NUMBERS, SCALES, SCALES)
def test_a_scale_is_print(value: Decimal, one: tuple[str, int], other: tuple[str, int]) -> None:
    left = amount(value.scaleb(-one[1]), one[0])
    right = amount(value.scaleb(-other[1]), other[0])
    assert one_measure(left.unit, right.unit)
    assert same_amount(left, right, exact=True)
    assert same_amount(left, amount(value, "円"))


@given(NUMBERS, NUMBERS)
def test_exact_is_equality_in_one_unit(left: Decimal, right: Decimal) -> None:
    assert same_amount(amount(left), amount(right), exact=True) == (left == right)
    assert same_amount(amount(left), amount(right)) == (left == right)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [("か所", "箇所", True), ("件", "回", False), ("", "回", True), ("百万円", "億円", True), ("千人", "千円", False)],
)
def test_units_of_one_measure(left: str, right: str, one: bool) -> None:
    assert one_measure(left, right) == one_measure(right, left) == one


def test_a_scale_needs_a_unit_behind_it() -> None:
    assert [places(unit) for unit in ("千", "万", "千円", "百貨店", "%")] == [
        (0, "千"),
        (0, "万"),
        (3, "円"),
        (0, "百貨店"),
        (0, "%"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "turned"),
    [
        (Comparator.AT_LEAST, Comparator.AT_MOST, True),
        (Comparator.BELOW, Comparator.ABOVE, True),
        (Comparator.AT_LEAST, Comparator.ABOVE, False),
        (Comparator.AT_MOST, Comparator.EXACTLY, False),
    ],
)
def test_a_bound_turned_round(left: Comparator, right: Comparator, turned: bool) -> None:
    one, other = amount("1", "件", left), amount("1", "件", right)
    assert bound_turned(one, other) == bound_turned(other, one) == turned
