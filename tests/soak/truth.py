"""What is in the store, and what is wrong with it: ``python -m tests.soak.truth`` answers a line of JSON for each line it
is given (``{"file": "another SQLite file to open"}``), in a process of its own, as a program after the accident would.

``problems`` is empty where every version has its log entry and its content, every head is the newest version, the log
verifies, projections are those that would be drawn now, and documents are the bytes they say they are.
"""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django

from tests.soak.server import ROOT, Server


@dataclass(frozen=True)
class Found:
    """What a look found. ``kept``: every save by its text (``tests.soak.door``), every release by its sheet and version,
    every document put in by its sha256, in the words of ``tests.soak.clients``."""

    kept: list[str]
    problems: list[str]


class Looking:
    """The process that looks, kept for many looks."""

    def __init__(self, server: Server) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.truth"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=server.environment,
            cwd=ROOT,
        )

    def look(self, file: Path | None = None) -> Found:
        """What is there now. ``file``: another SQLite file than the office's. Raises ``RuntimeError`` if looking itself
        failed, with why on standard error."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the process that looks has no pipes")
        self._process.stdin.write(json.dumps({"file": str(file) if file else ""}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that looks has ended")
        return Found(**json.loads(answer))

    def end(self) -> None:
        """Let it go."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=30)
        if self._process.stdout:
            self._process.stdout.close()


def main() -> None:
    """Look whenever asked."""
    django.setup()
    from django.db import connection, transaction  # noqa: PLC0415  after the set-up

    for line in sys.stdin:
        file = json.loads(line)["file"]
        if file:
            connection.settings_dict["NAME"] = file
        try:
            with transaction.atomic():
                answer = look_now()
        except Exception as error:
            answer = Found([], [f"{type(error).__name__}: {error}"])
        finally:
            connection.close()
        print(json.dumps(vars(answer)), flush=True)


def look_now() -> Found:
    """One look, in one transaction, with the head of the log locked: nobody can save in the middle of it."""
    from monosashi.store.models import Intake, LogHead, Release, Version  # noqa: PLC0415

    LogHead.objects.select_for_update().filter(pk=1).first()
    saves = [f"save {_text_of(content)}" for content in Version.objects.values_list("content", flat=True)]
    releases = Release.objects.values_list("sheet__slug", "version__number")
    documents = Intake.objects.values_list("document__sha256", flat=True)
    return Found(
        kept=[
            *saves,
            *(f"release {slug} {number}" for slug, number in releases),
            *(f"upload {sha256}" for sha256 in documents),
        ],
        problems=[*_of_database(), *_of_log(), *_of_versions(), *_of_heads(), *_of_documents()],
    )


def _text_of(content: str) -> str:
    statements = json.loads(content)["sheet"]["policy"]["statements"]
    return next((str(one["text"]) for one in statements if one["role"] == "final_outcome"), "")


def _of_database() -> Iterator[str]:
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for question, well in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            found = cursor.execute(f"PRAGMA {question}").fetchall()
            if found != well:
                yield f"{question}: {found}"


def _of_log() -> Iterator[str]:
    from monosashi.store.chain import Link, Walk  # noqa: PLC0415
    from monosashi.store.models import LogEntry, LogHead  # noqa: PLC0415

    walk = Walk()
    for entry in LogEntry.objects.order_by("number"):
        walk.step(Link(entry.number, entry.hash, entry.record))
        said = json.loads(entry.record)
        if (said["number"], said["act"], said["object"][:200]) != (entry.number, entry.verb, entry.object):
            yield f"log entry {entry.number} says otherwise than its columns"
    head = LogHead.objects.filter(pk=1).first()
    if head and (head.number, head.hash) != walk.head:
        yield f"the head of the log is {head.number}, its last entry {walk.head[0]}"
    yield from (f"log: {wrong}" for wrong in walk.end())


def _of_versions() -> Iterator[str]:
    """Each version has its content and one log entry; each entry its version."""
    from monosashi.store.canonical import sha256_of  # noqa: PLC0415
    from monosashi.store.models import LogEntry, Release, Version  # noqa: PLC0415

    said: Counter[tuple[str, int, str]] = Counter()
    for record in LogEntry.objects.filter(verb__in=("begin", "save")).values_list("record", flat=True):
        entry: dict[str, Any] = json.loads(record)
        said[entry["object"], entry["details"]["version"], entry["details"]["sha256"]] += 1
    kept: Counter[tuple[str, int, str]] = Counter()
    for version in Version.objects.select_related("sheet", "parent"):
        kept[version.sheet.slug, version.number, version.sha256] += 1
        if sha256_of(version.content) != version.sha256:
            yield f"{version.sheet.slug} version {version.number}: its content is not what was hashed"
        if (version.parent.number if version.parent else 0) != version.number - 1:
            yield f"{version.sheet.slug} version {version.number}: its parent is not the version before"
    told = LogEntry.objects.filter(verb="release").count()
    if told != Release.objects.count():
        yield f"{Release.objects.count()} releases, {told} in the log"
    for key in sorted((said - kept) + (kept - said)):
        yield f"{key[0]} version {key[1]}: in the log {said[key]} times, kept {kept[key]} times"


def _of_heads() -> Iterator[str]:
    """Each sheet's head is its newest version, and the projections are those that would be drawn of it now."""
    from django.db import transaction  # noqa: PLC0415

    from monosashi.office.keeping.projecting import project  # noqa: PLC0415
    from monosashi.store.models import KeptSheet, SheetState  # noqa: PLC0415

    for kept in KeptSheet.objects.select_related("head").order_by("slug"):
        newest = kept.versions.order_by("-number").first()
        if newest is None or kept.head_id != newest.pk:
            yield f"{kept.slug}: its head is not its newest version"
            continue
        edition = kept.releases.select_related("version").order_by("-edition").first()
        if (kept.state == SheetState.RELEASED) != (edition is not None and edition.version_id == newest.pk):
            yield f"{kept.slug}: it is {kept.state}, and its last edition says otherwise"
        drawn = _projections(kept.pk)
        with transaction.atomic():
            project(kept, newest, released=False)
            if edition:
                project(kept, edition.version, released=True)
            again = _projections(kept.pk)
            transaction.set_rollback(True)
        if drawn != again:
            yield f"{kept.slug}: its projections are not those of its head"


def _projections(sheet: int) -> dict[str, list[tuple[bool, int, str]]]:
    """Every row of every projection of a sheet."""
    from monosashi.store.models import FindingRow, IndicatorRow, MoneyRow, SheetSummary, YearlyRow  # noqa: PLC0415

    columns = ("released", "version", "record")
    return {
        table.__name__: sorted(
            (released, version, json.dumps(record, sort_keys=True))
            for released, version, record in table._default_manager.filter(sheet=sheet).values_list(*columns)
        )
        for table in (SheetSummary, IndicatorRow, YearlyRow, MoneyRow, FindingRow)
    }


def _of_documents() -> Iterator[str]:
    from monosashi.store.models import Intake, KeptDocument  # noqa: PLC0415

    for sha256 in KeptDocument.objects.exclude(pk__in=Intake.objects.values("document")).values_list("pk", flat=True):
        yield f"document {sha256} was kept and stands in no list"
    for document in KeptDocument.objects.iterator():
        data = bytes(document.data)
        if hashlib.sha256(data).hexdigest() != document.sha256 or len(data) != document.size:
            yield f"document {document.name}: its bytes are not those that were kept"


if __name__ == "__main__":
    main()
