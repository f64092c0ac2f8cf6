"""Cases of the checks on what every row should say: rationales, review numbers, and when a programme began."""

from typing import Any

from tests.auditing.cases import Case
from tests.auditing.sheets import ABROAD, DAYS, HOME, SCHOOLS, SHARE, TALKS

#: The rationale that the clean sheet gives for its last two measures.
OF_DAYS = "/rationales/3"
LONG = "里山の学びを全国に広げることは、子どもが身近な自然に親しみ、地域の暮らしと産業を支える人を育て、世代を超えて森を守る上で大切である"
OTHER = "協定を結んだ学校とは毎年の行事を共にし、卒業した後も里山を訪れる人が増えると見込まれるため、その広がりを表す数として選んだ"


def cells(*texts: tuple[list[str], str]) -> dict[str, Any]:
    """Rationales in place of the sheet's own. The baselines that are means keep none of their 【参考】."""
    return {"/rationales": [{"measures": measures, "text": text} for measures, text in texts]}


REST = [HOME, ABROAD, DAYS, SHARE]

MISSING = (
    Case("rationale-missing", cells(([TALKS, *REST], "広がりを表す。")), (("rationale-missing", f"{SCHOOLS}/name"),)),
    Case(
        "rationale-missing",
        {f"{OF_DAYS}/measures": [DAYS]},
        (("rationale-missing", f"{SHARE}/name"),),
    ),
    # a dash is no reason; each indicator is told
    Case(
        "rationale-missing",
        {f"{OF_DAYS}/text": "－"},
        tuple(("rationale-missing", f"{path}/name") for path in (DAYS, SHARE)),
    ),
    Case("rationale-missing", {f"{OF_DAYS}/text": "上記のとおり。"}),
    Case("rationale-missing", {"/rationales": []}, exempt="a form without such a cell"),
    Case("rationale-missing", cells(([TALKS, SCHOOLS], "広がりを表す。")), exempt="more have none than have some"),
)

REPEATED = (
    Case(
        "rationale-repeated",
        cells(([TALKS], f"{LONG}。"), ([SCHOOLS], f"{LONG}。"), (REST, "数を見る。")),
        (("rationale-repeated", "/rationales/1"),),
    ),
    # with a word that joins, and a sentence of its own
    Case(
        "rationale-repeated",
        cells(([TALKS], f"{LONG}。"), (REST, "数を見る。"), ([SCHOOLS], f"協定の数を選んだ。\nなお、{LONG}。")),
        (("rationale-repeated", "/rationales/2"),),
    ),
    # three cells are one finding
    Case(
        "rationale-repeated",
        cells(([TALKS], f"{LONG}。"), ([SCHOOLS], f"{LONG}。"), (REST, f"{LONG}。")),
        (("rationale-repeated", "/rationales/1"),),
    ),
    Case("rationale-repeated", cells(([TALKS], f"{LONG}。"), ([SCHOOLS], f"{OTHER}。"), (REST, "数を見る。"))),
    # a phrase in common is none
    Case(
        "rationale-repeated",
        cells(([TALKS], "数を指標とする。"), ([SCHOOLS], "数を指標とする。"), (REST, "数を見る。")),
    ),
    Case(
        "rationale-repeated",
        cells(
            ([TALKS], f"{LONG}。{OTHER}。{OTHER[:50]}"),
            ([SCHOOLS], f"{LONG}。{OTHER[3:]}。{OTHER[9:]}。"),
            (REST, "見る。"),
        ),
        exempt="less than half of either",
    ),
    Case(
        "rationale-repeated", cells(([TALKS, SCHOOLS], f"{LONG}。"), (REST, "数を見る。")), exempt="one cell for both"
    ),
    Case(
        "rationale-repeated",
        cells(([TALKS], f"数。\n※{LONG}。"), ([SCHOOLS], f"協定。\n※{LONG}。"), (REST, "数を見る。")),
        exempt="a remark",
    ),
)


def numbers(*printed: str) -> dict[str, Any]:
    """Review numbers of the programmes."""
    return {f"/programmes/{n}/review_number": number for n, number in enumerate(printed)}


REVIEW = (
    Case(
        "review-number-repeated",
        numbers("0140", "0141", "0140"),
        (("review-number-repeated", "/programmes/2/review_number"),),
    ),
    Case(
        "review-number-repeated",
        numbers("新28-0003", "新２８－０００３"),
        (("review-number-repeated", "/programmes/1/review_number"),),
    ),
    # two numbers are two findings
    Case(
        "review-number-repeated",
        numbers("0140", "0140", "0141", "0141"),
        (
            ("review-number-repeated", "/programmes/1/review_number"),
            ("review-number-repeated", "/programmes/3/review_number"),
        ),
    ),
    Case("review-number-repeated", numbers("0140", "0141", "0142", "0143")),
    Case("review-number-repeated", numbers("0140", "－", "－", "")),
    Case("review-number-repeated", numbers("新規", "新規"), exempt="no number yet"),
    Case("review-number-repeated", numbers("0140", "同上", "同上"), exempt="the same as above"),
    Case(
        "review-number-repeated",
        {
            **numbers("0140", "0140"),
            "/programmes/1/name": "事業(1)（再掲）(平成30年度)",
            "/programmes/0/name": "事業(1)（再掲）",
        },
        exempt="the same programme twice",
    ),
)

STARTS = (
    Case(
        "start-year",
        {"/programmes/0/name": "事業(1)(令和5年度)", "/programmes/0/money": []},
        (("start-year", "/programmes/0/name"),),
    ),
    Case(
        "start-year",
        {"/programmes/3/started": "令和30年度", "/programmes/3/name": "事業(4)"},
        (("start-year", "/programmes/3/started"),),
    ),
    # money before it began
    Case("start-year", {"/programmes/0/name": "事業(1)(令和3年度)"}, (("start-year", "/programmes/0/name"),)),
    Case("start-year", {"/programmes/0/name": "事業(1)(令和2年度)"}),
    Case("start-year", {"/programmes/3/name": "事業(4)(令和4年度)"}),
    Case("start-year", {"/programmes/0/name": "事業(1)"}, exempt="no start is printed"),
    Case(
        "start-year",
        {"/programmes/0/name": "事業(1)(令和3年度)", "/programmes/0/outline": "令和2年度は前身の事業の額。"},
        exempt="a predecessor's money",
    ),
    Case(
        "start-year",
        {"/programmes/3/name": "事業(4)(令和9年度)", "/title": "里山学習の事前分析表"},
        exempt="the title states no year",
    ),
)

STRUCTURE = (*MISSING, *REPEATED, *REVIEW, *STARTS)
