"""The budget by stages, its items, and what only some forms say of an indicator: each change in a sentence, once."""

from typing import Any

from monosashi.model import Sheet
from monosashi.office import compare
from tests.auditing.sheets import TALKS, changed
from tests.office.compare.said import told

INDICATOR = TALKS.removesuffix("/measures/0")
ITEM = {"mark": "●", "account": "一般会計", "item": "港湾整備費", "matter": "港湾の整備に必要な経費"}


def row(label: str, kind: str, amounts: dict[str, str], unit: str = "百万円") -> dict[str, Any]:
    """A row of a table, by the heads of its columns."""
    found = [{"years": [year], "text": text} for year, text in amounts.items()]
    return {"label": label, "kind": kind, "unit": unit, "amounts": found}


def budget(*rows: dict[str, Any]) -> Sheet:
    return changed({"/budgets": [{"label": "施策の予算額", "rows": list(rows)}]})


def sentences(before: Sheet, after: Sheet) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.message.ja, one.message.en) for one in compare(before, after).changes]


def test_an_amount_is_told_by_its_stage_and_year() -> None:
    before = budget(row("執行額", "executed", {"令和2年度": "1,100", "令和3年度": "－"}))
    after = budget(row("執行額", "executed", {"令和2年度": "1,150", "令和3年度": "900"}))
    assert sentences(before, after) == [
        (
            "budget-changed",
            "令和2年度の執行額が1,100百万円から1,150百万円に変わりました。",
            "Execution of FY2020 changed from 1,100百万円 to 1,150百万円.",
        ),
        (
            "budget-changed",
            "令和3年度の執行額が新たに示されました（900百万円）。",
            "The sheet now states the execution of FY2021 (900百万円).",
        ),
    ]


def test_another_unit_of_the_same_money_and_a_later_year_are_no_change() -> None:
    before = budget(row("合計", "total", {"令和2年度": "1,200", "令和3年度": "1,300"}))
    after = budget(row("合計", "total", {"令和3年度": "1,300,000", "令和4年度": "5"}, unit="千円"))
    assert sentences(before, after) == []


def test_the_same_digits_in_another_unit_are_other_money() -> None:
    before = budget(row("合計", "total", {"令和2年度": "1,200"}))
    after = budget(row("合計", "total", {"令和2年度": "1,200"}, unit="千円"))
    assert [ja for _, ja, _ in sentences(before, after)] == [
        "令和2年度の合計が1,200百万円から1,200千円に変わりました。"
    ]


def test_a_request_is_compared_with_a_request_alone() -> None:
    before = budget(row("当初予算", "initial", {"令和2年度": "1", "令和3年度要求額": "5"}))
    after = budget(row("当初予算", "initial", {"令和2年度": "1", "令和3年度": "4", "令和3年度要求額": "6"}))
    assert [(ja, en) for _, ja, en in sentences(before, after)] == [
        (
            "令和3年度要求の当初予算が5百万円から6百万円に変わりました。",
            "Initial budget requested for FY2021 changed from 5百万円 to 6百万円.",
        )
    ]


def test_a_stage_under_another_label_is_the_same_row() -> None:
    before = budget(row("合計（a+b）", "total", {"令和2年度": "1"}))
    after = budget(row("計", "total", {"令和2年度": "1"}), row("執行額", "executed", {"令和2年度": "1"}))
    assert [(kind, ja) for kind, ja, _ in sentences(before, after)] == [
        ("label-changed", "見出しが「合計（a+b）」から「計」に変わりました。"),
        ("budget-row-added", "予算の表の行「執行額」が加わりました。"),
    ]


def test_a_text_over_two_years_is_told_once() -> None:
    over = {"years": ["令和2年度", "令和3年度"], "text": "（※記入は任意）"}
    before = budget({"label": "執行額", "kind": "executed", "amounts": [over]})
    after = budget({"label": "執行額", "kind": "executed", "amounts": [over | {"text": "未定"}]})
    assert [ja for _, ja, _ in sentences(before, after)] == [
        "令和2年度、令和3年度の執行額が「（※記入は任意）」から「未定」に変わりました。"
    ]


def test_a_table_comes_and_goes() -> None:
    table = budget(row("合計", "total", {"令和2年度": "1"}))
    assert [(kind, ja) for kind, ja, _ in sentences(changed({}), table)] == [
        ("budget-added", "予算の表「施策の予算額」が加わりました。")
    ]
    assert [kind for kind, _, _ in sentences(table, changed({}))] == ["budget-ended"]


def test_a_line_of_the_budget_s_items() -> None:
    before = changed({"/budget_items": [ITEM]})
    after = changed({"/budget_items": [ITEM | {"mark": "◆"}, {"item": "離島振興費"}]})
    assert [(kind, ja) for kind, ja, _ in sentences(before, after)] == [
        (
            "budget-item-changed",
            "予算科目「一般会計 港湾整備費 港湾の整備に必要な経費」の●・◆の別が「●」から「◆」に変わりました。",
        ),
        ("budget-item-added", "予算科目「離島振興費」が加わりました。"),
    ]


def test_what_some_forms_say_of_a_measure() -> None:
    assert told({f"{TALKS}/mark": "（○）", f"{TALKS}/actuals/0/mark": "95%", f"{TALKS}/counted_in": "回"}) == [
        ("unit-changed", "指標①「森の出前授業の回数」の単位が新たに示されました（「回」）。"),
        ("year-mark-changed", "指標①「森の出前授業の回数」の令和3年度の達成の表示が新たに示されました（「95%」）。"),
        ("judgement-changed", "指標①「森の出前授業の回数」の達成の判定が新たに示されました（「（○）」）。"),
    ]


def test_a_circle_of_another_character_is_the_same_judgement() -> None:
    assert told({f"{TALKS}/mark": "〇"}, changed({f"{TALKS}/mark": "◯"})) == []


def test_an_asterisk_in_a_name_and_one_in_a_group_s_name_make_a_primary_indicator() -> None:
    path = "/goals/0/levers/1/indicators/0"
    said = [("primary-changed", "指標3「国内で開いた研修」は主要な測定指標になりました。")]
    assert told({f"{path}/measures/0/name": "国内で開いた研修＊＜アウトプット指標＞"}) == said
    grouped = {f"{path}/group": "研修の数"}
    assert [kind for kind, _ in told({f"{path}/group": "研修の数＊"}, changed(grouped))] == ["primary-changed"]


def test_a_year_that_went_from_under_the_name_to_a_column_is_the_same_year() -> None:
    before = changed({"/programmes/0/name": "事業（平成20年度）"})
    after = changed({"/programmes/0/name": "事業", "/programmes/0/started": "平成20年度"})
    assert sentences(before, after) == []
    later = changed({"/programmes/0/name": "事業", "/programmes/0/started": "平成21年度"})
    (change,) = compare(before, later).changes
    assert (change.before_path, change.after_path) == ("/programmes/0/name", "/programmes/0/started")
    assert change.message.ja == "達成手段(1)「事業」の開始年度が平成20年度から平成21年度に変わりました。"


def test_a_unit_that_went_from_the_values_to_a_column_is_told_once() -> None:
    value = {f"{TALKS}/{end}/value": "40" for end in ("baseline", "target")}
    apart = changed({**value, f"{TALKS}/counted_in": "回"})
    beside = changed(dict.fromkeys(value, "40回"))
    assert [(one.kind.value, one.after_path) for one in compare(beside, apart).changes] == [
        ("unit-changed", f"{TALKS}/counted_in")
    ]
