"""Packages (zip): what is checked before anything is unpacked."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.limits import Limits


def check_package(data: bytes, name: str, limits: Limits, part: str) -> None:
    """That the bytes are a zip of a sane size that holds ``part``, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(
            name,
            "ファイルの包み（zip）が壊れているか、途中で切れています。",
            "its package (zip) is damaged or cut short.",
        ) from error
    if not any(found.filename == part for found in parts):
        raise UnreadableDocument(name, f"中身の目次（{part}）がありません。", f"it holds no {part}.")
    unpacked = sum(found.file_size for found in parts)
    if unpacked > limits.unpacked_bytes or any(
        found.file_size > limits.ratio * max(found.compress_size, 1000) for found in parts
    ):
        raise UnreadableDocument(
            name,
            f"展開すると {unpacked:,} バイトになり、安全な大きさを超えます。",
            f"it unpacks to {unpacked:,} bytes, more than is safe.",
            code="too-big",
        )
