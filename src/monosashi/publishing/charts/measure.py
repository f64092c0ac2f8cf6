"""A measure's chart: targets and actuals by year, the baseline with its years, past actuals, and what is missing."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from monosashi.publishing.charts import signs
from monosashi.publishing.charts.backdrop import Backdrop
from monosashi.publishing.charts.drawing import Box, Drawing, Line, Shape, Speak, Text
from monosashi.publishing.charts.lettering import ems
from monosashi.publishing.charts.plot import EM, TOP, Area, Label, Plot, placed
from monosashi.publishing.charts.scale import printed
from monosashi.publishing.charts.series import Series


def measure_chart(key: str, series: Series, t: Speak, names: tuple[str, str], backdrop: Backdrop | None) -> Drawing:
    """The chart of a series that has numbers. ``names``: the picture's title, and what it shows in words.

    ``key``: what its ids begin with, once on a page. ``backdrop``: the abnormal years to be shaded, where it is known.
    """
    plot = Plot(series.years, series.scale)
    shapes = (
        *_shades(plot, backdrop, t),
        *plot.frame(series.unit),
        *_baseline(plot, series),
        *_targets(plot, series),
        *_references(plot, series),
        *_actuals(plot, series),
        *_gaps(plot, series, t),
        *_labels(plot, series, t, backdrop),
    )
    return Drawing(key, plot.width, plot.height, *names, shapes)


def _shades(plot: Plot, backdrop: Backdrop | None, t: Speak) -> Iterator[Shape]:
    """Behind everything: the years that an event outside the policy made abnormal, with the event's name."""
    for one in backdrop.disrupted if backdrop else ():
        if one.year in plot.years:
            x = plot.x(one.year)
            yield Box("shade", x - plot.slot / 2, TOP - 4, plot.slot, plot.floor - TOP + 4)
            name = t.of(one.event)
            half = ems(name) * EM / 2
            yield Text("shade-name", min(max(x, plot.left + half), plot.right - half), TOP - 9, name, "middle")


def _baseline(plot: Plot, series: Series) -> Iterator[Shape]:
    if series.baseline:
        ends = [plot.x(year) for year in (series.baseline_years[0], series.baseline_years[-1])]
        half = plot.slot / 2
        yield from signs.baseline(ends[0] - half, ends[1] + half, plot.y(series.baseline.value), plot.right)


def _targets(plot: Plot, series: Series) -> Iterator[Shape]:
    for point in series.targets:
        yield from signs.target(point.amount, plot.x(point.year), plot.y(point.amount.value), plot.slot * 0.42)
    if series.goal:
        yield signs.goal(plot.x(series.goal.year), plot.y(series.goal.amount.value))


def _references(plot: Plot, series: Series) -> Iterator[Shape]:
    for point in series.references:
        yield signs.reference(plot.x(point.year), plot.y(point.amount.value))


def _actuals(plot: Plot, series: Series) -> Iterator[Shape]:
    """The circles, joined only from year to next year: over a missing year there is no line."""
    at = {point.year: (plot.x(point.year), plot.y(point.amount.value)) for point in series.actuals}
    for left, right in pairwise(sorted(at)):
        if right - left == 1:
            yield Line("actual-line", (at[left], at[right]))
    for point in series.actuals:
        yield signs.actual(*at[point.year], later=point.later)


def _gaps(plot: Plot, series: Series, t: Speak) -> Iterator[Shape]:
    """A sign for each missing year, and the word once over neighbours that miss in the same way."""
    known = [gap for gap in series.gaps if gap.year in plot.years]
    for gap in known:
        yield from signs.gap(plot.x(gap.year), plot.floor - 6, gap.state)
    for (state, _), run in groupby(known, key=lambda gap: (gap.state, plot.years.index(gap.year) - known.index(gap))):
        years = [gap.year for gap in run]
        word = t(f"chart.gap.{state.value}")
        middle = (plot.x(years[0]) + plot.x(years[-1])) / 2
        if ems(word) * EM <= plot.slot * len(years):
            yield Text("gap-word", middle, plot.floor - 14, word, "middle")
        else:
            yield Text("gap-word", middle, plot.floor - 14, word, "end", upright=True)


def _labels(plot: Plot, series: Series, t: Speak, backdrop: Backdrop | None) -> list[Text]:
    """The numbers: every actual, the final target and the baseline; others where there is room."""

    def label(kind: str, year: int, text: str, value: float, *, needed: bool = True, below: bool = False) -> Label:
        return Label(kind, plot.x(year), value, text, needed, below)

    found: list[Label] = []
    aims = {point.year: point.amount.value for point in series.targets}
    for point in series.actuals:
        value = point.amount.value
        low = value < aims.get(point.year, value)
        found.append(label("actual-label", point.year, printed(value), plot.y(value), below=low))
    if series.goal:
        value = series.goal.amount.value
        found.append(label("target-label", series.goal.year, printed(value), plot.y(value)))
    if series.baseline:
        value = series.baseline.value
        words = t("chart.baseline_is", value=printed(value))
        found.append(label("baseline-label", series.baseline_years[0], words, plot.y(value)))
    for point in series.references:
        value = point.amount.value
        found.append(label("reference-label", point.year, printed(value), plot.y(value), needed=False))
    final = (series.goal.year, series.goal.amount.value) if series.goal else None
    for point in series.targets:
        value = point.amount.value
        if (point.year, value) != final:
            found.append(label("target-label", point.year, printed(value), plot.y(value), needed=False))
    named = [(plot.left, 0.0, plot.right, TOP - 8)] if backdrop and backdrop.disrupted else []
    return placed(found, [*_taken(plot, series), *named], plot)


def _taken(plot: Plot, series: Series) -> Iterator[Area]:
    """Where signs stand, so that no number is written over them."""
    points = [*series.actuals, *series.references, *([series.goal] if series.goal else [])]
    for point in points:
        x, y = plot.x(point.year), plot.y(point.amount.value)
        yield x - 5, y - 5, x + 5, y + 5
    for point in series.targets:
        x, y, half = plot.x(point.year), plot.y(point.amount.value), plot.slot * 0.42
        yield x - half, y - 2, x + half, y + 2
    for gap in series.gaps:
        if gap.year in plot.years:
            yield plot.x(gap.year) - 12, plot.floor - 24, plot.x(gap.year) + 12, plot.floor
