"""The pages of operations in a browser: nothing for axe to find in either language, nothing wider than a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.office.keeping import save
from tests.web.signed_in import page_as
from tests.world import World, sheet_of


@pytest.mark.browser
@pytest.mark.thorough
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("username", "address"), [("office", "/log/"), ("keeper", "/operations/")])
def test_axe_finds_nothing_and_it_fits_a_telephone(
    lasting_world: World, live_server: LiveServer, browser: Browser, lang: str, username: str, address: str
) -> None:
    save(lasting_world.actor("office"), "soumu-R4-2", 1, sheet_of("soumu-R4-3"), reason_code="misprint", reason="誤記")
    page = page_as(browser, live_server.url, lasting_world, username, viewport={"width": 320, "height": 800})
    page.goto(f"{address}?lang={lang}")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.context.close()
