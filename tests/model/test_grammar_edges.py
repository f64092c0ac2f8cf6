"""Where the grammars of values and years stop: each text is one step beyond or short of what they take."""

from decimal import Decimal

import pytest

from monosashi.model import Amount, Nendo, Part, Quantity, YearKind
from monosashi.model.nendo import parse_nendo, parse_nendo_span, print_nendo_span
from monosashi.model.quantity import parse_quantity, print_quantity

#: The longest text that is read as a value.
LONGEST = 400


@pytest.mark.parametrize(
    "text",
    [
        "毎年度毎年度45件",
        "毎年度年度ごとに45件",
        "累計累計16社",
        "累計：累積16社",
        "目標：実績：12件",
        "実績：目標12件",
        "令和3年度：実績：12件",
        "第2章",
        "第12件",
        "セミナー3",
        "45件）",
        "（45件",
        "12（件",
        "12件 程度 以上",
        "1" + "0" * LONGEST,
    ],
)
def test_a_word_said_twice_or_a_bracket_left_open_makes_a_text(text: str) -> None:
    assert parse_quantity(text) is None


def test_a_value_may_be_as_long_as_a_cell() -> None:
    longest = parse_quantity("1" + "0" * (LONGEST - 1))
    assert longest is not None
    assert longest.value.adjusted() == LONGEST - 1


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("45件（うち（政務）レベル19件）", ("うち(政務)レベル19件",)),
        ("45件（（うち）政務レベル19件）", ("(うち)政務レベル19件",)),
        ("45件（うち政務（次官）級19件、その他26件）", ("うち政務(次官)級19件、その他26件",)),
        ("12件（うちうち3件）", ("うちうち3件",)),
        ("12件（ＸＸの平均）", ("XXの平均",)),
        ("12（B）件（C）", ("B", "C")),
    ],
)
def test_brackets_that_mean_nothing_known_stay_remarks(text: str, remarks: tuple[str, ...]) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.remarks, quantity.parts, quantity.mean_of) == (remarks, (), ())


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("12件（暫定値）（速報値）", "速報値"),
        ("12件（令和3年度）（令和4年度）", "令和4年度"),
        ("12件（50％）（60％）", "60%"),
        ("12件（国内3件）（国外4件）", "国外4件"),
    ],
)
def test_the_first_bracket_of_a_kind_means_and_the_second_is_a_remark(text: str, remark: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.remarks == (remark,)


@pytest.mark.parametrize(
    ("text", "like", "year"),
    [
        ("FY0000", 2020, None),
        ("FY0001", None, 1),
        ("99年度", 1990, 2010),
        ("99年度", 2020, 2024),
        ("100年度", 2020, None),
        ("0年度", 2020, None),
        ("平成0年度", None, None),
        ("平成99年度", None, 2087),
    ],
)
def test_the_years_an_era_has(text: str, like: int | None, year: int | None) -> None:
    found = parse_nendo(text, like=Nendo(year=like) if like else None)
    assert (found.year if found else None) == year


def test_a_span_is_no_longer_than_fifty_one_years() -> None:
    assert len(parse_nendo_span("平成元年度～令和21年度")) == 51
    assert parse_nendo_span("平成元年度～令和22年度") == ()


@pytest.mark.parametrize(
    ("first", "count", "printed"),
    [
        (2020, 1, "令和2年度"),
        (2020, 2, "令和2年度～令和3年度"),
        (1990, 51, "平成2年度～令和22年度"),
    ],
)
def test_a_run_of_years_is_printed_as_a_span(first: int, count: int, printed: str) -> None:
    assert print_nendo_span([Nendo(year=first + n) for n in range(count)]) == printed


def test_a_run_too_long_to_be_read_back_is_printed_as_a_list() -> None:
    years = [Nendo(year=1990 + n) for n in range(52)]
    assert "～" not in print_nendo_span(years)
    assert list(parse_nendo_span(print_nendo_span(years))) == years


@pytest.mark.parametrize(
    ("text", "year", "kind"),
    [
        ("0001年度", 1, YearKind.FISCAL),
        ("9999年度", 9999, YearKind.FISCAL),
        ("2020暦", 2020, YearKind.CALENDAR),
        ("2020暦年", 2020, YearKind.CALENDAR),
    ],
)
def test_the_first_year_the_last_and_those_of_the_calendar(text: str, year: int, kind: YearKind) -> None:
    assert parse_nendo(text) == Nendo(year=year, kind=kind)


def test_a_span_keeps_the_kind_of_its_years() -> None:
    years = [Nendo(year=2020, kind=YearKind.CALENDAR), Nendo(year=2021, kind=YearKind.CALENDAR)]
    assert print_nendo_span(years) == "令和2年～令和3年"
    assert list(parse_nendo_span("令和2年～令和3年")) == years


@pytest.mark.parametrize(
    ("name", "subset", "printed"),
    [
        ("国内", True, "45件（うち国内3件）"),
        ("国内", False, "45件（国内：3件）"),
        ("18歳未満", True, "45件（うち18歳未満：3件）"),
    ],
)
def test_a_part_whose_name_has_a_number_is_parted_from_its_own(name: str, subset: bool, printed: str) -> None:
    part = Part(name=name, amount=Amount(value=Decimal(3), unit="件"), subset=subset)
    assert print_quantity(Quantity(value=Decimal(45), unit="件", parts=(part,))) == printed
