"""Counting rule (算定の規則): which records make a number, as dated data with its text beside it.

A rule names a register, a filter, the unit that is counted, the day by which a record falls into a fiscal year, what makes
two entries one event, and the measures it is for. What the text says, the data does.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class CountedUnit(StrEnum):
    """RECORDS: each event once. DISTINCT: the different values of a field (companies, partners). SUM: the amounts of a
    field. RATIO: one sum over another (誘発された民間投融資額 / JICTからの実投融資額)."""

    RECORDS = "records"
    DISTINCT = "distinct"
    SUM = "sum"
    RATIO = "ratio"


class Span(StrEnum):
    """Which days count for a year. YEAR: the year's own; CUMULATIVE: from the beginning to the year's end; LATEST: of the
    newest year up to it that has any record (※2)."""

    YEAR = "year"
    CUMULATIVE = "cumulative"
    LATEST = "latest"


class Condition(Noun):
    """What a field must hold: one of these texts (for countries and names: at least one of them), a value from or up to a
    number or a day, or, of ``filled``, anything at all (false: nothing)."""

    field: str
    one_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at_least: str = ""
    at_most: str = ""
    filled: bool | None = None


class Subset(Noun):
    """A 「うち」 part, by the name the sheet prints (政務レベル), and what more its records must hold."""

    part: str
    conditions: tuple[Condition, ...]


class AppliesTo(Noun):
    """A measure the rule is for: the ministry's name, the policy's and the measure's, compared without blanks, width and
    case; ``policy`` without its number. Empty matches any."""

    ministry: str = ""
    policy: str = ""
    measure: str


class CountingRule(Noun):
    """One rule. ``day``: the field whose day cuts records into fiscal years; ``last_day``: for what lasts, the field of its
    last day, told beside but never deciding. ``same_event``: fields that make two entries one event when all are filled
    and equal (order and width of names aside); ``company|company_name`` is the first of the two that is filled.
    ``counted``: the field of DISTINCT and SUM, the numerator of RATIO (of names and countries, how many they are);
    ``below``: the denominator, without which each record counts as one. ``since``: the first day of what is cumulative.
    ``digits``: decimals a ratio is rounded to, half up. ``valid_from`` and ``valid_to``: fiscal years of the sheets for
    which it is in force, both included."""

    code: str = Field(min_length=1)
    version: int = 1
    register_code: str
    text: Message
    unit: str = ""
    applies_to: tuple[AppliesTo, ...] = ()
    conditions: tuple[Condition, ...] = ()
    subsets: tuple[Subset, ...] = ()
    counts: CountedUnit = CountedUnit.RECORDS
    counted: str = ""
    below: str = ""
    span: Span = Span.YEAR
    since: str = ""
    day: str
    last_day: str = ""
    same_event: tuple[tuple[str, ...], ...] = Field(
        default=(), description="Groups of fields; two entries are one event where all fields of any group agree"
    )
    own_policy_only: bool = Field(
        default=True, description="Whether records told to be for another policy are left out"
    )
    digits: int | None = None
    scale: Decimal = Field(default=Decimal(1), description="A sum is multiplied by it: from yen to millions 0.000001")
    valid_from: Nendo
    valid_to: Nendo | None = None
    source: Message = Field(
        description="Where the rule comes from: the sheet's own words, a guideline, an office's decision"
    )
