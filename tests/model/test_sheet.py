"""The tree of a sheet: what it is asked, what makes two sheets the same, and the addresses of its leaves."""

import pytest

from monosashi.model import (
    Goal,
    Indicator,
    Label,
    Lever,
    Measure,
    MeasureName,
    Number,
    Policy,
    Sheet,
    Statement,
    StatementRole,
    Title,
    Value,
    same,
)
from monosashi.model.evaluation import CommonGrade, Told
from monosashi.model.path import leaves, resolve


def indicator(number: str, *names: str) -> Indicator:
    measures = tuple(Measure(name=MeasureName.model_validate(name)) for name in names)
    return Indicator(number=Number.model_validate(number), measures=measures)


SHEET = Sheet(
    title=Title.model_validate("事前分析表（令和３年度）"),
    labels=(Label(role="indicators.goal", text="施策目標"),),
    goals=(
        Goal(text="港", levers=(Lever(text="船", indicators=(indicator("①", "便数"), indicator("2", "客", "荷"))),)),
        Goal(text="山", levers=(Lever(text="道", indicators=(indicator("3", "橋"),)),)),
    ),
)


def test_indicators_and_measures_in_printed_order() -> None:
    assert [(path, each.number.text) for path, each in SHEET.indicators()] == [
        ("/goals/0/levers/0/indicators/0", "①"),
        ("/goals/0/levers/0/indicators/1", "2"),
        ("/goals/1/levers/0/indicators/0", "3"),
    ]
    assert [(path, under.number.text, each.name.text) for path, under, each in SHEET.measures()] == [
        ("/goals/0/levers/0/indicators/0/measures/0", "①", "便数"),
        ("/goals/0/levers/0/indicators/1/measures/0", "2", "客"),
        ("/goals/0/levers/0/indicators/1/measures/1", "2", "荷"),
        ("/goals/1/levers/0/indicators/0/measures/0", "3", "橋"),
    ]


def test_the_result_is_told_by_the_first_statement_that_has_words() -> None:
    statements = [
        ("目標達成度合いの測定結果", ""),
        ("（各行政機関共通区分）", "目標達成"),
        ("施策１", "相当程度進展あり"),
    ]
    policy = Policy(
        statements=tuple(Statement(role=StatementRole.RESULT, label=label, text=text) for label, text in statements)
    )
    evaluation = Sheet(policy=policy).evaluation
    assert evaluation.result == Told(path="/policy/statements/1/text", text="目標達成")
    assert evaluation.grade is CommonGrade.MET
    assert evaluation.grounds == Told()


def test_a_label_by_its_role() -> None:
    assert SHEET.label("indicators.goal") == "施策目標"
    assert SHEET.label("indicators.lever") == ""


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("政策の\n概要", "政策の概要", True),
        ("政策の \n　概要", "政策の概要", True),
        ("政策の 概要", "政策の概要", False),
        ("①", "1", False),
        ("４", "4", False),
    ],
)
def test_the_same_but_for_where_lines_break(left: str, right: str, equal: bool) -> None:
    one, other = (Statement(role=StatementRole.OTHER, label="", text=text) for text in (left, right))
    assert same(one, other) is equal


def test_meaning_counts_too() -> None:
    assert same(Value.model_validate("12件"), Value.model_validate("12\n件"))
    assert not same(Value.model_validate("12件"), Value(text="12件", quantity=None))


def test_a_path_leads_to_what_it_names() -> None:
    assert resolve(SHEET, "/goals/1/levers/0/indicators/0/number") == Number.model_validate("3")
    assert resolve(SHEET, "/goals/1/text") == "山"
    assert resolve(SHEET, "") is SHEET


@pytest.mark.parametrize("path", ["/goals/2", "/goals/x", "/nothing", "/goals/0/text/more"])
def test_a_path_to_nowhere(path: str) -> None:
    with pytest.raises(KeyError, match=path):
        resolve(SHEET, path)


def test_leaves_are_what_is_printed() -> None:
    found = dict(leaves(SHEET.goals[1], "/goals/1"))
    here = "/goals/1/levers/0/indicators/0"
    assert {path: text for path, text in found.items() if text} == {
        "/goals/1/text": "山",
        "/goals/1/levers/0/text": "道",
        f"{here}/number": "3",
        f"{here}/measures/0/name": "橋",
    }
    assert "/labels/0/role" not in dict(leaves(SHEET))
    assert "/title/nendo" not in dict(leaves(SHEET))
