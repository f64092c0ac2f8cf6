"""The office under load: 50 sessions on two workers, 300 sheets of eight measures with six years each, on SQLite and on
PostgreSQL; beside them the same pages of a viewer that holds the sheet in memory.

``python -m benchmarks.office [--seconds 300] [--warm-up 60] [--database sqlite|postgresql|both]
[--sheets 300]``
"""

import argparse
import contextlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.office_load import PAGES, Times, open_all, work
from tests.postgresql import programs, running_cluster
from tests.soak.server import Server

SHEETS = 300
#: What is aimed at, in milliseconds for 95 of 100 answers.
AIMS = {"sheet": 100.0, "save": 200.0}
_CONSOLE = Console(width=110)


def main() -> None:
    """Measure, and print a table for each database."""
    asked = argparse.ArgumentParser(prog="benchmarks.office")
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--warm-up", type=float, default=30)
    asked.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    asked.add_argument("--sheets", type=int, default=SHEETS, help="fewer to try it")
    told = asked.parse_args()
    for database in ("sqlite", "postgresql"):
        if told.database not in (database, "both"):
            continue
        if database == "postgresql" and programs() is None:
            _CONSOLE.print("NOT MEASURED: PostgreSQL's programs are not on this machine", style="bold red")
            continue
        _CONSOLE.print(_measured(database, told.seconds, told.warm_up, told.sheets))


def _measured(database: str, seconds: float, warm_up: float, sheets: int) -> Table:
    with tempfile.TemporaryDirectory(prefix="monosashi-bench-") as folder, _address(database) as url:
        server = Server(Path(folder), url)
        print(f"{database}: making {sheets} sheets ...", file=sys.stderr)
        made = json.loads(server.run("benchmarks.office_world", str(sheets)))
        print(f"{database}: 50 sessions for {warm_up:.0f} + {seconds:.0f} s ...", file=sys.stderr)
        try:
            server.start()
            open_all(server.port, made["cookies"][0], made["slugs"])
            times = work(server.port, made["cookies"], made["slugs"], seconds, warm_up)
        finally:
            server.kill()
        print(f"{database}: the viewer for {seconds:.0f} s ...", file=sys.stderr)
        viewer = _viewed(Path(folder), made["cookies"], seconds)
    return _table(f"{database}, {sheets} sheets, 50 sessions", times, viewer)


def _viewed(folder: Path, cookies: list[str], seconds: float) -> Times:
    """The same sessions reading one sheet that a viewer of two workers holds in memory."""
    viewer = Server(folder, program="benchmarks.office_viewer")
    try:
        viewer.start()
        return work(viewer.port, cookies, ["mirai-R6-1"], seconds, min(30.0, seconds), saves=False)
    finally:
        viewer.kill()


@contextlib.contextmanager
def _address(database: str) -> Iterator[str]:
    if database == "sqlite":
        yield ""
        return
    with running_cluster() as cluster:
        yield cluster.url


def _table(what: str, times: Times, viewer: Times) -> Table:
    table = Table(title=f"The office under load: {what}", title_justify="left")
    for column in ("answer", "answers", "p50 ms", "p95 ms", "aim ms", "in memory p50", "p95", "x p50", "x p95"):
        table.add_column(column, justify="left" if column == "answer" else "right")
    for kind in (*PAGES, "save"):
        here = [times.quantile(kind, share) for share in (0.5, 0.95)]
        there = [viewer.quantile(kind, share) for share in (0.5, 0.95)] if kind in viewer.of else []
        table.add_row(
            kind,
            f"{len(times.of.get(kind, [])):,}",
            *(f"{one:,.1f}" for one in here),
            f"{AIMS[kind]:,.0f}" if kind in AIMS else "-",
            *([f"{one:,.1f}" for one in there] or ["-", "-"]),
            *([f"{one / beside:.2f}" for one, beside in zip(here, there, strict=True)] if there else ["-", "-"]),
        )
    if times.failed or viewer.failed:
        table.caption = (
            f"NOT ANSWERED: {len(times.failed)} and {len(viewer.failed)}, as {[*times.failed, *viewer.failed][:2]}"
        )
    return table


if __name__ == "__main__":
    main()
