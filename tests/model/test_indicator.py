"""Indicators: names with their kind, and actuals that are reported or missing in one of six ways."""

import pytest

from monosashi.model import (
    Actual,
    Baseline,
    Indicator,
    Judged,
    Kind,
    Measure,
    MeasureName,
    Number,
    PrintedNendo,
    State,
    Target,
    Value,
    YearTarget,
)
from monosashi.model.indicator import read_actual

R2, R3 = PrintedNendo.model_validate("令和２年度"), PrintedNendo.model_validate("令和３年度")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("移動図書館の利用者数\n＜アウトカム指標＞", "移動図書館の利用者数", Kind.OUTCOME),
        ("＜アウトプット指標＞\n実施\n回数", "実施回数", Kind.OUTPUT),
        ("利用者数（アウトカム）", "利用者数", Kind.OUTCOME),
        ("利用者数 【アウトプット 指標】 （累計）", "利用者数（累計）", Kind.OUTPUT),
        ("利用者数（※３）", "利用者数（※３）", None),
        ("アウトカムの把握", "アウトカムの把握", None),
        ("", "", None),
    ],
)
def test_a_measures_name(text: str, name: str, kind: Kind | None) -> None:
    assert MeasureName.model_validate(text) == MeasureName(text=text, name=name, kind=kind)


@pytest.mark.parametrize(
    ("text", "name", "primary", "unit"),
    [
        ("段差解消率＊", "段差解消率", True, ""),
        ("段差解消率*\n", "段差解消率", True, ""),
        ("［主要］荷の割合（単位：％）", "荷の割合", True, "%"),
        ("歩数（アウトカム）\n【新経済・財政再生計画 改革工程表のＫＰＩ】", "歩数", False, ""),
        ("施設の数（主要な港）", "施設の数（主要な港）", False, ""),
        ("5*3の格子の数", "5*3の格子の数", False, ""),
    ],
)
def test_marks_and_tags_are_no_part_of_the_name(text: str, name: str, primary: bool, unit: str) -> None:
    found = MeasureName.model_validate(text)
    assert (found.name, found.primary, found.unit) == (name, primary, unit)


@pytest.mark.parametrize(
    ("number", "group", "primary_mark", "circle_marks", "primary"),
    [
        ("①", "", "", True, True),
        ("①", "", "", False, False),
        ("1", "", "○", False, True),
        ("1", "", "－", False, False),
        ("19①", "駅の割合＊", "", True, True),
        ("19①", "駅の割合", "", True, False),
    ],
)
def test_a_primary_indicator(number: str, group: str, primary_mark: str, circle_marks: bool, primary: bool) -> None:
    indicator = Indicator(
        number=Number.model_validate(number),
        group=group,
        primary_mark=primary_mark,
        circle_marks=circle_marks,
        measures=(),
    )
    assert (indicator.primary, indicator.group_name) == (primary, group.rstrip("＊"))


@pytest.mark.parametrize(
    ("text", "sign", "forecast"),
    [
        ("○", "○", False),
        ("（○）", "○", True),
        ("(△)", "△", True),
        ("Ａ", "A", False),
        ("達成", "達成", False),
        ("", "", False),
    ],
)
def test_a_judgement_in_brackets_is_a_forecast(text: str, sign: str, forecast: bool) -> None:
    assert Judged.model_validate(text) == Judged(text=text, sign=sign, forecast=forecast)


@pytest.mark.parametrize(
    ("text", "year", "expected", "state"),
    [
        ("０件", R3, True, State.REPORTED),
        ("45件（令和2年度）", R3, True, State.REPORTED),
        ("講習会を２回開いた。", R3, True, State.REPORTED),
        ("-", R3, True, State.NOT_YET),
        ("－", R3, False, State.NOT_YET),
        ("", R3, True, State.NOT_YET),
        ("", R3, False, State.UNSTATED),
        ("-", R2, True, State.UNSTATED),
        ("", R2, True, State.UNSTATED),
        ("集計中", R2, True, State.COMPILING),
        ("集計\n中（令和９年８月公表予定）", R3, True, State.COMPILING),
        ("調査中止", R3, True, State.NOT_SURVEYED),
        ("未公表", R3, True, State.NOT_PUBLISHED),
        ("該当なし", R3, True, State.NOT_APPLICABLE),
    ],
)
def test_an_actual_is_reported_or_missing_in_one_of_six_ways(
    text: str, year: PrintedNendo, expected: bool, state: State
) -> None:
    found = read_actual(text, year, 2021, expected=expected)
    assert found == Actual(year=year, value=Value.model_validate(text), state=state)


def test_without_the_sheets_own_year_a_dash_is_not_yet() -> None:
    assert read_actual("-", R2, None).state is State.NOT_YET
    assert read_actual("-", PrintedNendo(text="？"), 2021).state is State.NOT_YET


def test_a_measure_knows_its_label_and_unit() -> None:
    measure = Measure(
        name=MeasureName.model_validate("回数"),
        baseline=Baseline(value=Value.model_validate("41回")),
        target=Target(value=Value.model_validate("増やす")),
        targets=(YearTarget(years=(R3,), value=Value.model_validate("年度ごとに政策協議等：41回程度")),),
    )
    assert (measure.label, measure.unit) == ("政策協議等", "回")
    nothing = Measure(name=MeasureName.model_validate("回数"))
    assert (nothing.label, nothing.unit) == ("", "")


@pytest.mark.parametrize(("number", "primary"), [("④", True), ("4", False), ("（４）", False)])
def test_a_circle_makes_an_indicator_primary(number: str, primary: bool) -> None:
    assert Indicator(number=Number.model_validate(number), measures=()).primary is primary
