"""The database as the web room sets it up: what SQLite is told, and the assertion that nothing is lost (loads no tables)."""

from monosashi.store.safety import SQLITE_PRAGMAS, UnsafeDatabase, assert_safe

__all__ = ["SQLITE_PRAGMAS", "UnsafeDatabase", "assert_safe"]
