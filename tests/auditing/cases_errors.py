"""Cases of the checks that find errors: a statement on the sheet contradicts another."""

from tests.auditing.cases import Case
from tests.auditing.sheets import ABROAD, DAYS, HOME, MEAN, SCHOOLS, SHARE, TALKS, actual, indicator, measure

_COMPOSITE = "指導者を育てる場の数。\n【参考】\n令和元年度：{}\n平成30年度：{}\n平成29年度：27回（国内研修：18回　海外研修：9回）"
_RIGHT = ("33回（国内研修：22回　海外研修：11回）", "30回（国内研修：20回　海外研修：10回）")


def composite(first: str = _RIGHT[0], second: str = _RIGHT[1]) -> dict[str, object]:
    """The shared rationale with other lines under 【参考】."""
    return {"/rationales/1": {"measures": [HOME, ABROAD], "text": _COMPOSITE.format(first, second)}}


def talks_reference(newest: str) -> dict[str, object]:
    """The first rationale with another newest line under 【参考】."""
    text = f"【参考】\n令和元年度：{newest}\n平成30年度：31回（うち小学校12回）\n平成29年度：28回（うち小学校11回）"
    return {"/rationales/0": {"measures": [TALKS], "text": text}}


MEANS = (
    Case(
        "baseline-mean",
        {f"{TALKS}/baseline/value": f"31回（うち小学校12回）{MEAN}"},
        (("baseline-mean", f"{TALKS}/baseline/value"),),
    ),
    Case(
        "baseline-mean",
        {f"{TALKS}/baseline/value": f"30回（うち小学校11回）{MEAN}"},
        (("baseline-mean", f"{TALKS}/baseline/value/quantity/parts/0"),),
    ),
    Case(
        "baseline-mean",
        talks_reference("37回（うち小学校16回）"),
        (
            ("baseline-mean", f"{TALKS}/baseline/value"),
            ("baseline-mean", f"{TALKS}/baseline/value/quantity/parts/0"),
        ),
    ),
    # 66 + 31 + 28 = 92.5 / 3 rounds to the printed 30.8 in the baseline's own digits
    Case("baseline-mean", {**talks_reference("33.5回"), f"{TALKS}/baseline/value": f"30.8回{MEAN}"}),
    # 31.5 lies half way and is rounded up
    Case(
        "baseline-mean",
        {
            f"{TALKS}/baseline/value": "約32回（平成30年度、令和元年度の平均）",
            f"{TALKS}/targets": [],
            "/rationales/0": {"measures": [TALKS], "text": "【参考】\n令和元年度：32回\n平成30年度：31回"},
        },
    ),
    Case(
        "baseline-mean",
        composite("36回（国内研修：25回　海外研修：11回）"),
        (("baseline-mean", f"{HOME}/baseline/value"),),
    ),
    # without 【参考】 the yearly actuals are the values of the years
    Case(
        "baseline-mean",
        {
            f"{DAYS}/baseline/value": "20日（平成30年度～令和元年度の平均）",
            f"{DAYS}/actuals": [actual("平成30年度", "26日"), actual("令和元年度", "24日")],
        },
        (("baseline-mean", f"{DAYS}/baseline/value"),),
    ),
    Case(
        "baseline-mean",
        {f"{TALKS}/baseline/value": "29回（平成28年度～令和元年度の平均）"},
        exempt="a year of the mean is not printed",
    ),
)

ACTUALS = (
    Case(
        "baseline-actual",
        {f"{SCHOOLS}/baseline/value": "累計17校"},
        (("baseline-actual", f"{SCHOOLS}/baseline/value"),),
    ),
    Case("baseline-actual", {f"{SHARE}/actuals/-": actual("令和2年度", "45.03％")}),
    Case(
        "baseline-actual",
        {f"{SHARE}/actuals/-": actual("令和3年度", "44.1％（令和2年度）")},
        (("baseline-actual", f"{SHARE}/baseline/value"),),
    ),
    Case(
        "baseline-actual",
        {f"{SHARE}/actuals/-": actual("令和2年度", "44.1％（暫定値）")},
        exempt="the actual is provisional",
    ),
    Case(
        "baseline-actual",
        {f"{TALKS}/actuals/-": actual("令和2年度", "12回")},
        exempt="the baseline is a mean",
    ),
)

PARTS = (
    Case(
        "composite-sum",
        composite("34回（国内研修：22回　海外研修：11回）"),
        (("composite-sum", "/rationales/1/references/0"),),
    ),
    # two wrong lines under one 【参考】 are one finding
    Case(
        "composite-sum",
        composite("34回（国内研修：22回　海外研修：11回）", "31回（国内研修：20回　海外研修：10回）"),
        (("composite-sum", "/rationales/1/references/0"),),
    ),
    # a wrong total between its parts is no mean, because the other lines add up
    Case(
        "composite-sum",
        composite("13回（国内研修：22回　海外研修：11回）"),
        (
            ("composite-sum", "/rationales/1/references/0"),
            ("part-whole", "/rationales/1/references/0/quantity/parts/0"),
        ),
    ),
    Case(
        "composite-sum",
        {f"{DAYS}/actuals/-": actual("令和2年度", "20日（平日：15日、休日：6日）")},
        (("composite-sum", f"{DAYS}/actuals/3/value"),),
    ),
    Case("composite-sum", {f"{DAYS}/actuals/-": actual("令和2年度", "20日（平日：15日、休日：5日）")}),
    # means of two parts may each be rounded
    Case("composite-sum", {f"{ABROAD}/baseline/value": f"海外研修：10回（アジア：4回、欧州：5回）{MEAN}"}),
    Case(
        "composite-sum",
        {f"{SHARE}/actuals/-": actual("令和2年度", "45.0％（男性：44.0％、女性：46.0％）")},
        exempt="a rate of all is no sum of rates",
    ),
    Case(
        "composite-sum",
        {f"{DAYS}/actuals/-": actual("令和2年度", "20日（平日：15日、休日：25日）")},
        (("part-whole", f"{DAYS}/actuals/3/value/quantity/parts/1"),),
        exempt="every line has its total between its parts: means",
    ),
    Case(
        "composite-sum",
        {f"{DAYS}/actuals/-": actual("令和2年度", "20日（うち平日12日、うち夜間3日）")},
        exempt="parts printed with うち need not be complete",
    ),
    Case(
        "part-whole",
        {f"{TALKS}/target/value": "36回程度（小学校40回程度）"},
        (
            ("part-whole", f"{TALKS}/target/value/quantity/parts/0"),
            ("last-yearly-target", f"{TALKS}/targets/2/value/quantity/parts/0"),
        ),
    ),
    Case(
        "part-whole",
        {
            f"{TALKS}/targets/1/value": "34回（うち小学校44回）",
            f"{TALKS}/actuals/0": actual("令和3年度", "30回（小学校32回）"),
        },
        (("part-whole", f"{TALKS}/targets/1/value/quantity/parts/0"),),
    ),
    Case(
        "part-whole",
        {
            **talks_reference("31回（うち小学校33回）"),
            f"{TALKS}/baseline/value": f"30回（うち小学校19回）{MEAN}",
            f"{TALKS}/target/value": "36回",
            f"{TALKS}/targets": [],
        },
        (("part-whole", "/rationales/0/references/0/quantity/parts/0"),),
    ),
    Case(
        "part-whole",
        {f"{TALKS}/targets/1/value": "34回（うち小学校34回）"},
        (("yearly-targets-order", f"{TALKS}/targets/2/value/quantity/parts/0"),),
    ),
    Case(
        "part-whole",
        {f"{SHARE}/targets/1/value": "55.0％（うち女性58.0％）"},
        exempt="a part's rate may exceed the rate of all",
    ),
    Case(
        "part-whole",
        {f"{SCHOOLS}/actuals/1/value": "累計16校（前年度18校）"},
        exempt="the bracket holds another reading of the whole",
    ),
)

SERIES = (
    Case(
        "cumulative-falls",
        {f"{SCHOOLS}/actuals/0/value": "累計17校"},
        (("cumulative-falls", f"{SCHOOLS}/actuals/1/value"),),
    ),
    Case(
        "cumulative-falls",
        {f"{SCHOOLS}/targets/1/value": "累計17校"},
        (("cumulative-falls", f"{SCHOOLS}/targets/1/value"),),
    ),
    # the name alone may say that values are cumulative
    Case(
        "cumulative-falls",
        {
            f"{DAYS}/name": "短縮した日数（累計）",
            f"{DAYS}/target/value": "30日",
            f"{DAYS}/targets": [
                {"years": ["令和3年度"], "value": "26日"},
                {"years": ["令和4年度"], "value": "24日"},
                {"years": ["令和5年度"], "value": "30日"},
            ],
        },
        (("cumulative-falls", f"{DAYS}/targets/1/value"),),
    ),
    # a first target below the baseline is not a fall
    Case(
        "cumulative-falls",
        {f"{SCHOOLS}/targets/0/value": "累計15校"},
        (("already-reached", f"{SCHOOLS}/targets/0/value"),),
    ),
    Case(
        "cumulative-falls",
        {f"{SHARE}/actuals": [actual("令和元年度", "44.0％"), actual("令和3年度", "43.0％")]},
        exempt="not cumulative",
    ),
    Case(
        "last-yearly-target",
        {f"{SCHOOLS}/targets/2/value": "累計25校"},
        (("last-yearly-target", f"{SCHOOLS}/targets/2/value"),),
    ),
    Case(
        "last-yearly-target",
        {f"{TALKS}/targets/2/value": "36回（うち小学校16回）"},
        (("last-yearly-target", f"{TALKS}/targets/2/value/quantity/parts/0"),),
    ),
    Case(
        "last-yearly-target",
        {f"{SHARE}/targets": [{"years": ["令和3年度", "令和4年度", "令和5年度"], "value": "55.0％"}]},
        (("last-yearly-target", f"{SHARE}/targets/0/value"),),
    ),
    Case("last-yearly-target", {f"{SHARE}/targets": [{"years": ["令和3年度", "令和5年度"], "value": "60％程度"}]}),
    Case(
        "last-yearly-target",
        {f"{SHARE}/target": {"value": "70.0％", "year": "令和7年度"}},
        exempt="the target year lies after the printed years",
    ),
    Case("last-yearly-target", {f"{SHARE}/targets/2/value": "制度を全国で始める"}, exempt="a text"),
    Case(
        "last-yearly-target",
        {
            f"{SCHOOLS}/target/value": "累計24校",
            f"{SCHOOLS}/targets": [
                {"years": [year], "value": "8校"} for year in ("令和3年度", "令和4年度", "令和5年度")
            ],
        },
        exempt="yearly steps that add up to a cumulative target",
    ),
    Case(
        "unit-differs",
        {f"{SCHOOLS}/target/value": "累計24件"},
        (("unit-differs", f"{SCHOOLS}/target/value"),),
    ),
    Case("unit-differs", {f"{SHARE}/targets/0/value": "５０.0％", f"{SHARE}/target/value": "60.0パーセント"}),
    Case("unit-differs", {f"{SHARE}/targets/0/value": "50.0"}, exempt="a number without a unit"),
    Case(
        "unit-differs",
        {f"{DAYS}/baseline/value": "-", f"{DAYS}/actuals": [actual("令和元年度", "98％")]},
        exempt="a rule of time, and the share in which it was kept",
    ),
)

STRUCTURE = (
    Case(
        "numbering",
        {"/goals/0/levers/1/indicators/1/number": "9"},
        (
            ("numbering", "/goals/0/levers/1/indicators/1/number"),
            ("related-unknown", "/programmes/1/related"),
            ("indicator-without-programme", "/goals/0/levers/1/indicators/1/number"),
        ),
    ),
    Case("numbering", {"/programmes/1/number": "(5)"}, (("numbering", "/programmes/1/number"),)),
    Case("numbering", {"/programmes/3/number": "(3)"}),
    # from 17 on, as ministries number that count through several sheets
    Case("numbering", {f"/programmes/{n}/number": f"({n + 17})" for n in range(4)}),
    Case(
        "numbering",
        {
            "/goals/1/levers/0/indicators/1/number": "5②",
            "/goals/1/levers/0/indicators/0/number": "5①",
            "/programmes/2/related": "5",
        },
        (("no-primary", "/goals/1/text"), ("final-outcome-not-primary", "/goals/1/levers/0/indicators/1/number")),
        exempt="sub-indicators",
    ),
    Case("numbering", {"/programmes/1/number": "税"}, exempt="not a number"),
    Case("related-unknown", {"/programmes/0/related": "1,2,9"}, (("related-unknown", "/programmes/0/related"),)),
    Case("related-unknown", {"/programmes/0/related": "①、２"}),
    Case("related-unknown", {"/programmes/3/related": "すべての指標"}, exempt="words"),
    Case(
        "evaluation-month",
        {"/policy/statements/1/text": "令和５年８月"},
        (("evaluation-month", "/policy/statements/1/text"),),
    ),
    Case(
        "evaluation-month",
        {"/policy/statements/1/text": "令和６年３月頃"},
        (("evaluation-month", "/policy/statements/1/text"),),
    ),
    # one target year of several is enough
    Case(
        "evaluation-month",
        {"/policy/statements/1/text": "令和９年６月", f"{SHARE}/target": {"value": "70％", "year": "令和8年度"}},
        (("evaluation-interval", "/policy/statements/1/text"),),
    ),
    Case("evaluation-month", {"/policy/statements/1/text": "期間の終わった後"}, exempt="no month"),
    Case(
        "evaluation-month",
        {"/policy/statements/1": {"role": "evaluation_month", "label": "政策評価実施時期", "text": "令和４年８月"}},
        exempt="when it was done, not when it is planned",
    ),
)

SINGLE = indicator("5", measure("窓口の数", "10か所", "20か所", ["12ヶ所", "16箇所", "20カ所"]))
UNITS = (Case("unit-differs", {"/goals/1/levers/0/indicators/0": SINGLE}),)

ERRORS = (*MEANS, *ACTUALS, *PARTS, *SERIES, *STRUCTURE, *UNITS)
