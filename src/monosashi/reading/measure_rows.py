"""Rows: each measure of the tables of indicators with its cells, in printed order.

Goals and levers hold until the next one is printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monosashi.forms import IndicatorWords
from monosashi.model import Nendo
from monosashi.reading.body import Body
from monosashi.reading.entries import entries
from monosashi.reading.entry import Entry
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.measure_head import MeasureHeader, head_words
from monosashi.reading.section import read_section
from monosashi.reading.sections import SectionHeader
from monosashi.reading.series import Values, values_of
from monosashi.reading.table import Table


@dataclass(frozen=True)
class Row:
    """One measure: its entry, what its cells are, and the goal and lever that hold there."""

    band: Entry
    values: Values
    goal: GridCell | None = None
    lever: GridCell | None = None


def measure_rows(
    grid: Grid, tables: Iterable[Table], words: IndicatorWords, like: Nendo | None, claims: Claims
) -> list[Row]:
    """Each measure of the tables with its cells, in printed order."""
    heads = head_words(grid, words, like)
    rows: list[Row] = []
    for table in tables:
        header = table.header
        if isinstance(header, MeasureHeader):
            claims.furnish(header.corners)
        if isinstance(header, SectionHeader):
            band, values = read_section(grid, table, header, heads, like)
            rows.append(Row(band, values))
        elif isinstance(header, MeasureHeader):
            body = Body.of(grid, table, header, heads, like)
            rows += _table_rows(table, header, body, rows[-1] if rows else None)
    return rows


def _table_rows(table: Table, header: MeasureHeader, body: Body, last: Row | None) -> list[Row]:
    rows: list[Row] = []
    for band in entries(table, body):
        values = values_of(band, body)
        goal = next(iter(values.of("goal")), None) or (last.goal if last and header.has("goal") else None)
        lever = next(iter(values.of("lever")), None)
        if lever is None and last and last.goal is goal and header.has("lever"):
            lever = last.lever
        last = Row(band, values, goal, lever)
        rows.append(last)
    return rows
