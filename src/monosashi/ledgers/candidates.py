"""Candidates: which projects of the next edition are worth comparing with one of this.

All pairs of two editions would be thirty million; those that share a name, an older name, a year's money, a purpose or an
office with its start year are some hundred thousand.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from heapq import nsmallest
from math import log2
from typing import Final

from monosashi.ledgers.traits import Traits

#: What more sheets than this share says too little to bring two of them together.
_COMMON: Final = 12
#: How many of the likest names are tried for a name that is gone.
_LIKEST: Final = 6


def candidate_pairs(earlier: Sequence[Traits], later: Sequence[Traits]) -> list[tuple[int, int]]:
    """The pairs to compare, as places in the two editions, in their order."""
    pairs = set(_sharing(earlier, later))
    gone, new = _without_namesake(earlier, later), _without_namesake(later, earlier)
    pairs.update(_likest(earlier, later, gone))
    pairs.update((a, b) for b, a in _likest(later, earlier, new))
    return sorted(pairs)


def _sharing(earlier: Sequence[Traits], later: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    keyed: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, edition in enumerate((earlier, later)):
        for place, one in enumerate(edition):
            for key in _keys(one, side):
                keyed[key][side].append(place)
    for firsts, seconds in keyed.values():
        if len(firsts) <= _COMMON and len(seconds) <= _COMMON:
            yield from ((a, b) for a in firsts for b in seconds)


def _keys(one: Traits, side: int) -> set[Hashable]:
    project = one.project
    keys: set[Hashable] = {("name", one.core), ("ministry-name", project.ministry, one.core)}
    keys.update(("name", older) for older in one.former_cores)
    keys.update(
        ("money", year, round(money.initial or 0), round(money.total or 0))
        for year, money in one.money.items()
        if money.initial or money.total
    )
    if one.purpose:
        keys.add(("purpose", one.purpose))
    keys.add(("office", project.ministry, one.division, project.start))
    keys.update((("id", project.id),) if side == 0 else (("id", past) for past in project.before))
    return keys


def _without_namesake(edition: Sequence[Traits], other: Sequence[Traits]) -> list[int]:
    names = {(one.project.ministry, one.name) for one in other}
    return [place for place, one in enumerate(edition) if (one.project.ministry, one.name) not in names]


def _likest(edition: Sequence[Traits], other: Sequence[Traits], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each place the likest names of its ministry, a rare pair of characters counting more than a common one."""
    holding: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(other):
        for gram in one.grams:
            holding[one.project.ministry, gram].append(place)
    for place in places:
        one = edition[place]
        shared: Counter[int] = Counter()
        for gram in sorted(one.grams):
            found = holding.get((one.project.ministry, gram), ())
            for candidate in found:
                shared[candidate] += 1 + int(64 / (1 + log2(1 + len(found))))
        # ties go by id, so that the order of the book's lines decides nothing
        likest = nsmallest(_LIKEST, shared, key=lambda candidate: (-shared[candidate], other[candidate].project.id))
        yield from ((place, candidate) for candidate in likest)
