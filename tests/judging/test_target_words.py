"""What a target's words say beyond one number, and what stays words."""

from decimal import Decimal

import pytest

from monosashi.judging.target_words import BandTarget, Base, RuleTarget, TimeLimit, keeps, target_words
from monosashi.model import Comparator, Quantity

D = Decimal


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("40～50％", BandTarget(D(40), D(50), "%")),
        ("４０％〜５０％", BandTarget(D(40), D(50), "%")),
        ("90±10点", BandTarget(D(80), D(100), "点")),
        ("5以上10未満", BandTarget(D(5), D(10), "", high_strict=True)),
        ("40％超50％以下", BandTarget(D(40), D(50), "%", low_strict=True)),
        ("5～6回程度", BandTarget(D(5), D(6), "回", approximate=True)),
        ("3.0haから5.0ha", BandTarget(D("3.0"), D("5.0"), "ha")),
    ],
)
def test_bands(text: str, band: BandTarget) -> None:
    assert target_words(text) == band


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("前年度以上", RuleTarget(Base.PREVIOUS_YEAR, Comparator.AT_LEAST)),
        ("前年度実績値以下", RuleTarget(Base.PREVIOUS_YEAR, Comparator.AT_MOST)),
        ("前年度以上\n（過去の最高値以上）", RuleTarget(Base.BEST_SO_FAR, Comparator.AT_LEAST)),
        ("前年度実績（12件）以上", RuleTarget(Base.PREVIOUS_YEAR, Comparator.AT_LEAST)),
        ("前年度を上回ること", RuleTarget(Base.PREVIOUS_YEAR, Comparator.ABOVE)),
        ("前年度並み", RuleTarget(Base.PREVIOUS_YEAR, None, approximate=True)),
        ("現状維持", RuleTarget(Base.BASELINE, None, keeps=True)),
        ("維持する", RuleTarget(Base.BASELINE, None, keeps=True)),
        ("基準値比20％削減", RuleTarget(Base.BASELINE, Comparator.AT_MOST, change=D(-20))),
        ("前年度比＋５％", RuleTarget(Base.PREVIOUS_YEAR, Comparator.AT_LEAST, change=D(5))),
        ("前年度比3ポイント増", RuleTarget(Base.PREVIOUS_YEAR, Comparator.AT_LEAST, change=D(3), relative=False)),
        ("基準値の1.2倍以上", RuleTarget(Base.BASELINE, Comparator.AT_LEAST, factor=D("1.2"))),
    ],
)
def test_rules(text: str, rule: RuleTarget) -> None:
    assert target_words(text) == rule


def test_time_limits() -> None:
    assert target_words("全ての報告の受理後90日以内") == TimeLimit(D(90), "日")
    assert target_words("30日以内に処理した割合95％以上") == TimeLimit(D(30), "日", D(95), share_printed=True)


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("100％を維持", D(100), Comparator.EXACTLY),
        ("毎年度90％以上を維持する", D(90), Comparator.AT_LEAST),
        ("年間30件以上とする", D(30), Comparator.AT_LEAST),
        ("各年度において30件以下", D(30), Comparator.AT_MOST),
    ],
)
def test_a_number_with_words_around_it(text: str, value: Decimal, bound: Comparator) -> None:
    found = target_words(text)
    assert isinstance(found, Quantity)
    assert (found.value, found.comparator) == (value, bound)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "－",
        "道を整える。",
        "令和3～5年度",
        "23～25年度",
        "前年度",
        "※５",
        "50～40％",
        "40人～50％",
        "9" * 300,
        "前" * 200,
    ],
)
def test_words_stay_words(text: str) -> None:
    assert target_words(text) is None


def test_words_that_keep() -> None:
    assert [keeps(text) for text in ("100％を維持", "維持管理の件数3件", "3件")] == [True, False, False]
