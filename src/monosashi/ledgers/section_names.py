"""Likeness of a policy's name to those of the budget's 項 and 事項.

Names are cut into pairs of neighbouring characters. A pair weighs the more the fewer of the ministry's lines have it, so
that 国際戦略 tells more than 情報通信; joining words count for nothing and words that every policy has (推進, 整備) for
little. What one side abbreviates is written out first (ICT). Likeness is twice the weight both have over the weight of
each: 0 nothing in common, 1 the same.

>>> bare_name("政策14：ICT分野における国際戦略の推進")
'情報通信技術分野における国際戦略の推進'
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log
from typing import Final

from pydantic import Field

from monosashi.model.folding import key
from monosashi.model.noun import Noun

#: A number that a blank sets apart from the name: 「１－１　地球温暖化対策」.
_APART: Final = re.compile(r"^\s*[0-9０-９Ⅰ-Ⅻⅰ-ⅻ①-⑳.．\-－‐―−ー]{1,12}\s+(?=\S)")
_NUMBER: Final = r"[0-9ivx①-⑳㉑-㉟.\-−ー]{0,12}"


class Words(Noun):
    """What is known of names in general."""

    written_out: dict[str, str]
    numbered: tuple[str, ...]
    joining: tuple[str, ...]
    weak: frozenset[str]
    weak_weight: float = Field(gt=0, le=1)
    seat: tuple[str, ...]


@cache
def words() -> Words:
    """The words of ``data/section-names.toml``, folded."""
    told = tomllib.loads(files("monosashi.ledgers").joinpath("data/section-names.toml").read_text("utf-8"))
    return Words(
        written_out={key(short): key(full) for short, full in told["written_out"].items()},
        numbered=tuple(sorted(map(key, told["numbered"]["words"]), key=len, reverse=True)),
        joining=tuple(sorted(map(key, told["joining"]["words"]), key=len, reverse=True)),
        weak=frozenset(map(key, told["weak"]["words"])),
        weak_weight=float(told["weak"]["weight"]),
        seat=tuple(told["seat"]["endings"]),
    )


@lru_cache(maxsize=16384)
def bare_name(name: str) -> str:
    """The name, folded, without its place in a tree of policies and with abbreviations written out."""
    flat, known = key(_APART.sub("", name)), words()
    level = "|".join(map(re.escape, known.numbered))
    head = re.match(rf"(?:[(【\[](?:{level})?{_NUMBER}[)】\]]|(?:{level}){_NUMBER}[:.、]?|{_NUMBER}[.、:])", flat)
    flat = flat[head.end() :] if head and head.end() < len(flat) and _is_numbered(head[0], known) else flat
    for short, full in known.written_out.items():
        flat = re.sub(rf"(?<![a-z]){re.escape(short)}(?![a-z])", full, flat)
    return flat


def _is_numbered(head: str, known: Words) -> bool:
    """Whether what stands before the name is a number: 政策14： is one, 政策評価 begins with a word that only looks so."""
    rest = head
    for word in known.numbered:
        rest = rest.removeprefix(word)
    return bool(re.search(r"[0-9ivx①-⑳㉑-㉟]", rest)) or rest.endswith((":", "】", "]", ")"))


@lru_cache(maxsize=16384)
def pairs(name: str) -> frozenset[str]:
    """The pairs of characters of the name; a word of one character stands for itself."""
    flat = bare_name(name)
    for word in words().joining:
        flat = flat.replace(word, " ")
    runs = [re.sub(r"(?<=.)費$", "", run) for run in flat.split()]
    found = {a + b for run in runs for a, b in pairwise(run)}
    return frozenset(found | {run for run in runs if len(run) == 1})


class Weights:
    """How much a pair tells among the names of one ministry."""

    def __init__(self, names: Iterable[frozenset[str]]) -> None:
        told = list(names)
        self._lines = len(told)
        self._having = Counter(pair for one in told for pair in one)

    def of(self, told: Iterable[str]) -> float:
        """The weight of some pairs together."""
        known = words()
        return sum(
            log((self._lines + 1) / (self._having[pair] + 0.5)) * (known.weak_weight if pair in known.weak else 1)
            for pair in sorted(told)
        )

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How alike two names are, 0 to 1."""
        both = self.of(left & right)
        return 2 * both / (self.of(left) + self.of(right)) if both > 0 else 0.0
