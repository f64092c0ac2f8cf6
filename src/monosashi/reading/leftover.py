"""What no part took: nothing on the page is absorbed in silence."""

from monosashi.model import Cell, Coverage, Trace, TraceEntry
from monosashi.model.place import Place
from monosashi.reading.grid import Claims, Grid, GridCell


def trace_of(claims: Claims) -> Trace:
    """Each path with its places, in the order the parts were read."""
    places: dict[str, list[Place]] = {}
    for path, cell in claims.taken:
        here = places.setdefault(path, [])
        here += [place for place in cell.places if place not in here]
    return Trace(entries=tuple(TraceEntry(path=path, places=tuple(found)) for path, found in places.items()))


def account(grid: Grid, claims: Claims) -> tuple[tuple[Cell, ...], tuple[Cell, ...], Coverage]:
    """Furniture, leftover, and how many characters went where. A label is furniture though it has a path too."""
    labels = {id(cell) for cell in claims.furniture}
    fields = {id(cell) for _, cell in claims.taken} - labels
    furniture = [cell for cell in grid.cells if id(cell) in labels]
    leftover = [cell for cell in grid.cells if id(cell) not in labels | fields]
    taken = [cell for cell in grid.cells if id(cell) in fields]
    coverage = Coverage(fields=_characters(taken), furniture=_characters(furniture), leftover=_characters(leftover))
    return _shown(furniture), _shown(leftover), coverage


def _characters(cells: list[GridCell]) -> int:
    return sum(len("".join(cell.text.split())) for cell in cells)


def _shown(cells: list[GridCell]) -> tuple[Cell, ...]:
    return tuple(shown for cell in cells for shown in cell.shown())
