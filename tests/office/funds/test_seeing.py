"""Funds in the office: whose they are, counted from the records of their ministry, as they stand on a day."""

import datetime as dt
from decimal import Decimal

import pytest

from monosashi.office.funds.refusals import NoSuchFund
from monosashi.office.funds.seeing import fund_seen, funds_for
from monosashi.office.keeping import PUBLIC
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.recording.reading_out import add_records
from monosashi.registers.invented import invented
from tests.world import World

DAY = dt.date(2021, 8, 31)


def with_cases(world: World) -> World:
    cases = [record for record in invented().records if record.kind == "fund_cases"]
    add_records(world.actor("bureau"), cases)
    return world


def test_a_fund_is_its_ministrys(world: World) -> None:
    assert [(one.ministry, one.fund.code) for one in funds_for(world.actor("division"))] == [("soumu", "jict")]
    assert funds_for(world.actor("other-ministry")) == ()
    with pytest.raises(NoSuchFund):
        fund_seen(world.actor("other-ministry"), "soumu", "jict", DAY)
    with pytest.raises(NoSuchFund):
        fund_seen(world.actor("office"), "soumu", "none", DAY)
    with pytest.raises(SignInFirst):
        funds_for(PUBLIC)
    with pytest.raises(MayNot):
        funds_for(world.actor("council"))


def test_without_a_case_nothing_is_told(world: World) -> None:
    seen = fund_seen(world.actor("office"), "soumu", "jict", DAY)
    assert (seen.years, seen.records, [kpi.values for kpi in seen.standing.kpis]) == ((), 0, [(), ()])


def test_its_values_are_counted_from_the_records(world: World) -> None:
    with_cases(world)
    seen = fund_seen(world.actor("auditor"), "soumu", "jict", dt.date(2021, 3, 31))
    partners, inducement = seen.standing.kpis
    assert seen.invented == seen.records == 14
    assert (partners.values[-1].nendo.year, partners.values[-1].value) == (2020, Decimal(16))
    assert (inducement.values[-1].value, inducement.values[-1].invented) == (Decimal("5.5"), True)


def test_a_day_is_not_told_what_came_after_it(world: World) -> None:
    with_cases(world)
    for day in (dt.date(2019, 3, 31), dt.date(2019, 4, 1)):
        years = fund_seen(world.actor("office"), "soumu", "jict", day).years
        assert years[-1].last_day >= day >= years[-1].first_day
