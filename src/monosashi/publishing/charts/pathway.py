"""A pathway as a picture: the outputs above, the outcome below, one panel each, their years in the same columns.

Where the effect is expected later, the outcome's years stand that much further left, under the outputs they are held
beside. Each panel has its own scale and unit from zero: nothing suggests that two lines meet.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from monosashi.model import Pathway, PathwayPoint, PathwaySeries, PathwaySource
from monosashi.publishing.charts import signs
from monosashi.publishing.charts.drawing import Box, Drawing, Line, Shape, Speak, Text
from monosashi.publishing.charts.lettering import wrapped
from monosashi.publishing.charts.plot import era_short
from monosashi.publishing.charts.scale import Scale, plain, printed, value_scale

_WIDTH, _LEFT, _RIGHT = 340.0, 40.0, 6.0
_HEAD, _PANEL, _YEARS = 24.0, 86.0, 34.0
_EM = 11.0


def pathway_chart(key: str, pathway: Pathway, t: Speak, names: tuple[str, str]) -> Drawing:
    """The panels of a pathway. The outcome is shifted by the lag the sheet states; by nothing where it states none."""
    lag = pathway.lag.years or 0
    rows = [(output, 0) for output in pathway.outputs] + [(pathway.outcome, lag)]
    columns = sorted({point.nendo.year - shift for series, shift in rows for point in series.points})
    shapes: list[Shape] = []
    top = 0.0
    for n, (series, shift) in enumerate(rows):
        labelled = n == len(rows) - 1 or n == len(rows) - 2
        shapes += _panel(_Frame(tuple(columns), shift, top), series, t, labelled=labelled, last=n == len(rows) - 1)
        top += _HEAD + _PANEL + (_YEARS if labelled else 6)
    return Drawing(key, _WIDTH, top, *names, tuple(shapes))


class _Frame:
    """Where years and values of one panel stand."""

    def __init__(self, columns: tuple[int, ...], shift: int, top: float) -> None:
        self.columns, self.shift = columns, shift
        self.top, self.floor = top + _HEAD, top + _HEAD + _PANEL
        self.slot = (_WIDTH - _LEFT - _RIGHT) / max(1, len(columns))

    def x(self, year: int) -> float:
        return _LEFT + self.slot * (self.columns.index(year - self.shift) + 0.5)

    def y(self, scale: Scale, value: Decimal) -> float:
        return self.floor - scale.share(value) * (_PANEL - 18)


def _panel(frame: _Frame, series: PathwaySeries, t: Speak, *, labelled: bool, last: bool) -> Iterator[Shape]:
    numbers = [value for p in series.points for value in (p.value, p.target) if value is not None]
    scale = value_scale(numbers, from_zero=True)
    role = t("logic.outcome" if last else "logic.output")
    head = t("judgement.pathway.panel", role=role, number=series.number, name=series.name)
    yield from _shades(frame, series)
    for tick in (scale.ticks[0], scale.ticks[-1]):
        y = frame.y(scale, tick)
        yield Line("axis" if tick == 0 else "grid", ((_LEFT, y), (_WIDTH - _RIGHT, y)))
        yield Text("tick", _LEFT - 6, y + 4, plain(tick), "end")
    yield Text("panel-name", 0, frame.top - 10, wrapped(head, _WIDTH / _EM - 1, 1)[0])
    if series.unit:
        yield Text("unit", _LEFT - 6, frame.top + 8, series.unit, "end")
    yield from _targets(frame, scale, series)
    yield from _values(frame, scale, series)
    if labelled:
        for column in frame.columns:
            year = column + frame.shift
            yield Text("year", frame.x(year), frame.floor + 14, era_short(year), "middle")
            yield Text("year-west", frame.x(year), frame.floor + 27, str(year), "middle")


def _shades(frame: _Frame, series: PathwaySeries) -> Iterator[Shape]:
    for point in series.points:
        if point.disrupted:
            x = frame.x(point.nendo.year)
            yield Box("shade", x - frame.slot / 2, frame.top, frame.slot, frame.floor - frame.top)


def _targets(frame: _Frame, scale: Scale, series: PathwaySeries) -> Iterator[Shape]:
    half = frame.slot * 0.36
    for point in series.points:
        if point.target is not None:
            x, y = frame.x(point.nendo.year), frame.y(scale, point.target)
            yield Line("target", ((x - half, y), (x + half, y)))
            if point.value is None:
                yield Text("target-label", x, y - 6, printed(point.target), "middle")


def _values(frame: _Frame, scale: Scale, series: PathwaySeries) -> Iterator[Shape]:
    known = {point.nendo.year: point for point in series.points if point.value is not None}
    for left, right in pairwise(sorted(known)):
        if right - left == 1:
            yield Line("actual-line", (_at(frame, scale, known[left]), _at(frame, scale, known[right])))
    for point in known.values():
        x, y = _at(frame, scale, point)
        yield signs.actual(x, y) if point.source is PathwaySource.ACTUAL else signs.reference(x, y)
        kind = "actual-label" if point.source is PathwaySource.ACTUAL else "reference-label"
        yield Text(kind, x, y - 8, printed(point.value or Decimal(0)), "middle")


def _at(frame: _Frame, scale: Scale, point: PathwayPoint) -> tuple[float, float]:
    return frame.x(point.nendo.year), frame.y(scale, point.value or Decimal(0))
