"""Laws of marks and grades, on sheets drawn at random under every rule."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monosashi.judging import grounds, judge, rule, rules
from monosashi.model import Achievement, Decisions, GoalShape, Judgement, Override, Sheet, Terms, ThresholdSetting, Way
from monosashi.model.judgement import Basis
from monosashi.model.nendo import parse_nendo
from monosashi.model.path import resolve
from tests.judging.case import Case
from tests.laws.sheets import sheets

#: Each example is judged several times over, so half as many are drawn.
few = settings(max_examples=settings().max_examples // 2)

IDS = st.sampled_from([one.id for one in rules()])
NUMBERS = st.integers(0, 200)
MISSING = st.sampled_from(["集計中", "未公表", "－"])
CIRCLED = "①②③④⑤"


@st.composite
def indicators(draw: st.DrawFn) -> list[dict[str, Any]]:
    """One to four indicators that rise or fall, primary or not, some without a baseline."""
    found = []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        falls = draw(st.booleans())
        found.append(
            {
                "number": CIRCLED[n - 1] if draw(st.booleans()) else str(n),
                "name": "かかる日数の短縮" if falls else "応じた件数",
                "baseline": f"{draw(NUMBERS)}件" if draw(st.integers(0, 4)) else "",
                "target": f"{draw(NUMBERS)}件",
                "actual": f"{draw(NUMBERS)}件",
            }
        )
    return found


@st.composite
def thresholds(draw: st.DrawFn) -> dict[str, Decimal]:
    """Some of the thresholds, coherent."""
    circle = draw(st.integers(0, 120))
    every = {
        "near": draw(st.integers(1, 100)),
        "well_above": draw(st.integers(101, 180)),
        "triangle": draw(st.integers(1, 100)),
        "npa_circle": circle,
        "npa_double_circle": circle + draw(st.integers(0, 50)),
    }
    return {name: Decimal(value) for name, value in every.items() if draw(st.integers(0, 3))}


def case(rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], basis: Basis = Basis.LEVEL) -> Case:
    return Case.model_validate(
        {"title": "法則", "why": "", "rule": rule_id, "indicators": told, "thresholds": limits, "basis": basis}
    )


def better(told: dict[str, Any], by: int, judged: Achievement) -> dict[str, Any]:
    """The same indicator with a better actual, by the way that was taken to be better."""
    actual = int(told["actual"].removesuffix("件"))
    less = judged.way is Way.DOWN or judged.shape is GoalShape.CEILING
    return {**told, "actual": f"{actual - by if less else actual + by}件"}


def ranks(judgement: Judgement) -> tuple[list[int | None], list[int]]:
    """The rank of each mark, and those of the grades that remain: 1 is best."""
    remaining = [judgement.grade] if judgement.grade else list(judgement.possible)
    return [one.mark.rank if one.mark else None for one in judgement.achievements], [one.rank for one in remaining]


@few
@given(IDS, indicators(), thresholds(), st.sampled_from(Basis), st.integers(1, 60), st.data())
def test_a_better_actual_never_lowers_a_mark_or_the_grade(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], basis: Basis, by: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(told) - 1))
    before = case(rule_id, told, limits, basis).judged()
    told = [better(one, by, before.achievements[n]) if n == place else one for n, one in enumerate(told)]
    after = case(rule_id, told, limits, basis).judged()
    (marks, grades), (new_marks, new_grades) = ranks(before), ranks(after)
    assert all(new <= old for old, new in zip(marks, new_marks, strict=True) if old is not None and new is not None)
    assert min(new_grades) <= min(grades)
    assert max(new_grades) <= max(grades)


@few
@given(IDS, indicators(), thresholds(), st.randoms())
def test_order_does_not_matter(rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], by: Any) -> None:
    shuffled = list(enumerate(told))
    by.shuffle(shuffled)
    before = case(rule_id, told, limits).judged()
    after = case(rule_id, [one for _, one in shuffled], limits).judged()
    assert (after.grade, after.possible, after.further) == (before.grade, before.possible, before.further)
    assert [one.mark for one in after.achievements] == [before.achievements[n].mark for n, _ in shuffled]


@few
@given(IDS, indicators(), thresholds())
def test_units_do_not_matter(rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal]) -> None:
    def in_unit(unit: str, factor: int) -> Judgement:
        return case(
            rule_id, [{**one, **{k: _in(one[k], unit, factor) for k in _VALUES}} for one in told], limits
        ).judged()

    assert _concluded(in_unit("百万円", 1)) == _concluded(in_unit("千円", 1000)) == _concluded(in_unit("円", 1000000))


_VALUES = ("baseline", "target", "actual")


def _in(text: str, unit: str, factor: int) -> str:
    return f"{int(text.removesuffix('件')) * factor:,}{unit}" if text else ""


def _concluded(judgement: Judgement) -> tuple[Any, ...]:
    marks = tuple(one.mark for one in judgement.achievements)
    scenarios = tuple((one.grade, one.possible, one.marks, one.changed) for one in judgement.sensitivity)
    return judgement.grade, judgement.possible, judgement.further, marks, scenarios


@few
@given(IDS, indicators(), thresholds())
def test_the_first_scenario_is_the_judgement_itself(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal]
) -> None:
    judgement = case(rule_id, told, limits).judged()
    first = judgement.sensitivity[0]
    assert (first.tolerance, first.without_disrupted, first.without_provisional) == (Decimal(0), False, False)
    assert (first.grade, first.possible) == (judgement.grade, tuple(one.sign for one in judgement.possible))
    assert first.marks == tuple(one.mark.sign if one.mark else "" for one in judgement.achievements)
    assert not first.changed


@few
@given(IDS, indicators(), thresholds(), st.sampled_from([0, 5, 10]))
def test_each_scenario_is_what_the_judge_says_under_its_terms(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], tolerance: int
) -> None:
    """No scenario is skipped wrongly: judged on its own it says the same, and a wider tolerance never lowers anything."""
    one = case(rule_id, told, limits)
    own = one.judged()
    for scenario in own.sensitivity:
        if scenario.tolerance != tolerance:
            continue
        terms = one.terms.model_copy(
            update={
                "tolerance": scenario.tolerance,
                "without_disrupted": scenario.without_disrupted,
                "without_provisional": scenario.without_provisional,
            }
        )
        alone = judge(one.sheet, rule(rule_id), terms, parse_nendo(one.year))
        assert (scenario.grade, scenario.possible) == (alone.grade, tuple(each.sign for each in alone.possible))
        assert scenario.marks == tuple(each.mark.sign if each.mark else "" for each in alone.achievements)
        differs = (alone.grade, alone.possible, scenario.marks) != (own.grade, own.possible, own.sensitivity[0].marks)
        assert scenario.changed == differs


@few
@given(IDS, indicators(), thresholds(), st.data())
def test_a_persons_decision_never_changes_what_is_computed(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], data: st.DataObject
) -> None:
    one = case(rule_id, told, limits)
    its = rule(rule_id)
    place = data.draw(st.integers(0, len(told) - 1))
    sign = data.draw(st.sampled_from(list(its.marks.marks) if its.marks else ["○"]))
    grade = data.draw(st.sampled_from(list(its.grades.marks)))
    said = {"who": "課長", "when": dt.date(2024, 8, 1), "why": "現地を確かめた"}
    path = f"/goals/0/levers/0/indicators/{place}/measures/0"
    decided = Decisions(overrides=(Override(sign=grade, **said), Override(path=path, sign=sign, **said)))
    nendo = parse_nendo(one.year)
    before, after = (judge(one.sheet, its, one.terms, nendo, decisions) for decisions in (Decisions(), decided))
    assert after.overrides == decided.overrides
    assert after.model_copy(update={"overrides": ()}) == before


@few
@given(IDS, indicators(), thresholds(), st.data())
def test_whatever_a_missing_actual_turns_out_to_be_the_grade_was_left_open(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal], data: st.DataObject
) -> None:
    """And nothing is left open in vain where one grade is given."""
    missing = data.draw(st.sets(st.integers(0, len(told) - 1), min_size=1))
    words = data.draw(MISSING)
    open_case = case(rule_id, [{**one, "actual": words} if n in missing else one for n, one in enumerate(told)], limits)
    before, after = open_case.judged(), case(rule_id, told, limits).judged()
    assert set(ranks(after)[1]) <= set(ranks(before)[1])
    if before.grade:
        assert after.grade == before.grade


@few
@given(IDS, indicators(), st.integers(1, 100), st.integers(101, 180))
def test_whatever_a_threshold_will_be_the_grade_was_left_open(
    rule_id: str, told: list[dict[str, Any]], near: int, well_above: int
) -> None:
    before = case(rule_id, told, {}).judged()
    after = case(rule_id, told, {"near": Decimal(near), "well_above": Decimal(well_above)}).judged()
    assert set(ranks(after)[1]) <= set(ranks(before)[1])


@few
@given(IDS, indicators(), thresholds())
def test_no_grade_without_evidence_and_nothing_missing_where_all_is_given(
    rule_id: str, told: list[dict[str, Any]], limits: dict[str, Decimal]
) -> None:
    nothing = case(rule_id, [{**one, "actual": "集計中"} for one in told], limits).judged()
    assert nothing.grade is None
    assert [one.sign for one in nothing.possible] == ["1", "2", "3", "4", "5"]
    judgement = case(rule_id, told, limits).judged()
    complete = judgement.grade is not None and (
        judgement.rule.id == "common-five" or all(one.mark for one in judgement.achievements)
    )
    assert complete == (judgement.missing == ())


@few
@given(indicators(), thresholds(), NUMBERS)
def test_a_mark_follows_from_the_level_alone_in_a_rule_of_bands(
    told: list[dict[str, Any]], limits: dict[str, Decimal], target: int
) -> None:
    assume(target > 0)
    judgement = case("maff", [{**one, "target": f"{target}件"} for one in told], limits).judged()
    assert [_band(one) for one in judgement.achievements] == [
        one.mark.sign if one.mark else "" for one in judgement.achievements
    ]


def _band(one: Achievement) -> str:
    if one.level is None:
        return "A'"
    return "A'" if one.level > 150 else "A" if one.level >= 90 else "B" if one.level >= 50 else "C"


def test_settings_of_other_rules_change_nothing() -> None:
    one = case("soumu", [{"baseline": "50件", "target": "100件", "actual": "90件"}], {"near": Decimal(80)})
    other = ThresholdSetting(name="npa_circle", value=Decimal(10), who="係", when=dt.date(2024, 4, 1), why="試み")
    more = one.terms.model_copy(update={"settings": (*one.terms.settings, other)})
    nendo = parse_nendo(one.year)
    assert judge(one.sheet, rule("soumu"), more, nendo) == judge(one.sheet, rule("soumu"), one.terms, nendo)
    assert judge(one.sheet, rule("soumu"), Terms(), nendo) != judge(one.sheet, rule("soumu"), one.terms, nendo)


@settings(max_examples=settings().max_examples // 3)
@given(sheets(), IDS)
def test_any_sheet_can_be_judged_and_gives_the_same_again(sheet: Sheet, rule_id: str) -> None:
    """Whatever a sheet prints is judged, and every path that a judgement names is one of the sheet."""
    judgement = judge(sheet, rule(rule_id))
    assert judge(sheet, rule(rule_id)) == judgement
    steps = [*judgement.steps, *judgement.missing]
    steps += [step for one in judgement.achievements for step in (*one.steps, *one.mark_steps)]
    for path in {path for step in steps for path in step.paths}:
        assert resolve(sheet, path) is not None
    assert len(grounds(judgement)) >= sum(not one.part for one in judgement.achievements)
    assert Judgement.model_validate_json(judgement.model_dump_json()) == judgement
