"""Funds: JICT as the sheet prints it, and the laws of standing against milestones and of accounts that are never added."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.model import (
    Account,
    Count,
    Fund,
    FundAmount,
    FundKPI,
    FundKpiDefinition,
    FundMilestone,
    Message,
    MilestoneReach,
    Nendo,
)
from monosashi.registers.counting import count
from monosashi.registers.funds import BadFund, fund_standing, parse_fund, shipped_funds
from monosashi.registers.invented import invented
from monosashi.registers.rules import shipped_rules

JICT = shipped_funds()[0]
NAME = Message(ja="見本", en="sample")
PRINTED_ON = dt.date(2021, 8, 31)


def counts(*years: int) -> tuple[Count, ...]:
    """The invented cases counted by the rules that JICT's definitions name."""
    records = invented().records
    named = {one.rule for kpi in JICT.kpis for one in kpi.definitions}
    rules = [rule for rule in shipped_rules() if rule.code in named]
    return tuple(one for rule in rules for year in years for one in count(rule, records, Nendo(year=year)))


def value(code: str, nendo: int, number: str) -> Count:
    return Count(rule=code, nendo=Nendo(year=nendo), value=Decimal(number))


def told_of(amount: FundAmount) -> list[int | None]:
    return [None if one is None else int(one) for one in (amount.authorised, amount.executed)]


def test_jict_is_as_the_sheet_prints_it() -> None:
    told = {kpi.code: [(one.nendo.year, one.target, one.earlier) for one in kpi.milestones] for kpi in JICT.kpis}
    assert told == {
        "partners": [(2020, 12, True), (2021, 14, False), (2022, 16, False), (2023, 18, False)],
        "inducement": [
            (2020, Decimal("4.5"), True),
            (2021, Decimal("4.1"), False),
            (2022, Decimal("3.7"), False),
            (2023, Decimal("3.4"), False),
        ],
    }
    assert {(one.account, one.nendo.year): told_of(one) for one in JICT.amounts} == {
        (Account.EQUITY, 2019): [26700, 22470],
        (Account.EQUITY, 2020): [26600, 26300],
        (Account.EQUITY, 2021): [19000, None],
        (Account.GUARANTEE, 2019): [8500, 0],
        (Account.GUARANTEE, 2020): [15700, 10000],
        (Account.GUARANTEE, 2021): [9500, None],
    }


def test_every_rule_that_a_definition_names_is_there() -> None:
    named = {one.rule for fund in shipped_funds() for kpi in fund.kpis for one in kpi.definitions if one.rule}
    assert named <= {rule.code for rule in shipped_rules()}


def test_a_year_has_the_value_of_the_definition_in_force_when_it_ended() -> None:
    partners, inducement = fund_standing(JICT, counts(2018, 2019, 2020), PRINTED_ON).kpis
    assert [(one.nendo.year, one.value, one.unit) for one in partners.values] == [
        (2018, Decimal("2.25"), "社/件"),
        (2019, Decimal("2.33"), "社/件"),
        (2020, 16, "社"),
    ]
    assert [one.value for one in inducement.values] == [Decimal("6.4"), Decimal("5.9"), Decimal("5.5")]
    old, new = partners.definitions
    assert (old.last_day, new.last_day) == (dt.date(2020, 3, 31), None)
    assert [one.value for one in old.values] == [Decimal("2.25"), Decimal("2.33"), 1]
    assert [one.value for one in new.values] == [9, 16, 16]
    assert partners.in_force == new.definition


def test_values_stand_against_each_milestone_by_plain_comparison() -> None:
    partners, inducement = fund_standing(JICT, counts(2018, 2019, 2020), PRINTED_ON).kpis
    assert [(one.reach.value, one.value, one.short) for one in partners.milestones] == [
        ("reached", Decimal(16), Decimal(0)),
        ("ahead", Decimal(16), Decimal(0)),
        ("ahead", Decimal(16), Decimal(0)),
        ("behind", Decimal(16), Decimal(2)),
    ]
    assert [one.reach.value for one in inducement.milestones] == ["reached", "ahead", "ahead", "ahead"]


def test_before_the_change_nothing_in_another_unit_is_compared() -> None:
    partners = fund_standing(JICT, counts(2018, 2019), dt.date(2020, 6, 1)).kpis[0]
    assert [one.value for one in partners.values] == [Decimal("2.25"), Decimal("2.33")]
    assert {one.reach for one in partners.milestones} == {MilestoneReach.UNKNOWN}


def test_a_later_target_for_a_year_takes_the_place_of_an_earlier() -> None:
    definition = FundKpiDefinition(valid_from=dt.date(2015, 4, 1), text=NAME, rule="r")
    milestones = tuple(
        FundMilestone(nendo=Nendo(year=2021), target=Decimal(target), set_on=day)
        for target, day in ((10, None), (12, dt.date(2020, 4, 1)), (9, dt.date(2019, 4, 1)))
    )
    kpi = FundKPI(code="k", name=NAME, definitions=(definition,), milestones=milestones)
    fund = Fund(code="f", name=NAME, established=dt.date(2015, 4, 1), cases="fund_cases", kpis=(kpi,))
    found = fund_standing(fund, (value("r", 2021, "11"),), dt.date(2022, 4, 1)).kpis[0].milestones
    assert [(one.replaced, one.reach.value, one.short) for one in found] == [
        (True, "reached", Decimal(0)),
        (False, "missed", Decimal(1)),
        (True, "reached", Decimal(0)),
    ]


def test_the_rate_is_of_the_account_alone() -> None:
    equity, guarantee = fund_standing(JICT, (), PRINTED_ON).accounts
    assert [(one.rate, one.unused) for one in equity.years] == [
        (Decimal("84.2"), 4230),
        (Decimal("98.9"), 300),
        (None, None),
    ]
    assert [(one.rate, one.unused) for one in guarantee.years] == [(0, 8500), (Decimal("63.7"), 5700), (None, None)]


amounts = st.dictionaries(
    st.tuples(st.sampled_from(list(Account)), st.integers(2015, 2025)),
    st.tuples(
        st.none() | st.decimals(0, 10**6, places=0, allow_nan=False),
        st.none() | st.decimals(0, 10**6, places=0, allow_nan=False),
    ),
    max_size=8,
)


@settings(max_examples=60)
@given(amounts)
def test_no_account_is_ever_added_to_another(given_: dict[tuple[Account, int], tuple[Decimal | None, ...]]) -> None:
    """What stands for an account is what it would be if there were no other, and every amount in it is one that was
    given, of that account and year."""
    told = tuple(
        FundAmount(account=account, nendo=Nendo(year=year), authorised=pair[0], executed=pair[1])
        for (account, year), pair in given_.items()
    )
    whole = fund_standing(JICT.model_copy(update={"amounts": told}), (), PRINTED_ON).accounts
    for one in whole:
        own = tuple(amount for amount in told if amount.account is one.account)
        assert fund_standing(JICT.model_copy(update={"amounts": own}), (), PRINTED_ON).accounts == (one,)
        assert {(year.nendo.year, year.authorised, year.executed) for year in one.years} == {
            (amount.nendo.year, amount.authorised, amount.executed) for amount in own
        }
    assert sum(len(one.years) for one in whole) == len(told)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("code =", "at end of document"),
        ('code = "x"', "name"),
        (
            'code = "x"\nname = { ja = "a", en = "a" }\nestablished = 2015-04-01\ncases = "fund_cases"\n'
            '[[amounts]]\naccount = "equity"\nnendo = { year = 2019 }\n[[amounts]]\naccount = "equity"\nnendo = { year = 2019 }',
            "equity",
        ),
        (
            'code = "x"\nname = { ja = "a", en = "a" }\nestablished = 2015-04-01\ncases = "fund_cases"\n'
            '[[kpis]]\ncode = "k"\nname = { ja = "a", en = "a" }\n'
            '[[kpis.definitions]]\nvalid_from = 2020-04-01\ntext = { ja = "a", en = "a" }\n'
            '[[kpis.definitions]]\nvalid_from = 2015-04-01\ntext = { ja = "a", en = "a" }',
            "kpis.k.definitions",
        ),
    ],
)
def test_a_file_that_describes_no_fund_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(BadFund) as refused:
        parse_fund(text, "own.toml")
    assert place in refused.value.message.ja
    assert refused.value.code == "bad-fund"
