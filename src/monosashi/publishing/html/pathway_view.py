"""Pathways as a page shows them: the sheet's own words, the series side by side, and what can be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import Lag, Pathway, PathwaySeries, PathwaySource
from monosashi.publishing.charts import Drawing
from monosashi.publishing.charts.pathway import pathway_chart
from monosashi.publishing.charts.scale import printed
from monosashi.publishing.html.judgement_rows import Desk, Spot
from monosashi.publishing.html.legend import Sign, pathway_legend
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.words import Words


@dataclass(frozen=True, slots=True)
class PathwayCell:
    """One year of one measure: its target, its actual or past actual and how it is to be read, and whether the year was
    disrupted."""

    year: str
    target: str
    value: str
    past: bool
    disrupted: bool


@dataclass(frozen=True, slots=True)
class PathwayLine:
    """One measure's row of the table."""

    role: str
    called: str
    unit: str
    spot: Spot
    cells: tuple[PathwayCell | None, ...]


@dataclass(frozen=True, slots=True)
class ShownPathway:
    """One pathway. ``columns``: the outputs' years; an outcome that is expected later stands so many columns to the left."""

    key: str
    title: str
    basis: str
    lag: str
    lag_spot: Spot | None
    quotes: tuple[Spot, ...]
    drawing: Drawing
    legend: tuple[Sign, ...]
    columns: tuple[str, ...]
    lines: tuple[PathwayLine, ...]
    says: tuple[str, ...]
    cannot: tuple[str, ...]


def shown_pathways(pathways: Sequence[Pathway], desk: Desk) -> tuple[ShownPathway, ...]:
    """Every pathway, ready for the page."""
    return tuple(_shown(n, one, desk) for n, one in enumerate(pathways, 1))


def _shown(n: int, one: Pathway, desk: Desk) -> ShownPathway:
    words = desk.words
    shift = one.lag.years or 0
    rows = [(series, 0) for series in one.outputs] + [(one.outcome, shift)]
    columns = sorted({point.nendo.year - late for series, late in rows for point in series.points})
    title = words(
        "judgement.pathway.of",
        outputs=words("judgement.pathway.and").join(series.number or series.name for series in one.outputs),
        outcome=one.outcome.number or one.outcome.name,
    )
    lines = tuple(_line(series, late, columns, desk, outcome=series is one.outcome) for series, late in rows)
    names = (title, words("chart.said.stop").join(_said(line, desk) for line in lines))
    return ShownPathway(
        key=f"pathway-{n}",
        title=title,
        basis=words(f"pathway_basis.{one.basis.value}"),
        lag=_lag(one.lag, words),
        lag_spot=desk.spot(one.lag.path, one.lag.text) if one.lag.path else None,
        quotes=tuple(desk.spot(quote.path, quote.text) for quote in one.hypothesis),
        legend=pathway_legend(one),
        drawing=pathway_chart(f"pathway-{n}", one, words, names),
        columns=tuple(words("year.fiscal", year=column) for column in columns),
        lines=lines,
        says=tuple(words.of(message) for message in one.says),
        cannot=tuple(words.of(message) for message in one.cannot),
    )


def _lag(lag: Lag, words: Words) -> str:
    if lag.years is None and not lag.text:
        return words("judgement.pathway.lag_unknown")
    if lag.years is None:
        return words("judgement.pathway.lag_words", text=lag.text)
    if lag.years == 1:
        return words("judgement.pathway.lag_next", text=lag.text)
    return words("judgement.pathway.lag_years", years=lag.years, text=lag.text)


def _line(series: PathwaySeries, late: int, columns: Sequence[int], desk: Desk, *, outcome: bool) -> PathwayLine:
    by_column = {point.nendo.year - late: point for point in series.points}
    cells = []
    for column in columns:
        point = by_column.get(column)
        cells.append(
            PathwayCell(
                year=nendo_words(point.nendo, desk.words),
                target="" if point.target is None else printed(point.target),
                value="" if point.value is None else printed(point.value),
                past=point.source is not None and point.source is not PathwaySource.ACTUAL,
                disrupted=point.disrupted,
            )
            if point
            else None
        )
    return PathwayLine(
        role=desk.words("logic.outcome" if outcome else "logic.output"),
        called=f"{series.number} {series.name}".strip(),
        unit=series.unit,
        spot=desk.spot(f"{series.path}/name"),
        cells=tuple(cells),
    )


def _said(line: PathwayLine, desk: Desk) -> str:
    words = desk.words
    years = [
        words(
            "chart.said.year",
            year=cell.year,
            parts=words("chart.said.and").join(
                [
                    *([words("chart.said.target", value=cell.target)] if cell.target else []),
                    *([words("chart.said.actual", value=cell.value)] if cell.value else []),
                ]
            ),
        )
        for cell in line.cells
        if cell and (cell.target or cell.value)
    ]
    return words("judgement.pathway.said", name=line.called, years=words("chart.said.and").join(years))
