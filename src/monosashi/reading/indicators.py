"""Goals, levers, indicators and measures: the nouns that the rows of the tables of 測定指標 make.

Neighbours under one printed number are measures of one indicator;
members of a group (19①, 19②) are indicators of their own under the group's name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from monosashi.forms import IndicatorWords
from monosashi.model import (
    Actual,
    Baseline,
    Goal,
    Indicator,
    Judged,
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
from monosashi.reading.bands import joined
from monosashi.reading.entry import Entry
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.measure_rows import Row, measure_rows
from monosashi.reading.series import Values, Yearly
from monosashi.reading.stacked_value import Stacked, year_beside_value
from monosashi.reading.standing import settled
from monosashi.reading.table import Table


def read_goals(
    grid: Grid,
    tables: Iterable[Table],
    words: IndicatorWords,
    like: Nendo | None,
    claims: Claims,
    *,
    circles: bool | None,
) -> tuple[tuple[Goal, ...], list[tuple[str, Row]]]:
    """The goals, and each measure's path with its row (for the rationales beside it).

    ``circles``: whether a circle around a number marks a primary indicator on this form; None where no form says so, and
    only a paper that prints numbers with and without circles tells. There, too, what is not settled is left out.
    """
    rows = measure_rows(grid, tables, words, like, claims)
    if circles is None:
        rows = [settled(row) for row in rows]
        circles = len({_number(row.band).circled for row in rows if row.band.number}) > 1
    placed: list[tuple[str, Row]] = []
    reader = _Reader(like, claims, placed, circles)
    goals = tuple(
        reader.goal(of_goal, f"/goals/{g}") for g, of_goal in enumerate(_runs(rows, lambda row: id(row.goal)))
    )
    return goals, placed


def _runs(rows: Iterable[Row], of: Callable[[Row], object]) -> list[list[Row]]:
    return [list(run) for _, run in groupby(rows, key=of)]


def _mark_in(name: str) -> str:
    """The mark of a primary indicator that a group's name carries."""
    return next((c for c in name if c in "*＊"), "主要")


def _same_number(row: Row) -> object:
    number = _number(row.band)
    return (plain_number(number), number.circled) if number.value is not None else id(row)


def _number(band: Entry) -> Number:
    number = Number.model_validate(band.number_text)
    if not band.sub:
        return number
    return Number(
        text=band.number_text + band.sub, value=number.value, circled=number.circled, sub=number.sub + band.sub
    )


@dataclass
class _Reader:
    """Makes nouns of rows, and says which cells each is printed in."""

    like: Nendo | None
    claims: Claims
    placed: list[tuple[str, Row]]
    circles: bool

    def _text(self, cell: GridCell | None, path: str) -> str:
        self.claims.take(path, [cell] if cell else [])
        return cell.text if cell else ""

    def goal(self, rows: list[Row], path: str) -> Goal:
        levers = tuple(
            self._lever(of_lever, f"{path}/levers/{v}")
            for v, of_lever in enumerate(_runs(rows, lambda row: id(row.lever)))
        )
        return Goal(text=self._text(rows[0].goal, f"{path}/text"), levers=levers)

    def _lever(self, rows: list[Row], path: str) -> Lever:
        found = tuple(
            self._indicator(of_number, f"{path}/indicators/{i}")
            for i, of_number in enumerate(_runs(rows, _same_number))
        )
        return Lever(text=self._text(rows[0].lever, f"{path}/text"), indicators=found)

    def _indicator(self, rows: list[Row], path: str) -> Indicator:
        measures = []
        for m, row in enumerate(rows):
            here = f"{path}/measures/{m}"
            measures.append(_Measure(row, here, self.like, self.claims).read())
            self.placed.append((here, row))
            self.claims.take(f"{path}/number", row.band.numbers)
        band = rows[0].band
        self.claims.take(f"{path}/group", [band.group] if band.group else [])
        primary = rows[0].values.of("primary") or ([band.marked] if band.marked else [])
        self.claims.take(f"{path}/primary_mark", primary)
        return Indicator(
            number=_number(band),
            group=band.group_text,
            primary_mark=_mark_in(primary[0].text)
            if band.marked and primary[0] is band.marked
            else joined(primary[:1]),
            circle_marks=self.circles,
            measures=tuple(measures),
        )


@dataclass
class _Measure:
    """One measure's cells becoming a ``Measure``."""

    row: Row
    path: str
    like: Nendo | None
    claims: Claims

    def read(self) -> Measure:
        band, values = self.row.band, self.row.values
        self.claims.furnish(values.furniture)
        self.claims.take(f"{self.path}/name", [band.name, *band.again])
        kind = values.of("kind")
        self.claims.take(f"{self.path}/name", kind)
        name = MeasureName.model_validate("\n".join([band.name_text, *(cell.text for cell in kind)]))
        baseline, target = self._single(values, "baseline"), self._single(values, "target")
        return Measure(
            name=name,
            baseline=Baseline(value=Value.model_validate(baseline.text), year=baseline.year),
            target=Target(value=Value.model_validate(target.text), year=target.year),
            targets=self._targets(values),
            actuals=self._actuals(values),
            mark=Judged.model_validate(self._claimed(values, "met", "mark")),
            counted_in=self._unit(values),
        )

    def _claimed(self, values: Values, role: str, at: str) -> str:
        cells = values.of(role)
        self.claims.take(f"{self.path}/{at}", cells)
        return "\n".join(values.text(cell) for cell in cells)

    def _unit(self, values: Values) -> str:
        own = self._claimed(values, "unit", "counted_in")
        return own or values.unit

    def _single(self, values: Values, role: str) -> Stacked:
        """The baseline or the target with its year: from a column of its own, from the head, or from the value's cell."""
        text = self._claimed(values, role, f"{role}/value")
        printed = self._claimed(values, f"{role}_year", f"{role}/year")
        if printed:
            nendo = parse_nendo("".join(printed.split()), self.like)
            return Stacked(text, PrintedNendo(text=printed, nendo=nendo))
        own = values.own_years.get(role)
        if role in values.year_columns:  # the column for it is blank: a year in the value's brackets is something else
            return Stacked(text)
        stacked = year_beside_value(text, self.like)
        if stacked.year or own is None:
            self.claims.take(f"{self.path}/{role}/year", values.of(role) if stacked.year else [])
            return stacked
        self.claims.take(f"{self.path}/{role}/year", [own.cell])
        marks = (self.row.band.sub, self.row.band.number_text.strip(), plain_number(_number(self.row.band)))
        return replace(stacked, year=own.year.of(*marks))

    def _targets(self, values: Values) -> tuple[YearTarget, ...]:
        found = []
        heads = values.headed
        for t, one in enumerate(values.targets):
            printed = [(dated.year, dated.cell) for dated in one.years]
            quantity = parse_quantity(one.text)
            if (
                len(values.targets) == 1 and heads and quantity and quantity.each_year
            ):  # 年度ごとに: the words span the years
                printed = [(head.year, head.cell) for head in heads]
            at = f"{self.path}/targets/{t}"
            self.claims.take(f"{at}/value", [one.cell])
            for y, (_, cell) in enumerate(printed):
                self.claims.take(f"{at}/years/{y}", [cell])
            found.append(YearTarget(years=tuple(year for year, _ in printed), value=Value.model_validate(one.text)))
        return tuple(found)

    def _actuals(self, values: Values) -> tuple[Actual, ...]:
        found: list[Actual] = []
        for year, cell, own in self._reported(values):
            at = f"{self.path}/actuals/{len(found)}"
            self.claims.take(f"{at}/value", [one.cell for one in own])
            self.claims.take(f"{at}/year", [cell] if cell else [])
            expected = any(not is_dash(t.text) and _speaks_of(t, cell) for t in values.targets)
            text = joined_texts(own)
            actual = read_actual(text, year, self.like.year if self.like else None, expected=expected)
            marks = [one for one in values.marks if _speaks_of(one, cell)]
            self.claims.take(f"{at}/mark", [one.cell for one in marks])
            found.append(actual.model_copy(update={"mark": joined_texts(marks)}) if marks else actual)
        return tuple(found)

    def _reported(self, values: Values) -> list[tuple[PrintedNendo, GridCell | None, list[Yearly]]]:
        """Each year that asks for an actual, with the cell the year is printed in, and what is printed for it."""
        found: list[tuple[PrintedNendo, GridCell | None, list[Yearly]]] = [
            (head.year, head.cell, [one for one in values.actuals if _speaks_of(one, head.cell)])
            for head in values.asked
        ]
        asked = [head.cell for head in values.asked]
        for one in values.actuals:
            found += [(d.year, d.cell, [one]) for d in one.years if not any(d.cell is cell for cell in asked)]
            if not one.years:
                found.append((PrintedNendo(text=""), None, [one]))
        return found


def _speaks_of(one: Yearly, year: GridCell | None) -> bool:
    return any(dated.cell is year for dated in one.years)


def joined_texts(values: Iterable[Yearly]) -> str:
    """The texts that print one value between them."""
    return "\n".join(one.text for one in values)
