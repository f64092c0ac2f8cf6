"""The words of the office's parts: each key is used, each key that is asked for is there, both languages fill in the same."""

import re
from pathlib import Path
from string import Formatter

import monosashi
from monosashi.web.wording import PARTS, office_words, page_words

ROOT = Path(monosashi.__file__).parent
TEXT = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("web", "office")
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in (".py", ".html")
)
_PART = "|".join((*PARTS, "frame"))


def asked() -> set[str]:
    """The keys that are asked for by their whole name."""
    return set(
        re.findall(rf"""\b(?:t|words|spoken)\(\s*["']((?:{_PART})\.[a-z0-9_.-]*[a-z0-9_-])["'](?!\\s*~)""", TEXT)
    )


def beginnings() -> set[str]:
    """What stands before the part of a key that is put to it: ``review.state.``, ``collecting.field_``."""
    by_template = re.findall(rf"""["']((?:{_PART})\.[a-z0-9_.-]*)["']\s*~""", TEXT)
    by_program = re.findall(rf"""["']((?:{_PART})\.[a-z0-9_.-]*)\{{""", TEXT)
    return {*by_template, *by_program}


def test_every_key_that_is_asked_for_is_there() -> None:
    whole = {key for key in asked() if not key.endswith("_")}
    assert sorted(whole - page_words("ja").entries.keys()) == []


def test_every_key_is_used() -> None:
    named = set(re.findall(rf"""["']((?:{_PART})\.[a-z0-9_.-]+)["']""", TEXT))
    starts = tuple(beginnings())
    assert sorted(key for key in office_words() if key not in named and not key.startswith(starts)) == []


def test_every_key_has_words_in_both_languages_that_fill_in_the_same() -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    said = office_words()
    assert [key for key, one in said.items() if not one.ja.strip() or not one.en.strip()] == []
    assert [key for key, one in said.items() if fields(one.ja) != fields(one.en)] == []
