"""The pages of evidence in a browser: axe finds nothing, nothing runs over at 320 px, and a number leads to its record and
back by links alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.web.evidence.counted import SLUG, counted_world
from tests.web.signed_in import page_as
from tests.world import World

pytestmark = pytest.mark.browser
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"


def test_a_number_leads_to_its_records_and_a_record_back_to_its_numbers(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    counted_world(lasting_world, "consultations")
    page = page_as(browser, live_server.url, lasting_world, "division", {"width": 320, "height": 900})
    page.goto(f"/sheets/{SLUG}/")
    page.locator(f'.sheet-tools a[href="/sheets/{SLUG}/evidence/"]').click()
    page.locator("a.why", has_text="50件を数えた").first.click()
    assert page.locator("h1").inner_text() == "指標①　2019年度の根拠"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.locator("table.evidence tbody th a").nth(0).click()
    page.locator('a[href$="/feeds/"]').click()
    assert page.locator("tbody td strong").all_inner_texts() == ["● 数えた"]
    page.context.close()


@pytest.mark.thorough
def test_axe_finds_nothing_and_nothing_runs_over(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    made = counted_world(lasting_world)
    record = next(line.record for line in made.key if line.counts).replace("/", "/records/")
    addresses = (
        f"/sheets/{SLUG}/evidence/",
        f"/sheets/{SLUG}/evidence/count/?measure={MEASURE}&year=2019",
        f"/sheets/{SLUG}/evidence/count/?measure=/goals/1/levers/0/indicators/0/measures/1&year=2020",
        f"/registers/soumu/{record}/feeds/",
        "/sheets/soumu-R4-2/evidence/",
        f"/sheets/{SLUG}/",
    )
    page = page_as(browser, live_server.url, lasting_world, "office")
    wrong = []
    for width in (320, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        for language in ("ja", "en"):
            for address in addresses:
                page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
                wrong += [(address, language, found["id"]) for found in Axe().run(page).response["violations"]]
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wrong.append((address, language, f"wider than {width}"))
    page.context.close()
    assert wrong == []
