"""Finding: something about a sheet that a reader should know. A finding is a value; it never raises."""

from enum import StrEnum

from pydantic import Field

from monosashi.model.decision import Waiver
from monosashi.model.message import Message
from monosashi.model.noun import Noun


class Severity(StrEnum):
    """How much it matters.

    *error*: a statement on the sheet contradicts another. *warning*: it is consistent but will mislead or defeats its
    purpose, or contradicts something outside. *note*: worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Evidence(Noun):
    """A place on the sheet that the finding rests on."""

    path: str
    text: str = Field(description="What is printed there")


class Finding(Noun):
    """A code with its severity, the path it concerns, what was expected and what was found, in a sentence."""

    code: str
    severity: Severity
    path: str
    expected: str
    found: str
    evidence: tuple[Evidence, ...] = ()
    message: Message
    version: int = Field(default=1, description="The version of the check that said so")
    waiver: Waiver | None = Field(default=None, description="Who answers for it and why; it stays visible")
