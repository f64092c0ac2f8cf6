"""The list of sheets: what it tells, how it is searched and sorted, what it says when it is empty."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client
from lxml import html

from monosashi.office.library import FolderLibrary
from tests.publishing.html.sheets import elements, parsed
from tests.web.conftest import NAME, client_of


def rows(client: Client, address: str = "/") -> list[list[str]]:
    table = elements(parsed(client.get(address).content.decode()), "//table[@class='sheets']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.iterchildren()] for row in table]


def names(client: Client, address: str) -> list[str]:
    return [record["slug"] for record in json.loads(client.get(address).content)["sheets"]]


def test_a_line_tells_what_the_sheet_is_and_how_it_stands(client: Client) -> None:
    assert rows(client) == [
        [
            "環境省R3－1",
            "環境省R3－1b.xlsx判定を見る 環境省R3－1",
            "環境省",
            "2021年度",
            "誤り 0 注意 0 参考 0",
            "20%",
            "90%",
        ],
        [
            "総務省R4－②",
            "政策２：港の整備 <試行> & 点検港の表 R4.xlsx判定を見る 総務省R4－②",
            "総務省",
            "2022年度",
            "■誤り 1 ▲注意 1 ●参考 2",
            "64%",
            "90%",
        ],
    ]


def test_a_line_leads_to_its_sheet_and_its_findings(client: Client) -> None:
    cells = elements(parsed(client.get("/").content.decode()), "//tbody/tr[2]//a")
    assert [a.get("href") for a in cells] == [
        f"/sheets/{NAME}/",
        f"/sheets/{NAME}/judgement/",
        *(f"/sheets/{NAME}/findings/?severity={severity}" for severity in ("error", "warning", "note")),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["env-R3-1", NAME]),
        ("?q=港", [NAME]),
        ("?q=総務省+Ｒ４", [NAME]),
        ("?q=env", ["env-R3-1"]),
        ("?q=ない", []),
        ("?sort=identifier", ["env-R3-1", NAME]),
        ("?sort=-identifier", [NAME, "env-R3-1"]),
        ("?sort=findings", ["env-R3-1", NAME]),
        ("?sort=-findings", [NAME, "env-R3-1"]),
        ("?sort=-year", [NAME, "env-R3-1"]),
        ("?sort=completeness", ["env-R3-1", NAME]),
        ("?sort=no-such-column", ["env-R3-1", NAME]),
    ],
)
def test_the_list_is_searched_and_sorted_by_its_address(client: Client, query: str, found: list[str]) -> None:
    assert names(client, f"/sheets.json{query}") == found
    lines = csv.DictReader(io.StringIO(client.get(f"/sheets.csv{query}").content.decode()))
    assert [line["slug"] for line in lines] == found


def test_a_heading_says_how_it_is_sorted_and_leads_to_the_other_way(client: Client) -> None:
    heads = elements(parsed(client.get("/?sort=year&q=R").content.decode()), "//thead/tr/th")
    assert [(th.get("aria-sort"), elements(th, "a")[0].get("href")) for th in heads][2:5] == [
        ("none", "?sort=ministry&q=R"),
        ("ascending", "?sort=-year&q=R"),
        ("none", "?sort=findings&q=R"),
    ]


def test_the_csv_of_the_list(client: Client) -> None:
    head, line, _ = client.get("/sheets.csv?sort=-year").content.decode().splitlines()
    assert head == ("slug,identifier,name,ministry,nendo,errors,warnings,notes,completeness,coverage,document,sha256")
    assert line.startswith("soumu-R4-2,総務省R4－②,政策２：港の整備 <試行> & 点検,総務省,2022,1,1,2,0.6452,0.9,")


def test_the_data_beside_a_narrowed_list_are_narrowed_alike(client: Client) -> None:
    page = parsed(client.get("/?q=%E6%B8%AF").content.decode())
    links = elements(page, "//footer//a")
    assert [a.get("href") for a in links] == ["/sheets.json?q=%E6%B8%AF", "/sheets.csv?q=%E6%B8%AF"]


def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    client = client_of(FolderLibrary(tmp_path))
    page = parsed(client.get("/").content.decode())
    assert [h.text_content() for h in page.iter("h1", "h2")] == ["事前分析表の一覧", "事前分析表はまだありません"]
    assert [code.text_content() for code in page.iter("code")] == ["monosashi demo", "monosashi read ファイル名"]
    assert (rows(client), names(client, "/sheets.json")) == ([], [])


def test_a_file_that_cannot_be_opened_is_told(client: Client, tmp_path: Path) -> None:
    (tmp_path / "readings" / "broken.json").write_text("{")
    (told,) = parsed(client.get("/").content.decode()).find_class("remark")
    assert "「broken.json」は読み取り結果として開けません。" in told.text_content()
    assert len(rows(client)) == 2
    assert json.loads(client.get("/healthz").content) == {"status": "ok", "sheets": 2, "broken": 1}


def test_a_search_is_shown_as_text(client: Client) -> None:
    page = parsed(client.get("/", {"q": "<b>\"'"}).content.decode())
    assert [field.get("value") for field in elements(page, "//input[@name='q']")] == ["<b>\"'"]
    assert list(page.iter("b")) == []
    assert isinstance(page, html.HtmlElement)
