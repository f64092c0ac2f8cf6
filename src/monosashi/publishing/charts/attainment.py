"""Attainment: how much of its target each measure reached, and how far it has come for the time that has passed.

Horizontal bars from zero, one row a measure, on one scale of per cent. A target that was met is a filled bar with ○, one
that was missed an open bar with ×; a measure without a number says in which way it is missing. Nothing is clamped: a bar
beyond the axis ends in a break and says its number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model.measuring.arithmetic import nearest
from monosashi.publishing.charts.drawing import Box, Drawing, Line, Mark, Shape, Speak, Text
from monosashi.publishing.charts.lettering import ems, wrapped
from monosashi.publishing.charts.scale import Scale, plain, value_scale

_WIDTH, _LEFT, _RIGHT = 340.0, 8.0, 68.0
_TOP, _ROW, _BAR, _FOOT = 30.0, 46.0, 14.0, 30.0
_EM = 11.0
#: An axis never ends further out or further back than this: one outlier would flatten every other bar.
_MOST, _LEAST = Decimal(300), Decimal(-150)
_FULL = Decimal(100)
#: From which power of ten on a share is no number to read any more: a misprint, or a target of almost nothing.
_LARGE = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """One measure's row. ``value`` in per cent, or ``word``, in which way there is none; ``good``: what the sign at the
    end says, where it can be said; ``mark``: where the bar should have come to, in per cent (the time elapsed)."""

    label: str
    value: Decimal | None
    word: str = ""
    good: bool | None = None
    mark: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold of the rule, in per cent, drawn across all bars."""

    value: Decimal
    label: str


def per_cent(value: Decimal) -> str:
    """A share in per cent to one place, without an idle zero; of one beyond all sense only its size.

    >>> per_cent(Decimal("133.333")), per_cent(Decimal("100.0")), per_cent(Decimal("-4.25")), per_cent(Decimal("1E+60"))
    ('133.3%', '100%', '-4.3%', '≈10^60%')
    """
    if value.adjusted() >= _LARGE:
        return f"{'-' if value < 0 else ''}≈10^{value.adjusted()}%"
    return f"{plain(nearest(value, 1))}%"


def attainment_chart(
    key: str, bars: Sequence[Bar], t: Speak, names: tuple[str, str], limits: Sequence[Limit] = ()
) -> Drawing:
    """The bars of some measures. ``names``: the picture's title, and what it shows in words."""
    scale = _scale(bars, limits)
    height = _TOP + _ROW * len(bars) + _FOOT
    shapes = [
        *_grid(scale, height),
        *_limits(scale, height, limits),
        *_full(scale, height, t),
        *(shape for n, bar in enumerate(bars) for shape in _row(scale, _TOP + _ROW * n, bar)),
    ]
    return Drawing(key, _WIDTH, height, *names, tuple(shapes))


def _scale(bars: Sequence[Bar], limits: Sequence[Limit]) -> Scale:
    said = [value for bar in bars for value in (bar.value, bar.mark) if value is not None]
    inside = [min(max(value, _LEAST), _MOST) for value in (*said, *(limit.value for limit in limits))]
    return value_scale([*inside, Decimal(0), Decimal(120)], from_zero=True)


def _x(scale: Scale, value: Decimal) -> float:
    return _LEFT + scale.share(value) * (_WIDTH - _LEFT - _RIGHT)


def _grid(scale: Scale, height: float) -> Iterator[Shape]:
    floor = height - _FOOT
    for tick in scale.ticks:
        x = _x(scale, tick)
        yield Line("axis" if tick == 0 else "grid", ((x, _TOP - 4), (x, floor)))
        yield Text("tick", x, floor + 16, plain(tick), "middle")
    yield Text("unit", _x(scale, scale.ticks[-1]) + 14, floor + 16, "%")


def _full(scale: Scale, height: float, t: Speak) -> Iterator[Shape]:
    """The line at 100 %."""
    x = _x(scale, _FULL)
    yield Line("full", ((x, _TOP - 4), (x, height - _FOOT)))
    yield Text("full-label", x, _TOP - 9, t("judgement.chart.full"), "middle")


def _limits(scale: Scale, height: float, limits: Sequence[Limit]) -> Iterator[Shape]:
    for limit in limits:
        if scale.ticks[0] <= limit.value <= scale.ticks[-1]:
            x = _x(scale, limit.value)
            yield Line("limit", ((x, _TOP - 4), (x, height - _FOOT)))
            if abs(x - _x(scale, _FULL)) > 3 * _EM:
                yield Text("limit-label", x, _TOP - 9, limit.label, "middle")


def _row(scale: Scale, top: float, bar: Bar) -> Iterator[Shape]:
    lines = wrapped(bar.label, _WIDTH / _EM - 1, 1)
    yield Text("bar-name", 0, top + 12, lines[0] if lines else "")
    y = top + 20
    if bar.value is None:
        yield Text("gap-word", _x(scale, Decimal(0)) + 6, y + 11, bar.word)
    else:
        yield from _bar(scale, y, bar, bar.value)
    if bar.mark is not None:
        yield Mark("elapsed", "diamond", _x(scale, _within(scale, bar.mark)), y + _BAR / 2, 5.5)


def _bar(scale: Scale, y: float, bar: Bar, value: Decimal) -> Iterator[Shape]:
    zero, end = _x(scale, Decimal(0)), _x(scale, _within(scale, value))
    kind = "bar-missed" if bar.good is False else "bar-met" if bar.good else "bar-open"
    yield Box(kind, min(zero, end), y, max(abs(end - zero), 1), _BAR)
    if value != _within(scale, value):
        for shift in (0.0, 5.0):
            at = end - 9 + shift if value > 0 else end + 4 + shift
            yield Line("cut", ((at, y + _BAR + 3), (at + 4, y - 3)))
    sign = {True: "○ ", False: "× ", None: ""}[bar.good]
    label = sign + per_cent(value)
    past = max(end, _x(scale, _within(scale, bar.mark)) + 4 if bar.mark is not None else end, zero)
    room = _WIDTH - 2 - ems(label) * _EM
    yield Text("bar-label", min(past + 6, room), y + 11, label)


def _within(scale: Scale, value: Decimal) -> Decimal:
    return min(max(value, scale.ticks[0]), scale.ticks[-1])
