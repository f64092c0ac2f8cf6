"""Programmes: the table of 達成手段, and the row of the policy's own total below it."""

import re
from collections.abc import Iterable

from monosashi.forms import Wording, label_key
from monosashi.model import MoneyCell, Number, Programme, ProgrammeName, Related
from monosashi.model.folding import fold
from monosashi.model.money import UNITS
from monosashi.reading.bands import bands, joined, own_cells
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.table import Band, Header, Table, YearHead, heads_over


def read_programmes(
    grid: Grid, tables: Iterable[Table], total: Wording | None, claims: Claims
) -> tuple[Programme, ...]:
    """The programmes of every part of the table, in printed order."""
    found: list[Programme] = []
    for table in tables:
        totals = total_cells(grid, table, total)
        skip = [cell for label in totals for cell in grid.in_rows(label.top, label.bottom)]
        for band in bands(grid, table, "programme", skip):
            found.append(_programme(table, band, f"/programmes/{len(found)}", claims))
    return tuple(found)


def total_cells(grid: Grid, table: Table, total: Wording | None) -> list[GridCell]:
    """The labels of the row of totals in a table."""
    rows = grid.in_rows(table.first, table.last)
    return [cell for cell in rows if total and label_key(cell.text) in total.keys]


def read_total(grid: Grid, tables: Iterable[Table], total: Wording | None, claims: Claims) -> tuple[MoneyCell, ...]:
    """政策の予算額・執行額: the policy's own money by year."""
    for table in tables:
        for label in total_cells(grid, table, total):
            beside = grid.right_of(label)
            return _money(table.header, beside, "/money", claims)
    return ()


def _programme(table: Table, band: Band, path: str, claims: Claims) -> Programme:
    claims.take(f"{path}/name", [band.name])
    if band.number:
        claims.take(f"{path}/number", [band.number])

    def text(role: str) -> str:
        cells = own_cells(table, band, role)
        claims.take(f"{path}/{role}", cells)
        return joined(cells)

    return Programme(
        number=Number.model_validate(band.number_text),
        name=ProgrammeName.model_validate(band.name_text),
        money=_money(table.header, own_cells(table, band, "money"), f"{path}/money", claims),
        related=Related.model_validate(text("related")),
        outline=text("outline"),
        review_number=text("review_number"),
    )


def _money(header: Header, cells: list[GridCell], path: str, claims: Claims) -> tuple[MoneyCell, ...]:
    found: list[MoneyCell] = []
    for head in header.years:
        at = f"{path}/{len(found)}"
        own = [cell for cell in cells if heads_over([head], cell)]
        claims.take(at, own)
        claims.take(f"{at}/year", [head.cell])
        found.append(MoneyCell.read(joined(own), head.year, _unit(header, head)))
    return tuple(found)


def _unit(header: Header, head: YearHead) -> str:
    """The unit that the label over a year gives: 予算額（執行額）（百万円）."""
    over = [label.cell for label in header.heads("money") if label.shared_columns(head.cell)]
    words = re.findall(r"\(([^()]+)\)", fold("".join(label.text for label in over)))
    return next(
        (word.strip().removeprefix("単位:") for word in words if word.strip().removeprefix("単位:") in UNITS), ""
    )
