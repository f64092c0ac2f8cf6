"""Far beyond: the rate at which a number attains a target, where such a rate means something."""

from decimal import Decimal

from monosashi.model.measuring.arithmetic import percentage
from monosashi.model.measuring.way import Way
from monosashi.model.quantity import Amount

#: Rates are compared in whole per cent, as they are spoken of.
_DECIMALS = 0


def attainment(way: Way, actual: Amount, target: Amount) -> Decimal | None:
    """The actual in hundredths of the target (of the target in hundredths of the actual where less is better), rounded to
    whole per cent. None where a rate would mean nothing: a level to be kept, a target or an actual of nil or below.

    >>> attainment(Way.UP, Amount(value=Decimal(16)), Amount(value=Decimal(12)))
    Decimal('133')
    >>> attainment(Way.DOWN, Amount(value=Decimal(10)), Amount(value=Decimal(12)))
    Decimal('120')
    """
    if way is Way.KEEP or actual.value <= 0 or target.value <= 0:
        return None
    part, whole = (actual, target) if way is Way.UP else (target, actual)
    return percentage(part.value, whole.value, _DECIMALS)
