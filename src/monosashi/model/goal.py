"""Goal (施策目標) and Lever (施策手段): what is to be reached, and by what it is moved."""

from monosashi.model.indicator import Indicator
from monosashi.model.noun import Noun


class Lever(Noun):
    """施策手段: the means by which a goal is approached, with the indicators that measure it. The text is empty where
    a form prints no levers."""

    text: str = ""
    indicators: tuple[Indicator, ...] = ()


class Goal(Noun):
    """施策目標: one aim with its levers. The text is empty where a form prints no goals beside its indicators."""

    text: str = ""
    levers: tuple[Lever, ...] = ()
