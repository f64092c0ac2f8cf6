"""Strands: quantities that speak of the same thing: same label, unit, parts and names of a ratio.

Of a strand, the value that names the years it is the mean of, or an earlier target, is the baseline; the one printed
for each year is the yearly target; a run of as many values as there are years is one target a year.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from monosashi.model import Quantity
from monosashi.model.folding import key
from monosashi.model.quantity import parse_quantity
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind


@dataclass(eq=False)
class Strand:
    """The values of one measure."""

    quantity: Quantity
    baseline: Item | None = None
    target: Item | None = None
    yearly: list[Item] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """Every value, baseline first."""
        return [item for item in (self.baseline, self.target, *self.yearly) if item]

    @property
    def anchor(self) -> Item:
        """The item it is found by."""
        return self.items[0]


Signature = tuple[str, str, bool, str, frozenset[str]]


def find_strands(desk: Desk, years: int) -> list[Strand]:
    """The strands among the free quantities, in the order of their first value. ``years``: of the yearly columns."""
    of: dict[Signature, list[tuple[Item, Quantity]]] = {}
    for item in desk.free(Kind.QUANTITY):
        quantity = parse_quantity(item.text)
        if quantity:
            of.setdefault(_signature(quantity), []).append((item, quantity))
    found = [strand for values in of.values() for strand in _split(values, desk, years)]
    return sorted(found, key=lambda strand: desk.index(strand.anchor))


def _signature(quantity: Quantity) -> Signature:
    ratio = key(quantity.ratio.numerator + quantity.ratio.denominator) if quantity.ratio else ""
    names = frozenset(key(part.name) for part in quantity.parts)
    return key(quantity.label), key(quantity.unit), quantity.cumulative, ratio, names


def _split(values: list[tuple[Item, Quantity]], desk: Desk, years: int) -> list[Strand]:
    """One strand, or several of the same signature: as many as there are baselines, told apart by nearness."""
    baselines = [(item, q) for item, q in values if q.mean_of or q.earlier_target]
    if len(baselines) <= 1:
        strand = _strand(values, desk, years)
        return [strand] if strand else []
    shares: dict[int, list[tuple[Item, Quantity]]] = {id(item): [(item, q)] for item, q in baselines}
    for item, q in values:
        if id(item) not in shares:
            shares[id(_own_baseline(item, q, baselines, desk))].append((item, q))
    return [strand for share in shares.values() if (strand := _strand(share, desk, years))]


def _own_baseline(item: Item, quantity: Quantity, baselines: list[tuple[Item, Quantity]], desk: Desk) -> Item:
    return min(baselines, key=lambda b: (b[1].value != quantity.value, desk.distance(b[0], item)))[0]


def _strand(values: list[tuple[Item, Quantity]], desk: Desk, years: int) -> Strand | None:
    baseline = next((item for item, q in values if q.mean_of or q.earlier_target), None)
    each = [item for item, q in values if q.each_year]
    rest = [item for item, _ in values if item is not baseline and item not in each]
    if not each and years > 1 and len(rest) >= years:
        each = _run(rest, desk, years) or []
        rest = [item for item in rest if item not in each]
    if not (baseline or each):
        return None
    return Strand(values[0][1], baseline, rest[0] if rest else None, each)


def _run(items: list[Item], desk: Desk, years: int) -> list[Item] | None:
    """As many values as there are years, one right after the other."""
    candidates = [items[n : n + years] for n in range(len(items) - years + 1)]
    return min(candidates, key=lambda run: (_spread(run, desk), -desk.index(run[0])), default=None)


def _spread(run: Iterable[Item], desk: Desk) -> float:
    found = list(run)
    return sum(desk.distance(a, b) for a, b in pairwise(found))
