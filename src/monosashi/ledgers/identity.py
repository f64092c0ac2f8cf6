"""Identity: which project of one edition goes on as which of the next, scored and explained.

``linked`` compares two editions: pairs worth comparing (candidates.py) are weighed (evidence.py), and the best are taken one
after another, each project once. What is likely but not clear is AMBIGUOUS and put to a person. The number is a hint only.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from monosashi.ledgers.candidates import candidate_pairs
from monosashi.ledgers.evidence import Point, Rarity, Weights, reasons, weigh
from monosashi.ledgers.traits import Traits, traits
from monosashi.model.book import Project
from monosashi.model.identity import Link
from monosashi.model.reconciliation import Certainty

#: From so many bits on two sheets are one project; from fewer on, a person is asked.
LINKED: Final = 7.0
ASKED: Final = 5.5
#: A runner-up as near as this makes a link ambiguous.
_NEAR: Final = 1.0


class Weighed(NamedTuple):
    """A pair of places in the two editions with its evidence."""

    earlier: int
    later: int
    bits: float
    points: list[Point]


def linked(earlier: Sequence[Project], later: Sequence[Project], by: Weights = Weights()) -> tuple[Link, ...]:
    """The links between two consecutive editions, in the later edition's order; each project is in one at most."""
    first, second = traits(earlier), traits(later)
    weighed = _weighed(first, second, by)
    taken = _taken(weighed)
    rivals = _rivals(weighed, taken)
    links = (_link(first[one.earlier], second[one.later], one, rivals[one.later]) for one in taken.values())
    return tuple(sorted(links, key=lambda link: (link.later_edition, link.later, link.earlier)))


def _weighed(first: Sequence[Traits], second: Sequence[Traits], by: Weights) -> list[Weighed]:
    """The pairs that may be one project, the likeliest first."""
    rarity = Rarity(first)
    found = []
    for a, b in candidate_pairs(first, second):
        points = weigh(first[a], second[b], rarity, by)
        bits = sum(point.bits for point in points)
        if bits >= ASKED - _NEAR:
            found.append(Weighed(a, b, bits, points))
    return sorted(found, key=lambda one: (-one.bits, one.later, one.earlier))


def _taken(weighed: Sequence[Weighed]) -> dict[int, Weighed]:
    """One after another, each project once; by the later one's place."""
    gone: set[int] = set()
    taken: dict[int, Weighed] = {}
    for one in weighed:
        if one.bits >= ASKED and one.earlier not in gone and one.later not in taken:
            taken[one.later] = one
            gone.add(one.earlier)
    return taken


def _rivals(weighed: Sequence[Weighed], taken: dict[int, Weighed]) -> dict[int, float]:
    """For each link the bits of the best other pair that could stand in its place."""
    by_earlier = {one.earlier: one for one in taken.values()}
    best: dict[int, float] = defaultdict(float)
    for one in weighed:
        mine, theirs = taken.get(one.later), by_earlier.get(one.earlier)
        if mine is not None and mine is not one and _may_replace(one, theirs):
            best[one.later] = max(best[one.later], one.bits)
        if theirs is not None and theirs is not one and _may_replace(one, mine):
            best[theirs.later] = max(best[theirs.later], one.bits)
    return best


def _may_replace(one: Weighed, held: Weighed | None) -> bool:
    """Whether the other partner of a rival pair is free, or held less tightly than the pair would hold it."""
    return held is None or held.bits < one.bits + _NEAR


def _link(a: Traits, b: Traits, one: Weighed, rival: float) -> Link:
    certain = one.bits >= LINKED and one.bits - rival >= _NEAR
    return Link(
        earlier_book=a.project.book,
        earlier_edition=a.project.edition,
        earlier=a.project.id,
        later_book=b.project.book,
        later_edition=b.project.edition,
        later=b.project.id,
        score=score_of(one.bits),
        certainty=Certainty.CERTAIN if certain else Certainty.AMBIGUOUS,
        renamed=a.name != b.name,
        renumbered=a.project.number != b.project.number,
        reasons=reasons(one.points),
    )


def score_of(bits: float) -> Decimal:
    """Bits as a score from 0 to 1: 0.5 where a person is asked, nearing 1 as evidence adds up."""
    odds = 2 ** min(60.0, max(-60.0, (bits - ASKED) / 2))
    return Decimal(str(odds / (1 + odds))).quantize(Decimal("0.01"))
