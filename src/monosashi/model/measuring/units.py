"""Units: when two printed units are the same, and which of them may be added up.

>>> same_unit("か所", "箇所"), same_unit("％", "%"), same_unit("社", "社/件")
(True, True, False)
"""

import re
from functools import lru_cache

from monosashi.model import Quantity
from monosashi.model.folding import key

#: Ways to write one and the same counter.
_SAME = (
    (re.compile(r"(?:[かヵヶカケ箇個])(?=[所国月年村町])"), "か"),
    (re.compile(r"^名$"), "人"),
    (re.compile(r"パーセント"), "%"),
)
_RATES = frozenset({"%", "‰", "割", "ポイント", "ppm", "歳", "℃", "°c", "点", "倍"})
_RATE_NAMES = re.compile(r"平均|割合|比率|当たり|あたり|中央値|指数|寿命|満足度|スコア|(?<![効能引])率(?![先直い])")


@lru_cache(maxsize=4096)
def unit_key(unit: str) -> str:
    """By what units are compared."""
    folded = key(unit)
    for pattern, one in _SAME:
        folded = pattern.sub(one, folded)
    return folded


def same_unit(left: str, right: str) -> bool:
    """Whether two units agree; a unit that is not printed agrees with any."""
    return not left or not right or left == right or unit_key(left) == unit_key(right)


def adds_up(quantity: Quantity, name: str = "") -> bool:
    """Whether parts of the quantity are amounts of the same thing that a whole could be the sum of.

    A rate, a mean or an amount per something is not: the women's rate may exceed the rate of all.
    """
    folded = unit_key(quantity.unit)
    return not (folded in _RATES or "/" in folded or quantity.ratio or _RATE_NAMES.search(name))
