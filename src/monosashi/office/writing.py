"""Writing a file so that it is there whole or not at all, also after a power cut.

The bytes go to a temporary file beside the target, are forced to the disk, and take the target's name in one step.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write a file, in place of what bears its name."""
    with _written(path.parent, data) as temporary:
        temporary.replace(path)


def create(path: Path, data: bytes) -> bool:
    """Write a file unless its name is taken. Of two at once, one wins and the other hears of it."""
    with _written(path.parent, data) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            return False
    return True


@contextmanager
def _written(folder: Path, data: bytes) -> Iterator[Path]:
    """A temporary file with the bytes on the disk; when done, the folder's names are on the disk too."""
    temporary = folder / f".{secrets.token_hex(8)}.part"
    # with the rights that the user gives to new files
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
    _force(folder)


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
