"""Figures: each measure as a chart with its numbers as a table; one told in words as a line of time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monosashi.model import Actual, Indicator, Measure, PrintedNendo, Sheet, State, Value
from monosashi.model.folding import unbroken
from monosashi.publishing.charts import Backdrop, Drawing, Series, measure_chart
from monosashi.publishing.html.meaning import amount_words, nendo_words, quantity_words
from monosashi.publishing.html.words import Words
from monosashi.publishing.html.years import year_key
from monosashi.publishing.tables.references import Past, past_actuals

#: Numbers of a figure are read, not copied: digits in groups of three.
_DIGITS = ",f"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One year of a figure's table: the prints, how an actual is missing, a past actual under 【参考】."""

    year: str
    target: str
    actual: str
    state: str
    reference: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. ``drawing`` is None where it is told in words; then the rows are its line of time."""

    path: str
    number: str
    name: str
    kind: str
    primary: bool
    tags: tuple[str, ...]
    drawing: Drawing | None
    rows: tuple[FigureRow, ...]
    remarks: tuple[str, ...]
    baseline: str
    goal: str
    latest: str
    why: str

    @property
    def key(self) -> str:
        """What the ids of its parts begin with."""
        return figure_key(self.path)

    @property
    def has_references(self) -> bool:
        """Whether a past actual is printed under 【参考】."""
        return any(row.reference for row in self.rows)


def figure_key(path: str) -> str:
    """An id for a path's figure, apart from the path itself, which is its value's."""
    return "figure" + path.replace("/", "-")


def figures(
    sheet: Sheet, series: Iterable[Series], backdrops: Mapping[str, Backdrop], words: Words
) -> tuple[Figure, ...]:
    """The figure of every measure, in printed order. ``series``: of each measure, in the same order."""
    return tuple(
        _figure(sheet, indicator, measure, one, backdrops.get(path), words)
        for (path, indicator, measure), one in zip(sheet.measures(), series, strict=True)
    )


def _figure(
    sheet: Sheet, indicator: Indicator, measure: Measure, one: Series, backdrop: Backdrop | None, words: Words
) -> Figure:
    number, name = unbroken(indicator.number.text), measure.name.name
    rows = tuple(_rows(sheet, one.path, measure, words))
    baseline = _said(measure.baseline.value, measure.baseline.year, words)
    goal = _said(measure.target.value, measure.target.year, words)
    names = (words("chart.title", number=number, name=name), _in_words(baseline, goal, rows, words))
    drawn = one.numeric and one.years
    kind = words(f"logic.{measure.name.kind.value}") if measure.name.kind else ""
    return Figure(
        path=one.path,
        number=number,
        name=" ".join(part for part in (unbroken(indicator.group), name) if part),
        kind=kind,
        primary=indicator.primary,
        tags=tuple(_tags(one, backdrop, words)),
        drawing=measure_chart(figure_key(one.path), one, words, names, backdrop) if drawn else None,
        rows=rows,
        remarks=tuple(_remarks(one, words, drawn=bool(drawn))),
        baseline=baseline,
        goal=goal,
        latest=_latest(one, measure, words),
        why=words("chart.why", why=words.of(backdrop.why)) if backdrop and drawn else "",
    )


def _said(value: Value, year: PrintedNendo, words: Words) -> str:
    """A value with its year in words; nothing where nothing is printed."""
    told = quantity_words(value.quantity, words, _DIGITS) if value.quantity else unbroken(value.text)
    when = nendo_words(year.nendo, words) if year.nendo else unbroken(year.text)
    if not told:
        return ""
    return words("chart.value_in", value=told, year=when) if when else told


def _tags(one: Series, backdrop: Backdrop | None, words: Words) -> Iterator[str]:
    if one.cumulative:
        yield words("chart.cumulative")
    if backdrop and one.numeric:
        yield words(f"chart.way.{backdrop.way}")


def _remarks(one: Series, words: Words, *, drawn: bool) -> Iterator[str]:
    """What must be known to read the picture right."""
    if drawn:
        if one.scale.cut:
            yield words("chart.cut", first=f"{one.scale.ticks[0]:f}")
        if one.broken:
            yield words("chart.broken")
    for role, unit in one.apart:
        said = words("chart.unit", unit=unit) if unit else words("chart.no_unit")
        yield words(f"chart.apart.{role}", unit=said)


def _latest(one: Series, measure: Measure, words: Words) -> str:
    """The latest actual that is reported, as a sentence with that year's target."""
    if not one.actuals:
        return ""
    point = one.actuals[-1]
    aim = next((target for target in one.targets if target.year == point.year), None)
    actual = next(a for a in measure.actuals if a.year.nendo and a.year.nendo.year == point.year)
    year = nendo_words(actual.year.nendo, words) if actual.year.nendo else str(point.year)
    told = amount_words(point.amount, words, _DIGITS)
    if aim is None:
        return words("chart.latest", year=year, actual=told)
    return words("chart.latest_against", year=year, actual=told, target=amount_words(aim.amount, words, _DIGITS))


@dataclass(slots=True)
class _Year:
    """What is printed for one year."""

    printed: PrintedNendo
    target: str = ""
    actual: Actual | None = None
    past: Past | None = None


def _rows(sheet: Sheet, path: str, measure: Measure, words: Words) -> Iterator[FigureRow]:
    found: dict[str, _Year] = {}

    def of(printed: PrintedNendo) -> _Year:
        return found.setdefault(year_key(printed), _Year(printed))

    for target in measure.targets:
        for printed in target.years:
            one = of(printed)
            one.target = one.target or unbroken(target.value.text)
    for actual in measure.actuals:
        one = of(actual.year)
        one.actual = one.actual or actual
    for past in past_actuals(sheet, path, measure):
        one = of(PrintedNendo(text=str(past.nendo), nendo=past.nendo))
        one.past = one.past or past
    for one in sorted(found.values(), key=lambda one: one.printed.nendo.year if one.printed.nendo else 10_000):
        yield _row(one, words)


def _row(one: _Year, words: Words) -> FigureRow:
    printed, actual = one.printed, one.actual
    missing = actual is not None and actual.state is not State.REPORTED
    return FigureRow(
        year=nendo_words(printed.nendo, words) if printed.nendo else unbroken(printed.text),
        target=one.target,
        actual=unbroken(actual.value.text) if actual and not missing else "",
        state=words(f"state.{actual.state.value}") if actual and missing else "",
        reference=amount_words(one.past.amount, words, _DIGITS) if one.past else "",
    )


def _in_words(baseline: str, goal: str, rows: Iterable[FigureRow], words: Words) -> str:
    """What the picture shows, for who cannot see it: the baseline, the target, and each year."""
    said = [words("chart.said.baseline", value=baseline)] if baseline else []
    said += [words("chart.said.goal", value=goal)] if goal else []
    for row in rows:
        parts = [
            *([words("chart.said.target", value=row.target)] if row.target else []),
            *([words("chart.said.actual", value=row.actual or row.state)] if row.actual or row.state else []),
            *([words("chart.said.reference", value=row.reference)] if row.reference else []),
        ]
        said.append(words("chart.said.year", year=row.year, parts=words("chart.said.and").join(parts)))
    return words("chart.said.stop").join(said)
