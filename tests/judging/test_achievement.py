"""What a measure reached: each shape of goal, its level, progress and pace, and the sentences that say so."""

from decimal import Decimal

import pytest

from monosashi.judging.achievement import achievements
from monosashi.model import Achievement, Footing, GoalShape, Movement, Terms, Way
from monosashi.model.measuring.arithmetic import share
from tests.auditing.seed_sheet import seed
from tests.judging.series import FIRST, LAST, SECOND, measure, reached, said, sheet_of

D = Decimal


def numbers(found: Achievement) -> tuple[bool | None, Decimal | None, Decimal | None]:
    """Met, level and progress, the last two to two decimals."""
    level, progress = (None if one is None else round(one, 2) for one in (found.level, found.progress))
    return found.met, level, progress


def test_an_increase_against_the_target_of_its_year() -> None:
    found = reached(
        sheet_of(
            measure("20駅", {FIRST: "11駅", SECOND: "14駅"}, baseline="10駅", yearly={FIRST: "12駅", SECOND: "15駅"})
        )
    )
    assert (found.shape, found.way, found.footing) == (GoalShape.INCREASE, Way.UP, Footing.REPORTED)
    assert numbers(found) == (False, D("93.33"), D("80.00"))
    assert (found.final, found.on_the_way, found.against, found.reached) == (False, False, D(15), D(14))
    assert (found.final_progress, found.elapsed, found.on_track) == (D(40), D(50), False)
    assert found.moved is Movement.TOWARD
    assert said(found) == [
        "令和5年度の目標値「15駅」に照らします。",
        "令和5年度の実績値は「14駅」です。",
        "実績14駅は、目標15駅に届かず、目標に達していません。",
        "達成率（実績÷目標）＝14÷15×100＝93.3%",
        "基準値からその年度の目標までの進み＝（14－10）÷（15－10）×100＝80%",
        "基準値から最終の目標までの進み＝（14－10）÷（20－10）×100＝40%",
        "過ぎた期間（令和3年度から令和5年度まで／令和7年度まで）＝2年÷4年×100＝50%",
        "進み40%は、過ぎた期間50%より小さいので、遅れています。",
    ]
    assert [one.role.value for one in found.inputs] == ["baseline", "target", "year_target", "actual"]
    assert [one.text for one in found.inputs] == ["10駅", "20駅", "15駅", "14駅"]


def test_a_decrease_is_the_mirror_of_an_increase() -> None:
    found = reached(sheet_of(measure("5.0日", {LAST: "6.0日"}, name="手続の日数の短縮", baseline="10.0日")))
    assert (found.shape, found.way, found.final) == (GoalShape.DECREASE, Way.DOWN, True)
    assert numbers(found) == (False, D("83.33"), D("80.00"))
    assert said(found)[3] == "達成率（目標÷実績）＝5.0÷6.0×100＝83.3%"


def test_nothing_is_clamped() -> None:
    above = reached(sheet_of(measure("20駅", {LAST: "30駅"}, baseline="10駅")))
    below = reached(sheet_of(measure("20駅", {LAST: "6駅"}, baseline="10駅")))
    assert numbers(above) == (True, D("150.00"), D("200.00"))
    assert numbers(below) == (False, D("30.00"), D("-40.00"))
    assert below.moved is Movement.AWAY


def test_a_result_just_short_of_100_is_not_shown_as_100() -> None:
    found = reached(sheet_of(measure("10,000駅", {LAST: "9,999駅"})))
    assert (found.met, found.level) == (False, D("99.99"))
    assert "達成率（実績÷目標）＝9,999÷10,000×100＝99.99%" in said(found)


def test_a_quotient_keeps_its_digits() -> None:
    assert len(str(reached(sheet_of(measure("3駅", {LAST: "1駅"}))).level)) > 50


@pytest.mark.parametrize(
    ("target", "actual", "baseline", "met", "level", "progress"),
    [
        ("0件", "3件", "10件", False, None, D(70)),  # a target of nil is reached from above
        ("0件", "0件", "0件", True, None, None),
        ("0％", "△2％", "△10％", False, None, D(80)),  # but not where the baseline lies below it
        ("10駅", "0駅", "0駅", False, D(0), D(0)),
        ("10駅", "10駅", "10駅", True, D(100), None),
        ("10駅", "12駅", "", True, D(120), None),
        ("10駅", "-2駅", "5駅", False, None, D(-140)),
        ("△5％", "△4％", "△10％", True, D(125), D(120)),
        ("△5％", "3％", "△10％", True, None, D(260)),
    ],
)
def test_no_accident_of_division(
    target: str, actual: str, baseline: str, met: bool, level: Decimal | None, progress: Decimal | None
) -> None:
    found = reached(sheet_of(measure(target, {LAST: actual}, baseline=baseline)))
    assert (found.met, found.level, found.progress) == (met, level, progress)
    for number, word in ((found.level, "達成率"), (found.progress, "進み")):
        assert any(word in line for line in said(found)), f"{word} of {number} is not explained"


@pytest.mark.parametrize(
    ("target", "actual", "met", "level"),
    [
        ("0件", "0件", True, None),
        ("0件", "2件", False, None),
        ("5件", "0件", True, None),  # target over actual has no end
        ("5件", "10件", False, D(50)),
        ("△10％", "△12％", True, D(120)),
    ],
)
def test_less_is_better(target: str, actual: str, met: bool, level: Decimal | None) -> None:
    found = reached(sheet_of(measure(target, {LAST: actual}, name="道での事故件数")))
    assert (found.met, found.level) == (met, level)


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("90％以上", "90％", True),
        ("90％超", "90％", False),
        ("90％超", "90.1％", True),
        ("30日以下", "30日", True),
        ("30日以内", "31日", False),
        ("30日未満", "30日", False),
        ("90％", "90.0％", True),
        ("90.0％", "89.95％", False),  # nothing is rounded before it is compared
    ],
)
def test_the_bound_decides(target: str, actual: str, met: bool) -> None:
    assert reached(sheet_of(measure(target, {LAST: actual}))).met is met


@pytest.mark.parametrize(
    ("target", "terms", "met"),
    [
        ("41回程度", Terms(), False),
        ("41回程度", Terms(about=D(5)), True),
        ("41回程度", Terms(tolerance=D(5)), True),
        ("41回", Terms(about=D(5)), False),
        ("41回", Terms(tolerance=D(5)), True),
        ("41回", Terms(tolerance=D("4.8")), False),
    ],
)
def test_a_tolerance_is_the_terms_own(target: str, terms: Terms, met: bool) -> None:
    assert reached(sheet_of(measure(target, {LAST: "39回"})), terms).met is met


def test_a_tolerance_is_said() -> None:
    sheet = sheet_of(measure("40回程度", {LAST: "39回"}))
    assert said(reached(sheet))[2] == (
        "実績39回は、目標40回程度に届かず、目標に達していません（「程度」に許容差は置いていません）。"
    )
    assert said(reached(sheet, Terms(about=D(5))))[2] == (
        "実績39回は、目標40回程度に許容差を入れて達しています（許容差5％を入れた境目は38回）。"
    )


def test_a_level_to_be_kept() -> None:
    sheet = sheet_of(measure("41回", {SECOND: "45回"}, baseline="41回"))
    found = reached(sheet)
    assert (found.shape, found.on_the_way, found.met, found.on_track) == (GoalShape.FLOOR, False, True, True)
    assert (found.progress, found.moved) == (None, Movement.TOWARD)
    assert "最終の目標値が基準値41回と同じなので、41回という水準を保つことが目標とみなします。" in said(found)
    missed = reached(sheet_of(measure("41回", {SECOND: "40回"}, baseline="41回")))
    assert (missed.met, missed.on_track, missed.moved) == (False, False, Movement.AWAY)


def test_a_ceiling_is_kept_from_rising() -> None:
    found = reached(sheet_of(measure("10件以下", {SECOND: "9件"}, baseline="10件", name="道での事故件数")))
    assert (found.shape, found.way, found.met) == (GoalShape.CEILING, Way.DOWN, True)
    words = reached(sheet_of(measure("10件を維持", {SECOND: "11件"}, baseline="10件", name="道での事故件数")))
    assert (words.shape, words.way, words.met) == (GoalShape.CEILING, Way.KEEP, False)


def test_a_band() -> None:
    sheet = sheet_of(measure("40～50％", {LAST: "52％"}, baseline="60％"))
    found = reached(sheet)
    assert (found.shape, found.way, found.met, found.level, found.progress) == (
        GoalShape.BAND,
        Way.KEEP,
        False,
        None,
        None,
    )
    assert found.moved is Movement.TOWARD
    assert said(found)[2] == "実績52%は、目標40%～50%に収まらず、目標に達していません。"
    assert reached(sheet_of(measure("45±5％", {LAST: "50％"}))).met is True


def test_a_running_total() -> None:
    found = reached(
        sheet_of(measure("累計18社", {SECOND: "累計17社"}, baseline="累計16社", yearly={SECOND: "累計16社"}))
    )
    assert (found.shape, found.met, found.level, found.final_progress) == (
        GoalShape.CUMULATIVE,
        True,
        D("106.25"),
        D(50),
    )
    assert found.progress is None  # the target of the year is the baseline's own number


def test_a_running_total_is_not_held_against_a_single_year() -> None:
    found = reached(sheet_of(measure("累計18社", {SECOND: "17社", LAST: "9社"}, baseline="累計16社")))
    assert (found.footing, found.met) == (Footing.UNITS_DIFFER, None)
    assert said(found)[-1] == "目標は累計ですが実績は累計と書かれていないので、比べられません。"
    named = reached(sheet_of(measure("18社", {LAST: "累計17社"}, baseline="16社", name="連携した社の数（累計）")))
    assert (named.footing, named.progress) == (Footing.REPORTED, D(50))


def test_an_actual_that_can_only_be_a_running_total_is_taken_for_one() -> None:
    found = reached(sheet_of(measure("累計18社", {SECOND: "17社", LAST: "18社"}, baseline="累計16社")))
    assert (found.met, found.progress) == (True, D(100))
    assert said(found)[2] == (
        "実績18社は累計と書かれていませんが、基準値16社（累計）を下回らず減ってもいないので、累計とみなしました。"
    )
    yearly = measure("累計18社", {SECOND: "累計17社"}, baseline="累計16社", yearly={SECOND: "17社"})
    found = reached(sheet_of(yearly))
    assert (found.footing, found.met, found.progress, found.final_progress) == (Footing.REPORTED, True, D(100), D(50))
    single = measure("累計18社", {SECOND: "累計17社"}, baseline="累計16社", yearly={SECOND: "1社"})
    assert reached(sheet_of(single)).footing is Footing.UNITS_DIFFER
    still = measure("累計18社", {SECOND: "17社", LAST: "17社"}, baseline="累計17社")
    assert reached(sheet_of(still)).footing is Footing.REPORTED
    mixed = measure("累計18社", {SECOND: "3社/件", LAST: "18社"}, baseline="累計2社")
    assert reached(sheet_of(mixed)).footing is Footing.UNITS_DIFFER
    nothing_yet = reached(sheet_of(measure("累計18社", {LAST: "累計9社"}, baseline="0社")))
    assert nothing_yet.progress == D(50)


def test_a_ratio_is_judged_as_printed_and_its_amounts_are_told() -> None:
    found = reached(sheet_of(measure("80％（使った人/対象の人）", {LAST: "83.6％（1,452/1,737）"}, baseline="70％")))
    assert (found.shape, found.met, found.level) == (GoalShape.RATIO, True, D("104.5"))
    assert said(found)[2] == (
        "印刷された二つの数から計算すると1,452÷1,737＝83.59%で、実績値と合います。判定は印刷された実績値によります。"
    )


def test_the_parts_that_a_ratio_names_are_its_amounts() -> None:
    cell = "83.0％（使った人/対象の人）（使った人：1,452人、対象の人：1,737人）"
    found = reached(sheet_of(measure("80％", {LAST: cell})))
    assert (found.met, found.against, found.reached) == (True, D(80), D("83.0"))
    assert said(found)[2] == (
        "印刷された二つの数から計算すると1,452÷1,737＝83.59%で、実績値と合いません。判定は印刷された実績値によります。"
    )


def test_words_are_not_judged() -> None:
    found = reached(sheet_of(measure("道を整える。", {LAST: "設計を終えた。"}, mark="達成")))
    assert (found.shape, found.footing, found.met, found.level) == (
        GoalShape.QUALITATIVE,
        Footing.IN_WORDS,
        None,
        None,
    )
    assert found.printed_mark == "達成"
    number = reached(sheet_of(measure("道を整える。", {LAST: "3駅"})))
    assert (number.footing, number.met) == (Footing.IN_WORDS, None)
    words = reached(sheet_of(measure("3駅", {LAST: "おおむね整えた。"})))
    assert (words.footing, words.met) == (Footing.IN_WORDS, None)


@pytest.mark.parametrize(
    ("printed", "footing"),
    [
        ("－", Footing.NOT_YET),
        ("集計中", Footing.COMPILING),
        ("調査中止", Footing.NOT_SURVEYED),
        ("未公表", Footing.NOT_PUBLISHED),
        ("該当なし", Footing.NOT_APPLICABLE),
    ],
)
def test_what_is_missing_is_no_zero(printed: str, footing: Footing) -> None:
    found = reached(sheet_of(measure("20駅", {SECOND: printed}, yearly={SECOND: "15駅"})), year=2023)
    assert (found.footing, found.met, found.level, found.progress, found.on_track, found.moved) == (
        footing,
        None,
        None,
        None,
        None,
        None,
    )
    assert f"（欄の印刷は「{printed}」）" in said(found)[1]


def test_a_past_dash_is_unstated_and_a_zero_is_a_number() -> None:
    dash = reached(sheet_of(measure("20駅", {FIRST: "－", SECOND: "0駅"})), year=2022)
    assert dash.footing is Footing.UNSTATED
    zero = reached(sheet_of(measure("20駅", {LAST: "0駅"}, baseline="10駅")))
    assert (zero.footing, zero.met, zero.level, zero.progress) == (Footing.REPORTED, False, D(0), D(-100))


def test_a_missing_actual_tells_the_latest_one_beside_it() -> None:
    found = reached(
        sheet_of(measure("20駅", {FIRST: "11駅", SECOND: "集計中"}, yearly={FIRST: "12駅", SECOND: "15駅"})), year=2023
    )
    assert said(found)[-1] == (
        "参考：直近の実績値は令和4年度の「11駅」で、その年度の目標に達していませんでした。この判定には使っていません。"
    )


def test_no_target_is_no_judgement() -> None:
    found = reached(sheet_of(measure("－", {LAST: "3駅"})))
    assert (found.footing, found.met) == (Footing.NO_TARGET, None)
    assert said(found)[-1] == "照らすべき目標値が印刷されていないので、判定しません。"


def test_units_that_differ_are_not_judged_but_money_is_converted() -> None:
    apart = reached(sheet_of(measure("18社", {LAST: "2.3社/件"})))
    assert (apart.footing, apart.met) == (Footing.UNITS_DIFFER, None)
    thousands = reached(sheet_of(measure("1,300千人", {LAST: "1,300,000人"})))
    assert thousands.footing is Footing.UNITS_DIFFER
    money = reached(sheet_of(measure("70百万円", {LAST: "77,000千円"}, baseline="60,000千円")))
    assert (money.met, money.level, money.progress, money.reached) == (True, D(110), D(170), D(77))
    assert "目標の単位に直すと、実績77,000千円は77百万円です。" in said(money)


def test_a_part_is_judged_by_itself() -> None:
    sheet = sheet_of(measure("45件（うち政務19件）", {LAST: "50件（うち政務18件）"}))
    assert [(one.part, one.met, one.level) for one in achievements(sheet)] == [
        ("", True, share(D(50), D(45))),
        ("政務", False, share(D(18), D(19))),
    ]


def test_a_part_that_is_not_printed_for_the_year() -> None:
    _, part = achievements(sheet_of(measure("45件（うち政務19件）", {LAST: "50件"})))
    assert (part.part, part.footing, part.met) == ("政務", Footing.UNSTATED, None)


def test_the_way_that_was_assumed_is_said_where_it_matters() -> None:
    found = reached(sheet_of(measure("42,000戸", {LAST: "47,083戸"}, baseline="50,997戸", name="水につかる家の数")))
    assert (found.way, found.way_assumed, found.met) == (Way.UP, True, True)
    assert any("小さいほどよい指標なら、結論は逆になります" in line for line in said(found))
    plainly = reached(sheet_of(measure("42,000戸", {LAST: "47,083戸"}, baseline="50,997戸", name="被害の件数")))
    assert (plainly.way, plainly.way_assumed, plainly.met) == (Way.DOWN, False, False)


def test_a_rate_in_brackets_is_the_printed_mark() -> None:
    assert reached(sheet_of(measure("50", {LAST: "53\n（106％）"}))).printed_mark == "106%"
    assert reached(sheet_of(measure("50", {LAST: "53"}, mark="（○）"))).printed_mark == "（○）"


def test_the_seed_has_no_results_yet() -> None:
    found = achievements(seed())
    assert [(one.number, one.part, one.shape.value) for one in found] == [
        ("①", "", "floor"),
        ("②", "", "floor"),
        ("3", "", "floor"),
        ("3", "政務レベル", "floor"),
        ("④", "", "cumulative"),
        ("④", "", "ratio"),
        ("⑤", "", "floor"),
        ("6", "", "floor"),
        ("7", "", "floor"),
    ]
    assert {(one.footing, one.met, one.nendo.year if one.nendo else None) for one in found} == {
        (Footing.NOT_YET, None, 2021)
    }
    assert [one.way_assumed for one in found] == [False] * 5 + [True] + [False] * 3
