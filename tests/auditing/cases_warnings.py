"""Cases of the checks that warn, and of those that note."""

from tests.auditing.cases import Case
from tests.auditing.sheets import ABROAD, DAYS, HOME, MEAN, SCHOOLS, SHARE, TALKS, indicator, measure

PANDEMIC = "（平成30年度～令和2年度の平均）"
HABIT = "手続を電子で行った人の割合を保つ＜アウトカム指標＞"


def share(name: str, baseline: str, target: str, reason: str = "") -> dict[str, object]:
    """The last measure with another name, baseline, target and reason, and no yearly targets."""
    return {
        f"{SHARE}/name": name,
        f"{SHARE}/baseline/value": baseline,
        f"{SHARE}/target/value": target,
        f"{SHARE}/targets": [],
        "/rationales/-": {"measures": [SHARE], "text": reason},
    }


WORSE = (("target-worse", f"{SHARE}/target/value"),)
KEEPS = (("target-keeps", f"{SHARE}/target/value"),)
OUTCOME = "＜アウトカム指標＞"

TARGETS = (
    Case("target-worse", share(f"利用率{OUTCOME}", "63.5％", "60.0％"), WORSE),
    Case("target-worse", share(f"待ち時間の短縮{OUTCOME}", "30分", "35分"), WORSE),
    Case("target-worse", share(f"待ち時間{OUTCOME}", "30分", "20分以下")),
    Case("target-worse", share(f"待ち時間{OUTCOME}", "30分", "20分", "待つ時間を減らすことが窓口の務めである。")),
    Case("target-worse", share(f"待ち時間{OUTCOME}", "30分", "20分", "利用者の割合を高める。"), WORSE),
    Case("target-worse", share(f"短縮に取り組む窓口の割合{OUTCOME}", "30％", "20％"), WORSE),
    Case("target-worse", share(f"林道での事故件数{OUTCOME}", "30件", "20件")),
    Case("target-worse", share(HABIT, "45％", "40％", "今の水準を維持する。"), exempt="the level is to be kept"),
    Case("target-worse", share(f"利用率{OUTCOME}", "45％", "制度をつくる"), exempt="a text"),
    # a part has a finding of its own
    Case(
        "target-worse",
        {f"{TALKS}/target/value": "36回程度（小学校11回程度）", f"{TALKS}/targets": []},
        (("target-worse", f"{TALKS}/target/value/quantity/parts/0"),),
    ),
    Case("target-keeps", share(f"利用率{OUTCOME}", "45.0％", "45％程度"), KEEPS),
    Case("target-keeps", share(f"利用率の維持{OUTCOME}", "45.0％", "45％"), KEEPS),
    Case("target-keeps", share(f"利用率{OUTCOME}", "45％", "46％")),
    Case("target-keeps", share(f"利用率{OUTCOME}", "45％", "45％超"), exempt="the bound leaves the baseline out"),
    Case(
        "target-keeps",
        {f"{TALKS}/target/value": "30回（小学校15回）", f"{TALKS}/targets": []},
        (("target-keeps", f"{TALKS}/target/value"),),
    ),
    Case(
        "already-reached",
        {f"{SCHOOLS}/targets/0/value": "累計14校", f"{SCHOOLS}/targets/1/value": "累計16校"},
        (("already-reached", f"{SCHOOLS}/targets/0/value"),),
    ),
    Case("already-reached", {f"{DAYS}/targets/0/value": "20日"}, (("already-reached", f"{DAYS}/targets/0/value"),)),
    Case("already-reached", {f"{DAYS}/targets/0/value": "20日未満"}),
    # equal decides first: the way to an equal target is not told again
    Case(
        "already-reached",
        {f"{SHARE}/target/value": "45％", f"{SHARE}/targets/2/value": "45％", f"{SHARE}/targets/0/value": "40％"},
        KEEPS,
        exempt="the final target is level",
    ),
    Case(
        "already-reached",
        {f"{SHARE}/targets/-": {"years": ["令和2年度"], "value": "40.0％"}},
        (("baseline-year-late", f"{SHARE}/baseline/year"),),
        exempt="a target of the baseline's own year",
    ),
)

REFERENCES = (
    Case(
        "reference-unit",
        {"/rationales/2": {"measures": [SCHOOLS], "text": "【参考】\n令和2年度：2.5校/市\n令和元年度：2校/市"}},
        (("reference-unit", "/rationales/2/references/0"),),
    ),
    Case("reference-unit", {"/rationales/2": {"measures": [SCHOOLS], "text": "【参考】\n令和2年度：累計１６校"}}),
    Case(
        "reference-unit",
        {"/rationales/1/measures": [SCHOOLS, SHARE]},
        (("rationale-missing", f"{HOME}/name"), ("rationale-missing", f"{ABROAD}/name")),
        exempt="which measure a line belongs to cannot be told",
    ),
    Case(
        "reference-unit",
        {"/rationales/2": {"measures": [SCHOOLS], "text": "【参考】\n令和2年度：16"}},
        exempt="no unit",
    ),
    Case(
        "disrupted-year",
        {f"{HOME}/baseline/value": f"国内研修：20回{PANDEMIC}"},
        (("disrupted-year", f"{HOME}/baseline/value"),),
    ),
    Case(
        "disrupted-year",
        {f"{TALKS}/baseline/value": f"30回（うち小学校12回）{PANDEMIC}"},
        (
            ("disrupted-year", f"{TALKS}/baseline/value"),
            ("disrupted-year", f"{TALKS}/baseline/value/quantity/parts/0"),
        ),
    ),
    Case("disrupted-year", {f"{HOME}/baseline/value": f"国内研修：20回{MEAN}"}),
    Case("disrupted-year", {f"{HOME}/baseline/value": "国内研修：20回"}, exempt="a single year"),
)

MONEY = (
    Case(
        "executed-over-budget",
        {"/programmes/0/money/0/text": "1,310百万円\n（1,322百万円）"},
        (("executed-over-budget", "/programmes/0/money/0/lines/0"),),
    ),
    Case(
        "executed-over-budget",
        {"/programmes/1/money/0/text": "産投出資：\n200百万円\n（180百万円）\n政府保証：\n50百万円\n（60百万円）"},
        (("executed-over-budget", "/programmes/1/money/0/lines/1"),),
    ),
    Case(
        "executed-over-budget",
        {"/money/0/text": "1,600百万円（1,601百万円）"},
        (("executed-over-budget", "/money/0/lines/0"),),
    ),
    Case("executed-over-budget", {"/money/0/text": "1,600百万円（1,600百万円）"}),
    Case("executed-over-budget", {"/money/0/text": "〈10百万円〉の内数（11百万円）"}, exempt="part of another amount"),
    Case("executed-over-budget", {"/money/0/text": "△10百万円（1,600百万円）"}, exempt="a negative budget"),
)

NOTES = (
    Case("note-undefined", {f"{SHARE}/name": f"利用率（※４）{OUTCOME}"}, (("note-undefined", f"{SHARE}/name"),)),
    Case("note-undefined", {f"{SHARE}/name": f"利用率（※2）{OUTCOME}"}),
    # one finding for a mark, however often it is printed
    Case(
        "note-undefined",
        {f"{SHARE}/name": f"利用率（注1）{OUTCOME}", "/programmes/3/outline": "（注１）"},
        (("note-undefined", f"{SHARE}/name"),),
    ),
    Case(
        "note-undefined",
        {"/rationales/-": {"text": "理由（※８）。\n※８　数え方は毎年同じ。"}},
        exempt="explained on the spot",
    ),
    Case(
        "note-undefined",
        {"/rationales/-": {"text": "理由。※2019年度までは別の数え方。"}},
        exempt="a ※ without a number",
    ),
    Case("note-unused", {"/labels": []}, (("note-unused", "/notes/1/mark"),)),
    Case("note-unused", {"/labels": [], "/notes/2/text": "上の※２も見ること。"}),
    Case("note-unused", {"/notes/-": {"mark": "※", "text": "四捨五入による。"}}, exempt="a note without a number"),
)

STRUCTURE = (
    Case(
        "indicator-without-programme",
        {"/programmes/2/related": "-"},
        (("indicator-without-programme", "/goals/1/levers/0/indicators/1/number"),),
    ),
    Case("indicator-without-programme", {"/programmes/2/related": "⑥"}),
    Case("indicator-without-programme", {f"/programmes/{n}/related": "－" for n in range(4)}, exempt="none is named"),
    Case(
        "no-primary",
        {"/goals/1/levers/0/indicators/1/number": "6"},
        (
            ("no-primary", "/goals/1/text"),
            ("final-outcome-not-primary", "/goals/1/levers/0/indicators/1/number"),
        ),
    ),
    Case("no-primary", {"/goals/1/levers/0/indicators/0/number": "⑤"}),
    Case(
        "no-primary",
        {
            "/goals/0/levers/0/indicators/0/number": "1",
            "/goals/0/levers/0/indicators/1/number": "2",
            "/goals/1/levers/0/indicators/1/number": "6",
        },
        exempt="a form without the mark",
    ),
    Case("no-outcome", {f"{SHARE}/name": "電子の窓口＜アウトプット指標＞"}, (("no-outcome", "/goals/1/text"),)),
    Case("no-outcome", {f"{DAYS}/name": f"かかる日数の短縮{OUTCOME}"}),
    Case("no-outcome", {f"{SHARE}/name": "電子の窓口"}, exempt="an indicator without a kind"),
    Case(
        "final-outcome-not-primary",
        {"/goals/0/levers/0/indicators/1/number": "2"},
        (("final-outcome-not-primary", "/goals/0/levers/0/indicators/1/number"),),
    ),
    Case("final-outcome-not-primary", {"/goals/0/levers/0/indicators/0/number": "1"}),
    Case(
        "final-outcome-not-primary",
        {f"{SHARE}/name": "電子の窓口＜アウトプット指標＞"},
        (("no-outcome", "/goals/1/text"),),
        exempt="a goal without outcomes",
    ),
    Case(
        "two-measures-one-number",
        {"/goals/1/levers/0/indicators/1/measures/-": measure("窓口の満足", "10点", "20点", ["12点", "16点", "20点"])},
        (("two-measures-one-number", "/goals/1/levers/0/indicators/1/number"),),
    ),
    # the number printed beside each measure
    Case(
        "two-measures-one-number",
        {"/goals/1/levers/0/indicators/-": indicator("⑥", measure("満足", "10点", "20点", ["12点", "16点", "20点"]))},
        (("two-measures-one-number", "/goals/1/levers/0/indicators/1/number"),),
    ),
    Case(
        "two-measures-one-number",
        {"/goals/1/levers/0/indicators/-": indicator("7", measure("満足", "1", "2", ["1.5", "1.8", "2"]))},
        (
            ("indicator-without-programme", "/goals/1/levers/0/indicators/2/number"),
            ("rationale-missing", "/goals/1/levers/0/indicators/2/measures/0/name"),
        ),
    ),
    Case(
        "two-measures-one-number",
        {
            "/goals/1/levers/0/indicators/0/number": "5①",
            "/goals/1/levers/0/indicators/1/number": "5②",
            "/programmes/2/related": "5",
        },
        (("no-primary", "/goals/1/text"), ("final-outcome-not-primary", "/goals/1/levers/0/indicators/1/number")),
        exempt="sub-numbers",
    ),
)

WARNINGS = (*TARGETS, *REFERENCES, *MONEY, *NOTES, *STRUCTURE)
