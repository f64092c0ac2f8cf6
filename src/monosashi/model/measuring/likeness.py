"""Likeness: how alike two names are, from 0 (nothing in common) to 1 (the same).

Dice's coefficient over pairs of neighbouring characters: twice the pairs both have, over the pairs of each. Japanese
has no blanks between words, and a reworded name keeps most of its pairs whatever was put before or after them.

>>> round(likeness("国際会議への参加回数", "国際会議等への参加回数"), 2)
0.84
>>> likeness("里山の整備", "高速通信")
0.0
"""

from collections import Counter
from functools import lru_cache
from itertools import pairwise

from monosashi.model.folding import key


def likeness(left: str, right: str) -> float:
    """How alike two texts are; line breaks, blanks and the width of characters do not count."""
    one, other = _pairs(left), _pairs(right)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Counter[str]:
    flat = key(text)
    return Counter(a + b for a, b in pairwise(flat)) if len(flat) > 1 else Counter([flat] if flat else [])
