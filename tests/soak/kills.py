"""Kills: the server (and on PostgreSQL the database) is ended by SIGKILL at random moments while people save, put documents in and release."""

import contextlib
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.postgresql import Cluster, NoPostgreSQL, running_cluster
from tests.soak.clients import everyone
from tests.soak.server import Server
from tests.soak.truth import Found, Looking

#: After so many kills the office is made anew, so that a look stays quick.
_KILLS_AN_OFFICE = 50
#: People work for a random time up to this between kills.
_LONGEST = 1.5
_SECONDS_TO_START = 20.0


@dataclass
class Figures:
    """What was done and found. ``lost``: acknowledged acts (saves, uploads, releases) that are not there; ``kept``: all that are, those among them
    whose answer a kill cut off."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    kept: int = 0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acts acknowledged, {self.kept} kept, {len(self.lost)} lost, "
            f"{len(self.problems)} problems"
        )


def kills(count: int, database: str, seed: int, progress: Callable[[Figures], None] = lambda _figures: None) -> Figures:
    """So many kills on ``sqlite`` or ``postgresql``. The seed decides who is killed when; the machine's own pace does the
    rest."""
    random, figures = Random(seed), Figures()
    while figures.kills < count:
        until = min(count, figures.kills + _KILLS_AN_OFFICE)
        with tempfile.TemporaryDirectory(prefix="monosashi-soak-") as folder, _database(database) as cluster:
            _one_office(Path(folder), cluster, until, random, figures, progress)
    return figures


@contextlib.contextmanager
def _database(kind: str) -> Iterator[Cluster | None]:
    if kind == "sqlite":
        yield None
        return
    with running_cluster() as cluster:
        yield cluster


def _one_office(
    folder: Path,
    cluster: Cluster | None,
    until: int,
    random: Random,
    figures: Figures,
    progress: Callable[[Figures], None],
) -> None:
    server = Server(folder, cluster.url if cluster else "")
    cookies = json.loads(server.run("tests.soak.world"))
    before = figures.acknowledged, figures.kept
    workers = everyone(server.port, cookies)
    looking = Looking(server)
    beginning = len(looking.look().kept)
    try:
        server.start()
        for worker in workers:
            worker.start()
        while figures.kills < until:
            time.sleep(random.uniform(0.02, _LONGEST))
            told = [one for worker in workers for one in worker.acknowledged]
            _accident(server, cluster, random)
            # what was acknowledged before the accident; what is acknowledged by survivors since counts next time
            found = looking.look()
            figures.kills += 1
            figures.problems += found.problems
            figures.lost += [one for one in _lost(found, told) if one not in figures.lost]
            figures.acknowledged = before[0] + len(told)
            figures.kept = before[1] + len(found.kept) - beginning
            progress(figures)
    finally:
        for worker in workers:
            worker.stop()
        server.kill()
        looking.end()
    for worker in workers:
        worker.join(timeout=_SECONDS_TO_START)


def _accident(server: Server, cluster: Cluster | None, random: Random) -> None:
    """One kill, and what was killed started again."""
    kind = random.choice(
        ("server", "server", "worker") if cluster is None else ("server", "worker", "database", "both")
    )
    if kind == "worker":
        server.kill_a_worker(random)
        return
    if kind in ("database", "both") and cluster:
        cluster.kill()
    if kind in ("server", "both"):
        server.kill()
    if kind in ("database", "both") and cluster:
        _start_again(cluster)
    if kind in ("server", "both"):
        server.start()


def _start_again(cluster: Cluster) -> None:
    """Backends that saw their postmaster die may hold its memory for a moment."""
    end = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            cluster.start()
        except NoPostgreSQL:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _lost(found: Found, told: list[str]) -> list[str]:
    """What was acknowledged and is not there exactly once."""
    there = Counter(found.kept)
    return [one for one in told if there[one] != 1]
