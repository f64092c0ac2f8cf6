"""Pathway: from what was done (outputs) to what it is meant to bring about (an outcome), as a sheet states it, with the
numbers side by side.

A pathway claims nothing. It quotes the words by which the sheet links the two, lines the series up by year, shifted by
the lag where the sheet states one, and counts in how many steps from one year to the next both moved the same way. So
few years never show what caused what: there is no coefficient and no probability here, and none can be asked for.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.finding import Evidence
from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class PathwayBasis(StrEnum):
    """Why an output is taken to be meant to lead to the outcome: the sheet says so, or both stand under one lever, or
    under one goal."""

    STATED = "stated"
    LEVER = "lever"
    GOAL = "goal"


class PathwaySource(StrEnum):
    """Where the number of a year stands: among the actuals, under 【参考】, or as the baseline of that one year."""

    ACTUAL = "actual"
    REFERENCE = "reference"
    BASELINE = "baseline"


class PathwayPoint(Noun):
    """What a sheet prints of one measure for one year."""

    nendo: Nendo
    target: Decimal | None = None
    target_path: str = ""
    value: Decimal | None = Field(default=None, description="The actual, or the past actual under 【参考】")
    source: PathwaySource | None = None
    path: str = Field(default="", description="Where the value stands")
    disrupted: bool = False


class PathwaySeries(Noun):
    """One measure of a pathway by year, in its own unit; numbers in another unit are left out."""

    path: str
    number: str
    name: str
    unit: str = ""
    cumulative: bool = Field(default=False, description="Sums since a beginning, which never fall")
    points: tuple[PathwayPoint, ...] = ()


class Lag(Noun):
    """After how long the effect is expected. ``years`` is None where the sheet gives no number; then ``text`` are at most
    words that touch on time (事業終了後, 中長期), with their path, and empty where there are none."""

    years: int | None = None
    text: str = ""
    path: str = ""


class Pairing(Noun):
    """An output's years beside the outcome's, so many years later, and how the steps between neighbouring years went."""

    output: str = Field(description="The output's path")
    lag: int
    assumed: bool = Field(default=False, description="Whether the lag is an assumption of ours, not the sheet's")
    years: tuple[Nendo, ...] = Field(default=(), description="The output's years that have both numbers")
    together: int = Field(default=0, description="Steps in which both rose or both fell")
    apart: int = Field(default=0, description="Steps in which one rose and the other fell")
    still: int = Field(default=0, description="Steps in which at least one did not move")
    disrupted: int = Field(default=0, description="How many of these steps begin or end in a disrupted year")
    to_come: int = Field(default=0, description="Steps that there will be once every year with a target has its actual")

    @property
    def steps(self) -> int:
        """How many steps can be compared."""
        return self.together + self.apart + self.still


class Pathway(Noun):
    """Outputs and the outcome they are meant to lead to."""

    path: str = Field(description="The lever or goal that holds them")
    basis: PathwayBasis
    outputs: tuple[PathwaySeries, ...]
    outcome: PathwaySeries
    hypothesis: tuple[Evidence, ...] = Field(default=(), description="The sheet's own words that link them")
    lag: Lag = Lag()
    pairings: tuple[Pairing, ...] = ()
    says: tuple[Message, ...] = Field(default=(), description="What the numbers show")
    cannot: tuple[Message, ...] = Field(default=(), description="What they cannot show, and why")
