"""The two amounts of a ratio where a cell prints them: 83.6％（1,452/1,737）.

A ratio over several years or parts is the sum of the numerators over the sum of the denominators, never the mean of
the ratios: a small group must not weigh as much as a large one.

>>> from monosashi.model.quantity import parse_quantity
>>> amounts_of(parse_quantity("83.6％（1,452/1,737）"))
(Decimal('1452'), Decimal('1737'))
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from monosashi.model import Quantity
from monosashi.model.measuring.arithmetic import product, quotient, total
from monosashi.model.measuring.units import same_unit

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,15}"
_AMOUNTS = re.compile(rf"({_NUMBER})(?:\.(\d{{1,6}}))?[^\d/÷]{{0,6}}[/÷]({_NUMBER})(?:\.(\d{{1,6}}))?[^\d/÷]{{0,6}}")
_HUNDRED = Decimal(100)


def amounts_of(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator from the brackets; None where they are not printed, or the denominator is nil.

    They stand there as 1,452/1,737, or as the two parts that the ratio names.
    """
    for remark in quantity.remarks:
        if found := _AMOUNTS.fullmatch(remark.strip()):
            return _over(_number(found[1], found[2]), _number(found[3], found[4]))
    if ratio := quantity.ratio:
        above, below = quantity.part(ratio.numerator), quantity.part(ratio.denominator)
        if above and below and same_unit(above.amount.unit, below.amount.unit):
            return _over(above.amount.value, below.amount.value)
    return None


def _over(above: Decimal, below: Decimal) -> tuple[Decimal, Decimal] | None:
    return (above, below) if below else None


def pooled(amounts: Iterable[tuple[Decimal, Decimal]], unit: str) -> Decimal:
    """The ratio of the sums, in per cent where that is the unit. The denominators must not all be nil."""
    pairs = list(amounts)
    result = quotient(total(above for above, _ in pairs), total(below for _, below in pairs))
    return product(result, _HUNDRED) if unit and same_unit(unit, "%") else result


def _number(whole: str, decimals: str | None) -> Decimal:
    return Decimal(whole.replace(",", "") + (f".{decimals}" if decimals else ""))
