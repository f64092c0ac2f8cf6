"""Rounding told from printed digits: of one mean, and of a sheet's means together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model.measuring.arithmetic import mean
from monosashi.model.measuring.rounding import EVERY_RULE, Rounding, by_rule, rule_of, rules_of

NEAREST, FLOOR, CEILING = Rounding.NEAREST, Rounding.FLOOR, Rounding.CEILING
DOWN_OR_NEAREST, UP_OR_NEAREST = frozenset({NEAREST, FLOOR}), frozenset({NEAREST, CEILING})

VALUES = st.lists(st.integers(-(10**9), 10**9).map(Decimal), min_size=1, max_size=6)
DECIMALS = st.integers(0, 4)


def decimals(*printed: str) -> list[Decimal]:
    return [Decimal(one) for one in printed]


@pytest.mark.parametrize(
    ("values", "printed", "rules"),
    [
        (("31", "29", "25"), "28", {NEAREST, FLOOR}),
        (("31", "29", "25"), "29", {CEILING}),
        (("31", "29", "25"), "30", set()),
        (("38", "35", "25"), "33", {NEAREST, CEILING}),
        (("38", "35", "25"), "32", {FLOOR}),
        (("38", "35", "25"), "32.7", {NEAREST, CEILING}),
        (("38", "35", "25"), "32.66", {FLOOR}),
        (("56", "50", "17"), "41", set(Rounding)),
        # half way is rounded up, and away from nil
        (("32", "31"), "32", {NEAREST, CEILING}),
        (("-32", "-31"), "-32", {NEAREST, FLOOR}),
        # 45.2, 45.0 and 44.9 are themselves rounded: their mean may be from 44.98 to less than 45.08
        (("45.2", "45.0", "44.9"), "45.0", {NEAREST, FLOOR}),
        (("45.2", "45.0", "44.9"), "45.1", {NEAREST, CEILING}),
        (("45.2", "45.0", "44.9"), "45.2", set()),
        (("45.0", "45.0", "45.0"), "45.0", set(Rounding)),
        (("45.0", "45.0", "45.0"), "45.1", set()),
    ],
)
def test_the_rules_a_mean_fits(values: tuple[str, ...], printed: str, rules: set[Rounding]) -> None:
    assert rules_of(decimals(*values), Decimal(printed)) == rules


@pytest.mark.parametrize(
    ("means", "rule"),
    [
        ((), NEAREST),
        ((EVERY_RULE, frozenset()), NEAREST),
        ((DOWN_OR_NEAREST, UP_OR_NEAREST), NEAREST),
        # alone, or beside one that agrees, a mean rounded down is the sheet's rule
        ((frozenset({FLOOR}),), FLOOR),
        ((frozenset({FLOOR}), DOWN_OR_NEAREST), FLOOR),
        ((frozenset({CEILING}), UP_OR_NEAREST, EVERY_RULE), CEILING),
        # beside two that are to the nearest it is a slip; two of them are not
        ((frozenset({CEILING}), UP_OR_NEAREST, UP_OR_NEAREST), NEAREST),
        ((frozenset({CEILING}), frozenset({CEILING}), UP_OR_NEAREST, UP_OR_NEAREST), CEILING),
        # nothing explains these but slips
        ((frozenset({FLOOR}), UP_OR_NEAREST), NEAREST),
        ((frozenset({FLOOR}), frozenset({CEILING})), NEAREST),
    ],
)
def test_the_rule_of_a_sheet(means: tuple[frozenset[Rounding], ...], rule: Rounding) -> None:
    assert rule_of(means) is rule
    assert rule_of(reversed(means)) is rule


@given(VALUES, DECIMALS)
def test_to_the_nearest_is_the_mean_of_the_arithmetic(values: list[Decimal], digits: int) -> None:
    assert by_rule(NEAREST, values, digits) == mean(values, digits)


@given(VALUES, DECIMALS)
def test_down_is_never_above_up_and_they_are_one_unit_apart_at_most(values: list[Decimal], digits: int) -> None:
    down, nearest, up = (by_rule(rule, values, digits) for rule in (FLOOR, NEAREST, CEILING))
    assert down <= nearest <= up
    assert up - down in (0, Decimal(1).scaleb(-digits))


@given(VALUES, DECIMALS, st.sampled_from(Rounding))
def test_a_mean_fits_the_rule_it_was_rounded_by(values: list[Decimal], digits: int, rule: Rounding) -> None:
    assert rule in rules_of(values, by_rule(rule, values, digits))


@given(st.lists(st.decimals(-1000, 1000, places=1), min_size=1, max_size=5), DECIMALS, st.sampled_from(Rounding))
def test_values_with_decimals_fit_too(values: list[Decimal], digits: int, rule: Rounding) -> None:
    assert rule in rules_of(values, by_rule(rule, values, digits))
