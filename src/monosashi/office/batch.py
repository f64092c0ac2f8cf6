"""Batch: many files, each read in a process of its own, as many at a time as there are processors.

One bad file never takes the others down: it becomes an outcome with a code. What is done is on the disk, whole, before
it is told; an interrupted batch goes on where it was (``journal``).
"""

import hashlib
import os
import threading
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from monosashi.forms import Form, load_form
from monosashi.model import Reading
from monosashi.model.error import MonosashiError
from monosashi.office import worker
from monosashi.office.batch_names import names_of
from monosashi.office.corrections import corrected, handed_on
from monosashi.office.document import document_bytes, document_name, path_text
from monosashi.office.job import Counts, Job, counts_of
from monosashi.office.journal import Journal, read_by
from monosashi.office.limits import limits_here
from monosashi.office.outcome import Outcome, Written, summary_csv
from monosashi.office.places import SUFFIXES_READ
from monosashi.office.verbs import is_json
from monosashi.office.warm import End
from monosashi.office.writing import replace
from monosashi.publishing.json import reading_from_json, reading_to_json
from monosashi.reading.errors import shown_name
from monosashi.reading.limits import Limits


class CannotWrite(MonosashiError):
    """The output folder takes no file."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            "cannot-write",
            f"「{shown_name(path_text(path))}」に書けません（{why}）。前からあったファイルはそのままです。"
            "空き容量と書き込む権限を確かめて、もう一度実行してください。",
            f'Cannot write "{shown_name(path_text(path))}" ({why}). What was there before is as it was. '
            "Check the free space and your permission, and run it again.",
        )


SUMMARY = "summary.csv"
#: How names begin that office programs give to their locks, and systems to files of their own.
_LOCKS = ("~$", ".")
#: A reading, its canonical JSON, and its findings counted.
Sheet = tuple[Reading, bytes, Counts]


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass
class Batch:
    """Files to read into a folder. ``names``: what each is called there (``batch_names``); ``journal``: where files
    done in an earlier run are found, None to read every file anew."""

    names: Mapping[Path, str]
    out: Path
    limits: Limits
    blank: Form | None = None
    journal: Journal | None = None
    at_once: int = field(default_factory=processors)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> Generator[Outcome]:
        """The outcome of each file as it is done. Left early, by an interrupt or a ``close``, what still reads is ended
        and what is done stays."""
        if worker.can_fork():
            worker.warm_process()
        with ThreadPoolExecutor(max_workers=max(1, self.at_once)) as threads:
            waiting: list[Future[Outcome]] = [threads.submit(self.read_one, file) for file in self.names]
            try:
                for done in as_completed(waiting):
                    yield done.result()
            finally:
                if not all(future.done() for future in waiting):
                    self._stopped.set()
                    threads.shutdown(wait=False, cancel_futures=True)
                    worker.stop()

    def read_one(self, file: Path) -> Outcome:
        """Read one file and write its sheets, unless an earlier run did. Never raises ``MonosashiError``."""
        try:
            data = document_bytes(file, self.limits)
            digest = hashlib.sha256(data).hexdigest()
            kept = self.journal.kept(file, digest) if self.journal else None
            if kept:
                return kept
            written = tuple(self._write(file, *sheet) for sheet in self._sheets(file, data))
        except MonosashiError as error:
            return Outcome(file=path_text(file), state="failed", code=error.code, message=error.message)
        outcome = Outcome(file=path_text(file), state="read", written=written)
        if self.journal:
            with self._writing:
                self.journal.add(file, digest, outcome)
        return outcome

    def _sheets(self, file: Path, data: bytes) -> Iterator[Sheet]:
        name = document_name(file)
        if is_json(data):
            found = reading_from_json(data)
            yield found, reading_to_json(found), counts_of(corrected(found))
            return
        job = Job(name=name, blank=self.blank, limits=self.limits, task="report")
        answer = worker.ask(job, data, self._stopped)
        try:
            yield from zip(answer.readings(), answer.frames, answer.head.counts, strict=True)
        except (ValidationError, ValueError) as error:
            raise worker.died(name, End(words=str(error).partition("\n")[0])) from error

    def _write(self, file: Path, found: Reading, data: bytes, counts: Counts) -> Written:
        end = "" if found.ordinal == 1 else f"-{found.ordinal}"
        target = self.out / f"{self.names[file]}{end}.json"
        try:
            kept = handed_on(target.read_bytes(), found) if target.is_file() else found
            if kept is not found:
                data, counts = reading_to_json(kept), counts_of(corrected(kept))
            replace(target, data)
        except OSError as error:
            raise CannotWrite(target, error.strerror or str(error)) from error
        return Written.of(found, target.name, hashlib.sha256(data).hexdigest(), counts)


def files_in(paths: Iterable[Path]) -> tuple[list[Path], int]:
    """The files of the paths, folders searched through, each once; and how many others lie in the folders."""
    found: dict[Path, Path] = {}
    others = 0
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in inside:
            if path.is_dir() and (file.suffix.lower() not in SUFFIXES_READ or file.name.startswith(_LOCKS)):
                others += not file.name.startswith(".")
            else:
                found.setdefault(file.resolve(), file)
    return list(found.values()), others


def batch_of(
    files: Sequence[Path], out: Path, blank_path: Path | None = None, *, at_once: int = 0, resume: bool = True
) -> Batch:
    """A batch of these files into a folder, within the limits of this machine. ``at_once``: 0 for as many as there are
    processors. Raises ``MonosashiError`` where the form, a limit or the folder cannot be used."""
    blank = load_form(blank_path) if blank_path else None
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(out, error.strerror or str(error)) from error
    journal = Journal(out, read_by(blank)) if resume else None
    return Batch(names_of(files), out, limits_here(), blank, journal, at_once or processors())


def keep_summary(out: Path, outcomes: Iterable[Outcome]) -> Path:
    """Write the list of what became of each file, in the order of their names. Raises ``CannotWrite``."""
    target = out / SUMMARY
    try:
        replace(target, summary_csv(sorted(outcomes, key=lambda outcome: outcome.file)).encode())
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error
    return target
