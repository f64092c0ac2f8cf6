"""Registers in a browser: a record written by keyboard alone, and axe finds nothing on any page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office.recording.entering import cancel, edit
from monosashi.office.recording.proofs import File, attach
from monosashi.office.recording.reading_out import add_records
from monosashi.office.recording.taking_over import upload_records
from tests.office.recording.records import REGISTER, added, entry, seminars
from tests.web.signed_in import page_as
from tests.world import World

pytestmark = pytest.mark.browser
BASE = f"/registers/soumu/{REGISTER}/"


def test_a_record_is_written_by_keyboard_and_stands_in_the_list(
    lasting_world: World, live_server: LiveServer, browser: Browser
) -> None:
    wrong: list[str] = []
    page = page_as(browser, live_server.url, lasting_world, "division")
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(BASE)
    tab_to(page, f"{BASE}new/")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{BASE}new/", wait_until="load")
    for field, keys in {
        "f-title": "日加政策協議",
        "f-held_on": "R2.4.1",
        "f-countries": "カナダ、",
    }.items():
        tab_to(page, field)
        page.keyboard.type(keys)
    for field, place in {"f-level": 5, "f-form": 2}.items():
        tab_to(page, field)
        for _ in range(place):
            page.keyboard.press("ArrowDown")
    first = page.locator("#f-countries-list option").first.get_attribute("value") or ""
    assert first.startswith("カナダ、")
    tab_to(page, "save")
    page.keyboard.press("Enter")
    page.locator(".told-list .good").wait_for()
    page.goto(BASE)
    assert page.locator("table.records tbody tr").all_inner_texts() == [
        "令和2年4月1日\t日加政策協議\nK-2020-0001\n\tカナダ\t局長級\t政策協議\t国際第一課\t―\t●登録"
    ]
    page.goto("/registers/soumu/orders/new/")
    page.locator("#f-company").fill("1234567890123")
    page.locator("#f-company-said .field-error").wait_for()
    page.context.close()
    assert wrong == []


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what is wanted, by its id or address, has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.id, document.activeElement.getAttribute('href')]")
        if wanted in here:
            return
    raise LookupError(wanted)


def in_every_state(world: World) -> dict[str, list[str]]:
    """A register with everything in it; each person's pages of it."""
    division = world.actor("division")
    where = added(world)
    attach(division, where, 1, url="https://example.go.jp/press")
    attach(division, where, 2, file=File(name="議事録.pdf", data=b"%PDF"))
    edit(division, where, 3, entry(title="改めた名", outcome="合意"))
    added(world, title="同じ日の協議")
    gone = added(world, title="中止の協議")
    cancel(division, gone, 1, "先方の都合")
    add_records(world.actor("office"), seminars(60, office="国際第一課"))
    text = f"番号,協議の名称,開催日（初日）,相手方との最上位のレベル,形式\n{where.code},別の名,,,\n,日英,R2.4.1,局長級,政策協議\n"
    good = upload_records(division, "soumu", REGISTER, text.encode(), "consultations.csv")
    bad = upload_records(division, "soumu", REGISTER, text.replace("R2.4.1", "いつか").encode(), "consultations.csv")
    return {
        "division": [
            *("/registers/", BASE, f"{BASE}?q=ない", f"{BASE}new/", f"{BASE}records/{where.code}/"),
            *(f"{BASE}records/{where.code}/edit/", f"{BASE}records/{gone.code}/", f"{BASE}define/"),
            *(f"/registers/soumu/uploads/{good}/", f"/registers/soumu/uploads/{bad}/", "/registers/soumu/orders/"),
            *("/registers/soumu/seminars/?page=2", "/registers/soumu/rules/", "/registers/soumu/rules/seminars/"),
        ],
        "office": ["/registers/soumu/define/", f"{BASE}define/", "/registers/soumu/rules/"],
        "auditor": ["/registers/", BASE],
    }


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_is_for_everyone(
    lasting_world: World, live_server: LiveServer, browser: Browser, language: str
) -> None:
    wrong: list[tuple[str, str, object]] = []
    for person, addresses in in_every_state(lasting_world).items():
        page = page_as(browser, live_server.url, lasting_world, person, viewport={"width": 320, "height": 900})
        for address in addresses:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            wrong += [(person, address, found["id"]) for found in Axe().run(page).response["violations"]]
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wrong.append((person, address, width))
        for refused in (f"{BASE}new/", "/registers/soumu/orders/new/"):
            if person != "auditor":
                page.goto(f"{refused}?lang={language}")
                page.locator("button[value=save]").click()
                page.locator("#faults").wait_for()
                wrong += [(person, refused, found["id"]) for found in Axe().run(page).response["violations"]]
        page.context.close()
    assert wrong == []
