"""Amounts: whether two printed numbers are one and the same, in whatever unit each is printed.

Units are print where they only scale: 2百万円 is 2,000千円, 3割 is 30％, 1.2万人 is 12,000人. What is printed with fewer
digits (or in a coarser unit) was rounded somehow, so it may be off by less than its last digit.

>>> million, thousand = Amount(value=Decimal(2616), unit="百万円"), Amount(value=Decimal(2615741), unit="千円")
>>> same_amount(million, thousand), same_amount(million, million.model_copy(update={"value": Decimal(2615)}))
(True, False)
"""

import re
from decimal import Context, Decimal

from monosashi.model import Amount, Comparator
from monosashi.model.measuring.arithmetic import decimals_of, difference
from monosashi.model.measuring.units import unit_key

_EXACT = Context(prec=1500)
#: By how many places a unit's first characters move the number; what follows is the unit itself.
_SCALES = {"十億": 9, "百万": 6, "千万": 7, "億": 8, "兆": 12, "万": 4, "千": 3}
_SCALED = re.compile(rf"({'|'.join(_SCALES)})(.+)")
#: Units that are parts of a whole: each in per cent.
_SHARES = {"割": 1, "%": 0, "‰": -1}

_LEAST = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})
_MOST = frozenset({Comparator.AT_MOST, Comparator.BELOW})


def places(unit: str) -> tuple[int, str]:
    """How many decimal places a unit moves its number, and what is counted then.

    >>> places("百万円"), places("割"), places("か所")
    ((6, '円'), (1, '%'), (0, 'か所'))
    """
    folded = unit_key(unit)
    if folded in _SHARES:
        return _SHARES[folded], "%"
    match = _SCALED.fullmatch(folded)
    return (_SCALES[match[1]], match[2]) if match else (0, folded)


def one_measure(left: str, right: str) -> bool:
    """Whether numbers in the two units can be compared; a unit that is not printed goes with any."""
    return not left or not right or places(left)[1] == places(right)[1]


def same_amount(left: Amount, right: Amount, *, exact: bool = False) -> bool:
    """Whether two prints can be of one number. Units must be of one measure. ``exact``: digits that are left
    out are noughts (a target is set, not rounded)."""
    one, other = (places(amount.unit)[0] if left.unit and right.unit else 0 for amount in (left, right))
    values = left.value.scaleb(one, _EXACT), right.value.scaleb(other, _EXACT)
    last = one - decimals_of(left.value), other - decimals_of(right.value)
    apart = difference(*values)
    if exact or last[0] == last[1]:
        return apart == 0
    return apart < Decimal(1).scaleb(max(last), _EXACT)


def bound_turned(left: Amount, right: Amount) -> bool:
    """Whether 以上 became 以下, or the other way round."""
    return {left.comparator, right.comparator} & _LEAST != set() and {
        left.comparator,
        right.comparator,
    } & _MOST != set()
