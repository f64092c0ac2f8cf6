"""Rationales: the column of reasons; one cell may speak of several measures."""

from monosashi.model import Rationale
from monosashi.reading.bands import own_cells
from monosashi.reading.grid import Claims, GridCell
from monosashi.reading.indicators import Row


def read_rationales(rows: list[tuple[str, Row]], claims: Claims) -> tuple[Rationale, ...]:
    """Each cell of reasons with the paths of the measures it stands beside, in printed order."""
    beside: dict[int, tuple[GridCell, list[str]]] = {}
    for path, row in rows:
        for cell in own_cells(row.table, row.band, "rationale"):
            beside.setdefault(id(cell), (cell, []))[1].append(path)
    found: list[Rationale] = []
    for cell, paths in beside.values():
        claims.take(f"/rationales/{len(found)}", [cell])
        said = Rationale.model_validate(cell.text)
        found.append(said.model_copy(update={"measures": tuple(paths)}))
    return tuple(found)
