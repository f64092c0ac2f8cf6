"""The names of what is invented: each is marked, and no company's number can be a company's.

A corporate number is a check digit and a base of 12 digits. Bases of registered companies begin with 0 to 5 (the
registry office), those of the state and of municipalities with 00, of others with 7; none begins with 9.
"""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Noun
from monosashi.registers.company_number import check_digit

#: The first four digits of every invented base: no registry office, and no range in use.
NOBODY = "9900"


class Names(Noun):
    """The words of ``words.toml``."""

    mark: str
    policy: str
    other_policy: str
    offices: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    company_heads: tuple[str, ...]
    company_tails: tuple[str, ...]


@cache
def names() -> Names:
    """The words, read once."""
    text = files("monosashi.registers.invented").joinpath("words.toml").read_text(encoding="utf-8")
    return Names.model_validate(tomllib.loads(text))


def company(number: int) -> tuple[str, str]:
    """The corporate number and the name of the n-th invented company, from 0 on; no two are alike."""
    heads, tails = names().company_heads, names().company_tails
    base = f"{NOBODY}01{number + 1:06}"
    again, place = divmod(number, len(heads) * len(tails))
    name = heads[place % len(heads)] + tails[(place // len(heads) + place) % len(tails)]
    return f"{check_digit(base)}{base}", f"{name}{again + 1 if again else ''}株式会社{names().mark}"


def respelled(text: str) -> str:
    """The same name as another division may write it: full-width letters and digits, and a blank in the middle."""
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    return f"{wide[: len(wide) // 2]} {wide[len(wide) // 2 :]}"
