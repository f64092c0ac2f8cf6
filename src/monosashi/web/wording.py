"""The words of the office's pages: those of the publishing room, and those of each part of this one (``words.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Message
from monosashi.office.pages import Language, Words, flat_words, words

#: The parts of this room that bring words of their own.
PARTS = (
    *("people", "intake", "authoring", "collecting", "registers", "funds", "review", "framework", "operations", "api"),
    "evidence",
    "ledgers",
    "reconciliation",
    "unavailable",
)


@cache
def office_words() -> dict[str, Message]:
    """Every key of this room's own words, in both languages."""
    found: dict[str, Message] = {}
    for package in ("monosashi.web", *(f"monosashi.web.{part}" for part in PARTS)):
        text = files(package).joinpath("words.toml").read_text(encoding="utf-8")
        found |= dict(flat_words(tomllib.loads(text)))
    return found


@cache
def page_words(language: Language) -> Words:
    """Every word of a language that a page may ask for. Raises ``KeyError`` for a language there is not."""
    known = words(language)
    own = {key: known.of(said) for key, said in office_words().items()}
    return Words(language=language, entries={**known.entries, **own})
