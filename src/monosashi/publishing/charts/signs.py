"""Signs: how targets, actuals, baselines, references and gaps are drawn, alike in every chart and in the legend.

No sign is told apart by its colour alone: an actual is a filled circle on a solid line, a target a bar, the final
target a diamond, the baseline a dashed line, a reference an open square, a missing value a cross with its word.
"""

from collections.abc import Iterator

from monosashi.model import Amount, Comparator, State
from monosashi.publishing.charts.drawing import Box, Line, Mark, Shape

_UPWARDS = (Comparator.AT_LEAST, Comparator.ABOVE)
_DOWNWARDS = (Comparator.AT_MOST, Comparator.BELOW)
#: How high the hatched bar of an approximate target is. It has no meaning in numbers: 程度 states no width.
_FUZZY = 8.0


def target(amount: Amount, x: float, y: float, half: float) -> Iterator[Shape]:
    """A year's target: a bar; hatched where it is 程度, with strokes towards the allowed side where it is a bound."""
    if amount.approximate:
        yield Box("target-about", x - half, y - _FUZZY / 2, 2 * half, _FUZZY)
        for n in range(int(2 * half // 5)):
            at = x - half + 5 * n
            yield Line("target-hatch", ((at, y + _FUZZY / 2), (at + 5, y - _FUZZY / 2)))
    else:
        yield Line("target", ((x - half, y), (x + half, y)))
    rise = -7.0 if amount.comparator in _UPWARDS else 7.0
    if amount.comparator in (*_UPWARDS, *_DOWNWARDS):
        for at in (x - half * 0.6, x, x + half * 0.6):
            yield Line("target-bound", ((at, y), (at, y + rise)))


def goal(x: float, y: float) -> Mark:
    """The final target (目標値)."""
    return Mark("goal", "diamond", x, y, 6.5)


def actual(x: float, y: float, *, later: bool = False) -> Mark:
    """An actual; hollow where it is provisional or of an earlier year."""
    return Mark("actual-later" if later else "actual", "circle", x, y)


def reference(x: float, y: float) -> Mark:
    """A past actual under 【参考】."""
    return Mark("reference", "square", x, y, 4)


def baseline(x0: float, x1: float, y: float, right: float) -> Iterator[Shape]:
    """The baseline: dashed over the years it rests on, dotted on to the right edge, to hold the years against it."""
    yield Line("baseline-on", ((x1, y), (right, y)))
    yield Line("baseline", ((x0, y), (x1, y)))


def gap(x: float, y: float, state: State) -> Iterator[Shape]:
    """A missing actual, on the floor of the plot: a short stroke where it is still to come, else a cross."""
    if state is State.NOT_YET:
        yield Line("gap", ((x - 4, y), (x + 4, y)))
    else:
        yield Mark("gap", "cross", x, y, 3.5)
