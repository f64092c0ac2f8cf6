"""Scale: the value axis. It begins at zero, unless that would hide every difference; then it is cut, and says so.

>>> value_scale([Decimal(12), Decimal(60)]).ticks
(Decimal('0'), Decimal('20'), Decimal('40'), Decimal('60'))
>>> value_scale([Decimal("96.0"), Decimal("98.0")]).cut
True
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

#: Differences smaller than this share of the largest value would not be seen on an axis from zero.
_HIDDEN = Decimal("0.1")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
#: At most so many steps between ticks.
_MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis from its first tick to its last. ``cut``: it does not reach down (or up) to zero."""

    ticks: tuple[Decimal, ...]

    @property
    def cut(self) -> bool:
        """Whether zero is outside."""
        return not self.ticks[0] <= 0 <= self.ticks[-1]

    def share(self, value: Decimal) -> float:
        """How far up a value stands: 0 at the first tick, 1 at the last."""
        return float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]))


def value_scale(values: Sequence[Decimal], *, from_zero: bool = False) -> Scale:
    """The axis for some values. ``from_zero``: never cut (for bars, whose length is the value)."""
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    hides = 0 < low < high and high - low < high * _HIDDEN
    if from_zero or not hides:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = low + 1
    step = _step(high - low)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    if first > 1 and first * step == low:
        first -= 1  # the lowest value of a cut axis must not look like nothing
    return Scale(tuple(Decimal(f"{step * n:f}") for n in range(first, last + 1)))


def _step(span: Decimal) -> Decimal:
    """The smallest round step that crosses the span in few."""
    unit = Decimal(10) ** (span / _MOST_STEPS).adjusted()
    return next(unit * step for step in _STEPS if span / (unit * step) <= _MOST_STEPS)


def printed(value: Decimal) -> str:
    """A number in the digits it was printed with, thousands grouped: 97.0 stays 97.0."""
    return f"{value:,f}"


def plain(value: Decimal) -> str:
    """A number without a tail of zeros and without an exponent, thousands grouped.

    >>> plain(Decimal("1250.0")), plain(Decimal("2.50")), plain(Decimal("1E+3"))
    ('1,250', '2.5', '1,000')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
