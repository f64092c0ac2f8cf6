"""Standing: whether an office was opened in the database that is set, and whether its tables are this version's."""

from pathlib import Path

from django.db import connection

from monosashi.store.loading import at_newest, has_tables

__all__ = ["at_newest", "nothing_there"]


def nothing_there() -> bool:
    """Whether no office was ever opened there; asks without making a file."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return True
    return not has_tables()
