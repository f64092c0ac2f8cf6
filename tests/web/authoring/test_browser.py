"""Writing in a browser: the grid by keys and by paste, undo, a closed browser and the draft back, a conflict of two, pages
without a script, the server away; nothing axe finds."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office.authoring.editing import text_at
from monosashi.office.authoring.opened_sheet import open_sheet
from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.samples import sample
from monosashi.store.models import Draft
from tests.web.review.test_browser import unfolded
from tests.web.signed_in import client_as, page_as
from tests.web.test_browser import violations
from tests.world import World

pytestmark = pytest.mark.browser

SLUG = "soumu-R6-9"
EDIT = f"/sheets/{SLUG}/edit/"
FIRST = "/goals/0/levers/0/indicators/0/measures/0"
#: What Excel puts on the clipboard: a target and an actual of two years, with digits as someone typed them.
CELLS = "９９．０％\t99.5%\r\n98.1%\t集計中\r\n"
PASTE = """([field, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.querySelector(field).dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def written(lasting_world: World) -> World:
    """The world with a long sheet in it."""
    whose = Whose(organisation="soumu-kokusai-1", nendo=2024, number="9")
    begin(lasting_world.actor("office"), SLUG, whose, sample("sample-ministry"), reason_code="begun")
    return lasting_world


@pytest.fixture
def page(written: World, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """A page of the division's officer; a script's error or a refusal of the content policy fails the test."""
    opened = page_as(browser, live_server.url, written, "division", {"width": 1280, "height": 900})
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda told: wrong.append(told.text) if "Content Security" in told.text else None)
    yield opened
    opened.context.close()
    assert wrong == []


def _cell(kind: str, year: int) -> str:
    return f'textarea[name="t:{FIRST}/{kind}/fiscal-{year}/value"]'


def _text(world: World, kind: str, year: int) -> str:
    return text_at(open_sheet(world.actor("office"), SLUG).authored.sheet, f"{FIRST}/{kind}/fiscal-{year}/value")


def test_a_day_at_the_grid(written: World, live_server: LiveServer, browser: Browser, page: Page) -> None:
    page.goto(f"{EDIT}values/")
    page.focus(_cell("targets", 2024))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.name") == f"t:{FIRST}/actuals/fiscal-2024/value"
    page.focus(_cell("targets", 2024))
    page.evaluate(PASTE, [_cell("targets", 2024), CELLS])
    assert "4欄が変わります（2行×2列）" in page.inner_text("#paste-count")
    page.click("#paste-do")
    assert page.input_value(_cell("targets", 2024)) == "９９．０％"
    page.keyboard.press("Control+z")
    assert page.input_value(_cell("actuals", 2025)) == "－"
    with page.expect_response("**/edit/draft"):
        page.keyboard.press("Control+y")
    page.wait_for_selector(f"#live-f{(FIRST + '/targets/fiscal-2025/value').replace('/', '-')} .remark")
    page.locator("#save-state", has_text="下書きを保存しました").wait_for()
    page.context.close()

    again = page_as(browser, live_server.url, written, "division")
    again.goto(f"{EDIT}values/")
    again.click("text=続きを書く")
    assert again.input_value(_cell("actuals", 2025)) == "集計中"
    again.select_option("#reason_code", "plan-revised")
    again.fill("#reason_words", "計画の改定")
    with again.expect_navigation():
        again.keyboard.press("Control+s")
    assert "第2版として保存しました" in again.inner_text(".said")
    again.context.close()
    assert [_text(written, *at) for at in (("targets", 2024), ("actuals", 2024), ("actuals", 2025))] == [
        *("９９．０％", "98.1%", "集計中")
    ]
    assert Draft.objects.count() == 0


@pytest.mark.thorough
def test_two_browsers_on_one_field(written: World, live_server: LiveServer, browser: Browser, page: Page) -> None:
    other = page_as(browser, live_server.url, written, "bureau")
    for one, text in ((page, "97.7%"), (other, "97.9%")):
        one.goto(f"{EDIT}values/")
        one.fill(_cell("actuals", 2024), text)
    for one in (other, page):
        with one.expect_navigation():
            one.click("#save")
    assert "ほかの人が先に保存しました" in page.inner_text("h1")
    assert violations(page) == []
    page.locator("input[type=radio][value=mine]").check()
    with page.expect_navigation():
        page.click("text=両方を合わせて保存する")
    assert _text(written, "actuals", 2024) == "97.7%"
    other.context.close()


@pytest.mark.thorough
def test_the_server_away(written: World, page: Page) -> None:
    page.goto(f"{EDIT}values/")
    page.context.route("**/edit/draft", lambda route: route.abort())
    page.fill(_cell("actuals", 2024), "97.7%")
    page.locator("#save-state", has_text="このパソコンの中に").wait_for()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(EDIT)
    page.goto(f"{EDIT}values/")
    page.click("#local-take")
    assert page.input_value(_cell("actuals", 2024)) == "97.7%"


@pytest.mark.thorough
def test_without_a_script_all_is_saved(written: World, live_server: LiveServer, browser: Browser) -> None:
    cookie = client_as(written, "division").cookies["sessionid"].value
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    host = urlsplit(live_server.url).hostname or ""
    context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    plain = context.new_page()
    plain.goto(f"{EDIT}goal-1/")
    plain.click("text=測定指標を加える >> nth=0")
    assert "第2版として保存しました" in plain.inner_text(".said")
    plain.goto(f"{EDIT}values/")
    plain.fill(_cell("actuals", 2024), "97.7%")
    plain.click("#save")
    assert _text(written, "actuals", 2024) == "97.7%"
    context.close()


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_too_wide(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{EDIT}?lang={lang}")
    parts = [str(link.get_attribute("href")) for link in page.locator(".edit-parts a").all()]
    more = [EDIT, f"{EDIT}versions/", f"{EDIT}why/?at={FIRST}/baseline/value", "/sheets/new/"]
    for address in (*parts, *more):
        page.goto(address)
        unfolded(page)
        assert (address, violations(page)) == (address, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
