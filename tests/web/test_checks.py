"""The explanations of the checks."""

import csv
import io
import json

from django.test import Client

from monosashi.office.pages import checks
from tests.publishing.html.sheets import elements, parsed


def test_the_list_leads_to_every_check(client: Client) -> None:
    page = parsed(client.get("/checks/").content.decode())
    links = {a.get("href") for a in elements(page, "//ul[@class='checks']//a")}
    assert links == {f"/checks/{check.code}/" for check in checks()}


def test_every_check_has_its_page_in_both_languages(client: Client) -> None:
    for check in checks():
        for lang, title in (("ja", check.title.ja), ("en", check.title.en)):
            page = parsed(client.get(f"/checks/{check.code}/", {"lang": lang}).content.decode())
            assert [h.text_content() for h in page.iter("h1")] == [f"{title} {check.code}"]


def test_the_data_say_the_same(client: Client) -> None:
    records = json.loads(client.get("/checks.json").content)["checks"]
    assert records == [check.model_dump(mode="json") for check in checks()]
    first = checks()[0]
    assert json.loads(client.get(f"/checks/{first.code}.json").content) == first.model_dump(mode="json")
    lines = list(csv.DictReader(io.StringIO(client.get("/checks.csv").content.decode())))
    assert [(line["code"], line["rule_en"]) for line in lines] == [(c.code, c.rule.en) for c in checks()]
    assert {line["code"] for line in lines if line["pair"] == "true"} == {c.code for c in checks() if c.pair}


def test_a_check_that_needs_more_than_a_sheet_is_marked(client: Client) -> None:
    page = parsed(client.get("/checks/").content.decode())
    marked = {item.find("a").get("href") for item in elements(page, "//ul[@class='checks']/li[span[@class='tag']]")}
    assert marked == {f"/checks/{check.code}/" for check in checks() if check.beside} != set()
    one = parsed(client.get("/checks/target-changed/").content.decode())
    assert [tag.text_content() for tag in one.find_class("tag")] == ["二つの表の間"]
    assert one.find_class("part") == []


def test_an_unknown_code_is_not_there(client: Client) -> None:
    answer = client.get("/checks/no-such/")
    (sentence,) = parsed(answer.content.decode()).find_class("prose")
    assert (answer.status_code, sentence.text_content()) == (
        404,
        "「no-such」という検査はありません。検査の一覧から選んでください。",
    )


def test_a_check_leads_to_the_sheets_it_found_something_on(client: Client) -> None:
    def found(code: str) -> list[tuple[str, str]]:
        section = parsed(client.get(f"/checks/{code}/").content.decode()).find_class("part")[-1]
        return [(str(a.get("href")), " ".join(a.getparent().text_content().split())) for a in section.iter("a")]

    assert found("baseline-mean") == [
        ("/sheets/soumu-R4-2/findings/?code=baseline-mean", "総務省R4－② 政策２：港の整備 <試行> & 点検 1件")
    ]
    assert found("note-undefined") == []
