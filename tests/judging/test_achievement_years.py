"""Which year is judged and against which target, rules that refer to other values, and the terms of a scenario."""

from decimal import Decimal

import pytest

from monosashi.judging.achievement import MeasuredSheet, achievements
from monosashi.model import Footing, GoalShape, Movement, Nendo, Sheet, Terms, Way
from tests.judging.series import FIRST, LAST, SECOND, START, THIRD, measure, reached, said, sheet_of

D = Decimal
RESULT = "評価書（令和7年度）"


def years(sheet: Sheet, year: int | None = None) -> list[int | None]:
    """The year each measure is judged by."""
    found = achievements(sheet, nendo=Nendo(year=year) if year else None)
    return [one.nendo.year if one.nendo else None for one in found]


def test_one_year_for_the_whole_sheet() -> None:
    early = measure("20駅", {FIRST: "11駅", SECOND: "集計中", THIRD: "－"})
    late = measure("20駅", {FIRST: "11駅", SECOND: "12駅", THIRD: "－"})
    sheet = sheet_of(early, late)
    assert years(sheet) == [2023, 2023]
    assert [one.footing for one in achievements(sheet)] == [Footing.COMPILING, Footing.REPORTED]
    assert years(sheet, 2022) == [2022, 2022]


def test_a_measure_that_has_no_column_for_the_year_is_judged_by_its_own_last_one() -> None:
    sheet = sheet_of(measure("20駅", {FIRST: "20駅"}, until=FIRST), measure("20駅", {FIRST: "11駅", THIRD: "12駅"}))
    assert years(sheet) == [2022, 2024]
    assert years(sheet, 2024) == [2024, 2024]
    assert reached(sheet, year=2024).footing is Footing.UNSTATED


def test_an_actual_of_the_baselines_year_is_no_result() -> None:
    assert years(sheet_of(measure("20駅", {START: "10駅", FIRST: "－", SECOND: "－"}, baseline="10駅"))) == [2023]


@pytest.mark.parametrize(
    ("cells", "title", "year"),
    [
        ({THIRD: "18駅", LAST: "集計中"}, RESULT, 2025),  # an evaluation speaks of a year that is still compiled
        ({THIRD: "18駅", LAST: "集計中"}, "事前分析表（令和6年度）", 2024),
        ({THIRD: "18駅", LAST: "集計中"}, "評価書（モニタリング）", 2024),
        ({THIRD: "18駅", LAST: "－"}, RESULT, 2025),  # its target year has come
        ({THIRD: "18駅", LAST: "－"}, "評価書（令和6年度）", 2024),  # or has not
        ({THIRD: "18駅", SECOND: "12駅"}, RESULT, 2024),
        ({SECOND: "－", LAST: "－"}, "事前分析表（令和5年度）", 2023),  # nothing yet: the year of the title
        ({SECOND: "－", LAST: "－"}, "事前分析表", 2023),
    ],
)
def test_the_year_of_a_sheet(cells: dict[str, str], title: str, year: int) -> None:
    assert years(sheet_of(measure("20駅", cells), title=title)) == [year]


def test_an_early_target_year_does_not_hold_the_sheet_back() -> None:
    early, late = measure("20駅", {FIRST: "20駅"}, until=FIRST), measure("20駅", {FIRST: "11駅", THIRD: "12駅"})
    assert years(sheet_of(early, late, title=RESULT)) == [2022, 2024]


def test_a_sheet_without_any_year() -> None:
    found = reached(sheet_of(measure("20駅")))
    assert (found.nendo, found.footing) == (None, Footing.UNSTATED)


def test_a_target_printed_once_counts_for_each_of_its_years() -> None:
    sheet = sheet_of(measure("20駅", {SECOND: "14駅"}, yearly={f"{FIRST}、{SECOND}、{THIRD}": "15駅"}))
    assert (reached(sheet).against, reached(sheet).final) == (D(15), False)


def test_from_the_target_year_on_the_final_target_holds() -> None:
    sheet = sheet_of(measure("20駅", {LAST: "19駅"}, yearly={LAST: "18駅"}))
    found = reached(sheet)
    assert (found.against, found.final, found.met, found.on_track) == (D(20), True, False, False)
    assert said(found)[0] == "目標年度なので、最終の目標値「20駅」に照らします（年度ごとの目標値は「18駅」です）。"
    after = reached(sheet_of(measure("20駅", {LAST: "19駅"}, baseline="10駅", until=THIRD)))
    assert (after.final, after.met, round(after.elapsed or 0, 1)) == (True, False, D("133.3"))


def test_on_the_way_not_yet_is_no_miss() -> None:
    found = reached(sheet_of(measure("20駅", {SECOND: "16駅"}, baseline="10駅")))
    assert (found.final, found.on_the_way, found.met, found.on_track) == (True, True, None, True)
    assert (found.progress, found.final_progress, found.elapsed) == (D(60), D(60), D(50))
    assert said(found)[0] == (
        "令和5年度だけの目標値は印刷されていません。令和7年度の最終の目標値「20駅」への途中として見ます。"
        "まだ届いていなくても、未達成とはしません。"
    )
    assert said(found)[2] == "実績16駅は、最終の目標20駅にまだ届いていません。"
    early = reached(sheet_of(measure("20駅", {SECOND: "21駅"}, baseline="10駅")))
    assert (early.on_the_way, early.met, early.on_track) == (True, True, True)


@pytest.mark.parametrize(("target", "until"), [("年度ごとに20駅", LAST), ("20駅", "毎年度"), ("20駅", "－")])
def test_a_target_for_every_year_holds_before_its_last(target: str, until: str) -> None:
    found = reached(sheet_of(measure(target, {SECOND: "16駅"}, baseline="10駅", until=until)))
    assert (found.on_the_way, found.met) == (False, False)


def test_no_time_has_gone_by_in_the_baselines_year() -> None:
    found = reached(sheet_of(measure("20駅", {START: "10駅"}, baseline="10駅")))
    assert (found.elapsed, found.on_track, found.moved) == (D(0), None, Movement.NONE)


@pytest.mark.parametrize(("actual", "on_track"), [("14.9駅", False), ("15駅", True), ("15.1駅", True)])
def test_progress_that_is_just_the_time_gone_by_is_on_track(actual: str, on_track: bool) -> None:
    found = reached(sheet_of(measure("20駅", {SECOND: actual}, baseline="10駅")))
    assert (found.elapsed, found.on_track) == (D(50), on_track)


def test_a_target_year_before_the_baselines() -> None:
    found = reached(sheet_of(measure("20駅", {FIRST: "16駅"}, baseline="10駅", since=SECOND, until=SECOND)))
    assert (found.elapsed, found.on_track) == (None, None)
    assert said(found)[-1] == ("目標年度令和5年度が基準年度令和5年度より後でないので、期間に照らした進みは言えません。")


def test_time_needs_years() -> None:
    found = reached(sheet_of(measure("20駅", {SECOND: "16駅"}, baseline="10駅", since="－")))
    assert (found.progress, found.elapsed, found.on_track) == (D(60), None, None)
    assert said(found)[-1] == "基準年度が印刷されていないので、期間に照らした進みは言えません。"


def test_the_latest_number_is_held_against_the_time_of_its_own_year() -> None:
    found = reached(sheet_of(measure("20駅", {SECOND: "16駅（令和4年度）"}, baseline="10駅")))
    assert (found.nendo, found.elapsed) == (Nendo(year=2023), D(25))
    assert said(found)[1] == (
        "令和5年度の実績値は「16駅（令和4年度）」です（最新の値として令和4年度のものが印刷されています）。"
    )


@pytest.mark.parametrize(
    ("rule", "against", "met"),
    [
        ("前年度以上", D(12), True),
        ("前年度超", D(12), False),
        ("前年度以上（過去実績値の最高値以上）", D(15), False),
        ("過去最高値以上", D(15), False),
        ("基準値以上", D(10), True),
        ("令和4年度実績以上", D(15), False),
        ("対前年度比5％増", D("12.6"), False),
        ("前年度より2駅増", D(14), False),
        ("基準値の1.2倍", D(12), True),
        ("令和2年度以上", D(9), True),
    ],
)
def test_a_rule_that_refers_to_another_value(rule: str, against: Decimal, met: bool) -> None:
    cells = {FIRST: "15駅", SECOND: "12駅", THIRD: "12駅"}
    sheet = sheet_of(measure("", cells, baseline="10駅", yearly={THIRD: rule}), references="令和２年度：9駅")
    found = reached(sheet)
    assert (found.shape, found.way, found.against, found.met) == (GoalShape.CONDITIONAL, Way.UP, against, met)


def test_a_rule_that_moves_can_be_asked_of_every_year() -> None:
    found = reached(sheet_of(measure("前年度以上", {FIRST: "15駅", SECOND: "12駅"}, baseline="10駅")))
    assert (found.final, found.on_the_way, found.met) == (True, False, False)
    assert (found.progress, found.on_track) == (None, None)


def test_a_rule_downward() -> None:
    cells = {SECOND: "12件", THIRD: "11件"}
    found = reached(sheet_of(measure("", cells, yearly={THIRD: "前年度比10％減"})))
    assert (found.way, found.against, found.met) == (Way.DOWN, D("10.8"), False)
    assert said(found)[1] == "目標の決め方から、令和5年度の実績値12件により、目標は12×90÷100＝10.8件以下です。"


def test_a_rule_without_the_value_it_refers_to() -> None:
    found = reached(sheet_of(measure("", {SECOND: "調査中止", THIRD: "11件"}, yearly={THIRD: "前年度以上"})))
    assert (found.footing, found.met) == (Footing.NO_TARGET, None)
    assert "令和5年度の実績値が印刷されていないので、この年度の目標値は定まりません。" in said(found)[1]


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("届出の受理後30日以内", "100％", True),
        ("届出の受理後30日以内", "99.2％", False),
        ("30日以内", "99.2％", False),
        ("30日以内に95％以上", "99.2％", True),
        ("届出の受理後30日以内", "28日", True),
        ("届出の受理後30日以内", "31日", False),
        ("届出の受理後30日以内", "28件", None),
    ],
)
def test_a_time_limit(target: str, actual: str, met: bool | None) -> None:
    assert reached(sheet_of(measure(target, {LAST: actual}))).met is met


def test_provisional_numbers() -> None:
    sheet = sheet_of(measure("20駅", {LAST: "21駅（暫定値）"}))
    assert (reached(sheet).footing, reached(sheet).met) == (Footing.PROVISIONAL, True)
    without = reached(sheet, Terms(without_provisional=True))
    assert (without.footing, without.met) == (Footing.LEFT_OUT, None)


def test_a_disrupted_year_gives_way_to_the_one_before() -> None:
    cells = {"令和元年度": "12駅", "令和2年度": "3駅"}
    sheet = sheet_of(measure("20駅", cells, baseline="10駅", since="平成30年度"))
    full, without = reached(sheet), reached(sheet, Terms(without_disrupted=True))
    assert (full.nendo, full.reached, full.disrupted) == (Nendo(year=2020), D(3), True)
    assert (without.nendo, without.reached, without.disrupted) == (Nendo(year=2019), D(12), False)
    alone = sheet_of(measure("20駅", {"令和2年度": "3駅"}, baseline="10駅", since="平成30年度"))
    left = reached(alone, Terms(without_disrupted=True))
    assert (left.footing, left.nendo, left.disrupted) == (Footing.LEFT_OUT, Nendo(year=2020), True)
    assert said(left)[-1] == ("令和2年度は異常な年度なので除きます。それより前に、判定に使える実績値がありません。")


def test_the_same_sheet_on_several_terms() -> None:
    sheet = sheet_of(measure("20駅程度", {LAST: "19駅（速報値）"}, baseline="10駅"))
    measured = MeasuredSheet(sheet)
    several = (Terms(), Terms(tolerance=D(5)), Terms(about=D(5)), Terms(without_provisional=True))
    assert [measured.on(terms) for terms in several] == [achievements(sheet, terms) for terms in several]
    assert [measured.on(terms)[0].met for terms in several] == [False, True, True, None]


def test_a_baseline_over_a_disrupted_year_is_reckoned_without_it() -> None:
    past = "令和2年度：17回\n令和元年度：50回\n平成30年度：56回"
    row = measure("63回", {SECOND: "58回"}, baseline="41回（平成30年度～令和2年度の平均）", since="令和2年度")
    sheet = sheet_of(row, references=past)
    assert reached(sheet).progress == D(17) / D(22) * 100 or round(reached(sheet).progress or 0, 6) == D("77.272727")
    without = reached(sheet, Terms(without_disrupted=True))
    assert (without.progress, without.disrupted) == (D(50), True)
    assert (
        "基準値41回は異常な年度を含む平均なので、除いた平成30年度、令和元年度（56、50）の平均53回を使います。"
        in said(without)
    )


def test_ratios_are_pooled_never_averaged() -> None:
    past = "令和2年度：10％（1/10）\n令和元年度：50％（5/10）\n平成30年度：80％（72/90）"
    row = measure("97％", {SECOND: "87％"}, baseline="47％（平成30年度～令和2年度の平均）", since="令和2年度")
    without = reached(sheet_of(row, references=past), Terms(without_disrupted=True))
    assert without.progress == D(50)  # from 77/100, not from the mean of 50 and 80


def test_a_baseline_of_a_disrupted_year_alone_is_left_out() -> None:
    sheet = sheet_of(measure("20駅", {SECOND: "16駅"}, baseline="10駅", since="令和2年度"))
    assert (reached(sheet).disrupted, reached(sheet).progress) == (True, D(60))
    without = reached(sheet, Terms(without_disrupted=True))
    assert (without.progress, without.on_track, without.met) == (None, None, None)
