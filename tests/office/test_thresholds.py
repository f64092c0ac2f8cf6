"""An office's thresholds file: what it sets, and every way in which it is refused."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.model import Terms, ThresholdSetting
from monosashi.model.error import MonosashiError
from monosashi.model.judgement import Basis, BasisSetting
from monosashi.office.thresholds import load_thresholds, parse_thresholds

BY = 'who = "政策評価室"\nwhen = 2024-04-01\nwhy = "前回の水準"\n'


def entry(name: str, value: str) -> str:
    return f'[[settings]]\nname = "{name}"\nvalue = {value}\n{BY}'


def test_what_a_file_sets(tmp_path: Path) -> None:
    file = tmp_path / "thresholds.toml"
    text = entry("near", "82.5") + entry("outside_factors", "true") + entry("about", "5") + entry("basis", '"progress"')
    file.write_text(text, encoding="utf-8")
    by = {"who": "政策評価室", "when": dt.date(2024, 4, 1), "why": "前回の水準"}
    assert load_thresholds(file) == Terms(
        settings=(
            ThresholdSetting(name="near", value=Decimal("82.5"), **by),
            ThresholdSetting(name="outside_factors", value=Decimal(1), **by),
            ThresholdSetting(name="about", value=Decimal(5), **by),
        ),
        basis=BasisSetting(value=Basis.PROGRESS, **by),
        about=Decimal(5),
    )


def test_an_empty_file_sets_nothing() -> None:
    assert parse_thresholds("") == Terms()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[settings]\n", "Expected"),
        ("near = 80\n", "near"),
        ("settings = 80\n", "[[settings]]"),
        ("settings = [80]\n", "settings"),
        (f'[[settings]]\nname = "near"\n{BY}', "value: Field required"),
        ('[[settings]]\nname = "near"\nvalue = 80\nwhen = 2024-04-01\nwhy = "前回"\n', "who: Field required"),
        (entry("near", "80").replace("政策評価室", ""), "who: String should have at least 1 character"),
        (entry("near", "80").replace("2024-04-01", '"いつか"'), "when: Input should be a valid date"),
        (entry("near", "80").replace("前回の水準", ""), "why: String should have at least 1 character"),
        (entry("near", "80") + 'unit = "%"\n', "unit: Extra inputs are not permitted"),
        (entry("near", '"たかい"'), "value: Input should be a valid decimal"),
        (entry("near", "inf"), "value: Input should be a finite number"),
        (entry("nere", "80"), "「nere」という閾値はありません"),
        (entry("maff_b", "40"), "「maff_b」という閾値はありません"),
        (entry("near", "120"), "「near」の120は100以下の数にしてください"),
        (entry("well_above", "90"), "「well_above」の90は100より大きい数にしてください"),
        (entry("about", "-5"), "「about」の-5は0以上の数にしてください"),
        (entry("near", "80") * 2, "「near」が二度あります"),
        (entry("basis", '"share"'), "value: Input should be 'level' or 'progress'"),
        (entry("basis", '"level"') * 2, "「basis」が二度あります"),
    ],
)
def test_what_is_refused_and_why(text: str, said: str) -> None:
    with pytest.raises(MonosashiError, match="bad-thresholds") as refused:
        parse_thresholds(text)
    assert said in refused.value.message.ja


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MonosashiError, match="bad-thresholds") as refused:
        load_thresholds(tmp_path / "none.toml")
    assert "none.toml" in refused.value.message.ja


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "sjis.toml"
    file.write_bytes(entry("near", "80").encode("cp932"))
    with pytest.raises(MonosashiError, match="bad-thresholds"):
        load_thresholds(file)
