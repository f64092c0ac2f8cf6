"""Cabinet links: the table of cabinet decisions and speeches that the policy serves."""

from collections.abc import Iterable

from monosashi.model import CabinetLink, PrintedDate
from monosashi.reading.bands import bands, joined, own_cells
from monosashi.reading.grid import Claims, Grid
from monosashi.reading.table import Band, Table


def read_cabinet(grid: Grid, tables: Iterable[Table], claims: Claims) -> tuple[CabinetLink, ...]:
    """The documents named, in printed order."""
    found: list[CabinetLink] = []
    for table in tables:
        for band in bands(grid, table, "name"):
            found.append(_link(table, band, f"/cabinet/{len(found)}", claims))
    return tuple(found)


def _link(table: Table, band: Band, path: str, claims: Claims) -> CabinetLink:
    dates, excerpts = own_cells(table, band, "date"), own_cells(table, band, "excerpt")
    claims.take(f"{path}/name", [band.name])
    claims.take(f"{path}/date", dates)
    claims.take(f"{path}/excerpt", excerpts)
    return CabinetLink(name=band.name.text, date=PrintedDate.model_validate(joined(dates)), excerpt=joined(excerpts))
