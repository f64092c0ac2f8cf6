"""Importing books: whole, once, and from where it was stopped; what is kept is what was read, on every database."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from django.db import DatabaseError

from monosashi.ledgers.book_files import Source, SourceFile, sources
from monosashi.ledgers.review_sheets import projects
from monosashi.ledgers.settlement import appropriations
from monosashi.model import Appropriation, BookFault, Project
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.ledgers import importing
from monosashi.office.ledgers.importing import Imported, import_books
from monosashi.office.ledgers.lines_kept import ProjectRow, keep_projects
from monosashi.office.ledgers.reading_out import (
    appropriations_of,
    book_editions,
    budget_years,
    editions_of,
    project_named,
    projects_called,
    projects_of,
)
from monosashi.office.ledgers.refusals import BookBeingImported, NoBooks
from monosashi.office.people.operator import OPERATOR
from monosashi.store.models import KeptAppropriation, KeptProject, LedgerFault, LedgerSource, LogEntry
from tests.ledgers.invented_books import Json, budget, review_sheet, written
from tests.ledgers.invented_rs import invented_rs, write_rs
from tests.ledgers.test_rs_csv import LAYOUT
from tests.world import World

pytestmark = pytest.mark.django_db


def _sheets(folder: Path, count: int = 25) -> Path:
    """Sheets of which the fourth is broken and the seventh has an impossible year."""
    lines: list[Json | str | bytes] = [review_sheet(n) for n in range(1, count + 1)]
    lines[3] = '{"事業名": '
    lines[6] = review_sheet(7, 開始年度=2309)
    return written(folder / "review-sheets-2021.jsonl.xz", lines)


def _import(*paths: Path) -> tuple[Imported, ...]:
    return import_books(OPERATOR, [(path, path.name) for path in paths])


def _kept() -> list[tuple[object, ...]]:
    """Every row that is kept, without the numbers and times that the database gives."""
    rows: list[tuple[object, ...]] = []
    for one in KeptProject.objects.order_by("book", "edition", "code"):
        rows.append(
            (one.code, one.name_key, one.ministry, one.start, one.file, one.line, one.digest, bytes(one.content))
        )
    for line in KeptAppropriation.objects.order_by("digest"):
        rows.append((line.digest, line.nendo, line.ministries, line.file, line.line, line.content))
    for fault in LedgerFault.objects.order_by("file", "line", "code"):
        rows.append((fault.file, fault.line, fault.code, fault.ja, fault.en))
    for source in LedgerSource.objects.order_by("sha256"):
        told = (
            source.position,
            source.projects,
            source.appropriations,
            source.unchanged,
            source.replaced,
            source.faults,
        )
        rows.append((source.sha256, source.kind, source.edition, *told, source.done is not None))
    return rows


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    path = _sheets(tmp_path)
    (done,) = _import(path)
    read = [one for one in projects(path) if isinstance(one, Project)]
    assert done == Imported(
        name=path.name, book="review-sheets", edition=2021, sha256=done.sha256, projects=24, faults=2
    )
    assert list(projects_of(2021)) == read
    assert list(projects_of(2021, "未来生活省")) == read
    assert projects_of(2021, "環境省") == ()
    assert editions_of(read[0].book) == (2021,)
    assert project_named(read[0].book, 2021, read[0].id) == read[0]
    assert projects_called("見本の事業その３") == (read[2],)
    assert [(one.line, one.code) for one in LedgerFault.objects.all()] == [(4, "not-json"), (7, "year-impossible")]


def test_a_year_of_the_budget_is_kept_by_its_ministries(tmp_path: Path) -> None:
    path = tmp_path / "mof-jikou-2021.json"
    path.write_text(json.dumps(budget(), ensure_ascii=False), encoding="utf-8")
    (done,) = _import(path)
    read = [one for one in appropriations(path) if isinstance(one, Appropriation)]
    assert (done.appropriations, done.edition) == (4, 2021)
    assert list(appropriations_of(2021)) == read
    assert list(appropriations_of(2021, "未来生活省")) == read
    assert list(appropriations_of(2021, "環境省")) == read[3:]
    assert appropriations_of(2021, "未来") == ()
    assert budget_years() == (2021,)


def test_the_tables_of_the_rs_system_are_one_source(tmp_path: Path) -> None:
    made = invented_rs(LAYOUT, seed=5)
    (done,) = _import(write_rs(tmp_path, made, "cp932"))
    assert (done.name, done.edition, done.projects, done.faults) == ("RS_2024", 2024, 4, 0)
    assert [one.id for one in projects_of(2024, book=made.projects[0].book)] == [one.id for one in made.projects]


def test_the_same_file_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    path = _sheets(tmp_path)
    (first,) = _import(path)
    kept, entries = _kept(), LogEntry.objects.count()
    again = path.rename(tmp_path / "another-name.xz")
    (second,) = _import(again)
    assert second == first.model_copy(update={"already": True})
    assert (_kept(), LogEntry.objects.count()) == (kept, entries)


class Stopped(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("seed", range(4))
def test_an_import_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Stopped at random, between two batches or in the middle of one, as often as it may be: the end is the same."""
    chance = random.Random(seed)  # noqa: S311  from a seed, not for secrets
    paths = [_sheets(tmp_path), tmp_path / "mof-jikou-2021.json"]
    paths[1].write_text(json.dumps(budget(), ensure_ascii=False), encoding="utf-8")
    _import(*paths)
    whole = _kept()
    LedgerSource.objects.all().delete()
    monkeypatch.setattr(importing, "BATCH", 3)
    create, stopped = LedgerFault.objects.bulk_create, 0

    def stop(*_told: object) -> None:
        if chance.random() < 0.4:
            raise Stopped

    def broken_off(rows: Iterable[LedgerFault]) -> list[LedgerFault]:
        stop()
        return create(rows)

    monkeypatch.setattr(LedgerFault.objects, "bulk_create", broken_off)
    while True:
        try:
            import_books(OPERATOR, [(path, path.name) for path in paths], stop)
            break
        except Stopped:
            stopped += 1
    assert stopped
    assert _kept() == whole
    assert LogEntry.objects.filter(verb="import-book").count() == 4


def test_a_corrected_file_replaces_only_what_differs(tmp_path: Path) -> None:
    _import(written(tmp_path / "a-2021.jsonl", [review_sheet(1), review_sheet(2)]))
    changed = written(tmp_path / "b-2021.jsonl", [review_sheet(1), review_sheet(2, 事業名="新しい名"), review_sheet(3)])
    (done,) = _import(changed)
    assert (done.projects, done.unchanged, done.replaced) == (3, 1, 1)
    assert [(one.name, one.place.file) for one in projects_of(2021)] == [
        ("見本の事業その1", "a-2021.jsonl"),
        ("新しい名", "b-2021.jsonl"),
        ("見本の事業その3", "b-2021.jsonl"),
    ]


def test_the_list_of_projects_never_replaces_what_tells_more(tmp_path: Path) -> None:
    made = invented_rs(LAYOUT, seed=5, count=1)
    write_rs(tmp_path, made, "utf-8")
    _import(tmp_path)
    listed = tmp_path / "rs2024-project-details.json"
    listed.write_text(json.dumps({"1": {"projectId": 1, "projectName": "別の名"}}), encoding="utf-8")
    (done,) = _import(listed)
    assert (done.projects, done.unchanged, done.replaced) == (1, 1, 0)
    assert projects_of(2024, book=made.projects[0].book)[0].years == made.projects[0].years


def test_a_line_that_stands_twice_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    lines = [review_sheet(1), review_sheet(1), review_sheet(2), review_sheet(1, 事業名="別の名")]
    (done,) = _import(written(tmp_path / "a.jsonl", lines))
    assert (done.projects, done.faults) == (2, 2)
    assert [(one.line, one.code) for one in LedgerFault.objects.all()] == [(2, "line-repeated"), (4, "line-repeated")]
    assert [one.name for one in projects_of(2021)] == ["見本の事業その1", "見本の事業その2"]


def test_two_imports_of_one_file_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another has taken the next lines meanwhile: this one stops, and nothing is twice."""
    monkeypatch.setattr(importing, "BATCH", 5)
    path = _sheets(tmp_path)
    told: list[int] = []

    def meanwhile(_name: str, lines: int, _done: int, _all: int) -> None:
        told.append(lines)
        if len(told) == 1:
            _import(path)

    with pytest.raises(BookBeingImported):
        import_books(OPERATOR, [(path, path.name)], meanwhile)
    assert (told, len(projects_of(2021))) == ([5], 24)
    assert [(one.projects, one.done) for one in book_editions()] == [(24, True)]


def test_another_version_of_the_program_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 5)
    path = _sheets(tmp_path)

    def stop(*_told: object) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        import_books(OPERATOR, [(path, path.name)], stop)
    LedgerSource.objects.update(reader="monosashi 0.0.1")
    (done,) = _import(path)
    assert (done.resumed, done.projects, done.faults, LedgerFault.objects.count()) == (0, 24, 2, 2)


def test_who_may_import(tmp_path: Path, world: World) -> None:
    path = _sheets(tmp_path)
    for username in ("bureau", "division", "council", "auditor"):
        with pytest.raises(MayNot):
            import_books(world.actor(username), [(path, path.name)])
    assert LedgerSource.objects.count() == 0
    (done,) = import_books(world.actor("office"), [(path, path.name)])
    assert done.projects == 24
    entry = LogEntry.objects.get(verb="import-book")
    assert json.loads(entry.record)["details"] == {
        "appropriations": 0,
        "faults": 2,
        "projects": 24,
        "replaced": 0,
        "sha256": done.sha256,
        "unchanged": 0,
    }


def test_nothing_to_import(tmp_path: Path) -> None:
    with pytest.raises(NoBooks):
        import_books(OPERATOR, [])
    (tmp_path / "note.json").write_text("{}", encoding="utf-8")
    assert _import(tmp_path / "note.json") == (Imported(name="note.json", unknown=True),)


@pytest.mark.thorough
@pytest.mark.shared
def test_all_review_sheets_and_budgets(shared: Path) -> None:
    """All 42,370 sheets and 12,630 lines: each is there once, as it was read."""
    folder = shared / "data"
    done = _import(
        folder / "review-sheets", folder / "settlement", folder / "rs-system" / "rs2024-project-details.json.gz"
    )
    assert sum(one.projects for one in done if one.book == "review-sheets") == 42_370
    assert [one.projects for one in done if one.book == "rs-system"] == [5_664]
    assert sum(one.appropriations for one in done) == 12_630
    assert sum(one.replaced + one.unchanged for one in done) == 0
    assert set(LedgerFault.objects.order_by("code").values_list("code", flat=True).distinct()) == {"year-impossible"}
    for edition in (2015, 2020, 2022):
        (source,) = sources(
            [
                SourceFile(
                    folder / "review-sheets" / f"review-sheets-{edition}.jsonl.xz", f"review-sheets-{edition}.jsonl.xz"
                )
            ]
        )
        assert isinstance(source, Source)
        assert list(projects_of(edition)) == [one for one in source.lines() if not isinstance(one, BookFault)]


def test_a_store_that_cannot_be_written_keeps_what_was_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    path = _sheets(tmp_path)
    keep = keep_projects

    def failing(source: LedgerSource, given: Sequence[ProjectRow], counted: Counter[str]) -> list[BookFault]:
        if source.position:
            raise DatabaseError("disk full")
        return keep(source, given, counted)

    monkeypatch.setattr(importing, "keep_projects", failing)
    with pytest.raises(DatabaseError):
        _import(path)
    monkeypatch.undo()
    (done,) = _import(path)
    assert (done.resumed, done.projects) == (10, 24)
