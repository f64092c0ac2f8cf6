"""The page of a judgement: the grade or why there is none, a person's beside it, every number with its steps and places."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html

from monosashi.judging.in_force import rule_in_force
from monosashi.judging.judge import judge
from monosashi.judging.pathway import pathways
from monosashi.model import Footing, Judgement, Message, Sheet, Trace
from monosashi.publishing.html.environment import documents
from monosashi.publishing.html.judgement_view import Around, Choice, ScaleSign, ScaleTold, judgement_view
from tests.publishing.html.judged import (
    judged_sheet,
    judgement,
    measure_path,
    nothing_reported,
)
from tests.publishing.html.sheets import elements, parsed, sheets, trace

PAGE = '{% extends "base.html" %}{% block main %}{% include "parts/judgement.html" %}{% endblock %}'
AROUND = Around(
    rules=(Choice("a", "規則A", chosen=False), Choice("test-rule", "試しの規則", chosen=True)),
    years=(Choice("2023", "2023年度", chosen=False),),
    scales=(
        ScaleTold(
            Message(ja="尺度", en="scale"), (ScaleSign("1", Message(ja="上", en="up"), Message(ja="よい", en="good")),)
        ),
    ),
    decided=(Message(ja="決めたこと", en="decided"),),
    page="/sheets/x/",
    paper="/sheets/x/paper/?at=",
)


def page(
    told: Judgement,
    sheet: Sheet | None = None,
    *,
    lang: str = "ja",
    around: Around = AROUND,
    places: Trace | None = None,
) -> html.HtmlElement:
    shown = sheet or judged_sheet()
    view = judgement_view(told, pathways(shown), shown, places or Trace(), lang, around)
    return parsed(documents().from_string(PAGE).render(view=view, t=view.words, lang=lang))


def said(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", str(element.text_content())).strip()


def one(root: html.HtmlElement, xpath: str) -> html.HtmlElement:
    (found,) = elements(root, xpath)
    return found


def table(root: html.HtmlElement, name: str) -> list[list[str]]:
    rows = elements(
        root, f"//table[contains(concat(' ', @class, ' '), ' {name} ')]//tr[not(contains(@class, 'why-row'))]"
    )
    return [[said(cell) for cell in row.iterchildren()] for row in rows]


def test_the_grade_stands_first_with_the_ministrys_own_and_the_persons_beside_it() -> None:
    root = page(judgement())
    assert [said(part) for part in root.find_class("verdict-part")] == [
        "規則による判定 4 進展が大きくない 府省の区分 × 未達成 対象の年度：2023年度",
        "人による判定 3 評価室 山田（2024-08-01）事情を考えた。",
        "表の記載 ③【相当程度進展あり】",
    ]


def test_without_a_grade_it_says_why_and_what_is_possible() -> None:
    card = page(judgement(graded=False)).find_class("verdict-card")[0]
    assert said(one(card, ".//h2")) == "区分はまだ付けられません"
    assert said(card.find_class("steps")[0]) == "指標4が集計中測定指標4 実績値（令和５年度）"
    assert [said(item) for item in elements(card, ".//ul[@class='possible']/li")] == [
        "3 相当程度進展あり",
        "4 進展が大きくない",
    ]


def test_a_measure_tells_what_was_held_against_what_and_its_marks() -> None:
    first, second, third, fourth = table(page(judgement()), "judged")[1:]
    assert first == [
        *("①主要", "説明会の回数アウトプット", "2023年度最終の目標", "30回", "33回異常な年度を含む", "○ 達成"),
        *("110%", "130%", "○ 追い付いている経過 100%", "○ 達成", "—判定なし"),
    ]
    assert second[4:] == [
        *("13件暫定値", "× 未達成", "65%", "30%", "× 遅れている経過 100%"),
        *("× 未達成人による判定 △ 評価室 佐藤（2024-08-02）暫定値のため。", "△"),
    ]
    assert third[6] == "1,125%"
    assert fourth[3:] == ["90件以下", "集計中", *["—判定なし"] * 6]


def test_an_aim_in_words_shows_the_beginning_of_its_words() -> None:
    tree = judged_sheet().model_dump()
    measure = tree["goals"][0]["levers"][0]["indicators"][0]["measures"][0]
    measure["targets"], measure["target"] = (), {"value": "港の手引きを作り、" * 9, "year": "令和５年度"}
    measure["actuals"] = ({"year": "令和５年度", "value": "案を示した。", "state": "reported"},)
    in_words = nothing_reported().achievements[0].model_copy(update={"footing": Footing.IN_WORDS})
    told = nothing_reported().model_copy(update={"achievements": (in_words,)})
    (row,) = table(page(told, Sheet.model_validate(tree)), "judged")[1:]
    assert row[3:5] == ["港の手引きを作り、" * 6 + "港の手引き…", "案を示した。文章の目標"]


def test_every_measure_opens_to_its_values_and_steps_each_leading_to_its_place() -> None:
    paths = (f"{measure_path(0)}/target/value", f"{measure_path(0)}/actuals/2/value")
    root = page(judgement(), places=trace(*paths))
    opened = elements(root, "//tr[@class='why-row']")[0]
    links = [a.get("href") for a in elements(opened, ".//ul[@class='inputs']//a")]
    assert links == [link for path in paths for link in (f"/sheets/x/#{path}", f"/sheets/x/paper/?at={path}#here")]
    assert [said(item) for item in elements(opened, ".//ul[@class='inputs']/li")] == [
        "最終の目標値 2023年度 測定指標① 目標値 30回 様式!V10:AA10",
        "実績値 2023年度 測定指標① 実績値（令和５年度） 33回 様式!V11:AA11",
    ]
    assert said(elements(opened, ".//ol/li")[0]).startswith("33÷30")


def test_the_steps_are_closed_unless_they_are_asked_for() -> None:
    def is_open(around: Around) -> set[bool]:
        return {
            d.get("open") is not None
            for d in elements(page(judgement(), around=around), "//tr[@class='why-row']//details")
        }

    unfolded = Around(page="/sheets/x/", unfolded=True)
    assert (is_open(AROUND), is_open(unfolded)) == ({False}, {True})


def test_the_rule_is_cited_with_its_thresholds_and_who_set_them() -> None:
    root = page(judgement())
    assert [(a.get("href"), said(a)) for a in elements(root, "//dl[contains(@class, 'rule-facts')]//a")] == [
        ("https://example.test/rule", "試しの要領")
    ]
    assert table(root, "thresholds")[1:] == [
        ["近いとみなす率 near", "80%", "評価室（2024-04-01）実績から"],
        ["大きく上回る率 well_above", "未設定"],
    ]


def test_what_another_assumption_changes_is_marked_in_words_cell_by_cell() -> None:
    root = page(judgement())
    assert table(root, "sensitivity") == [
        ["条件", "区分", "①", "2", "③", "4"],
        ["そのまま変わらない", "4 進展が大きくない", "○", "×", "○", "—判定なし"],
        ["許す幅10％変わる", "3 相当程度進展あり 変わる", "○", "△ 変わる", "○", "—判定なし"],
    ]
    assert len(root.find_class("changed-cell")) == 2
    assert said(root.find_class("sensitivity-sum")[0]) == "2通りのうち、区分または印が変わるのは1通りです。"


def test_the_charts_are_named_and_told_in_words() -> None:
    names = {
        said(one(picture, "./*[local-name()='title']")): said(one(picture, "./*[local-name()='desc']"))
        for picture in elements(page(judgement()), "//figure//*[local-name()='svg']")
        if "attain" in str(picture.getparent().getparent().get("class"))
    }
    told = names["指標ごとの達成率（実績が目標の何％か）"]
    assert told == "① 説明会の回数は110%。2 調査の件数は65%。③ 契約の件数は1,125%。4 相談の件数は集計中"
    assert len(names) == 2


def test_before_any_actual_the_page_says_what_can_be_judged_when_and_what_to_do() -> None:
    bare = judged_sheet().model_dump()
    for indicator in bare["goals"][0]["levers"][0]["indicators"]:
        indicator["measures"][0]["actuals"] = ()
    root = page(nothing_reported(), Sheet.model_validate(bare))
    assert table(root, "when-table")[1:] == [
        ["2021年度", "①、2、③、4", "なし"],
        ["2022年度", "①、2、③、4", "なし"],
        ["2023年度", "①、2、③、4", "①、2、③、4"],
    ]
    assert [re.sub(r".*monosashi ", "", said(code)) for code in elements(root, "//ul[@class='next']//code")] == [
        "read ファイル名",
        "correct ファイル名 --at PATH --now TEXT --why TEXT",
        "judge ファイル名 --thresholds FILE.toml",
    ]
    assert (root.find_class("attainments"), root.find_class("sensitivity")) == ([], [])


def test_the_form_keeps_what_was_chosen() -> None:
    chosen = elements(page(judgement()), "//form//option[@selected]")
    assert [option.get("value") for option in chosen] == ["test-rule"]


def test_a_pathway_quotes_the_sheet_shows_both_series_and_says_what_cannot_be_said() -> None:
    article = page(judgement()).find_class("pathway")[0]
    assert said(one(article, "./h3")) == "指標①、2から指標③へ"
    assert [said(quote) for quote in elements(article, ".//ul[@class='quotes']//q")][2:] == [
        "説明会は契約に資するため。",
        "効果は翌年度のアウトカム指標に表れる。",
    ]
    cells = [[said(cell) for cell in row.iterchildren()] for row in elements(article, ".//table//tr")]
    assert cells[0] == ["アウトプットの年度", *(f"{year}年度" for year in range(2018, 2024))]
    assert cells[3][1:4] == ["3参考（2019年度の値）", "4参考（2020年度の値）異常な年度", "4目標 6（2021年度の値）"]
    assert [said(item) for item in elements(article, ".//ul[@class='chart-key']/li")] == [
        *("実績", "年度の目標", "過去の実績（【参考】、基準値）", "異常な年度"),
    ]
    assert "もたらしたとは、この表の数からは言えません" in said(article.find_class("cannot")[0])


@pytest.mark.parametrize("told", [judgement(), judgement(graded=False), nothing_reported()])
def test_every_id_is_there_once_and_every_reference_leads_to_one(told: Judgement) -> None:
    root = page(told, lang="en")
    ids = [str(element.get("id")) for element in elements(root, "//*[@id]")]
    asked = {name for e in elements(root, "//*[@aria-labelledby]") for name in str(e.get("aria-labelledby")).split()}
    asked |= {str(a.get("href"))[1:] for a in elements(root, "//a[starts-with(@href, '#')]")}
    assert (len(ids), asked - set(ids)) == (len(set(ids)), set())


def test_english_pages_say_everything_in_english() -> None:
    root = page(judgement(), lang="en", around=Around(page="/sheets/x/"))
    for element in elements(root, "//*[@lang='ja' or local-name()='svg' or local-name()='style']"):
        element.drop_tree()
    # what a person wrote, and what is quoted from the sheet within a sentence
    known = {"参考", "評価室", "山田", "佐藤", "事情を考えた。", "暫定値のため。", "実績から", "翌年", "①", "③"}
    made = re.sub(r"\[[^\]]*\]", "", str(root.text_content()))
    assert set(re.findall(r"[①-⑳ぁ-ヿ一-鿿。]+", made)) - known == set()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_any_sheet_can_be_judged_and_shown(sheet: Sheet) -> None:
    told = judge(sheet, rule_in_force(sheet))
    root = page(told, sheet)
    assert len(elements(root, "//tr[@class='why-row']")) == len(told.achievements)
