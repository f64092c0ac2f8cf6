"""The pages of funds: what they say, as data too, and to whom; seen in a browser by axe and on a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.office.recording.reading_out import add_records
from monosashi.registers.invented import invented
from tests.web.signed_in import client_as, page_as
from tests.world import World

AT = "/funds/soumu/jict/"


def with_cases(world: World) -> None:
    add_records(world.actor("bureau"), [one for one in invented().records if one.kind == "fund_cases"])


def test_the_page_tells_values_targets_and_accounts(world: World) -> None:
    with_cases(world)
    client = client_as(world, "division")
    assert 'href="/funds/soumu/jict/"' in client.get("/funds/").content.decode()
    text = client.get(f"{AT}?on=2021-08-31").content.decode()
    for said in ("2.25社/件", "16社", "5.5倍", "既に届いている", "26,700", "84.2％", "架空の記録（14件）", "社/件"):
        assert said in text, said
    english = client.get(f"{AT}?on=2021-08-31&lang=en").content.decode()
    assert "Already there" in english


def test_the_same_as_data(world: World) -> None:
    with_cases(world)
    client = client_as(world, "auditor")
    told = client.get("/funds/soumu/jict.json?on=2021-08-31").json()
    assert [kpi["values"][2]["value"] for kpi in told["kpis"]] == ["16", "5.5"]
    lines = client.get("/funds/soumu/jict.csv?on=2021-08-31").content.decode().splitlines()
    assert lines[0].startswith("fund,what,of,nendo,value")
    assert "jict,executed,equity,2019,22470,百万円,,,,," in lines
    assert "jict,milestone,partners,2023,18,社,,,,behind,1" in lines


def test_others_are_answered_as_everywhere(world: World) -> None:
    answers = {who: client_as(world, who).get(AT).status_code for who in ("office", "other-ministry", "council")}
    assert answers == {"office": 200, "other-ministry": 404, "council": 403}
    assert client_as(world, "office").get(f"{AT}?on=2021-02-30").status_code == 400
    assert "ファンドはありません" in client_as(world, "other-ministry").get("/funds/").content.decode()


@pytest.mark.thorough
@pytest.mark.browser
def test_axe_finds_nothing_and_nothing_runs_over(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    with_cases(lasting_world)
    page = page_as(browser, live_server.url, lasting_world, "office", {"width": 320, "height": 800})
    try:
        for language in ("ja", "en"):
            page.goto(f"{AT}?on=2021-08-31&lang={language}")
            assert [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    finally:
        page.context.close()
