"""Way: which way a measure is meant to move."""

from enum import StrEnum


class Way(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"
