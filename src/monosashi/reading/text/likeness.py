"""Likeness of wording: how much of one text's pairs of characters another text has."""

from collections import Counter
from math import sqrt

from monosashi.model.folding import key


def pairs(text: str) -> Counter[str]:
    """Pairs of neighbouring characters, blanks and widths folded."""
    folded = key(text)
    return Counter(folded[n : n + 2] for n in range(len(folded) - 1))


def likeness(one: str, other: str) -> float:
    """0 (nothing shared) to 1 (the same pairs), by the cosine of the two counts."""
    a, b = pairs(one), pairs(other)
    length = sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(n * b[pair] for pair, n in a.items()) / length if length else 0.0


def share(of: str, within: str) -> float:
    """How much of a short text's pairs a longer one has, 0 to 1."""
    a, b = pairs(of), pairs(within)
    return sum(min(n, b[pair]) for pair, n in a.items()) / sum(a.values()) if a else 0.0
