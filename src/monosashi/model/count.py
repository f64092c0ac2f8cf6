"""Count (算定): a number derived from records, with every record it rests on and every one left out, and why."""

from decimal import Decimal

from pydantic import Field

from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class CountedRecord(Noun):
    """A record that counts. ``adds``: what it adds to the value: 1, or an amount; of a ratio, to the numerator, while
    ``adds_below`` goes to the denominator. ``value_key``: the company or agreement it stands for, where a rule counts those."""

    record: str = Field(description="Its address: consultations/K-0012")
    adds: Decimal = Decimal(1)
    adds_below: Decimal = Decimal(0)
    value_key: str = ""
    because: Message


class LeftOut(Noun):
    """A record that does not count. ``code``: stable (other-year, draft, cancelled, other-policy, filtered, same-event,
    same-value, before-beginning, undated, unfilled). ``instead``: the record that counts in its place."""

    record: str
    code: str
    because: Message
    instead: str = ""


class Count(Noun):
    """One number of one year by one counting rule.

    ``path``: the measure on the sheet it is for; empty where no sheet was given. ``part``: the 「うち」 subset it is of, as
    printed (政務レベル); empty for the whole. ``value``: None where nothing can be said (no record of a ratio's
    denominator); a count of nothing is zero. ``nendo``: the year asked for; ``of``: the year the value is of, another one
    where the rule takes the latest available (※2). ``as_of``: for what is cumulative, since when, in words of the rule.
    """

    rule: str
    rule_version: int = 1
    path: str = ""
    part: str = ""
    nendo: Nendo
    of: Nendo | None = None
    value: Decimal | None
    unit: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    counted: tuple[CountedRecord, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    records_since: Nendo | None = Field(
        default=None,
        description="The year of the register's first entered record; before it no number can be told wrong",
    )
    invented: bool = Field(default=False, description="Whether any record it rests on was made for a demonstration")
