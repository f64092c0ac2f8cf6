"""The page in a browser: chosen by keyboard, nothing axe finds, nothing too wide, and on paper without forms."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.web.reconciliation.shelf import PAGE, begun, imported
from tests.web.signed_in import page_as
from tests.web.test_browser import violations
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.thorough]


def test_a_person_chooses_by_keyboard(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    begun(lasting_world)
    page = page_as(browser, live_server.url, lasting_world, "division", {"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{PAGE}?lang=ja")
    assert violations(page) == []
    imported(twins=True)
    for language in ("en", "ja"):
        page.goto(f"{PAGE}?lang={language}")
        assert violations(page) == []
    assert page.locator("svg.flow-picture").is_visible()
    page.get_by_label("2021-未来-20-0013").focus()
    page.keyboard.press("Space")
    page.locator("#project-why-0").focus()
    page.keyboard.type("同じ所管")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".said").inner_text() == "選択を記録しました。"
    assert violations(page) == []
    page.emulate_media(media="print")
    assert page.locator("textarea:visible").count() == 0
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert complaints == []
    page.context.close()
