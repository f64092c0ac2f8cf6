"""Health: whether the office can do its work this moment. Asked often, by a program; answers quickly, and tells nothing of
what is kept."""

from functools import cache

from django.db import Error, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from monosashi.model import Noun
from monosashi.store.log import head

#: How long it is waited for a writer before somebody else is simply said to be writing.
_WAIT_MS = 200


class Health(Noun):
    """``database``: it answers. ``writable``: it takes a change. ``tables``: they are this version's. ``head``: the number
    of the log's last entry, None where that cannot be known."""

    database: bool = False
    writable: bool = False
    tables: bool = False
    head: int | None = None

    @property
    def well(self) -> bool:
        """Whether work can be done."""
        return self.database and self.writable and self.tables


def health() -> Health:
    """How the office is. Never raises for what is wrong with the database."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except (Error, OSError):
        return Health()
    if not applied >= _newest():
        return Health(database=True, writable=_writable())
    try:
        number, _ = head()
    except Error:
        return Health(database=True)
    return Health(database=True, writable=_writable(), tables=True, head=number)


@cache
def _newest() -> frozenset[tuple[str, str]]:
    """The migrations that this program's tables end with."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _writable() -> bool:
    """Whether a change would be taken; tried without making one."""
    try:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SHOW transaction_read_only")
                return bool(cursor.fetchone() == ("off",))
        return _takes_the_lock()
    except Error:
        return False


def _takes_the_lock() -> bool:
    if connection.in_atomic_block:
        return True
    with connection.cursor() as cursor:
        waited = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout={_WAIT_MS}")
    try:
        with transaction.atomic():
            return True
    except Error as error:
        # another is writing, so it can be written
        return "locked" in str(error)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout={waited}")
