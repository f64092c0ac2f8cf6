"""What stands before the form: the overview, the charts with their tables, the logic as a list, the money."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from monosashi.model import Message, Sheet, Trace
from monosashi.office.samples import sample_sheets
from monosashi.publishing.charts import Backdrop
from monosashi.publishing.html import Beside, sheet_to_html
from monosashi.publishing.html.anchors import value_paths
from tests.laws.sheets import sheets
from tests.publishing.html.sheets import MEASURE, elements, parsed, small_sheet

SEED, INVENTED = sample_sheets()


def page(sheet: Sheet, lang: str = "ja", backdrops: tuple[Backdrop, ...] = ()) -> html.HtmlElement:
    return parsed(sheet_to_html(sheet, None, (), Trace(), lang, Beside(backdrops=backdrops)))


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(table: html.HtmlElement) -> list[list[str]]:
    return [[said(cell) for cell in row.iterchildren()] for row in elements(table, ".//tbody/tr")]


def test_the_overview_tells_what_the_policy_is_for_and_leads_there() -> None:
    (overview,) = page(INVENTED).find_class("overview")
    aims = [(said(a), a.get("href")) for a in elements(overview, ".//p[contains(@class,'aim')]/a")]
    assert aims == [
        ("最終アウトカム", "#/policy/statements/6/text"),
        ("中間アウトカム", "#/policy/statements/7/text"),
    ]
    assert [a.get("href") for a in elements(overview, ".//ol//a")] == [f"#/goals/{g}/text" for g in range(3)]


def test_the_overview_counts() -> None:
    tiles = {
        lang: [(said(d[0]), said(d[1])) for d in page(SEED, lang).find_class("tiles")[0].iterchildren()]
        for lang in ("ja", "en")
    }
    assert tiles == {
        "ja": [
            ("施策目標", "2"),
            ("測定指標", "7うち主要 4"),
            ("アウトプット／アウトカム", "6 / と2測定 8件のうち"),
            ("達成手段", "10"),
            ("政策評価実施予定時期", "令和６年８月"),
        ],
        "en": [
            ("Goals", "2"),
            ("Indicators", "74 primary"),
            ("Outputs / outcomes", "6 / and2of 8 measures"),
            ("Programmes", "10"),
            ("Evaluation planned for", "2024-08"),
        ],
    }


def test_the_overview_holds_budget_against_execution_and_never_adds_what_stands_apart() -> None:
    (overview,) = page(SEED).find_class("overview")
    assert rows(elements(overview, ".//table")[0]) == [
        ["2019年度", "26.2億円", "22.9億円", "87.7%"],
        ["2020年度", "24.9億円", "19.8億円", "79.4%"],
        ["2021年度", "13.4億円", "記載なし", "記載なし"],
    ]
    assert [said(p) for p in overview.find_class("apart")] == [
        "産投出資・政府保証など は、予算とは別の枠です。足し合わせません。"
    ]
    assert page(INVENTED).find_class("overview")[0].find_class("apart") == []


def test_the_overview_says_what_is_still_to_come() -> None:
    assert [said(li) for li in elements(page(INVENTED), "//ul[@class='awaited']/li")] == [
        "2023年度の実績：集計中 1件",
        "2024年度の実績：まだ実績なし 9件",
        "2025年度の実績：まだ実績なし 9件",
    ]


def test_a_chart_is_named_described_and_followed_by_its_table() -> None:
    figure = page(INVENTED).find_class("multiple")[1]
    (picture,) = elements(figure, "svg")
    name, desc = (elements(picture, f"*[@id='{key}']")[0] for key in str(picture.get("aria-labelledby")).split())
    assert said(name) == "測定指標② 支援する離島航路の年間利用者数 の推移"
    assert said(desc).startswith(
        "基準値は1,240千人 · 2018–2020の平均（2020年度）。目標値は1,330千人（2025年度）。2018年度は参考 1,352千人"
    )
    assert said(desc).endswith("2025年度は目標 1,330千人、実績 まだ実績なし")
    assert rows(elements(figure, ".//table")[0])[2:6] == [
        ["2020年度", "記載なし", "記載なし", "1,053千人"],
        ["2021年度", "1,250千人", "1,098千人", "記載なし"],
        ["2022年度", "1,270千人", "1,205千人", "記載なし"],
        ["2023年度", "1,290千人", "1,287千人", "記載なし"],
    ]


def test_a_chart_says_when_its_axis_is_cut_and_what_is_not_drawn() -> None:
    remarks = [said(p) for p in page(INVENTED).find_class("multiple")[0].find_class("figure-remark")]
    assert remarks == ["縦軸は0からではなく、95.5から始まります。"]
    partners = [said(p) for p in page(SEED).find_class("multiple")[3].find_class("figure-remark")]
    assert partners == ["【参考】は単位「社/件」で、指標と単位が違うため、図には描いていません。"]


def test_a_chart_says_which_way_is_better_only_where_it_is_told_and_why() -> None:
    why = Message(ja="語がない", en="no word")
    told = Backdrop(path=MEASURE, way="down", why=why)
    figure = page(small_sheet(), backdrops=(told,)).find_class("multiple")[0]
    assert [said(tag) for tag in figure.find_class("tag")] == ["主要", "アウトプット", "↓ 小さいほどよい"]
    assert [said(p) for p in figure.find_class("figure-remark")] == ["向きの見方：語がない。"]
    plain = page(small_sheet()).find_class("multiple")[0]
    assert [said(tag) for tag in plain.find_class("tag")] == ["主要", "アウトプット"]


def test_what_is_told_in_words_is_a_line_of_time() -> None:
    (figure,) = page(INVENTED).find_class("told-in-words")
    assert elements(figure, "svg") == []
    assert [said(li) for li in elements(figure, ".//ol/li")][:2] == [
        "2021年度 目標共通の目録の形を決める。実績実績の記載なし",
        "2022年度 目標希望する県から順に加わる。実績目録の形を決め、離島の多い県から試しに使い始めた。",
    ]


def test_the_legend_explains_the_signs_that_are_there() -> None:
    (legend,) = [ul for ul in page(SEED).find_class("legend") if ul.getparent().get("class") == "digest figures"]
    assert [said(li) for li in legend] == [
        "年度の目標",
        "年度の目標（程度。幅は示されていない）",
        "最終の目標値",
        "基準値（破線はもとになる年度）",
        "【参考】の過去の実績",
        "まだ実績がない年度",
    ]


def test_the_logic_as_a_list_names_what_has_no_link() -> None:
    (tree,) = page(INVENTED).find_class("logic-list")
    assert [said(p) for p in tree.find_class("alone")] == [
        "達成手段なし",
        "(3) 移動図書館車の更新及び巡回の支援 表にない番号 10",
    ]
    served = [a.get("href") for a in elements(tree, ".//a[starts-with(@href, '#/programmes')]")]
    assert served[:3] == ["#/programmes/0/name", "#/programmes/0/name", "#/programmes/1/name"]


def test_money_stands_in_groups_that_are_not_added_and_silent_programmes_are_named() -> None:
    (money,) = page(SEED).find_class("money-figures")
    assert [said(h) for h in elements(money, ".//h3 | .//h4")] == [
        "政策全体",
        "政策全体の予算",
        "産投出資・政府保証など",
        "(10) 株式会社海外通信・放送・郵便事業支援機構への出資（財政投融資）等：産投出資",
        "(10) 株式会社海外通信・放送・郵便事業支援機構への出資（財政投融資）等：政府保証",
    ]
    assert len(elements(money.find_class("silent")[0], "a")) == 9
    (included,) = elements(page(INVENTED), "//h3[@id='money-included']")
    assert said(included) == "内数"


@given(sheets(), st.sampled_from(["ja", "en"]))
def test_any_sheet_renders_with_every_text_and_no_id_twice(sheet: Sheet, lang: str) -> None:
    document = page(sheet, lang)
    ids = [str(e.get("id")) for e in document.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = {str(a.get("href"))[1:] for a in document.iter("a")}
    assert links - set(ids) == set()
    printed = {
        str(e.get("id")): "".join(p.text_content() for p in e.find_class("printed"))
        for e in document.find_class("value")
    }
    texts = {path: text.strip() for path, text in value_paths(sheet).items() if text.strip()}
    assert {path: printed[path] for path in texts} == texts
