"""Journal: what a batch has done in a folder, so that it goes on where it was interrupted.

One line of JSON a file, added as soon as the file is done. A file is kept from an earlier run only where its bytes, the
program, the form and every output are the same as then; a line that was cut short counts for nothing.
"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from monosashi.forms import Form
from monosashi.model import Noun
from monosashi.office.document import path_text
from monosashi.office.outcome import Outcome, Written

NAME = ".monosashi-read.jsonl"
#: The rooms whose code and data settle what a reading says.
_ROOMS = ("model", "forms", "reading", "auditing", "publishing")


class Line(Noun):
    """A file that was read: its bytes, by what it was read, and what became of it."""

    source: str
    sha256: str
    by: str
    outcome: Outcome


class Journal:
    """The journal of an output folder. ``by``: program and form, see ``read_by``."""

    def __init__(self, folder: Path, by: str) -> None:
        self._folder = folder
        self._by = by
        self._lines = {line.source: line for line in _lines(folder / NAME) if line.by == by}

    def kept(self, source: Path, sha256: str) -> Outcome | None:
        """What became of a file in an earlier run, if all of it still holds."""
        line = self._lines.get(path_text(source.resolve()))
        if line is None or line.sha256 != sha256 or not all(map(self._stands, line.outcome.written)):
            return None
        return line.outcome.model_copy(update={"state": "kept", "file": path_text(source)})

    def add(self, source: Path, sha256: str, outcome: Outcome) -> None:
        """Note what was read."""
        line = Line(source=path_text(source.resolve()), sha256=sha256, by=self._by, outcome=outcome)
        with (self._folder / NAME).open("ab") as file:
            file.write(b"\n" * bool(file.tell()) + line.model_dump_json().encode())

    def _stands(self, written: Written) -> bool:
        try:
            data = (self._folder / written.output).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(data).hexdigest() == written.sha256


def _lines(file: Path) -> list[Line]:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [line for line in map(_line, text.split("\n")) if line]


def _line(text: str) -> Line | None:
    try:
        return Line.model_validate_json(text)
    except ValidationError:
        return None


def read_by(form: Form | None) -> str:
    """What settles a reading beside the file's bytes: the program's own code and data, and the form given."""
    given = form.model_dump_json() if form else ""
    return hashlib.sha256(f"{_program()}\n{given}".encode()).hexdigest()


@cache
def _program() -> str:
    package = files("monosashi")
    digest = hashlib.sha256()
    for room in _ROOMS:
        for name, data in sorted(_sources(package.joinpath(room), room)):
            digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for item in folder.iterdir():
        inner = f"{name}/{item.name}"
        if item.is_dir():
            found += _sources(item, inner)
        elif item.name.endswith((".py", ".toml")):
            found.append((inner, item.read_bytes()))
    return found
