"""The year of ``test_year.py`` walked once more by keyboard alone: every station is reached by Tab, used by the keys that
its page tells of, and at each stop it is seen where one is."""

import re

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.office.operations.proving import prove
from monosashi.office.samples import sample
from monosashi.office.verbs import publish_sheet
from tests.web.year.kept import FIRST, NEXT, OTHER, actual_of, identities, outline_path, sheet_of_slug, text_of
from tests.web.year.keys import Keys
from tests.web.year.officer import Office
from tests.web.year.workbooks import filled_in, workbook_file
from tests.world import World

CORRECTED = "取り込みで直した概要。"
THEIRS, MINE = "局が書いた概要。", "課が書いた概要。"
WRITTEN, MENDED = "書き改めた概要。", "誤記を直した概要。"
WHY = "概要に誤記があったため。"


class Walk:
    """The officers of the walk, each with a keyboard. ``round``: the address of the round, once there is one."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hands: dict[str, Keys] = {}
        self.round = ""

    def of(self, username: str = "") -> Keys:
        """The keyboard of a person."""
        if username not in self.hands:
            self.hands[username] = Keys(self.office.desk(username))
        return self.hands[username]


@pytest.mark.thorough
@pytest.mark.browser
def test_a_year_by_keyboard_alone(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    office = Office(browser, live_server.url, lasting_world)
    walk = Walk(office)
    take_in_and_correct(walk)
    roll_forward(walk)
    open_a_round(walk)
    answer_by_workbook(walk)
    answer_in_the_browser(walk)
    take_the_answers_over(walk)
    meet_a_conflict(walk)
    go_the_way_with_a_return(walk)
    read_an_edition(walk, 1, WRITTEN)
    mend_by_an_erratum(walk)
    read_an_edition(walk, 2, MENDED)
    assert prove().problems == ()
    office.close()


def take_in_and_correct(walk: Walk) -> None:
    """The bureau uploads the published workbook, corrects one value with its reason, and accepts it."""
    keys = walk.of("bureau")
    keys.open("/intake/")
    keys.files("#files", workbook_file("R3-14.xlsx", publish_sheet(sample("soumu-r3-14"), "excel")))
    keys.follow("#upload button[type=submit]")
    keys.page.locator("#reading").wait_for(state="detached", timeout=60_000)
    keys.open("/intake/")
    keys.follow("table.intakes th a")
    desk = keys.address()
    keys.follow(f"a[href='{path_of(desk)}fields/']")
    keys.write("input[name=q]", "政策の概要")
    keys.go()
    keys.follow(f"a[href*='at={outline_path(sample('soumu-r3-14'))}#']")
    correct(keys)
    keys.follow(f"a[href='{path_of(desk)}accept/']")
    keys.choose("#organisation", "soumu-kokusai-1")
    if keys.page.locator("#rest").count():
        keys.reach("#rest")
        keys.press("Space")
    keys.follow(".accept-submit button")
    assert text_of(FIRST) == CORRECTED


def correct(keys: Keys) -> None:
    """Write over the field that is looked at, with the keys the page tells of: Enter into it, Ctrl+Enter to save."""
    keys.reach("#card", back=True)
    keys.press("Enter")
    keys.write("#edit-text", CORRECTED)
    keys.choose("#edit-reason")
    keys.write("#edit-why", "誤って読まれていた。")
    keys.press("Control+Enter")
    keys.page.locator("dd", has_text=CORRECTED).first.wait_for()


def roll_forward(walk: Walk) -> None:
    """The evaluation office begins next year's sheet from it; every measure keeps its id."""
    keys = walk.of("office")
    keys.open(f"/sheets/{FIRST}/roll-forward/")
    keys.follow("form[method=post].no-print button[type=submit]")
    assert sorted(identities(NEXT)) == sorted(identities(FIRST))


def open_a_round(walk: Walk) -> None:
    """A round for the actuals of fiscal 2022 over the sheets of two bureaus."""
    keys = walk.of("office")
    keys.open("/rounds/")
    keys.follow("a[href='/rounds/new/']")
    keys.write("#year", "2022")
    keys.go()
    keys.date("#deadline", "2030-01-31")
    keys.reach("button[data-all=on]")
    keys.press("Enter")
    keys.follow(".round-form button[type=submit]")
    walk.round = keys.address()
    assert re.search(r"/rounds/\d+/$", walk.round)


def answer_by_workbook(walk: Walk) -> None:
    """The bureau fills its workbook without a network, sends it, and sees what would be added before it is."""
    keys = walk.of("bureau")
    keys.open("/rounds/")
    keys.follow(f"a[href='{path_of(walk.round)}']")
    keys.reach("a[href$='soumu-kokusai.xlsx']")
    with keys.page.expect_download() as taken:
        keys.press("Enter")
    filled = filled_in(taken.value.path().read_bytes())
    keys.files("#workbook", workbook_file("回答.xlsx", filled))
    keys.follow("form[enctype] button[type=submit]")
    keys.follow("form[action$='/take'] button")


def answer_in_the_browser(walk: Walk) -> None:
    """The other bureau answers on the page."""
    keys = walk.of("other-bureau")
    keys.open("/rounds/")
    keys.follow(f"a[href='{path_of(walk.round)}']")
    keys.follow("a[href$='/answer/']")
    for field in keys.page.locator("input[name$='-value']").all():
        keys.write(f"#{field.get_attribute('id')}", "12")
    keys.follow("button[value=send]")


def take_the_answers_over(walk: Walk) -> None:
    """The evaluation office approves everything at once; the actuals stand on the sheets."""
    keys = walk.of("office")
    keys.open(walk.round)
    keys.choose_radio("which", "shown")
    keys.follow("button[value=approve]")
    assert {actual_of(NEXT, 2022), actual_of(OTHER, 2022)} == {"４２回", "12件"}


def meet_a_conflict(walk: Walk) -> None:
    """The division and the bureau write the same field; who saves second sees both and decides."""
    division = walk.of("division")
    open_the_head(division)
    save_the_outline(walk.of("bureau"), THEIRS)
    write_the_outline(division, MINE)
    name = division.page.locator("input[type=radio][value=mine]").first.get_attribute("name")
    division.choose_radio(str(name), "mine")
    division.follow("form.conflict-form .adds button[type=submit]")
    assert text_of(NEXT) == MINE


def save_the_outline(keys: Keys, text: str) -> None:
    open_the_head(keys)
    write_the_outline(keys, text)


def open_the_head(keys: Keys) -> None:
    """From the list of sheets to the part of the form that holds the outline."""
    keys.open("/")
    keys.follow(f"a[href='/sheets/{NEXT}/']")
    keys.follow(f"a[href='/sheets/{NEXT}/edit/']")
    keys.follow(f"a[href^='/sheets/{NEXT}/edit/head/']")


def write_the_outline(keys: Keys, text: str) -> None:
    """Write the outline and save with Ctrl+S."""
    keys.write(f"form#edit textarea[name$='{outline_path(sheet_of_slug(NEXT))}']", text)
    keys.go("Control+s")


def go_the_way_with_a_return(walk: Walk) -> None:
    """Checked by the bureau, sent back, mended, checked again, approved and released, each by another person."""
    step(walk.of("bureau2"))
    keys = walk.of("office2")
    open_the_review(keys)
    keys.reach("details.act-more summary")
    keys.press("Enter")
    keys.write("#back-reason", "概要を書き改めてください。")
    keys.follow("form[action$='/send-back'] button")
    save_the_outline(walk.of("bureau"), WRITTEN)
    answer_for_findings(walk.of("office"))
    go_the_way(walk)


def open_the_review(keys: Keys) -> None:
    keys.open("/review/")
    if keys.page.locator(f"a[href='/sheets/{NEXT}/review/']").count():
        keys.follow(f"a[href='/sheets/{NEXT}/review/']")
    else:
        keys.open(f"/sheets/{NEXT}/review/")


def step(keys: Keys) -> None:
    """Take the step that is this person's."""
    open_the_review(keys)
    keys.follow("form.act[action$='/step'] button[type=submit]")


def go_the_way(walk: Walk) -> None:
    for username in ("bureau2", "office2", "office"):
        step(walk.of(username))
    keys = walk.of("office2")
    open_the_review(keys)
    if keys.page.locator("#release-reason").count():
        keys.write("#release-reason", WHY)
    keys.follow("form[action$='/release'] button[type=submit]")


def answer_for_findings(keys: Keys) -> None:
    """The evaluation office resolves what rolling forward asked to be looked at, and answers for errors that are left."""
    keys.open(f"/sheets/{NEXT}/comments/")
    resolve = "form[action$='/resolve']:has(input[name=resolved][value=yes]) button"
    while keys.page.locator(resolve).count():
        keys.follow(resolve)
    keys.open(f"/sheets/{NEXT}/settled/")
    form = "article.finding.error details:has(form[action$='/waive'])"
    while keys.page.locator(form).count():
        keys.reach(f"{form} summary")
        keys.press("Enter")
        keys.write(f"{form}[open] [name=why]", "見本の値で、確認済み。")
        keys.follow(f"{form}[open] button[type=submit]")


def mend_by_an_erratum(walk: Walk) -> None:
    """After the release a misprint is mended: the same way again."""
    save_the_outline(walk.of("bureau"), MENDED)
    go_the_way(walk)


def read_an_edition(walk: Walk, edition: int, outline: str) -> None:
    """What the public comes to by keyboard: the edition, and from the second on what it changed and why."""
    keys = walk.of("")
    keys.open("/")
    keys.follow(f"a[href='/sheets/{NEXT}/'], a[href='/sheets/soumu/2022/14/']")
    if edition > 1:
        keys.open("/errata/")
        keys.follow(f"main a[href$='/v{edition}']")
        keys.follow(f"main a[href$='/v{edition}/changes']")
        assert all(text in keys.page.locator("main").inner_text() for text in (WRITTEN, MENDED, WHY))
    else:
        assert outline in keys.page.locator("main").inner_text()


def path_of(address: str) -> str:
    """The address without its machine."""
    return re.sub(r"^https?://[^/]+", "", address)
