"""Seeing funds: each fund of the ministries whose registers the actor may see, as it stands on a day.

The values are counted from the records of the fund's register whenever the page is asked for; nothing is kept.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from monosashi.model import Count, CountingRule, Fund, FundStanding, Nendo, Noun, Record, Register
from monosashi.model.folding import key
from monosashi.office.funds.refusals import NoSuchFund
from monosashi.office.keeping import Actor
from monosashi.office.recording.reading_out import records_for, registers_for, rules_for
from monosashi.office.recording.seeing_registers import ministries_for
from monosashi.registers.counting import count
from monosashi.registers.funds import fund_standing, shipped_funds

#: More years than this are never counted at once: a record dated wrongly must not ask for thousands.
_LONGEST = 60


class FundLine(Noun):
    """A fund in the list, with the ministry whose records it is counted from."""

    fund: Fund
    ministry: str
    ministry_name: str


class FundSeen(Noun):
    """One fund on a day. ``years``: those its values were counted for; ``records``: how many cases stand in its register,
    drafts and cancelled ones included; ``invented``: how many of them were made for a demonstration."""

    line: FundLine
    standing: FundStanding
    years: tuple[Nendo, ...]
    records: int
    invented: int


def funds_for(actor: Actor) -> tuple[FundLine, ...]:
    """The funds that the actor may see, ministry by ministry. Raises ``SignInFirst``, ``MayNot``."""
    return tuple(
        FundLine(fund=fund, ministry=address, ministry_name=name)
        for address, name in ministries_for(actor)
        for fund in shipped_funds()
        if not fund.ministry or key(fund.ministry) == key(name)
    )


def fund_seen(actor: Actor, ministry: str, code: str, on: dt.date) -> FundSeen:
    """One fund on a day. Raises ``NoSuchFund``, ``SignInFirst``, ``MayNot``."""
    line = next((one for one in funds_for(actor) if (one.ministry, one.fund.code) == (ministry, code)), None)
    if line is None:
        raise NoSuchFund
    records = records_for(actor, ministry, line.fund.cases)
    register = next((one for one in registers_for(actor, ministry) if one.code == line.fund.cases), None)
    years = _years(line.fund, records, register, on)
    counts = tuple(_counts(line.fund, rules_for(actor, ministry), records, years))
    return FundSeen(
        line=line,
        standing=fund_standing(line.fund, counts, on),
        years=years,
        records=len(records),
        invented=sum(record.invented for record in records),
    )


def _years(fund: Fund, records: Sequence[Record], register: Register | None, on: dt.date) -> tuple[Nendo, ...]:
    """The fiscal years from the fund's first case to its last one that begins by the day."""
    days = [day for record in records if register and (day := _day(record.text(register.day)))]
    found = sorted({_year(day) for day in days if day >= fund.established and Nendo(year=_year(day)).first_day <= on})
    if not found:
        return ()
    return tuple(Nendo(year=year) for year in range(max(found[0], found[-1] - _LONGEST + 1), found[-1] + 1))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _year(day: dt.date) -> int:
    return day.year if Nendo(year=day.year).first_day <= day else day.year - 1


def _counts(
    fund: Fund, rules: Iterable[CountingRule], records: Sequence[Record], years: Iterable[Nendo]
) -> Iterable[Count]:
    """The counts of every rule that a definition names, in the years in which the rule is in force."""
    named = {definition.rule for kpi in fund.kpis for definition in kpi.definitions if definition.rule}
    wanted = [rule for rule in rules if rule.code in named]
    for nendo in years:
        for rule in wanted:
            if rule.valid_from.year <= nendo.year and (rule.valid_to is None or nendo.year <= rule.valid_to.year):
                yield from count(rule, tuple(records), nendo)
