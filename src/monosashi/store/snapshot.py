"""A snapshot: one moment of the whole store to read from, while others go on writing."""

import contextlib
from collections.abc import Iterator

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

_ALIAS = "snapshot"


@contextlib.contextmanager
def snapshot() -> Iterator[str]:
    """The alias (for ``.using(...)``) of a connection that sees the store as it is now, until the end, and nothing of what
    is written meanwhile. It keeps no writer waiting. Within a transaction it is that transaction itself."""
    if connection.in_atomic_block:
        yield DEFAULT_DB_ALIAS
        return
    apart = connection.copy(_ALIAS)
    if apart.vendor == "sqlite":
        # the writers' mode would take the lock of writing
        apart.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"
    connections[_ALIAS] = apart
    try:
        with transaction.atomic(using=_ALIAS):
            if apart.vendor == "postgresql":
                with apart.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield _ALIAS
    finally:
        apart.close()
        del connections[_ALIAS]
