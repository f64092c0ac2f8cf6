"""The secret that signs sessions: from the environment, else from a file of the office's folder, made at its first start.

A viewer signs nothing that outlives it, so where there is no file one is drawn for the process alone.
"""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

_FILE = "secret-key"


def secret_key(folder: Path) -> str:
    """``MONOSASHI_SECRET_KEY``, else what the folder's file holds, else one for this process."""
    named = os.environ.get("MONOSASHI_SECRET_KEY")
    if named:
        return named
    try:
        return folder.joinpath(_FILE).read_text(encoding="ascii").strip() or get_random_secret_key()
    except OSError:
        return get_random_secret_key()


def make_secret_key(folder: Path) -> None:
    """Draw the folder's secret, readable by its owner alone, unless it has one."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(folder / _FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(get_random_secret_key())
        file.flush()
        os.fsync(file.fileno())
