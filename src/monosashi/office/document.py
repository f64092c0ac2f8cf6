"""A document on the disk: its bytes, taken in only where they are a file of a sane size."""

import os
import stat
from pathlib import Path

from monosashi.model.error import MonosashiError
from monosashi.reading.errors import TooBig, shown_name
from monosashi.reading.limits import Limits


class NoSuchFile(MonosashiError):
    """A path that names no file that may be read."""

    def __init__(self, path: Path) -> None:
        shown = shown_name(path_text(path))
        super().__init__(
            "no-such-file",
            f"「{shown}」というファイルはないか、開けません。名前と場所と、読む権限を確かめてください。",
            f'There is no file "{shown}", or it may not be opened. Check its name and place, and that you may read it.',
        )


def document_name(path: Path) -> str:
    """A file's name as text: bytes that are no UTF-8 become the replacement character."""
    return path_text(Path(path.name))


def path_text(path: Path) -> str:
    """A path as text, as ``document_name``."""
    return os.fsencode(path).decode("utf-8", "replace")


def document_bytes(path: Path, limits: Limits) -> bytes:
    """A file's bytes. Raises ``NoSuchFile``, or ``TooBig`` before anything is read into memory; what is no plain file
    (a pipe, a device) may never end and is not opened."""
    try:
        size = path.stat().st_size
        if not stat.S_ISREG(path.stat().st_mode):
            raise NoSuchFile(path)
        if size > limits.file_bytes:
            raise _too_big(path, size, limits)
        with path.open("rb") as file:
            # a file may grow while it is read
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        raise NoSuchFile(path) from error
    if len(data) > limits.file_bytes:
        raise _too_big(path, len(data), limits)
    return data


def _too_big(path: Path, size: int, limits: Limits) -> TooBig:
    return TooBig(
        document_name(path),
        f"大きさが {size:,} バイトあり、上限の {limits.file_bytes:,} バイトを超えます。",
        f"it has {size:,} bytes, more than {limits.file_bytes:,}.",
        Limits.setting("file_bytes"),
    )
