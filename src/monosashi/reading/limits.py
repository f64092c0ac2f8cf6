"""Limits: how much of a document is read before it is refused, so that one file cannot take a machine down."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most a document may hold. Bytes are of the file, unpacked bytes of the parts of a zip; a ratio is that of
    unpacked to packed bytes of one part."""

    file_bytes: int = 100 * 1024 * 1024
    unpacked_bytes: int = 200 * 1024 * 1024
    ratio: int = 200
    pages: int = 2000
    cells: int = 500_000
    characters: int = 10_000_000


DEFAULT_LIMITS = Limits()
