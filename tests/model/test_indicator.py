"""Indicators: names with their kind, and actuals that are reported or missing in one of six ways."""

import pytest

from monosashi.model import (
    Actual,
    Baseline,
    Indicator,
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
