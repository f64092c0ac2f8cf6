"""The jurist's cases: each is a sheet of printed texts, judged as any other."""

import pytest

from monosashi.judging import rules
from monosashi.model import Judgement, Scenario
from tests.judging.case import Case, Expected, cases

CASES = cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES])
def test_case(case: Case) -> None:
    judgement = case.judged()
    assert _asked(case) == _found(case, judgement)


def _asked(case: Case) -> dict[str, object]:
    """What the case states."""
    stated = {name: getattr(case, name) for name in _STATED}
    stated["marks"] = tuple(one.mark for one in case.indicators if one.mark is not None) or None
    return {name: value for name, value in stated.items() if value is not None}


_STATED = (
    *("grade", "open", "further", "to_be_set"),
    *("tolerance_5", "tolerance_10", "without_disrupted", "without_provisional"),
)


def _found(case: Case, judgement: Judgement) -> dict[str, object]:
    """The same of the judgement."""
    signs = {one.path: one.mark.sign if one.mark else "" for one in judgement.achievements if not one.part}
    marks = tuple(signs[case.path(one.number)] for one in case.indicators if one.mark is not None)
    found: dict[str, object] = {
        "grade": judgement.grade.sign if judgement.grade else "",
        "open": tuple(one.sign for one in judgement.possible),
        "further": "".join(one.sign for one in judgement.further),
        "to_be_set": _to_be_set(judgement),
        "marks": marks,
        "tolerance_5": _under(case.tolerance_5, judgement.sensitivity[4]),
        "tolerance_10": _under(case.tolerance_10, judgement.sensitivity[8]),
        "without_disrupted": _under(case.without_disrupted, judgement.sensitivity[2]),
        "without_provisional": _under(case.without_provisional, judgement.sensitivity[1]),
    }
    return {name: value for name, value in found.items() if name in _asked(case)}


def _to_be_set(judgement: Judgement) -> tuple[str, ...]:
    said = [one.says.ja for one in judgement.missing]
    return tuple(one.name for one in judgement.rule.thresholds if any(f"「{one.name}」" in words for words in said))


def _under(asked: Expected | None, scenario: Scenario) -> Expected | None:
    if not asked:
        return None
    grade = scenario.grade.sign if scenario.grade else ""
    return Expected(
        grade=grade if asked.grade is not None else None, marks=scenario.marks if asked.marks is not None else None
    )


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    names = [name for name, _ in CASES]
    assert len(set(names)) == len(names)
    assert len(names) >= 120


def test_every_rule_and_every_sign_has_a_case() -> None:
    given = {(case.rule, one.mark) for _, case in CASES for one in case.indicators}
    given |= {(case.rule, sign) for _, case in CASES for sign in (case.grade, case.further)}
    wanted = {(one.id, sign) for one in rules() for scale in (one.marks, one.further) if scale for sign in scale.marks}
    wanted |= {("common-five", sign) for sign in "12345"}
    assert wanted - given == set()


def test_each_case_says_something_to_look_at() -> None:
    assert [name for name, case in CASES if not _asked(case)] == []
