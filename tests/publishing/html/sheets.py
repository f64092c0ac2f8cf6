"""Small sheets, and sheets of any shape, for the tests of pages."""

from hypothesis import strategies as st
from lxml import html

from monosashi.model import Evidence, Finding, Message, Place, Severity, Sheet, Trace, TraceEntry

YEARS = ("令和３年度", "令和４年度", "令和５年度")
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"


def small_sheet() -> Sheet:
    """One goal, one lever, two indicators; one rationale for both; a programme, a cabinet decision, a note."""
    return Sheet.model_validate(
        {
            "form": "soumu-jizen-r3",
            "title": "事前分析表（令和４年度実施政策）",
            "identifier": "（総務省R4－②）",
            "policy": {
                "statements": [
                    {"role": "name", "label": "政策\n（※１）\n名", "text": "政策２：港の整備 <試行> & 点検"},
                    {"role": "final_outcome", "label": "［最終アウトカム］", "text": "港が使いやすくなる"},
                    {"role": "other", "label": "備考", "text": ""},
                ]
            },
            "labels": [{"role": "indicators.goal", "text": "施策\n目標"}, {"role": "aim", "text": "基本目標"}],
            "goals": [
                {
                    "text": "港を整える",
                    "levers": [
                        {
                            "text": "工事",
                            "indicators": [
                                {
                                    "number": "①",
                                    "measures": [
                                        {
                                            "name": "工事の件数\n　＜アウトプット指標＞",
                                            "baseline": {"value": "1,240件", "year": "令和２年度"},
                                            "target": {"value": "1,300件程度", "year": "令和５年度"},
                                            "targets": [{"years": list(YEARS), "value": "年度ごとに1,300件程度"}],
                                            "actuals": [
                                                {"year": YEARS[0], "value": "0件", "state": "reported"},
                                                {"year": YEARS[1], "value": "集計中", "state": "compiling"},
                                                {"year": YEARS[2], "value": "-", "state": "not_yet"},
                                            ],
                                        }
                                    ],
                                },
                                {"number": "2", "measures": [{"name": "満足度\n＜アウトカム指標＞"}]},
                            ],
                        }
                    ],
                }
            ],
            "rationales": [
                {"text": "港の様子が分かるため。", "measures": [MEASURE, MEASURE.replace("s/0/m", "s/1/m")]}
            ],
            "programmes": [
                {
                    "number": "(1)",
                    "name": "港湾事業(平成20年度)",
                    "money": [
                        {"text": "100百万円\n（90百万円）", "year": "令和２年度"},
                        {"text": "※１", "year": YEARS[0]},
                    ],
                    "related": "1",
                    "outline": "※１",
                    "review_number": "-",
                }
            ],
            "money": [{"text": "100百万円", "year": "令和２年度"}],
            "cabinet": [{"name": "方針2021", "date": "令和３年６月１８日", "excerpt": "第２章"}],
            "notes": [{"mark": "※１", "text": "政策とは、施策のこと。"}],
        }
    )


def parsed(text: str) -> html.HtmlElement:
    """A page as a tree."""
    root = html.document_fromstring(text)
    assert isinstance(root, html.HtmlElement)
    return root


def elements(root: html.HtmlElement, xpath: str) -> list[html.HtmlElement]:
    """The elements at an XPath."""
    found = root.xpath(xpath)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, html.HtmlElement)]


def finding(path: str, severity: str = "note", code: str = "target-keeps", sentence: str = "同じです。") -> Finding:
    """A finding at a path that rests on the baseline."""
    return Finding(
        code=code,
        severity=Severity(severity),
        path=path,
        expected="別の値",
        found="同じ値",
        evidence=(Evidence(path=f"{MEASURE}/baseline/value", text="1,240件"),),
        message=Message(ja=sentence, en="It is the same."),
    )


def trace(*paths: str) -> Trace:
    """Each path in a cell of its own, one under the other."""
    return Trace(
        entries=tuple(
            TraceEntry(path=path, places=(Place(page=1, x0=22, top=n, x1=27, bottom=n, worksheet="様式"),))
            for n, path in enumerate(paths, start=10)
        )
    )


_TEXTS = st.text(st.sampled_from("港①※１2,-<>&\"'\n 年度（）"), max_size=12)
_YEARS = st.lists(st.sampled_from([*YEARS, "元年度", "平成31年度", "いつか"]), max_size=3)
_TARGETS = st.lists(st.fixed_dictionaries({"years": _YEARS.filter(bool), "value": _TEXTS}), max_size=2)
#: What most forms have no column for is mostly blank.
_SOME = st.one_of(st.just(""), _TEXTS)
_ACTUALS = st.lists(st.fixed_dictionaries({"year": st.sampled_from(YEARS), "value": _TEXTS, "mark": _SOME}), max_size=2)
_PAIR = st.fixed_dictionaries({"value": _TEXTS, "year": _TEXTS})
_MEASURES = st.lists(
    st.fixed_dictionaries(
        {
            "name": _TEXTS,
            "baseline": _PAIR,
            "target": _PAIR,
            "targets": _TARGETS,
            "actuals": _ACTUALS,
            "mark": _SOME,
            "counted_in": _SOME,
        }
    ),
    max_size=2,
)
_INDICATORS = st.lists(
    st.fixed_dictionaries({"number": _TEXTS, "group": _TEXTS, "primary_mark": _SOME, "measures": _MEASURES}),
    max_size=2,
)
_LEVERS = st.lists(st.fixed_dictionaries({"text": _TEXTS, "indicators": _INDICATORS}), max_size=2)
_GOALS = st.lists(st.fixed_dictionaries({"text": _TEXTS, "levers": _LEVERS}), max_size=3)
_MONEY = st.lists(st.fixed_dictionaries({"text": _TEXTS, "year": st.sampled_from(YEARS)}), max_size=2)
_PROGRAMMES = st.lists(
    st.fixed_dictionaries(
        {
            "number": _TEXTS,
            "name": _TEXTS,
            "started": _SOME,
            "money": _MONEY,
            "related": _TEXTS,
            "outline": _TEXTS,
            "review_number": _TEXTS,
        }
    ),
    max_size=2,
)
_BUDGETS = st.lists(
    st.fixed_dictionaries(
        {
            "label": _TEXTS,
            "rows": st.lists(
                st.fixed_dictionaries(
                    {
                        "label": st.sampled_from(["当初予算(a)", "合計", "執行額", "ほか"]),
                        "kind": st.sampled_from(["initial", "total", "executed", "other"]),
                        "unit": st.sampled_from(["", "百万円"]),
                        "amounts": st.lists(
                            st.fixed_dictionaries({"years": _YEARS.filter(bool), "text": _TEXTS}), max_size=3
                        ),
                    }
                ),
                max_size=3,
            ),
        }
    ),
    max_size=2,
)
_COLUMNS = ("mark", "number", "account", "organisation", "item", "matter", "total")
_ITEMS = st.lists(st.fixed_dictionaries({**dict.fromkeys(_COLUMNS, _SOME), "amounts": _MONEY}), max_size=2)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of any shape: parts may be missing, texts hold marks and what HTML gives a meaning to."""
    roles = st.sampled_from(["name", "outline", "final_outcome", "other"])
    statement = st.fixed_dictionaries({"role": roles, "label": _TEXTS, "text": _TEXTS})
    bare = Sheet.model_validate({"goals": draw(_GOALS)})
    paths = [path for path, _, _ in bare.measures()]
    some = st.lists(st.sampled_from(paths), max_size=3, unique=True) if paths else st.just([])
    return Sheet.model_validate(
        {
            "title": draw(_TEXTS),
            "identifier": draw(_TEXTS),
            "policy": {"statements": draw(st.lists(statement, max_size=3))},
            "labels": draw(st.lists(st.fixed_dictionaries({"role": st.just("aim"), "text": _TEXTS}), max_size=1)),
            "goals": [goal.model_dump() for goal in bare.goals],
            "rationales": draw(st.lists(st.fixed_dictionaries({"text": _TEXTS, "measures": some}), max_size=3)),
            "programmes": draw(_PROGRAMMES),
            "money": draw(_MONEY),
            "budgets": draw(_BUDGETS),
            "budget_items": draw(_ITEMS),
            "cabinet": draw(
                st.lists(st.fixed_dictionaries({"name": _TEXTS, "date": _TEXTS, "excerpt": _TEXTS}), max_size=1)
            ),
            "notes": draw(st.lists(st.fixed_dictionaries({"mark": st.just("※１"), "text": _TEXTS}), max_size=2)),
        }
    )
