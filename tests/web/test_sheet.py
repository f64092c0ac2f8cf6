"""One sheet in the office: its page, its data one suffix away, its original and its form."""

import io
import json
import re
from html import escape

import openpyxl
import pytest
from django.test import Client

from monosashi.model import Reading, Sheet, same
from monosashi.office import TABLES, table
from monosashi.office.library import FolderLibrary
from monosashi.office.pages import static_folder
from tests.publishing.html.sheets import MEASURE, elements, parsed, small_sheet
from tests.web.conftest import NAME, ORIGINAL, reading_of

HERE = f"/sheets/{NAME}"


def test_the_page_is_the_form_with_findings_leading_to_their_checks(client: Client) -> None:
    page = parsed(client.get(f"{HERE}/").content.decode())
    assert [h.text_content() for h in page.iter("h1")] == ["政策２：港の整備 <試行> & 点検"]
    remarks = elements(page, "//li[contains(@class, 'remark')]")
    evidence = f"#{MEASURE}/baseline/value"
    paper = f"{HERE}/paper/?at={MEASURE}"
    assert [(li.get("id"), [a.get("href") for a in li.iter("a")]) for li in remarks] == [
        ("finding-1", [evidence, f"{paper}/baseline/value#here", "/checks/baseline-mean/", evidence]),
        ("finding-4", [f"#{MEASURE}/target/value", f"{paper}/target/value#here", "/checks/target-keeps/", evidence]),
        ("finding-3", ["#/goals/0/text", f"{HERE}/paper/?at=/goals/0#here", "/checks/no-outcome/", evidence]),
        ("finding-2", ["#/programmes/0/money/0", "/checks/executed-over-budget/", evidence]),
    ]


def test_the_page_tells_what_is_missing_and_what_was_left_over(client: Client) -> None:
    tools = parsed(client.get(f"{HERE}/").content.decode()).find_class("sheet-tools")[0]
    facts = [" ".join(dd.text_content().split()) for dd in tools.iter("dd")]
    assert facts[0].startswith(
        "64%（31項目のうち20項目） 記入のない項目 11件 分野【政策体系上の位置付け】 担当部局課室名 作成責任者名"
    )
    assert facts[1] == "90.0%（全100字、読み残し2字） 読み残し 1か所 余り 様式!A99"


def test_the_data_of_the_page_lie_one_suffix_away(client: Client, library: FolderLibrary) -> None:
    links = elements(parsed(client.get(f"{HERE}/").content.decode()), "//footer//a")
    assert [a.get("href") for a in links] == [f"{HERE}.json", *(f"{HERE}.csv?table={name}" for name in TABLES)]
    kept = library.get(NAME).reading
    assert same(Reading.model_validate_json(client.get(f"{HERE}.json").content), kept)
    for name in TABLES:
        assert client.get(f"{HERE}.csv", {"table": name}).content.decode() == table(name, [kept])
    assert client.get(f"{HERE}.csv").content == client.get(f"{HERE}.csv?table=indicators").content


def test_the_original_is_handed_out_byte_for_byte_under_its_own_name(client: Client) -> None:
    answer = client.get(f"{HERE}/document")
    assert (answer.content, answer["Content-Type"]) == (ORIGINAL, "application/x-test")
    assert answer["Content-Disposition"] == ("attachment; filename*=utf-8''%E6%B8%AF%E3%81%AE%E8%A1%A8%20R4.xlsx")


def test_the_form_is_a_workbook(client: Client) -> None:
    answer = client.get(f"{HERE}/form.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="{NAME}.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    texts = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert small_sheet().policy.name in texts


def test_the_form_is_a_page_to_print_that_takes_its_style_from_a_file(client: Client) -> None:
    answer = client.get(f"{HERE}/form.html")
    page = answer.content.decode()
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert escape(small_sheet().policy.name) in page
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    served = client.get(style)
    assert served.getvalue() == static_folder().joinpath("print.css").read_bytes()
    served.close()
    assert ("<style" in page, "style=" in page) == (False, False)
    assert f"{HERE}/form.html" in client.get(f"{HERE}/").content.decode()


def test_a_sheet_on_no_known_form_offers_no_workbook(client: Client, library: FolderLibrary) -> None:
    sheet = Sheet.model_validate({"form": "unknown", "identifier": "環境省R3－7", "title": "施策目標個票"})
    (entry,) = library.add(b"c", [reading_of(sheet, b"c", "c.pdf")])
    offered = {at: f"{at}form.xlsx" in client.get(at).content.decode() for at in (f"{HERE}/", f"/sheets/{entry.slug}/")}
    assert offered == {f"{HERE}/": True, f"/sheets/{entry.slug}/": False}
    assert client.get(f"/sheets/{entry.slug}/form.xlsx").status_code == 400


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["baseline-mean", "executed-over-budget", "no-outcome", "target-keeps"]),
        ("?severity=note", ["no-outcome", "target-keeps"]),
        ("?severity=note&severity=error&code=", ["baseline-mean", "no-outcome", "target-keeps"]),
        ("?code=no-outcome", ["no-outcome"]),
        ("?severity=error&code=no-outcome", []),
    ],
)
def test_findings_are_narrowed_on_the_page_and_in_the_data(client: Client, query: str, codes: list[str]) -> None:
    page = parsed(client.get(f"{HERE}/findings/{query}").content.decode())
    shown = [a.get("href") for a in elements(page, "//article//dl//a[not(@class)]")]
    assert sorted(str(href) for href in shown) == [f"/checks/{code}/" for code in codes]
    told = json.loads(client.get(f"{HERE}/findings.json{query}").content)
    assert sorted(finding["code"] for finding in told["findings"]) == codes
    lines = client.get(f"{HERE}/findings.csv{query}").content.decode().splitlines()
    assert sorted(line.split(",")[1] for line in lines[1:]) == codes


def test_a_finding_as_json_has_the_shape_of_the_contract(client: Client, library: FolderLibrary) -> None:
    told = json.loads(client.get(f"{HERE}/findings.json?severity=error").content)
    digest = library.get(NAME).reading.document.sha256
    place = {"document": digest, "page": 1, "worksheet": "様式", "cell": "V10:AA10"}
    box = {"x0": 22.0, "top": 10.0, "x1": 27.0, "bottom": 10.0}
    path = f"{MEASURE}/baseline/value"
    assert told["findings"] == [
        {
            "sheet": 1,
            "code": "baseline-mean",
            "severity": "error",
            "path": path,
            "place": place | box,
            "expected": "別の値",
            "found": "同じ値",
            "evidence": [{"path": path, "place": place | box, "text": "1,240件"}],
            "message": {"ja": "平均と合いません。", "en": "It is the same."},
            "version": 1,
            "waiver": None,
        }
    ]
    assert sorted(told) == ["findings", "rule_set", "tolerances"]


def test_the_findings_page_leads_back_to_the_values(client: Client) -> None:
    page = parsed(client.get(f"{HERE}/findings/?severity=warning").content.decode())
    heads = elements(page, "//article//h3/a")
    assert [(a.text_content(), a.get("href")) for a in heads] == [
        ("達成手段(1) 予算額・執行額 令和２年度", f"{HERE}/#/programmes/0/money/0")
    ]
