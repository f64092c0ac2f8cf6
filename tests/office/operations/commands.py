"""Commands of an office as a shell runs them, in programs of their own, with nothing of the tests' settings."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
_APART = frozenset({"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "MONOSASHI_FOLDER"})


def command(folder: Path, database: str, *words: object) -> tuple[int, str, str]:
    """What ``python -m`` with these words does in the office of a folder (and, unless it is empty, a database): its exit
    code, standard output and error."""
    environment = {name: value for name, value in os.environ.items() if name not in _APART}
    environment |= {"MONOSASHI_FOLDER": str(folder)} | ({"DATABASE_URL": database} if database else {})
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=240,
    )
    return done.returncode, done.stdout.strip(), done.stderr


def well(folder: Path, database: str, *words: object) -> str:
    """What a command prints that must do its work. Raises ``AssertionError`` with its words if it does not."""
    code, out, said = command(folder, database, *words)
    assert code == 0, said
    return out
