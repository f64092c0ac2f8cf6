"""The rules as data: what they state, what they ask, what is refused, which is in force, and what is published."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from monosashi.judging import Rule, asked_thresholds, judge, rule, rule_in_force, rules
from monosashi.judging.rule_pages import pages
from monosashi.model import Decisions, Override, Sheet, Terms, ThresholdSetting
from monosashi.model.error import MonosashiError
from tests.judging.case import Case

PAGES = Path(__file__).resolve().parents[2] / "docs" / "rules"
ONE = Case.model_validate(
    {"title": "", "why": "", "rule": "soumu", "indicators": [{"baseline": "50件", "target": "100件", "actual": "90件"}]}
)


def setting(name: str, value: str) -> ThresholdSetting:
    return ThresholdSetting(name=name, value=Decimal(value), who="評価書係", when=dt.date(2024, 4, 1), why="試み")


def test_the_rules_there_are() -> None:
    assert [one.id for one in rules()] == ["common-five", "maff", "mhlw", "mlit", "mof", "npa", "soumu"]


def test_only_the_bands_that_were_seen_are_shipped_as_numbers() -> None:
    stated = {spec.name: spec.value for one in rules() for spec in one.thresholds if not spec.asked}
    assert stated == {"maff_a_prime": 150, "maff_a": 90, "maff_b": 50}
    defaults = {spec.name: spec.default for one in rules() for spec in one.thresholds if spec.default is not None}
    assert defaults == {"outside_factors": 0}


def test_scales_in_their_order() -> None:
    marks = {one.id: "".join(one.marks.marks) for one in rules() if one.marks}
    assert marks == {"maff": "A'ABC", "mhlw": "○△×", "mlit": "ABN", "mof": "○△×", "npa": "◎○△", "soumu": "イロハニ"}
    further = {one.id: " ".join(one.further.marks) for one in rules() if one.further}
    assert further == {"mhlw": "A B C", "mof": "S+ S A B C"}
    assert {" ".join(one.grades.marks) for one in rules()} == {"1 2 3 4 5"}


def test_every_rule_says_in_both_languages_what_was_seen() -> None:
    for one in rules():
        told = [one.title, one.citation.document, one.citation.seen, *one.decided]
        told += [spec.asks for spec in one.thresholds]
        told += [words for sign in one.grades.signs for words in (sign.label, sign.says)]
        assert all(words.ja.strip() and words.en.strip() for words in told), one.id


def test_an_unknown_rule_is_refused_with_those_there_are() -> None:
    with pytest.raises(MonosashiError, match="unknown-rule") as refused:
        rule("maf")
    assert refused.value.message.ja == (
        "「maf」という規則はありません。判定はしていません。あるのは common-five, maff, mhlw, mlit, mof, npa, soumu です。"
    )


def test_a_rule_that_speaks_of_a_threshold_it_lacks_is_refused() -> None:
    tree = rule("npa").model_dump()
    tree["thresholds"] = [one for one in tree["thresholds"] if one["name"] != "npa_circle"]
    with pytest.raises(ValidationError, match="npa_circle"):
        Rule.model_validate(tree)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ({"identifier": "総務省R3－⑭"}, "soumu"),
        ({"identifier": "（国税庁30政5-1）"}, "mof"),
        ({"identifier": "公正取引委員会28-1"}, "common-five"),
        ({"identifier": "環境省22-24", "title": "総務省の様式による評価書"}, "common-five"),
        ({"title": "令和5年度実績評価書（農林水産省）"}, "maff"),
        ({"policy": {"statements": [{"role": "office", "label": "担当", "text": "警察庁長官官房"}]}}, "npa"),
        ({"form": "mlit-kohyo"}, "mlit"),
        ({"form": "mhlw-jisseki", "identifier": "施策目標Ⅰ-11-2"}, "mhlw"),
        ({"form": "soumu-jizen-r3", "identifier": "未来生活省R6-⑨"}, "common-five"),
        ({}, "common-five"),
    ],
)
def test_the_rule_in_force(text: dict[str, object], wanted: str) -> None:
    assert rule_in_force(Sheet.model_validate(text)).id == wanted


@pytest.mark.parametrize(
    ("title", "version"),
    [
        ("平成29年度評価書", "1"),
        ("平成30年度評価書", "2"),
        ("令和5年度評価書", "2"),
        ("令和6年度評価書", "3"),
        ("評価書", "3"),
    ],
)
def test_of_several_versions_the_one_of_the_sheets_year_is_in_force(title: str, version: str) -> None:
    newest = rule("soumu")
    first, second = dt.date(2018, 3, 31), dt.date(2024, 3, 31)
    versions = (
        newest.model_copy(update={"version": "1", "valid_to": first}),
        newest.model_copy(update={"version": "2", "valid_from": dt.date(2018, 4, 1), "valid_to": second}),
        newest.model_copy(update={"version": "3", "valid_from": dt.date(2024, 4, 1)}),
    )
    sheet = Sheet.model_validate({"title": f"総務省 {title}"})
    assert rule_in_force(sheet, versions).version == version


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("③【相当程度進展あり】", []),
        ("④【進展が大きくない】", []),
        ("目標達成", ["表は「2 目標達成」と述べていますが、計算ではそうなりません。"]),
        ("A", []),
        ("", []),
    ],
)
def test_a_printed_grade_that_does_not_follow_is_said(printed: str, said: list[str]) -> None:
    told = {"policy": {"statements": [{"role": "result", "label": "目標達成度合いの測定結果", "text": printed}]}}
    sheet = Sheet.model_validate({**ONE.sheet.model_dump(), **told})
    judgement = judge(sheet, rule("common-five"))
    assert [one.sign for one in judgement.possible] == ["3", "4"]
    assert judgement.printed_grade == printed
    assert [step.says.ja for step in judgement.steps if step.says.ja.startswith("表は")] == said


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ([setting("nere", "80")], "「nere」という閾値はありません"),
        ([setting("maff_a", "80")], "「maff_a」という閾値はありません"),
        ([setting("near", "101")], "「near」の101は100以下の数にしてください"),
        ([setting("near", "-1")], "「near」の-1は0以上の数にしてください"),
        ([setting("well_above", "100")], "「well_above」の100は100より大きい数にしてください"),
        ([setting("well_above", "95")], "「well_above」の95は100より大きい数にしてください"),
        ([setting("near", "80"), setting("near", "85")], "「near」が二度あります"),
        (
            [setting("npa_circle", "90"), setting("npa_double_circle", "80")],
            "「npa_circle」の90が「npa_double_circle」の80を超えています",
        ),
        ([setting("outside_factors", "2")], "「outside_factors」の2は1以下の数にしてください"),
    ],
)
def test_thresholds_that_cannot_be(settings: list[ThresholdSetting], said: str) -> None:
    with pytest.raises(MonosashiError, match="bad-thresholds") as refused:
        judge(ONE.sheet, rule("soumu"), Terms(settings=tuple(settings)))
    assert said in refused.value.message.ja


def test_thresholds_as_they_stand_are_said_with_who_set_them() -> None:
    told = judge(ONE.sheet, rule("maff"), Terms(settings=(setting("near", "80"),))).rule.thresholds
    assert [(one.name, one.value, one.who, one.when) for one in told] == [
        ("maff_a_prime", Decimal(150), "", ""),
        ("maff_a", Decimal(90), "", ""),
        ("maff_b", Decimal(50), "", ""),
        ("well_above", None, "", ""),
        ("near", Decimal(80), "評価書係", "2024-04-01"),
    ]


def test_the_tolerance_for_about_stands_among_the_thresholds_where_an_office_set_it() -> None:
    told = judge(ONE.sheet, rule("common-five"), Terms(settings=(setting("about", "5"),))).rule.thresholds
    assert [(one.name, one.value, one.who) for one in told] == [
        ("well_above", None, ""),
        ("near", None, ""),
        ("about", Decimal(5), "評価書係"),
    ]


def test_every_threshold_an_office_may_set() -> None:
    assert sorted(asked_thresholds()) == [
        *("about", "near", "npa_circle", "npa_double_circle", "outside_factors", "triangle", "well_above"),
    ]


def test_an_override_of_an_unknown_measure_is_refused() -> None:
    path = "/goals/0/levers/0/indicators/9/measures/0"
    with pytest.raises(MonosashiError, match="unknown-measure") as refused:
        judge(ONE.sheet, rule("soumu"), decisions=_override(path, "イ"))
    assert path in refused.value.message.ja


@pytest.mark.parametrize(("path", "sign"), [("", "イ"), ("", "6"), (ONE.path("①"), "A")])
def test_an_override_with_a_sign_of_no_scale_is_refused(path: str, sign: str) -> None:
    with pytest.raises(MonosashiError, match="unknown-sign") as refused:
        judge(ONE.sheet, rule("soumu"), decisions=_override(path, sign))
    assert ("1、2、3、4、5" if not path else "イ、ロ、ハ、ニ") in refused.value.message.ja


def test_a_way_that_no_word_tells_is_said_where_the_targets_fall() -> None:
    falls = {"name": "巡回した集落", "baseline": "50集落", "target": "40集落", "actual": "42集落"}
    one = Case.model_validate({"title": "", "why": "", "rule": "common-five", "indicators": [falls]})
    said = [step.says.ja for step in one.judged().steps]
    assert sum("人が確かめてください" in one for one in said) == 1


def test_where_a_rule_has_no_marks_a_person_may_give_any() -> None:
    told = judge(ONE.sheet, rule("common-five"), decisions=_override(ONE.path("①"), "おおむね達成"))
    assert [one.sign for one in told.overrides] == ["おおむね達成"]


def _override(path: str, sign: str) -> Decisions:
    return Decisions(overrides=(Override(path=path, sign=sign, who="課長", when=dt.date(2024, 8, 1), why="試み"),))


def test_the_published_pages_are_those_of_the_rules() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in PAGES.glob("*.md")} == pages()


@pytest.mark.parametrize(
    ("actual", "printed", "said", "said_en"),
    [
        ("－", "", "実績がまだないため、ニです。", "ニ: there is no actual yet."),
        ("集計中", "", "実績が集計中であるため、印を付けません。", "No mark is given: the actual is being compiled."),
    ],
)
def test_why_there_is_a_mark_or_none_is_said_of_the_measure(actual: str, printed: str, said: str, said_en: str) -> None:
    indicator = {"baseline": "50件", "target": "100件", "actual": actual, "printed": printed}
    one = Case.model_validate({"title": "", "why": "", "rule": "soumu", "indicators": [indicator]})
    (achievement,) = one.judged().achievements
    assert [(step.says.ja, step.says.en, step.paths) for step in achievement.mark_steps] == [
        (said, said_en, (achievement.path,))
    ]
