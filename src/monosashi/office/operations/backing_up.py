"""Backing up: everything that is kept, in one file (``monosashi.store.archive``), while the office goes on working.

The file is there whole or not at all, and has been read back before it bears its name.
"""

import os
import secrets
from pathlib import Path

from monosashi.model.error import MonosashiError
from monosashi.office.keeping import clock
from monosashi.office.operations.notes import BackupNote, note
from monosashi.office.operations.proving import Head
from monosashi.store.archive import Manifest, Told, write_archive
from monosashi.store.loading import Damaged, look_through, manifest_of
from monosashi.store.snapshot import snapshot


class BackupExists(MonosashiError):
    """There is a file of that name already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "backup-exists",
            f"「{name}」は、もうあります。控えは上書きしません。何も書いていません。別の名前（日付など）を付けてください。",
            f"{name} is there already, and no backup is written over. Nothing was written. Give another name, such as the date.",
        )


class CannotBackUp(MonosashiError):
    """The folder takes no file."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            "cannot-back-up",
            f"「{name}」に控えを書けませんでした（{why}）。途中のファイルは消しました。書庫と前の控えはそのままです。空き容量と権限を確かめて、もう一度実行してください。",
            f"The backup {name} could not be written ({why}). The unfinished file was removed; the store and earlier backups "
            "are as they were. Check space and permission and run it again.",
        )


def back_up(file: Path, told: Told = lambda _done, _all: None) -> Manifest:
    """Write a backup of this moment. ``told`` hears of the progress. Raises ``BackupExists`` and ``CannotBackUp``."""
    if file.exists():
        raise BackupExists(file.name)
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        manifest = _written(part, told)
        look_through(part, manifest_of(part))
        try:
            os.link(part, file)
        except FileExistsError as error:
            raise BackupExists(file.name) from error
        _force(file.parent)
    except (OSError, Damaged, ValueError) as error:
        raise CannotBackUp(file.name, str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    head = Head(number=manifest.head[0], hash=manifest.head[1])
    note(BackupNote(time=clock.now(), file=str(file.resolve()), size=file.stat().st_size, head=str(head)))
    return manifest


def _written(part: Path, told: Told) -> Manifest:
    # nobody else's to read: it holds drafts and the hashes of passwords
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as to, snapshot() as using:
        manifest = write_archive(to, using, told)
        to.flush()
        os.fsync(to.fileno())
    return manifest


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
