"""Legend: the signs of the charts with their words, only those that stand in one of them."""

from collections.abc import Sequence
from decimal import Decimal

from monosashi.model import Amount, Comparator, Pathway, PathwaySource, State
from monosashi.publishing.charts import Series, signs
from monosashi.publishing.charts.drawing import Box, Line, Shape

#: The middle of a sign's box of 40 by 20.
_X, _Y = 20.0, 10.0
_PLAIN = Amount(value=Decimal(0))

#: A sign of the legend: its words by key, and its shapes.
Sign = tuple[str, tuple[Shape, ...]]


def legend(series: Sequence[Series], *, disrupted: bool) -> tuple[Sign, ...]:
    """The signs that the charts of these series use. ``disrupted``: whether a year is shaded in one of them."""
    drawn = [one for one in series if one.numeric and one.years]
    targets = [point.amount for one in drawn for point in one.targets]
    actuals = [point for one in drawn for point in one.actuals]
    gaps = {gap.state for one in drawn for gap in one.gaps}
    about = _PLAIN.model_copy(update={"approximate": True})
    bound = _PLAIN.model_copy(update={"comparator": Comparator.AT_LEAST})
    used: tuple[tuple[bool, str, tuple[Shape, ...]], ...] = (
        (any(not point.later for point in actuals), "actual", _actual(later=False)),
        (any(point.later for point in actuals), "later", _actual(later=True)),
        (any(not amount.approximate for amount in targets), "target", tuple(signs.target(_PLAIN, _X, _Y, 16))),
        (any(amount.approximate for amount in targets), "about", tuple(signs.target(about, _X, _Y, 16))),
        (any(_bounds(amount) for amount in targets), "bound", tuple(signs.target(bound, _X, _Y + 3, 16))),
        (any(one.goal for one in drawn), "goal", (signs.goal(_X, _Y),)),
        (any(one.baseline for one in drawn), "baseline", tuple(signs.baseline(2, 22, _Y, 38))),
        (any(one.references for one in drawn), "reference", (signs.reference(_X, _Y),)),
        (State.NOT_YET in gaps, "not_yet", tuple(signs.gap(_X, _Y, State.NOT_YET))),
        (bool(gaps - {State.NOT_YET}), "missing", tuple(signs.gap(_X, _Y, State.UNSTATED))),
        (disrupted, "disrupted", (Box("shade", 8, 1, 24, 18),)),
    )
    return tuple((key, shapes) for stands, key, shapes in used if stands)


def pathway_legend(pathway: Pathway) -> tuple[Sign, ...]:
    """The signs that a pathway's picture uses."""
    points = [point for series in (*pathway.outputs, pathway.outcome) for point in series.points]
    sources = {point.source for point in points}
    used: tuple[tuple[bool, str, tuple[Shape, ...]], ...] = (
        (PathwaySource.ACTUAL in sources, "actual", _actual(later=False)),
        (any(point.target is not None for point in points), "target", tuple(signs.target(_PLAIN, _X, _Y, 16))),
        (bool(sources - {None, PathwaySource.ACTUAL}), "earlier", (signs.reference(_X, _Y),)),
        (any(point.disrupted for point in points), "abnormal", (Box("shade", 8, 1, 24, 18),)),
    )
    return tuple((key, shapes) for stands, key, shapes in used if stands)


def _actual(*, later: bool) -> tuple[Shape, ...]:
    line = Line("actual-line", ((4, _Y), (36, _Y)))
    return (*(() if later else (line,)), signs.actual(_X, _Y, later=later))


def _bounds(amount: Amount) -> bool:
    return amount.comparator is not Comparator.EXACTLY
