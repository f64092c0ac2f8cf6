"""The page of a sheet: every value under its path, every finding once beside its value, every table a whole grid."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from monosashi.forms import form
from monosashi.model import Finding, Guess, Message, Sheet, Trace
from monosashi.publishing.html import Beside, sheet_to_html
from monosashi.publishing.html.anchors import Anchors, value_paths
from tests.publishing.html.sheets import MEASURE, elements, finding, parsed, sheets, small_sheet, trace

FORM = form("soumu-jizen-r3")


def page(sheet: Sheet, *findings: Finding, at: Trace | None = None, lang: str = "ja") -> html.HtmlElement:
    return parsed(sheet_to_html(sheet, FORM, findings, at or Trace(), lang))


def under(document: html.HtmlElement, path: str) -> html.HtmlElement:
    (found,) = [element for element in document.iter() if element.get("id") == path]
    return found


def printed(document: html.HtmlElement, path: str) -> str:
    return "".join(element.text_content() for element in under(document, path).find_class("printed"))


def said(document: html.HtmlElement, path: str, what: str) -> list[str]:
    return [element.text_content() for element in under(document, path).find_class(what)]


def test_the_page_has_the_form_s_parts_as_headings() -> None:
    document = page(small_sheet())
    assert [(h.tag, " ".join(h.text_content().split())) for h in document.iter("h1", "h2")] == [
        ("h1", "政策２：港の整備 <試行> & 点検"),
        ("h2", "この表の要点"),
        ("h2", "点検の指摘"),
        ("h2", "目標と実績の推移"),
        ("h2", "目標から手段までのつながり"),
        ("h2", "予算と執行"),
        ("h2", "様式の全文"),
        ("h2", "政策の概要と基本目標"),
        ("h2", "施策目標と測定指標"),
        ("h2", "達成手段と予算"),
        ("h2", "政策に関係する内閣の重要政策（施政方針演説等のうち主なもの）"),
        ("h2", "注"),
    ]


def test_a_value_is_shown_as_printed_with_its_meaning_and_state_beside_it() -> None:
    document = page(small_sheet())
    assert printed(document, f"{MEASURE}/baseline/year") == "令和２年度"
    assert said(document, f"{MEASURE}/baseline/year", "meaning") == ["2020年度"]
    assert said(document, f"{MEASURE}/baseline/value", "meaning") == []
    assert [
        (printed(document, f"{MEASURE}/actuals/{n}/value"), said(document, f"{MEASURE}/actuals/{n}/value", "state"))
        for n in range(3)
    ] == [("0件", []), ("集計中", ["集計中"]), ("-", ["まだ実績なし"])]


def test_a_cell_without_words_says_so() -> None:
    second = MEASURE.replace("s/0/m", "s/1/m")
    assert said(page(small_sheet()), f"{second}/target/value", "blank") == ["記載なし"]
    assert said(page(small_sheet(), lang="en"), f"{second}/target/value", "blank") == ["not stated"]


def test_a_finding_stands_in_the_list_beside_its_value_and_in_its_row() -> None:
    path = f"{MEASURE}/target/value"
    document = page(small_sheet(), finding(path, "warning"), at=trace(path))
    assert [a.get("href") for a in document.find_class("findings")[0].iter("a")] == [f"#{path}"]
    (flag,) = under(document, path).find_class("flag")
    assert (" ".join(flag.text_content().split()), flag.get("href")) == ("▲注意 1", "#finding-1")
    remark = under(document, "finding-1")
    assert remark.find_class("sentence")[0].text_content() == "同じです。"
    assert [a.get("href") for a in remark.iter("a")] == [f"#{path}", f"#{MEASURE}/baseline/value"]
    (more,) = remark.iter("details")
    assert [" ".join(div.text_content().split()) for div in elements(more, ".//dl/div")] == [
        "あるべき内容別の値",
        "記載同じ値",
    ]
    assert more.get("open") is None
    assert remark.find_class("cell")[0].text_content() == "様式!V10:AA10"


def test_the_place_in_the_source_is_there_without_a_pointer() -> None:
    path = f"{MEASURE}/target/value"
    document = page(small_sheet(), at=trace(path))
    assert under(document, path).get("title") == "様式!V10:AA10"
    assert said(document, path, "place") == ["V10:AA10"]
    assert said(page(small_sheet()), path, "place") == []


def test_a_guess_is_marked_at_its_value_with_the_reason() -> None:
    guess = Guess(path=f"{MEASURE}/baseline", reason=Message(ja="近くにあるため。", en="It stands near."))
    document = parsed(sheet_to_html(small_sheet(), FORM, (), Trace(), "en", Beside(guesses=(guess,))))
    values = [(e.getparent().get("id"), e.text_content()) for e in document.find_class("guess")]
    assert values == [
        (f"{MEASURE}/baseline/value", "guessedIt stands near."),
        (f"{MEASURE}/baseline/year", "guessedIt stands near."),
    ]


def test_a_finding_about_the_whole_sheet_stands_with_the_list() -> None:
    document = page(small_sheet(), finding(""))
    assert under(document, "summary-title").getparent() is under(document, "finding-1").getparent().getparent()


def test_a_note_mark_leads_to_its_note() -> None:
    document = page(small_sheet())
    marks = [(a.text_content(), a.get("href")) for a in document.find_class("mark")]
    assert marks == [("※１", "#/notes/0")] * 3
    assert under(document, "/notes/0").tag == "div"


def test_labels_are_the_sheet_s_own_and_else_the_form_s_with_a_gloss_in_english() -> None:
    first, second, *_ = elements(page(small_sheet(), lang="en"), "//table[@class='indicators']/thead/tr[1]/th")
    assert (first.text_content(), second.text_content()) == ("施策目標Goal", "施策手段Lever")


def test_a_rationale_of_two_measures_is_told_once_and_leads_back_where_it_comes_again() -> None:
    tree = small_sheet().model_dump()
    tree["goals"] = [*tree["goals"], *tree["goals"]]
    again = MEASURE.replace("/goals/0", "/goals/1")
    tree["rationales"][0]["measures"] = [*tree["rationales"][0]["measures"], again]
    document = page(Sheet.model_validate(tree))
    rows = elements(document, "//tr[@class='told-row']")
    assert [" ".join(row.text_content().split()) for row in rows] == [
        "①、2 の選定理由と目標の根拠 港の様子が分かるため。",
        "① の選定理由と目標の根拠測定指標①、2の選定理由と共通",
        "2 の選定理由と目標の根拠記載なし",
    ]
    cells = elements(document, "//td[@class='rationale paper']")
    assert [(cell.get("rowspan"), " ".join(cell.text_content().split())) for cell in cells] == [
        ("5", "港の様子が分かるため。"),
        ("3", "測定指標①、2の選定理由と共通"),
        ("3", "記載なし"),
    ]


def test_the_document_stands_alone() -> None:
    text = sheet_to_html(small_sheet(), FORM, [finding(MEASURE)], trace(MEASURE))
    document = parsed(text)
    assert [element.tag for element in document.iter("script", "link", "img", "iframe")] == []
    assert {str(a.get("href"))[0] for a in document.iter("a")} == {"#"}
    assert "url(" not in text
    assert "@import" not in text


@given(sheets(), st.data())
def test_every_value_is_on_the_page_under_its_path(sheet: Sheet, data: st.DataObject) -> None:
    document = page(sheet, lang=data.draw(st.sampled_from(["ja", "en"])))
    ids = Counter(element.get("id") for element in document.iter() if element.get("id"))
    assert [path for path, n in ids.items() if n > 1] == []
    shown = {path for path in ids if path.startswith("/")}
    assert set(Anchors.of(sheet).paths) <= shown
    assert {path: printed(document, path) for path, text in value_paths(sheet).items() if text.strip()} == {
        path: text.strip() for path, text in value_paths(sheet).items() if text.strip()
    }


@given(sheets())
def test_the_heads_of_the_budget_are_on_the_page(sheet: Sheet) -> None:
    shown = "".join(page(sheet).text_content().split())
    for budget in sheet.budgets:
        for row in budget.rows:
            heads = [row.label, *(year.text for amount in row.amounts for year in amount.years)]
            assert [head for head in (budget.label, *heads) if "".join(head.split()) not in shown] == []


@given(sheets(), st.data())
def test_every_finding_stands_once_in_place_and_every_link_leads_somewhere(sheet: Sheet, data: st.DataObject) -> None:
    nodes = ["", "/goals/0", "/programmes", "/policy/statements", "/nowhere", *value_paths(sheet)]
    paths = data.draw(st.lists(st.sampled_from(nodes), max_size=6))
    document = page(sheet, *(finding(path) for path in paths))
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert sorted(i for i in ids if i.startswith("finding-")) == sorted(f"finding-{n + 1}" for n in range(len(paths)))
    assert {a.get("href") for a in document.iter("a")} <= {f"#{i}" for i in ids}


@given(sheets(), st.data())
def test_every_table_is_a_whole_grid(sheet: Sheet, data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(["/goals/0", "/money", *value_paths(sheet)]), max_size=6))
    for table in page(sheet, *(finding(path) for path in paths)).iter("table"):
        assert holes(table) == []


def holes(table: html.HtmlElement) -> list[tuple[int, int]]:
    """The places of a table's grid that no cell or more than one cell covers."""
    rows = list(table.iter("tr"))
    covered: Counter[tuple[int, int]] = Counter()
    for y, row in enumerate(rows):
        x = 0
        for cell in row.iterchildren("th", "td"):
            while covered[y, x]:
                x += 1
            wide, high = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            covered.update((y + down, x + right) for down in range(high) for right in range(wide))
            x += wide
    width = max((x for (_, x), n in covered.items() if n), default=-1) + 1
    whole = Counter((y, x) for y in range(len(rows)) for x in range(width))
    return sorted(place for place in whole | covered if covered[place] != whole[place])
