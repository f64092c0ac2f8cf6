"""Safe settings: what is saved survives a power cut only if the database waits for the disk, so anything less refuses
to start.

SQLite: ``journal_mode=WAL`` and ``synchronous=FULL`` (2), foreign keys on. PostgreSQL: ``fsync``, ``full_page_writes``
and ``synchronous_commit`` on (or stricter).
Source: ``promises.md`` 1; SQLite's documentation of PRAGMA synchronous; PostgreSQL's of WAL configuration.
"""

from typing import Any

from django.db import connection

from monosashi.model.error import MonosashiError

#: What SQLite is told at each connection.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
_WANTED_SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
_WANTED_POSTGRESQL = {
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


def assert_safe() -> None:
    """Raise ``UnsafeDatabase`` unless the database keeps what it acknowledges."""
    if connection.vendor == "sqlite":
        for name, wanted in _WANTED_SQLITE.items():
            found = _asked(f"PRAGMA {name}")
            if found != wanted:
                raise UnsafeDatabase(name, found, wanted)
        return
    for name, allowed in _WANTED_POSTGRESQL.items():
        found = _asked(f"SHOW {name}")
        if found not in allowed:
            raise UnsafeDatabase(name, found, allowed[0])


def _asked(question: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return row[0] if row else None
