"""Baselines, targets, actuals: told by what they mean, year by year."""

import pytest

from monosashi.model import Value
from monosashi.office.compare.values import Difference, difference
from tests.auditing.sheets import DAYS, HOME, SCHOOLS, SHARE, TALKS, actual, changed
from tests.office.compare.said import kinds, told

INDICATOR = "指標①「森の出前授業の回数」"
DAYS_NAME = "指標5「手続にかかる日数の短縮」"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("45件", "４５件", Difference.NONE),
        ("1,020箇所", "1020箇所", Difference.NONE),
        ("45.0％", "45%", Difference.NONE),
        ("-", "", Difference.NONE),
        ("前年度\n以上", "前年度以上", Difference.NONE),
        ("45件", "45回", Difference.UNIT),
        ("45件（うち国内20件）", "45回（うち国内20回）", Difference.UNIT),
        ("45件（うち国内20件）", "45回（うち国内21回）", Difference.VALUE),
        ("45件", "45件程度", Difference.VALUE),
        ("45件", "累計45件", Difference.VALUE),
        ("45件", "", Difference.VALUE),
        ("前年度以上", "前年度並み", Difference.VALUE),
    ],
)
def test_two_prints_mean_the_same_or_not(before: str, after: str, expected: Difference) -> None:
    assert difference(Value.model_validate(before), Value.model_validate(after)) is expected


def test_each_year_says_nothing_in_a_column_of_years() -> None:
    once, each = Value.model_validate("45件"), Value.model_validate("年度ごとに45件")
    assert difference(once, each, yearly=True) is Difference.NONE
    assert difference(once, each) is Difference.VALUE


def test_a_target_says_from_what_to_what_and_which_way() -> None:
    assert told({f"{TALKS}/target/value": "40回"}) == [
        ("target-moved", f"{INDICATOR}の目標値が36回程度（小学校15回程度）から40回に引き上げられました。")
    ]
    assert told({f"{DAYS}/target/value": "10日以内"}) == [
        ("target-moved", f"{DAYS_NAME}の目標値が14日以内から10日以内に引き下げられ、より厳しくなりました。")
    ]
    assert told({f"{DAYS}/target/value": "15日以内"}) == [
        ("target-moved", f"{DAYS_NAME}の目標値が14日以内から15日以内に引き上げられ、より緩くなりました。")
    ]
    assert told({f"{DAYS}/target/value": "速やかに"}) == [
        ("target-moved", f"{DAYS_NAME}の目標値が14日以内から「速やかに」に変わりました。")
    ]


def test_baseline_and_years() -> None:
    changes = {f"{DAYS}/baseline/value": "22日", f"{DAYS}/baseline/year": "令和元年度", f"{DAYS}/target/year": "R7年度"}
    assert told(changes) == [
        ("baseline-moved", f"{DAYS_NAME}の基準値が20日から22日に変わりました。"),
        ("baseline-year-moved", f"{DAYS_NAME}の基準年度が令和2年度から令和元年度に変わりました。"),
        ("target-year-moved", f"{DAYS_NAME}の目標年度が令和5年度からR7年度に変わりました。"),
    ]
    assert told({f"{DAYS}/target/year": "R5年度"}) == []


def test_a_unit_is_told_once_for_all_its_values() -> None:
    units = {f"{DAYS}/{end}/value": value for end, value in (("baseline", "20時間"), ("target", "14時間以内"))}
    yearly = {f"{DAYS}/targets/{n}/value": f"{value}時間以内" for n, value in enumerate((18, 16, 14))}
    assert told({**units, **yearly}) == [("unit-changed", f"{DAYS_NAME}の値の単位が20日から20時間に変わりました。")]


def test_yearly_targets_merged_or_repeated_are_the_same() -> None:
    years = ["令和3年度", "令和4年度", "令和5年度"]
    merged = {f"{SHARE}/targets": [{"years": years, "value": "年度ごとに50.0％"}]}
    repeated = {f"{SHARE}/targets": [{"years": [year], "value": "50％"} for year in years]}
    assert kinds(changed(merged), changed(repeated)) == []
    moved = {f"{SHARE}/targets": [{"years": years, "value": "年度ごとに55.0％"}]}
    (change,) = kinds(changed(merged), changed(moved))
    assert change == ("yearly-target-moved", f"{SHARE}/targets/0/value", f"{SHARE}/targets/0/value")
    one = {f"{SHARE}/targets/1/value": "58.0％"}
    assert kinds(changed(merged), changed({**repeated, **one})) == [
        ("yearly-target-moved", f"{SHARE}/targets/0/value", f"{SHARE}/targets/1/value")
    ]


def test_a_target_within_reach_of_the_columns_comes_and_goes() -> None:
    assert told({f"{SHARE}/targets/1/value": ""}) == [
        (
            "yearly-target-moved",
            "指標⑥「手続を電子で行った人の割合」の令和4年度の目標値が示されなくなりました（以前は55.0％）。",
        )
    ]


def test_actuals_are_reported_restated_withdrawn_or_missing_otherwise() -> None:
    name = "指標②「里山の協定を結んだ学校の数」"
    assert told({f"{SCHOOLS}/actuals/2": actual("令和3年度", "累計19校")}) == [
        ("actual-reported", f"{name}の令和3年度の実績値が新たに示されました（累計19校）。")
    ]
    assert told({f"{SCHOOLS}/actuals/1": actual("令和２年度", "累計１６校")}) == []
    assert told({f"{SCHOOLS}/actuals/1": actual("令和2年度", "累計17校")}) == [
        ("actual-restated", f"{name}の令和2年度の実績値が累計16校から累計17校に変わりました。")
    ]
    assert told({f"{SCHOOLS}/actuals/1": {"year": "令和2年度", "value": "-", "state": "unstated"}}) == [
        ("actual-withdrawn", f"{name}の令和2年度の実績値が示されなくなりました（以前は累計16校）。")
    ]
    compiling = {"year": "令和3年度", "value": "集計中", "state": "compiling"}
    assert told({f"{SCHOOLS}/actuals/2": compiling}) == [
        ("state-changed", f"{name}の令和3年度の実績値がない理由が「まだ実績なし」から「集計中」に変わりました。")
    ]


def test_a_dash_that_the_next_sheet_dates_otherwise_is_no_change() -> None:
    assert told({f"{SCHOOLS}/actuals/2/state": "unstated"}) == []


def test_years_beyond_the_other_sheets_columns_are_no_change() -> None:
    later = [actual("令和8年度", "25回")]
    assert told({f"{HOME}/actuals/-": later[0]}) == []
    assert told({f"{HOME}/actuals/0/year": "平成20年度"}) == []
