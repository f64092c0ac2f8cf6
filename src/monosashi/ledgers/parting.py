"""Parting: a project that goes on as several (分割), or several that go on as one (統合), told by money that adds up.

Evident is a split or a merger only where in two years or more the amounts of the parts add up to the whole's, two of the
parts at least having some, and no year speaks against it. The sheets restate past years for the new parts, so that they can.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from monosashi.ledgers.traits import Money, Traits
from monosashi.model.identity import LinkKind

#: Into how many parts a project is looked to have gone.
_PARTS: Final = (2, 3, 4)
#: More possible parts than this are not combined: too many sums would fit by chance.
_MOST: Final = 8
_LEAST_YEARS: Final = 2
#: An amount is rounded by half a unit at most.
_HALF: Final = Decimal("0.5")


class Parted(NamedTuple):
    """One link of a split or merger, by the places in the two editions, and the years whose money adds up."""

    earlier: int
    later: int
    kind: LinkKind
    years: tuple[int, ...]


def parted(
    first: Sequence[Traits], second: Sequence[Traits], kin: set[tuple[int, int]], taken: Mapping[int, int]
) -> list[Parted]:
    """The splits and mergers between two editions. ``kin``: pairs that may be whole and part; ``taken``: which project is
    already which; its partner is a part too, and no project that is another's."""
    back = {later: earlier for earlier, later in taken.items()}
    splits = (
        Parted(whole, part, LinkKind.SPLIT, years)
        for whole, parts, years in _found(first, second, kin, taken, back)
        for part in parts
    )
    swapped = {(later, earlier) for earlier, later in kin}
    mergers = (
        Parted(part, whole, LinkKind.MERGED, years)
        for whole, parts, years in _found(second, first, swapped, back, taken)
        for part in parts
    )
    return [*splits, *mergers]


def _found(
    wholes: Sequence[Traits],
    others: Sequence[Traits],
    kin: set[tuple[int, int]],
    onward: Mapping[int, int],
    back: Mapping[int, int],
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Each whole with its parts and the years that add up."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for whole, part in sorted(kin):
        if back.get(part, whole) == whole:
            near[whole].append(part)
    for whole, parts in near.items():
        own = onward.get(whole)
        if len(parts) > 1 and len(parts) <= _MOST and not (own is not None and _same(wholes[whole], others[own])):
            yield from _smallest(wholes[whole], whole, others, parts, own)


def _smallest(
    whole: Traits, place: int, others: Sequence[Traits], parts: Sequence[int], own: int | None
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """The fewest parts that add up, the project's own partner among them."""
    for count in _PARTS:
        for chosen in combinations(parts, count):
            if own is not None and own not in chosen:
                continue
            years = _adding_up(whole, [others[part] for part in chosen])
            if len(years) >= _LEAST_YEARS:
                yield place, chosen, years
                return


def _amount(money: Money | None) -> Decimal | None:
    return money.initial if money else None


def _adding_up(whole: Traits, parts: Sequence[Traits]) -> tuple[int, ...]:
    """The years whose 当初予算 adds up; none where one does not, or where a part has money in none of them."""
    years = []
    giving: set[int] = set()
    for year, money in sorted(whole.money.items()):
        amounts = [_amount(part.money.get(year)) for part in parts]
        if not money.initial or any(amount is None for amount in amounts):
            continue
        if abs(sum(amount or Decimal(0) for amount in amounts) - money.initial) > _HALF * len(parts):
            return ()
        if sum(1 for amount in amounts if amount) > 1:
            years.append(year)
            giving.update(n for n, amount in enumerate(amounts) if amount and abs(amount) > 1)
    return tuple(years) if len(giving) == len(parts) else ()


def _same(a: Traits, b: Traits) -> bool:
    """Whether both tell the same 当初予算 in every year that both tell: then nothing went elsewhere."""
    shared = [(_amount(money), _amount(b.money[year])) for year, money in a.money.items() if year in b.money]
    return all(one == other or (one and other and abs(one - other) <= _HALF) for one, other in shared)
