"""Reprinting: a sheet with another text at one leaf, its meaning parsed anew as a reader of the paper would have."""

from monosashi.office.reprinting.sheet import reprinted

__all__ = ["reprinted"]
