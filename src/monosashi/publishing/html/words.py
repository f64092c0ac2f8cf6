"""Words: the language of the pages, from one data file (``words.toml``), Japanese first.

A page is given the words of one language and asks for them by key; a key that is not in the file is an error at once,
never an empty spot on the page.

>>> words("ja")("severity.error"), words("en")("severity.error")
('誤り', 'Error')
"""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Message, Noun

#: A language by its tag: ja or en.
Language = str

#: The languages of the pages; the first is the one shown to who has not chosen.
LANGUAGES: tuple[Language, ...] = ("ja", "en")


class Words(Noun):
    """The words of one language."""

    language: Language
    entries: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, with ``{name}`` filled in. Raises ``KeyError`` for an unknown key or value."""
        return self.entries[key].format(**values)

    def of(self, message: Message) -> str:
        """The message in this language."""
        return message.ja if self.language == "ja" else message.en


@cache
def entries() -> dict[str, Message]:
    """Every key of the data file with its words in both languages."""
    text = files("monosashi.publishing.html").joinpath("words.toml").read_text(encoding="utf-8")
    return dict(flat_words(tomllib.loads(text)))


@cache
def words(language: Language) -> Words:
    """The words of a language. Raises ``KeyError`` with the languages there are."""
    if language not in LANGUAGES:
        raise KeyError(f"{language!r}: {', '.join(LANGUAGES)}")
    return Words(
        language=language,
        entries={key: m.ja if language == "ja" else m.en for key, m in entries().items()},
    )


def flat_words(table: dict[str, object], above: str = "") -> list[tuple[str, Message]]:
    """The dotted keys of a tree whose leaves are ``{ja, en}``."""
    found: list[tuple[str, Message]] = []
    for key, value in table.items():
        if isinstance(value, dict) and value.keys() == {"ja", "en"}:
            found.append((above + key, Message.model_validate(value)))
        elif isinstance(value, dict):
            found += flat_words(value, f"{above}{key}.")
        else:
            raise TypeError(f"words.toml: {above}{key} is neither a table nor {{ja, en}}")
    return found
