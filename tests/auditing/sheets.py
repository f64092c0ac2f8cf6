"""Sheets for the tests of this room: a clean invented one as plain printed strings, and ways to change it.

Every printed noun parses itself from a string, so a sheet is a tree of strings; a change is a path and what is printed
there now (or a whole subtree).
"""

import copy
from collections.abc import Mapping
from typing import Any

from monosashi.model import Sheet

YEARS = ("令和3年度", "令和4年度", "令和5年度")
MEAN = "（平成29年度～令和元年度の平均）"

#: The paths the cases speak of.
TALKS = "/goals/0/levers/0/indicators/0/measures/0"
SCHOOLS = "/goals/0/levers/0/indicators/1/measures/0"
HOME = "/goals/0/levers/1/indicators/0/measures/0"
ABROAD = "/goals/0/levers/1/indicators/1/measures/0"
DAYS = "/goals/1/levers/0/indicators/0/measures/0"
SHARE = "/goals/1/levers/0/indicators/1/measures/0"


def measure(name: str, baseline: str, target: str, yearly: list[str], *, since: str = "令和2年度") -> dict[str, Any]:
    """A measure whose yearly targets stand in their own columns, with a dash for each coming actual."""
    return {
        "name": name,
        "baseline": {"value": baseline, "year": since},
        "target": {"value": target, "year": "令和5年度"},
        "targets": [{"years": [year], "value": value} for year, value in zip(YEARS, yearly, strict=True)],
        "actuals": [{"year": year, "value": "-"} for year in YEARS],
    }


def indicator(number: str, *measures: dict[str, Any]) -> dict[str, Any]:
    """A number with its measures."""
    return {"number": number, "measures": list(measures)}


def actual(year: str, value: str) -> dict[str, Any]:
    """A reported actual."""
    return {"year": year, "value": value, "state": "reported"}


def programme(number: str, related: str, *money: str) -> dict[str, Any]:
    """A programme with its money of 令和2年度, 令和3年度 and so on."""
    cells = [{"text": text, "year": f"令和{n}年度"} for n, text in enumerate(money, 2)]
    return {"number": number, "name": f"事業{number}(平成30年度)", "money": cells, "related": related}


def clean() -> dict[str, Any]:
    """An invented sheet that deserves no finding, with something of everything the checks look at."""
    talks = measure(
        "森の出前授業の回数\n＜アウトプット指標＞",
        f"30回（うち小学校12回）{MEAN}",
        "36回程度（小学校15回程度）",
        ["32回（うち小学校13回）", "34回（うち小学校14回）", "36回（うち小学校15回）"],
    )
    schools = measure(
        "里山の協定を結んだ学校の数＜アウトカム指標＞", "累計16校", "累計24校", ["累計18校", "累計21校", "累計24校"]
    )
    schools["actuals"][0:0] = [actual("令和元年度", "累計14校"), actual("令和2年度", "累計16校")]
    home = measure(
        "国内で開いた研修＜アウトプット指標＞",
        f"国内研修：20回{MEAN}",
        "国内研修：26回",
        ["国内研修：22回", "24回", "26回"],
    )
    abroad = measure(
        "海外で開いた研修＜アウトプット指標＞",
        f"海外研修：10回{MEAN}",
        "海外研修：13回",
        ["海外研修：11回", "12回", "13回"],
    )
    days = measure(
        "手続にかかる日数の短縮＜アウトプット指標＞", "20日", "14日以内", ["18日以内", "16日以内", "14日以内"]
    )
    share = measure("手続を電子で行った人の割合＜アウトカム指標＞", "45.0％", "60.0％", ["50.0％", "55.0％", "60.0%"])
    return {
        "title": "里山学習の事前分析表（令和3年度実施政策）",
        "identifier": "里山庁R3－①",
        "policy": {
            "statements": [
                {"role": "name", "label": "政策（※１）名", "text": "里山の学びを広げる"},
                {"role": "evaluation_month", "label": "政策評価実施\n予定時期", "text": "令和６年８月"},
            ]
        },
        "labels": [{"role": "money", "text": "予算額（執行額）\n（※２）"}],
        "goals": [
            {
                "text": "子どもが森に親しむ",
                "levers": [
                    {"text": "学校との協力", "indicators": [indicator("①", talks), indicator("②", schools)]},
                    {"text": "指導者の研修", "indicators": [indicator("3", home), indicator("4", abroad)]},
                ],
            },
            {
                "text": "森に入る手続を軽くする",
                "levers": [{"text": "電子の窓口", "indicators": [indicator("5", days), indicator("⑥", share)]}],
            },
        ],
        "rationales": [
            {
                "measures": [TALKS],
                "text": "学校へ出向いた数は広がりを表す。\n【参考】\n令和元年度：31回（うち小学校13回）\n"
                "平成30年度：31回（うち小学校12回）\n平成29年度：28回（うち小学校11回）\n\n※当面は同じ数え方による。",
            },
            {
                "measures": [HOME, ABROAD],
                "text": "指導者を育てる場の数。\n【参考】\n令和元年度：33回（国内研修：22回　海外研修：11回）\n"
                "平成30年度：30回（国内研修：20回　海外研修：10回）\n平成29年度：27回（国内研修：18回　海外研修：9回）",
            },
            {"measures": [SCHOOLS], "text": "協定の数は続く関係を表す。"},
            {"measures": [DAYS, SHARE], "text": "手続の軽さは、かかる日数と電子での利用に表れる。"},
        ],
        "programmes": [
            programme("(1)", "1,2", "1,310百万円\n（1,296百万円）", "1,400百万円"),
            programme("(2)", "3～5", "産投出資：\n200百万円\n（180百万円）", "産投出資：\n210百万円"),
            programme("(3)", "6", "〈90百万円〉の内数", "-"),
            programme("(4)", "-", "※３", "※３"),
        ],
        "money": [{"text": "1,510百万円\n（1,476百万円）", "year": "令和2年度"}],
        "notes": [
            {"mark": "※１", "text": "政策は、法のいう施策に当たる。"},
            {"mark": "※２", "text": "繰越しを含む。"},
            {"mark": "※３", "text": "別の表を見ること。"},
        ],
    }


def changed(changes: Mapping[str, Any], tree: dict[str, Any] | None = None) -> Sheet:
    """The clean sheet (or another) with other values at some paths; a path that ends in ``/-`` appends to a list."""
    tree = copy.deepcopy(tree if tree is not None else clean())
    for path, value in changes.items():
        *steps, last = path.split("/")[1:]
        here: Any = tree
        for step in steps:
            here = here[int(step)] if isinstance(here, list) else here[step]
        if last == "-":
            here.append(value)
        elif isinstance(here, list):
            here[int(last)] = value
        else:
            here[last] = value
    return Sheet.model_validate(tree)
