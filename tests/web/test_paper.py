"""The original on the web: from a value to its box and back, by links, and beside the sheet by a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from monosashi.office.library import FolderLibrary
from tests.office.originals import NUMBER, TARGET, empty_pdf, pdf_reading
from tests.publishing.html.sheets import MEASURE, elements, parsed
from tests.web.conftest import NAME, client_of

HERE = f"/sheets/{NAME}"
PAPER = f"{HERE}/paper"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return empty_pdf()


@pytest.fixture
def library(tmp_path: Path, pdf: bytes) -> FolderLibrary:
    """One sheet read from a PDF of two pages."""
    kept = FolderLibrary(tmp_path, lambda _reading: ())
    kept.add(pdf, [pdf_reading(pdf)])
    return kept


@pytest.fixture
def client(library: FolderLibrary) -> Client:
    return client_of(library)


def test_each_value_of_the_sheet_leads_to_its_place(client: Client) -> None:
    page = parsed(client.get(f"{HERE}/").content.decode())
    links = {a.get("href"): a.text_content() for a in elements(page, "//a[@class='place']")}
    assert links == {
        f"{PAPER}/?at={path}#here": told for path, told in (("/title", "p.1、p.2"), (NUMBER, "p.2"), (TARGET, "p.2"))
    }


def test_the_address_of_a_value_shows_its_page_with_its_box(client: Client) -> None:
    page = parsed(client.get(f"{PAPER}/?at={TARGET}").content.decode())
    (box,) = elements(page, "//*[@id='here']")
    assert (box.get("href"), box.get("aria-label")) == (f"{HERE}/#{TARGET}", "測定指標① 目標値：1,300件程度")
    assert [a.get("href") for a in elements(page, "//nav[@class='paper-pages']//a")] == [
        f"{PAPER}/1?at={TARGET}",
        f"{PAPER}/1?at={TARGET}",
        f"{PAPER}/2?at={TARGET}",
    ]
    (lasting,) = elements(page, "//link[@rel='canonical']")
    assert lasting.get("href") == f"{PAPER}/2?at={TARGET}"


def test_every_frame_leads_to_its_value_on_the_sheet(client: Client) -> None:
    page = parsed(client.get(f"{PAPER}/2").content.decode())
    sheet = parsed(client.get(f"{HERE}/").content.decode())
    frames = [str(a.get("href")) for a in page.iter("a") if "box" in str(a.get("class"))]
    assert sorted(frames) == sorted(f"{HERE}/#{path}" for path in ("/title", NUMBER, TARGET))
    assert [href for href in frames if not elements(sheet, f"//*[@id='{href.partition('#')[2]}']")] == []


def test_what_was_left_over_is_listed_first_and_shown_in_place(client: Client) -> None:
    page = parsed(client.get(f"{PAPER}/2").content.decode())
    groups = elements(page, "//section[@class='paper-list']//details")
    assert " ".join(str(groups[0].text_content()).split()) == "読み残し 1 余り"
    assert len(elements(page, "//*[local-name()='g'][contains(@class, 'of-leftover')]")) == 1


def test_an_image_is_sent_once(client: Client) -> None:
    first = client.get(f"{PAPER}/2.png")
    again = client.get(f"{PAPER}/2.png", headers={"if-none-match": first["ETag"]})
    assert (first["Content-Type"], first.content[:4], again.status_code) == ("image/png", b"\x89PNG", 304)
    assert first["Cache-Control"] == "private, max-age=86400"


@pytest.mark.parametrize("address", ["/3", "/3.png", "/0", "/99999999999999999999"])
def test_a_page_that_is_not_there_is_said_to_be_not_there(client: Client, address: str) -> None:
    answer = client.get(PAPER + address)
    assert (answer.status_code, "～2" in answer.content.decode() or "アドレス" in answer.content.decode()) == (
        404,
        True,
    )


def test_a_value_whose_place_is_not_known_is_said_to_be(client: Client) -> None:
    page = client.get(f"{PAPER}/?at=/programmes/0/outline").content.decode()
    assert "この項目の原本での位置は分かっていません。" in page


@pytest.mark.parametrize("at", ["/goals/9/text", "x", "/goals/0/../..", "%00", "<script>", "/policy/statements/x"])
def test_a_path_that_leads_nowhere_shows_the_first_page(client: Client, at: str) -> None:
    answer = client.get(f"{PAPER}/", {"at": at})
    assert (answer.status_code, "<script>" in answer.content.decode()) == (200, False)


def test_a_missing_original_is_said_to_be_missing(client: Client, library: FolderLibrary) -> None:
    (document,) = (library.folder / "documents").iterdir()
    document.unlink()
    assert "原本が保存先にありません" in client.get(f"{PAPER}/1").content.decode()
    assert [client.get(f"{path}").status_code for path in (f"{PAPER}/1.png", f"{HERE}/document")] == [404, 404]


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window that fails the test on any error or request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, told = context.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    context.close()
    assert told == []


@pytest.mark.browser
def test_the_panel_goes_from_value_to_box_and_back(window: Page, address: str) -> None:
    """The policy of the server holds: the script runs, and breaks nothing."""
    window.goto(f"{address}{HERE}/")
    value = window.locator(f"[id='{TARGET}']")
    value.click()
    selected = window.locator("#paper-panel a.box.selected")
    selected.wait_for()
    assert selected.get_attribute("data-at") == TARGET
    box = value.bounding_box()
    assert box is not None
    assert box["y"] < 900
    window.locator(f"#paper-panel a.box[data-at='{NUMBER}']").click()
    assert window.evaluate("decodeURIComponent(location.hash)") == f"#{NUMBER}"
    assert window.locator(".paper-said .paper-name").inner_text() == "測定指標①"
    window.keyboard.press("Escape")
    assert window.locator("#paper-panel").is_hidden()


@pytest.mark.browser
def test_the_keyboard_goes_into_the_panel_and_back(window: Page, address: str) -> None:
    window.goto(f"{address}{HERE}/")
    window.check("#show-places")
    window.locator(f"[id='{TARGET}'] a.place").focus()
    window.keyboard.press("Enter")
    window.locator("#paper-panel a.box.selected:focus").wait_for()
    assert window.evaluate("document.activeElement.dataset.at") == TARGET
    window.keyboard.press("Escape")
    assert window.evaluate("document.activeElement.matches('a.place')")


@pytest.mark.browser
def test_the_keyboard_goes_from_frame_to_frame(window: Page, address: str) -> None:
    window.goto(f"{address}{PAPER}/2?at={NUMBER}#here")
    window.locator("a.box.selected").focus()
    window.keyboard.press("ArrowRight")
    assert window.evaluate("document.activeElement.dataset.at") == TARGET
    assert window.locator(".paper-said .paper-name").inner_text() == "測定指標① 目標値"
    assert window.locator(".paper-said .paper-back").get_attribute("href") == f"{HERE}/#{TARGET}"
    window.keyboard.press("ArrowUp")
    window.keyboard.press("Enter")
    window.wait_for_url(lambda url: "#" in url and "paper" not in url)
    assert window.evaluate("decodeURIComponent(location.hash)") == "#/title"


@pytest.mark.browser
def test_without_a_script_the_links_do_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{HERE}/")
    page.check("#show-places")
    page.locator(f"[id='{MEASURE}/target/value'] a.place").click()
    assert page.url == f"{address}{PAPER}/?at={TARGET}#here"
    page.locator("a.box.selected").click()
    assert page.url == f"{address}{HERE}/#{TARGET}"
    context.close()
