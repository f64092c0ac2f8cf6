"""Budgets: what a printed amount means, what a label of a row names, and what a table states for a year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Budget, BudgetAmount, BudgetRow, BudgetRowKind, BudgetSum, Nendo, PrintedNendo
from monosashi.model.budget import budget_row_kind, printed_unit

KINDS = BudgetRowKind


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("52,310", "52310"),
        ("▲ 1,940", "-1940"),
        ("△288,349", "-288349"),
        ("-23,940", "-23940"),
        ("０", "0"),
        ("88.30%", "88.30"),
        ("〈29,526,937〉の内数", "29526937"),
        ("集計中", None),
        ("（※記入は任意）", None),
        ("－", None),
        ("1,200\n3,400", None),
    ],
)
def test_an_amount(printed: str, value: str | None) -> None:
    assert BudgetAmount.model_validate(printed).value == (Decimal(value) if value else None)


def test_an_amount_in_angle_brackets_is_part_of_another() -> None:
    assert BudgetAmount.model_validate("〈412百万円〉の内数").included_only
    assert not BudgetAmount.model_validate("412").included_only


@given(st.integers(min_value=-(10**12), max_value=10**12), st.sampled_from(["-", "▲", "△", "▲ ", "△ "]))
def test_every_printed_whole_number_is_read_back(number: int, minus: str) -> None:
    printed = f"{minus if number < 0 else ''}{abs(number):,}"
    assert BudgetAmount.model_validate(printed).value == number


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("当初予算（ａ）", KINDS.INITIAL),
        ("補正予算(b)", KINDS.SUPPLEMENTARY),
        ("繰り越し等（c）", KINDS.CARRIED),
        ("前年度から繰越し", KINDS.CARRIED_IN),
        ("翌年度への繰越し（百万円）", KINDS.CARRIED_OUT),
        ("合 計（a＋b＋c）", KINDS.TOTAL),
        ("（計）", KINDS.TOTAL),
        ("執\u3000行\u3000額", KINDS.EXECUTED),
        ("執行額（千円、d）", KINDS.EXECUTED),
        ("執行率（％、d/(a+b+c)）", KINDS.RATE),
        ("移替え", KINDS.OTHER),
    ],
)
def test_what_a_row_states(label: str, kind: KINDS) -> None:
    assert budget_row_kind(label) is kind


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("予算の状況\n（千円）", "千円"),
        ("（単位：百万円）", "百万円"),
        ("執行額（百万円）", "百万円"),
        ("当初予算(a)", ""),
    ],
)
def test_the_unit_in_a_label(label: str, unit: str) -> None:
    assert printed_unit(label) == unit


def head(text: str, year: int) -> PrintedNendo:
    return PrintedNendo(text=text, nendo=Nendo(year=year))


def row(kind: KINDS, *amounts: tuple[str, PrintedNendo]) -> BudgetRow:
    cells = (BudgetAmount.model_validate(text).model_copy(update={"years": (year,)}) for text, year in amounts)
    return BudgetRow(label=kind.value, kind=kind, unit="百万円", amounts=tuple(cells))


def test_a_year_is_its_total_or_its_initial_budget_and_a_request_is_none() -> None:
    past, running, coming = head("29年度", 2017), head("30年度", 2018), head("31年度要求額", 2019)
    budget = Budget(
        rows=(
            row(KINDS.INITIAL, ("100", past), ("120", running), ("130", coming)),
            row(KINDS.TOTAL, ("110", past), ("－", running)),
            row(KINDS.EXECUTED, ("90", past), ("集計中", running)),
        )
    )
    assert list(budget.sums()) == [
        BudgetSum(nendo=Nendo(year=2017), budget=Decimal(110), executed=Decimal(90), unit="百万円"),
        BudgetSum(nendo=Nendo(year=2018), budget=Decimal(120), unit="百万円"),
    ]
    assert [amount.text for _, amount in budget.requests()] == ["130"]
    assert budget.years == (Nendo(year=2017), Nendo(year=2018))
