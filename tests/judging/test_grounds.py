"""The sentences of the grounds, the questions to the office, and the steps and what is missing, word for word."""

from typing import Any

from monosashi.judging import grounds, questions
from monosashi.model import Judgement, Message
from tests.judging.case import Case


def judged(*indicators: dict[str, Any], **more: Any) -> Judgement:
    told = {"title": "文", "why": "", "rule": "common-five", "thresholds": {"near": 80, "well_above": 120}, **more}
    return Case.model_validate({**told, "indicators": indicators}).judged()


def one(actual: str, **more: str) -> dict[str, str]:
    return {"name": "応じた件数", "baseline": "50件", "target": "100件", "actual": actual, **more}


def test_grounds_of_a_sheet_with_something_of_everything() -> None:
    judgement = judged(
        one("100件"),
        one("99件", number="2", name="広報の回数"),
        one("集計中", number="3"),
        {"number": "4", "name": "制度の整備", "target": "制度を整える", "actual": "整えた", "printed": "○"},
        {"number": "5", "name": "制度の普及", "target": "普及させる", "actual": "普及した"},
        one("160件", number="6", target="200件", target_year="令和7年度"),
        overrides=[{"sign": "2", "why": "広報は目標の水準に並んだ"}],
    )
    assert grounds(judgement) == (
        Message(
            ja="指標①「応じた件数」は、目標値「100件」に対し実績値は「100件」（令和5年度）であり、目標を達成した（達成率100%）。",
            en="Indicator ① “応じた件数”: against a target of “100件” the actual is “100件” (FY2023); the target was reached"
            " (rate of attainment 100%).",
        ),
        Message(
            ja="指標2「広報の回数」は、目標値「100件」に対し実績値は「99件」（令和5年度）であり、目標を達成しなかった（達成率99%）。",
            en="Indicator 2 “広報の回数”: against a target of “100件” the actual is “99件” (FY2023); the target was not reached"
            " (rate of attainment 99%).",
        ),
        Message(
            ja="指標3「応じた件数」は、実績が集計中であるため、達成の度合いを判定していない。",
            en="Indicator 3 “応じた件数”: not judged, as the actual is being compiled.",
        ),
        Message(
            ja="指標4「制度の整備」は、文章で述べられた指標であり、表では「○」とされている。",
            en="Indicator 4 “制度の整備”: told in words; the sheet marks it “○”.",
        ),
        Message(
            ja="指標5「制度の普及」は、文章で述べられた指標であり、人の判定が要るため、達成の度合いを判定していない。",
            en="Indicator 5 “制度の普及”: not judged, as it is told in words and a person must judge it.",
        ),
        Message(
            ja="指標6「応じた件数」は、目標値「200件」に対し実績値は「160件」（令和5年度）であり、目標年度に至っていない（達成率80%）。",
            en="Indicator 6 “応じた件数”: against a target of “200件” the actual is “160件” (FY2023); the target year has not"
            " come (rate of attainment 80%).",
        ),
        Message(
            ja="数で判定した3指標のうち1指標が目標を達成しており、各行政機関共通区分の「3 相当程度進展あり」に当たる。",
            en="Of 3 measures judged by numbers 1 reached their targets: “3 considerable progress” of the common grades.",
        ),
        Message(
            ja="評価書係は、次の理由により「2」と判断した（2024-04-01）：広報は目標の水準に並んだ",
            en="評価書係 decided “2” on 2024-04-01: 広報は目標の水準に並んだ",
        ),
    )


def test_grounds_where_no_grade_follows_and_on_a_ministrys_scale() -> None:
    assert grounds(judged(one("集計中")))[-1].ja == (
        "数で判定した0指標のうち0指標が目標を達成している。足りないものがあるため、区分は定まらない。"
    )
    assert grounds(judged(one("120件"), rule="mof"))[-1] == Message(
        ja="府省の区分では「S+」（目標超過達成）に当たる。",
        en="On the ministry's own scale it is “S+” (target exceeded).",
    )


def test_questions_are_of_what_was_missed_or_left_far_behind() -> None:
    judgement = judged(
        one("100件"),
        one("99.99件", number="2"),
        one("120件", number="3"),
        one("121件", number="4"),
        one("150件", number="5"),
        one("151件", number="6"),
        one("集計中", number="7"),
        {"number": "8", "name": "事故の削減", "baseline": "5件", "target": "1件", "actual": "0件"},
        one("130件（うち夜間5件）", number="9", baseline="50件（うち夜間3件）", target="130件（うち夜間9件）"),
    )
    assert [question.ja for question in questions(judgement)] == [
        "指標2「応じた件数」は目標に達しませんでした（達成率99.99%）。達しなかった理由と、これからの対応を説明してください。",
        "指標4「応じた件数」は目標を上回りました（達成率121%）。目標の水準が適切だったか、次の目標をどうするかを説明してください。",
        "指標5「応じた件数」は目標を上回りました（達成率150%）。目標の水準が適切だったか、次の目標をどうするかを説明してください。",
        "指標6「応じた件数」は目標を大幅に上回りました（達成率151%）。目標の水準が適切だったか、次の目標をどうするかを説明してください。",
        "指標8「事故の削減」は目標を大幅に上回りました。目標の水準が適切だったか、次の目標をどうするかを説明してください。",
    ]


def test_a_sheet_without_measures() -> None:
    judgement = judged()
    assert (judgement.grade, judgement.possible, judgement.achievements, grounds(judgement)) == (None, (), (), ())
    assert [step.says.ja for step in judgement.steps] == ["指標が一つもないため、区分はありません。"]
    assert judgement.missing == ()


def test_the_steps_of_a_grade() -> None:
    judgement = judged(one("100件"), one("40件", number="②"), one("60件", number="3"), rule="mhlw")
    assert [step.says.ja for step in judgement.steps] == [
        "閾値の率は、実績÷目標（小さいほどよい指標では目標÷実績）です（規則の既定）。",
        "3の指標のうち、主要なものは指標①、指標②です。",
        "1（目標超過達成）：すべての指標が目標を達成し、主要な指標が目標を大きく上回る。当てはまりません（指標①、指標②、指標3）。",
        "2（目標達成）：すべての指標が目標を達成し、主要な指標が大きくは上回らない。当てはまりません（指標②、指標3）。",
        "3（相当程度進展あり）：達していない指標があるが、主要な指標はいずれも目標に達したか近く、これまでどおりで遠からず届く。"
        "当てはまりません（指標②）。",
        "4（進展が大きくない）：目標に達しておらず主要な指標も近くないが、達したか目標へ動いた主要な指標がある。当てはまります。",
        "厚生労働省の総合判定：そのほかの③、又は④のため、B（達成に向けて進展あり）です。",
    ]


def test_the_steps_where_a_grade_stays_open() -> None:
    judgement = judged(one("90件", number="1"), thresholds={}, basis="progress")
    assert [step.says.ja for step in judgement.steps] == [
        "閾値の率は、（実績－基準値）÷（目標－基準値）です（評価書係が2024-04-01に決めた：文）。",
        "主要と示された指標がないため、1の指標すべてを主要とみなしました。",
        "1（目標超過達成）：すべての指標が目標を達成し、主要な指標が目標を大きく上回る。当てはまりません（指標1）。",
        "2（目標達成）：すべての指標が目標を達成し、主要な指標が大きくは上回らない。当てはまりません（指標1）。",
        "3（相当程度進展あり）：達していない指標があるが、主要な指標はいずれも目標に達したか近く、これまでどおりで遠からず届く。"
        "分かりません（指標1）。",
        "4（進展が大きくない）：目標に達しておらず主要な指標も近くないが、達したか目標へ動いた主要な指標がある。"
        "上のどれでもなければ、これです。",
        "足りないものがあるため区分は出せません。残るのは 3（相当程度進展あり）、4（進展が大きくない） です。",
    ]
    assert [step.says.ja for step in judgement.missing] == [
        "閾値「near」（%）が未設定です：主要な指標が目標に「近い」とみなす率（この率以上）。"
        "評価する府省が、誰がいつなぜ決めたかを添えて設定してください。"
    ]


def test_what_is_missing_is_said_measure_by_measure() -> None:
    judgement = judged(
        one("60件", baseline=""),
        one("集計中", number="②"),
        {"number": "③", "name": "重大事故の削減", "baseline": "3件", "target": "0件", "actual": "1件"},
        one("160件", number="④", target="200件", target_year="令和7年度"),
        rule="maff",
    )
    assert [step.says.ja for step in judgement.missing] == [
        "指標②：実績が集計中である。",
        "指標④：目標年度より前なので、達成したかどうかはまだ決まらない。",
        "指標③：率を計算できないため、人が判定する必要があります。",
    ]


def test_the_steps_of_a_mark() -> None:
    judgement = judged(one("8,999件", target="10,000件"), one("0件", target="0件", number="2"), rule="maff")
    first, second = judgement.achievements
    assert [step.says.ja for step in first.mark_steps] == [
        "「率が150％を超える」に当たらないため、A'ではありません（率89.99%）。",
        "「率が90％以上である」に当たらないため、Aではありません（率89.99%）。",
        "率が50％以上であるため、Bです（率89.99%）。",
    ]
    assert [step.says.ja for step in second.mark_steps] == [
        "率は計算できませんが、目標どおりなので100%とします。",
        "「率が150％を超える」に当たらないため、A'ではありません（率100%）。",
        "率が90％以上であるため、Aです（率100%）。",
    ]
    assert {path for step in first.mark_steps for path in step.paths} == {one.path for one in first.inputs}


def test_a_rate_is_told_to_one_decimal_unless_it_would_look_like_a_threshold() -> None:
    judgement = judged(one("2件", target="3件"), one("8,999,999件", target="9,999,999件", number="2"), rule="maff")
    assert [each.mark_steps[-1].says.ja for each in judgement.achievements] == [
        "率が50％以上であるため、Bです（率66.7%）。",
        "率が50％以上であるため、Bです（率89.999999%）。",
    ]


def test_the_steps_of_a_mark_that_stays_open_or_is_not_reckoned() -> None:
    judgement = judged(
        one("90件"),
        one("集計中", number="2"),
        {"number": "3", "name": "制度の整備", "target": "制度を整える", "actual": "整えた", "printed": "イ"},
        one("-", number="4"),
        rule="soumu",
        thresholds={},
    )
    assert [[step.says.ja for step in each.mark_steps] for each in judgement.achievements] == [
        [
            "「目標に達した」に当たらないため、イではありません。",
            "「達していないが、率が「近い」の閾値以上である」かどうかが分からないため、ロかどうか決まりません（率90%、閾値nearは未設定）。",
            "上のどれでもなければ、ハです：達しておらず、率が「近い」の閾値に満たない。",
        ],
        ["実績が集計中であるため、印を付けません。"],
        ["文章で述べられた指標なので計算せず、表に印字された「イ」を採りました。"],
        ["実績がまだないため、ニです。"],
    ]
