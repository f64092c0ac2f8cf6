"""Years: eras, kinds of year, spans, and what is no year."""

import datetime as dt

import pytest

from monosashi.model import Nendo, PrintedNendo, YearKind
from monosashi.model.nendo import parse_nendo, parse_nendo_span, print_nendo, print_nendo_span

FISCAL, BUSINESS, CALENDAR = YearKind.FISCAL, YearKind.BUSINESS, YearKind.CALENDAR


@pytest.mark.parametrize(
    ("text", "year", "kind"),
    [
        ("令和元年度", 2019, FISCAL),
        ("平成31年度", 2019, FISCAL),
        ("令和１年度", 2019, FISCAL),
        ("平成34年度", 2022, FISCAL),
        ("昭和24年度", 1949, FISCAL),
        ("昭和63", 1988, FISCAL),
        ("大正10年度", 1921, FISCAL),
        ("明治45年度", 1912, FISCAL),
        ("Ｈ２５年度", 2013, FISCAL),
        ("H16年度", 2004, FISCAL),
        ("R2年度", 2020, FISCAL),
        ("R1", 2019, FISCAL),
        ("s60年度", 1985, FISCAL),
        ("㋿3年度", 2021, FISCAL),
        ("㍻30年度", 2018, FISCAL),
        ("2021年度", 2021, FISCAL),
        ("2021", 2021, FISCAL),
        ("令和2事務年度", 2020, BUSINESS),
        ("令和元事務年度", 2019, BUSINESS),
        ("令和2年", 2020, CALENDAR),
        ("令和2暦年", 2020, CALENDAR),
        ("2020年", 2020, CALENDAR),
        ("令和2年度末", 2020, FISCAL),
        ("令和 2 年 度", 2020, FISCAL),
    ],
)
def test_a_year_as_printed(text: str, year: int, kind: YearKind) -> None:
    assert parse_nendo(text) == Nendo(year=year, kind=kind)
    assert PrintedNendo.model_validate(text) == PrintedNendo(text=text, nendo=Nendo(year=year, kind=kind))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "年度",
        "平成0年度",
        "元年度",
        "25年度",
        "25",
        "毎年度",
        "令和",
        "令和100年度",
        "0000年度",
        "令和3年度以降",
        "年度ごと",
    ],
)
def test_what_is_no_year(text: str) -> None:
    assert parse_nendo(text) is None


@pytest.mark.parametrize(
    ("text", "like", "year"),
    [("25年度", 2014, 2013), ("3年度", 2021, 2021), ("31年度", 2018, 2019), ("63年度", 1989, 1988)],
)
def test_a_year_without_era_borrows_its_neighbours(text: str, like: int, year: int) -> None:
    assert parse_nendo(text, Nendo(year=like)) == Nendo(year=year)


def test_a_neighbour_lends_the_nearest_era_to_the_first_year() -> None:
    assert parse_nendo("元年度", Nendo(year=2020)) == Nendo(year=2019)
    assert parse_nendo("元年度", Nendo(year=1991)) == Nendo(year=1989)
    assert parse_nendo("元年度") is None


def test_a_year_after_the_letters_of_an_english_label() -> None:
    assert parse_nendo("FY2020") == parse_nendo("ＦＹ2020") == Nendo(year=2020)
    assert parse_nendo("FY20") is None


@pytest.mark.parametrize(
    ("nendo", "printed"),
    [
        (Nendo(year=2019), "令和元年度"),
        (Nendo(year=2018), "平成30年度"),
        (Nendo(year=1989), "平成元年度"),
        (Nendo(year=1868), "明治元年度"),
        (Nendo(year=1867), "1867年度"),
        (Nendo(year=2117), "令和99年度"),
        (Nendo(year=2118), "2118年度"),
        (Nendo(year=25), "0025年度"),
        (Nendo(year=2020, kind=BUSINESS), "令和2事務年度"),
        (Nendo(year=2020, kind=CALENDAR), "令和2年"),
    ],
)
def test_the_print_of_a_year(nendo: Nendo, printed: str) -> None:
    assert print_nendo(nendo) == str(nendo) == printed
    assert parse_nendo(printed) == nendo


@pytest.mark.parametrize(
    ("nendo", "first", "last"),
    [
        (Nendo(year=2020), dt.date(2020, 4, 1), dt.date(2021, 3, 31)),
        (Nendo(year=2020, kind=BUSINESS), dt.date(2020, 7, 1), dt.date(2021, 6, 30)),
        (Nendo(year=2020, kind=CALENDAR), dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        (Nendo(year=9999), dt.date(9999, 4, 1), dt.date(9999, 12, 31)),
    ],
)
def test_the_days_of_a_year(nendo: Nendo, first: dt.date, last: dt.date) -> None:
    assert (nendo.first_day, nendo.last_day) == (first, last)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("平成30年度～令和2年度", [2018, 2019, 2020]),
        ("平成30年度から令和2年度", [2018, 2019, 2020]),
        ("平成23年度～25年度", [2011, 2012, 2013]),
        ("平成23～25年度", [2011, 2012, 2013]),
        ("平成23 ～ 25年度", [2011, 2012, 2013]),
        ("令和元年度~令和2年度", [2019, 2020]),
        ("平成30年度、令和2年度", [2018, 2020]),
        ("令和2年度", [2020]),
        ("令和2年度～令和2年度", [2020]),
        ("", []),
        ("23～25年度", []),
        ("令和2年度～平成30年度", []),
        ("平成元年度～令和99年度", []),
        ("令和2年度、随時", []),
        ("1～2～3年度", []),
    ],
)
def test_a_span_of_years(text: str, years: list[int]) -> None:
    assert [nendo.year for nendo in parse_nendo_span(text)] == years


def test_the_print_of_a_span() -> None:
    run = [Nendo(year=2018), Nendo(year=2019), Nendo(year=2020)]
    assert print_nendo_span(run) == "平成30年度～令和2年度"
    assert print_nendo_span([run[0], run[2]]) == "平成30年度、令和2年度"
    assert print_nendo_span([run[0], Nendo(year=2019, kind=CALENDAR)]) == "平成30年度、令和元年"
    assert print_nendo_span(run[:1]) == "平成30年度"
    assert print_nendo_span([]) == ""
