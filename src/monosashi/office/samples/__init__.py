"""The two bundled samples: what a new user sees first.

One tells the figures of a published sheet of 総務省 (R3－⑭) in our own words; the other is the invented sheet of an
invented ministry, with faults planted so that findings of every severity show at once. What was planted where is
said at the head of each file and in ``docs/samples.md``.

>>> [sheet.identifier.plain for sheet in sample_sheets()]
['総務省R3－⑭', '未来生活省R6－⑨']
"""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Sheet

#: The files, in the order in which they are listed; a sample's id is its file's name without the ending.
SAMPLES = ("soumu-r3-14", "sample-ministry")


@cache
def sample(sample_id: str) -> Sheet:
    """The sample of that id. Raises ``KeyError`` with the ids there are."""
    if sample_id not in SAMPLES:
        raise KeyError(f"見本 {sample_id!r} はありません / no such sample; known: {', '.join(SAMPLES)}")
    file = files("monosashi.office.samples").joinpath(f"{sample_id}.toml")
    return Sheet.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def sample_sheets() -> tuple[Sheet, ...]:
    """Both samples, in the order they are listed."""
    return tuple(sample(sample_id) for sample_id in SAMPLES)
