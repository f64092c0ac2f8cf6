"""Bytes -> Reading: documents become sheets in which every value knows where it stands."""

from monosashi.reading.errors import NoSheetFound, UnreadableDocument
from monosashi.reading.reading import read

__all__ = ["NoSheetFound", "UnreadableDocument", "read"]
