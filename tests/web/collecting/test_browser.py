"""Rounds in a browser: typing is kept, a column is pasted, nothing is wider than the page, and axe finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office.collecting import Typed, answer, return_answers, upload
from tests.office.collecting.rounds import filled, lines, opened_round
from tests.web.signed_in import page_as
from tests.world import World

pytestmark = pytest.mark.browser
A, B = "soumu-R4-2", "soumu-R4-3"

_PASTE = """([id, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.getElementById(id).dispatchEvent(paste);
}"""


def test_what_is_typed_survives_the_browser_and_a_column_is_pasted(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    world, wrong = lasting_world, []
    round_id = opened_round(world)
    asked = lines(world, round_id, "bureau")
    value = {slug: f"a{line.id}-value" for slug, line in asked.items()}
    page = page_as(browser, live_server.url, world, "bureau")
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"/rounds/{round_id}/answer/")
    with page.expect_response(f"**/answer/{asked[B].id}/draft"):
        page.evaluate(_PASTE, [value[A], "13,000\tx\r\n1,280\r\n"])
    page.locator(f"#told-{asked[A].id} .doubt").wait_for()
    page.context.close()
    again = page_as(browser, live_server.url, world, "bureau")
    again.goto(f"/rounds/{round_id}/answer/")
    assert [again.input_value(f"#{value[slug]}") for slug in (A, B)] == ["13,000", "1,280"]
    again.keyboard.press("Tab")
    again.locator("button[value=send]").focus()
    again.keyboard.press("Enter")
    again.locator(".told-list .good").wait_for()
    again.context.close()
    assert {slug: line.asked.reply.text for slug, line in lines(world, round_id, "bureau").items()} == {
        A: "13,000",
        B: "1,280",
    }
    assert wrong == []


def in_every_state(world: World) -> dict[str, list[str]]:
    """A round with answers, doubts, a return and two workbooks; each person's pages of it."""
    round_id = opened_round(world)
    asked, bureau = lines(world, round_id), world.actor("bureau")
    answer(bureau, round_id, {asked[A].id: Typed(value="13,000", evidence="https://example.jp/stat")})
    answer(bureau, round_id, {asked[B].id: Typed(state="集計中", note="８月に公表予定")})
    return_answers(world.actor("office"), round_id, [asked[B].id], "速報値があるはずです")
    wrong = filled(world, round_id, "bureau", "soumu-kokusai", {"総務省R4－3!L6": "=1+1", "総務省R4－2!Q9": "控え"})
    right = filled(world, round_id, "bureau", "soumu-kokusai", {"総務省R4－2!L6": "1,300"})
    uploads = [upload(bureau, round_id, data, "記入済み.xlsx") for data in (wrong, right)]
    here = f"/rounds/{round_id}/"
    return {
        "office": [
            "/rounds/",
            "/rounds/new/?nendo=2022",
            "/rounds/new/?nendo=1990",
            here,
            f"{here}?state=closed",
            f"{here}reminders/",
        ],
        "bureau": [here, f"{here}answer/", f"{here}asks/{asked[B].id}/", *(f"{here}uploads/{n}/" for n in uploads)],
        "other-office": ["/rounds/"],
    }


def faults_of(page: Page, width: int) -> list[str]:
    """What axe finds, and whether the page is wider than the window."""
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*found, *([f"{wide} px"] if wide > width else [])]


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing(
    lasting_world: World, live_server: LiveServer, browser: Browser, lang: str, scheme: str, width: int
) -> None:
    found = {}
    for username, addresses in in_every_state(lasting_world).items():
        page = page_as(browser, live_server.url, lasting_world, username, {"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for address in addresses:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            for details in page.locator("main details").all():
                details.evaluate("one => { one.open = true }")
            if faults := faults_of(page, width):
                found[f"{username} {address}"] = faults
        page.context.close()
    assert found == {}
