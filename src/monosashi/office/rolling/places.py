"""Where in a sheet a path is, in words for a reader."""

from monosashi.model import Sheet
from monosashi.publishing.html import Language, where, words


def place_name(sheet: Sheet, path: str, language: Language) -> str:
    """The name of a path's place in the reader's language."""
    return where(sheet, path, words(language))
