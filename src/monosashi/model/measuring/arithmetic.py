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
#: A quotient that never ends is kept to so many digits, far beyond what any comparison of printed numbers needs.
_QUOTIENT = Context(prec=60, rounding=ROUND_HALF_UP)
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


def nearest(value: Decimal, decimals: int) -> Decimal:
    """A number rounded half up to so many decimals, however long it is.

    >>> nearest(Decimal("133.25"), 1), nearest(Decimal("-4.25"), 1)
    (Decimal('133.3'), Decimal('-4.3'))
    """
    return value.quantize(Decimal(1).scaleb(-decimals, _EXACT), context=_EXACT)


def percentage(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """A part in hundredths of a whole, rounded half up to so many decimals. The whole must not be nil.

    >>> percentage(Decimal(2293), Decimal(2616), 1)
    Decimal('87.7')
    """
    exact = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)
    return exact.quantize(Decimal(1).scaleb(-decimals, _EXACT), context=_EXACT)


def share(part: Decimal, whole: Decimal) -> Decimal:
    """A part in hundredths of a whole, to sixty digits. The whole must not be nil.

    >>> share(Decimal(17), Decimal(16)), share(Decimal(-2), Decimal("0.5"))
    (Decimal('106.25'), Decimal('-4E+2'))
    """
    return _QUOTIENT.divide(part, whole).scaleb(2, _QUOTIENT)


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    """A part over a whole, to sixty digits. The whole must not be nil."""
    return _QUOTIENT.divide(part, whole)


def minus(left: Decimal, right: Decimal) -> Decimal:
    """Left less right, exact."""
    return _EXACT.subtract(left, right)


def product(left: Decimal, right: Decimal) -> Decimal:
    """The product, exact."""
    return _EXACT.multiply(left, right)


def rounded_to(value: Decimal, decimals: int) -> Decimal:
    """The number to so many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-decimals, _EXACT), context=_EXACT)


def difference(left: Decimal, right: Decimal) -> Decimal:
    """How far apart two numbers are, exact."""
    return abs(_EXACT.subtract(left, right))


def agree(left: Decimal, right: Decimal) -> bool:
    """Whether two prints can be of one number: equal, or equal once the longer is rounded to the shorter's digits."""
    decimals = min(decimals_of(left), decimals_of(right))
    unit = Decimal(1).scaleb(-decimals, _EXACT)
    return left.quantize(unit, context=_EXACT) == right.quantize(unit, context=_EXACT)


def trimmed(value: Decimal) -> Decimal:
    """The number without the idle zeros that a reckoning left behind its point.

    >>> trimmed(Decimal("80.00")), trimmed(Decimal("0.50")), trimmed(Decimal(100))
    (Decimal('80'), Decimal('0.5'), Decimal('100'))
    """
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if decimals_of(value) else value


def shown(value: Decimal) -> str:
    """The number for a sentence: thousands separated, no idle zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
