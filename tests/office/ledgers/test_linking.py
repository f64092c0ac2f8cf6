"""Linking what was imported: the links between editions are kept, drawn anew, and a person's choice stays."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.office.keeping.who_may import MayNot
from monosashi.office.ledgers.importing import import_books
from monosashi.office.ledgers.linking import LinkedEditions, link_books
from monosashi.office.ledgers.refusals import NothingToLink
from monosashi.store.models import KeptProject, LogEntry, ProjectLink
from tests.ledgers.invented_books import Json, review_sheet, written
from tests.world import World

pytestmark = pytest.mark.django_db

NAMES = ("橋の見張り小屋の整備", "港の灯台の電球の取替え", "川の水位の測量")


def _sheets(edition: int, names: tuple[str, ...]) -> list[Json]:
    """Sheets of an edition, their numbers in the order of the names."""
    return [
        review_sheet(
            number, edition, 事業名=name, 事業目的=f"{name}のための見本の目的。", 関連する過去のレビューシート=[]
        )
        for number, name in enumerate(names, 1)
    ]


def _imported(folder: Path, world: World) -> None:
    for edition, names in ((2020, NAMES), (2021, (NAMES[1], NAMES[0], "観測衛星の打上げ"))):
        path = written(folder / f"review-sheets-{edition}.jsonl", _sheets(edition, names))
        import_books(world.actor("office"), [(path, path.name)])


def _links() -> list[tuple[str, str, str, Decimal]]:
    rows = ProjectLink.objects.order_by("before__code")
    return [(row.before.code, row.after.code, row.certainty, row.score) for row in rows]


def test_links_are_kept_and_drawn_anew(tmp_path: Path, world: World) -> None:
    _imported(tmp_path, world)
    told: list[tuple[str, str, int, int]] = []
    found = link_books(world.actor("office"), lambda *said: told.append(said))
    one = LinkedEditions(
        earlier="review-sheets 2020", later="review-sheets 2021", links=2, ambiguous=0, chosen=0, ended=1, begun=1
    )
    assert found == (one,)
    assert told == [("review-sheets 2020", "review-sheets 2021", 0, 1)]
    kept = _links()
    assert [(before[-4:], after[-4:], certainty) for before, after, certainty, _ in kept] == [
        ("0001", "0002", "certain"),
        ("0002", "0001", "certain"),
    ]
    assert link_books(world.actor("office")) == found
    assert _links() == kept
    entries = LogEntry.objects.filter(verb="link-books")
    assert [json.loads(entry.record)["details"] for entry in entries] == [{"links": 2, "ambiguous": 0}] * 2


def test_what_a_person_chose_stays_and_no_other_link_stands_against_it(tmp_path: Path, world: World) -> None:
    _imported(tmp_path, world)
    first = KeptProject.objects.get(edition=2020, name=NAMES[0])
    last = KeptProject.objects.get(edition=2021, name="観測衛星の打上げ")
    ProjectLink.objects.create(before=first, after=last, score=Decimal(1), certainty="chosen", reasons=[])
    (found,) = link_books(world.actor("office"))
    assert (found.links, found.chosen, found.ended, found.begun) == (2, 1, 1, 1)
    assert sorted((row.before.name, row.after.name) for row in ProjectLink.objects.all()) == sorted(
        [(NAMES[0], "観測衛星の打上げ"), (NAMES[1], NAMES[1])]
    )


def test_nothing_to_link(world: World) -> None:
    with pytest.raises(NothingToLink):
        link_books(world.actor("office"))


def test_who_may_link(tmp_path: Path, world: World) -> None:
    _imported(tmp_path, world)
    for username in ("bureau", "division", "council", "auditor"):
        with pytest.raises(MayNot):
            link_books(world.actor(username))
    assert ProjectLink.objects.count() == 0
