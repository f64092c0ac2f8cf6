"""One number of the seed printed wrongly: the contradiction is found at that cell, and nothing is found elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing import audit
from monosashi.model import Sheet
from tests.auditing.seed_sheet import MEAN, RATIO, seed, seed_tree
from tests.auditing.sheets import changed

FIRST, SECOND = "/goals/0/levers", "/goals/1/levers"

#: Measure, how its baseline is printed, and the mean of its years.
BASELINES = [
    (f"{FIRST}/0/indicators/0/measures/0", "政策協議等：{}回", 41),
    (f"{FIRST}/0/indicators/1/measures/0", "国際会議：{}回", 28),
    (f"{FIRST}/1/indicators/0/measures/0", "{}件（政務レベル19件）", 45),
    (f"{FIRST}/1/indicators/0/measures/0", "45件（政務レベル{}件）", 19),
    (f"{SECOND}/1/indicators/0/measures/0", "セミナー等：{}回", 33),
    (f"{SECOND}/1/indicators/1/measures/0", "{}回程度", 14),
    (f"{SECOND}/1/indicators/2/measures/0", "{}件程度", 5),
]
#: Rationale, its newest line under 【参考】, the same line with a number moved so far that the mean rounds elsewhere.
REFERENCES = [
    (0, "42回（政策協議等：17回　国際会議：25回）", "45回（政策協議等：20回　国際会議：25回）"),
    (0, "42回（政策協議等：17回　国際会議：25回）", "39回（政策協議等：17回　国際会議：22回）"),
    (1, "13件（政務レベル5件）", "16件（政務レベル5件）"),
    (1, "13件（政務レベル5件）", "13件（政務レベル8件）"),
    (4, "セミナー等38回", "セミナー等83回"),
    (5, "10回", "16回"),
    (6, "３件", "０件"),
]


def errors_at(sheet: Sheet, cell: str) -> set[str]:
    """The codes of the errors that name a cell as their place or their evidence; every error must."""
    found = [finding for finding in audit(sheet) if finding.severity.value == "error"]
    for finding in found:
        paths = (finding.path, *(evidence.path for evidence in finding.evidence))
        assert any(path == cell or path.startswith(f"{cell}/") for path in paths)
    return {finding.code for finding in found}


@given(st.sampled_from(BASELINES), st.integers(0, 99))
def test_a_wrong_baseline(case: tuple[str, str, int], printed: int) -> None:
    measure, words, right = case
    cell = f"{measure}/baseline/value"
    codes = errors_at(changed({cell: words.format(printed) + MEAN}, seed_tree()), cell)
    expected = {"baseline-mean"} if printed != right else set()
    if (right == 45 and printed < 19) or (right == 19 and printed > 45):
        expected.add("part-whole")
    assert codes == expected


@pytest.mark.parametrize(("rationale", "line", "moved"), REFERENCES)
def test_a_wrong_past_actual(rationale: int, line: str, moved: str) -> None:
    tree = seed_tree()
    tree["rationales"][rationale]["text"] = tree["rationales"][rationale]["text"].replace(line, moved)
    assert errors_at(Sheet.model_validate(tree), f"/rationales/{rationale}") == {"baseline-mean"}


@pytest.mark.parametrize(
    "words", ["{}回（政策協議等：17回　国際会議：25回）", "42回（政策協議等：{}回　国際会議：25回）"]
)
@given(printed=st.integers(0, 200))
def test_a_composite_that_does_not_add_up(words: str, printed: int) -> None:
    tree = seed_tree()
    text = tree["rationales"][0]["text"]
    tree["rationales"][0]["text"] = text.replace("42回（政策協議等：17回　国際会議：25回）", words.format(printed))
    codes = errors_at(Sheet.model_validate(tree), "/rationales/0/references/0")
    right = 42 if words.startswith("{") else 17
    assert ("composite-sum" in codes) == (printed != right)


@pytest.mark.parametrize(
    ("cell", "printed", "codes"),
    [
        (f"{SECOND}/0/indicators/0/measures/0/targets/2/value", "累計19社", {"last-yearly-target"}),
        (f"{SECOND}/0/indicators/0/measures/0/targets/2/value", "累計11社", {"last-yearly-target", "cumulative-falls"}),
        (f"{SECOND}/0/indicators/0/measures/1/targets/2/value", f"3.5{RATIO}", {"last-yearly-target"}),
        (f"{FIRST}/0/indicators/0/measures/0/targets/0/value", "年度ごとに政策協議等：42回程度", {"last-yearly-target"}),
        (f"{FIRST}/1/indicators/0/measures/0/targets/0/value", "年度ごとに45件程度（うち政務レベル20件程度）", {"last-yearly-target"}),
        (f"{FIRST}/1/indicators/0/measures/0/target/value", "45件程度（政務レベル46件程度）", {"last-yearly-target", "part-whole"}),
        ("/programmes/4/related", "9", {"related-unknown"}),
        ("/policy/statements/0/text", "令和５年８月", {"evaluation-month"}),
        ("/policy/statements/0/text", "令和７年８月", {"evaluation-month"}),
    ],
)  # fmt: skip
def test_other_contradictions(cell: str, printed: str, codes: set[str]) -> None:
    assert errors_at(changed({cell: printed}, seed_tree()), cell) == codes


def test_more_spent_than_budgeted_is_one_warning_more() -> None:
    sheet = changed({"/money/0/text": "2,616百万円\n（2,617百万円）"}, seed_tree())
    assert places(sheet) - places(seed()) == {("executed-over-budget", "/money/0/lines/0")}
    assert errors_at(sheet, "/money/0") == set()


@pytest.mark.parametrize(
    "change",
    [
        {"/money/0/text": "2,617百万円\n（2,293百万円）"},
        {"/programmes/9/money/0/text": "産投出資：\n26,700百万円\n（1百万円）"},
        {"/programmes/0/name": "会議への対応(平成18年度)"},
        {"/programmes/0/review_number": "0150"},
        {f"{SECOND}/0/indicators/0/measures/0/baseline/value": "累計16社（目標値：13社）"},
        {f"{SECOND}/0/indicators/0/measures/1/targets/0/value": f"4.2{RATIO}"},
        {f"{SECOND}/0/indicators/0/measures/1/baseline/value": f"5.6（目標値：4.5）{RATIO}"},
    ],
)
def test_numbers_nothing_else_speaks_of(change: dict[str, str]) -> None:
    assert places(changed(change, seed_tree())) == places(seed())


def places(sheet: Sheet) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in audit(sheet)}
