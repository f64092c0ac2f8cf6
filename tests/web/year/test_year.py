"""The whole year in one walk: taken in and corrected, rolled forward, asked, answered by workbook and in the browser, a
conflict, a return, four eyes, released, and mended by an erratum; in the end the log verifies and the public has seen
two editions and not a word more."""

import re

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.office.operations.proving import prove
from monosashi.office.samples import sample
from monosashi.office.verbs import publish_sheet
from tests.web.year.kept import FIRST, NEXT, OTHER, actual_of, identities, outline_path, sheet_of_slug, text_of
from tests.web.year.officer import Office, save_part, step, write_and_save
from tests.web.year.workbooks import filled_in, workbook_file
from tests.world import World

WRITTEN = "令和4年度の政策の概要を書き改めた。"
MINE, THEIRS = "課が書いた概要。", "局が書いた概要。"
MENDED = "誤記を直した概要。"


@pytest.mark.thorough
@pytest.mark.browser
def test_a_year_from_a_published_workbook_to_an_erratum(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    office = Office(browser, live_server.url, lasting_world)
    take_in_and_correct(office)
    roll_forward(office)
    open_a_round(office)
    answer_by_workbook(office)
    answer_in_the_browser(office)
    take_the_answers_over(office)
    meet_a_conflict(office)
    go_the_way_with_a_return(office)
    first = released_page(office, 1)
    mend_by_an_erratum(office)
    assert (released_page(office, 1), released_page(office, 2) != first) == (first, True)
    assert prove().problems == ()
    office.close()


def take_in_and_correct(office: Office) -> None:
    """The bureau uploads the published workbook, corrects one value with its reason, and accepts it."""
    page = office.desk("bureau")
    page.goto("/intake/")
    workbook = publish_sheet(sample("soumu-r3-14"), "excel")
    page.locator("#files").set_input_files(workbook_file("R3-14.xlsx", workbook))
    page.locator("#upload button[type=submit]").click()
    page.locator("table.intakes th a").first.wait_for()
    page.locator("#reading").wait_for(state="detached", timeout=60_000)
    page.goto("/intake/")
    page.locator("table.intakes th a").first.click()
    outline = outline_path(sample("soumu-r3-14"))
    page.goto(f"{page.url.split('?')[0].split('#')[0]}?at={outline}")
    office.picture("bureau", "intake")
    page.locator("#edit-text").fill("取り込みで直した概要。")
    page.locator("#edit-reason").select_option(index=1)
    page.locator("#edit-why").fill("誤って読まれていた。")
    page.locator("form.card-edit button[type=submit]").click()
    page.get_by_text("取り込みで直した概要。").first.wait_for()
    page.goto(f"{re.sub(r'[?#].*', '', page.url)}accept/")
    page.locator("#organisation").select_option("soumu-kokusai-1")
    if page.locator("#rest").count():
        page.locator("#rest").check()
    office.picture("bureau", "accept")
    page.locator(".accept-submit button").click()
    page.wait_for_load_state()
    assert text_of(FIRST) == "取り込みで直した概要。"


def roll_forward(office: Office) -> None:
    """The evaluation office begins next year's sheet from it; every measure keeps its id."""
    page = office.desk("office")
    page.goto(f"/sheets/{FIRST}/roll-forward/")
    office.picture("office", "roll-forward")
    page.locator("form[method=post] button[type=submit]").last.click()
    page.wait_for_load_state()
    assert sorted(identities(NEXT)) == sorted(identities(FIRST))


def open_a_round(office: Office) -> None:
    """A round for the actuals of fiscal 2022 over the sheets of two bureaus."""
    page = office.desk("office")
    page.goto("/rounds/new/?nendo=2022")
    page.locator("#deadline").fill("2030-01-31")
    for box in page.locator("input[name=measure]").all():
        box.check()
    office.picture("office", "round-new")
    page.locator(".round-form button[type=submit]").last.click()
    page.wait_for_url(re.compile(r"/rounds/\d+/"))
    office.picture("office", "round")


def round_address(office: Office) -> str:
    """The address of the round, without what was asked of it."""
    return re.sub(r"[?#].*", "", office.desk("office").url)


def answer_by_workbook(office: Office) -> None:
    """The bureau fills its workbook without a network, sends it, and sees what would be added before it is."""
    page = office.desk("bureau")
    page.goto(round_address(office))
    answer = page.request.get(f"{round_address(office)}workbooks/soumu-kokusai.xlsx")
    filled = filled_in(answer.body())
    page.locator("#workbook").set_input_files(workbook_file("回答.xlsx", filled))
    page.locator("form[enctype] button[type=submit]").click()
    page.wait_for_url(re.compile(r"/uploads/\d+/"))
    office.picture("bureau", "workbook-preview")
    page.locator("form[action$='/take'] button").click()
    page.wait_for_load_state()


def answer_in_the_browser(office: Office) -> None:
    """The other bureau answers on the page."""
    page = office.desk("other-bureau")
    page.goto(f"{round_address(office)}answer/")
    for field in page.locator("input[name$='-value']").all():
        field.fill("12")
    office.picture("other-bureau", "answer")
    page.locator("button[value=send]").click()
    page.wait_for_load_state()


def take_the_answers_over(office: Office) -> None:
    """The evaluation office approves everything at once; the actuals stand on the sheets."""
    page = office.desk("office")
    page.goto(round_address(office))
    page.locator("input[name=which][value=shown]").check()
    office.picture("office", "answers")
    page.locator("button[value=approve]").click()
    page.wait_for_load_state()
    office.picture("office", "approved")
    assert {actual_of(NEXT, 2022), actual_of(OTHER, 2022)} == {"４２回", "12件"}


def meet_a_conflict(office: Office) -> None:
    """The division and the bureau write the same field; who saves second sees both and decides."""
    outline = outline_path(sheet_of_slug(NEXT))
    division = office.desk("division")
    division.goto(f"/sheets/{NEXT}/edit/head/")
    save_part(office, "bureau", NEXT, "head", outline, THEIRS)
    write_and_save(division, outline, MINE)
    office.picture("division", "conflict")
    division.locator("input[type=radio][value=mine]").first.check()
    division.locator("form.conflict-form button[type=submit]").click()
    division.wait_for_load_state()
    assert text_of(NEXT) == MINE


def go_the_way_with_a_return(office: Office) -> None:
    """Checked by the bureau, sent back, mended, checked again, approved and released, each by another person."""
    step(office, "bureau2", NEXT)
    page = office.desk("office2")
    page.goto(f"/sheets/{NEXT}/review/")
    page.locator("details.act-more summary").click()
    page.locator("#back-reason").fill("概要を書き改めてください。")
    office.picture("office2", "send-back")
    page.locator("form[action$='/send-back'] button").click()
    page.wait_for_load_state()
    save_part(office, "bureau", NEXT, "head", outline_path(sheet_of_slug(NEXT)), WRITTEN)
    answer_for_findings(office, NEXT)
    go_the_way(office)
    office.picture("office2", "released")


def go_the_way(office: Office) -> None:
    for username in ("bureau2", "office2", "office"):
        step(office, username, NEXT)
    office.picture("office", "approved-sheet")
    page = office.desk("office2")
    page.goto(f"/sheets/{NEXT}/review/")
    office.picture("office2", "before-release")
    reason = page.locator("#release-reason")
    if reason.count():
        reason.fill("概要に誤記があったため。")
    page.locator("form[action$='/release'] button[type=submit]").click()
    page.wait_for_load_state()


def answer_for_findings(office: Office, slug: str) -> None:
    """The evaluation office resolves what rolling forward asked to be looked at, and answers for errors that are left."""
    page = office.desk("office")
    page.goto(f"/sheets/{slug}/comments/")
    office.picture("office", "comments")
    open_threads = page.locator("form[action$='/resolve']:has(input[name=resolved][value=yes]) button")
    while open_threads.count():
        open_threads.first.click()
        page.wait_for_load_state()
    page.goto(f"/sheets/{slug}/settled/")
    office.picture("office", "settled")
    errors = page.locator("article.finding.error")
    while errors.locator("form[action$='/waive']").count():
        errors.locator("summary").first.click()
        form = errors.locator("form[action$='/waive']").first
        form.locator("[name=why]").fill("見本の値で、確認済み。")
        form.locator("button[type=submit]").click()
        page.wait_for_load_state()


def released_page(office: Office, edition: int) -> str:
    """What the public gets at an edition's address for programs, byte for byte."""
    page = office.desk()
    page.goto(f"/sheets/soumu/2022/14/v{edition}")
    office.picture("", f"edition-{edition}")
    answer = page.request.get(f"{office.address}/sheets/soumu/2022/14/v{edition}.json")
    assert answer.status == 200
    return answer.text()


def mend_by_an_erratum(office: Office) -> None:
    """After the release a misprint is mended: the same way again, and a public table of what changed and why."""
    save_part(office, "bureau", NEXT, "head", outline_path(sheet_of_slug(NEXT)), MENDED)
    go_the_way(office)
    page = office.desk()
    page.goto("/sheets/soumu/2022/14/v2/changes")
    office.picture("", "errata")
    told = page.locator("main").inner_text()
    assert (WRITTEN in told, MENDED in told, "概要に誤記があったため。" in told, MINE in told) == (
        True,
        True,
        True,
        False,
    )
