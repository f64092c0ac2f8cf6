"""Which years, months and days a text prints, and which of them cannot be."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing.printed_years import printed_since, year_words
from monosashi.model.date import ERA_FIRST_DAYS, print_date
from monosashi.model.nendo import Nendo, print_nendo
from tests.auditing.sheets import changed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("平成28年２月30日", [(2016, 2, 30)]),
        ("令和元年６月\n21日（令和２年７月一部改正）", [(2019, 6, 21), (2020, 7, None)]),
        ("平成23年度～令和４年度", [(2011, None, None), (2022, None, None)]),
        ("H34", [(2022, None, None)]),
        ("Ｒ５事務年度", [(2023, None, None)]),
        ("㍻30年度", [(2018, None, None)]),
        ("平成０年度", [(None, None, None)]),
        ("2016.2.30", [(2016, 2, 30)]),
        ("28年2月3日", [(None, 2, 3)]),
        ("23～25年度", []),
        ("34年度", []),
        ("1.2.30", []),
        ("FY2020", []),
        ("昭和通り", []),
        ("March2020", []),
    ],
)
def test_the_words_of_a_text(text: str, found: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(word.year, word.month, word.day) for word in year_words(text)] == found


@given(st.dates(min_value=ERA_FIRST_DAYS["明治"]))
def test_a_day_that_was_or_will_be_is_possible(day: dt.date) -> None:
    words = list(year_words(print_date(day)))
    assert [(word.year, word.month, word.day, word.impossible, word.era_end) for word in words] == [
        (day.year, day.month, day.day, False, None)
    ]


@given(st.integers(1873, 2117))
def test_a_fiscal_year_in_its_era_is_possible(year: int) -> None:
    words = list(year_words(print_nendo(Nendo(year=year))))
    assert [(word.year, word.impossible, word.era_end) for word in words] == [(year, False, None)]


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("平成31年度", None),
        ("平成31年４月30日", None),
        ("平成31年５月１日", "2019-04-30"),
        ("平成31年５月", "2019-04-30"),
        ("平成34年度", "2019-04-30"),
        ("昭和64年１月７日", None),
        ("昭和65年度", "1989-01-07"),
        ("大正16年", "1926-12-24"),
        ("明治45年７月29日", None),
        ("令和90年度", None),
    ],
)
def test_the_end_of_an_era(text: str, ended: str | None) -> None:
    assert [str(word.era_end) if word.era_end else None for word in year_words(text)] == [ended]


@pytest.mark.parametrize(
    ("title", "label", "month", "since"),
    [
        ("事前分析表（令和３年度実施政策）", "政策評価実施予定時期", "令和６年８月", 2021),
        ("施策目標個票", "政策評価実施予定時期", "令和６年８月", None),
        ("施策目標個票", "政策評価実施時期", "令和６年８月", 2024),
        ("平成30年度実施施策に係る政策評価書", "政策評価実施時期", "令和元年８月", 2019),
        # what is itself printed by an era that had ended tells nothing
        ("平成34年度実施施策", "政策評価実施時期", "平成35年８月", None),
    ],
)
def test_the_year_a_sheet_is_not_older_than(title: str, label: str, month: str, since: int | None) -> None:
    statement = {"role": "evaluation_month", "label": label, "text": month}
    assert printed_since(changed({"/title": title, "/policy/statements/1": statement})) == since
