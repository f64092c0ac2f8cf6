"""Cases of the checks of indicators: means and their rounding, baselines, the run of the targets, shares, overshoots."""

from typing import Any

from tests.auditing.cases import Case
from tests.auditing.sheets import ABROAD, DAYS, HOME, MEAN, SCHOOLS, SHARE, TALKS, actual, indicator, measure

OUTCOME = "＜アウトカム指標＞"
_YEARS = ("令和元年度", "平成30年度", "平成29年度")


def past(*values: str) -> str:
    """Lines under 【参考】, newest first."""
    lines = (f"{year}：{value}" for year, value in zip(_YEARS, values, strict=True))
    return "\n".join(("数は広がりを表す。", "【参考】", *lines))


def means(
    talks: tuple[str, str, str, str], abroad: tuple[str, str, str, str], home: tuple[str, str, str, str]
) -> dict[str, Any]:
    """Three measures whose baselines are means: each as printed, then the values of its years, newest first."""
    changes: dict[str, Any] = {}
    for path, mean in ((TALKS, talks), (ABROAD, abroad), (HOME, home)):
        changes[f"{path}/baseline/value"] = f"{mean[0]}{MEAN}"
        changes[f"{path}/target/value"] = "60回"
        changes[f"{path}/targets"] = []
    changes["/rationales/0"] = {"measures": [TALKS], "text": past(*talks[1:])}
    changes["/rationales/1"] = {"measures": [HOME], "text": past(*home[1:])}
    changes["/rationales/-"] = {"measures": [ABROAD], "text": past(*abroad[1:])}
    return changes


#: Means of 28.33, of 32.67, and of 13.67.
LOW, HIGH, HIGHER = ("31回", "29回", "25回"), ("38回", "35回", "25回"), ("10回", "19回", "12回")
EVEN = ("30回", "30回", "31回", "29回")

ROUNDING = (
    # 28.33 as 29 beside 32.67 as 33 and 13.67 as 14: only rounding up explains all, but one witness is too few
    Case(
        "baseline-mean",
        means(("29回", *LOW), ("33回", *HIGH), ("14回", *HIGHER)),
        (("baseline-mean", f"{TALKS}/baseline/value"),),
    ),
    # 28.33 as 28 and 32.67 as 33 are to the nearest, so 13.67 as 13 is not
    Case(
        "baseline-mean",
        means(("28回", *LOW), ("33回", *HIGH), ("13回", *HIGHER)),
        (("baseline-mean", f"{HOME}/baseline/value"),),
    ),
    # one down and one up: no rule explains both
    Case(
        "baseline-mean",
        means(EVEN, ("32回", *HIGH), ("29回", *LOW)),
        (("baseline-mean", f"{ABROAD}/baseline/value"), ("baseline-mean", f"{HOME}/baseline/value")),
    ),
    # decimals: 28.333... as 28.4 beside two that are to the nearest
    Case(
        "baseline-mean",
        means(("28.4回", *LOW), ("32.7回", *HIGH), ("13.7回", *HIGHER)),
        (("baseline-mean", f"{TALKS}/baseline/value"),),
    ),
    Case("baseline-mean", means(("28回", *LOW), ("33回", *HIGH), ("14回", *HIGHER))),
    # the values are rounded themselves: 45.03 may stand for anything from 44.98 to 45.08
    Case("baseline-mean", means(("45.1回", "45.2回", "45.0回", "44.9回"), EVEN, EVEN)),
    Case(
        "baseline-mean",
        {
            **means(("28回", *LOW), ("33回", *HIGH), ("13回", *HIGHER)),
            "/rationales/1": {"measures": [HOME], "text": f"端数は切捨て。{past(*HIGHER)}"},
        },
        exempt="the rationale says that it was rounded down",
    ),
    Case(
        "mean-rounding",
        means(("28回", *LOW), ("32回", *HIGH), ("13回", *HIGHER)),
        (("mean-rounding", f"{HOME}/baseline/value"),),
    ),
    Case(
        "mean-rounding",
        means(EVEN, ("32回", *HIGH), EVEN),
        (("mean-rounding", f"{ABROAD}/baseline/value"),),
    ),
    Case(
        "mean-rounding",
        means(("29回", *LOW), EVEN, ("14回", *HIGHER)),
        (("mean-rounding", f"{TALKS}/baseline/value"),),
    ),
    Case("mean-rounding", means(("28回", *LOW), EVEN, EVEN)),
    Case(
        "mean-rounding",
        {
            **means(EVEN, EVEN, ("13回", *HIGHER)),
            "/rationales/1": {"measures": [HOME], "text": f"端数は切り捨てた。{past(*HIGHER)}"},
        },
        exempt="the rationale says so",
    ),
)


def reference(*lines: str) -> dict[str, Any]:
    """A rationale of the schools with lines under 【参考】."""
    return {"/rationales/2": {"measures": [SCHOOLS], "text": "\n".join(("続く関係を表す。", "【参考】", *lines))}}


WRONG_BASELINE = (("baseline-actual", f"{SCHOOLS}/baseline/value"),)
NO_ACTUALS: dict[str, Any] = {f"{SCHOOLS}/actuals": []}

BASELINES = (
    Case(
        "baseline-actual", {**reference("令和２年度：累計17校", "令和元年度：累計13校"), **NO_ACTUALS}, WRONG_BASELINE
    ),
    # the year the baseline names counts, not its column's
    Case(
        "baseline-actual",
        {
            **reference("令和２年度：累計17校", "令和元年度：累計14校"),
            **NO_ACTUALS,
            f"{SCHOOLS}/baseline/value": "累計16校（令和元年度実績）",
        },
        WRONG_BASELINE,
    ),
    Case(
        "baseline-actual",
        {
            f"{TALKS}/baseline/value": "29回（うち小学校14回）",
            f"{TALKS}/baseline/year": "令和元年度",
            f"{TALKS}/targets": [],
        },
        (
            ("baseline-actual", f"{TALKS}/baseline/value"),
            ("baseline-actual", f"{TALKS}/baseline/value/quantity/parts/0"),
        ),
    ),
    Case("baseline-actual", {**reference("令和２年度：累計１６校"), **NO_ACTUALS}),
    Case("baseline-actual", reference("令和２年度：3校"), exempt="one of them is cumulative"),
    Case(
        "baseline-actual",
        {**reference("令和２年度：累計18校", "令和元年度：累計14校"), **NO_ACTUALS},
        exempt="the baseline is the mean of the two",
    ),
    Case(
        "baseline-actual",
        {
            "/rationales/2": {"measures": [SCHOOLS], "text": "基準値は二年の平均。\n【参考】\n令和２年度：累計19校"},
            **NO_ACTUALS,
        },
        exempt="the rationale speaks of a mean",
    ),
    Case("baseline-actual", reference("令和２年度：累計17校（暫定値）"), exempt="provisional"),
    Case(
        "baseline-year-late",
        {f"{SHARE}/baseline/year": "令和3年度"},
        (("baseline-year-late", f"{SHARE}/baseline/year"),),
    ),
    Case(
        "baseline-year-late",
        {f"{DAYS}/baseline/year": "令和4年度"},
        (("baseline-year-late", f"{DAYS}/baseline/year"),),
    ),
    Case(
        "baseline-year-late",
        {f"{SHARE}/baseline/year": "令和５年度", f"{SHARE}/targets": []},
        (("baseline-year-late", f"{SHARE}/baseline/year"),),
    ),
    Case("baseline-year-late", {f"{SHARE}/baseline/year": "令和元年度"}),
    Case("baseline-year-late", {f"{SHARE}/baseline/year": "令和3年"}, exempt="a calendar year"),
    Case(
        "baseline-year-late",
        {f"{SHARE}/baseline": {"value": "－", "year": "令和5年度"}},
        exempt="no baseline",
    ),
)


def yearly(path: str, *values: str) -> dict[str, Any]:
    """Other yearly targets for a measure."""
    return {f"{path}/targets/{n}/value": value for n, value in enumerate(values)}


ORDER = (
    Case(
        "yearly-targets-order",
        yearly(SHARE, "55.0％", "50.0％", "60.0％"),
        (("yearly-targets-order", f"{SHARE}/targets/1/value"),),
    ),
    Case(
        "yearly-targets-order",
        yearly(DAYS, "16日以内", "18日以内", "14日以内"),
        (("yearly-targets-order", f"{DAYS}/targets/1/value"),),
    ),
    # a part has a finding of its own
    Case(
        "yearly-targets-order",
        yearly(TALKS, "32回（うち小学校14回）", "34回（うち小学校13回）", "36回（うち小学校15回）"),
        (("yearly-targets-order", f"{TALKS}/targets/1/value/quantity/parts/0"),),
    ),
    # without a baseline the yearly targets themselves must lead somewhere
    Case(
        "yearly-targets-order",
        {f"{SHARE}/baseline/value": "－", **yearly(SHARE, "55.0％", "50.0％", "60.0％")},
        (("yearly-targets-order", f"{SHARE}/targets/1/value"),),
    ),
    Case("yearly-targets-order", yearly(SHARE, "60.0％", "60.0％", "60.0％")),
    Case(
        "yearly-targets-order",
        yearly(SCHOOLS, "累計21校", "累計18校", "累計24校"),
        (("cumulative-falls", f"{SCHOOLS}/targets/1/value"),),
        exempt="cumulative",
    ),
    Case(
        "yearly-targets-order",
        {
            f"{SHARE}/name": f"利用率を今の水準に維持する割合の状態の維持{OUTCOME}",
            **yearly(SHARE, "55％", "50％", "60％"),
        },
        exempt="the level is to be kept",
    ),
    Case(
        "yearly-targets-order",
        {f"{SHARE}/baseline/value": "－", f"{SHARE}/target/value": "50％", **yearly(SHARE, "60％", "55％", "50％")},
        exempt="the targets lead down throughout",
    ),
    Case(
        "yearly-targets-order",
        {f"{SHARE}/target/value": "－", **yearly(SHARE, "55.0％", "50.0％", "60.0％")},
        exempt="targets set year by year",
    ),
)

RANGES = (
    Case(
        "ratio-out-of-range",
        {f"{SHARE}/actuals/0": actual("令和3年度", "106.0％")},
        (("ratio-out-of-range", f"{SHARE}/actuals/0/value"), ("overshoot", f"{SHARE}/actuals/0/value")),
    ),
    Case(
        "ratio-out-of-range",
        {f"{SHARE}/target/value": "160.0％", f"{SHARE}/targets/2/value": "160.0％"},
        (("ratio-out-of-range", f"{SHARE}/target/value"),),
    ),
    Case(
        "ratio-out-of-range",
        {f"{SHARE}/baseline/value": "△4.5％"},
        (("ratio-out-of-range", f"{SHARE}/baseline/value"),),
    ),
    Case(
        "ratio-out-of-range",
        {"/rationales/-": {"measures": [SHARE], "text": past("44.0％", "143.0％", "42.0％")}},
        (("ratio-out-of-range", "/rationales/4/references/1"),),
    ),
    Case("ratio-out-of-range", {f"{SHARE}/target/value": "100％", f"{SHARE}/targets/2/value": "100％"}),
    Case(
        "ratio-out-of-range",
        {f"{SHARE}/name": f"利用件数の対前年度比{OUTCOME}", f"{SHARE}/actuals/0": actual("令和3年度", "106.0％")},
        exempt="a rate of change",
    ),
    Case(
        "ratio-out-of-range",
        {f"{SHARE}/name": f"計画に占める実績の割合{OUTCOME}", f"{SHARE}/target/value": "110％", f"{SHARE}/targets": []},
        exempt="a plan may be exceeded",
    ),
)

SOON = (("overshoot", f"{SHARE}/actuals/0/value"),)

OVERSHOOTS = (
    Case("overshoot", {f"{SHARE}/actuals/0": actual("令和3年度", "60.0％")}, SOON),
    Case("overshoot", {f"{SHARE}/actuals/0": actual("令和3年度", "72.4％")}, SOON),
    Case(
        "overshoot",
        {f"{DAYS}/actuals": [actual("令和3年度", "12日"), actual("令和4年度", "11日")]},
        (("overshoot", f"{DAYS}/actuals/0/value"),),
    ),
    # without yearly targets the final one counts, once it is due
    Case(
        "overshoot",
        {f"{SCHOOLS}/targets": [], f"{SCHOOLS}/actuals/4": actual("令和5年度", "累計40校")},
        (("overshoot", f"{SCHOOLS}/actuals/4/value"),),
    ),
    Case("overshoot", {f"{SHARE}/actuals/0": actual("令和3年度", "59.5％")}),
    Case(
        "overshoot",
        {f"{SCHOOLS}/targets": [], f"{SCHOOLS}/actuals/3": actual("令和4年度", "累計40校")},
    ),
    Case(
        "overshoot",
        {f"{SHARE}/actuals/0": actual("令和3年度", "72.4％（速報値）")},
        exempt="provisional",
    ),
    Case(
        "overshoot",
        {
            f"{SHARE}/name": f"利用件数の伸び率{OUTCOME}",
            f"{SHARE}/actuals/0": actual("令和3年度", "90.0％"),
        },
        exempt="a rate of change",
    ),
    Case(
        "overshoot",
        {
            f"{SHARE}/name": f"利用の水準を維持{OUTCOME}",
            f"{SHARE}/actuals/0": actual("令和3年度", "90.0％"),
        },
        exempt="a level to be kept",
    ),
    Case(
        "earlier-target-overshot",
        {f"{SCHOOLS}/baseline/value": "累計16校（目標値：12校）"},
        (("earlier-target-overshot", f"{SCHOOLS}/baseline/value"),),
    ),
    Case(
        "earlier-target-overshot",
        {f"{SHARE}/baseline/value": "45.0％（目標値：37.5％）"},
        (("earlier-target-overshot", f"{SHARE}/baseline/value"),),
    ),
    # less is better: 20 days where 24 were allowed
    Case(
        "earlier-target-overshot",
        {f"{DAYS}/baseline/value": "20日（目標値：24日）"},
        (("earlier-target-overshot", f"{DAYS}/baseline/value"),),
    ),
    Case("earlier-target-overshot", {f"{SCHOOLS}/baseline/value": "累計16校（目標値：14校）"}),
    Case("earlier-target-overshot", {f"{SCHOOLS}/baseline/value": "累計16校（目標値：8件）"}, exempt="another unit"),
    Case("earlier-target-overshot", {f"{SCHOOLS}/baseline/value": "累計16校（目標値：0校）"}, exempt="nil"),
)

COPY = "手続を電子で行った人の割合"


def twice(name: str, *values: str) -> dict[str, Any]:
    """Another number with a measure of that name: baseline, target, then yearly targets."""
    again = measure(f"{name}{OUTCOME}", values[0], values[1], list(values[2:]))
    return {"/goals/0/levers/0/indicators/-": indicator("②", again), "/goals/0/levers/0/indicators/0/number": "①"}


EXTRA = (("two-measures-one-number", "/goals/0/levers/0/indicators/1/number"),)

TWICE = (
    Case(
        "indicator-repeated",
        twice(COPY, "45.0％", "62.0％", "50.0％", "55.0％", "62.0％"),
        (("indicator-repeated", f"{SHARE}/target/value"), *EXTRA),
    ),
    Case(
        "indicator-repeated",
        twice(COPY, "44.0％", "60.0％", "50.0％", "55.0％", "60.0％"),
        (("indicator-repeated", f"{SHARE}/baseline/value"), *EXTRA),
    ),
    Case(
        "indicator-repeated",
        twice(COPY, "45.0％", "60.0％", "50.0％", "56.0％", "60.0％"),
        (("indicator-repeated", f"{SHARE}/targets/1/value"), *EXTRA),
    ),
    Case("indicator-repeated", twice(COPY, "45％", "60％", "50％", "55％", "60％"), EXTRA),
    Case(
        "indicator-repeated",
        {f"{SHARE}/name": f"利用率{OUTCOME}", **twice("利用率", "4％", "6％", "4.5％", "5％", "6％")},
        EXTRA,
        exempt="no value in common",
    ),
    Case(
        "indicator-repeated",
        {f"{SHARE}/name": f"利用率{OUTCOME}", **twice("利用率", "42％", "60％", "48％", "53％", "60％")},
        EXTRA,
        exempt="few values in common",
    ),
    Case(
        "indicator-repeated",
        twice(COPY, "45人", "62人", "50人", "55人", "62人"),
        EXTRA,
        exempt="another unit",
    ),
)

INDICATORS = (*ROUNDING, *BASELINES, *ORDER, *RANGES, *OVERSHOOTS, *TWICE)
