"""Countries as they are typed -> their codes of ISO 3166-1, and back.

>>> countries_in("米国、イギリス・KOR").codes
('US', 'GB', 'KR')
>>> countries_in("ベトナム、EU").bodies
('EU',)
>>> countries_in("GU AM").codes, countries_in("Guam").codes
(('GU', 'AM'), ('GU',))
>>> country_name("BA", "ja"), country_name("US", "en")
('ボスニア・ヘルツェゴビナ', 'United States')

A name is known in Japanese, in English or by its code, width and case aside. What is no country of the standard is told
apart, never given a code of our own. Source: ISO 3166-1; ``countries.toml`` and ``no_states.toml`` hold the names.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from monosashi.model.folding import fold, key

_HARD = re.compile(r"[、，,;；/／\n\t\u2028]")
_SOFT = re.compile(r"[・･\s\u3000]+")
_AND = re.compile(r"(?<=\S)(?:及び|および|並びに|と|＆)(?=\S)")
#: Words between two countries, that are no name of one.
_BETWEEN = frozenset({"and", "&", "及び", "および", "並びに", "と"})
_MOST_WORDS = 12


class Country(NamedTuple):
    """One country or area of the standard."""

    code: str
    alpha3: str
    ja: str
    en: str
    also: tuple[str, ...]


class CountriesFound(NamedTuple):
    """What a text names: countries by code, what is no state by its name, and what is not known, each in order, once."""

    codes: tuple[str, ...]
    bodies: tuple[str, ...]
    unknown: tuple[str, ...]


@cache
def all_countries() -> tuple[Country, ...]:
    """Every country and area of ISO 3166-1, in the order of their codes."""
    data = tomllib.loads(files("monosashi.registers").joinpath("countries.toml").read_text(encoding="utf-8"))
    return tuple(
        Country(code, one["alpha3"], one["ja"], one["en"], tuple(one.get("also", ())))
        for code, one in sorted(data.items())
    )


@cache
def _by_code() -> dict[str, Country]:
    return {one.code: one for one in all_countries()}


@cache
def _names() -> dict[str, str]:
    """Every name and code, as a key, with the code it stands for."""
    return {
        key(form): one.code
        for one in all_countries()
        for name in (one.ja, one.en, *one.also, one.alpha3, one.code)
        for form in (name, name.replace("・", ""))
    }


@cache
def _no_states() -> dict[str, str]:
    data = tomllib.loads(files("monosashi.registers").joinpath("no_states.toml").read_text(encoding="utf-8"))
    return {key(name): body for body, others in data.items() for name in (body, *others)}


def country_name(code: str, language: str) -> str:
    """A country's short name; the code itself where the standard has none of it."""
    country = _by_code().get(code)
    if country is None:
        return code
    return country.ja if language == "ja" else country.en


def is_country(code: str) -> bool:
    """Whether it is an alpha-2 code of the standard, in capitals."""
    return code in _by_code()


def countries_in(text: str) -> CountriesFound:
    """What a text names."""
    found = list(_named(text))
    return CountriesFound(*(tuple(dict.fromkeys(name for sort, name in found if sort == one)) for one in _SORTS))


_SORTS = ("code", "body", "unknown")


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Each thing a text names: the whole text where it is one name (Korea, Republic of), else its pieces."""
    bare = text.strip()
    if not bare:
        return
    if not _begins_with_codes(bare) and (one := _known(bare)):
        yield one
        return
    pieces = [piece for piece in _HARD.split(bare) if piece.strip()]
    if len(pieces) > 1:
        for piece in pieces:
            yield from _named(piece)
        return
    found = list(_spaced(pieces[0] if pieces else bare))
    joined = _AND.split(bare) if found[-1][0] == "unknown" else []
    if len(joined) > 1:
        for piece in joined:
            yield from _spaced(piece)
    else:
        yield from found


def _begins_with_codes(text: str) -> bool:
    """Whether a text begins with a code and a blank: GU AM is Guam and Armenia, not Guam."""
    first, *more = fold(text).split()
    return bool(more) and is_country(first)


def _known(text: str) -> tuple[str, str] | None:
    found = key(text)
    if found in _names():
        return "code", _names()[found]
    return ("body", _no_states()[found]) if found in _no_states() else None


def _spaced(piece: str) -> Iterator[tuple[str, str]]:
    """A piece split at blanks and 「・」, the longest names first; unknown from where none is known."""
    words = [word for word in _SOFT.split(piece) if word] or [piece]
    at = 0
    while at < len(words):
        longest = range(at + 1 if is_country(fold(words[at])) else min(len(words), at + _MOST_WORDS), at, -1)
        taken = next(((end, one) for end in longest if (one := _known("".join(words[at:end])))), None)
        if taken is None and words[at].lower() in _BETWEEN and 0 < at < len(words) - 1:
            at += 1
        elif taken is None:
            yield "unknown", piece.strip() if at == 0 else " ".join(words[at:])
            return
        else:
            yield taken[1]
            at = taken[0]
