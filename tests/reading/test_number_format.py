"""What a spreadsheet shows for a number or a day, code by code."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Nendo
from monosashi.model.date import parse_date
from monosashi.model.nendo import parse_nendo
from monosashi.reading.number_format import format_value, print_general

NUMBERS = [
    # units that live in the format alone
    ("41", '0"回程度"', "41回程度"),
    ("41", r"0\回", "41回"),
    ("41", "0回", "41回"),
    ("26700", '#,##0"百万円"', "26,700百万円"),
    ("16", '"累計"0"社"', "累計16社"),
    ("70000", '"約"#,##0"ha"', "約70,000ha"),
    ("45", '"件数："0"件"_ ', "件数：45件"),
    # digits
    ("140", "0000", "0140"),
    ("12345", "000-0000", "001-2345"),
    ("5", "0,000", "0,005"),
    ("1234567", "#,##0", "1,234,567"),
    ("999.5", "#,##0", "1,000"),
    ("1.005", "0.00", "1.01"),
    ("1.0049999999999999", "0.00", "1.01"),
    ("0", "#", ""),
    ("12", "#.##", "12."),
    ("0.5", "#.##", ".5"),
    ("63.5", "0.0##", "63.5"),
    ("63.5", "0.00", "63.50"),
    ("3.14", "?.???", "3.14"),
    ("1234567", '#,##0,"千円"', "1,235千円"),
    ("1234567", "0.0,,", "1.2"),
    ("0.635", "0.0%", "63.5%"),
    ("0.63500000000000001", "0.0％", "0.6％"),
    ("1.08", "(0%)", "(108%)"),
    # minus
    ("-288349", "#,##0;△ #,##0", "△ 288,349"),
    ("-356601", "#,##0;[Red]▲ #,##0", "▲ 356,601"),
    ("-23940", "#,##0;[赤]-#,##0", "-23,940"),
    ("-1234.5", "#,##0.0_);(#,##0.0)", "(1,234.5)"),
    ("-5", '"約"0', "-約5"),
    ("-0.3", "0", "0"),
    ("-41", "0", "-41"),
    # zero and the accounting formats
    ("0", '#,##0;▲#,##0;"－"', "－"),
    ("0", '#,##0;"▲"#,##0', "0"),
    ("41", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "41"),
    ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
    ("5", ";;;", ""),
    ("5", "@", "5"),
    ("5", '0;-0;0;"「"@"」"', "5"),
    ("1234", "[$¥-411]#,##0", "¥1,234"),
    ("1234", "[$-411]#,##0", "1,234"),
    # conditions
    ("120", '[>=100]0"大";[>=10]0"中";0"小"', "120大"),
    ("12", '[>=100]0"大";[>=10]0"中";0"小"', "12中"),
    ("-5", '[>=100]0"大";[>=10]0"中";0"小"', "-5小"),
    ("-5", '[<0]"△"0;0', "△5"),
    ("-5", '[>=0]0;"△"0', "△5"),
    ("1", '[=1]"済";[=0]"未";0', "済"),
    ("0", '[=1]"済";[=0]"未";0', "未"),
    ("7", "[<>7]0", "7"),
    # powers and fractions
    ("123456", "0.00E+00", "1.23E+05"),
    ("0.00012", "0.0E-00", "1.2E-04"),
    ("9.999", "0.0E+0", "1.0E+1"),
    ("12345", "##0.0E+0", "12.3E+3"),
    ("0", "0.0E+0", "0.0E+0"),
    ("1.75", "# ?/?", "1 3/4"),
    ("0.25", "# ??/??", "1/4"),
    ("2", "# ?/?", "2"),
    ("0", "# ?/?", "0"),
    ("2.5", "?/2", "5/2"),
    ("1.999", '# ?/4"杯"', "2杯"),
    # digits of other scripts
    ("41", '[DBNum3]0"回"', "４１回"),
    ("41", '[DBNum1]0"回"', "四一回"),
    # General, and what is taken for it
    ("41.0", "General", "41"),
    ("1.5", 'General"倍"', "1.5倍"),
    ("1.5", 'G/標準"倍"', "1.5倍"),
    ("-1.5", "general", "-1.5"),
    ("0.63500000000000001", "", "0.635"),
    ("3", "0;0;0;0;0", "3"),
    ("4", '[>9]0"回"', "4"),
    ("5", '"unclosed', "unclosed"),
    # a series of years as plain numbers
    ("3", '"令和"0"年度"', "令和3年度"),
]

DATES = [
    ("44365", '[$-411]ggge"年"m"月"d"日"', "令和3年6月18日"),
    ("44365", '[$-411]ggge"年"mm"月"dd"日";@', "令和3年06月18日"),
    ("44365", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和3年6月18日"),
    ("43586", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和元年5月1日"),
    ("43585", '[$-411]ggge"年度"', "平成31年度"),
    ("32515", "ggge", "昭和64"),
    ("32516", "ggge", "平成1"),
    ("1", "ggge", "明治33"),
    ("44365", "ge.m.d", "R3.6.18"),
    ("44365", "gge.mm.dd", "令3.06.18"),
    ("44365", "ee", "03"),
    ("44365", "rr", "令和03"),
    ("44365", 'yyyy"年度"', "2021年度"),
    ("44365", "yy/m/d", "21/6/18"),
    ("44365", "yyyy-mm-dd", "2021-06-18"),
    ("44365", 'm"月"d"日"(aaa)', "6月18日(金)"),
    ("44365", "aaaa", "金曜日"),
    ("44365", "mmm d, yyyy", "Jun 18, 2021"),
    ("44365", "dddd mmmm", "Friday June"),
    ("44365", "ddd mmmmm", "Fri J"),
    ("44365", '[DBNum1][$-411]ggge"年"m"月"d"日"', "令和三年六月十八日"),
    ("44365", '[DBNum3][$-411]ggge"年"m"月"d"日"', "令和３年６月１８日"),
    ("44365.5", "h:mm AM/PM", "12:00 PM"),
    ("44365.25", "[$-411]AM/PM h:mm", "午前 6:00"),
    ("44365.62361111111112", "yyyy/m/d h:mm:ss", "2021/6/18 14:58:00"),
    ("0.999999", "h:mm:ss", "0:00:00"),
    ("0.51", "h:mm:ss.00", "12:14:24.00"),
    ("0.0000116", "s.00", "1.00"),
    ("1.5", "[h]:mm", "36:00"),
    ("0.5", "[mm]:ss", "720:00"),
    ("60", "yyyy/m/d", "1900/2/29"),
    ("59", "yyyy/m/d", "1900/2/28"),
    ("0", "yyyy/m/d", "1900/1/0"),
    ("-1", "yyyy/m/d", "-1"),
    ("2958466", "yyyy/m/d", "2958466"),
]


@pytest.mark.parametrize(("number", "code", "shown"), NUMBERS + DATES)
def test_number_is_shown_as_the_code_says(number: str, code: str, shown: str) -> None:
    assert format_value(Decimal(number), code) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("2.33333333333333335", "2.333333333"),
        ("1234567.891", "1234567.891"),
        ("123456789.123456", "123456789.1"),
        ("12345678901", "12345678901"),
        ("123456789012", "1.23457E+11"),
        ("0.00001", "0.00001"),
        ("0.0000123456", "1.23456E-05"),
        ("0.1", "0.1"),
        ("-0.30000000000000004", "-0.3"),
    ],
)
def test_general_shows_eleven_characters(number: str, shown: str) -> None:
    assert print_general(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (True, "0", "TRUE"),
        (False, "General", "FALSE"),
        (dt.date(2021, 6, 18), "General", "2021/6/18"),
        (dt.date(2021, 6, 18), '[$-411]ggge"年"m"月"d"日"', "令和3年6月18日"),
        (dt.datetime.fromisoformat("2021-06-18T09:30"), "General", "2021/6/18 9:30"),
        (dt.datetime.fromisoformat("2021-06-18T09:30"), "h:mm", "9:30"),
        (dt.time(9, 30), "General", "9:30"),
        (dt.time(9, 30, 5), "0", "9:30:05"),
        (dt.timedelta(hours=30), "General", "30:00:00"),
    ],
)
def test_days_times_and_truth(value: dt.date | dt.time | dt.timedelta | bool, code: str, shown: str) -> None:
    assert format_value(value, code) == shown


def test_serial_numbers_from_1904_are_shifted_only_under_a_date() -> None:
    assert format_value(Decimal("42903"), "yyyy/m/d", epoch_1904=True) == "2021/6/18"
    assert format_value(Decimal("42903"), "#,##0", epoch_1904=True) == "42,903"


CODES = st.text(st.sampled_from('0#?.,;%/@EegyrmdhsaAPM[]<>=$-+\\"_* 回年月日約△▲4１DBNumGeneral()'), max_size=40)
DIGITS = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1E308"), max_value=Decimal("1E308"))


@given(DIGITS, CODES)
def test_no_code_crashes(number: Decimal, code: str) -> None:
    assert isinstance(format_value(number, code), str)


@given(st.decimals(), st.text(max_size=300))
def test_no_text_as_code_and_no_number_crashes(number: Decimal, code: str) -> None:
    assert isinstance(format_value(number, code), str)


@given(st.integers(-(10**10), 10**10))
def test_a_whole_number_is_shown_by_its_digits(number: int) -> None:
    assert format_value(Decimal(number), "General") == str(number)
    assert format_value(Decimal(number), "#,##0") == f"{number:,}"
    assert format_value(Decimal(number), "0.0%") == f"{number * 100}.0%"


@given(st.dates(dt.date(1912, 7, 30), dt.date(2100, 1, 1)))
def test_an_era_date_means_the_day_it_was_made_from(day: dt.date) -> None:
    assert parse_date(format_value(day, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"')) == day
    assert parse_nendo(format_value(day, '[$-411]ggge"年度"')) == Nendo(year=day.year)
    assert format_value(day, "yyyy-mm-dd") == day.isoformat()
