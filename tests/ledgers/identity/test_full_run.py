"""The labelled pairs within a run over all 42,370 published sheets."""

import tomllib
from pathlib import Path

import pytest

from monosashi.ledgers.chains import identities
from monosashi.ledgers.identity import linked_over
from tests.ledgers.identity.ablation import beside_declared, declared, editions
from tests.ledgers.identity.sampling import sampled
from tests.ledgers.identity.scoring import HERE, labelled, scored

pytestmark = [pytest.mark.shared, pytest.mark.thorough]


def test_labels_are_alike_in_kind_and_halved() -> None:
    pairs = labelled()
    kinds = ("unchanged", "renamed", "renumbered", "unlinked")
    halves = ("develop", "hold-out")
    counts = {(kind, half): sum((p.kind, p.half) == (kind, half) for p in pairs) for kind in kinds for half in halves}
    assert counts == dict.fromkeys(counts, 25)
    assert len({(pair.earlier, pair.later) for pair in pairs}) == 200


def test_all_sheets_linked_as_labelled(shared: Path) -> None:
    books = editions(shared / "data/review-sheets")
    assert sum(map(len, books)) == 42_370
    links = linked_over(books)
    develop, held_out = scored(labelled("develop"), links), scored(labelled("hold-out"), links)
    assert (develop.right, develop.wrong, develop.missed) == (75, 0, 0)
    assert (held_out.right, held_out.wrong, held_out.missed) == (75, 1, 0)
    kept = tomllib.loads((HERE / "disagreements.toml").read_text("utf-8"))["disagreement"]
    disagreeing = [*develop.disagreeing, *held_out.disagreeing]
    assert [(one["earlier"], one["later"], one["run"]) for one in kept] == disagreeing
    everything = scored(labelled(), links)
    assert everything.precision >= 0.98
    assert everything.recall >= 0.95
    chains = identities([project for book in books for project in book], links)
    assert sum(len(one.members) for one in chains) == 42_370
    told = beside_declared([link for link in links if link.later_edition == 2019], declared(books[3], books[4]))
    assert told["same"] / sum(told.values()) > 0.98


def test_the_sample_can_be_drawn_again(shared: Path) -> None:
    """Every labelled pair is among the proposals of the seed, under the way it is said to have been found."""
    drawn = {(_id(p.earlier.key), _id(p.later.key)): p.way for p in sampled(shared / "data/review-sheets")}
    assert len(drawn) == 272
    assert [pair for pair in labelled() if drawn.get((pair.earlier, pair.later)) != pair.way] == []


def _id(key: str) -> str:
    """A file's path as the id that the book's reader gives its project."""
    edition, ministry, number = key.split("/")
    return number if number.startswith(f"{edition}-") else f"{edition}-{ministry}-{number}"
