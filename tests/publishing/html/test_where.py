"""The names of paths, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Sheet
from monosashi.model.path import leaves
from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import words
from tests.publishing.html.sheets import MEASURE, sheets, small_sheet


@pytest.mark.parametrize(
    ("path", "ja", "en"),
    [
        ("", "表の全体", "The whole sheet"),
        ("/title", "標題", "Title"),
        ("/identifier", "整理番号", "Identifier"),
        ("/policy/statements", "政策の記載", "The policy's statements"),
        ("/policy/statements/0/text", "政策名", "Policy"),
        ("/policy/statements/2/text", "備考", "備考"),
        ("/goals/0", "施策目標1", "Goal 1"),
        ("/goals/0/levers/0", "施策目標1 施策手段1", "Goal 1, lever 1"),
        ("/goals/0/levers/0/indicators/0/number", "測定指標①", "Indicator ①"),
        (MEASURE, "測定指標①", "Indicator ①"),
        (f"{MEASURE}/name/kind", "測定指標① アウトプット・アウトカムの別", "Indicator ① kind"),
        (f"{MEASURE}/baseline/value/quantity", "測定指標① 基準値", "Indicator ① baseline"),
        (f"{MEASURE}/target/year", "測定指標① 目標年度", "Indicator ① target year"),
        (f"{MEASURE}/targets", "測定指標① 年度ごとの目標値", "Indicator ① yearly targets"),
        (
            f"{MEASURE}/targets/0/value",
            "測定指標① 目標値（令和３年度、令和４年度、令和５年度）",
            "Indicator ① target for FY2021、FY2022、FY2023",
        ),
        (f"{MEASURE}/actuals/1/value", "測定指標① 実績値（令和４年度）", "Indicator ① actual of FY2022"),
        ("/rationales/0", "測定指標①、2の選定理由", "Rationale of ①、2"),
        ("/programmes/0/name", "達成手段(1)", "Programme (1)"),
        ("/programmes/0/money/0", "達成手段(1) 予算額・執行額 令和２年度", "Programme (1) money FY2020"),
        ("/programmes/0/related", "達成手段(1) 関連する指標", "Programme (1) indicators served"),
        ("/money/0", "政策の予算額・執行額 令和２年度", "The policy's money FY2020"),
        ("/cabinet/0/date", "内閣の重要政策「方針2021」 年月日", "Cabinet decision “方針2021” date"),
        ("/notes/0/text", "注※１", "Note ※１"),
        ("/labels/0/text", "見出し「施策目標」", "Label “施策目標”"),
        ("/goals/7", "/goals/7", "/goals/7"),
        ("/nowhere/at/all", "/nowhere/at/all", "/nowhere/at/all"),
    ],
)
def test_a_path_has_a_name(path: str, ja: str, en: str) -> None:
    sheet = small_sheet()
    assert (where(sheet, path, words("ja")), where(sheet, path, words("en"))) == (ja, en)


def test_two_measures_under_one_number_are_told_apart() -> None:
    tree = small_sheet().model_dump()
    indicator = tree["goals"][0]["levers"][0]["indicators"][0]
    indicator["measures"] = [*indicator["measures"], *indicator["measures"]]
    second = MEASURE[:-1] + "1"
    assert where(Sheet.model_validate(tree), f"{second}/target/value", words("ja")) == "測定指標①（2つ目） 目標値"


@given(sheets())
def test_every_leaf_has_a_name_that_is_no_path(sheet: Sheet) -> None:
    names = [where(sheet, path, words("ja")) for path, _ in leaves(sheet)]
    assert [name for name in names if name.startswith("/")] == []


@given(sheets(), st.data())
def test_every_path_leads_to_an_anchor_of_the_page_or_to_the_whole(sheet: Sheet, data: st.DataObject) -> None:
    anchors = Anchors.of(sheet)
    path = data.draw(st.sampled_from([path for path, _ in leaves(sheet)]))
    assert anchors.nearest(path) in ("", *anchors.paths)
    assert [anchors.nearest(shown) for shown in anchors.paths] == list(anchors.paths)
