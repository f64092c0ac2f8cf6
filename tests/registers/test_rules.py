"""Counting rules as TOML: what is shipped, and what is refused before it can count wrongly."""

import pytest

from monosashi.model import CountingRule, Message, Nendo, Record
from monosashi.model.naming import policy_key
from monosashi.registers.counting import count
from monosashi.registers.counting_entries import RecordTwice
from monosashi.registers.counting_terms import BadRule
from monosashi.registers.kinds import parse_register, shipped_registers
from monosashi.registers.rules import parse_rules, shipped_rules

RULE = """
[[rules]]
code = "talks"
register = "consultations"
text = { ja = "協議の回数", en = "Consultations" }
day = "held_on"
valid_from = 2015
source = { ja = "見本", en = "example" }
"""


def test_the_shipped_rules_count_the_seven_indicators() -> None:
    assert [rule.code for rule in shipped_rules()] == [
        "agreements",
        "conferences",
        "consultations",
        "jict-inducement",
        "jict-partners",
        "jict-partners-per-case",
        "orders",
        "seminars",
        "studies",
    ]
    assert all(rule.applies_to and rule.source.ja and rule.source.en for rule in shipped_rules())


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.code)
def test_a_shipped_rule_counts_nothing_where_there_is_nothing(rule: CountingRule) -> None:
    whole, *parts = count(rule, (), Nendo(year=2020))
    assert (whole.counted, whole.left_out, [part.counted for part in parts]) == ((), (), [()] * len(parts))


def test_years_are_written_plainly_and_the_register_by_its_code() -> None:
    (rule,) = parse_rules(RULE + "valid_to = 2020\n", "own.toml")
    assert (rule.register_code, rule.valid_from, rule.valid_to) == ("consultations", Nendo(year=2015), Nendo(year=2020))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("day_ = 1", "「day_」が書き方に合いません"),
        ('last_day = "ended"', "項目「ended」がありません"),
        ('last_day = "title"', "last_day の項目「協議の名称」（title）の種類 text は、ここでは使えません"),
        ('conditions = [{ field = "level", one_of = ["minister"] }]', "項目「level」に「minister」という答えはありません"),
        ('conditions = [{ field = "form" }]', "項目「form」の条件が何も求めていません"),
        ('conditions = [{ field = "title", at_least = "5" }]', "項目「title」の範囲「5」は、数や日付ではありません"),
        ('conditions = [{ field = "held_on", at_least = "春" }]', "項目「held_on」の範囲「春」は、数や日付ではありません"),
        ('counts = "sum"', "counted は、distinct、sum、ratio の規則に要り"),
        ('counts = "sum"\ncounted = "title"', "counted の項目「協議の名称」（title）の種類 text は、ここでは使えません"),
        ('counts = "ratio"\ncounted = "countries"', "小数何桁に丸めるか（digits）が要ります"),
        ('since = "2015-11-25"', "since「2015-11-25」は、累計（cumulative）の規則に"),
        ('span = "cumulative"\nsince = "いつか"', "since「いつか」は、累計（cumulative）の規則に"),
        ('valid_to = 2010', "valid_to が valid_from より前です"),
        ('subsets = [{ part = "うち", conditions = [] }]', "「うち」（subsets）には条件が要ります"),
        ('same_event = [["held_on", "place|ended"]]', "項目「ended」がありません"),
        ('same_event = [[]]', "same_event に空の組があります"),
        ('applies_to = [{ measure = " " }]', "applies_to には指標の名前（measure）が要ります"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_count_is_refused_and_says_why(more: str, told: str) -> None:
    with pytest.raises(BadRule) as refused:
        parse_rules(RULE + more + "\n", "own.toml")
    assert told in refused.value.message.ja
    assert refused.value.message.en.startswith("own.toml")


@pytest.mark.parametrize("text", ["rules = 1", "x = ", "[[rule]]\ncode = 1", RULE + RULE])
def test_what_is_no_list_of_rules_is_refused(text: str) -> None:
    with pytest.raises(BadRule):
        parse_rules(text, "own.toml")


def test_a_record_that_refers_to_another_is_only_asked_whether_it_is_filled() -> None:
    orders = RULE.replace("consultations", "orders").replace("held_on", "ordered_on")
    assert parse_rules(orders + 'conditions = [{ field = "followed_from", filled = true }]\n', "own.toml")
    for more in (
        'conditions = [{ field = "followed_from", one_of = ["studies/T-1"] }]',
        'counts = "distinct"\ncounted = "followed_from"',
        'same_event = [["followed_from"]]',
    ):
        with pytest.raises(BadRule):
            parse_rules(orders + more + "\n", "own.toml")


def test_a_register_of_ones_own_is_known_where_it_is_given() -> None:
    own = parse_register(
        'code = "walks"\nname = { ja = "歩く会", en = "Walks" }\ncounted = { ja = "一回", en = "one" }\nday = "on"\n'
        'title = "title"\nfields = [{ code = "on", name = { ja = "日", en = "Day" }, kind = "date", required = true },'
        ' { code = "title", name = { ja = "名", en = "Name" }, kind = "text", required = true }]\n',
        "walks.toml",
    )
    text = RULE.replace('"consultations"', '"walks"').replace("held_on", "on")
    (rule,) = parse_rules(text, "own.toml", (own,))
    assert count(rule, (), Nendo(year=2020), register=own)[0].value == 0
    with pytest.raises(BadRule, match="台帳「walks」がありません"):
        parse_rules(text, "own.toml", shipped_registers())
    with pytest.raises(BadRule, match="台帳「walks」がありません"):
        count(rule, (), Nendo(year=2020))


def test_two_records_of_one_id_are_not_counted_at_all() -> None:
    with pytest.raises(RecordTwice, match="seminars/S-1"):
        count(
            next(rule for rule in shipped_rules() if rule.code == "seminars"),
            [Record(kind="seminars", id="S-1")] * 2,
            Nendo(year=2020),
        )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("政策14：ICT分野における国際戦略の推進", "ＩＣＴ分野における国際戦略の推進"),
        ("政策１４ ICT分野における国際戦略の推進", "ICT分野における国際戦略の推進"),
        ("施策目標Ⅰ－11－2 医療", "医療"),
        ("⑭　道路", "道路"),
    ],
)
def test_a_policy_is_known_without_its_number(left: str, right: str) -> None:
    assert policy_key(left) == policy_key(right)


@pytest.mark.parametrize("name", ["5Gの普及", "2025年大阪・関西万博の推進", "14", "地方行政の推進"])
def test_a_number_that_belongs_to_the_name_stays(name: str) -> None:
    assert policy_key(name) == policy_key(f"政策3：{name}")
    assert policy_key(name) != policy_key(name[1:])


def test_what_a_sentence_says_of_a_meeting_over_two_years() -> None:
    rule = next(rule for rule in shipped_rules() if rule.code == "seminars")
    texts = {"title": "説明会", "held_on": "2020-03-31", "last_day": "2020-04-02", "form": "seminar"}
    record = Record.model_validate(
        {"kind": "seminars", "id": "S-1", "values": [{"field": code, "text": text} for code, text in texts.items()]}
    )
    (found,) = count(rule, [record], Nendo(year=2019))
    assert found.counted[0].because == Message(
        ja="「開催日（初日）」2020年3月31日は令和元年度です（2020年4月2日まで年度をまたぎますが、初日の年度で数えます）。",
        en="“First day held” is 31 March 2020, in FY2019 (it lasted until 2 April 2020, in the next year, but counts by its first day).",
    )
