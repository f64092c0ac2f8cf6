"""Setting up: Django made ready in a program that is not a web server (a command, a script)."""

import os
from pathlib import Path

import django
from django.core.management import call_command

from monosashi.model.error import MonosashiError
from monosashi.office.database import assert_safe
from monosashi.web.secret import make_secret_key


class NoOffice(MonosashiError):
    """A folder or database in which no office was ever opened, or of another version."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "no-office",
            f"{where} に、この版で開ける書庫がありません。何も変更していません。--folder か DATABASE_URL を確かめ、monosashi office で一度起動してください。",
            f"There is no store at {where} that this version can open. Nothing was changed. Check --folder or DATABASE_URL, "
            "and start monosashi office once.",
        )


def set_up(folder: Path | None = None) -> None:
    """Make the store usable in this process. ``folder``: the office's, else that of the environment."""
    if folder is not None:
        os.environ["MONOSASHI_FOLDER"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monosashi.web.settings")
    django.setup()


def open_office(folder: Path) -> None:
    """Make an office's folder ready: its secret, its tables at their newest, and settings that lose nothing. Raises
    ``UnsafeDatabase``."""
    make_secret_key(folder)
    set_up(folder)
    assert_safe()
    call_command("migrate", verbosity=0, interactive=False)


def use_office(folder: Path | None = None) -> None:
    """Make an office that is there already usable in this process, as it is. Raises ``NoOffice``, ``UnsafeDatabase``."""
    set_up(folder)
    from monosashi.office.operations.standing import at_newest, nothing_there  # noqa: PLC0415  needs Django set up

    # asked before the first connection, which would make an empty file
    if nothing_there() or not at_newest():
        raise NoOffice(where())
    assert_safe()


def where() -> str:
    """Where the office keeps everything, as a person reads it; a server's address without its password."""
    from django.db import connection  # noqa: PLC0415  needs Django set up

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(settings["NAME"])
    return f"{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
