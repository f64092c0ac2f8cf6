"""Limits: how much of a document is read before it is refused, so that one file cannot take a machine down."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The most a document may hold, and the most that reading it may take.

    ``file_bytes``: of the file. ``parts``: of a package (zip). ``unpacked_bytes``: of all its parts together.
    ``ratio``: unpacked to packed bytes of one part. ``pages``, ``cells``, ``characters``: of the paper.
    ``memory_bytes``: what the process that reads may take beyond what it starts with. ``seconds``: by the clock.
    """

    file_bytes: int = 100 * 1024 * 1024
    unpacked_bytes: int = 200 * 1024 * 1024
    ratio: int = 200
    parts: int = 10_000
    pages: int = 2000
    cells: int = 500_000
    characters: int = 10_000_000
    memory_bytes: int = 2 * 1024 * 1024 * 1024
    seconds: int = 300

    @staticmethod
    def setting(field: str) -> str:
        """The environment variable that sets a field.

        >>> Limits.setting("file_bytes")
        'MONOSASHI_MAX_FILE_BYTES'
        """
        return f"MONOSASHI_MAX_{field.upper()}"


DEFAULT_LIMITS = Limits()
