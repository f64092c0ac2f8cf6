"""What one cell says as a head of a table of indicators."""

import pytest

from monosashi.forms import default_form, forms, indicator_words, widened
from monosashi.model import Nendo
from monosashi.reading.headword import head_word, head_year

WORDS = indicator_words(widened(default_form(), forms()))
LIKE = Nendo(year=2021)


@pytest.mark.parametrize(
    ("text", "role", "year", "unit"),
    [
        ("基準\n（値）", "baseline", None, ""),
        ("初期値（H25年度）", "baseline", 2013, ""),
        ("目標値\n令和７年度", "target", 2025, ""),
        ("目標値\n（目標年度）", "target", None, ""),
        ("令和３年度\n実績値", "yearly_actual", 2021, ""),
        ("令和2年度の目標値", "target", 2020, ""),
        ("実績値（％）", "yearly_actual", None, "%"),
        ("実績値（単位：件）", "yearly_actual", None, "件"),
        ("Base year\n基準年度", "baseline_year", None, ""),
        ("測 定 指 標\n（数字に○を付した測定指標は、主要な測定指標）", "indicator", None, ""),
        ("R2", "", 2020, ""),
        ("(28年度)", "", 2016, ""),
        ("　年度", "year", None, ""),
        ("年度ごとの目標値\n年度ごとの実績値", "yearly", None, ""),
        ("実績値（下段：年度ごとの目標値）", "yearly_actual_first", None, ""),
    ],
)
def test_a_head(text: str, role: str, year: int | None, unit: str) -> None:
    said = head_word(text, WORDS, LIKE)
    assert said is not None
    nendo = said.year.year.nendo if said.year else None
    assert (said.role, nendo.year if nendo else None, said.unit) == (role, year, unit)


@pytest.mark.parametrize(
    "text", ["", "42橋", "－", "目標を高く掲げて進めることとした。", "1 橋の数", "令和3年度に橋を直した"]
)
def test_what_is_no_head(text: str) -> None:
    assert head_word(text, WORDS, LIKE) is None


def test_a_year_with_exceptions() -> None:
    year = head_year("H25年度\n（①②は26年度、③は29年度）", None)
    assert year is not None
    assert [year.of(mark).nendo for mark in "①②③④"] == [Nendo(year=n) for n in (2014, 2014, 2017, 2013)]
    assert (year.of("③").text, year.of("④").text) == ("29年度", "H25年度")
