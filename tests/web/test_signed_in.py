"""The frame around what a person sees: the navigation of the role, and nothing of another's."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.web.navigation import navigation
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as, page_as
from tests.world import World


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("", []),
        ("keeper", []),
        ("office", ["soumu-R4-2", "soumu-R4-3", "soumu-R4-5"]),
        ("bureau", ["soumu-R4-2", "soumu-R4-3"]),
        ("division", ["soumu-R4-2", "soumu-R4-3"]),
        ("other-bureau", ["soumu-R4-5"]),
        ("council", []),
        ("auditor", ["env-R4-1", "soumu-R4-2", "soumu-R4-3", "soumu-R4-5"]),
        ("other-ministry", ["env-R4-1"]),
    ],
)
def test_the_list_shows_what_the_person_may_see(world: World, username: str, seen: list[str]) -> None:
    answer = client_as(world, username).get("/sheets.json").json()
    assert [sheet["slug"] for sheet in answer["sheets"]] == seen


def test_the_navigation_leads_where_the_role_has_work(world: World) -> None:
    page = parsed(client_as(world, "bureau").get("/").content.decode())
    links = [link.get("href") for link in elements(page, "//header//nav[1]//a")]
    assert links == ["/", *(part.address for part in navigation(world.actor("bureau"))), "/compare/", "/checks/"]


@pytest.mark.browser
def test_a_browser_signs_in_and_sees_its_own(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    page = page_as(browser, live_server.url, lasting_world, "bureau")
    page.goto("/")
    assert page.locator("table.sheets tbody tr").count() == 2
    page.context.close()
