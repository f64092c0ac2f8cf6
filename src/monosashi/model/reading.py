"""Reading: what was read from one document, with where it stands, and what was not understood.

Nothing on the page is absorbed in silence: each word is taken by a field, named as furniture by the form, or left
over; the coverage counts the characters of each (white space is not counted).
"""

from pydantic import Field

from monosashi.model.correction import Correction
from monosashi.model.finding import Finding
from monosashi.model.message import Message
from monosashi.model.noun import Noun
from monosashi.model.place import Place
from monosashi.model.sheet import Sheet
from monosashi.model.trace import Trace


class Document(Noun):
    """The file that was read."""

    name: str
    sha256: str
    media_type: str = ""


class Cell(Noun):
    """A cell as it stands on the paper; a cell that a page break cut stands there once for each fragment, each time
    with its whole text."""

    place: Place
    text: str
    rows: int = Field(default=1, ge=1, description="How many rows of the ruled grid it spans")
    columns: int = Field(default=1, ge=1, description="How many columns it spans")
    bordered: bool = Field(default=True, description="Whether it has a frame; text outside every table has none")


class Coverage(Noun):
    """How many characters went where."""

    fields: int = 0
    furniture: int = 0
    leftover: int = 0

    @property
    def total(self) -> int:
        """All characters on the paper, white space not counted."""
        return self.fields + self.furniture + self.leftover

    @property
    def share(self) -> float:
        """The share of characters that a field took (0 to 1); 1 for an empty paper."""
        return self.fields / self.total if self.total else 1.0


class Guess(Noun):
    """A field placed by likeness of wording or nearness, not by its label or mark, with the reason."""

    path: str
    reason: Message


class Reading(Noun):
    """One sheet read from a document."""

    document: Document
    ordinal: int = Field(default=1, ge=1, description="1-based place of the sheet in the document")
    sheet: Sheet
    trace: Trace
    findings: tuple[Finding, ...] = ()
    guesses: tuple[Guess, ...] = ()
    cells: tuple[Cell, ...] = ()
    furniture: tuple[Cell, ...] = ()
    leftover: tuple[Cell, ...] = ()
    coverage: Coverage = Coverage()
    corrections: tuple[Correction, ...] = Field(
        default=(),
        description="What people have corrected, in the order they did; laid over the sheet when it is opened",
    )
    version: str = Field(default="1", description="The version of this record's layout")
