"""Exact arithmetic on printed decimals, in a context of its own: no global state, and no cell too long for it.

>>> mean([Decimal(31), Decimal(29), Decimal(25)], decimals=0)
Decimal('28')
>>> shown(mean([Decimal(12), Decimal(19)], decimals=1)), shown(mean([Decimal(56), Decimal(50)], decimals=1))
('15.5', '53')
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

#: A value cell has at most 400 characters; a sum of a few such numbers stays well under this many digits.
_EXACT = Context(prec=1000, rounding=ROUND_HALF_UP)
#: Numbers beyond this size are no figures of a policy; writing them out would fill the page.
_LARGEST_EXPONENT = 450


def is_sane(value: Decimal) -> bool:
    """Whether the number can be written out on paper: finite, and neither huge nor minute."""
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and abs(exponent) < _LARGEST_EXPONENT and value.adjusted() < _LARGEST_EXPONENT


def decimals_of(value: Decimal) -> int:
    """How many decimals are printed: 2 for 2.50."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum, exact."""
    result = Decimal(0)
    for value in values:
        result = _EXACT.add(result, value)
    return result


def mean(values: list[Decimal], decimals: int) -> Decimal:
    """The mean, rounded half up to so many decimals. The list must not be empty."""
    exact = _EXACT.divide(total(values), Decimal(len(values)))
    return exact.quantize(Decimal(1).scaleb(-decimals, _EXACT), context=_EXACT)


def percentage(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """A part in hundredths of a whole, rounded half up to so many decimals. The whole must not be nil.

    >>> percentage(Decimal(2293), Decimal(2616), 1)
    Decimal('87.7')
    """
    exact = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)
    return exact.quantize(Decimal(1).scaleb(-decimals, _EXACT), context=_EXACT)


def difference(left: Decimal, right: Decimal) -> Decimal:
    """How far apart two numbers are, exact."""
    return abs(_EXACT.subtract(left, right))


def agree(left: Decimal, right: Decimal) -> bool:
    """Whether two prints can be of one number: equal, or equal once the longer is rounded to the shorter's digits."""
    decimals = min(decimals_of(left), decimals_of(right))
    unit = Decimal(1).scaleb(-decimals, _EXACT)
    return left.quantize(unit, context=_EXACT) == right.quantize(unit, context=_EXACT)


def shown(value: Decimal) -> str:
    """The number for a sentence: thousands separated, no idle zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
