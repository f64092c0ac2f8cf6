"""The pages of outside books in a browser: axe finds nothing in either language, nothing is wider than a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from monosashi.office.ledgers.importing import import_books
from monosashi.office.people.operator import OPERATOR
from monosashi.store.models import LedgerSource
from tests.ledgers.invented_books import review_sheet, written
from tests.ledgers.invented_rs import invented_rs, write_rs
from tests.ledgers.test_rs_csv import LAYOUT
from tests.web.signed_in import page_as
from tests.world import World


@pytest.mark.browser
@pytest.mark.thorough
def test_axe_finds_nothing_and_nothing_is_too_wide(
    lasting_world: World, live_server: LiveServer, browser: Browser, tmp_path: Path
) -> None:
    empty = page_as(browser, live_server.url, lasting_world, "office", viewport={"width": 320, "height": 700})
    found = {"empty": _wrong(empty, "/ledgers/"), "none": _wrong(empty, "/ledgers/projects/")}
    book = written(tmp_path / "review-sheets-2021.jsonl", [review_sheet(1), review_sheet(2), "{"])
    import_books(OPERATOR, [(book, book.name)])
    (tmp_path / "rs").mkdir()
    import_books(OPERATOR, [(write_rs(tmp_path / "rs", invented_rs(LAYOUT, 1), "cp932"), "rs")])
    source = LedgerSource.objects.get(edition=2021)
    for address in (
        "/ledgers/",
        f"/ledgers/{source.pk}/faults/",
        "/ledgers/projects/?q=見本",
        "/ledgers/projects/?q=none",
        "/ledgers/projects/review-sheets/2021/2021-未来-20-0001/",
        "/ledgers/projects/rs-system/2024/rs-2024-1/",
    ):
        for language in ("ja", "en"):
            join = "&" if "?" in address else "?"
            found[f"{address} {language}"] = _wrong(empty, f"{address}{join}lang={language}")
    empty.context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def _wrong(page: Page, address: str) -> list[str]:
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    violations = Axe().run(page).response["violations"]
    return [one["id"] for one in violations] + ([f"{wide}px too wide"] if wide > 0 else [])
