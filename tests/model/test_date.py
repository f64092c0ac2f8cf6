"""Days and months in Japanese eras."""

import datetime as dt

import pytest

from monosashi.model import Nendo, PrintedDate, PrintedMonth, YearMonth
from monosashi.model.date import parse_date, parse_month, print_date, print_month


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和３年６月１８日", dt.date(2021, 6, 18)),
        ("令和３年６\n月18日", dt.date(2021, 6, 18)),
        ("令和元年５月１日", dt.date(2019, 5, 1)),
        ("平成31年4月30日", dt.date(2019, 4, 30)),
        ("平成28年 6月 2日", dt.date(2016, 6, 2)),
        ("昭和64年1月7日", dt.date(1989, 1, 7)),
        ("R3.6.18", dt.date(2021, 6, 18)),
        ("2021/6/18", dt.date(2021, 6, 18)),
        ("2021-06-18", dt.date(2021, 6, 18)),
        ("2021年6月18日", dt.date(2021, 6, 18)),
    ],
)
def test_a_day_as_printed(text: str, day: dt.date) -> None:
    assert PrintedDate.model_validate(text) == PrintedDate(text=text, date=day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "令和３年６月",
        "平成2年2月30日",
        "平成0年1月1日",
        "3年6月18日",
        "2021-13-01",
        "第201回国会",
        "令和3年6月18日閣議決定",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2019, 5, 1), "令和元年5月1日"),
        (dt.date(2019, 4, 30), "平成31年4月30日"),
        (dt.date(1989, 1, 8), "平成元年1月8日"),
        (dt.date(1989, 1, 7), "昭和64年1月7日"),
        (dt.date(1926, 12, 25), "昭和元年12月25日"),
        (dt.date(1926, 12, 24), "大正15年12月24日"),
        (dt.date(1912, 7, 30), "大正元年7月30日"),
        (dt.date(1912, 7, 29), "明治45年7月29日"),
        (dt.date(1872, 12, 31), "1872年12月31日"),
        (dt.date(2118, 1, 1), "2118年1月1日"),
    ],
)
def test_the_print_of_a_day(day: dt.date, printed: str) -> None:
    assert print_date(day) == printed
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("令和６年８月", YearMonth(year=2024, month=8)),
        ("令和６年８\n月頃", YearMonth(year=2024, month=8)),
        ("平成31年８月", YearMonth(year=2019, month=8)),
        ("令和６年８月31日", YearMonth(year=2024, month=8)),
        ("令和６年13月", None),
        ("６年８月", None),
        ("令和６年度", None),
        ("未定", None),
    ],
)
def test_a_month_as_printed(text: str, month: YearMonth | None) -> None:
    assert parse_month(text) == month
    assert PrintedMonth.model_validate(text) == PrintedMonth(text=text, month=month)


def test_the_print_of_a_month() -> None:
    assert print_month(YearMonth(year=2024, month=8)) == "令和6年8月"
    assert print_month(YearMonth(year=2019, month=4)) == "平成31年4月"
    assert print_month(YearMonth(year=2019, month=5)) == "令和元年5月"
    assert str(YearMonth(year=2024, month=8)) == "2024-08"


@pytest.mark.parametrize(("year", "month", "nendo"), [(2024, 3, 2023), (2024, 4, 2024), (2024, 12, 2024), (1, 1, 1)])
def test_the_fiscal_year_of_a_month(year: int, month: int, nendo: int) -> None:
    assert YearMonth(year=year, month=month).nendo == Nendo(year=nendo)
