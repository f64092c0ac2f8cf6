"""Goals, levers, indicators and measures: the table of 測定指標.

Each measure has two rows, yearly targets above and actuals below; a target printed once over several years keeps its
span. Goals and levers hold until the next one is printed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from monosashi.model import (
    Actual,
    Baseline,
    Goal,
    Indicator,
    Lever,
    Measure,
    MeasureName,
    Nendo,
    Number,
    PrintedNendo,
    Target,
    Value,
    YearTarget,
)
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.model.mark import plain_number
from monosashi.model.nendo import parse_nendo
from monosashi.model.quantity import parse_quantity
from monosashi.reading.bands import bands, joined, own_cells
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.table import Band, Table, YearHead, heads_over


@dataclass(frozen=True)
class Row:
    """One measure's band, with the table it stands in and the goal and lever that hold there."""

    table: Table
    band: Band
    goal: GridCell | None
    lever: GridCell | None


def read_goals(
    grid: Grid, tables: Iterable[Table], like: Nendo | None, claims: Claims
) -> tuple[tuple[Goal, ...], list[tuple[str, Row]]]:
    """The goals, and each measure's path with its row (for the rationales beside it)."""
    rows: list[Row] = []
    for table in tables:
        for band in bands(grid, table, "indicator"):
            last = rows[-1] if rows else None
            goal = _holding(table, band, "goal") or (last.goal if last and table.header.has("goal") else None)
            lever = _holding(table, band, "lever")
            if lever is None and last and last.goal is goal and table.header.has("lever"):
                lever = last.lever
            rows.append(Row(table, band, goal, lever))
    placed: list[tuple[str, Row]] = []
    goals = tuple(
        Goal(
            text=_text(of_goal[0].goal, f"/goals/{g}/text", claims),
            levers=_levers(of_goal, f"/goals/{g}", like, claims, placed),
        )
        for g, of_goal in enumerate(_runs(rows, lambda row: id(row.goal)))
    )
    return goals, placed


def _holding(table: Table, band: Band, role: str) -> GridCell | None:
    found = own_cells(table, band, role)
    return found[0] if found else None


def _runs(rows: Iterable[Row], of: Callable[[Row], object]) -> list[list[Row]]:
    return [list(run) for _, run in groupby(rows, key=of)]


def _text(cell: GridCell | None, path: str, claims: Claims) -> str:
    if cell is None:
        return ""
    claims.take(path, [cell])
    return cell.text


def _levers(
    rows: list[Row], path: str, like: Nendo | None, claims: Claims, placed: list[tuple[str, Row]]
) -> tuple[Lever, ...]:
    return tuple(
        Lever(
            text=_text(of_lever[0].lever, f"{path}/levers/{v}/text", claims),
            indicators=_indicators(of_lever, f"{path}/levers/{v}", like, claims, placed),
        )
        for v, of_lever in enumerate(_runs(rows, lambda row: id(row.lever)))
    )


def _indicators(
    rows: list[Row], path: str, like: Nendo | None, claims: Claims, placed: list[tuple[str, Row]]
) -> tuple[Indicator, ...]:
    """Neighbours under the same printed number are measures of one indicator."""
    found = []
    for i, of_number in enumerate(_runs(rows, _same_number)):
        here = f"{path}/indicators/{i}"
        measures = []
        for m, row in enumerate(of_number):
            measures.append(_measure(row, f"{here}/measures/{m}", like, claims))
            placed.append((f"{here}/measures/{m}", row))
            if row.band.number:
                claims.take(f"{here}/number", [row.band.number])
        number = Number.model_validate(of_number[0].band.number_text)
        found.append(Indicator(number=number, measures=tuple(measures)))
    return tuple(found)


def _same_number(row: Row) -> object:
    number = Number.model_validate(row.band.number_text)
    return (plain_number(number), number.circled) if number.value is not None else id(row)


def _measure(row: Row, path: str, like: Nendo | None, claims: Claims) -> Measure:
    claims.take(f"{path}/name", [row.band.name])

    def value(role: str, at: str) -> Value:
        return Value.model_validate(_claimed(row, role, f"{path}/{at}", claims))

    def year(role: str, at: str) -> PrintedNendo:
        text = _claimed(row, role, f"{path}/{at}", claims)
        return PrintedNendo(text=text, nendo=parse_nendo("".join(text.split()), like))

    return Measure(
        name=MeasureName.model_validate(row.band.name_text),
        baseline=Baseline(value=value("baseline", "baseline/value"), year=year("baseline_year", "baseline/year")),
        target=Target(value=value("target", "target/value"), year=year("target_year", "target/year")),
        targets=_year_targets(row, path, claims),
        actuals=_actuals(row, path, like, claims),
    )


def _claimed(row: Row, role: str, path: str, claims: Claims) -> str:
    cells = own_cells(row.table, row.band, role)
    claims.take(path, cells)
    return joined(cells)


def _yearly_cells(row: Row, actuals: bool) -> list[GridCell]:
    """The cells of yearly targets, or of actuals: told by their columns, or, one over the other, by their rows."""
    header, band = row.table.header, row.band
    cells = [
        c for c in band.cells if header.role_of(c) in ("yearly_target", "yearly_actual") and heads_over(header.years, c)
    ]
    stacked = any(
        t.shared_columns(a.cell) for t in header.heads("yearly_target") for a in header.heads("yearly_actual")
    )
    if stacked:
        return [cell for cell in cells if (cell.top > band.top) is actuals]
    wanted = "yearly_actual" if actuals else "yearly_target"
    return [cell for cell in cells if header.role_of(cell) == wanted]


def _year_targets(row: Row, path: str, claims: Claims) -> tuple[YearTarget, ...]:
    found = []
    cells = _yearly_cells(row, actuals=False)
    for t, cell in enumerate(cells):
        heads = heads_over(row.table.header.years, cell)
        quantity = parse_quantity(cell.text)
        if len(cells) == 1 and quantity and quantity.each_year:  # 年度ごとに: the words themselves span the years
            heads = list(row.table.header.years)
        claims.take(f"{path}/targets/{t}/value", [cell])
        for y, head in enumerate(heads):
            claims.take(f"{path}/targets/{t}/years/{y}", [head.cell])
        found.append(YearTarget(years=tuple(head.year for head in heads), value=Value.model_validate(cell.text)))
    return tuple(found)


def _actuals(row: Row, path: str, like: Nendo | None, claims: Claims) -> tuple[Actual, ...]:
    header = row.table.header
    if not header.has("yearly_actual"):
        return ()
    cells = _yearly_cells(row, actuals=True)
    asked = _asked(header.years, _yearly_cells(row, actuals=False))
    found: list[Actual] = []
    for head in header.years:
        at = f"{path}/actuals/{len(found)}"
        own = [cell for cell in cells if any(over is head for over in heads_over([head], cell))]
        claims.take(f"{at}/value", own)
        claims.take(f"{at}/year", [head.cell])
        found.append(read_actual(joined(own), head.year, like.year if like else None, expected=id(head) in asked))
    return tuple(found)


def _asked(years: Iterable[YearHead], targets: Iterable[GridCell]) -> set[int]:
    """The years for which a target is printed."""
    return {id(head) for cell in targets if not is_dash(cell.text) for head in heads_over(years, cell)}
