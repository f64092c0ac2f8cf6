"""A value and its year in one cell: a year on a line of its own is no part of the value; one in brackets behind it is."""

import pytest

from monosashi.model import Nendo
from monosashi.reading.stacked_value import year_beside_value


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        ("平成22年度\n19.5%", "19.5%", 2010),
        ("19.5%\n平成22年度", "19.5%", 2010),
        ("583駅\n（H25年度）", "583駅", 2013),
        ("R6年度までに\n90集落", "90集落", 2024),
        ("約75%（24年度）", "約75%（24年度）", 2012),
        ("令和7年度 30橋", "30橋", 2025),
        ("42橋", "42橋", None),
        ("118千GJ\n（平成23年度～25年度の平均）", "118千GJ\n（平成23年度～25年度の平均）", None),
        ("平成28年度までに決まりを改める。", "平成28年度までに決まりを改める。", None),
        ("令和7年度", "令和7年度", None),
        ("", "", None),
    ],
)
def test_a_value_and_its_year(text: str, value: str, year: int | None) -> None:
    found = year_beside_value(text, Nendo(year=2012))
    assert (found.text, found.year.nendo and found.year.nendo.year) == (value, year)
