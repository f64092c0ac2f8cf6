"""The review in a browser: by keyboard, without a script of ours where there is none, nothing axe finds, nothing too wide."""

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office.review import comments, proposals, settling
from monosashi.store.models import SheetState
from monosashi.store.versions import opened
from tests.office.review.hands import SLUG, brought_to, changed, kept, released
from tests.web.signed_in import page_as
from tests.web.test_browser import violations
from tests.world import World

pytestmark = pytest.mark.browser

TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"
PUBLIC = "/sheets/soumu/2022/2/"


def test_a_sheet_is_released_by_keyboard_and_shown_to_everyone(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    comments.comment(lasting_world.actor("bureau"), SLUG, TARGET, "根拠は")
    brought_to(lasting_world, SheetState.APPROVED)
    page = page_as(browser, live_server.url, lasting_world, "office2")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"/sheets/{SLUG}/")
    # the script marks the value that has a comment, and offers a link on every other
    marks = page.locator(".comment-link")
    marks.first.wait_for()
    assert marks.all_inner_texts() == ["コメント 1件"]
    page.get_by_role("button", name="値ごとのコメントのリンクを出す").press("Enter")
    assert marks.count() > 20
    page.goto(f"/sheets/{SLUG}/review/")
    page.get_by_role("button", name="第1版を公表する").press("Enter")
    assert page.locator(".said").inner_text() == "公表第1版を公表しました。"
    page.goto(PUBLIC)
    assert page.locator(".edition-number").inner_text() == "公表第1版"
    assert complaints == []
    page.context.close()


@pytest.fixture
def full_world(lasting_world: World) -> list[tuple[str, str]]:
    """A sheet with two editions and everything open beside it; each page with who looks at it."""
    world = lasting_world
    released(world)
    changed(world, "港がもっと使いやすくなる")
    released(world)
    changed(world, "1,350件程度", TARGET)
    first = comments.comment(world.actor("office"), SLUG, TARGET, "根拠は", must_resolve=True)
    comments.answer(world.actor("division"), SLUG, first.pk, "計画です")
    comments.comment(world.actor("office"), SLUG, "", "ご意見を", for_council=True)
    taken = proposals.propose(world.actor("bureau"), SLUG, TARGET, "1,400件", "計画", "plan-revised")
    proposals.decline(world.actor("office"), SLUG, taken.pk)
    proposals.propose(world.actor("bureau"), SLUG, TARGET, "1,500件", "計画", "plan-revised")
    settling.override(world.actor("office"), SLUG, "2", "", "判断")
    comments.show_to_council(world.actor("office"), SLUG, shown=True)
    brought_to(world, SheetState.APPROVED, "soumu-R4-3")
    brought_to(world, SheetState.BUREAU_CHECKED)
    identity = next(iter(opened(kept().newest)[1].values()))
    at, v1 = f"/sheets/{SLUG}/", f"{PUBLIC}v1"
    return [
        *((f"{at}{page}", "office2") for page in ("review/", "comments/", f"comments/?at={TARGET}", "settled/")),
        *((f"{at}{page}", "office2") for page in ("history/?from=1&to=3", "history/1/", "", "report/")),
        *((page, "office2") for page in ("/review/", "/review/?q=zzz", "/sheets/soumu-R4-3/review/")),
        (f"{at}comments/", "council"),
        *((page, "") for page in (v1, f"{PUBLIC}v2", f"{PUBLIC}v2/changes", f"{v1}/changes", f"{v1}/indicators/1")),
        *((page, "") for page in (f"{v1}/indicators/1/2022", "/errata/", "/errata/?ministry=env")),
        (f"/indicators/{identity}/", ""),
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    full_world: list[tuple[str, str]], lasting_world: World, live_server: LiveServer, browser: Browser, lang: str
) -> None:
    found: dict[tuple[str, str], object] = {}
    windows = {who: page_as(browser, live_server.url, lasting_world, who) for who in {who for _, who in full_world}}
    for address, who in full_world:
        page = windows[who]
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        unfolded(page)
        found[address, who] = violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        if wide := page.evaluate("document.documentElement.scrollWidth") - 320:
            found[address, who] = f"{wide} pixels too wide"
    for page in windows.values():
        page.context.close()
    assert found == {key: [] for key in full_world}


def unfolded(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
