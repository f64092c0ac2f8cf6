"""Backups: proven by restoring them, whole or not at all, in a form that any program reads."""

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from monosashi.office.keeping import save
from monosashi.office.keeping.projecting import project
from monosashi.office.operations.backing_up import BackupExists, CannotBackUp, back_up
from monosashi.office.operations.notes import BackupNote, noted
from monosashi.office.operations.proving import current_head, prove
from monosashi.office.operations.rebuilding import rebuild
from monosashi.office.operations.restoring import (
    BackupDamaged,
    BackupNewer,
    NotABackup,
    RestoreProblems,
    StoreNotEmpty,
    restore,
)
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import Draft, FindingRow, KeptDocument, LogEntry, Release, Version
from monosashi.store.models.projection import Projection
from monosashi.store.signature import signed
from tests.world import World, sheet_of

DOCUMENT = "原本\0\xff".encode()


@pytest.fixture
def office(lasting_world: World) -> World:
    """The small world with a second version, an edition, a draft and a document."""
    world = lasting_world
    save(world.actor("office"), "soumu-R4-2", 1, sheet_of("soumu-R4-3"), reason_code="edited")
    kept = world.sheets["soumu-R4-5"]
    with transaction.atomic():
        document = keep_document(DOCUMENT, "原本.bin", "application/x-test", kept.created)
        append(
            "upload", "1", person=signed("officeさん", "office"), time=kept.created, details={"sha256": document.sha256}
        )
        release = {"edition": 1, "sha256": kept.newest.sha256, "version": 1}
        append(
            "release",
            kept.slug,
            person=signed("officeさん", "office"),
            time=kept.created,
            details=release,
            whose=kept.ministry,
        )
        Release.objects.create(sheet=kept, edition=1, version=kept.newest, person_name="officeさん", time=kept.created)
        project(kept, kept.newest, released=True)
    Draft.objects.create(
        sheet=kept, person=world.people["bureau"], base=kept.newest, edits={"/title": "=1+1\n①"}, saved=kept.created
    )
    return world


def empty() -> None:
    call_command("flush", verbosity=0, interactive=False)


def projections() -> dict[str, list[str]]:
    """What every projection says, whatever numbers its rows bear."""

    def rows(kind: type[Model]) -> list[str]:
        return sorted(
            json.dumps({key: value for key, value in row.items() if key != "id"}, sort_keys=True, ensure_ascii=False)
            for row in kind._default_manager.values()
        )

    return {kind.__name__: rows(kind) for kind in Projection.__subclasses__()}


def test_what_was_backed_up_is_restored_to_the_byte(office: World, tmp_path: Path) -> None:
    head, before = current_head(), projections()
    back_up(tmp_path / "one.zip")
    empty()
    manifest, problems = restore(tmp_path / "one.zip")
    back_up(tmp_path / "two.zip")
    assert problems == ()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert (current_head(), manifest.head, manifest.documents) == (head, (head.number, head.hash), 1)
    assert bytes(KeptDocument.objects.get().data) == DOCUMENT
    assert projections() == before
    assert prove([str(head)]).holds


@pytest.mark.thorough
def test_an_office_goes_on_after_a_restore(office: World, tmp_path: Path) -> None:
    back_up(tmp_path / "one.zip")
    empty()
    restore(tmp_path / "one.zip")
    save(office.actor("office"), "soumu-R4-3", 1, sheet_of("soumu-R4-5"), reason_code="edited")
    assert prove().holds


def test_anyone_can_read_a_backup(office: World, tmp_path: Path) -> None:
    back_up(tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        drafts = [json.loads(line) for line in archive.read("tables/store.draft.jsonl").splitlines()]
        (document,) = [name for name in archive.namelist() if name.startswith("documents/")]
        assert archive.read(document) == DOCUMENT
    rows = {table["table"]: table["rows"] for table in manifest["tables"]}
    assert (rows["store.person"], rows["store.version"], rows["store.logentry"]) == (12, 5, 7)
    assert [draft["edits"] for draft in drafts] == [{"/title": "=1+1\n①"}]
    assert not {"sessions.session", "store.findingrow", "store.tries"} & rows.keys()


def test_it_is_of_one_moment_while_others_write(office: World, tmp_path: Path) -> None:
    """A save is made after the first table was written; the backup knows nothing of it, and the save did not wait."""
    saved: list[int] = []

    def meanwhile() -> None:
        saved.append(save(office.actor("office"), "soumu-R4-3", 1, sheet_of("soumu-R4-5"), reason_code="edited").number)
        connection.close()

    def told(done: int, _all: int) -> None:
        if done == 1:
            thread = threading.Thread(target=meanwhile)
            thread.start()
            thread.join()

    head = current_head()
    manifest = back_up(tmp_path / "one.zip", told)
    assert (saved, manifest.head) == ([2], (head.number, head.hash))
    empty()
    assert restore(tmp_path / "one.zip")[1] == ()


def test_the_last_backup_is_noted(office: World, tmp_path: Path) -> None:
    back_up(tmp_path / "one.zip")
    note = noted(BackupNote)
    assert note is not None
    size = (tmp_path / "one.zip").stat().st_size
    assert (note.file, note.size, note.head) == (str(tmp_path / "one.zip"), size, str(current_head()))
    assert (tmp_path / "one.zip").stat().st_mode & 0o777 == 0o600


def test_no_backup_is_written_over_and_none_is_left_half(office: World, tmp_path: Path) -> None:
    (tmp_path / "one.zip").write_text("mine")
    with pytest.raises(BackupExists):
        back_up(tmp_path / "one.zip")

    def full(_done: int, _all: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotBackUp):
        back_up(tmp_path / "two.zip", full)
    with pytest.raises(CannotBackUp):
        back_up(tmp_path / "nowhere" / "three.zip")
    assert [file.name for file in tmp_path.iterdir()] == ["one.zip"]


def changed(file: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """A copy of a backup in which the parts were changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    copy = file.with_name("changed.zip")
    with zipfile.ZipFile(copy, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return copy


def test_a_damaged_backup_is_refused_and_named(office: World, tmp_path: Path) -> None:
    back_up(tmp_path / "one.zip")
    empty()
    document = f"documents/{'0' * 64}"
    wrongs: list[Callable[[dict[str, bytes]], object]] = [
        lambda parts: parts.update({"tables/store.person.jsonl": b""}),
        lambda parts: parts.pop("tables/store.version.jsonl"),
        lambda parts: parts.update(
            {document: parts.pop(next(name for name in parts if name.startswith("documents/")))}
        ),
        lambda parts: parts.pop(next(name for name in parts if name.startswith("documents/"))),
    ]
    for wrong in wrongs:
        with pytest.raises(BackupDamaged):
            restore(changed(tmp_path / "one.zip", wrong))
    (tmp_path / "cut.zip").write_bytes((tmp_path / "one.zip").read_bytes()[:-100])
    (tmp_path / "text.zip").write_text("no zip")
    for name in ("cut.zip", "text.zip", "none.zip"):
        with pytest.raises(NotABackup):
            restore(tmp_path / name)
    newer = changed(
        tmp_path / "one.zip",
        lambda parts: parts.update(
            {"manifest.json": parts["manifest.json"].replace(b'"migrations": {', b'"migrations": {"zzz": ["9999_x"],')}
        ),
    )
    with pytest.raises((BackupNewer, NotABackup)):
        restore(newer)
    assert not LogEntry.objects.exists()


@pytest.mark.thorough
def test_only_an_empty_store_takes_a_backup(office: World, tmp_path: Path) -> None:
    back_up(tmp_path / "one.zip")
    head = current_head()
    with pytest.raises(StoreNotEmpty):
        restore(tmp_path / "one.zip")
    assert current_head() == head


@pytest.mark.thorough
def test_a_log_with_problems_is_restored_only_knowingly(office: World, tmp_path: Path) -> None:
    Version.objects.filter(sheet__slug="soumu-R4-3").update(author_name="別人")
    back_up(tmp_path / "one.zip")
    empty()
    with pytest.raises(RestoreProblems):
        restore(tmp_path / "one.zip")
    assert not LogEntry.objects.exists()
    _, problems = restore(tmp_path / "one.zip", accept_problems=True)
    assert [problem.code for problem in problems] == ["version-otherwise"]
    assert Version.objects.count() == 5


def test_projections_are_drawn_anew_from_the_versions_alone(office: World) -> None:
    before = projections()
    assert all(before[name] for name in ("SheetSummary", "IndicatorRow", "YearlyRow", "FindingRow"))
    for kind in Projection.__subclasses__():
        kind._default_manager.all().delete()
    told: list[tuple[int, int]] = []
    assert rebuild(lambda done, of: told.append((done, of))) == []
    assert projections() == before
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.thorough
def test_a_version_that_cannot_be_opened_is_told_and_the_others_are_drawn(office: World) -> None:
    Version.objects.filter(sheet__slug="soumu-R4-3").update(content='{"identities":{},"sheet":{"title":7}}', sha256="x")
    assert rebuild() == ["soumu-R4-3"]
    assert not FindingRow.objects.filter(sheet__slug="soumu-R4-3").exists()
    assert FindingRow.objects.filter(sheet__slug="soumu-R4-2").exists()
