"""Comparing two sheets of the library: the choice, the two texts side by side, the data, what is said where there is none."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client

from monosashi.model import Sheet
from monosashi.office.compare import compare, comparison_json
from monosashi.office.library import FolderLibrary
from tests.publishing.html.sheets import MEASURE, elements, parsed, small_sheet
from tests.web.conftest import NAME, client_of, reading_of

LATER = "soumu-R5-2"


def later_sheet() -> Sheet:
    """The small sheet a year later: the target moved, an actual came in, the programme ended."""
    tree = small_sheet().model_dump()
    tree["identifier"] = "（総務省R5－②）"
    measure = tree["goals"][0]["levers"][0]["indicators"][0]["measures"][0]
    measure["target"] = {"value": "1,350件程度", "year": "令和５年度"}
    measure["actuals"][1].update({"value": "12件", "state": "reported"})
    tree["programmes"] = ()
    return Sheet.model_validate(tree)


@pytest.fixture
def two(library: FolderLibrary) -> Client:
    """A client of the library with the later sheet in it."""
    library.add(b"later", [reading_of(later_sheet(), b"later", "later.xlsx")])
    return client_of(library)


def test_the_form_offers_every_sheet_and_keeps_the_choice(two: Client) -> None:
    page = parsed(two.get(f"/compare/?a={NAME}").content.decode())
    options = {
        select.get("name"): [(o.get("value"), o.get("selected") is not None) for o in select.iter("option")]
        for select in page.iter("select")
    }
    assert options == {
        "a": [("", False), ("env-R3-1", False), (NAME, True), (LATER, False)],
        "b": [("", False), ("env-R3-1", False), (NAME, False), (LATER, False)],
    }
    assert page.find_class("change") == []


def test_a_change_has_both_texts_side_by_side_each_leading_to_its_value(two: Client) -> None:
    page = parsed(two.get(f"/compare/?a={NAME}&b={LATER}").content.decode())
    (moved,) = [c for c in page.find_class("change") if "目標値" in c.find_class("tag")[0].text_content()]
    before, after = moved.find_class("side")
    assert ([a.get("href") for a in before.iter("a")], [a.get("href") for a in after.iter("a")]) == (
        [f"/sheets/{NAME}/#{MEASURE}/target/value"],
        [f"/sheets/{LATER}/#{MEASURE}/target/value"],
    )
    assert [e.text_content() for e in before.iter("del")] == ["［前だけにある：1,300］"]
    assert [e.text_content() for e in after.iter("ins")] == ["［後だけにある：1,350］"]


def test_what_ended_has_no_place_on_the_later_sheet(two: Client) -> None:
    page = parsed(two.get(f"/compare/?a={NAME}&b={LATER}&lang=en").content.decode())
    (ended,) = [c for c in page.find_class("change") if "programme ended" in c.text_content()]
    before, after = ended.find_class("side")
    assert [a.get("href") for a in before.iter("a")] == [f"/sheets/{NAME}/#/programmes/0/number"]
    assert ([a.get("href") for a in after.iter("a")], after.find_class("blank")[0].text_content()) == (
        [],
        "not on this sheet",
    )


def test_the_page_and_the_data_say_the_same(two: Client) -> None:
    query = f"a={NAME}&b={LATER}"
    page = parsed(two.get(f"/compare/?{query}").content.decode())
    told = compare(small_sheet(), later_sheet())
    assert two.get(f"/compare.json?{query}").content.decode() == comparison_json(told)
    sentences = [c.find_class("sentence")[0].text_content() for c in page.find_class("change")]
    assert [one.message.ja in said for one, said in zip(told.changes, sentences, strict=True)] == [True] * len(
        sentences
    )
    lines = list(csv.DictReader(io.StringIO(two.get(f"/compare.csv?{query}").content.decode())))
    assert [(line["kind"], line["message_ja"]) for line in lines] == [
        (c.kind.value, c.message.ja) for c in told.changes
    ]
    assert [a.get("href") for a in elements(page, "//footer//a")] == [f"/compare.json?{query}", f"/compare.csv?{query}"]


def test_the_sheet_s_page_leads_to_a_comparison(two: Client) -> None:
    (form,) = parsed(two.get(f"/sheets/{LATER}/").content.decode()).find_class("compare-with")
    assert (form.get("action"), [(i.get("name"), i.get("value")) for i in form.iter("input")]) == (
        "/compare/",
        [("b", LATER)],
    )
    assert [o.get("value") for o in form.iter("option")] == ["", "env-R3-1", NAME]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (f"a={NAME}&b={NAME}", "前と後に同じ表が選ばれています。違いを見るには、別の表を選んでください。"),
        (f"a={NAME}&b=soumu-R4-2-2", "二つの表の記載に違いはありません。"),
    ],
)
def test_where_nothing_differs_it_says_so(library: FolderLibrary, query: str, told: str) -> None:
    (twin,) = library.add(b"twin", [reading_of(small_sheet(), b"twin", "twin.xlsx")])
    page = parsed(client_of(library).get(f"/compare/?{query.replace('soumu-R4-2-2', twin.slug)}").content.decode())
    assert [p.text_content() for p in page.find_class("remark")] == [told]


def test_a_library_of_one_sheet_says_what_to_do(tmp_path: Path) -> None:
    kept = FolderLibrary(tmp_path)
    kept.add(b"one", [reading_of(small_sheet(), b"one", "one.xlsx")])
    client = client_of(kept)
    page = parsed(client.get("/compare/").content.decode())
    assert [h.text_content() for h in page.iter("h2")] == ["比べるには、表が二つ要ります"]
    assert list(page.iter("form")) == []
    sheet = parsed(client.get(f"/sheets/{NAME}/").content.decode())
    assert sheet.find_class("compare-with") == []


def test_data_of_a_comparison_that_was_not_named_is_a_bad_question(two: Client) -> None:
    answer = two.get(f"/compare.json?a={NAME}")
    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (400, "choose-two")
    assert two.get(f"/compare/?a={NAME}&b=none").status_code == 404


def test_the_checks_between_two_sheets_are_told_with_the_way_to_the_later_one(two: Client) -> None:
    page = parsed(two.get(f"/compare/?a={NAME}&b={LATER}").content.decode())
    (section,) = elements(page, "//section[@aria-labelledby='between-title']")
    assert [[a.get("href") for a in item.iter("a")] for item in section.find_class("remark")] == [
        [f"/sheets/{LATER}/#{MEASURE}/target/value", "/checks/target-changed/"]
    ]
    (sentence,) = section.find_class("sentence")
    assert (
        sentence.text_content()
        == "指標①の目標が、前の表から変わっています（令和5年度の目標値：1,300件程度→1,350件程度）。"
    )


def test_the_wrong_way_round_is_told_and_can_be_swapped(two: Client) -> None:
    page = parsed(two.get(f"/compare/?a={LATER}&b={NAME}").content.decode())
    (section,) = elements(page, "//section[@aria-labelledby='between-title']")
    assert [a.get("href") for a in section.iter("a")] == [f"?a={NAME}&b={LATER}"]
