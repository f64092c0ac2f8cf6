"""The seed (総務省R3－⑭) told again: its figures, names and labels as facts, its prose in our own words.

Where the seed gives reasons, a sentence of ours gives the same reason.
"""

from typing import Any

from monosashi.model import Sheet
from tests.auditing.sheets import indicator, measure, programme

MEAN = "（平成30年度～令和2年度の平均）"
RATIO = "（誘発された民間投融資額/JICTからの実投融資額）"
DECLARED = "※新型コロナの影響を受けた令和２年度も、あえて含めて平均した。"
REVISED = "官民ファンドのKPIが節目ごとのものに見直されたので、それに合わせた。"
OUTPUT, OUTCOME = "\n　＜アウトプット指標＞", "\n　＜アウトカム指標＞"


def even(name: str, value: str, part: str = "", label: str = "", between: str = "～") -> dict[str, Any]:
    """A measure whose baseline is a mean and whose target, each year, is that mean again."""
    mean = MEAN.replace("～", between)
    inside = f"（政務レベル{part}）" if part else ""
    soft = f"（政務レベル{part}程度）" if part else ""
    target = f"{label}{value.removesuffix('程度')}程度{soft}"
    found = measure(name, f"{label}{value}{inside}{mean}", target, ["", "", ""])
    found["targets"] = [{"years": ["令和3年度", "令和4年度", "令和5年度"], "value": f"年度ごとに{target}"}]
    return found


def rationale(goal: str, text: str, *references: str) -> dict[str, Any]:
    """Reasons with the past actuals of 令和２年度, 令和元年度 and 平成30年度."""
    years = ("令和２年度", "令和元年度", "平成30年度")
    lines = [f"{year}：{value}" for year, value in zip(years, references, strict=False)]
    return {
        "measures": [goal],
        "text": "\n".join([text, *(["【参考】"] if lines else []), *lines, "", DECLARED * ("政策" in text)]),
    }


def seed() -> Sheet:
    """The sheet as the flat tables of the truth tell it: ④ under the second goal."""
    return Sheet.model_validate(seed_tree())


def seed_tree() -> dict[str, Any]:
    """The seed's printed strings."""
    partners = measure(
        f"機構の支援案件における民間企業等との連携{OUTCOME}",
        "累計16社（目標値：12社）",
        "累計18社",
        ["累計14社", "累計16社", "累計18社"],
    )
    ratio = measure(
        f"民間からの資金の誘発（呼び水効果）{OUTPUT}",
        f"5.5（目標値：4.5）{RATIO}",
        f"3.4{RATIO}",
        [f"{n}{RATIO}" for n in ("4.1", "3.7", "3.4")],
    )
    first, second = "/goals/0/levers", "/goals/1/levers"
    shared = rationale(
        f"{first}/0/indicators/0/measures/0",
        "政策の話し合いの数。",
        "42回（政策協議等：17回　国際会議：25回）",
        "79回（政策協議等：50回　国際会議：29回）",
        "87回（政策協議等：56回　国際会議：31回）",
    )
    shared["measures"].append(f"{first}/0/indicators/1/measures/0")
    return {
        "title": "主要な政策に係る政策評価の事前分析表（令和３年度実施政策）",
        "identifier": "（総務省R3－⑭）",
        "policy": {
            "statements": [{"role": "evaluation_month", "label": "政策評価実施予定\n時期", "text": "令和６年８月"}]
        },
        "labels": [
            {"role": role, "text": f"{role}（※{n}）"}
            for n, role in enumerate(("name", "actual", "money", "related"), 1)
        ],
        "goals": [
            {
                "text": "国際的な情報流通",
                "levers": [
                    {
                        "text": "協議",
                        "indicators": [
                            indicator("①", even(f"協議への参画{OUTPUT}", "41回", label="政策協議等：")),
                            indicator("②", even(f"会議への参画{OUTPUT}", "28回", label="国際会議：")),
                        ],
                    },
                    {
                        "text": "協力",
                        "indicators": [indicator("3", even(f"合意した案件数{OUTPUT}", "45件", "19件"))],
                    },
                ],
            },
            {
                "text": "海外展開の支援",
                "levers": [
                    {"text": "資金", "indicators": [indicator("④", partners, ratio)]},
                    {
                        "text": "理解",
                        "indicators": [
                            indicator("⑤", even(f"セミナー等の回数{OUTPUT}", "33回", label="セミナー等：")),
                            indicator("6", even(f"調査研究等{OUTPUT}", "14回程度")),
                            indicator("7", even(f"受注等件数{OUTCOME}", "5件程度", between="から")),
                        ],
                    },
                ],
            },
        ],
        "rationales": [
            shared,
            rationale(
                f"{first}/1/indicators/0/measures/0",
                "政策の協力の数。",
                "13件（政務レベル5件）",
                "55件（政務レベル19件）",
                "67件（政務レベル33件）",
            ),
            rationale(f"{second}/0/indicators/0/measures/0", "連携の数。", "１社/件", "２．３３社/件", "２．２５社/件"),
            rationale(f"{second}/0/indicators/0/measures/1", REVISED),
            rationale(
                f"{second}/1/indicators/0/measures/0",
                "理解の促進。",
                "セミナー等38回",
                "セミナー等35回",
                "セミナー等25回",
            ),
            rationale(f"{second}/1/indicators/1/measures/0", "提案の準備。", "10回", "19回", "12回"),
            rationale(f"{second}/1/indicators/2/measures/0", "事業になった数。", "３件", "４件", "８件"),
        ],
        "programmes": [
            *(
                programme(f"({n})", related, "※５", "※５")
                for n, related in enumerate(("1,2,3", "1,2", "1,2", "1,2", "3", "1,2,6", "5,6", "5,6"), 1)
            ),
            programme("(9)", "4", "-"),
            programme("(10)", "4", "産投出資：\n26,700百万円\n（22,470百万円）\n政府保証：\n8,500百万円\n（0百万円）"),
        ],
        "money": [{"year": "令和元年度", "text": "2,616百万円\n（2,293百万円）"}],
        "notes": [{"mark": f"※{mark}", "text": "注。"} for mark in "１２３４５"],
    }
