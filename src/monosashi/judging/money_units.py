"""Amounts of money printed in 円, 千円, 百万円 or 億円 are one kind of number: the only units that are converted.

>>> in_unit(Decimal(70500), "千円", "百万円")
Decimal('70.5')
>>> in_unit(Decimal(7), "社", "社/件") is None
True
"""

from decimal import Decimal

from monosashi.model.measuring.arithmetic import product, trimmed
from monosashi.model.measuring.units import same_unit, unit_key

#: Each as a power of ten of the yen.
_YEN = {
    "円": 0,
    "千円": 3,
    "万円": 4,
    "百万円": 6,
    "千万円": 7,
    "億円": 8,
    "十億円": 9,
    "百億円": 10,
    "千億円": 11,
    "兆円": 12,
}


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """The number in another unit; None where the two are not one kind. A unit that is not printed agrees with any."""
    if same_unit(unit, wanted):
        return value
    have, want = _YEN.get(unit_key(unit)), _YEN.get(unit_key(wanted))
    return None if have is None or want is None else trimmed(product(value, Decimal((0, (1,), have - want))))
