"""Identity: which project of one edition goes on as which of the next, scored and explained.

``linked`` compares two editions: pairs worth comparing (candidates.py) are weighed (evidence.py), and the best are taken one
after another, each project once. What is likely but not clear is AMBIGUOUS and put to a person. Where one project's money is
the sum of several others', it was split (or they were merged: parting.py), and those links join. The number is a hint only.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from monosashi.ledgers.candidates import candidate_pairs
from monosashi.ledgers.evidence import ALL, Point, Rarity, Weights, reasons, weigh
from monosashi.ledgers.parting import Parted, parted
from monosashi.ledgers.traits import Traits, traits
from monosashi.model.book import Project
from monosashi.model.identity import Link, LinkKind
from monosashi.model.reconciliation import Certainty

#: From so many bits on two sheets are one project; from fewer on, a person is asked.
LINKED: Final = 7.0
ASKED: Final = 5.5
#: A runner-up as near as this makes a link ambiguous.
_NEAR: Final = 1.0
#: Two sheets may be whole and part from so many bits on, their money apart.
_KIN: Final = 5.0
#: What it says that a project's money is the sum of others' in two years or more.
_SUM: Final = 8.0


class _Weighed(NamedTuple):
    """A pair of places in the two editions with its evidence."""

    earlier: int
    later: int
    bits: float
    points: list[Point]

    @property
    def kin(self) -> bool:
        """Whether the two may be whole and part."""
        return sum(point.bits for point in self.points if not point.kind.startswith("money")) >= _KIN


def linked(earlier: Sequence[Project], later: Sequence[Project], by: Weights = ALL) -> tuple[Link, ...]:
    """The links between two consecutive editions, in the later edition's order; each project is in one at most, unless a
    split or a merger is evident."""
    return _linked(traits(earlier), traits(later), by)


def linked_over(editions: Sequence[Sequence[Project]], by: Weights = ALL) -> tuple[Link, ...]:
    """The links between each edition and the next, oldest first."""
    folded = (traits(edition) for edition in editions)
    return tuple(link for first, second in pairwise(folded) for link in _linked(first, second, by))


def _linked(first: Sequence[Traits], second: Sequence[Traits], by: Weights) -> tuple[Link, ...]:
    weighed = _weighed(first, second, by)
    taken = _taken(weighed)
    rivals = _rivals(weighed, taken)
    links = [_link(first[one.earlier], second[one.later], one, rivals[one.later]) for one in taken.values()]
    if by.money:
        kin = {(one.earlier, one.later) for one in weighed if one.kin}
        found = parted(first, second, kin, {one.earlier: one.later for one in taken.values()})
        links = _joined(links, [_parted_link(first, second, part) for part in found])
    return tuple(sorted(links, key=lambda link: (link.later, link.earlier)))


def _weighed(first: Sequence[Traits], second: Sequence[Traits], by: Weights) -> list[_Weighed]:
    """The pairs that may be one project or whole and part, the likeliest first."""
    rarity = Rarity(first)
    found = []
    for a, b in candidate_pairs(first, second):
        points = weigh(first[a], second[b], rarity, by)
        one = _Weighed(a, b, sum(point.bits for point in points), points)
        if one.bits >= ASKED - _NEAR or one.kin:
            found.append(one)
    return sorted(found, key=lambda one: (-one.bits, second[one.later].project.id, first[one.earlier].project.id))


def _taken(weighed: Sequence[_Weighed]) -> dict[int, _Weighed]:
    """One after another, each project once; by the later one's place."""
    gone: set[int] = set()
    taken: dict[int, _Weighed] = {}
    for one in weighed:
        if one.bits >= ASKED and one.earlier not in gone and one.later not in taken:
            taken[one.later] = one
            gone.add(one.earlier)
    return taken


def _rivals(weighed: Sequence[_Weighed], taken: dict[int, _Weighed]) -> dict[int, float]:
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


def _may_replace(one: _Weighed, held: _Weighed | None) -> bool:
    """Whether the other partner of a rival pair is free, or held less tightly than the pair would hold it."""
    return held is None or held.bits < one.bits + _NEAR


def _link(a: Traits, b: Traits, one: _Weighed, rival: float) -> Link:
    certain = one.bits >= LINKED and one.bits - rival >= _NEAR
    return _of(a, b, one.bits, one.points, Certainty.CERTAIN if certain else Certainty.AMBIGUOUS)


def _parted_link(first: Sequence[Traits], second: Sequence[Traits], part: Parted) -> Link:
    point = Point("split" if part.kind is LinkKind.SPLIT else "merged", _SUM, "・".join(map(str, part.years)))
    return _of(first[part.earlier], second[part.later], LINKED + _SUM, [point], Certainty.CERTAIN, part.kind)


def _of(
    a: Traits, b: Traits, bits: float, points: list[Point], certainty: Certainty, kind: LinkKind = LinkKind.CONTINUED
) -> Link:
    return Link(
        earlier_book=a.project.book,
        earlier_edition=a.project.edition,
        earlier=a.project.id,
        later_book=b.project.book,
        later_edition=b.project.edition,
        later=b.project.id,
        kind=kind,
        score=score_of(bits),
        certainty=certainty,
        renamed=a.name != b.name,
        renumbered=a.project.number != b.project.number,
        reasons=reasons(points),
    )


def _joined(links: list[Link], parts: list[Link]) -> list[Link]:
    """The links with those of splits and mergers; one that was there already keeps its reasons beside the new one."""
    known = {(link.earlier, link.later): link for link in links}
    for part in parts:
        ends = (part.earlier, part.later)
        held = known.get(ends)
        told = {"reasons": (*part.reasons, *held.reasons), "score": max(part.score, held.score)} if held else {}
        known[ends] = part.model_copy(update=told)
    return list(known.values())


def score_of(bits: float, even: float = ASKED) -> Decimal:
    """Bits as a score from 0 to 1: 0.5 where a person begins to be asked (``even``), nearing 1 as evidence adds up."""
    odds = 2 ** min(60.0, max(-60.0, (bits - even) / 2))
    return Decimal(str(odds / (1 + odds))).quantize(Decimal("0.01"))
