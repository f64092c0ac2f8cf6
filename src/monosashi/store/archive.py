"""Archive: everything that is kept, in one zip that any program can read.

    README.txt                    what this is, in words
    tables/store.version.jsonl    one file a table, one row a line, as JSON
    documents/<sha256>            the originals, byte for byte
    manifest.json                 the tables with their rows and sha256, the log's head, the migrations of the database

The same content gives the same bytes, from SQLite and from PostgreSQL alike.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import version as version_of
from typing import IO

from django.apps import apps
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from monosashi.model import Noun
from monosashi.store.canonical import canonical
from monosashi.store.log import head
from monosashi.store.models import KeptDocument
from monosashi.store.tables import kept_tables, lines_of

FORMAT = "monosashi-backup"
MANIFEST = "manifest.json"
_README = """\
物差し（monosashi）の書庫の控えです。復元は「monosashi restore ファイル名」。
tables/ は表ごとの JSON Lines、documents/ は原本（名前は sha256）、manifest.json は件数・sha256・記録の末尾です。

A backup of monosashi. To restore it: monosashi restore FILE.
tables/ holds one file of JSON lines a table, documents/ the originals by sha256, manifest.json rows, sha256s and the head
of the log.
"""
#: The first moment a zip can name: times would make equal contents differ.
_ALWAYS = (1980, 1, 1, 0, 0, 0)

#: Told after each part: how many are done, of how many.
Told = Callable[[int, int], None]


class TableSum(Noun):
    """A table in a backup: its rows, and the sha256 of its lines."""

    table: str
    rows: int
    sha256: str


class Manifest(Noun):
    """What a backup holds. ``migrations``: of the database it was taken from, by app."""

    format: str
    version: int
    program: str
    migrations: dict[str, tuple[str, ...]]
    tables: tuple[TableSum, ...]
    documents: int
    head: tuple[int, str]


def write_archive(to: IO[bytes], using: str, told: Told) -> Manifest:
    """Write everything that is kept, as the connection of that alias sees it."""
    kinds = kept_tables(apps)
    documents = list(KeptDocument.objects.using(using).order_by("pk").values_list("pk", flat=True))
    parts = len(kinds) + len(documents)
    sums = []
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "README.txt", iter([_README]))
        for done, kind in enumerate(kinds, start=1):
            name = kind._meta.label_lower
            rows, sha256 = _put(archive, f"tables/{name}.jsonl", lines_of(kind, using))
            sums.append(TableSum(table=name, rows=rows, sha256=sha256))
            told(done, parts)
        for done, sha256 in enumerate(documents, start=len(kinds) + 1):
            data = KeptDocument.objects.using(using).values_list("data", flat=True).get(pk=sha256)
            archive.writestr(_named(f"documents/{sha256}"), bytes(data), zipfile.ZIP_DEFLATED)
            told(done, parts)
        manifest = Manifest(
            format=FORMAT,
            version=1,
            program=version_of("monosashi"),
            migrations=migrations_of(using),
            tables=tuple(sums),
            documents=len(documents),
            head=head(using),
        )
        text = json.dumps(json.loads(canonical(manifest.model_dump())), ensure_ascii=False, indent=1, sort_keys=True)
        _put(archive, MANIFEST, iter([text + "\n"]))
    return manifest


def migrations_of(using: str) -> dict[str, tuple[str, ...]]:
    """The migrations a database has had, by app."""
    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connections[using]).applied_migrations()):
        found.setdefault(app, []).append(name)
    return {app: tuple(names) for app, names in found.items()}


def sum_of(lines: Iterator[str]) -> tuple[int, str]:
    """How many lines, and the sha256 of all."""
    count, digest = 0, hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
        count += 1
    return count, digest.hexdigest()


def _put(archive: zipfile.ZipFile, name: str, lines: Iterator[str]) -> tuple[int, str]:
    with archive.open(_named(name), "w", force_zip64=True) as file:

        def written() -> Iterator[str]:
            for line in lines:
                file.write(line.encode())
                yield line

        return sum_of(written())


def _named(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ALWAYS)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info
