"""Safe settings: what is saved survives a power cut only if the database waits for the disk, so anything less refuses
to start.

SQLite: ``journal_mode=WAL`` and ``synchronous=FULL`` (2), foreign keys on. PostgreSQL: ``fsync``, ``full_page_writes``
and ``synchronous_commit`` on (or stricter).
Source: ``promises.md`` 1; SQLite's documentation of PRAGMA synchronous; PostgreSQL's of WAL configuration.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from monosashi.model.error import MonosashiError

#: What SQLite is told at each connection.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
_WANTED_SQLITE: dict[str, tuple[object, ...]] = {
    "journal_mode": ("wal",),
    "synchronous": (2, 3),  # FULL, EXTRA
    "foreign_keys": (1,),
}
_WANTED_POSTGRESQL: dict[str, tuple[object, ...]] = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "remote_apply", "remote_write"),
}


class UnsafeDatabase(MonosashiError):
    """A database that may lose what it said it kept."""

    def __init__(self, setting: str, found: object, wanted: object) -> None:
        super().__init__(
            "unsafe-database",
            f"データベースの設定 {setting} が {found} です。{wanted} でないと、保存したものが停電で失われるおそれがあるため、起動しません。"
            "何も変更していません。設定を直して、もう一度起動してください。",
            f"The database's {setting} is {found}. Unless it is {wanted}, what was saved may be lost in a power cut, so "
            "nothing is started. Nothing was changed. Mend the setting and start again.",
        )


def assert_safe(asked: BaseDatabaseWrapper | None = None) -> None:
    """Raise ``UnsafeDatabase`` unless a database keeps what it acknowledges."""
    on = asked or connection
    if on.vendor == "sqlite":
        for name, allowed in _WANTED_SQLITE.items():
            _require(name, _rows(on, f"PRAGMA {name}")[0][0], allowed)
        return
    found = dict(_rows(on, "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(_WANTED_POSTGRESQL)]))
    for name, wanted in _WANTED_POSTGRESQL.items():
        _require(name, found.get(name), wanted)


def refuse_unsafe(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    """On every new connection, whatever program opened it: an unsafe one is closed and ``UnsafeDatabase`` raised, so that
    nothing is ever written through it."""
    try:
        assert_safe(connection)
    except UnsafeDatabase:
        connection.close()
        raise


def _require(name: str, found: object, allowed: Sequence[object]) -> None:
    if found not in allowed:
        raise UnsafeDatabase(name, found, allowed[0])


def _rows(on: BaseDatabaseWrapper, question: str, given: Sequence[list[str]] = ()) -> list[tuple[Any, ...]]:
    with on.cursor() as cursor:
        cursor.execute(question, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
