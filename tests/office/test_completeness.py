"""Completeness: what the form asks for and the sheet does not give."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.forms import form
from monosashi.model import Sheet
from monosashi.office.completeness import Missing, completeness

FORM = form("soumu-jizen-r3")
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"
ROLES = (
    ("name", "政策名"),
    ("field", "分野【政策体系上の位置付け】"),
    ("office", "担当部局課室名"),
    ("responsible", "作成責任者名"),
    ("outline", "政策の概要"),
    ("evaluation_month", "政策評価実施予定時期"),
    ("final_outcome", "最終アウトカム"),
    ("intermediate_outcome", "中間アウトカム"),
)


def full() -> dict[str, Any]:
    """A sheet that gives everything: 2 of the head, 8 statements, 8 of a measure and a due actual, 4 of a programme."""
    return {
        "title": "事前分析表（令和４年度実施政策）",
        "identifier": "総務省R4－②",
        "policy": {"statements": [{"role": role, "label": role, "text": "ある"} for role, _ in ROLES]},
        "goals": [
            {
                "levers": [
                    {
                        "indicators": [
                            {
                                "number": "①",
                                "measures": [
                                    {
                                        "name": "件数＜アウトプット指標＞",
                                        "baseline": {"value": "0件", "year": "令和２年度"},
                                        "target": {"value": "0件", "year": "令和５年度"},
                                        "targets": [{"years": ["令和４年度"], "value": "0件"}],
                                        "actuals": [
                                            {"year": "令和３年度", "value": "0件", "state": "reported"},
                                            {"year": "令和４年度", "value": "", "state": "not_yet"},
                                        ],
                                    }
                                ],
                            }
                        ]
                    }
                ]
            }
        ],
        "rationales": [{"text": "理由", "measures": [MEASURE]}],
        "programmes": [
            {"number": "(1)", "name": "事業(平成20年度)", "related": "1", "outline": "※１", "review_number": "0140"}
        ],
    }


def missing(tree: dict[str, Any]) -> list[str]:
    return [gap.path for gap in completeness(Sheet.model_validate(tree), FORM).missing]


def measure(tree: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = tree["goals"][0]["levers"][0]["indicators"][0]["measures"][0]
    return found


def test_a_full_sheet_with_zeros_lacks_nothing() -> None:
    found = completeness(Sheet.model_validate(full()), FORM)
    assert (found.filled, found.asked, found.share, found.missing) == (23, 23, 1.0, ())


def test_an_empty_sheet_lacks_its_head() -> None:
    found = completeness(Sheet(), FORM)
    assert (found.filled, found.asked, found.share) == (0, 10, 0.0)
    statements = [Missing(path="/policy/statements", label=label) for _, label in ROLES]
    assert set(found.missing) == {Missing(path="/title"), Missing(path="/identifier"), *statements}


@pytest.mark.parametrize(
    ("where", "value", "gap"),
    [
        (("name",), "＜アウトプット指標＞", [f"{MEASURE}/name"]),
        (("name",), "件数", [f"{MEASURE}/name/kind"]),
        (("baseline", "value"), "", [f"{MEASURE}/baseline/value"]),
        (("baseline", "year"), "-", [f"{MEASURE}/baseline/year"]),
        (("target", "value"), "－", [f"{MEASURE}/target/value"]),
        (("target", "year"), "", [f"{MEASURE}/target/year"]),
        (("targets",), [], [f"{MEASURE}/targets"]),
        (("targets", 0, "value"), "-", [f"{MEASURE}/targets"]),
    ],
)
def test_each_answer_of_a_measure_is_asked_for(where: tuple[str | int, ...], value: object, gap: list[str]) -> None:
    tree = full()
    here: Any = measure(tree)
    for step in where[:-1]:
        here = here[step]
    here[where[-1]] = value
    assert missing(tree) == gap


def test_a_baseline_that_does_not_exist_yet_is_an_answer_and_so_is_its_year() -> None:
    tree = full()
    measure(tree)["baseline"] = {"value": "－", "year": "－"}
    assert missing(tree) == []


@pytest.mark.parametrize(
    ("value", "state", "gap"),
    [
        ("集計中", "compiling", []),
        ("未公表", "not_published", []),
        ("-", "unstated", [f"{MEASURE}/actuals/0/value"]),
        ("", "not_yet", [f"{MEASURE}/actuals/0/value"]),
    ],
)
def test_an_actual_that_is_due_is_given_or_its_lack_explained(value: str, state: str, gap: list[str]) -> None:
    tree = full()
    measure(tree)["actuals"][0] |= {"value": value, "state": state}
    assert missing(tree) == gap


def test_no_actual_is_due_where_the_sheet_names_no_year() -> None:
    tree = full() | {"title": "事前分析表"}
    measure(tree)["actuals"][0] |= {"value": "", "state": "not_yet"}
    assert missing(tree) == []


def test_a_measure_needs_a_reason_that_speaks_of_it() -> None:
    assert missing(full() | {"rationales": []}) == [f"{MEASURE}/rationale"]
    assert missing(full() | {"rationales": [{"text": "-", "measures": [MEASURE]}]}) == [f"{MEASURE}/rationale"]


@pytest.mark.parametrize(
    ("column", "blank", "dash"),
    [
        ("name", ["/programmes/0/name"], ["/programmes/0/name"]),
        ("related", ["/programmes/0/related"], []),
        ("outline", ["/programmes/0/outline"], ["/programmes/0/outline"]),
        ("review_number", ["/programmes/0/review_number"], []),
    ],
)
def test_a_dash_answers_for_a_programme_only_where_the_form_says_so(
    column: str, blank: list[str], dash: list[str]
) -> None:
    for printed, gap in (("", blank), ("－", dash)):
        tree = full()
        tree["programmes"][0][column] = printed
        assert missing(tree) == gap


def test_what_the_form_has_no_column_for_is_not_asked() -> None:
    tables = tuple(table for table in FORM.tables if table.part == "cabinet")
    bare = FORM.model_copy(update={"tables": tables})
    tree = full() | {"rationales": [], "programmes": [{"number": "(1)", "name": ""}]}
    assert completeness(Sheet.model_validate(tree), bare).missing == ()


RESULT = form("hyoujun-hyoka")
ROWS = (
    ("当初予算(a)", "initial"),
    ("補正予算(b)", "supplementary"),
    ("繰越し等(c)", "carried"),
    ("合計(a+b+c)", "total"),
    ("執行額", "executed"),
)


def result() -> dict[str, Any]:
    """A 評価書 that gives all its form asks for: no identifier, no kind, no rationale, no programmes."""
    head = [{"role": spec.role, "label": spec.label, "text": "ある"} for spec in RESULT.statements if not spec.optional]
    tree = full() | {"policy": {"statements": head}, "identifier": "", "rationales": [], "programmes": []}
    measure(tree)["name"] = "件数"
    amounts = [{"years": ["令和３年度"], "text": "－"}]
    tree["budgets"] = [{"rows": [{"label": label, "kind": kind, "amounts": amounts} for label, kind in ROWS]}]
    return tree


def missing_of(tree: dict[str, Any], blank: str = "hyoujun-hyoka") -> list[tuple[str, str]]:
    return [(gap.path, gap.label) for gap in completeness(Sheet.model_validate(tree), form(blank)).missing]


def test_a_result_is_held_against_the_parts_its_form_has() -> None:
    assert missing_of(result()) == []


def test_the_budget_is_asked_for_row_by_row_and_once_where_it_is_missing() -> None:
    assert [path for path, _ in missing_of(result() | {"budgets": []})] == ["/budgets"]
    tree = result()
    tree["budgets"][0]["rows"][4]["amounts"] = [{"years": ["令和３年度"], "text": ""}]
    del tree["budgets"][0]["rows"][3]
    assert [path for path, _ in missing_of(tree)] == ["/budgets", "/budgets/0/rows/3"]


def test_the_items_of_the_budget_are_asked_for_where_the_form_lists_them() -> None:
    tree = result()
    assert "/budget_items" in [path for path, _ in missing_of(tree, "mof-chosho")]
    assert "/budget_items" not in [
        path for path, _ in missing_of(tree | {"budget_items": [{"item": "港湾整備費"}]}, "mof-chosho")
    ]


def test_a_judgement_is_asked_for_where_the_form_has_a_column_for_it() -> None:
    path = f"{MEASURE}/mark"
    tree = result()
    assert path in [where for where, _ in missing_of(tree, "mlit-kohyo")]
    measure(tree)["mark"] = "－"
    assert path not in [where for where, _ in missing_of(tree, "mlit-kohyo")]


def test_a_kind_is_asked_for_where_the_sheet_states_one_of_another_measure() -> None:
    tree = result()
    other = {**measure(tree), "name": "割合＜アウトカム指標＞"}
    indicator = tree["goals"][0]["levers"][0]["indicators"][0]
    indicator["measures"] = [measure(tree), other]
    assert missing_of(tree) == [(f"{MEASURE}/name/kind", "")]


@given(st.lists(st.sampled_from(["", "-", "0件", "45件程度"]), min_size=4, max_size=4))
def test_filling_in_never_makes_a_sheet_less_complete(texts: list[str]) -> None:
    before, after = full(), full()
    for tree, given_texts in ((before, texts), (after, [text or "0件" for text in texts])):
        measure(tree)["baseline"]["value"], measure(tree)["target"]["value"] = given_texts[:2]
        tree["programmes"][0]["outline"], tree["identifier"] = given_texts[2:]
    shares = [completeness(Sheet.model_validate(tree), FORM).share for tree in (before, after)]
    assert shares == sorted(shares)
