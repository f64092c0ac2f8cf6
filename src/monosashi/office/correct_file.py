"""A correction to a JSON reading on the disk: the file is written whole or stays as it was."""

import datetime as dt
from pathlib import Path

from monosashi.model import Correction
from monosashi.model.error import MonosashiError
from monosashi.office.batch import CannotWrite
from monosashi.office.corrections import correct
from monosashi.office.document import document_bytes, document_name
from monosashi.office.limits import limits_here
from monosashi.office.verbs import is_json
from monosashi.office.writing import replace
from monosashi.publishing.json import reading_from_json, reading_to_json
from monosashi.reading.errors import shown_name


class NotRead(MonosashiError):
    """A document where a JSON reading is wanted."""

    def __init__(self, name: str) -> None:
        shown = shown_name(name)
        super().__init__(
            "correct-needs-reading",
            f"「{shown}」は読取り結果のJSONではありません。何も書いていません。先に monosashi read {shown} で読み、できた JSON を渡してください。",
            f'"{shown}" is no JSON reading. Nothing was written. Read it first (monosashi read {shown}) and give the JSON '
            "that this writes.",
        )


def correct_file(path: Path, at: str, now: str, *, who: str, when: dt.datetime, why: str, out: Path) -> Correction:
    """Add a correction to the reading in a file and write it to ``out``, which may be the same file. The correction.

    Raises ``NotRead`` for a document, ``CannotWrite``, and as ``correct`` and ``reading_from_json``.
    """
    data = document_bytes(path, limits_here())
    if not is_json(data):
        raise NotRead(document_name(path))
    reading = correct(reading_from_json(data), at, now, who=who, when=when, why=why)
    try:
        replace(out, reading_to_json(reading))
    except OSError as error:
        raise CannotWrite(out, error.strerror or str(error)) from error
    return reading.corrections[-1]
