"""Faults planted in a sheet that was read: the bundled retelling of a published one, printed as a workbook and read back.

A pair names a rule, how a fault of its kind is planted (what is printed now at some paths), and the other rules that the
same fault breaks.
"""

from typing import Any

from tests.auditing.budgets import HEADS, ROWS, budget, items
from tests.auditing.planting import Instead, Planted
from tests.auditing.sheets import actual

DIALOGUES = "/goals/0/levers/0/indicators/0"  # ①
MEETINGS = "/goals/0/levers/0/indicators/1"  # ②
AGREEMENTS = "/goals/0/levers/1/indicators/0"  # 3
FUND = "/goals/1/levers/0/indicators/0"  # ④
SEMINARS = "/goals/1/levers/1/indicators/0"  # ⑤
STUDIES = "/goals/1/levers/1/indicators/1"  # 6
ORDERS = "/goals/1/levers/1/indicators/2"  # 7
PARTNERS, LEVERAGE = f"{FUND}/measures/0", f"{FUND}/measures/1"
MONTH = "/policy/statements/5/text"
YEARS = ("令和３年度", "令和４年度", "令和５年度")


def baseline(indicator: str) -> str:
    """The path of the baseline of an indicator's first measure."""
    return f"{indicator}/measures/0/baseline/value"


def ladder(path: str, *values: str) -> dict[str, Any]:
    """Yearly targets of their own for each year."""
    return {f"{path}/targets": [{"years": [year], "value": value} for year, value in zip(YEARS, values, strict=True)]}


def told(path: str, *values: str, mark: str = "") -> dict[str, Any]:
    """Actuals of the three years, and a mark."""
    years = [actual(year, value) for year, value in zip(YEARS, values, strict=False)]
    return {f"{path}/actuals": years, f"{path}/mark": mark}


def partners(*values: str, mark: str = "", baseline_now: str = "累計10社") -> dict[str, Any]:
    """④'s partners with a baseline below its targets and actuals of three years."""
    return {f"{PARTNERS}/baseline/value": baseline_now, **told(PARTNERS, *values, mark=mark)}


def money_table(**rows: str) -> dict[str, Any]:
    """A table of the budget by stages, with other rows."""
    return {"/budgets": [budget({**ROWS, **rows}, heads=HEADS)]}


def paid(amount: str) -> dict[str, Any]:
    """Every means that refers to a note prints an amount of its own for the first year."""
    return {f"/programmes/{n}/money/0": Instead("※５", amount) for n in range(8)}


def result(grade: str, **marks: str) -> dict[str, Any]:
    """A result, and a mark for every measure: ○ where none is given."""
    paths = {"1": DIALOGUES, "2": MEETINGS, "3": AGREEMENTS, "5": SEMINARS, "6": STUDIES, "7": ORDERS}
    signs: dict[str, Any] = {f"{path}/measures/0/mark": marks.get(f"m{n}", "○") for n, path in paths.items()}
    signs |= {f"{PARTNERS}/mark": marks.get("m4", "○"), f"{LEVERAGE}/mark": "○"}
    told_as = {"role": "result", "label": "目標達成度合いの測定結果", "text": grade}
    return {"/policy/statements/-": told_as, **signs}


def copied(name: str, **other: str) -> dict[str, Any]:
    """The partners again under the last lever, with other values."""
    values = {"baseline": "累計16社", "target": "累計18社", "first": "累計14社", **other}
    again = {
        "name": f"{name}\n　＜アウトカム指標＞",
        "baseline": {"value": values["baseline"], "year": "令和２年度"},
        "target": {"value": values["target"], "year": "令和５年度"},
        "targets": [{"years": ["令和３年度"], "value": values["first"]}],
    }
    path = "/goals/1/levers/1/indicators/3/measures/0"
    return {
        "/goals/1/levers/1/indicators/-": {"number": "⑧", "measures": [again]},
        "/programmes/8/related": "4,8",
        "/rationales/-": {"measures": [path], "text": "広がりを見るため、ここでも測る。"},
    }


NAME = "株式会社海外通信・放送・郵便事業支援機構の支援案件における民間企業等との連携"
#: A paragraph that would fit any indicator.
SAME = (
    "日本の企業が海外で仕事を広げることは、国の成長と各国の暮らしの両方に役立ち、そのための支えを途切れさせないことが何より大切であることから、"
    "その進み具合を広く確かめられるものとして、この数を測る指標に選び、これまでの水準を保つことを目指して目標を置くこととした。"
)

MEANS = (
    Planted("baseline-mean", {baseline(DIALOGUES): Instead("41回", "42回")}, ("target-worse",)),
    Planted("baseline-mean", {baseline(MEETINGS): Instead("28回", "29回")}, ("target-worse",)),
    Planted("baseline-mean", {baseline(SEMINARS): Instead("33回", "32回")}),
    Planted("baseline-mean", {baseline(STUDIES): Instead("14回", "13回")}),
    Planted("baseline-mean", {"/rationales/6": Instead("８件", "１８件")}),
    Planted("baseline-mean", {"/rationales/1": Instead("政務レベル33件", "政務レベル23件")}),
    Planted("baseline-actual", {"/rationales/2": Instead("１社/件", "累計15社")}, ("reference-unit",)),
    Planted("baseline-actual", {"/rationales/3": Instead("置いた。", "置いた。\n【参考】\n令和２年度：5.9")}),
    Planted("baseline-actual", {f"{LEVERAGE}/actuals/0": actual("令和２年度", "5.2")}),
    Planted(
        "mean-rounding",
        {baseline(SEMINARS): Instead("33回", "32回"), baseline(STUDIES): Instead("14回", "13回")},
    ),
    Planted(
        "mean-rounding",
        {
            "/rationales/4": Instead("25回", "26回"),
            "/rationales/5": Instead("12回", "13回"),
            baseline(MEETINGS): Instead("28回", "29回"),
        },
        ("target-worse",),
    ),
    Planted("disrupted-year", {f"{LEVERAGE}/baseline/value": "5.5（平成30年度～令和2年度の平均）"}),
    Planted("disrupted-year", {f"{PARTNERS}/baseline/value": "累計16社（令和元年度、令和2年度の平均）"}),
)

SUMS = (
    Planted("composite-sum", {"/rationales/0": Instead("42回", "43回")}),
    Planted("composite-sum", {"/rationales/0": Instead("国際会議：29回", "国際会議：28回")}),
    Planted("composite-sum", {f"{PARTNERS}/target/value": "累計18社（国内：10社、海外：9社）"}),
    Planted("part-whole", {"/rationales/1": Instead("政務レベル5件", "政務レベル14件")}, ("baseline-mean",)),
    Planted(
        "part-whole",
        {f"{AGREEMENTS}/measures/0/target/value": Instead("政務レベル19件", "政務レベル46件")},
        ("already-reached", "last-yearly-target"),
    ),
    Planted("part-whole", {f"{PARTNERS}/targets/2/value": "累計18社（うち海外19社）"}),
    Planted("cumulative-falls", {f"{PARTNERS}/targets/1/value": "累計13社"}),
    Planted("cumulative-falls", {f"{PARTNERS}/actuals": [actual(YEARS[0], "累計17社"), actual(YEARS[1], "累計15社")]}),
    Planted("cumulative-falls", {f"{PARTNERS}/targets/0/value": "累計17社"}, ("already-reached",)),
    Planted("last-yearly-target", {f"{LEVERAGE}/targets/2/value": Instead("3.4", "3.3")}),
    Planted("last-yearly-target", {f"{PARTNERS}/targets/2/value": "累計19社"}),
    Planted("last-yearly-target", {f"{ORDERS}/measures/0/targets/0/value": "年度ごとに４件程度"}),
    Planted("unit-differs", {f"{PARTNERS}/target/value": "累計18件"}),
    Planted("unit-differs", {f"{STUDIES}/measures/0/targets/0/value": "年度ごとに14件程度"}),
    Planted("reference-unit", {"/rationales/5": Instead("19回", "19件")}),
    Planted("reference-unit", {"/rationales/6": Instead("４件", "４社")}),
)

TARGETS = (
    Planted("target-worse", {f"{STUDIES}/measures/0/target/value": "12回程度", f"{STUDIES}/measures/0/targets": []}),
    Planted("target-worse", {f"{ORDERS}/measures/0/target/value": "4件以上", f"{ORDERS}/measures/0/targets": []}),
    Planted("target-keeps", {f"{PARTNERS}/target/value": "累計16社", f"{PARTNERS}/targets/2/value": "累計16社"}),
    Planted("target-keeps", {f"{LEVERAGE}/target/value": "5.5", f"{LEVERAGE}/targets/2/value": "5.5"}),
    Planted(
        "already-reached",
        {f"{STUDIES}/measures/0/target/value": "16回程度", **ladder(f"{STUDIES}/measures/0", "13回", "14回", "16回")},
    ),
    Planted(
        "already-reached",
        {f"{ORDERS}/measures/0/target/value": "8件", **ladder(f"{ORDERS}/measures/0", "5件", "6件", "8件")},
    ),
    Planted("baseline-year-late", {f"{PARTNERS}/baseline/year": "令和３年度"}, ("already-reached",)),
    Planted("baseline-year-late", {f"{LEVERAGE}/baseline/year": "令和５年度"}),
    Planted("baseline-year-late", {f"{ORDERS}/measures/0/baseline/year": "令和４年度"}),
    Planted(
        "yearly-targets-order",
        {f"{STUDIES}/measures/0/target/value": "18回", **ladder(f"{STUDIES}/measures/0", "17回", "15回", "18回")},
    ),
    Planted(
        "yearly-targets-order",
        {f"{ORDERS}/measures/0/target/value": "9件", **ladder(f"{ORDERS}/measures/0", "7件", "6件", "9件")},
    ),
    Planted(
        "ratio-out-of-range",
        {
            f"{LEVERAGE}/name": "支援先のうち黒字となったものの割合\n　＜アウトプット指標＞",
            f"{LEVERAGE}/target/value": "140％",
            f"{LEVERAGE}/targets": [],
        },
    ),
    Planted(
        "ratio-out-of-range",
        {
            f"{LEVERAGE}/name": "会議に招かれた国のうち参加した国の割合\n　＜アウトプット指標＞",
            f"{LEVERAGE}/baseline/value": "△5.5％",
            f"{LEVERAGE}/targets": [],
        },
    ),
    Planted("indicator-repeated", copied(NAME, target="累計20社"), ("already-reached",)),
    Planted("indicator-repeated", copied(NAME, baseline="累計15社"), ("already-reached",)),
    Planted("two-measures-one-number", {f"{STUDIES}/number": "⑤"}, ("numbering", "related-unknown")),
    Planted("two-measures-one-number", {f"{MEETINGS}/number": "①"}, ("numbering", "related-unknown")),
)

RESULTS = (
    Planted("achievement-rate", {**told(PARTNERS, "累計14社", "累計15社"), f"{PARTNERS}/actuals/0/mark": "110％"}),
    Planted("achievement-rate", told(PARTNERS, "累計14社（100％）", "累計18社（133％）", "累計18社（100％）")),
    Planted("overshoot", partners("累計14社", "累計22社")),
    Planted("overshoot", partners("累計20社")),
    Planted("overshoot", {**partners("累計15社", "累計17社", "累計27社"), f"{PARTNERS}/targets": []}),
    Planted("earlier-target-overshot", {baseline(ORDERS): Instead("5件程度", "5件程度（目標値：3件）")}),
    Planted("earlier-target-overshot", {baseline(STUDIES): Instead("14回程度", "14回程度（目標値：10回）")}),
    Planted("mark-contradicts", partners("累計15社", "累計16社", "累計17社", mark="○")),
    Planted("mark-contradicts", partners("累計15社", "累計16社", "累計18社", mark="×")),
    Planted("mark-contradicts", partners("累計13社", "累計15社", mark="達成")),
    Planted("grade-contradicts-marks", result("目標達成", m3="×")),
    Planted("grade-contradicts-marks", result("③【相当程度進展あり】")),
    Planted("grade-contradicts-marks", result("目標に向かっていない", m3="×", m6="×")),
    Planted(
        "actual-unstated",
        {
            "/title": Instead("令和３年度", "令和５年度"),
            f"{PARTNERS}/actuals": [
                {"year": YEARS[0], "value": "－", "state": "unstated"},
                actual(YEARS[1], "累計16社"),
            ],
        },
    ),
    Planted(
        "actual-unstated",
        {
            "/title": Instead("令和３年度", "令和５年度"),
            f"{SEMINARS}/measures/0/actuals": [
                actual(YEARS[0], "34回"),
                {"year": YEARS[1], "value": "", "state": "unstated"},
            ],
        },
    ),
    Planted("evaluation-month", {MONTH: "令和５年８月"}),
    Planted("evaluation-month", {MONTH: "令和７年８月"}),
    Planted("evaluation-interval", {"/title": Instead("令和３年度", "平成30年度")}),
    Planted("evaluation-interval", {MONTH: "令和10年８月"}, ("evaluation-month",)),
    Planted("target-after-evaluation", {f"{PARTNERS}/target/year": "令和８年度", f"{PARTNERS}/targets": []}),
    Planted("target-after-evaluation", {f"{LEVERAGE}/target/year": "令和６年度", f"{LEVERAGE}/targets": []}),
)

STRUCTURE = (
    Planted("numbering", {f"{STUDIES}/number": "8"}, ("related-unknown", "indicator-without-programme")),
    Planted("numbering", {"/programmes/4/number": "(6)"}),
    Planted("related-unknown", {"/programmes/4/related": "9"}),
    Planted("related-unknown", {"/programmes/0/related": "1,2,3,8"}),
    Planted("indicator-without-programme", {"/programmes/8/related": "-", "/programmes/9/related": "-"}),
    Planted("indicator-without-programme", {"/programmes/0/related": "1,2", "/programmes/4/related": "1"}),
    Planted("no-primary", {f"{DIALOGUES}/number": "1", f"{MEETINGS}/number": "2"}),
    Planted("no-primary", {f"{FUND}/number": "4", f"{SEMINARS}/number": "5"}),
    Planted(
        "no-outcome",
        {
            f"{PARTNERS}/name": Instead("アウトカム", "アウトプット"),
            f"{ORDERS}/measures/0/name": Instead("アウトカム", "アウトプット"),
        },
    ),
    Planted("final-outcome-not-primary", {f"{AGREEMENTS}/measures/0/name": Instead("アウトプット", "アウトカム")}),
    Planted("note-undefined", {f"{ORDERS}/measures/0/name": Instead("件数", "件数（※６）")}),
    Planted("note-undefined", {"/notes/3/mark": "※７"}, ("note-unused",)),
    Planted("note-unused", {"/labels/12/text": "関連する指標"}),
    Planted("note-unused", {"/notes/-": {"mark": "※６", "text": "端数は四捨五入による。"}}),
    Planted("rationale-missing", {"/rationales/4": {"measures": [f"{SEMINARS}/measures/0"], "text": "－"}}),
    Planted("rationale-missing", {"/rationales/6": {"measures": [f"{ORDERS}/measures/0"], "text": ""}}),
    Planted("rationale-repeated", {f"/rationales/{n}": Instead("【参考】", f"{SAME}\n\n【参考】") for n in (4, 5, 6)}),
    Planted("rationale-repeated", {f"/rationales/{n}": Instead("【参考】", f"{SAME}\n\n【参考】") for n in (5, 6)}),
    Planted("review-number-repeated", {"/programmes/1/review_number": "0140"}),
    Planted("review-number-repeated", {"/programmes/7/review_number": "0146"}),
    Planted("start-year", {"/programmes/0/name": Instead("平成17年度", "令和５年度")}),
    Planted("start-year", {"/programmes/9/name": Instead("平成27年度", "令和４年度")}),
    Planted("year-impossible", {"/cabinet/2/date": "令和２年１１月３１日"}),
    Planted("year-impossible", {f"{PARTNERS}/target/year": "平成35年度"}),
    Planted("year-impossible", {"/programmes/0/name": Instead("平成17年度", "平成0年度")}),
)

MONEY = (
    Planted("executed-over-budget", {"/money/0": Instead("2,293", "2,617")}),
    Planted("executed-over-budget", {"/programmes/9/money/0": Instead("22,470", "26,701")}),
    Planted("programmes-total", {"/programmes/0/money/0": Instead("※５", "2,700百万円")}),
    Planted(
        "programmes-total",
        {
            "/programmes/0/money/1": Instead("※５", "1,500百万円"),
            "/programmes/1/money/1": Instead("※５", "1,200百万円"),
        },
    ),
    Planted("included-summed", {**paid("100百万円"), "/money/0": Instead("2,616", "27,500")}),
    Planted("included-summed", {**paid("200百万円"), "/money/0": Instead("2,616", "36,800")}),
    Planted("unit-implausible", {"/money/2": Instead("1,344百万円", "1,344千円")}),
    Planted("unit-implausible", {"/money/1": Instead("2,491百万円", "2,491,000百万円")}),
    Planted("sum-wrong", money_table(total="7,804 | 7,270 | 7,148", rate="")),
    Planted("sum-wrong", money_table(rate="98.9 | 97.9％")),
    Planted("sum-wrong", {"/budget_items": items(("●", "300"), ("●", "1,200"), ("小計", "1,600"), ("合計", "1,600"))}),
    Planted("carry-over", money_table(carried="▲ 250 | 205 | ▲120", total="7,840 | 7,225 | 7,148", rate="")),
    Planted(
        "carry-over", money_table(carried="▲ 520 | 250 | ▲120", total="7,570 | 7,270 | 7,148", executed="", rate="")
    ),
)

CABINET = (
    Planted("cabinet-date", {"/cabinet/0/date": "令和３年６月８日"}),
    Planted("cabinet-date", {"/cabinet/1/date": "令和３年６月１日"}),
    Planted("cabinet-body", {"/cabinet/2/name": "インフラシステム海外展開戦略2025（令和２年12月10日閣議決定）"}),
    Planted("cabinet-body", {"/cabinet/0/name": "経済財政運営と改革の基本方針2021（成長戦略会議決定）"}),
    Planted("cabinet-unknown", {"/cabinet/0/name": "経済財政運営と改革の基本計画2021"}),
    Planted("cabinet-unknown", {"/cabinet/-": {"name": "情報流通の推進に関する指針", "date": "令和３年６月18日"}}),
    Planted("cabinet-later", {"/cabinet/1/date": "令和５年６月18日"}, ("cabinet-unknown",)),
)

PLANTED = (*MEANS, *SUMS, *TARGETS, *RESULTS, *STRUCTURE, *MONEY, *CABINET)
