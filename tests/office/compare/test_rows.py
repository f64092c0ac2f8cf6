"""Head, programmes, money, cabinet decisions, notes and labels."""

import pytest

from monosashi.model import Identifier, Reading, Sheet
from monosashi.model.reading import Document
from monosashi.model.trace import Trace
from monosashi.office import compare, matched_readings
from monosashi.office.samples import sample_sheets
from tests.auditing.sheets import changed, clean, programme
from tests.office.compare.said import kinds, told


@pytest.mark.parametrize(
    ("path", "now", "expected"),
    [
        ("/title", "里山学習の事前分析表（令和4年度実施政策）", [("sheet-year-moved", "対象年度が令和3年度から令和4年度に変わりました。")]),
        ("/title", "里山学習の\n事前分析表（令和３年度実施政策）", []),
        ("/identifier", "（里山庁Ｒ３―①）", []),
        ("/identifier", "里山庁R4－①", [("identifier-changed", "整理番号が「里山庁R3－①」から「里山庁R4－①」に変わりました。")]),
        ("/policy/statements/0/text", "里山の学びを深める", [("policy-reworded", "政策名が「里山の学びを広げる」から「里山の学びを深める」に変わりました。")]),
        ("/policy/statements/1/text", "令和6年\n8月", []),
        ("/policy/statements/1/text", "令和6年9月", [("evaluation-month-moved", "政策評価実施予定時期が「令和６年８月」から「令和6年9月」に変わりました。")]),
        ("/policy/statements/1/label", "政策評価の\n予定時期", [("label-changed", "見出しが「政策評価実施予定時期」から「政策評価の予定時期」に変わりました。")]),
        ("/labels/0/text", "予算額（執行額）（※４）", []),
        ("/notes/1/text", "繰越しを含まない。", [("note-reworded", "注記※２の文言が「繰越しを含む。」から「繰越しを含まない。」に変わりました（類似度0.66）。")]),
        ("/notes/1/mark", "※４", [("note-renumbered", "注記※４の印が※２から※４に変わりました。")]),
    ],
)  # fmt: skip
def test_head_and_notes(path: str, now: str, expected: list[tuple[str, str]]) -> None:
    assert told({path: now}) == expected


def test_statements_that_one_sheet_alone_has() -> None:
    other = {"role": "other", "label": "備考", "text": "初めて作った。"}
    assert told({"/policy/statements/-": other}) == [("statement-added", "備考「初めて作った。」が加わりました。")]
    assert told({"/policy/statements/-": {**other, "text": "－"}}) == []
    assert kinds(changed({"/policy/statements/-": other}), changed({})) == [
        ("statement-ended", "/policy/statements/2/text", None)
    ]


def test_money_is_told_by_year_account_and_amount() -> None:
    name = "達成手段(1)「事業(1)」"
    assert told({"/programmes/0/money/0": {"text": "1,310,000千円\n（1,296,000千円）", "year": "R2年度"}}) == []
    assert told({"/programmes/0/money/0/text": "1,310百万円\n（1,300百万円）"}) == [
        ("money-changed", f"{name}の令和2年度の執行額が1,296百万円から1,300百万円に変わりました。")
    ]
    assert told({"/programmes/0/money/1/text": "1,400百万円\n（1,390百万円）"}) == [
        ("money-changed", f"{name}の令和3年度の執行額が新たに示されました（1,390百万円）。")
    ]
    assert told({"/programmes/1/money/1/text": "産投出資：\n250百万円"}) == [
        ("money-changed", "達成手段(2)「事業(2)」の令和3年度の産投出資の予算額が210百万円から250百万円に変わりました。")
    ]
    assert told({"/programmes/2/money/0/text": "90百万円"}) == [
        ("money-changed", "達成手段(3)「事業(3)」の令和2年度の額が〈90百万円〉の内数から90百万円に変わりました。")
    ]
    assert told({"/programmes/3/money/0/text": "12百万円"}) == [
        ("money-changed", "達成手段(4)「事業(4)」の令和2年度の予算額・執行額が「※３」から12百万円に変わりました。")
    ]
    assert told({"/money/0/text": "1,511百万円\n（1,476百万円）"}) == [
        ("money-changed", "令和2年度の予算額が1,510百万円から1,511百万円に変わりました。")
    ]


def test_a_year_of_money_beyond_the_columns_is_no_change() -> None:
    assert told({"/money/-": {"text": "1,600百万円", "year": "令和4年度"}}) == []
    assert [kind for kind, _ in told({"/money/-": {"text": "1,600百万円", "year": "令和3年度"}})] == ["money-changed"]


def test_a_programme_ends_where_it_stood_and_another_comes() -> None:
    before = changed({f"/programmes/{n}/name": f"{name}の助成" for n, name in enumerate(("鹿", "熊", "鷹", "鮎"))})
    tree = before.model_dump(mode="json")
    del tree["programmes"][1]
    tree["programmes"][2]["number"] = "(3)"
    tree["programmes"].append({**programme("(5)", "6", "8百万円"), "name": "外来植物を抜く活動"})
    after = Sheet.model_validate(tree)
    assert [(c.kind.value, c.path) for c in compare(before, after).changes] == [
        ("programme-ended", "/programmes/1"),
        ("programme-renumbered", "/programmes/2/number"),
        ("programme-added", "/programmes/3"),
    ]


def test_related_numbers_follow_an_indicator_that_was_renumbered() -> None:
    number = {"/goals/1/levers/0/indicators/1/number": "⑧"}
    assert [kind for kind, _ in told(number)] == ["indicator-renumbered"]
    assert [kind for kind, _ in told({**number, "/programmes/2/related": "8"})] == ["indicator-renumbered"]
    assert [kind for kind, _ in told({"/programmes/2/related": "5"})] == ["related-changed"]
    assert told({"/programmes/0/related": "①、２"}) == []


def test_a_cabinet_decision_by_name_day_and_excerpt() -> None:
    link = {"name": "里山の基本方針", "date": "令和３年６月１８日", "excerpt": "学びの場を増やす。"}
    before = changed({"/cabinet": [link]})
    assert kinds(before, changed({"/cabinet": [{**link, "date": "2021-06-18"}]})) == []
    for field, now in (("name", "里山の基本的な方針"), ("date", "令和4年6月7日"), ("excerpt", "")):
        path = f"/cabinet/0/{field}"
        assert kinds(before, changed({"/cabinet": [{**link, field: now}]})) == [("cabinet-changed", path, path)]
    assert kinds(before, changed({"/cabinet": []})) == [("cabinet-ended", "/cabinet/0", None)]


def test_groups_hold_every_change_once_in_the_order_of_the_form() -> None:
    one, other = sample_sheets()
    found = compare(one, other)
    groups = list(found.groups())
    assert [change for group in groups for change in group.changes] == list(found.changes)
    assert [group.title.ja for group in groups] == [
        "頭書き", "施策目標・施策手段", "測定指標", "達成手段", "内閣の重要政策", "注記"
    ]  # fmt: skip


def _reading(identifier: str, name: str) -> Reading:
    tree = {
        **clean(),
        "identifier": identifier,
        "policy": {"statements": [{"role": "name", "label": "名", "text": name}]},
    }
    sheet = Sheet.model_validate(tree)
    assert isinstance(sheet.identifier, Identifier)
    return Reading(document=Document(name="", sha256=""), sheet=sheet, trace=Trace())


def test_sheets_of_documents_with_several_are_matched_by_number_then_by_name() -> None:
    before = [_reading("総務省R3－①", "森"), _reading("総務省R3－②", "川"), _reading("", "海")]
    after = [_reading("", "海"), _reading("総務省R4－②", "川と湖"), _reading("総務省R3－①", "森"), _reading("", "空")]
    assert matched_readings(before, after) == ((before[2], after[0]), (before[1], after[1]), (before[0], after[2]))
    assert matched_readings(before[:1], after[3:]) == ((before[0], after[3]),)
    assert matched_readings(before, after[3:]) == ()
