"""``python -m tests.ledgers.identity.ablation FOLDER``: what each kind of evidence gives, measured by leaving it out, and by
having nothing else. Both halves of the labels, and the 2019 sheets' own lists of their past as a second, larger reading."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from monosashi.ledgers.evidence import Weights
from monosashi.ledgers.identity import linked_over
from monosashi.ledgers.review_sheets import projects
from monosashi.model.book import Project
from monosashi.model.identity import Link
from tests.ledgers.identity.scoring import labelled, scored

KINDS = tuple(field.name for field in fields(Weights))


def editions(folder: Path) -> list[list[Project]]:
    """Every edition's projects, oldest first."""
    found: dict[int, list[Project]] = {}
    for line in projects(folder):
        if isinstance(line, Project):
            found.setdefault(line.edition, []).append(line)
    return [found[year] for year in sorted(found)]


def declared(earlier: Sequence[Project], later: Sequence[Project]) -> dict[str, str]:
    """By later sheet the one earlier sheet it names as its past, where no other names it too."""
    known = {project.id for project in earlier}
    named = {p.id: past[0] for p in later if len(past := [one for one in p.before if one in known]) == 1}
    often = Counter(named.values())
    return {later_id: past for later_id, past in named.items() if often[past] == 1}


def beside_declared(links: Sequence[Link], named: dict[str, str]) -> Counter[str]:
    """How the links of an edition stand beside what its sheets name."""
    ends = {(link.earlier, link.later) for link in links}
    some = {link.later for link in links}
    return Counter(
        "same" if (past, later) in ends else "another" if later in some else "none" for later, past in named.items()
    )


def trials() -> Iterator[tuple[str, Weights]]:
    """All evidence, all but one kind, and one kind alone."""
    yield "all", Weights()
    yield from ((f"without {kind}", replace(Weights(), **{kind: 0})) for kind in KINDS)
    nothing = Weights(**dict.fromkeys(KINDS, 0))
    yield from ((f"{kind} alone", replace(nothing, **{kind: 1})) for kind in ("name", "money"))


def main(folder: Path) -> None:
    """One line a trial."""
    books = editions(folder)
    named = declared(books[3], books[4])
    for name, by in trials():
        began = time.perf_counter()
        links = linked_over(books, by)
        certain = sum(link.certainty == "certain" for link in links)
        told = [f"{name:18}", f"{time.perf_counter() - began:5.0f} s", f"links {len(links)} ({certain} certain)"]
        for half in ("develop", "hold-out"):
            score = scored(labelled(half), links)
            told.append(f"{half}: P {score.precision:.3f} R {score.recall:.3f} ({score.wrong}/{score.missed})")
        told.append(str(dict(beside_declared([link for link in links if link.later_edition == 2019], named))))
        print(" | ".join(told), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
