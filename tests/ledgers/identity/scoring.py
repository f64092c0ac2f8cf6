"""Scoring: the labelled pairs against the links of the full run.

A pair counts as linked if the run over all sheets links those two. A wrong link is one between two that are not one
project, one of a sheet that has no partner, or one to another sheet than the labelled partner (which is a miss as well).
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from monosashi.model.identity import Link

HERE = Path(__file__).parent


class Pair(NamedTuple):
    """A labelled pair (pairs.toml)."""

    earlier: str
    later: str
    kind: str
    half: str
    way: str
    evidence: tuple[str, ...]
    alone: str = ""

    @property
    def one(self) -> bool:
        """Whether the two are one project."""
        return self.kind != "unlinked"


class Score(NamedTuple):
    """How links stand beside labels; ``disagreeing``: (earlier, later, what the run says)."""

    right: int
    wrong: int
    missed: int
    disagreeing: tuple[tuple[str, str, str], ...]

    @property
    def precision(self) -> float:
        """Right links over all."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """Right links over the pairs that are one project."""
        return self.right / (self.right + self.missed or 1)


def labelled(half: str = "") -> list[Pair]:
    """The labelled pairs, of one half or all."""
    rows = tomllib.loads((HERE / "pairs.toml").read_text("utf-8"))["pair"]
    pairs = [Pair(**{**row, "evidence": tuple(row["evidence"])}) for row in rows]
    return [pair for pair in pairs if half in ("", pair.half)]


def scored(pairs: Iterable[Pair], links: Iterable[Link]) -> Score:
    """The labelled pairs beside the links."""
    edges = {(link.earlier, link.later) for link in links}
    onward, back = dict(sorted(edges)), {later: earlier for earlier, later in sorted(edges)}
    tally: Counter[str] = Counter()
    disagreeing = []
    for pair in pairs:
        here = (pair.earlier, pair.later) in edges
        there = _elsewhere(pair, onward, back)
        if pair.one:
            tally["right" if here else "missed"] += 1
            tally["wrong"] += bool(there and not here)
        else:
            tally["wrong"] += here or bool(there)
        if here != pair.one or (there and not here and not pair.one):
            disagreeing.append((pair.earlier, pair.later, "linked" if here else there or "not linked"))
    return Score(tally["right"], tally["wrong"], tally["missed"], tuple(disagreeing))


def _elsewhere(pair: Pair, onward: dict[str, str], back: dict[str, str]) -> str:
    """Where a sheet of the pair is linked though it should not be; empty where nowhere."""
    ahead, behind = onward.get(pair.earlier, ""), back.get(pair.later, "")
    if pair.one:
        return next((other for other in (ahead, behind) if other and other not in (pair.earlier, pair.later)), "")
    if ahead and pair.alone in ("earlier", "both"):
        return ahead
    return behind if pair.alone in ("later", "both") else ""
