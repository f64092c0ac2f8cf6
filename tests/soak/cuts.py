"""Power cuts: people save, put documents in and release on a server whose every write is recorded; the folder is rebuilt as it may be found after a
random moment, and opened. Every act answered before that moment must be there, whole, and the log must verify.

SQLite only: of PostgreSQL the kills prove that it comes back by its own journal, and its behaviour in a power cut is its
own promise (the settings it rests on are asserted at every start).
"""

import copy
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.soak.clients import everyone
from tests.soak.disk import Disk, Kind, Record, answered, records
from tests.soak.server import Server
from tests.soak.truth import Looking

#: Cuts of one recording.
_CUTS_A_RECORDING = 50
#: A recording ends with so many acts answered: enough for SQLite to have emptied its journal a few times.
_ACTS = 120
_SECONDS = 120.0
_DATABASE = "monosashi.sqlite3"


class RecordIncomplete(Exception):
    """The record does not tell all that was written: replayed whole it gives other files than are there."""


@dataclass
class Figures:
    """What was done and found. ``lossy``: cuts after which an acknowledged act was missing; ``broken``: cuts after which
    anything else was wrong, with what."""

    cuts: int = 0
    acts: int = 0
    syncs: int = 0
    lossy: int = 0
    lost: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.cuts} power cuts in recordings of {self.acts} acknowledged acts and {self.syncs} syncs: "
            f"{self.lossy} lost acts ({self.lost} in all), {len(self.broken)} left something broken"
        )


def compiled(folder: Path) -> Path:
    """The recorder as a library. Raises ``CalledProcessError``, and ``FileNotFoundError`` without a C compiler."""
    library = folder / "recording.so"
    source = Path(__file__).with_name("recording.c")
    command = ["cc", "-shared", "-fPIC", "-O2", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


def cuts(
    count: int, seed: int, synchronous: str = "", progress: Callable[[Figures], None] = lambda _figures: None
) -> Figures:
    """So many cuts. ``synchronous``: another setting than the office's FULL. Raises ``RecordIncomplete``."""
    random, figures = Random(seed), Figures()
    while figures.cuts < count:
        some = min(_CUTS_A_RECORDING, count - figures.cuts)
        with tempfile.TemporaryDirectory(prefix="monosashi-soak-") as folder:
            _one_recording(Path(folder), some, random, synchronous, figures, progress)
    return figures


def _one_recording(
    folder: Path,
    count: int,
    random: Random,
    synchronous: str,
    figures: Figures,
    progress: Callable[[Figures], None],
) -> None:
    office, record = folder / "office", folder / "record"
    office.mkdir()
    server = Server(office)
    cookies = json.loads(server.run("tests.soak.world"))
    disk = Disk(office)
    through = {"LD_PRELOAD": str(compiled(folder)), "SOAK_FOLDER": str(office), "SOAK_RECORD": str(record)}
    _record(server, cookies, record, {**through, "SOAK_SYNCHRONOUS": synchronous})
    told = list(records(record))
    _require_complete(copy.deepcopy(disk), told, office)
    figures.acts += sum(one.kind is Kind.ANSWERED for one in told)
    figures.syncs += sum(one.kind is Kind.SYNCED for one in told)
    looking = Looking(server)
    try:
        for found, answers in _moments(disk, told, count, random):
            _judge(_written(folder / "found", found), answers, looking, figures)
            progress(figures)
    finally:
        looking.end()


def _record(server: Server, cookies: dict[str, str], record: Path, through: dict[str, str]) -> None:
    """People work on a recorded server, which is then killed."""
    handle = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def told(text: str) -> None:
        data = text.encode()
        os.write(handle, answered("", data))

    workers = everyone(server.port, cookies, told)
    try:
        server.start(through)
        for worker in workers:
            worker.start()
        end = time.monotonic() + _SECONDS
        while sum(len(worker.acknowledged) for worker in workers) < _ACTS and time.monotonic() < end:
            time.sleep(0.05)
    finally:
        for worker in workers:
            worker.stop()
        for worker in workers:
            worker.join(timeout=_SECONDS)
        server.kill()
        os.close(handle)


def _require_complete(disk: Disk, told: list[Record], office: Path) -> None:
    """Replayed whole, the record gives the very files that are there: nothing was written past the recorder."""
    for one in told:
        disk.take(one)
    found = disk.found()
    for path in office.glob(f"{_DATABASE}*"):
        if not path.name.endswith("-shm") and found.get(path.name) != path.read_bytes():
            raise RecordIncomplete(path.name)


def _moments(
    disk: Disk, told: list[Record], count: int, random: Random
) -> Iterator[tuple[dict[str, bytes], list[str]]]:
    """At random moments after the first answer: the folder as it may be found, and what had been answered."""
    first = next(n for n, one in enumerate(told) if one.kind is Kind.ANSWERED)
    moments = sorted(random.randint(first + 1, len(told)) for _ in range(count))
    answers: list[str] = []
    for n, one in enumerate([*told, None]):
        while moments and moments[0] == n:
            moments.pop(0)
            yield disk.found(random), list(answers)
        if one is not None:
            disk.take(one)
            answers += [one.data.decode()] if one.kind is Kind.ANSWERED else []


def _written(folder: Path, files: dict[str, bytes]) -> Path:
    """The database of a folder made anew with these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / _DATABASE


def _judge(database: Path, answers: list[str], looking: Looking, figures: Figures) -> None:
    found = looking.look(database)
    there = Counter(found.kept)
    lost = [one for one in answers if there[one] != 1]
    figures.cuts += 1
    figures.lossy += bool(lost)
    figures.lost += len(lost)
    if found.problems:
        figures.broken.append("; ".join(found.problems))
