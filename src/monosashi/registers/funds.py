"""Funds (官民ファンド) as data, and how one stands on a day: its KPIs against their milestones, and its accounts.

Nothing is graded here. A value is compared with each milestone as it is, an old definition keeps the values it gave, and
what the state gave stays in its own account: 産投出資 and 政府保証 are added neither to each other nor to anything else.

>>> fund = shipped_funds()[0]
>>> standing = fund_standing(fund, (), dt.date(2021, 8, 31))
>>> [(account.account.value, str(account.years[0].rate)) for account in standing.accounts]
[('equity', '84.2'), ('guarantee', '0.0')]

Source: 官民ファンドの運営に係るガイドライン (KPIs for the end of the fund and for each milestone, from April 2020).
"""

import datetime as dt
import tomllib
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from monosashi.model import (
    AccountStanding,
    AccountYear,
    Count,
    DefinitionStanding,
    Fund,
    FundAmount,
    FundKPI,
    FundKpiDefinition,
    FundKpiStanding,
    FundMilestone,
    FundStanding,
    FundValue,
    MilestoneReach,
    MilestoneStanding,
    Nendo,
)
from monosashi.model.error import MonosashiError


class BadFund(MonosashiError):
    """A file that describes no fund."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            "bad-fund",
            f"{name} はファンドの定義として読めません（{why}）。何も変えていません。その箇所を直して、もう一度お試しください。",
            f"{name} does not describe a fund ({why}). Nothing was changed; correct it and try again.",
        )


@cache
def shipped_funds() -> tuple[Fund, ...]:
    """The funds that come with the package, in the order of their codes."""
    folder = files("monosashi.registers").joinpath("data", "funds")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(parse_fund(file.read_text(encoding="utf-8"), file.name) for file in found)


def parse_fund(text: str, name: str) -> Fund:
    """The fund that a TOML text describes. Raises ``BadFund`` with the place and what is wrong there."""
    try:
        fund = Fund.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadFund(name, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise BadFund(name, f"{'.'.join(str(step) for step in first['loc'])}: {first['msg']}") from error
    if why := _at_odds(fund):
        raise BadFund(name, why)
    return fund


def _at_odds(fund: Fund) -> str:
    """What in a fund contradicts itself, or nothing."""
    if twice := _first_twice(kpi.code for kpi in fund.kpis):
        return f"kpis: {twice} が二つあります / {twice} stands twice"
    if twice := _first_twice(f"{amount.account.value} {amount.nendo}" for amount in fund.amounts):
        return f"amounts: {twice} が二つあります / {twice} stands twice"
    for kpi in fund.kpis:
        days = [definition.valid_from for definition in kpi.definitions]
        if not days or days != sorted(set(days)):
            return f"kpis.{kpi.code}.definitions: 古い順に、日を変えて並べます / oldest first, each from another day"
    return ""


def _first_twice(names: Iterable[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""


def fund_standing(fund: Fund, counts: tuple[Count, ...], on: dt.date) -> FundStanding:
    """How a fund stands on a day. ``counts``: of the rules its definitions name; those of other rules, of parts, and of
    years that begin after the day are passed over."""
    told = tuple(count for count in counts if not count.part and count.nendo.first_day <= on)
    return FundStanding(
        fund=fund,
        on=on,
        kpis=tuple(_kpi_standing(kpi, told, on) for kpi in fund.kpis),
        accounts=_accounts(fund.amounts),
    )


def _kpi_standing(kpi: FundKPI, counts: tuple[Count, ...], on: dt.date) -> FundKpiStanding:
    definitions = tuple(
        DefinitionStanding(definition=one, last_day=last_day, values=_values(kpi, one, counts))
        for one, last_day in zip(kpi.definitions, _last_days(kpi), strict=True)
    )
    values = _by_year_end(definitions)
    return FundKpiStanding(
        kpi=kpi,
        in_force=_in_force(kpi, on),
        definitions=definitions,
        values=values,
        milestones=tuple(_milestone(kpi, one, values, on) for one in kpi.milestones),
    )


def _last_days(kpi: FundKPI) -> tuple[dt.date | None, ...]:
    """Each definition's last day in force: the day before the next one's first."""
    return (*(later.valid_from - dt.timedelta(days=1) for later in kpi.definitions[1:]), None)


def _in_force(kpi: FundKPI, on: dt.date) -> FundKpiDefinition | None:
    """The newest definition that has begun by a day; None before the first."""
    return next((one for one in reversed(kpi.definitions) if one.valid_from <= on), None)


def _values(kpi: FundKPI, definition: FundKpiDefinition, counts: tuple[Count, ...]) -> tuple[FundValue, ...]:
    found = sorted((one for one in counts if definition.rule and one.rule == definition.rule), key=_year_of_count)
    return tuple(
        FundValue(
            nendo=count.nendo,
            value=count.value,
            unit=definition.unit or kpi.unit,
            numerator=count.numerator,
            denominator=count.denominator,
            rule=count.rule,
            records=len(count.counted),
            invented=count.invented,
        )
        for count in found
    )


def _year_of_count(count: Count) -> int:
    return count.nendo.year


def _by_year_end(definitions: tuple[DefinitionStanding, ...]) -> tuple[FundValue, ...]:
    """Each year's value by the definition in force on the year's last day."""
    found = {
        value.nendo.year: value
        for standing in definitions
        for value in standing.values
        if standing.definition.valid_from <= value.nendo.last_day
        and (standing.last_day is None or value.nendo.last_day <= standing.last_day)
    }
    return tuple(found[year] for year in sorted(found))


def _milestone(kpi: FundKPI, milestone: FundMilestone, values: tuple[FundValue, ...], on: dt.date) -> MilestoneStanding:
    governing = _in_force(kpi, milestone.nendo.last_day)
    # 社/件 is never held against 社: only values by the definition that governs the milestone's year are compared
    values = tuple(one for one in values if governing and (one.rule, one.unit) == _sort(kpi, governing))
    ended = milestone.nendo.last_day < on
    value = _own(values, milestone.nendo) if ended else _newest(values, milestone.nendo)
    return MilestoneStanding(
        milestone=milestone,
        reach=_reach(milestone, value, ended),
        value=value.value if value else None,
        of=value.nendo if value else None,
        short=max(milestone.target - value.value, Decimal(0)) if value and value.value is not None else None,
        replaced=any(_set_later(other, milestone) for other in kpi.milestones),
    )


def _sort(kpi: FundKPI, definition: FundKpiDefinition) -> tuple[str, str]:
    """What makes two values comparable: the rule that derives them, and the unit."""
    return definition.rule, definition.unit or kpi.unit


def _own(values: tuple[FundValue, ...], nendo: Nendo) -> FundValue | None:
    return next((value for value in values if value.nendo == nendo and value.value is not None), None)


def _newest(values: tuple[FundValue, ...], upto: Nendo) -> FundValue | None:
    """The newest value of a year up to the milestone's."""
    return next((one for one in reversed(values) if one.value is not None and one.nendo.year <= upto.year), None)


def _reach(milestone: FundMilestone, value: FundValue | None, ended: bool) -> MilestoneReach:
    if value is None or value.value is None:
        return MilestoneReach.UNKNOWN
    there = value.value >= milestone.target
    if ended:
        return MilestoneReach.REACHED if there else MilestoneReach.MISSED
    return MilestoneReach.AHEAD if there else MilestoneReach.BEHIND


def _set_later(other: FundMilestone, milestone: FundMilestone) -> bool:
    """Whether another target of the same year was set after this one; a day that is not told is the oldest."""
    if other.nendo != milestone.nendo or other.set_on is None:
        return False
    return milestone.set_on is None or other.set_on > milestone.set_on


def _accounts(amounts: tuple[FundAmount, ...]) -> tuple[AccountStanding, ...]:
    """Each account by itself, in the order in which the fund first names it."""
    named = dict.fromkeys(amount.account for amount in amounts)
    return tuple(
        AccountStanding(
            account=account,
            years=tuple(
                _account_year(one) for one in sorted(amounts, key=lambda one: one.nendo.year) if one.account is account
            ),
        )
        for account in named
    )


def _account_year(amount: FundAmount) -> AccountYear:
    rate = unused = None
    if amount.authorised is not None and amount.executed is not None:
        unused = amount.authorised - amount.executed
        if amount.authorised:
            rate = (amount.executed * 100 / amount.authorised).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return AccountYear(
        nendo=amount.nendo, authorised=amount.authorised, executed=amount.executed, rate=rate, unused=unused
    )
