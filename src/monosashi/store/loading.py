"""Loading: a backup looked through, and put into an empty store.

Nothing is believed before it was computed anew: each part against the manifest before the database is touched, and each
table against it once more as the database gives it back.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.apps import apps as present
from django.apps.registry import Apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph

from monosashi.store.archive import FORMAT, MANIFEST, Manifest, TableSum, Told, migrations_of, sum_of
from monosashi.store.chain import Break, Link, Walk
from monosashi.store.tables import BYTES, DOCUMENTS, go_on_counting, insert, kept_tables, lines_of, row_of

_LOG = "store.logentry"
_AT_ONCE = 50


class Damaged(Exception):
    """A part of a backup that is missing or not what the manifest says; the argument names it."""


def manifest_of(file: Path) -> Manifest:
    """What a backup says it holds. Raises ``ValueError`` for a file that is no backup."""
    try:
        with zipfile.ZipFile(file) as archive:
            found = Manifest.model_validate_json(archive.read(MANIFEST))
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise ValueError(str(error)) from error
    if found.format != FORMAT:
        raise ValueError(found.format)
    return found


def look_through(file: Path, manifest: Manifest) -> list[Break]:
    """Compute every part of a backup anew. What is wrong with its log is given back; a part that is not what the manifest
    says raises ``Damaged``."""
    with zipfile.ZipFile(file) as archive:
        names = {name for name in archive.namelist() if name.startswith("documents/")}
        if len(names) != manifest.documents:
            raise Damaged("documents/")
        for name in sorted(names):
            if _sha256_of(archive, name) != name.removeprefix("documents/"):
                raise Damaged(name)
        for table in manifest.tables:
            if sum_of(_lines(archive, table.table)) != (table.rows, table.sha256):
                raise Damaged(table.table)
        walk = Walk({manifest.head[0]: manifest.head[1]})
        for line in _lines(archive, _LOG):
            entry = json.loads(line)
            walk.step(Link(entry["number"], entry["hash"], entry["record"]))
    return walk.end()


def is_empty() -> bool:
    """Whether nothing is kept in the database, tables or not."""
    there = set(connection.introspection.table_names())
    return not any(kind._default_manager.exists() for kind in kept_tables(present) if kind._meta.db_table in there)


def has_tables() -> bool:
    """Whether the store's tables are there."""
    return "store_logentry" in connection.introspection.table_names()


def unknown_migrations(manifest: Manifest) -> list[str]:
    """Migrations that the backup's database had and this program does not know: it was made by a newer one."""
    known = MigrationExecutor(connection).loader.graph.nodes
    return [f"{app}.{name}" for app, names in manifest.migrations.items() for name in names if (app, name) not in known]


def make_tables(manifest: Manifest) -> None:
    """Make the tables as the backup's database had them, in a database without any."""
    executor = MigrationExecutor(connection)
    nodes = set(_nodes(manifest))
    graph = executor.loader.graph
    # each app's last: to name an earlier one would mean to go back to it
    executor.migrate(sorted(node for node in nodes if not _followers(graph, node) & nodes))


def same_tables(manifest: Manifest) -> bool:
    """Whether the database's tables are those of the backup."""
    return migrations_of(DEFAULT_DB_ALIAS) == manifest.migrations


def at_newest() -> bool:
    """Whether the database's tables are those of this program."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def models_of(manifest: Manifest) -> Apps:
    """The models of the backup's tables: this program's, or those of then."""
    if at_newest():
        return present
    return MigrationExecutor(connection).loader.project_state(_nodes(manifest)).apps


def _followers(graph: MigrationGraph, node: tuple[str, str]) -> set[tuple[str, str]]:
    """The migrations of the same app that come right after one."""
    return {child.key for child in graph.node_map[node].children if child.key[0] == node[0]}


def _nodes(manifest: Manifest) -> list[tuple[str, str]]:
    return [(app, name) for app, names in manifest.migrations.items() for name in names]


def put_in(file: Path, manifest: Manifest, registry: Apps, told: Told) -> None:
    """Put everything into the empty tables, inside the caller's transaction, and read it back. Raises ``Damaged`` with
    the table that the database gives back otherwise."""
    kinds = {kind._meta.label_lower: kind for kind in kept_tables(registry)}
    if missing := {table.table for table in manifest.tables if table.rows} - kinds.keys():
        raise Damaged(", ".join(sorted(missing)))
    parts = 2 * len(manifest.tables)
    with zipfile.ZipFile(file) as archive:
        for done, table in enumerate(manifest.tables, start=1):
            if table.rows:
                _fill(archive, table, kinds)
            told(done, parts)
    connection.check_constraints()
    for done, table in enumerate(manifest.tables, start=len(manifest.tables) + 1):
        if table.rows and sum_of(lines_of(kinds[table.table], DEFAULT_DB_ALIAS)) != (table.rows, table.sha256):
            raise Damaged(table.table)
        told(done, parts)
    go_on_counting(list(kinds.values()))


def _fill(archive: zipfile.ZipFile, table: TableSum, kinds: dict[str, type]) -> None:
    kind = kinds[table.table]
    lines = _lines(archive, table.table)
    # a document may be a hundred megabytes
    at_once = 1 if table.table == DOCUMENTS else _AT_ONCE
    while some := list(islice(lines, at_once)):
        rows = [row_of(kind, line) for line in some]
        if table.table == DOCUMENTS:
            for row in rows:
                setattr(row, BYTES, archive.read(f"documents/{row.pk}"))
        insert(kind, rows)


def _lines(archive: zipfile.ZipFile, table: str) -> Iterator[str]:
    try:
        with archive.open(f"tables/{table}.jsonl") as file:
            yield from io.TextIOWrapper(file, encoding="utf-8", newline="\n")
    except (KeyError, zipfile.BadZipFile, EOFError, UnicodeDecodeError) as error:
        raise Damaged(table) from error


def _sha256_of(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as file:
            while part := file.read(1 << 20):
                digest.update(part)
    except (zipfile.BadZipFile, EOFError) as error:
        raise Damaged(name) from error
    return digest.hexdigest()
