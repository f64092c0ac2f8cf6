"""What stands beside a printed value: its meaning in plain digits, only where it adds something."""

import pytest

from monosashi.model import Noun, PrintedDate, PrintedMonth, PrintedNendo, ProgrammeName, Value
from monosashi.publishing.html.meaning import meaning
from monosashi.publishing.html.words import words


@pytest.mark.parametrize(
    ("noun", "ja", "en"),
    [
        (Value.model_validate("41回"), "", ""),
        (Value.model_validate("1,240件"), "", ""),
        (Value.model_validate("４１回"), "", ""),
        (Value.model_validate("41回程度"), "", "about 41回"),
        (Value.model_validate("△5.5％以上"), "-5.5%以上", "at least -5.5%"),
        (
            Value.model_validate("累計16社（目標値：12社）"),
            "累計 16社 · 当時の目標 12社",
            "16社 in total · earlier target 12社",
        ),
        (
            Value.model_validate("33回（平成30年度～令和2年度の平均）"),
            "33回 · 2018–2020の平均",
            "33回 · mean of 2018–2020",
        ),
        (Value.model_validate("54.6％（令和４年度）"), "54.6% · 2022年度の値", "54.6% · as of FY2022"),
        (Value.model_validate("よくなる"), "", ""),
        (Value.model_validate(""), "", ""),
        (PrintedNendo.model_validate("令和元年度"), "2019年度", "FY2019"),
        (PrintedNendo.model_validate("令和2事務年度"), "2020事務年度", "tax business year 2020"),
        (PrintedNendo.model_validate("平成30年"), "2018年", "2018"),
        (PrintedNendo.model_validate("いつか"), "", ""),
        (PrintedDate.model_validate("令和３年６月１８日"), "2021-06-18", "2021-06-18"),
        (PrintedMonth.model_validate("令和６年８月"), "2024-08", "2024-08"),
        (ProgrammeName.model_validate("港湾事業(平成20年度)"), "2008年度開始", "since FY2008"),
    ],
)
def test_meaning(noun: Noun, ja: str, en: str) -> None:
    assert (meaning(noun, words("ja")), meaning(noun, words("en"))) == (ja, en)
