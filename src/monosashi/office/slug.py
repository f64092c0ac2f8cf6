"""Slug: a sheet's name in addresses, the ASCII twin of its identifier. 総務省R3－⑭ is soumu-R3-14.

The twin only names; what was printed is kept in the sheet. A ministry that is not in ``ministries.toml`` or an
identifier that cannot be read gives a name from the document's sha256.
"""

import datetime as dt
import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import Field

from monosashi.model import Identifier, Nendo, Noun, Reading
from monosashi.model.folding import key
from monosashi.model.mark import plain_number
from monosashi.model.nendo import ERAS

_LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}


class Ministry(Noun):
    """A ministry or agency: the name it prints, the name in addresses, and since when it bears it."""

    name: str
    address: str
    since: dt.date = Field(alias="from")


@cache
def ministries() -> tuple[Ministry, ...]:
    """Every ministry of the table."""
    text = files("monosashi.office").joinpath("ministries.toml").read_text(encoding="utf-8")
    return tuple(Ministry.model_validate(entry) for entry in tomllib.loads(text)["ministry"])


def slug(reading: Reading) -> str:
    """The name of a reading's sheet in addresses.

    >>> identifier_slug(Identifier.model_validate("（総務省R3－⑭）"))
    'soumu-R3-14'
    """
    return identifier_slug(reading.sheet.identifier) or f"sheet-{reading.document.sha256[:12]}-{reading.ordinal}"


def identifier_slug(identifier: Identifier) -> str:
    """The ASCII twin of an identifier; nothing where it has none."""
    ministry = next((m for m in ministries() if key(m.name) == key(identifier.ministry)), None)
    if not ministry or not identifier.nendo or not identifier.number:
        return ""
    return slug_of(ministry.address, identifier.nendo, plain_number(identifier.number))


def slug_of(address: str, nendo: Nendo, number: str) -> str:
    """The name of a ministry's sheet of that year and number; nothing where the number has no ASCII twin.

    >>> slug_of("soumu", Nendo(year=2021), "14")
    'soumu-R3-14'
    """
    twin = re.sub(r"[^0-9A-Za-z]+", "-", key(number)).strip("-")
    return f"{address}-{_year(nendo)}-{twin}" if twin else ""


def _year(nendo: Nendo) -> str:
    """R3 for 令和3年度; the western year before the eras of the table."""
    era = next((name for name, before in ERAS.items() if nendo.year > before), "")
    return f"{_LETTERS[era]}{nendo.year - ERAS[era]}" if era else str(nendo.year)
