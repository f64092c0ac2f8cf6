"""The pages of framework, calendar, desk and rolling forward: who is let in, what the forms do, how they look to a reader
of any kind."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office import framework
from monosashi.store.models import KeptSheet
from tests.office.framework.grown import LISTED, grown, policies_of
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as, page_as
from tests.world import World, canary

#: Each page with the statuses for: office, bureau, auditor, council, nobody, the other ministry's office.
PAGES = {
    "/desk/": (200, 200, 200, 200, 302, 200),
    "/framework/": (200, 200, 200, 403, 302, 200),
    "/framework/{period}/": (200, 200, 200, 403, 302, 404),
    "/framework/{period}.csv": (200, 200, 200, 403, 302, 404),
    "/framework/{period}/lineage/": (200, 200, 200, 403, 302, 404),
    "/framework/{period}/sheets/": (200, 200, 200, 403, 302, 404),
    "/framework/{period}/edit/": (200, 403, 403, 403, 302, 404),
    "/framework/{period}/next/": (200, 403, 403, 403, 302, 404),
    "/framework/{period}/paste/": (200, 403, 403, 403, 302, 404),
    "/framework/{period}/policies/": (200, 403, 403, 403, 302, 404),
    "/framework/{period}/roll-forward/?year=2022": (200, 403, 403, 403, 302, 404),
    "/framework/policies/{policy}/": (200, 200, 200, 403, 302, 404),
    "/calendar/?year=2022": (200, 200, 200, 403, 302, 200),
    "/calendar.csv?year=2022": (200, 200, 200, 403, 302, 200),
    "/calendar/dates/": (200, 200, 200, 403, 302, 200),
    "/sheets/soumu-R4-2/roll-forward/": (200, 200, 403, 404, 404, 404),
}
WHO = ("office", "bureau", "auditor", "council", "", "other-office")


def addresses(world: World) -> dict[str, str]:
    found = grown(world)
    return {page: page.format(period=found.period.id, policy=found.policies["2"].id) for page in PAGES}


@pytest.mark.parametrize(
    "usernames",
    [
        pytest.param(("bureau", "", "other-office"), id="some"),
        pytest.param(WHO, id="everyone", marks=pytest.mark.thorough),
    ],
)
def test_each_page_lets_in_whom_it_should_and_shows_no_foreign_draft(world: World, usernames: tuple[str, ...]) -> None:
    at = addresses(world)
    for username in usernames:
        n = WHO.index(username)
        client = client_as(world, username)
        answers = {page: client.get(at[page]) for page in PAGES}
        assert {page: answer.status_code for page, answer in answers.items()} == {
            page: statuses[n] for page, statuses in PAGES.items()
        }
        # the page of an address one has typed oneself names it
        said = "".join(answer.content.decode() for page, answer in answers.items() if "soumu-R4" not in page)
        if username in ("council", "", "other-office"):
            assert "soumu-R4" not in said
            assert canary("soumu-R4-2") not in said
        if username == "bureau":
            assert "soumu-R4-5" not in said


def post(client: Client, address: str, **given: str) -> tuple[int, str]:
    answer = client.post(address, given)
    return answer.status_code, answer.headers.get("Location", "")


def test_a_period_is_made_filled_and_carried_on_by_forms_alone(world: World) -> None:
    client = client_as(world, "office")
    assert post(client, "/framework/", name="計画", first="令和2年度", last="R5") == (303, "/framework/")
    (period,) = framework.periods(world.actor("office"))
    at = f"/framework/{period.id}/"
    page = parsed(client.post(f"{at}paste/", {"list": LISTED, "look": "1"}).content.decode())
    assert [cell.text_content() for cell in elements(page, "//tbody//td[2]//span[contains(@class, 'badge')]")] == [
        "追加"
    ] * 3
    assert "追加 3件" in page.text_content()
    assert post(client, f"{at}paste/", list=LISTED, take="1") == (303, at)
    assert post(client, f"{at}fields/", name="新分野") == (303, f"{at}#fields")
    field = framework.fields(world.actor("office"), period.id)[2].id
    assert post(client, f"/framework/fields/{field}/", name="新しい分野", up="1", period=str(period.id))[0] == 303
    assert [one.name for one in framework.fields(world.actor("office"), period.id)] == ["国際", "新しい分野", "地方"]
    policy = policies_of(world, period.id)["2"]
    status, _ = post(client, f"/framework/policies/{policy.id}/", number="3", name="港")
    assert status == 409
    assert post(client, f"{at}next/", name="次期", first="R6", last="R10")[0] == 303
    assert post(client, f"{at}sheets/", **{"policy-soumu-R4-2": str(policy.id)})[0] == 303
    assert post(client, f"/framework/policies/{policy.id}/remove/")[0] == 303
    assert "削れません" in client.get(f"/framework/policies/{policy.id}/").content.decode()
    assert post(client, "/calendar/dates/", year="2022", plan="2022-09-30")[0] == 303
    assert "2022-09-30" in client.get("/calendar.csv?year=2022&step=plan").content.decode()
    assert post(client, "/calendar/dates/", year="2022", plan="いつか")[0] == 400


def test_a_sheet_is_rolled_forward_by_a_form(world: World) -> None:
    client = client_as(world, "division")
    page = client.get("/sheets/soumu-R4-2/roll-forward/?money=keep")
    assert "（総務省R5－2）" in page.content.decode()
    moved = post(client, "/sheets/soumu-R4-2/roll-forward/", version="1", money="keep")
    assert moved == (303, "/sheets/soumu-R5-2/")
    assert post(client, "/sheets/soumu-R4-2/roll-forward/", version="1")[0] == 409


@pytest.mark.browser
def test_many_are_rolled_forward_one_by_one_in_sight(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    found = grown(lasting_world)
    page = page_as(browser, live_server.url, lasting_world, "office")
    page.goto(f"/framework/{found.period.id}/roll-forward/?year=2022")
    page.uncheck("#roll-soumu-R4-5")
    page.click("text=選んだ表を作る")
    page.wait_for_selector("text=2／2 件")
    assert page.locator("#row-soumu-R4-2 td a").last.inner_text() == "soumu-R5-2"
    assert list(KeptSheet.objects.filter(nendo=2023).values_list("slug", flat=True)) == ["soumu-R5-2", "soumu-R5-3"]
    page.context.close()


def findings(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


@pytest.mark.thorough
@pytest.mark.browser
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    lasting_world: World, live_server: LiveServer, browser: Browser, lang: str
) -> None:
    at = [address for page, address in addresses(lasting_world).items() if ".csv" not in page]
    for width in (1280, 320):
        page = page_as(browser, live_server.url, lasting_world, "office", {"width": width, "height": 800})
        for address in [*at, "/api/"]:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            assert findings(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        page.context.close()
