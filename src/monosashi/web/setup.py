"""Setting up: Django made ready in a program that is not a web server (a command, a script)."""

import os
from pathlib import Path

import django
from django.core.management import call_command

from monosashi.office.database import assert_safe
from monosashi.web.secret import make_secret_key


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
