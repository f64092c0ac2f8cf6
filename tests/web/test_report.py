"""The page of an evaluation report: a draft to edit in a plain form, and files as its only answer."""

import re
from typing import Any

import pytest
from django.test import Client

from monosashi.model import StatementRole
from monosashi.office import read
from monosashi.office.library import FolderLibrary
from monosashi.office.report import EDITED, report_of
from monosashi.web.library_key import LIBRARY
from tests.publishing.html.sheets import elements, parsed
from tests.web.conftest import NAME, client_of, sample_read

HERE = "/sheets/mirai-R6-9/report/"
WRITTEN = {
    "text-result": "相当程度進展あり",
    "text-result_reason": "主要な指標は\r\n目標に近い。",
    "text-analysis": "船の便が減った。",
    "text-next_steps": "目標を見直す。",
    "text-experts": "審議会の意見を聴いた。",
    "text-sources": "港の統計",
}


@pytest.fixture
def shelf(library: FolderLibrary) -> FolderLibrary:
    """The small library with a sample in it that has actuals."""
    library.add(*sample_read())
    return library


@pytest.fixture
def asking(shelf: FolderLibrary) -> Client:
    return client_of(shelf)


def test_each_text_of_the_draft_has_a_labelled_field(asking: Client, shelf: FolderLibrary) -> None:
    page = parsed(asking.get(HERE).content.decode())
    draft = report_of(shelf.get("mirai-R6-9").reading)
    fields = {area.get("name"): (area.text or "").removeprefix("\n") for area in page.iter("textarea")}
    stated = {f"text-{role.value}": draft.policy.text(role) for role in EDITED if draft.policy.statement(role)}
    assert fields == stated
    assert {label.get("for") for label in elements(page, "//form[@method='post']//label")} == set(stated)


def test_the_page_says_that_nothing_is_kept_and_the_sheet_leads_to_it(asking: Client) -> None:
    assert asking.get(HERE).content.decode().count("このサイトには保存されません") == 1
    links = elements(parsed(asking.get("/sheets/mirai-R6-9/").content.decode()), f"//a[@href='{HERE}']")
    assert [link.text_content() for link in links] == ["評価書を下書きする"]


@pytest.mark.parametrize(("to", "end"), [("excel", "xlsx"), ("html", "html"), ("json", "json")])
def test_what_was_written_comes_back_as_a_file_that_reads_the_same(asking: Client, to: str, end: str) -> None:
    answer = asking.post(HERE, {**WRITTEN, "to": to})
    assert answer["Content-Disposition"] == f'attachment; filename="mirai-R6-9-report.{end}"'
    (found,) = read(answer.content, f"report.{end}")
    policy = found.sheet.policy
    assert policy.text(StatementRole.RESULT) == "相当程度進展あり"
    assert policy.text(StatementRole.RESULT_REASON) == "主要な指標は\n目標に近い。"
    assert policy.text(StatementRole.SOURCES) == "港の統計"


def test_it_can_be_seen_as_printed_with_what_was_written(asking: Client) -> None:
    answer = asking.post(HERE, {**WRITTEN, "to": "print"})
    assert (answer.status_code, answer.get("Content-Disposition")) == (200, None)
    assert [cell.text_content() for cell in elements(parsed(answer.content.decode()), "//td[.='港の統計']")] == [
        "港の統計"
    ]


def test_another_form_and_rule_are_asked_for_in_the_address(asking: Client) -> None:
    page = parsed(asking.get(HERE, {"form": "mhlw-jisseki", "rule": "mhlw"}).content.decode())
    (form,) = elements(page, "//form[@method='post']")
    assert form.get("action") == f"{HERE}?rule=mhlw&form=mhlw-jisseki"
    (found,) = read(asking.post(form.get("action"), {"to": "json"}).content, "report.json")
    assert found.sheet.form == "mhlw-jisseki"


def test_only_the_printed_draft_may_stand_in_a_frame_of_ours(asking: Client) -> None:
    printed, page = asking.get(f"{HERE}print"), asking.get(HERE)
    assert (printed["X-Frame-Options"], page["X-Frame-Options"]) == ("SAMEORIGIN", "DENY")
    ancestors = [
        re.findall("frame-ancestors '([a-z]+)'", answer["Content-Security-Policy"]) for answer in (printed, page)
    ]
    assert ancestors == [["self"], ["none"]]


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ("?form=soumu-jizen-r3", 400, "様式ではありません"),
        ("?rule=x", 400, "規則はありません"),
        ("?year=x", 400, "年度として読めません"),
    ],
)
def test_what_cannot_be_drafted_is_told(asking: Client, asked: str, status: int, code: str) -> None:
    answer = asking.get(HERE + asked)
    assert (answer.status_code, answer.content.decode().count(code)) == (status, 1)


def test_an_unknown_format_and_a_text_that_no_cell_holds_are_told(asking: Client) -> None:
    assert asking.post(HERE, {"to": "pdf"}).status_code == 400
    assert asking.post(HERE, {"to": "excel", "text-analysis": "長" * 40_000}).status_code == 400


def test_a_form_from_elsewhere_is_refused_with_a_sentence(shelf: FolderLibrary) -> None:
    environ: dict[str, Any] = {LIBRARY: shelf}
    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"}, **environ)
    answer = client.post(HERE, {**WRITTEN, "to": "json"})
    assert (answer.status_code, "書いた文章は、前のページに戻ると残っています" in answer.content.decode()) == (
        403,
        True,
    )
    token = elements(parsed(client.get(HERE).content.decode()), "//input[@name='csrfmiddlewaretoken']")[0].get("value")
    assert client.post(HERE, {**WRITTEN, "to": "json", "csrfmiddlewaretoken": token}).status_code == 200
    cookie = client.cookies["csrftoken"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


def test_a_sheet_without_anything_has_a_report_too(asking: Client) -> None:
    assert asking.get("/sheets/env-R3-1/report/").status_code == 200
    assert asking.get(f"/sheets/{NAME}/report/").status_code == 200
