"""Bands: a table's body cut into its entries, one for each name.

An entry begins where its name's cell begins and runs to the next name, so that it makes no difference whether a
producer merged the name over its rows or left the rows below it empty. A number stands in a cell of its own beside
the name, or leads the name's own text.
"""

import re
from collections.abc import Iterable
from itertools import zip_longest

from monosashi.model.mark import CIRCLED, parse_number
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.table import Band, Table

LEADING_NUMBER = re.compile(
    rf"\s*(?P<n>[{CIRCLED}]|[(（][0-9０-９]{{1,3}}[)）]|[0-9０-９]{{1,3}}(?=[\s\u3000.．、]))[\s\u3000.．、]*(?P<rest>\S.*)",
    re.S,
)


def bands(grid: Grid, table: Table, role: str, skip: Iterable[GridCell] = ()) -> list[Band]:
    """The entries of a table by the cells of its name column. ``skip``: cells that belong to no entry."""
    skipped = {id(cell) for cell in skip}
    body = [c for c in grid.in_rows(table.first, table.last) if c.top >= table.first and id(c) not in skipped]
    column = [cell for cell in body if table.header.role_of(cell) == role]
    numbers = [cell for cell in column if _is_number(cell, column)]
    names = [cell for cell in column if not any(cell is number for number in numbers)]
    found = [_band(name, numbers) for name in names]
    for band, following in zip_longest(found, found[1:]):
        band.bottom = max(band.top, following.top - 1) if following else _end(band, body)
        band.cells = [cell for cell in body if cell.meets_rows(band.top, band.bottom)]
    return found


def _is_number(cell: GridCell, column: Iterable[GridCell]) -> bool:
    if parse_number(cell.text).value is None:
        return False
    beside = (other for other in column if other is not cell and other.meets_rows(cell.top, cell.bottom))
    return any(parse_number(other.text).value is None for other in beside)


def _band(name: GridCell, numbers: list[GridCell]) -> Band:
    number = next((n for n in numbers if n.meets_rows(name.top, name.bottom)), None)
    band = Band(name.top, name.bottom, name, number, number.text if number else "", name.text)
    leading = None if number else LEADING_NUMBER.fullmatch(name.text)
    if leading:
        band.number, band.number_text, band.name_text = name, leading["n"], leading["rest"]
    return band


def _end(band: Band, body: list[GridCell]) -> int:
    """Where the last entry ends: with its merged name, else with the last row that goes on without a gap."""
    if band.name.bottom > band.name.top:
        return band.name.bottom
    row = band.name.bottom
    while any(cell.top == row + 1 for cell in body):
        row += 1
    return row


def own_cells(table: Table, band: Band, role: str) -> list[GridCell]:
    """The cells of one column that an entry shares a row with."""
    return [cell for cell in band.cells if table.header.role_of(cell) == role]


def joined(cells: Iterable[GridCell]) -> str:
    """The text of cells that print one value between them."""
    return "\n".join(cell.text for cell in cells)
