"""The judgement page of the web: asked by rule and year, by the office's own thresholds, its data beside it."""

import json
from pathlib import Path

import pytest
from django.test import Client

from monosashi.office.library import FolderLibrary
from tests.office.test_judging import OVERRIDE, THRESHOLDS
from tests.publishing.html.judged import judged_sheet, measure_path
from tests.publishing.html.sheets import elements, parsed
from tests.web.conftest import NAME, client_of, reading_of

JUDGED = "soumu-R3-9"


@pytest.fixture
def judged(library: FolderLibrary) -> Client:
    """A client of the library with a sheet that has results."""
    library.add(b"judged", [reading_of(judged_sheet(), b"judged", "judged.xlsx")])
    return client_of(library)


def test_the_sheet_leads_to_its_judgement_and_back(judged: Client) -> None:
    sheet = parsed(judged.get(f"/sheets/{JUDGED}/").content.decode())
    assert [a.text_content() for a in elements(sheet, f"//a[@href='/sheets/{JUDGED}/judgement/']")] == ["判定を見る"]
    page = parsed(judged.get(f"/sheets/{JUDGED}/judgement/").content.decode())
    assert [a.get("href") for a in elements(page, "//nav[@class='trail']//a")] == ["/", f"/sheets/{JUDGED}/"]


def test_the_page_is_judged_by_the_rule_and_year_of_its_address(judged: Client) -> None:
    page = parsed(judged.get(f"/sheets/{JUDGED}/judgement/?rule=maff&year=2022").content.decode())
    assert [option.get("value") for option in elements(page, "//option[@selected]")] == ["maff", "2022"]
    assert [code.text for code in elements(page, "//dl[contains(@class, 'rule-facts')]//code")] == ["maff"]
    assert elements(page, "//table[contains(@class, 'judged')]/tbody/tr/td[2]")[0].text == "2022年度"
    data = elements(page, "//footer//a")
    asked = f"/sheets/{JUDGED}/judgement.{{}}?rule=maff&year=2022"
    assert [a.get("href") for a in data] == [asked.format("json"), asked.format("csv")]


def test_the_data_are_judged_as_the_page_is(judged: Client) -> None:
    (record,) = json.loads(judged.get(f"/sheets/{JUDGED}/judgement.json?rule=maff&year=2022").content)["judgements"]
    assert (record["rule"]["id"], record["nendo"]["year"]) == ("maff", 2022)
    answer = judged.get(f"/sheets/{JUDGED}/judgement.csv?rule=maff")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [line.split(",")[1] for line in answer.content.decode().splitlines()[1:]] == ["maff"] * 4


def test_the_offices_own_thresholds_and_decisions_are_used(judged: Client, library: FolderLibrary) -> None:
    folder: Path = library.folder
    (folder / "thresholds.toml").write_text(THRESHOLDS, encoding="utf-8")
    (folder / "decisions").mkdir()
    (folder / "decisions" / f"{JUDGED}.toml").write_text(OVERRIDE, encoding="utf-8")
    page = judged.get(f"/sheets/{JUDGED}/judgement/").content.decode()
    told = {row.text_content().strip() for row in elements(parsed(page), "//table[contains(@class, 'thresholds')]//td")}
    assert "62.5%" in told
    assert len(parsed(page).find_class("person")) == 1


def test_under_another_rule_decisions_in_signs_it_lacks_are_left_out_and_said(
    judged: Client, library: FolderLibrary
) -> None:
    (library.folder / "decisions").mkdir()
    on_a_measure = OVERRIDE.replace('sign = "3"', f'sign = "ロ"\npath = "{measure_path(1)}"')
    (library.folder / "decisions" / f"{JUDGED}.toml").write_text(OVERRIDE + on_a_measure, encoding="utf-8")
    signs = {}
    for rule in ("", "soumu", "maff"):
        answer = judged.get(f"/sheets/{JUDGED}/judgement.json?rule={rule}")
        (record,) = json.loads(answer.content)["judgements"]
        signs[rule] = [one["sign"] for one in record["overrides"]]
    assert signs == {"": ["3", "ロ"], "soumu": ["3", "ロ"], "maff": ["3"]}
    page = judged.get(f"/sheets/{JUDGED}/judgement/?rule=maff").content.decode()
    assert "人による判定のうち1件は" in page


def test_a_file_of_the_office_that_cannot_be_used_is_told_in_a_sentence(judged: Client, library: FolderLibrary) -> None:
    (library.folder / "thresholds.toml").write_text("[[settings]]\nname = 'near'", encoding="utf-8")
    answer = judged.get(f"/sheets/{JUDGED}/judgement/")
    assert (answer.status_code, "thresholds.toml" in answer.content.decode()) == (500, True)


@pytest.mark.parametrize("asked", ["rule=no-such", "year=いつか"])
def test_a_question_that_makes_no_sense_is_answered_in_a_sentence(judged: Client, asked: str) -> None:
    assert judged.get(f"/sheets/{JUDGED}/judgement/?{asked}").status_code == 400
    assert "error" in json.loads(judged.get(f"/sheets/{JUDGED}/judgement.json?{asked}").content)


def test_a_sheet_without_indicators_has_its_page(judged: Client) -> None:
    page = parsed(judged.get("/sheets/env-R3-1/judgement/").content.decode())
    said = [" ".join(p.text_content().split()) for p in page.find_class("empty")]
    assert said == [
        "この表には、判定できる測定指標がありません。",
        "この表には、同じ目標の下に並ぶアウトプットとアウトカムの組がありません。",
    ]


def test_an_unknown_sheet_is_not_there(judged: Client) -> None:
    assert judged.get("/sheets/none/judgement/").status_code == 404
    assert judged.get(f"/sheets/{NAME}/judgement/").status_code == 200
