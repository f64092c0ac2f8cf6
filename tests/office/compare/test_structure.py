"""Goals, levers, indicators and rationales: found again when renumbered, reworded or moved."""

import pytest

from monosashi.model.measuring.likeness import likeness
from monosashi.office import compare
from tests.auditing.sheets import ABROAD, HOME, SCHOOLS, SHARE, TALKS, changed, clean, indicator
from tests.office.compare.said import kinds, told

LEVER = "/goals/0/levers/0"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("", "", 1.0), ("港", "港", 1.0), ("港", "島", 0.0), ("港の島", "", 0.0), ("ＩＣＴの利用", "ICTの\n利用", 1.0)],
)
def test_likeness_of_short_and_equal_texts(left: str, right: str, expected: float) -> None:
    assert likeness(left, right) == likeness(right, left) == expected


def test_renumbered_and_reworded_is_one_indicator_with_its_score() -> None:
    after = changed(
        {f"{LEVER}/indicators/0/number": "⑨", f"{TALKS}/name": "森の出前授業の延べ回数＜アウトプット指標＞"}
    )
    changes = compare(changed({}), after).changes
    assert [(c.kind.value, c.before, c.after, c.score) for c in changes] == [
        ("indicator-renumbered", "①", "⑨", 0.72),
        ("indicator-reworded", "森の出前授業の回数", "森の出前授業の延べ回数", 0.72),
    ]
    assert changes[0].message.ja == "指標⑨「森の出前授業の延べ回数」の番号が①から⑨に変わりました（類似度0.72）。"
    assert changes[0].message.en == (
        "Indicator ⑨ “森の出前授業の延べ回数”: the number changed from ① to ⑨ (likeness 0.72)."
    )


def test_an_unlike_name_is_another_indicator() -> None:
    after = changed({f"{SHARE}/name": "書面で届いた申請の数＜アウトカム指標＞"})
    assert kinds(changed({}), after) == [
        ("indicator-ended", "/goals/1/levers/0/indicators/1", None),
        ("indicator-added", None, "/goals/1/levers/0/indicators/1"),
    ]


def test_a_circle_and_a_kind() -> None:
    assert told({f"{LEVER}/indicators/0/number": "1"}) == [
        ("primary-changed", "指標1「森の出前授業の回数」の○が外れ、主要な測定指標ではなくなりました。")
    ]
    assert told({"/goals/0/levers/1/indicators/0/number": "③"}) == [
        ("primary-changed", "指標③「国内で開いた研修」に○が付き、主要な測定指標になりました。")
    ]
    assert told({f"{TALKS}/name": "森の出前授業の回数＜アウトカム指標＞"}) == [
        ("kind-changed", "指標①「森の出前授業の回数」の種類がアウトプット指標からアウトカム指標に変わりました。")
    ]


def test_two_measures_of_one_name_are_told_apart_by_where_they_stand() -> None:
    same = {f"{HOME}/name": "研修", f"{ABROAD}/name": "研修"}
    after = changed({**same, "/goals/0/levers/1/indicators/1/number": "9"})
    assert kinds(changed(same), after) == [
        ("indicator-renumbered", "/goals/0/levers/1/indicators/1/number", "/goals/0/levers/1/indicators/1/number")
    ]


def test_one_of_two_measures_under_a_number_ends() -> None:
    tree = clean()
    lever = tree["goals"][0]["levers"][0]
    first, second = (each["measures"][0] for each in lever["indicators"])
    two = changed({f"{LEVER}/indicators": [indicator("①", first, second)]})
    one = changed({f"{LEVER}/indicators": [indicator("①", first)]})
    assert kinds(two, one) == [("measure-ended", f"{LEVER}/indicators/0/measures/1", None)]
    assert kinds(one, two) == [("measure-added", None, f"{LEVER}/indicators/0/measures/1")]


def test_an_indicator_under_another_lever_has_moved() -> None:
    tree = clean()
    first, second = tree["goals"][0]["levers"]
    second["indicators"].append(first["indicators"].pop())
    paths = {SCHOOLS: "/goals/0/levers/1/indicators/2/measures/0"}
    for each in tree["rationales"]:
        each["measures"] = [paths.get(path, path) for path in each["measures"]]
    changes = compare(changed({}), changed({}, tree)).changes
    assert [(c.kind.value, c.before, c.after) for c in changes] == [("indicator-moved", "学校との協力", "指導者の研修")]


def test_a_goal_in_other_words_is_known_by_its_indicators() -> None:
    (change,) = compare(changed({}), changed({"/goals/1/text": "窓口を近くする"})).changes
    assert (change.kind.value, change.before_path, change.score) == ("goal-reworded", "/goals/1", 1.0)


def test_a_lever_under_another_goal_has_moved() -> None:
    tree = clean()
    tree["goals"][0]["levers"].append(tree["goals"][1]["levers"].pop())
    measures = tree["rationales"][3]["measures"]
    measures[:] = [path.replace("/goals/1/levers/0", "/goals/0/levers/2") for path in measures]
    assert [kind for kind, _, _ in kinds(changed({}), changed({}, tree))] == ["lever-moved"]


def test_a_shared_rationale_is_told_once_and_its_years_one_by_one() -> None:
    text = clean()["rationales"][1]["text"]
    assert told({"/rationales/1/text": text.replace("指導者", "教える人")}) == [
        (
            "rationale-changed",
            "指標3の選定理由が「指導者を育てる場の数。」から「教える人を育てる場の数。」に変わりました。",
        )
    ]
    assert told({"/rationales/1/text": text.replace("平成30年度：30回", "平成30年度：32回")}) == [
        (
            "reference-changed",
            "指標3の平成30年度の参考値が30回（国内研修：20回　海外研修：10回）から"
            "32回（国内研修：20回　海外研修：10回）に変わりました。",
        )
    ]
    assert told({"/rationales/1/text": text.replace("平成29年度", "令和2年度")}) == []
    assert [kind for kind, _ in told({"/rationales/1/text": "指導者を育てる場の数。"})] == ["reference-changed"]


def test_a_rationale_comes_goes_or_stands_alone() -> None:
    assert told({"/rationales/2/text": ""}) == [
        ("rationale-changed", "指標②の選定理由が示されなくなりました（以前は「協定の数は続く関係を表す。」）。")
    ]
    alone = changed({"/rationales/2/measures": []})
    assert kinds(alone, changed({"/rationales/2/measures": [], "/rationales/2/text": "協定の数は関係を表す。"})) == [
        ("rationale-changed", "/rationales/2", "/rationales/2")
    ]
