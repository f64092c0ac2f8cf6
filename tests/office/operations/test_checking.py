"""The checks: each finds what it is for, says what to do, and is content with an office as it should be."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from monosashi.office.keeping import clock
from monosashi.office.operations import checking
from monosashi.office.operations.checking import check_office
from monosashi.office.operations.notes import BackupNote, note
from monosashi.office.places import default_folder
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import Intake, KeptSheet, Person, SheetSummary, Version
from monosashi.store.signature import NOBODY
from monosashi.web.secret import make_secret_key
from tests.world import World


@pytest.fixture(autouse=True)
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with its secret and a fresh backup; no other machine's names."""
    monkeypatch.setenv("MONOSASHI_FOLDER", str(tmp_path))
    monkeypatch.delenv("MONOSASHI_SECRET_KEY", raising=False)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["localhost"])
    make_secret_key(tmp_path)
    note(BackupNote(time=clock.now(), file="one.zip", size=1, head="0:0"))


def found() -> dict[str, str]:
    """The standing of each check that is not content."""
    return {one.code: one.standing.value for one in check_office() if one.standing != "good"}


def test_an_office_as_it_should_be(world: World) -> None:
    assert found() == {}
    assert [one.code for one in check_office(whole=False)] == [
        *("secret", "hosts", "disk", "database", "tables", "people", "backup"),
        *("orphans", "heads", "reading", "lists", "record-heads", "record-lists"),
    ]


def gone(name: str) -> Callable[[], object]:
    """A file of the office's folder is no longer there."""
    return lambda: Path(default_folder(), name).unlink()


def orphan() -> None:
    with transaction.atomic():
        kept = keep_document(b"x", "x.txt", "text/plain", clock.now())
        append("upload", "1", person=NOBODY, time=kept.added, details={"sha256": kept.sha256})


def stuck() -> None:
    orphan()
    kept = keep_document(b"x", "x.txt", "text/plain", clock.now())
    since = clock.now() - dt.timedelta(hours=3)
    person = Person.objects.get(username="office")
    ministry = KeptSheet.objects.get(slug="soumu-R4-2").ministry
    Intake.objects.create(
        document=kept, ministry=ministry, person=person, name="x", started=since, claimed=since, state="reading"
    )


def old_backup() -> None:
    note(BackupNote(time=clock.now() - dt.timedelta(days=9), file="one.zip", size=1, head="0:0"))


def unopenable() -> None:
    Version.objects.filter(sheet__slug="soumu-R4-3").update(content='{"identities":{},"sheet":{"title":7}}')


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (gone("secret-key"), {"secret": "bad"}),
        (lambda: (default_folder() / "secret-key").chmod(0o644), {"secret": "bad"}),
        (lambda: setattr(settings, "ALLOWED_HOSTS", ["hyouka.example.go.jp"]), {"hosts": "bad"}),
        (lambda: setattr(settings, "ALLOWED_HOSTS", ["*"]), {"hosts": "bad"}),
        (gone("last-backup.json"), {"backup": "advice"}),
        (old_backup, {"backup": "advice"}),
        (lambda: Person.objects.filter(role="sysadmin").update(is_active=False), {"people": "advice"}),
        (orphan, {"orphans": "bad"}),
        (stuck, {"reading": "bad"}),
        (lambda: SheetSummary.objects.filter(sheet__slug="soumu-R4-2").delete(), {"lists": "bad"}),
        (lambda: KeptSheet.objects.filter(slug="soumu-R4-2").update(head=None), {"heads": "bad", "lists": "bad"}),
        (lambda: Version.objects.filter(number=1).update(author_name="別人"), {"log": "bad"}),
        (unopenable, {"log": "bad", "versions": "bad"}),
    ],
)
def test_what_is_wrong_is_found_with_what_to_do(
    world: World, wrong: Callable[[], object], told: dict[str, str]
) -> None:
    wrong()
    assert found() == told
    assert all(one.todo for one in check_office() if one.standing != "good")


def test_several_wrongs_are_told_together(world: World) -> None:
    gone("secret-key")()
    old_backup()
    unopenable()
    assert found() == {"secret": "bad", "backup": "advice", "log": "bad", "versions": "bad"}


def test_a_full_disk_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_ENOUGH_DISK", 10**18)
    assert found() == {"disk": "bad"}


def test_tables_of_another_version_are_told_and_nothing_more_is_asked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "at_newest", lambda: False)
    assert found() == {"tables": "bad"}
