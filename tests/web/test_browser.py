"""The pages in a browser: no error, no other host, all by keyboard, nothing wider than the page, nothing axe finds."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from monosashi.forms import form
from monosashi.publishing.html import sheet_to_html
from tests.publishing.html.sheets import MEASURE, finding, small_sheet, trace
from tests.web.conftest import NAME

pytestmark = pytest.mark.browser

PAGES = ["/", f"/sheets/{NAME}/", "/sheets/env-R3-1/", f"/sheets/{NAME}/findings/", "/checks/", "/checks/target-keeps/"]
SCHEMES = ("light", "dark")

Open = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def opened(browser: Browser) -> Open:
    """``opened(url, width, scheme)``: a page that fails the test on any error or request to another host."""

    @contextmanager
    def open_page(url: str, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        page, told = context.new_page(), []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.extend([] if _of(url, request.url) else [request.url]))
        page.goto(url)
        yield page
        context.close()
        assert told == []

    return open_page


def _of(url: str, request: str) -> bool:
    """Whether a request stays where the page came from."""
    return request.startswith(("data:", url.split("/", 3)[0] + "//" + url.split("/", 3)[2]))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_axe_finds_nothing(opened: Open, address: str, page: str, lang: str) -> None:
    for scheme in SCHEMES:
        with opened(f"{address}{page}?lang={lang}", scheme=scheme) as shown:
            shown.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert violations(shown) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_a_document_that_stands_alone(opened: Open, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "sheet.html"
    path = f"{MEASURE}/target/value"
    file.write_text(sheet_to_html(small_sheet(), form("soumu-jizen-r3"), [finding(path)], trace(path)))
    with opened(file.as_uri(), scheme=scheme) as shown:
        assert violations(shown) == []


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], str(node["target"])) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [320, 1920])
def test_no_page_is_wider_than_its_window(opened: Open, address: str, page: str, width: int) -> None:
    with opened(address + page, width=width) as shown:
        shown.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert shown.evaluate("document.documentElement.scrollWidth") == width


def test_the_keyboard_reaches_every_finding_and_its_value(opened: Open, address: str) -> None:
    with opened(f"{address}/sheets/{NAME}/") as shown:
        shown.keyboard.press("Tab")
        assert focused(shown) == "#main"
        reached = []
        for _ in range(80):
            shown.keyboard.press("Tab")
            reached.append(focused(shown))
        shown.keyboard.press("Escape")
    flags = {f"#finding-{n}" for n in range(1, 5)}
    values = {f"#{MEASURE}/baseline/value", "#/goals/0/text", "#/programmes/0/money/0", f"#{MEASURE}/target/value"}
    assert (flags | values) - set(reached) == set()
    assert {"show-places", "print-findings", "indicators-title"} - set(reached) == set()


def focused(page: Page) -> str:
    """What has the focus: where its link leads, else its id, else what it is labelled by."""
    script = "(e => e.getAttribute('href') || e.id || e.getAttribute('aria-labelledby') || e.tagName)"
    return str(page.evaluate(f"{script}(document.activeElement)"))


def test_a_link_to_a_value_brings_it_into_view(opened: Open, address: str) -> None:
    with opened(f"{address}/sheets/{NAME}/#/programmes/0/money/0", width=320) as shown:
        (box,) = [e.bounding_box() for e in shown.query_selector_all("[id='/programmes/0/money/0']")]
        assert box
        assert 0 <= box["y"] < 900
        assert 0 <= box["x"] < 320


def test_the_places_are_shown_by_a_switch_without_a_script(opened: Open, address: str) -> None:
    with opened(f"{address}/sheets/{NAME}/") as shown:
        place = shown.locator(f"[id='{MEASURE}/target/value'] .place")
        before = place.is_visible()
        shown.locator("#show-places").focus()
        shown.keyboard.press("Space")
        assert (before, place.is_visible(), place.inner_text()) == (False, True, "V11:AA11")


def test_on_paper_stands_the_form_and_the_findings_only_where_asked(opened: Open, address: str) -> None:
    with opened(f"{address}/sheets/{NAME}/") as shown:
        shown.emulate_media(media="print")
        parts = (".printed >> nth=3", ".summary", ".flag >> nth=0", ".remark >> nth=0", ".site", ".meaning >> nth=0")
        plain = [shown.locator(part).is_visible() for part in parts]
        shown.emulate_media(media="screen")
        shown.check("#print-findings")
        shown.emulate_media(media="print")
        marked = [shown.locator(part).is_visible() for part in parts]
    assert plain == [True, False, False, False, False, False]
    assert marked == [True, False, True, True, False, False]


def test_the_list_is_searched_by_keyboard_alone(opened: Open, address: str) -> None:
    with opened(address) as shown:
        shown.focus("#q")
        shown.keyboard.type("港")
        shown.keyboard.press("Enter")
        shown.wait_for_url("**/?q=*")
        assert shown.locator("tbody tr").count() == 1
