"""Rounding: which rule a printed mean was rounded by, told from its digits: to the nearest (四捨五入), down or up.

One mean seldom settles it: 28 for 28.33 is to the nearest or down, 33 for 32.67 to the nearest or up; both together are
to the nearest. So the rule is inferred from all means of a sheet (``rule_of``).

>>> values = [Decimal(31), Decimal(29), Decimal(25)]
>>> [rule.value for rule in Rounding if rule in rules_of(values, Decimal(28))]
['nearest', 'floor']
>>> [str(by_rule(rule, values, decimals=0)) for rule in Rounding]
['28', '28', '29']
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from monosashi.model.measuring.arithmetic import decimals_of
from monosashi.model.message import Message

_HALF = Fraction(1, 2)


class Rounding(StrEnum):
    """How a number is brought to the digits it is printed in."""

    NEAREST = "nearest"
    FLOOR = "floor"
    CEILING = "ceiling"

    @property
    def label(self) -> Message:
        """What the rule is called."""
        return _LABELS[self]


_LABELS = {
    Rounding.NEAREST: Message(ja="四捨五入", en="rounded to the nearest"),
    Rounding.FLOOR: Message(ja="切捨て", en="rounded down"),
    Rounding.CEILING: Message(ja="切上げ", en="rounded up"),
}
EVERY_RULE = frozenset(Rounding)


def by_rule(rule: Rounding, values: Sequence[Decimal], decimals: int) -> Decimal:
    """The mean of the values, brought to so many decimals by a rule. There must be a value."""
    exact = _mean(values) * Fraction(10) ** decimals
    match rule:
        case Rounding.FLOOR:
            whole = floor(exact)
        case Rounding.CEILING:
            whole = ceil(exact)
        case Rounding.NEAREST:
            whole = _nearest(exact)
    return Decimal((int(whole < 0), tuple(int(digit) for digit in str(abs(whole))), -decimals))


def rules_of(values: Sequence[Decimal], printed: Decimal) -> frozenset[Rounding]:
    """The rules by which the mean of the values is the printed number; all three where it needed no rounding.

    Values printed with decimals were rounded themselves: to the nearest, the mean may come of any numbers they stand for.
    """
    decimals = decimals_of(printed)
    found = {rule for rule in Rounding if by_rule(rule, values, decimals) == printed}
    scale = Fraction(10) ** decimals
    low, high = (_mean(values) + side * _half_width(values) for side in (-1, 1))
    # the highest number a value can stand for is itself printed as the next one
    if low < high and _nearest(low * scale) <= Fraction(printed) * scale <= ceil(high * scale + _HALF) - 1:
        found.add(Rounding.NEAREST)
    return frozenset(found)


def rule_of(means: Iterable[frozenset[Rounding]]) -> Rounding:
    """The rule in force on a sheet, from the rules that each of its means fits: to the nearest unless its means tell of
    another.

    Another rule is taken for the sheet's where it explains every mean. One mean that is only rounded down (or up) is too
    little for that beside two or more that are rounded to the nearest: it is rather a slip.
    """
    told = [fits for fits in means if fits and fits != EVERY_RULE]
    odd = [fits for fits in told if Rounding.NEAREST not in fits]
    plain = len(told) - len(odd)
    for rule in (Rounding.FLOOR, Rounding.CEILING):
        if odd and all(rule in fits for fits in told) and (len(odd) > 1 or plain < _A_HABIT):
            return rule
    return Rounding.NEAREST


#: From how many means on rounding to the nearest is a sheet's habit.
_A_HABIT = 2


def _mean(values: Sequence[Decimal]) -> Fraction:
    return sum(map(Fraction, values), Fraction(0)) / len(values)


def _nearest(exact: Fraction) -> int:
    away = floor(abs(exact) + _HALF)
    return away if exact >= 0 else -away


def _half_width(values: Sequence[Decimal]) -> Fraction:
    """By how much the mean may be off because values with decimals are rounded."""
    halves = (Fraction(10) ** -decimals_of(value) / 2 for value in values if decimals_of(value))
    return sum(halves, Fraction(0)) / len(values)
