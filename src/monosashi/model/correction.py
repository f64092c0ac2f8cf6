"""Correction: a person's better reading of one leaf, laid over what was read and never mixed with it.

It names what stood there when it was made; where a new reading says something else, the correction is stale and says so
instead of being applied.
"""

import datetime as dt

from pydantic import Field

from monosashi.model.noun import Noun


class Correction(Noun):
    """At this path stood ``was``; it should read ``now``."""

    at: str = Field(min_length=1, description="The path of the leaf in the sheet as it was read")
    was: str
    now: str
    who: str = Field(min_length=1)
    when: dt.datetime
    why: str = Field(min_length=1)
