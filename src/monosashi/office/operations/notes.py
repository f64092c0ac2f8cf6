"""Notes: small facts that the keeper of the system is shown later (the last backup, the last proof of the log). Files of
the office's folder, not of the store: they are about this machine, and a restored store must not bring another's."""

import datetime as dt
import json
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from monosashi.model import Noun
from monosashi.office.places import default_folder
from monosashi.office.writing import replace


class BackupNote(Noun):
    """The last backup that was finished: when, where, how big, and the log's head in it."""

    time: dt.datetime
    file: str
    size: int
    head: str


class ProofNote(Noun):
    """The last proof of the whole log: when, where it ended, and how many problems were found."""

    time: dt.datetime
    head: str
    problems: int


_Note = TypeVar("_Note", BackupNote, ProofNote)


def note(said: BackupNote | ProofNote) -> None:
    """Keep a fact in place of the last of its kind. A folder that cannot be written keeps none: the act itself stands."""
    file = _file(type(said))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, json.dumps(said.model_dump(mode="json"), ensure_ascii=False, indent=1).encode())
    except OSError:
        return


def noted(kind: type[_Note]) -> _Note | None:
    """The last fact of a kind; None where none was kept, or it cannot be read."""
    try:
        return kind.model_validate_json(_file(kind).read_bytes())
    except (OSError, ValidationError):
        return None


def _file(kind: type[Noun]) -> Path:
    return default_folder() / {BackupNote: "last-backup.json", ProofNote: "last-proof.json"}[kind]
