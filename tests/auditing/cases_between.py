"""Cases of the checks over two sheets: what the earlier one prints, what the later one prints, and every finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.auditing.budgets import HEADS, ROWS, budget
from tests.auditing.sheets import (
    DAYS,
    HOME,
    SCHOOLS,
    SHARE,
    TALKS,
    actual,
    indicator,
    measure,
)

FIRST_LEVER, SECOND_LEVER = "/goals/0/levers/0/indicators", "/goals/0/levers/1/indicators"
REPORT = {"/title": "里山学習の評価書（令和5年度実施政策）"}
#: The next period's sheet: the targets of 令和5年度 had ended.
NEXT_PERIOD = {"/title": "里山学習の事前分析表（令和6年度実施政策）", "/identifier": "里山庁R6－①"}
#: A sheet of another policy of the year of the later one.
OTHER_POLICY = {
    "/title": "山村の暮らしの事前分析表（令和4年度実施政策）",
    "/identifier": "里山庁R4－⑥",
    "/policy/statements/0/text": "山村の暮らしを支える",
}


@dataclass(frozen=True)
class BetweenCase:
    """``earlier``, ``later``: what is changed on each sheet. ``finds``: code and path of each finding. ``exempt``: why a
    check keeps silent, where it does because its rule does not apply."""

    code: str
    later: Mapping[str, Any] = field(default_factory=dict)
    earlier: Mapping[str, Any] = field(default_factory=dict)
    finds: tuple[tuple[str, str], ...] = ()
    exempt: str = ""

    @property
    def kind(self) -> str:
        """finds, exempt or clean."""
        if any(code == self.code for code, _ in self.finds):
            return "finds"
        return "exempt" if self.exempt else "clean"


def final(path: str, value: str) -> dict[str, Any]:
    """Another target, and another yearly target of its year."""
    return {f"{path}/target/value": value, f"{path}/targets/2/value": value}


TARGETS = (
    BetweenCase("target-changed", final(SCHOOLS, "累計20校"), finds=(("target-changed", f"{SCHOOLS}/target/value"),)),
    BetweenCase(
        "target-changed",
        {f"{SCHOOLS}/targets/1/value": "累計19校"},
        finds=(("target-changed", f"{SCHOOLS}/targets/1/value"),),
    ),
    # a part has a finding of its own
    BetweenCase(
        "target-changed",
        final(TALKS, "36回程度（うち小学校12回程度）"),
        finds=(("target-changed", f"{TALKS}/target/value/quantity/parts/0"),),
    ),
    BetweenCase("target-changed", final(DAYS, "14日以上"), finds=(("target-changed", f"{DAYS}/target/value"),)),
    BetweenCase(
        "target-changed", {f"{SCHOOLS}/target/value": "－"}, finds=(("target-changed", f"{SCHOOLS}/target/value"),)
    ),
    BetweenCase(
        "target-changed",
        {f"{SHARE}/target/value": "全国平均を上回る水準"},
        finds=(("target-changed", f"{SHARE}/target/value"),),
    ),
    BetweenCase(
        "target-changed",
        {f"{SHARE}/target/value": "制度を検討し、2件の提案を行う"},
        {f"{SHARE}/target/value": "制度を検討し、3件の提案を行う"},
        (("target-changed", f"{SHARE}/target/value"),),
    ),
    BetweenCase(
        "target-changed",
        final(HOME, "国内研修：2千回"),
        final(HOME, "国内研修：2,400回"),
        (("target-changed", f"{HOME}/target/value"),),
    ),
    # steps in words, year by year
    BetweenCase(
        "target-changed",
        {f"{SHARE}/targets/1/value": "試行を見送る"},
        {f"{SHARE}/targets/1/value": "3か所で試行する"},
        (("target-changed", f"{SHARE}/targets/1/value"),),
    ),
    BetweenCase("target-changed", {f"{SHARE}/targets/1/value": "※５"}, exempt="a note says it"),
    BetweenCase("target-changed", {f"{SHARE}/targets/0/value": "－"}, exempt="the year is over"),
    # what is only printed otherwise
    BetweenCase("target-changed", final(SCHOOLS, "累計２４校")),
    BetweenCase("target-changed", final(SHARE, "60%")),
    BetweenCase("target-changed", final(SHARE, "6割")),
    BetweenCase("target-changed", final(HOME, "国内研修：2千回"), final(HOME, "国内研修：2,000回")),
    BetweenCase("target-changed", final(HOME, "国内研修：26回程度")),
    BetweenCase("target-changed", {f"{DAYS}/target/year": "2023年度"}),
    BetweenCase(
        "target-changed",
        {f"{SHARE}/target/value": "制度を検討して、３件の提案を行う。"},
        {f"{SHARE}/target/value": "制度を検討し、3件の提案を行う"},
    ),
    BetweenCase("target-changed", final(SCHOOLS, "累計24校"), final(SCHOOLS, "－"), exempt="none was set before"),
    BetweenCase("target-changed", {f"{SCHOOLS}/target": {}}, exempt="a form without final targets"),
    BetweenCase(
        "target-changed", {f"{SCHOOLS}/target/value": ""}, finds=(("target-changed", f"{SCHOOLS}/target/value"),)
    ),
    BetweenCase(
        "target-changed",
        {f"{SHARE}/target": {"value": "法案を国会に出す"}},
        {f"{SHARE}/target": {"value": "法案をまとめる"}},
        exempt="words without a year",
    ),
    BetweenCase(
        "target-changed",
        {**NEXT_PERIOD, f"{SHARE}/target": {"value": "75.0％", "year": "令和8年度"}},
        exempt="the target of the next period",
    ),
)

DEADLINES = (
    BetweenCase(
        "target-deadline-moved",
        {f"{SHARE}/target/year": "令和7年度"},
        finds=(("target-deadline-moved", f"{SHARE}/target/year"),),
    ),
    # with another value it is one finding still
    BetweenCase(
        "target-deadline-moved",
        {f"{SHARE}/target": {"value": "70.0％", "year": "令和7年度"}},
        finds=(("target-deadline-moved", f"{SHARE}/target/year"),),
    ),
    BetweenCase(
        "target-deadline-moved",
        {f"{TALKS}/target/year": "令和4年度"},
        finds=(("target-deadline-moved", f"{TALKS}/target/year"),),
    ),
    BetweenCase("target-deadline-moved", {f"{SHARE}/target/year": "Ｒ５年度"}),
    BetweenCase("target-deadline-moved", {f"{SHARE}/target/year": "平成35年度"}),
    BetweenCase(
        "target-deadline-moved", {**NEXT_PERIOD, f"{SHARE}/target/year": "令和8年度"}, exempt="the period is over"
    ),
    BetweenCase("target-deadline-moved", {f"{SHARE}/target/year": "毎年度"}, exempt="no year"),
)

JUDGED = (
    BetweenCase(
        "judged-target-differs",
        {**REPORT, **final(SHARE, "55.0％")},
        finds=(("judged-target-differs", f"{SHARE}/target/value"),),
    ),
    BetweenCase(
        "judged-target-differs",
        {**REPORT, f"{SCHOOLS}/target/year": "令和4年度"},
        finds=(("judged-target-differs", f"{SCHOOLS}/target/year"),),
    ),
    BetweenCase(
        "judged-target-differs",
        {**REPORT, f"{DAYS}/targets/0/value": "19日以内"},
        finds=(("judged-target-differs", f"{DAYS}/targets/0/value"),),
    ),
    # told by its places for a result, whatever the title says
    BetweenCase(
        "judged-target-differs",
        {"/policy/statements/-": {"role": "result", "label": "測定結果", "text": "目標達成"}, **final(SHARE, "55.0％")},
        finds=(("judged-target-differs", f"{SHARE}/target/value"),),
    ),
    BetweenCase("judged-target-differs", REPORT),
    BetweenCase("judged-target-differs", {**REPORT, **final(SHARE, "６０．０％")}),
    BetweenCase(
        "judged-target-differs",
        {**REPORT, **final(SHARE, "55.0％")},
        {"/title": "里山学習の評価書（令和2年度実施政策）"},
        (("target-changed", f"{SHARE}/target/value"),),
        exempt="both are reports",
    ),
)

BASELINES = (
    BetweenCase(
        "baseline-changed",
        {f"{SHARE}/baseline/value": "48.0％"},
        finds=(("baseline-changed", f"{SHARE}/baseline/value"),),
    ),
    BetweenCase(
        "baseline-changed",
        {f"{DAYS}/baseline": {"value": "19日", "year": "令和3年度"}},
        finds=(("baseline-changed", f"{DAYS}/baseline/value"),),
    ),
    BetweenCase(
        "baseline-changed",
        {f"{DAYS}/baseline/year": "令和元年度"},
        finds=(("baseline-changed", f"{DAYS}/baseline/year"),),
    ),
    BetweenCase(
        "baseline-changed",
        {f"{HOME}/baseline/value": "国内研修：21回（平成29年度～令和元年度の平均）"},
        finds=(("baseline-changed", f"{HOME}/baseline/value"),),
    ),
    BetweenCase("baseline-changed", {f"{SHARE}/baseline/value": "45%"}),
    BetweenCase("baseline-changed", {f"{SHARE}/baseline/year": "平成32年度"}),
    BetweenCase(
        "baseline-changed",
        {f"{SHARE}/baseline/value": "46.1％"},
        {f"{SHARE}/baseline/value": "45.0％（速報値）"},
        exempt="the earlier one was provisional",
    ),
    BetweenCase(
        "baseline-changed",
        {
            **NEXT_PERIOD,
            f"{SHARE}/baseline": {"value": "58.0％", "year": "令和5年度"},
            f"{SHARE}/target": {"value": "75.0％", "year": "令和8年度"},
        },
        exempt="the baseline of the next period",
    ),
)

#: The measure's rows of actuals: two years are printed before the period.
_R2 = f"{SCHOOLS}/actuals/1"
ACTUALS = (
    BetweenCase("actual-restated", {f"{_R2}/value": "累計17校"}, finds=(("actual-restated", f"{_R2}/value"),)),
    # two years of one measure are one finding
    BetweenCase(
        "actual-restated",
        {f"{_R2}/value": "累計17校", f"{SCHOOLS}/actuals/0/value": "累計15校"},
        finds=(("actual-restated", f"{SCHOOLS}/actuals/0/value"),),
    ),
    BetweenCase(
        "actual-restated",
        {f"{_R2}/value": "集計中", f"{_R2}/state": "compiling"},
        finds=(("actual-restated", f"{_R2}/value"),),
    ),
    BetweenCase(
        "actual-restated",
        {"/rationales/0/text": "学校へ出向いた数。\n【参考】\n令和元年度：32回（うち小学校13回）"},
        finds=(("actual-restated", "/rationales/0/references/0"),),
    ),
    # the next period starts from what had been reported
    BetweenCase(
        "actual-restated",
        {
            **NEXT_PERIOD,
            f"{SHARE}/baseline": {"value": "50.0％", "year": "令和3年度"},
            f"{SHARE}/target/year": "令和8年度",
        },
        {f"{SHARE}/actuals/0": actual("令和3年度", "51.0％")},
        (("actual-restated", f"{SHARE}/baseline/value"),),
    ),
    BetweenCase("actual-restated", {f"{_R2}": actual("R2年度", "累計 １６校")}),
    BetweenCase(
        "actual-restated",
        {f"{SHARE}/actuals/0": actual("令和3年度", "51.42％")},
        {f"{SHARE}/actuals/0": actual("令和3年度", "51.4％")},
    ),
    BetweenCase("actual-restated", {f"{SHARE}/actuals/0": actual("令和3年度", "51.0％")}),
    BetweenCase(
        "actual-restated",
        {f"{_R2}/value": "累計17校"},
        {f"{_R2}/value": "累計16校（速報値）"},
        exempt="provisional became final",
    ),
    BetweenCase("actual-restated", {f"{SCHOOLS}/actuals": [actual("令和3年度", "累計18校")]}, exempt="not printed"),
)

DEFINITIONS = (
    BetweenCase(
        "definition-changed",
        {f"{TALKS}/name": "森の出前授業等の回数\n＜アウトプット指標＞"},
        finds=(("definition-changed", f"{TALKS}/name"),),
    ),
    BetweenCase(
        "definition-changed",
        {f"{SHARE}/name": "手続を電子で行った人の割合＜アウトプット指標＞"},
        finds=(("definition-changed", f"{SHARE}/name"),),
    ),
    BetweenCase(
        "definition-changed",
        {
            f"{DAYS}/baseline/value": "20営業日",
            **final(DAYS, "14営業日以内"),
            f"{DAYS}/targets/0/value": "18営業日以内",
            f"{DAYS}/targets/1/value": "16営業日以内",
        },
        finds=(("definition-changed", f"{DAYS}/target/value"),),
    ),
    BetweenCase(
        "definition-changed",
        {f"{SCHOOLS}/target/value": "8校", f"{SCHOOLS}/targets": []},
        finds=(("definition-changed", f"{SCHOOLS}/target/value"),),
    ),
    BetweenCase(
        "definition-changed",
        {f"{SHARE}/target/value": "60.0％（電子の件数/来庁の件数）"},
        {f"{SHARE}/target/value": "60.0％（電子の件数/全件数）"},
        (("definition-changed", f"{SHARE}/target/value"),),
    ),
    # a year in the name that moves on with the sheet is no change; one that does not is
    BetweenCase(
        "definition-changed",
        {f"{TALKS}/name": "令和４年度の出前授業の回数"},
        {f"{TALKS}/name": "令和3年度の出前授業の回数"},
    ),
    BetweenCase(
        "definition-changed",
        {f"{TALKS}/name": "出前授業の回数の平成25年度からの増"},
        {f"{TALKS}/name": "出前授業の回数の平成22年度からの増"},
        (("definition-changed", f"{TALKS}/name"),),
    ),
    BetweenCase("definition-changed", {f"{TALKS}/name": "森の出前\n授業の、回数（※１）\n＜アウトプット指標＞"}),
    BetweenCase("definition-changed", {f"{SHARE}/name": "手続を電子で行った人の割合"}, exempt="no kind is printed"),
    BetweenCase("definition-changed", final(SCHOOLS, "累計24"), exempt="no unit is printed"),
)

COLUMN = {"primary_mark": "○", "circle_marks": False}
GONE = {
    "/goals/0/levers/1": {
        "text": "指導者の研修",
        "indicators": [
            indicator(
                "4",
                measure(
                    "海外で開いた研修＜アウトプット指標＞",
                    "海外研修：10回（平成29年度～令和元年度の平均）",
                    "海外研修：13回",
                    ["海外研修：11回", "12回", "13回"],
                ),
            )
        ],
    }
}
NEW = indicator("7", measure("森の案内人の人数", "20人", "30人", ["22人", "26人", "30人"]))
STRANGE = {
    "/goals": [
        {
            "text": "港を守る",
            "levers": [{"text": "補修", "indicators": [indicator("①", measure("岸壁", "1基", "3基", ["1基"] * 3))]}],
        }
    ],
    "/rationales": [],
}
MEMBERS = (
    BetweenCase("indicator-dropped", GONE, finds=(("indicator-dropped", "/goals/0/text"),)),
    BetweenCase(
        "indicator-dropped",
        {"/goals/1": {"text": "森に入る手続を軽くする", "levers": []}},
        finds=(("indicator-dropped", "/goals"), ("indicator-dropped", "/goals")),
    ),
    # an indicator that went from a report on its period was not judged
    BetweenCase(
        "indicator-dropped", {**GONE, **NEXT_PERIOD, **REPORT}, finds=(("indicator-dropped", "/goals/0/text"),)
    ),
    BetweenCase("indicator-dropped", {**GONE, **NEXT_PERIOD}, exempt="its period is over"),
    BetweenCase("indicator-dropped", STRANGE, exempt="another policy's sheet"),
    # renumbered, moved to another goal, and a little reworded: never gone
    BetweenCase("indicator-dropped", {f"{FIRST_LEVER}/0/number": "⑨", f"{SECOND_LEVER}/1/number": "12"}),
    BetweenCase(
        "indicator-added",
        {f"{SECOND_LEVER}/-": NEW},
        finds=(("indicator-added", "/goals/0/levers/1/indicators/2/measures/0/name"),),
    ),
    BetweenCase(
        "indicator-added",
        {f"{FIRST_LEVER}/1/measures/-": NEW["measures"][0]},
        finds=(("indicator-added", f"{FIRST_LEVER}/1/measures/1/name"),),
    ),
    # another indicator in the place of one that is gone
    BetweenCase(
        "indicator-added",
        {f"{FIRST_LEVER}/0": {**NEW, "number": "①"}},
        finds=(("indicator-added", f"{TALKS}/name"), ("indicator-dropped", "/goals/0/text")),
    ),
    BetweenCase("indicator-added", {f"{SECOND_LEVER}/-": NEW, **NEXT_PERIOD}, exempt="a new period"),
    BetweenCase("indicator-added", STRANGE, exempt="another policy's sheet"),
    BetweenCase("indicator-added", {f"{SECOND_LEVER}/1/number": "8"}),
    BetweenCase(
        "primary-changed", {f"{FIRST_LEVER}/0/number": "1"}, finds=(("primary-changed", f"{FIRST_LEVER}/0/number"),)
    ),
    BetweenCase(
        "primary-changed", {f"{SECOND_LEVER}/0/number": "③"}, finds=(("primary-changed", f"{SECOND_LEVER}/0/number"),)
    ),
    BetweenCase(
        "primary-changed",
        {f"{FIRST_LEVER}/1/number": "2", f"{SECOND_LEVER}/1/number": "④"},
        finds=(("primary-changed", f"{FIRST_LEVER}/1/number"), ("primary-changed", f"{SECOND_LEVER}/1/number")),
    ),
    BetweenCase("primary-changed", {f"{FIRST_LEVER}/0/number": "⑦", f"{SECOND_LEVER}/0/number": "１"}),
    BetweenCase(
        "primary-changed",
        {
            f"{FIRST_LEVER}/0/number": "1",
            f"{FIRST_LEVER}/1/number": "2",
            "/goals/1/levers/0/indicators/1/number": "6",
            "/form": "other",
        },
        exempt="a form without marks",
    ),
)

MONEY = (
    BetweenCase(
        "money-restated",
        {"/money/0/text": "1,510百万円\n（1,467百万円）"},
        finds=(("money-restated", "/money/0/lines/0"),),
    ),
    BetweenCase(
        "money-restated",
        {"/money/0/text": "1,501百万円\n（1,467百万円）"},
        finds=(("money-restated", "/money/0/lines/0"),),
    ),
    BetweenCase(
        "money-restated",
        {"/programmes/1/money/0/text": "産投出資：\n200百万円\n（18百万円）"},
        finds=(("money-restated", "/programmes/1/money/0/lines/0"),),
    ),
    BetweenCase(
        "money-restated",
        {"/budgets": [budget({**ROWS, "executed": "7,698 | 7,151 | 7,000"})]},
        {"/budgets": [budget(ROWS)]},
        (("money-restated", "/budgets/0/rows/4/amounts/1"),),
    ),
    BetweenCase(
        "money-restated",
        {"/budgets": [budget({"total": "1,501", "executed": "1,476"}, heads=("令和2年度",))], "/money": []},
        finds=(("money-restated", "/budgets/0/rows/0/amounts/0"),),
    ),
    BetweenCase("money-restated", {"/money/0/text": "1,510,203千円\n（1,475,610千円）"}),
    BetweenCase("money-restated", {"/money/0": {"text": "１，５１０百万円（１，４７６百万円）", "year": "R2年度"}}),
    BetweenCase(
        "money-restated", {"/programmes/0/money/1/text": "1,450百万円\n（1,390百万円）"}, exempt="a running year"
    ),
    BetweenCase("money-restated", {"/money": []}, exempt="not printed"),
    BetweenCase(
        "money-restated", {"/programmes/2/money/0/text": "〈95百万円〉の内数"}, exempt="a part of another amount"
    ),
)

LATER_HEADS = (*HEADS[3:4], "平成31年度", "令和2年度", "令和3年度", "令和4年度要求額")
OUT = {"/budgets": [budget({**ROWS, "executed": "7,698 | 7,115 | 7,000"})]}


def into(carried: str, **more: str) -> dict[str, Any]:
    """The later sheet's table, which begins with the year after the earlier one's last."""
    return {
        "/budgets": [budget({"initial": "6,804 | 7,000 | 7,000 | 7,000", "carried": carried} | more, heads=LATER_HEADS)]
    }


_INTO = "/budgets/0/rows/1/amounts/0"
CARRIED = (
    BetweenCase("carry-over-between", into("120"), OUT),
    BetweenCase("carry-over-between", into("210"), OUT, (("carry-over-between", _INTO),)),
    # less arrives in a year that still runs
    BetweenCase("carry-over-between", into("100", initial="6,804"), OUT, (("carry-over-between", _INTO),)),
    BetweenCase("carry-over-between", into("100", initial="6,804", executed="6,000"), OUT, exempt="a net"),
    BetweenCase("carry-over-between", into("102 | ▲40 | 40"), OUT, (("carry-over-between", _INTO),)),
    BetweenCase("carry-over-between", into("121"), OUT),
    BetweenCase("carry-over-between", into("▲15"), OUT, exempt="a net"),
    BetweenCase("carry-over-between", {}, OUT, exempt="no table"),
)

SIBLINGS = (
    BetweenCase(
        "same-indicator-differs",
        {f"{SHARE}/baseline/value": "47.0％"},
        OTHER_POLICY,
        (("same-indicator-differs", f"{SHARE}/baseline/value"),),
    ),
    BetweenCase(
        "same-indicator-differs",
        final(SCHOOLS, "累計25校"),
        OTHER_POLICY,
        (("same-indicator-differs", f"{SCHOOLS}/target/value"),),
    ),
    BetweenCase(
        "same-indicator-differs",
        {f"{_R2}/value": "累計61校"},
        OTHER_POLICY,
        (("same-indicator-differs", f"{_R2}/value"),),
    ),
    BetweenCase("same-indicator-differs", {f"{SHARE}/baseline/value": "45%"}, OTHER_POLICY),
    BetweenCase(
        "same-indicator-differs",
        {**GONE, f"{FIRST_LEVER}/0/number": "1"},
        OTHER_POLICY,
        exempt="membership is each policy's own",
    ),
    BetweenCase(
        "same-indicator-differs",
        {f"{SHARE}/name": "手続を電子で行う人の割合＜アウトカム指標＞", f"{SHARE}/baseline/value": "47.0％"},
        OTHER_POLICY,
        exempt="another name",
    ),
)

BETWEEN = (
    *TARGETS,
    *DEADLINES,
    *JUDGED,
    *BASELINES,
    *ACTUALS,
    *DEFINITIONS,
    *MEMBERS,
    *MONEY,
    *CARRIED,
    *SIBLINGS,
)
