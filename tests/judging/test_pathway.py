"""Pathways: which outputs lead to which outcome, in whose words, and what so few years show: counts, and never a cause."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.judging.pathway import pathways
from monosashi.model import Lag, Message, Pathway, PathwayBasis, PathwaySource, Sheet
from monosashi.office.verbs import read_path
from tests.laws.sheets import sheets as any_sheets

KINDS = {"output": "＜アウトプット指標＞", "outcome": "＜アウトカム指標＞", "": ""}


def measure(kind: str, values: dict[str, str], *, target: str = "", name: str = "件数") -> dict[str, Any]:
    """A measure with an actual a year; ``target``: the same for every year of them."""
    return {
        "name": f"{name}{KINDS[kind]}",
        "targets": [{"years": list(values), "value": target}] if target else [],
        "actuals": [
            {"year": year, "value": value, "state": "reported" if value else "not_yet"}
            for year, value in values.items()
        ],
    }


def years(*values: str, first: int = 2011) -> dict[str, str]:
    """Values of following years; the years are ordinary ones unless ``first`` says otherwise."""
    return {f"{first + n}年度": value for n, value in enumerate(values)}


def sheet_of(*levers: list[dict[str, Any]], reasons: dict[int, str] | None = None) -> Sheet:
    """A sheet of one goal with some levers; each measure has a number of its own, from 1. ``reasons``: by number."""
    numbered: dict[int, str] = {}
    told = []
    for v, measures in enumerate(levers):
        indicators = []
        for i, one in enumerate(measures):
            numbered[len(numbered) + 1] = f"/goals/0/levers/{v}/indicators/{i}/measures/0"
            indicators.append({"number": str(len(numbered)), "measures": [one]})
        told.append({"text": f"手段{v + 1}", "indicators": indicators})
    return Sheet.model_validate(
        {
            "title": "事前分析表（令和５年度）",
            "goals": [{"text": "目標", "levers": told}],
            "rationales": [{"text": text, "measures": [numbered[n]]} for n, text in (reasons or {}).items()],
        }
    )


def led(found: tuple[Pathway, ...]) -> list[tuple[list[str], str, str]]:
    return [([one.number for one in path.outputs], path.outcome.number, path.basis.value) for path in found]


OUT, COME = measure("output", years("1件", "2件")), measure("outcome", years("3件", "4件"))


def test_an_output_leads_to_the_outcome_of_its_lever() -> None:
    found = pathways(sheet_of([OUT, OUT, COME], [OUT]))
    assert led(found) == [(["1", "2"], "3", "lever")]


def test_where_outcomes_stand_under_levers_of_their_own_the_goal_joins_them() -> None:
    assert led(pathways(sheet_of([OUT], [COME], [COME]))) == [(["1"], "2", "goal"), (["1"], "3", "goal")]


@pytest.mark.parametrize("levers", [[[OUT]], [[COME]], [[measure("", years("1件")), COME]], []])
def test_without_both_kinds_there_is_no_pathway(levers: list[list[dict[str, Any]]]) -> None:
    assert pathways(sheet_of(*levers)) == ()


def test_two_measures_under_one_number_do_not_lead_to_each_other() -> None:
    sheet = Sheet.model_validate(
        {"goals": [{"text": "目標", "levers": [{"indicators": [{"number": "④", "measures": [OUT, COME]}]}]}]}
    )
    assert pathways(sheet) == ()


def test_it_is_stated_where_the_rationale_speaks_of_the_outcome_and_quoted_with_its_path() -> None:
    outcome = measure("outcome", years("3件"), name="受注の件数")
    reasons = {1: "広く知らせる。受注の件数に資するため。", 2: "予算の都合による。"}
    (found,) = pathways(sheet_of([OUT, outcome], reasons=reasons))
    assert found.basis is PathwayBasis.STATED
    assert [(one.path, one.text) for one in found.hypothesis] == [
        ("/goals/0/text", "目標"),
        ("/goals/0/levers/0/text", "手段1"),
        ("/rationales/0", "受注の件数に資するため。"),
    ]


@pytest.mark.parametrize(
    ("text", "lag"),
    [
        ("効果は翌年度に表れる。", 1),
        ("成果は翌々年度に現れる。", 2),
        ("開催の３年後に受注につながる。", 3),
        ("実績は翌年度に公表する。", None),
        ("成果の集計は２年後に公表する。", None),
        ("翌年度の予算に効果を生かす。", None),
        ("よい効果がある。", None),
    ],
)
def test_a_lag_is_taken_from_words_about_the_effect_alone(text: str, lag: int | None) -> None:
    (found,) = pathways(sheet_of([OUT, COME], reasons={1: text}))
    assert found.lag.years == lag


def test_words_without_a_number_are_kept_as_words() -> None:
    (found,) = pathways(sheet_of([OUT, COME], reasons={1: "中長期的に効果が表れる。"}))
    assert found.lag == Lag(text="中長期的", path="/rationales/0")


def test_steps_are_counted_year_by_year() -> None:
    output = measure("output", years("1件", "2件", "1件", "2件", "3件"))
    outcome = measure("outcome", years("5件", "6件", "5件", "5件", "4件"))
    (same, later) = pathways(sheet_of([output, outcome]))[0].pairings
    assert (same.lag, same.assumed, same.together, same.apart, same.still) == (0, True, 2, 1, 1)
    assert (later.lag, later.assumed, later.together, later.apart, later.still) == (1, True, 0, 2, 1)


def test_a_stated_lag_is_the_only_one_and_shifts_the_outcome() -> None:
    output = measure("output", years("1件", "2件", "3件"))
    outcome = measure("outcome", years("9件", "1件", "2件", "3件"))
    ((one,),) = [path.pairings for path in pathways(sheet_of([output, outcome], reasons={1: "効果は翌年度に表れる。"}))]
    assert (one.lag, one.assumed, [nendo.year for nendo in one.years]) == (1, False, [2011, 2012, 2013])
    assert (one.together, one.apart, one.still) == (2, 0, 0)


def test_over_a_missing_year_nothing_is_compared_and_what_is_to_come_is_counted() -> None:
    output = measure("output", years("1件", "", "3件"), target="2件")
    outcome = measure("outcome", years("1件", "2件", "3件"))
    (same, _) = pathways(sheet_of([output, outcome]))[0].pairings
    assert (len(same.years), same.steps, same.to_come) == (2, 0, 2)


def test_steps_from_or_into_a_disrupted_year_are_flagged() -> None:
    output = measure("output", years("1件", "2件", "3件", first=2018))
    outcome = measure("outcome", years("1件", "2件", "3件", first=2018))
    found = pathways(sheet_of([output, outcome]))[0]
    assert [pairing.disrupted for pairing in found.pairings] == [1, 1]
    assert "令和2年度は異常な年度でした" in told(found.cannot)


def test_past_actuals_and_a_baseline_of_one_year_take_their_years_and_an_actual_comes_first() -> None:
    output = measure("output", years("7件", first=2013))
    output["baseline"] = {"value": "4件", "year": "2010年度"}
    reason = "広めるため。\n【参考】\n2013年度：6件\n2012年度：5件"
    (series,) = pathways(sheet_of([output, COME], reasons={1: reason}))[0].outputs
    assert [(point.nendo.year, str(point.value), point.source) for point in series.points] == [
        (2010, "4", PathwaySource.BASELINE),
        (2012, "5", PathwaySource.REFERENCE),
        (2013, "7", PathwaySource.ACTUAL),
    ]


def test_a_number_in_another_unit_is_left_out() -> None:
    output = measure("output", years("7件", "8社"), target="9件")
    (series,) = pathways(sheet_of([output, COME]))[0].outputs
    assert [str(point.value) for point in series.points] == ["7", "None"]


def test_a_sum_that_cannot_fall_is_said_to_tell_nothing_of_a_year() -> None:
    outcome = measure("outcome", years("累計3社", "累計5社"), name="会社")
    assert "指標2は累計で" in told(pathways(sheet_of([OUT, outcome]))[0].cannot)


def told(messages: tuple[Message, ...]) -> str:
    return "\n".join(message.ja for message in messages)


@pytest.mark.shared
def test_the_seed_leads_from_5_and_6_to_7(shared: Path) -> None:
    (reading,) = read_path(shared / "seed" / "R3-14.txt")
    (found,) = pathways(reading.sheet)
    assert led((found,)) == [(["⑤", "6"], "7", "stated")]
    assert found.path == "/goals/1/levers/2"
    assert (found.lag.years, found.lag.text) == (None, "事業終了後")
    values = {
        series.number: [str(point.value) for point in series.points] for series in (*found.outputs, found.outcome)
    }
    none = ["None"] * 3
    assert values == {"⑤": ["25", "35", "38", *none], "6": ["12", "19", "10", *none], "7": ["8", "4", "3", *none]}
    counts = [(one.lag, one.steps, one.together, one.apart, one.disrupted, one.to_come) for one in found.pairings]
    assert counts == [(0, 2, 0, 2, 1, 3), (1, 1, 0, 1, 1, 3), (0, 2, 1, 1, 1, 3), (1, 1, 0, 1, 1, 3)]


NUMBERS = st.lists(st.integers(0, 9), min_size=2, max_size=9)


@given(NUMBERS, NUMBERS)
def test_turning_one_series_over_swaps_together_and_apart(left: list[int], right: list[int]) -> None:
    def counted(outcome: list[int]) -> list[tuple[int, int, int]]:
        levers = [
            measure("output", years(*(f"{n}件" for n in left))),
            measure("outcome", years(*(f"{n}件" for n in outcome))),
        ]
        return [(one.together, one.apart, one.still) for one in pathways(sheet_of(levers))[0].pairings]

    turned = counted([9 - n for n in right])
    assert [(apart, together, still) for together, apart, still in turned] == counted(right)


@given(any_sheets())
def test_any_sheet_has_its_pathways_and_none_claims_a_cause_or_a_coefficient(sheet: Sheet) -> None:
    for path in pathways(sheet):
        assert path.outputs
        english = " ".join(message.en for message in (*path.says, *path.cannot))
        assert not re.search(r"\bcaused\b|correlat|p-value|significant\b", english)
        assert "do not say that the outputs brought the outcome" in english
