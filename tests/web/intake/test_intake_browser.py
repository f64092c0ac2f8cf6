"""Intake in a browser: a sample workbook from upload to acceptance by the keyboard alone; nothing axe finds."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from monosashi.office.samples import sample_sheets
from monosashi.office.taking_in.correcting import Wanted, lay_over
from monosashi.office.taking_in.uploading import upload
from monosashi.office.verbs import publish_sheet
from monosashi.store.models import Intake, KeptSheet
from monosashi.store.versions import opened
from tests.office.originals import empty_pdf
from tests.office.taking_in.taken_in import TARGET, sent, taken_in, workbook
from tests.web.signed_in import page_as
from tests.world import World

pytestmark = pytest.mark.browser
#: Milliseconds; a machine may be busy with others' work.
expect.set_options(timeout=20_000)


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the focus is there."""
    for _ in range(200):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press(key)
    pytest.fail(f"Tab never comes to {selector}")


def test_a_sample_from_upload_to_acceptance_by_keyboard(
    lasting_world: World, live_server: LiveServer, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "見本.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[1], "excel"))
    page = page_as(browser, live_server.url, lasting_world, "office")
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))

    page.goto("/intake/")
    tab_to(page, "#files")
    # the dialog itself is the system's
    page.set_input_files("#files", file)
    tab_to(page, ".upload-send button")
    page.keyboard.press("Enter")
    expect(page.locator(".tag.state-open")).to_have_text("確認中", timeout=60_000)

    tab_to(page, ".intakes th a")
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_focused()
    missing = page.locator("#card-title").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#edit-text")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("12人")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".card-done")).to_have_text("✓ 訂正済み")
    expect(page.locator("#card-title")).to_have_text(missing)
    expect(page.locator(".card-texts dd").nth(1)).to_have_text("12人")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")

    tab_to(page, ".intake-top .button", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#organisation")).to_have_value("soumu")
    tab_to(page, ".accept-submit button")
    page.keyboard.press("Enter")
    expect(page.locator("#accepted-title")).to_have_text("受け入れて、「soumu-R6-9」になりました。")
    page.context.close()
    sheet, _ = opened(KeptSheet.objects.get(slug="soumu-R6-9").newest)
    assert "12人" in {actual.value.text for _, _, measure in sheet.measures() for actual in measure.actuals}
    assert told == []


@pytest.mark.thorough
def test_what_was_typed_stays_while_the_server_is_away(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    row = taken_in(lasting_world.actor("office"))
    page = page_as(browser, live_server.url, lasting_world, "office")
    page.goto(f"/intake/{row.pk}/?at={TARGET}")
    page.fill("#edit-text", "1,400件")
    page.select_option("#edit-reason", "misread")
    page.route("**/correct", lambda route: route.abort())
    page.click(".card-edit button")
    expect(page.locator("#trouble")).to_contain_text("書いたものはこの画面に残っています")
    expect(page.locator("#edit-text")).to_have_value("1,400件")
    page.unroute("**/correct")
    page.click(".card-edit button")
    expect(page.locator(".card-texts dd").first).to_have_text("1,400件")
    page.context.close()


@pytest.mark.thorough
def test_the_work_list_by_its_keys(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    row = taken_in(lasting_world.actor("office"))
    page = page_as(browser, live_server.url, lasting_world, "office")
    page.goto(f"/intake/{row.pk}/")
    current, count = page.locator(".items-kind [aria-current]"), page.locator(".intake-count")
    names = [link.inner_text() for link in page.locator(".items-kind a").all()]
    expect(current).to_have_text(names[0])
    expect(page.locator("g.box.of-leftover.selected, a.box.of-leftover.selected")).to_have_count(1)
    for key, n in (("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(current).to_have_text(names[n])
    page.keyboard.press("c")
    expect(count).to_contain_text(f"残り{len(names) - 1}件")
    expect(current).to_have_text(names[2])
    page.keyboard.press("k")
    expect(page.locator("#confirm")).to_have_text("確認済みを取り消す")
    page.keyboard.press("c")
    expect(count).to_contain_text(f"残り{len(names)}件")
    assert Intake.objects.get(pk=row.pk).left == len(names)
    page.context.close()


@pytest.mark.thorough
@pytest.mark.parametrize(("lang", "width"), [("ja", 1280), ("en", 1280), ("ja", 320), ("en", 320)])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    lasting_world: World, live_server: LiveServer, browser: Browser, lang: str, width: int
) -> None:
    actor = lasting_world.actor("office")
    row, again = taken_in(actor), taken_in(actor, workbook("soumu-R4-2"), "前の年度.xlsx")
    failed = taken_in(actor, b"none", "読めない.txt")
    lay_over(actor, row.pk, Wanted(at=TARGET, text="12か月 3", reason="misread"))
    pages = [
        "/intake/?state=accepted",
        f"/intake/{row.pk}/",
        f"/intake/{row.pk}/?at={TARGET}",
        f"/intake/{row.pk}/fields/",
        f"/intake/{row.pk}/accept/",
        f"/intake/{row.pk}/accept/?number=",
        f"/intake/{again.pk}/accept/",
        f"/intake/{failed.pk}/",
        "/intake/",
    ]
    page = page_as(browser, live_server.url, lasting_world, "office", viewport={"width": width, "height": 900})
    found = {}
    for address in pages:
        if address == "/intake/":
            # without a script the page shows how reading stands and waits
            page.route("**/*.js*", lambda route: route.abort())
            upload(actor, [sent(empty_pdf(), "待つ.pdf")])
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        problems = [(rule["id"], str(node["target"])) for rule in _violations(page) for node in rule["nodes"]]
        wider = page.evaluate("document.documentElement.scrollWidth") - width
        found[address] = (problems, max(0, wider))
    page.context.close()
    assert found == dict.fromkeys(pages, ([], 0))


def _violations(page: Page) -> list[dict[str, list[dict[str, str]]]]:
    found: list[dict[str, list[dict[str, str]]]] = Axe().run(page).response["violations"]
    return found
