"""Record (記録): one thing that was done, as an office entered it in a register, with what proves it."""

from enum import StrEnum

from pydantic import Field

from monosashi.model.noun import Noun


class RecordState(StrEnum):
    """Where a record stands: still being written, entered, or taken back (the event was cancelled, or it was an error)."""

    DRAFT = "draft"
    ENTERED = "entered"
    CANCELLED = "cancelled"


class Proof(Noun):
    """What proves a record: an address, or a file by its sha256 (then ``name`` is the file's)."""

    url: str = ""
    sha256: str = ""
    name: str = ""


class FieldText(Noun):
    """A field's value, by its canonical text (see ``monosashi.model.register``)."""

    field: str
    text: str


class Record(Noun):
    """One entry of a register. ``values``: of the fields that are filled, in the register's order.

    >>> record = Record(kind="seminars", id="S-1", values=(FieldText(field="held_on", text="2019-04-01"),))
    >>> record.text("held_on"), record.text("name")
    ('2019-04-01', '')
    """

    kind: str = Field(min_length=1, description="The register it stands in, by its code")
    id: str = Field(min_length=1, description="Lasting, and unique in its register")
    office: str = Field(default="", description="The responsible office, as it is named")
    policy: str = Field(
        default="", description="The policy it was done for, by its name without number; empty: not told"
    )
    state: RecordState = RecordState.ENTERED
    values: tuple[FieldText, ...] = ()
    proofs: tuple[Proof, ...] = ()
    invented: bool = Field(default=False, description="Made for a demonstration; says so wherever it is shown")

    def text(self, field: str) -> str:
        """The field's canonical text; empty where it is not filled."""
        return next((value.text for value in self.values if value.field == field), "")

    @property
    def address(self) -> str:
        """How a finding or a count names it: seminars/S-1."""
        return f"{self.kind}/{self.id}"


class RecordFault(Noun):
    """What is wrong with a record that was given: where it stood (a file's line, a cell), the field, a stable code."""

    place: str
    record: str = ""
    field: str = ""
    code: str
    ja: str
    en: str
