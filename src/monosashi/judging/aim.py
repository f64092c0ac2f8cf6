"""Aim: what a target asks of an actual: its shape, the way that is better, and the bounds to lie within."""

from dataclasses import dataclass
from decimal import Decimal

from monosashi.judging.bounds import Bounds
from monosashi.model import GoalShape, Message, Step, Way


@dataclass(frozen=True)
class Aim:
    """What is aimed at. ``up`` is None for a band and for words; ``value`` is None where there is no single number.

    ``keeps``: a level to be held, so that missing it is missing it in any year. ``moves``: the target is another number
    each year (前年度以上), so there is no way from the baseline to it. ``lacking``: the value its rule refers to is missing.
    ``assumed``: no word says which way is better, though the targets fall.
    """

    shape: GoalShape
    way: Way
    why: Message
    up: bool | None = None
    keeps: bool = False
    bounds: Bounds | None = None
    value: Decimal | None = None
    unit: str = ""
    cumulative: bool = False
    approximate: bool = False
    said: str = ""
    moves: bool = False
    lacking: bool = False
    assumed: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def every_year(self) -> bool:
        """Whether the target asks the same of every year, and not only of its own: a level kept, a rule that moves."""
        return self.keeps or self.moves
