"""Register (台帳): what one kind of records consists of. Kinds are data, so that an office defines its own without code.

A field's value is kept as one canonical text, whatever was typed: a day in ISO form, a choice by its code, countries by
their ISO 3166-1 alpha-2 codes with one blank between, a company by its 法人番号 of 13 digits, money and numbers in plain
digits, yes and no as true and false, names one a line.
"""

from enum import StrEnum

from pydantic import Field

from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    COUNTRIES = "countries"
    FLAG = "flag"
    NUMBER = "number"
    MONEY = "money"
    COMPANY = "company"
    NAMES = "names"
    YEAR = "year"
    RECORD = "record"


class Choice(Noun):
    """One of the answers a choice allows."""

    code: str = Field(min_length=1)
    name: Message


class RegisterField(Noun):
    """One column of a register."""

    code: str = Field(min_length=1, description="Lasting name in records and rules: held_on")
    name: Message
    kind: FieldKind
    required: bool = False
    choices: tuple[Choice, ...] = ()
    unit: str = Field(default="", description="Of money and numbers: 百万円")
    refers_to: str = Field(
        default="", description="Of a record: the register it stands in, or several with one blank between"
    )
    not_before: str = Field(default="", description="Of a day: the field whose day it may not precede")
    note: Message | None = Field(default=None, description="What to enter, told beside the field")


class Register(Noun):
    """A kind of records: consultations, agreements, seminars, orders, fund cases, or what an office defines."""

    code: str = Field(min_length=1, description="Lasting name: consultations")
    name: Message
    counted: Message = Field(description="What one record is: one meeting, one agreement")
    fields: tuple[RegisterField, ...]
    day: str = Field(
        description="The field by whose day records are listed and, unless a rule says otherwise, cut into years"
    )
    title: str = Field(description="The field that names a record in a list")
    valid_from: Nendo | None = None

    def field(self, code: str) -> RegisterField | None:
        """The field of that code; None where the register has none."""
        return next((field for field in self.fields if field.code == code), None)
