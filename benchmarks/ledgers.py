"""Importing the outside books beside decoding them: all years of review sheets, each step in a process of its own.

``python -m benchmarks.ledgers [FOLDER]``: the floor (unpack and decode, nothing else), reading into nouns, and the import
into SQLite and PostgreSQL, as seconds of the processor, as ratios to the floor, with the most memory the process took. On
PostgreSQL the server's own work is not in the process's time; the time on the wall stands beside.
"""

import argparse
import contextlib
import json
import lzma
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from rich.console import Console
from rich.table import Table

from monosashi.ledgers.review_sheets import projects
from monosashi.model import Project
from tests.postgresql import programs, running_cluster

#: Where the published books lie beside the checkout.
BOOKS = Path(__file__).resolve().parents[2] / "shared" / "data" / "review-sheets"
#: What is asked, and what is aimed at, as many times the floor; and the most memory.
ASKED, AIMED, MEMORY_MB = 10.0, 3.0, 500.0
_CONSOLE = Console(width=110)


def floor(folder: Path) -> int:
    """Unpack and decode every line, as a plain program would."""
    sheets = 0
    for file in sorted(folder.glob("*.xz")):
        with lzma.open(file) as lines:
            for line in lines:
                json.loads(line)
                sheets += 1
    return sheets


def nouns(folder: Path) -> int:
    """Read every sheet into a ``Project``."""
    return sum(isinstance(line, Project) for line in projects(folder))


def imported(folder: Path) -> int:
    """Import them into the database of the environment, whose tables are made first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", verbosity=0, run_syncdb=True, interactive=False)
    started = _used()
    from monosashi.office.ledgers.importing import import_books  # noqa: PLC0415  the apps are ready only now
    from monosashi.office.people.operator import OPERATOR  # noqa: PLC0415

    taken = sum(one.projects for one in import_books(OPERATOR, [(folder, folder.name)]))
    _STARTED.append(started)
    return taken


#: What a step had used before it began, where it had to make something ready.
_STARTED: list[tuple[float, float]] = []
_STEPS: dict[str, Callable[[Path], int]] = {"floor": floor, "nouns": nouns, "import": imported}


def _used() -> tuple[float, float]:
    return time.process_time(), time.monotonic()


def main() -> None:
    """Measure, and print the table."""
    asked = argparse.ArgumentParser(prog="benchmarks.ledgers")
    asked.add_argument("folder", nargs="?", type=Path, default=BOOKS)
    asked.add_argument("--step", choices=tuple(_STEPS), help="one step, in this process, told as JSON")
    told = asked.parse_args()
    if told.step:
        _one(told.step, told.folder)
    elif told.folder.is_dir():
        _CONSOLE.print(table(told.folder))
    else:
        _CONSOLE.print("NOT MEASURED: the review sheets (../shared) are not here", style="bold red")


def _one(step: str, folder: Path) -> None:
    before = _used()
    sheets = _STEPS[step](folder)
    after = _used()
    before = _STARTED[-1] if _STARTED else before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = {"sheets": sheets, "cpu": after[0] - before[0], "wall": after[1] - before[1], "peak": peak}
    print(json.dumps(said))


def table(folder: Path) -> Table:
    """The steps beside the floor."""
    shown = Table(title=f"Outside books: {folder.name}", title_justify="left")
    shown.add_column("step")
    for column in ("sheets", "processor s", "x floor", "wall s", "x floor", "memory MB"):
        shown.add_column(column, justify="right")
    measured = [("unpack and decode (the floor)", _measured("floor", folder)), ("nouns", _measured("nouns", folder))]
    for database in ("sqlite", "postgresql"):
        if database == "postgresql" and programs() is None:
            _CONSOLE.print("NOT MEASURED: PostgreSQL's programs are not on this machine", style="bold red")
            continue
        with _address(database) as url:
            measured.append((f"import into {database}", _measured("import", folder, url)))
    base = measured[0][1]
    for name, one in measured:
        shown.add_row(
            name,
            f"{one['sheets']:,.0f}",
            f"{one['cpu']:.2f}",
            f"{one['cpu'] / base['cpu']:.2f}",
            f"{one['wall']:.2f}",
            f"{one['wall'] / base['wall']:.2f}",
            f"{one['peak']:.0f}",
        )
    return shown


def _measured(step: str, folder: Path, url: str = "") -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.ledgers", "--step", step, str(folder)]
    # the tests' settings put their database into a new temporary folder: here it goes when the step is done
    with tempfile.TemporaryDirectory(prefix="monosashi-bench-") as own:
        environment = {**os.environ, "TMPDIR": own, **({"MONOSASHI_TEST_DATABASE": url} if url else {})}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said


@contextlib.contextmanager
def _address(database: str) -> Iterator[str]:
    if database == "sqlite":
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="monosashi-bench-") as folder, running_cluster(Path(folder)) as cluster:
        yield cluster.url


if __name__ == "__main__":
    main()
