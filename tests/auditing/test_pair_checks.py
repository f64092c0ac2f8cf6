"""Each check over two sheets with cases where it finds, where it does not, and where it does not apply; and its laws.

A case lists every finding the later sheet deserves beside the earlier one.
"""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.auditing import audit_pair
from monosashi.auditing.pair import Pair, pair_of
from monosashi.auditing.pair_checks import PAIR_CHECKS
from monosashi.model import Sheet, Tolerances
from monosashi.model.mark import print_number
from monosashi.model.path import resolve
from monosashi.office.samples import sample_sheets
from monosashi.reading import read
from tests.auditing.budgets import BUDGET
from tests.auditing.cases_between import BETWEEN, OUT, BetweenCase, into
from tests.auditing.next_year import rolled, rolled_tree
from tests.auditing.seed_sheet import seed
from tests.auditing.sheets import ABROAD, DAYS, HOME, SCHOOLS, SHARE, TALKS, changed, clean
from tests.auditing.test_laws import odd_sheets
from tests.papers.catalogue import papers
from tests.papers.files import written

IDS = [f"{case.code}-{case.kind}-{n}" for n, case in enumerate(BETWEEN)]

#: A number: the code that tells another one there, where it is told, the cell it stands in, the print, the number.
PLANTED = (
    ("target-changed", f"{DAYS}/target/value", f"{DAYS}/target/value", "{}日以内", 14),
    ("target-changed", f"{SHARE}/targets/1/value", f"{SHARE}/targets/1/value", "{}.0％", 55),
    ("target-changed", f"{SCHOOLS}/targets/2/value", f"{SCHOOLS}/targets/2/value", "累計{}校", 24),
    ("baseline-changed", f"{DAYS}/baseline/value", f"{DAYS}/baseline/value", "{}日", 20),
    (
        "baseline-changed",
        f"{ABROAD}/baseline/value",
        f"{ABROAD}/baseline/value",
        "海外研修：{}回（平成29年度～令和元年度の平均）",
        10,
    ),
    ("actual-restated", f"{SCHOOLS}/actuals/0/value", f"{SCHOOLS}/actuals/0/value", "累計{}校", 14),
    ("money-restated", "/money/0/lines/0", "/money/0/text", "1,510百万円（{}百万円）", 1476),
)
_NO_DIGIT = re.compile(r"\D")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def reprinted(tree: Any, widths: int) -> Any:
    """Every text with wide digits (1), another line break (2), or both (3); numbers of indicators keep theirs."""
    if isinstance(tree, dict):
        return {name: value if name in ("role", "state") else reprinted(value, widths) for name, value in tree.items()}
    if isinstance(tree, list):
        return [reprinted(value, widths) for value in tree]
    if not isinstance(tree, str):
        return tree
    text = tree.translate(_WIDE) if widths & 1 else tree
    return text.replace("（", "\n（") if widths & 2 else text


def pair_for(case: BetweenCase) -> Pair:
    """The clean sheet and the next year's, each with the case's changes."""
    return pair_of(changed(case.earlier), changed(case.later, rolled_tree(clean())))


@pytest.mark.parametrize("case", BETWEEN, ids=IDS)
def test_a_change_yields_its_findings_and_no_others(case: BetweenCase) -> None:
    found = audit_pair(pair_for(case))
    assert sorted((finding.code, finding.path) for finding in found) == sorted(case.finds)


@pytest.mark.parametrize("case", BETWEEN, ids=IDS)
def test_a_finding_says_where_and_why(case: BetweenCase) -> None:
    pair = pair_for(case)
    for finding in audit_pair(pair):
        resolve(pair.later, finding.path)
        assert finding.message.ja.endswith("。")
        assert finding.message.en.endswith(".")
        assert finding.message.en[0].isupper()
        assert "\n" not in finding.message.ja + finding.message.en
        assert finding.expected or finding.found
        for evidence in finding.evidence:
            resolve(pair.later, evidence.path)
            assert evidence.text


def test_a_check_is_a_module_of_its_own_name() -> None:
    names = [getattr(module, "__name__", "").rpartition(".")[2] for module in PAIR_CHECKS]
    assert names == [module.CHECK.code.replace("-", "_") for module in PAIR_CHECKS]


@pytest.mark.parametrize("code", [module.CHECK.code for module in PAIR_CHECKS])
def test_every_check_has_cases_of_each_kind(code: str) -> None:
    kinds = [case.kind for case in BETWEEN if case.code == code]
    assert set(kinds) == {"finds", "clean", "exempt"}
    assert kinds.count("finds") >= 3


SHEETS = (changed({}), changed({"/budgets": [BUDGET], "/money": []}), seed(), *sample_sheets())


@pytest.mark.parametrize("sheet", SHEETS, ids=range(len(SHEETS)))
def test_a_sheet_beside_itself_and_beside_its_next_year_deserves_nothing(sheet: Sheet) -> None:
    assert audit_pair(pair_of(sheet, sheet)) == ()
    assert audit_pair(pair_of(sheet, rolled(sheet))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plan_one_column", "plan_targets_beside"),
        ("result_small_tables", "result_results_first"),
        ("monitoring_stacked", "odd_monitoring_spaced"),
        ("words_verdict_tables", "words_verdict_columns"),
        ("unknown_transposed", "unknown_one_cell"),
    ],
)
def test_one_content_on_two_layouts_is_no_change(one: str, other: str) -> None:
    sheets = [read(written(paper, "xlsx"), "paper.xlsx")[0].sheet for paper in papers() if paper.name in (one, other)]
    pair = pair_of(*sheets)
    assert len(pair.measures) == len(list(sheets[0].measures())) > 0
    assert audit_pair(pair) == ()


@settings(max_examples=40)
@given(odd_sheets(), odd_sheets())
def test_no_two_sheets_make_it_raise(earlier: Sheet, later: Sheet) -> None:
    pair = pair_of(earlier, later)
    found = audit_pair(pair)
    assert audit_pair(pair_of(Sheet.model_validate(earlier.model_dump()), later)) == found
    for finding in found:
        resolve(pair.later, finding.path)
        for evidence in finding.evidence:
            resolve(pair.later, evidence.path)


@given(odd_sheets())
def test_an_odd_sheet_beside_itself_deserves_nothing(sheet: Sheet) -> None:
    assert audit_pair(pair_of(sheet, sheet)) == ()


@given(st.integers(0, 3), st.permutations(range(5)), st.booleans())
def test_print_number_and_order_are_no_change(widths: int, order: list[int], moved: bool) -> None:
    later = rolled_tree(clean())
    indicators = [one for goal in later["goals"] for lever in goal["levers"] for one in lever["indicators"]]
    for n, one in enumerate(indicators, 20):
        one["number"] = print_number(n, circled=one["number"] in "①②⑥")
    later = reprinted(later, widths)
    goals = list(later["goals"])
    if moved:
        goals[1]["levers"].append(goals[0]["levers"].pop())
        later["rationales"] = []
    goals[0]["levers"][0]["indicators"].reverse()
    later["goals"] = goals[:: -1 if order[0] > 2 else 1]
    later["programmes"] = [later["programmes"][n] for n in order if n < 4]
    sheet = Sheet.model_validate({**later, "rationales": []})
    assert audit_pair(pair_of(changed({}), sheet)) == ()


@given(st.sampled_from(PLANTED), st.integers(2, 90))
def test_a_planted_change_is_told_once_and_there(planted: tuple[str, str, str, str, int], n: int) -> None:
    code, path, cell, words, was = planted
    later = changed({cell: words.format(was + n)}, rolled_tree(clean()))
    (finding,) = audit_pair(pair_of(changed({}), later))
    assert (finding.code, finding.path) == (code, path)
    assert [int(_NO_DIGIT.sub("", text.partition(".")[0])) for text in (finding.expected, finding.found)] == [
        was,
        was + n,
    ]
    assert f"{finding.expected}→{finding.found}" in finding.message.ja


@pytest.mark.parametrize(("carried", "told"), [(None, True), (89, True), (90, False)])
def test_what_is_carried_over_may_differ_by_the_tolerance(carried: int | None, told: bool) -> None:
    pair = pair_of(changed(OUT), changed(into("210"), rolled_tree(clean())))
    found = audit_pair(pair, Tolerances(carried=None if carried is None else Decimal(carried)))
    assert [finding.code for finding in found] == ["carry-over-between"] * told
    assert [("許容差89" in finding.message.ja) for finding in found] == [carried == 89] * told


def test_which_is_the_later_is_told_by_the_years() -> None:
    earlier, later = changed({}), rolled(changed({}))
    assert pair_of(later, earlier) == pair_of(earlier, later)
    assert pair_of(later, earlier).later is later
    no_title = {"/title": "事前分析表"}
    assert pair_of(changed(no_title, rolled_tree(clean())), changed(no_title)).later.identifier.text == "里山庁R4－①"
    one_title = changed({"/identifier": "里山庁R4－①"})
    assert pair_of(one_title, earlier).later is one_title
    report = changed({"/title": "里山学習の評価書（令和3年度実施政策）"})
    assert pair_of(report, earlier).later is report
    nameless = {**no_title, "/identifier": ""}
    one, other = changed(nameless), changed({**nameless, f"{SHARE}/baseline/value": "46.0％"})
    assert pair_of(one, other).later is other
    assert pair_of(other, one).later is one


def test_the_same_measures_are_found_again() -> None:
    later = changed({f"{TALKS}/name": "森の出前授業の延べ回数＜アウトプット指標＞"}, rolled_tree(clean()))
    lever = later.goals[0].levers
    moved = later.model_copy(
        update={"goals": (later.goals[1], later.goals[0].model_copy(update={"levers": lever[::-1]}))}
    )
    paths = dict(pair_of(changed({}), moved).measures)
    first, second = "/goals/1/levers/1/indicators", "/goals/1/levers/0/indicators"
    assert paths == {
        "/goals/0/levers/0/indicators/0/measures/0": DAYS,
        "/goals/0/levers/0/indicators/1/measures/0": SHARE,
        f"{second}/0/measures/0": HOME,
        f"{second}/1/measures/0": ABROAD,
        f"{first}/0/measures/0": TALKS,
        f"{first}/1/measures/0": SCHOOLS,
    }
