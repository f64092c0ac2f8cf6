"""Cases of the checks of the cycle: the time of the evaluation, marks and grades against the numbers, actuals left out."""

from typing import Any

from tests.auditing.cases import Case
from tests.auditing.sheets import ABROAD, DAYS, HOME, SCHOOLS, SHARE, TALKS, YEARS, actual

MONTH = "/policy/statements/1/text"

TIMES = (
    Case(
        "evaluation-interval",
        {"/title": "里山学習の事前分析表（平成30年度実施政策）", MONTH: "令和６年８月"},
        (("evaluation-interval", MONTH),),
    ),
    Case(
        "evaluation-interval",
        {MONTH: "令和９年６月", f"{SHARE}/target": {"value": "70％", "year": "令和8年度"}},
        (("evaluation-interval", MONTH),),
    ),
    Case(
        "evaluation-interval",
        {MONTH: "令和12年８月"},
        (("evaluation-interval", MONTH), ("evaluation-month", MONTH)),
    ),
    Case(
        "evaluation-interval",
        {"/title": "里山学習の事前分析表（令和元年度実施政策）", MONTH: "令和６年８月"},
    ),
    Case(
        "evaluation-interval",
        {"/title": "里山学習の事前分析表（平成24年度実施政策）"},
        tuple(("start-year", f"/programmes/{n}/name") for n in range(4)),
        exempt="older than the guideline",
    ),
    Case(
        "target-after-evaluation",
        {f"{SHARE}/target": {"value": "70％", "year": "令和8年度"}, f"{SHARE}/targets": []},
        (("target-after-evaluation", MONTH),),
    ),
    Case(
        "target-after-evaluation",
        {f"{SHARE}/target/year": "令和6年度", f"{SHARE}/targets": []},
        (("target-after-evaluation", MONTH),),
    ),
    Case(
        "target-after-evaluation",
        {
            f"{SHARE}/target/year": "令和7年度",
            f"{SHARE}/targets": [{"years": [year], "value": "－"} for year in YEARS],
            f"{DAYS}/target/year": "令和6年度",
            f"{DAYS}/targets": [],
        },
        (("target-after-evaluation", MONTH),),
    ),
    Case("target-after-evaluation", {f"{SHARE}/targets": []}),
    Case(
        "target-after-evaluation",
        {f"{SHARE}/target": {"value": "70％", "year": "令和8年度"}},
        exempt="yearly targets to judge by",
    ),
)


def reported(path: str, *values: str, mark: str = "") -> dict[str, Any]:
    """A measure's actuals of its three years, and its mark."""
    years = [actual(year, value) for year, value in zip(YEARS, values, strict=False)]
    return {f"{path}/actuals": years, f"{path}/mark": mark}


WRONG = (("mark-contradicts", f"{SHARE}/mark"),)
COMPILING = {"year": "令和5年度", "value": "集計中", "state": "compiling"}

MARKS = (
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "57.4％", mark="○"), WRONG),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "57.4％", mark="達成"), WRONG),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "61.0％", mark="×"), WRONG),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "61.0％", mark="（未達成）"), WRONG),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "57.4％", mark="イ"), WRONG),
    Case("mark-contradicts", reported(DAYS, "18日", "16日", "15日", mark="◎"), (("mark-contradicts", f"{DAYS}/mark"),)),
    # only the years reported, by the target of the last of them
    Case("mark-contradicts", reported(SHARE, "51.0％", "54.0％", mark="○"), WRONG),
    # a target with 程度 missed by more than a tenth
    Case(
        "mark-contradicts",
        {
            **reported(SHARE, "51.0％", "56.0％", "52.0％", mark="○"),
            f"{SHARE}/target/value": "60％程度",
            f"{SHARE}/targets/2/value": "60％程度",
        },
        WRONG,
    ),
    # words on the way that speak of less, while the targets rise, decide nothing
    Case(
        "mark-contradicts",
        {
            **reported(SHARE, "51.0％", "56.0％", "61.0％", mark="×"),
            "/rationales/-": {"measures": [SHARE], "text": "窓口に来る手間を減らすため。"},
        },
        (("target-worse", f"{SHARE}/target/value"),),
        exempt="words and targets lead different ways",
    ),
    Case(
        "mark-contradicts",
        {
            f"{SHARE}/actuals": [
                actual("令和3年度", "48.0％"),
                {"year": "令和4年度", "value": "－", "state": "not_yet"},
            ],
            f"{SHARE}/mark": "（○）",
        },
        exempt="a forecast of a year to come",
    ),
    # a mark of one year's own
    Case(
        "mark-contradicts",
        {f"{SHARE}/actuals/0": {**actual("令和3年度", "48.0％"), "mark": "○"}},
        (("mark-contradicts", f"{SHARE}/actuals/0/mark"),),
    ),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "61.0％", mark="○")),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "57.4％", mark="×")),
    Case("mark-contradicts", reported(SHARE, "49.0％", "56.0％", "61.0％", mark="×")),
    Case("mark-contradicts", reported(DAYS, "18日", "16日", "13日", mark="○")),
    Case(
        "mark-contradicts",
        {
            **reported(SHARE, "51.0％", "56.0％", "56.0％", mark="○"),
            f"{SHARE}/target/value": "60％程度",
            f"{SHARE}/targets/2/value": "60％程度",
        },
    ),
    Case(
        "mark-contradicts",
        {
            f"{SHARE}/actuals": [actual("令和3年度", "48.0％"), actual("令和4年度", "50.0％"), COMPILING],
            f"{SHARE}/mark": "(○)",
        },
        exempt="the last year is still to come",
    ),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "40.0％", mark="A"), exempt="a letter"),
    Case("mark-contradicts", reported(SHARE, "51.0％", "56.0％", "40.0％", mark="△"), exempt="nearly reached"),
    Case(
        "mark-contradicts",
        {**reported(SHARE, "51.0％", "56.0％", "57.4％", mark="○"), f"{SCHOOLS}/mark": "◎"},
        exempt="beside ◎ a ○ may mean nearly reached",
    ),
    Case(
        "mark-contradicts",
        {**reported(SHARE, "51.0％", "56.0％", "57.4％", mark="イ"), f"{SCHOOLS}/mark": "ア"},
        exempt="イ is the second of another scale",
    ),
    Case(
        "mark-contradicts",
        {
            **reported(SHARE, "51.0％", "56.0％", "57.4％", mark="○"),
            "/notes/1/text": "達成の欄は、○：80％以上、×：80％未満。",
        },
        exempt="the sheet explains its signs",
    ),
    Case(
        "mark-contradicts",
        {
            **reported(SHARE, "51.0％", "56.0％", "57.4％", mark="○"),
            f"{SHARE}/baseline/value": "－",
            f"{SHARE}/targets": [{"years": list(YEARS), "value": "60.0％"}],
        },
        exempt="nothing tells which way is better",
    ),
    Case(
        "mark-contradicts",
        {**reported(SHARE, "51.0％", "56.0％", mark="○"), f"{SHARE}/targets": []},
        exempt="no target was due",
    ),
)

RESULT = "/policy/statements/2/text"


def graded(grade: str, **marks: str) -> dict[str, Any]:
    """A result, and the mark of each measure; ○ where none is given."""
    found: dict[str, Any] = {
        "/policy/statements/-": {"role": "result", "label": "目標達成度合いの測定結果", "text": grade}
    }
    for name, path in (("talks", TALKS), ("schools", SCHOOLS), ("home", HOME), ("abroad", ABROAD), ("days", DAYS)):
        found[f"{path}/mark"] = marks.get(name, "○")
    found[f"{SHARE}/mark"] = marks.get("share", "○")
    return found


GRADE = (("grade-contradicts-marks", RESULT),)
SIGNS = {"talks": "", "home": "", "abroad": ""}

GRADES = (
    Case("grade-contradicts-marks", graded("目標達成", share="×"), GRADE),
    Case("grade-contradicts-marks", graded("①【目標超過達成】", days="未達成"), GRADE),
    Case("grade-contradicts-marks", graded("②", home="△"), GRADE),
    Case("grade-contradicts-marks", graded("相当程度進展あり"), GRADE),
    Case("grade-contradicts-marks", graded("進展が大きくない", share="◎", **SIGNS)),
    Case("grade-contradicts-marks", graded("目標に向かっていない", home="×", abroad="×"), GRADE),
    # without a mark the numbers speak
    Case(
        "grade-contradicts-marks",
        {**graded("目標達成"), **reported(SHARE, "51.0％", "56.0％", "57.4％")},
        GRADE,
    ),
    Case("grade-contradicts-marks", graded("目標達成")),
    Case("grade-contradicts-marks", graded("相当程度進展あり", home="△")),
    Case("grade-contradicts-marks", graded("目標に向かっていない", talks="×", schools="×", share="×")),
    Case("grade-contradicts-marks", graded("おおむね順調である", share="×"), exempt="not of the common five"),
    Case(
        "grade-contradicts-marks",
        {
            **graded("目標達成", share="×"),
            "/policy/statements/1": {"role": "result", "label": "施策１の測定結果", "text": "相当程度進展あり"},
        },
        exempt="two results, of parts of the policy",
    ),
    Case("grade-contradicts-marks", graded("相当程度進展あり", home=""), exempt="one measure is undecided"),
    Case("grade-contradicts-marks", graded("目標達成", share="B"), exempt="a letter says nothing by itself"),
)

PAST = {"/title": "里山学習の事前分析表（令和6年度実施政策）"}


def left(path: str, *values: str) -> dict[str, Any]:
    """Actuals of the three years on a later sheet; a dash is left out without a reason."""
    states = {"－": "unstated", "": "unstated", "調査中止": "not_surveyed", "集計中": "compiling"}
    return {
        f"{path}/actuals": [
            {"year": year, "value": value, "state": states.get(value, "reported")}
            for year, value in zip(YEARS, values, strict=True)
        ]
    }


LEFT = (
    Case(
        "actual-unstated",
        {**PAST, **left(SHARE, "51.0％", "－", "61.0％")},
        (("actual-unstated", f"{SHARE}/actuals/1/value"),),
    ),
    Case(
        "actual-unstated",
        {**PAST, **left(SHARE, "－", "", "61.0％")},
        (("actual-unstated", f"{SHARE}/actuals/0/value"),),
    ),
    Case(
        "actual-unstated",
        {
            **PAST,
            **left(SHARE, "－", "55.0％", "61.0％"),
            f"{SHARE}/targets": [{"years": list(YEARS), "value": "年度ごとに60.0％"}],
        },
        (("actual-unstated", f"{SHARE}/actuals/0/value"),),
    ),
    Case("actual-unstated", {**PAST, **left(SHARE, "51.0％", "調査中止", "集計中")}),
    Case("actual-unstated", left(SHARE, "51.0％", "－", "－"), exempt="the sheet's own year and later ones"),
    Case(
        "actual-unstated",
        {
            **PAST,
            **left(SHARE, "－", "－", "61.0％"),
            f"{SHARE}/targets": [{"years": list(YEARS), "value": "60.0％"}],
        },
        exempt="one target over several years",
    ),
)


def rated(path: str, *values: str) -> dict[str, Any]:
    """Actuals of the three years, each with what a row of its own says of it (after a bar)."""
    parted = (value.partition("|") for value in values)
    return {
        f"{path}/actuals": [
            {**actual(year, value), "mark": mark} for year, (value, _, mark) in zip(YEARS, parted, strict=False)
        ]
    }


RATES = (
    # a row of rates says what they are
    Case("achievement-rate", rated(SHARE, "48.0％|106％"), (("achievement-rate", f"{SHARE}/actuals/0/mark"),)),
    Case(
        "achievement-rate",
        rated(SHARE, "48.0％|96％", "56.1％|102％", "57.0％|59.0％"),
        (("achievement-rate", f"{SHARE}/actuals/2/mark"),),
    ),
    # in brackets they are known by the other years
    Case(
        "achievement-rate",
        rated(SHARE, "48.0％（96％）", "56.1％（120％）", "57.0％（95％）"),
        (("achievement-rate", f"{SHARE}/actuals/1/value"),),
    ),
    Case("achievement-rate", rated(SHARE, "48.0％（96％）", "56.1％（102％）", "57.0％（95％）")),
    # the final target, the progress from the baseline, and the target over the actual are rates as well
    Case("achievement-rate", rated(SCHOOLS, "累計18校|75％", "累計20校|83％")),
    Case("achievement-rate", rated(SHARE, "48.0％|60％", "51.0％|60％")),
    Case("achievement-rate", rated(DAYS, "20日|90％", "15日|107％", "16日|86％")),
    Case("achievement-rate", rated(SHARE, "48.0％（33.1％）"), exempt="a percentage that may mean something else"),
    Case(
        "achievement-rate",
        {**rated(SHARE, "48.0％|33％"), f"{SHARE}/target/value": "-", f"{SHARE}/targets": []},
        exempt="no target",
    ),
)

CYCLE = (*TIMES, *MARKS, *GRADES, *LEFT, *RATES)
