"""How well the values of a measure stand: each alone in its place (one baseline, one target of 令和3年度), or several in
one, where the layout was not understood.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from monosashi.model.folding import is_dash
from monosashi.model.quantity import parse_quantity
from monosashi.reading.grid import GridCell
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_rows import Row
from monosashi.reading.series import Values

#: So many quantities in one place are values of several measures or years; two may be one printed in two parts.
_TOO_MANY = 3


def sound_cells(rows: Iterable[Row], heads: dict[int, HeadWord]) -> frozenset[int]:
    """The identities of the cells that are each one value of one measure; none of a measure without a name."""
    found: set[int] = set()
    for row in rows:
        name = row.band.name
        if id(name) in heads or is_dash(name.text) or parse_quantity(name.text):
            continue
        places = list(_places(row.values))
        held = Counter(place for place, _ in places)
        found |= {id(cell) for _, cell in places} - {id(cell) for place, cell in places if held[place] > 1}
    return frozenset(found)


def settled(row: Row) -> Row:
    """The row without the values that stand three or more in one place: they stay unread, and so are told."""
    crowds = Counter(place for place, cell in _places(row.values) if parse_quantity(cell.text))
    crowded = {place for place, held in crowds.items() if held >= _TOO_MANY}
    gone = {id(cell) for place, cell in _places(row.values) if place in crowded}
    if not gone:
        return row
    values = replace(
        row.values,
        single={role: [c for c in cells if id(c) not in gone] for role, cells in row.values.single.items()},
        targets=[one for one in row.values.targets if id(one.cell) not in gone],
        actuals=[one for one in row.values.actuals if id(one.cell) not in gone],
        marks=[one for one in row.values.marks if id(one.cell) not in gone],
    )
    return replace(row, values=values)


def _places(values: Values) -> Iterator[tuple[str, GridCell]]:
    """Each place of a measure with the cell that stands there: a role, or a kind and a year."""
    for role, cells in values.single.items():
        yield from ((role, cell) for cell in cells)
    for kind, yearly in (("target", values.targets), ("actual", values.actuals), ("mark", values.marks)):
        for one in yearly:
            years = [d.year.nendo.year if d.year.nendo else d.year.text for d in one.years]
            yield from ((f"{kind} of {year}", one.cell) for year in years or [""])
