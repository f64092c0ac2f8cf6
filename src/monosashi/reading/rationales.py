"""Rationales: the column of reasons; one cell may speak of several measures."""

from monosashi.model import Rationale
from monosashi.reading.grid import Claims, GridCell
from monosashi.reading.measure_rows import Row


def read_rationales(rows: list[tuple[str, Row]], claims: Claims) -> tuple[Rationale, ...]:
    """Each cell of reasons with the paths of the measures it stands beside, in printed order."""
    beside: dict[int, tuple[GridCell, str, list[str]]] = {}
    for path, row in rows:
        cells = [*row.values.of("rationale"), *row.values.of("target_rationale")]
        for cell, text in (*((cell, cell.text) for cell in cells), *row.values.reasons):
            beside.setdefault(id(cell), (cell, text, []))[2].append(path)
    found: list[Rationale] = []
    for cell, text, paths in beside.values():
        claims.take(f"/rationales/{len(found)}", [cell])
        said = Rationale.model_validate(text)
        found.append(said.model_copy(update={"measures": tuple(paths)}))
    return tuple(found)
