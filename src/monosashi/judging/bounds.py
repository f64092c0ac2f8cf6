"""Bounds: between which numbers an actual must lie for its target to be met.

>>> goal = Bounds.of(Decimal(45), Comparator.AT_LEAST)
>>> goal.hold(Decimal(45)), goal.hold(Decimal(44)), goal.loosened(Decimal(5)).hold(Decimal(44))
(True, False, True)
"""

from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Comparator
from monosashi.model.measuring.arithmetic import minus, product, total

#: The bounds that an actual must lie above, and those it must lie below.
UPWARD = (Comparator.AT_LEAST, Comparator.ABOVE)
DOWNWARD = (Comparator.AT_MOST, Comparator.BELOW)
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Bound:
    """One end. ``strict``: the number itself does not meet it (超, 未満)."""

    value: Decimal
    strict: bool = False


@dataclass(frozen=True)
class Bounds:
    """The lowest and the highest number that meet a target; None where there is no such end."""

    low: Bound | None = None
    high: Bound | None = None

    @classmethod
    def of(cls, value: Decimal, comparator: Comparator) -> "Bounds":
        """The bounds that a comparator makes of a number. 「ちょうど」 must have become 以上 or 以下 by the way that is better."""
        strict = comparator in (Comparator.ABOVE, Comparator.BELOW)
        if comparator in DOWNWARD:
            return cls(high=Bound(value, strict))
        return cls(low=Bound(value, strict))

    def loosened(self, per_cent: Decimal) -> "Bounds":
        """The bounds moved outward by so many hundredths of each. Those of a target of nil stay."""
        if not per_cent:
            return self
        low = Bound(minus(self.low.value, _slack(self.low.value, per_cent)), self.low.strict) if self.low else None
        high = (
            Bound(total([self.high.value, _slack(self.high.value, per_cent)]), self.high.strict) if self.high else None
        )
        return Bounds(low, high)

    def hold(self, value: Decimal) -> bool:
        """Whether the number lies within."""
        return self.beyond(value) is None

    def beyond(self, value: Decimal) -> Bound | None:
        """The end that the number lies outside of."""
        if self.low and (value < self.low.value or (self.low.strict and value == self.low.value)):
            return self.low
        if self.high and (value > self.high.value or (self.high.strict and value == self.high.value)):
            return self.high
        return None


def _slack(value: Decimal, per_cent: Decimal) -> Decimal:
    return product(product(abs(value), per_cent), _HUNDREDTH)
