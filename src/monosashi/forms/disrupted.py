"""Disrupted years: the years an event outside the policy made abnormal, as dated data with a citation."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Message, Nendo, Noun


class DisruptedYear(Noun):
    """A year, the event, the words by which a sheet speaks of it, and the source that dates it."""

    year: int
    event: Message
    words: tuple[str, ...]
    citation: Message


@cache
def disrupted_years() -> tuple[DisruptedYear, ...]:
    """Every disrupted year of the package, oldest first."""
    text = files("monosashi.forms").joinpath("disrupted_years.toml").read_text(encoding="utf-8")
    found = [DisruptedYear.model_validate(year) for year in tomllib.loads(text)["years"]]
    return tuple(sorted(found, key=lambda one: one.year))


def disruption(nendo: Nendo) -> DisruptedYear | None:
    """The disruption of that year, whichever months the year covers; None for an ordinary year."""
    return next((one for one in disrupted_years() if one.year == nendo.year), None)
