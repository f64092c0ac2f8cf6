"""The words of the office's pages: those of the publishing room, and those of each part of this one (``words.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.office.pages import Language, Words, flat_words, words

#: The parts of this room that bring words of their own.
PARTS = ("people", "intake", "authoring", "collecting", "review", "framework", "operations", "api", "unavailable")


@cache
def page_words(language: Language) -> Words:
    """Every word of a language that a page may ask for. Raises ``KeyError`` for a language there is not."""
    known = words(language)
    entries = dict(known.entries)
    for part in ("monosashi.web", *(f"monosashi.web.{part}" for part in PARTS)):
        text = files(part).joinpath("words.toml").read_text(encoding="utf-8")
        entries |= {key: known.of(said) for key, said in flat_words(tomllib.loads(text))}
    return Words(language=language, entries=entries)
