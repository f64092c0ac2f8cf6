"""Sheets made for the tests of publishing: one plain sheet, and strategies for odd ones."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from monosashi.model import Sheet

#: Two goals, an indicator with two measures, a target merged over years, a rationale over two measures.
PLAIN: dict[str, Any] = {
    "form": "soumu-jizen-r3",
    "title": "主要な政策に係る政策評価の事前分析表（令和５年度実施政策）",
    "identifier": "（港湾省R5－③）",
    "policy": {
        "statements": [
            {"role": "name", "label": "政策\n（※１）\n名", "text": "灯台の保守"},
            {"role": "final_outcome", "label": "［最終アウトカム］", "text": "船が迷わない"},
            {"role": "evaluation_month", "label": "", "text": "令和８年８月"},
        ]
    },
    "labels": [{"role": "indicators.yearly_actual", "text": "年度ごとの実績（値）\n（※２）"}],
    "goals": [
        {
            "text": "灯りを絶やさない",
            "levers": [
                {
                    "text": "電球を換える",
                    "indicators": [
                        {
                            "number": "①",
                            "measures": [
                                {
                                    "name": "点灯率\n＜アウトカム指標＞",
                                    "baseline": {"value": "97.0%", "year": "令和４年度"},
                                    "target": {"value": "99.0%以上", "year": "令和７年度"},
                                    "targets": [
                                        {"years": ["令和５年度", "令和６年度"], "value": "年度ごとに98.0%以上"}
                                    ],
                                    "actuals": [
                                        {"year": "令和５年度", "value": "98.5%（速報値）", "state": "reported"}
                                    ],
                                },
                                {"name": "換えた電球", "target": {"value": "累計1,200個程度（うちLED900個）"}},
                            ],
                        }
                    ],
                }
            ],
        },
        {
            "text": "霧に備える",
            "levers": [{"text": "", "indicators": [{"number": "2", "measures": [{"name": "霧笛"}]}]}],
        },
    ],
    "rationales": [
        {
            "text": "灯りが要る。\n【参考】\n令和３年度：96.5%",
            "measures": ["/goals/0/levers/0/indicators/0/measures/0"],
        },
        {
            "text": "数で見る。",
            "measures": [
                "/goals/0/levers/0/indicators/0/measures/1",
                "/goals/1/levers/0/indicators/0/measures/0",
            ],
        },
    ],
    "programmes": [
        {
            "number": "(1)",
            "name": "灯台整備費\n（昭和43年度）",
            "money": [
                {"text": "1,200百万円\n（1,100百万円）", "year": "令和４年度"},
                {"text": "※３", "year": "令和５年度"},
            ],
            "related": "①、2",
            "outline": "電球と霧笛を買う。",
            "review_number": "-",
        }
    ],
    "money": [{"text": "1,200百万円", "year": "令和４年度"}],
    "cabinet": [{"name": "海の基本計画", "date": "令和５年４月２８日", "excerpt": "第１部"}],
    "notes": [{"mark": "※１", "text": "政策は施策のこと。"}],
}

#: Texts that printing could spoil: like formulas, errors, numbers, escapes, breaks, blanks at the ends.
AWKWARD = (
    "=1+1",
    "＝A1",
    "-",
    "+5",
    "@a",
    "#N/A",
    "0140",
    "1e5",
    "_x0041_",
    "一\r\n二",
    " 前後 ",
    "\t字下げ",
    "a&b<c>",
    "𠮷野家😀",
)

texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40),
)
years = st.sampled_from(["令和３年度", "令和４年度", "令和５年度", "令和６年度", "毎年度", ""])


def _lists(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most)


_values = st.fixed_dictionaries({"value": texts, "year": years})
_measures = st.fixed_dictionaries(
    {
        "name": texts,
        "baseline": _values,
        "target": _values,
        "targets": _lists(st.fixed_dictionaries({"years": _lists(years), "value": texts})),
        "actuals": _lists(_values),
    }
)
_indicators = st.fixed_dictionaries(
    {"number": texts, "group": st.sampled_from(["", "", "車両", "駅"]), "measures": _lists(_measures, 2)}
)
_levers = st.fixed_dictionaries({"text": texts, "indicators": _lists(_indicators, 2)})
_money = _lists(st.fixed_dictionaries({"text": texts, "year": years}))
_programmes = st.fixed_dictionaries(
    {"number": texts, "name": texts, "money": _money, "related": texts, "outline": texts, "review_number": texts}
)
_roles = st.sampled_from(["name", "office", "outline", "aim", "final_outcome", "evaluation_month", "other"])
_paths = st.sampled_from([f"/goals/{g}/levers/0/indicators/0/measures/{m}" for g in (0, 1) for m in (0, 1)])


@st.composite
def odd_sheets(draw: st.DrawFn) -> Sheet:
    """Any number of everything, none included; years that repeat; rationales of any measures, or of none."""
    return Sheet.model_validate(
        {
            "title": draw(texts),
            "identifier": draw(texts),
            "policy": {
                "statements": draw(_lists(st.fixed_dictionaries({"role": _roles, "label": texts, "text": texts})))
            },
            "goals": draw(_lists(st.fixed_dictionaries({"text": texts, "levers": _lists(_levers, 2)}), 2)),
            "rationales": draw(_lists(st.fixed_dictionaries({"text": texts, "measures": _lists(_paths)}))),
            "programmes": draw(_lists(_programmes, 2)),
            "money": draw(_money),
            "cabinet": draw(_lists(st.fixed_dictionaries({"name": texts, "date": texts, "excerpt": texts}), 2)),
            "notes": draw(_lists(st.fixed_dictionaries({"mark": texts, "text": texts}), 2)),
        }
    )


def plain(**changes: Any) -> Sheet:
    """The plain sheet, with some of its parts replaced."""
    return Sheet.model_validate({**PLAIN, **changes})


def measured(measures: Sequence[dict[str, Any]], **more: Any) -> Sheet:
    """A sheet of one goal and one lever whose measures each have an indicator, numbered from 1."""
    indicators = [{"number": str(n), "measures": [measure]} for n, measure in enumerate(measures, 1)]
    return Sheet.model_validate({"goals": [{"levers": [{"indicators": indicators}]}], **more})
