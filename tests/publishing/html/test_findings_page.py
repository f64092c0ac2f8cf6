"""The page of findings: grouped by severity, narrowed by severity and code."""

import datetime as dt

from monosashi.forms import form
from monosashi.model import Message, Waiver
from monosashi.publishing.html import Addresses, Asked, findings_to_html, sheet_to_html
from tests.publishing.html.sheets import MEASURE, elements, finding, parsed, small_sheet, trace

BASELINE = f"{MEASURE}/baseline/value"
FINDINGS = (
    finding("/programmes/0/money/0", "warning", "executed-over-budget", "執行額が超えています。"),
    finding(f"{MEASURE}/target/value", "note", "target-keeps", "維持です。"),
    finding(BASELINE, "error", "baseline-mean", "平均と合いません。"),
    finding("/notes/0", "note", "note-unused", "使われていません。"),
)
CODES = ("baseline-mean", "executed-over-budget", "target-keeps", "note-unused")


def sentences(asked: Asked) -> list[tuple[str, list[str]]]:
    document = parsed(findings_to_html(small_sheet(), FINDINGS, trace(), asked=asked))
    return [
        (
            group.find_class("badge")[0].text_content(),
            [p.text_content() for p in elements(group, ".//p[@class='sentence']")],
        )
        for group in document.find_class("severity-group")
    ]


def test_the_gravest_stand_first() -> None:
    assert sentences(Asked()) == [
        ("■誤り", ["平均と合いません。"]),
        ("▲注意", ["執行額が超えています。"]),
        ("●参考", ["維持です。", "使われていません。"]),
    ]


def test_they_are_narrowed_by_severity_and_code() -> None:
    assert sentences(Asked(severities=("note",))) == [("●参考", ["維持です。", "使われていません。"])]
    assert sentences(Asked(codes=("note-unused", "baseline-mean"))) == [
        ("■誤り", ["平均と合いません。"]),
        ("●参考", ["使われていません。"]),
    ]
    assert sentences(Asked(severities=("error",), codes=("note-unused",))) == []


def test_a_finding_has_its_place_its_evidence_and_links_to_the_values_and_the_check() -> None:
    at = Addresses(sheet="/sheets/x/", checks="/checks/")
    text = findings_to_html(small_sheet(), FINDINGS[2:3], trace(BASELINE), asked=Asked(), addresses=at)
    (article,) = parsed(text).find_class("finding")
    assert [(a.text_content(), a.get("href")) for a in article.iter("a")] == [
        ("測定指標① 基準値", f"/sheets/x/#{BASELINE}"),
        ("baseline-mean", "/checks/baseline-mean/"),
        ("測定指標① 基準値", f"/sheets/x/#{BASELINE}"),
    ]
    assert [" ".join(div.text_content().split()) for div in elements(article, ".//dl/div")] == [
        "あるべき内容別の値",
        "記載同じ値",
        "原本での位置様式!V10:AA10",
        "検査baseline-mean",
    ]
    assert elements(article, ".//q")[0].text_content() == "1,240件"


def test_they_are_grouped_by_check_where_that_is_asked_for() -> None:
    at = Addresses(checks="/checks/", titles={"target-keeps": Message(ja="維持", en="kept")})
    document = parsed(findings_to_html(small_sheet(), FINDINGS, trace(), asked=Asked(by="code"), addresses=at))
    groups = [" ".join(h.text_content().split()) for h in document.iter("h2")]
    assert groups == [
        "■誤り baseline-mean 1件",
        "▲注意 executed-over-budget 1件",
        "●参考 維持 1件",
        "●参考 note-unused 1件",
    ]
    explained = [a.get("href") for a in elements(document, "//p[@class='explained']/a")]
    assert explained == [f"/checks/{code}/" for code in CODES]


def test_each_choice_says_how_many_it_has_and_keeps_what_was_asked() -> None:
    asked = Asked(severities=("note",), codes=("note-unused",))
    document = parsed(findings_to_html(small_sheet(), FINDINGS, trace(), asked=asked))
    labels = [" ".join(label.text_content().split()) for label in elements(document, "//fieldset[1]/label")]
    assert labels == ["誤り （1）", "注意 （1）", "参考 （2）"]
    options = [(o.text_content(), o.get("selected") is not None) for o in document.iter("option")]
    assert sorted(options) == sorted(
        [("すべて （4）", False), *((f"{code} （1）", code == "note-unused") for code in CODES)]
    )


def test_where_no_finding_is_of_the_kind_it_says_so_and_leads_back() -> None:
    document = parsed(findings_to_html(small_sheet(), FINDINGS, trace(), asked=Asked(("error",), ("note-unused",))))
    (told,) = document.find_class("remark")
    assert (told.text_content(), [a.get("href") for a in told.iter("a")]) == (
        "この条件に当てはまる指摘はありません。 条件を外す",
        ["?"],
    )


def test_without_findings_it_says_so() -> None:
    document = parsed(findings_to_html(small_sheet(), (), trace()))
    assert elements(document, "//main/p[last()]")[0].text_content() == "指摘はありません。"
    assert elements(document, "//form") == []


def test_a_waived_finding_says_who_answers_for_it() -> None:
    waiver = Waiver(
        code="target-keeps", who="政策評価室 <山田>", when=dt.date(2026, 4, 1), why="維持が目標 & 確認済み。"
    )
    waived = FINDINGS[1].model_copy(update={"waiver": waiver})
    for lang, said in (
        ("ja", "了承済み 政策評価室 <山田>（2026-04-01）：維持が目標 & 確認済み。"),
        ("en", "Waived 政策評価室 <山田> (2026-04-01): 維持が目標 & 確認済み。"),
    ):
        document = parsed(findings_to_html(small_sheet(), (FINDINGS[0], waived), trace(), lang))
        (mark,) = document.find_class("waived")
        assert " ".join(mark.text_content().split()) == said
        assert [article.get("id") for article in mark.iterancestors("article")] == ["finding-2"]
        assert len(document.find_class("finding")) == 2
        page = parsed(sheet_to_html(small_sheet(), form("soumu-jizen-r3"), (FINDINGS[0], waived), trace(), lang))
        (mark,) = page.find_class("waived")
        assert " ".join(mark.text_content().split()) == said
        assert [item.get("id") for item in mark.iterancestors("li")] == ["finding-2"]
