"""What a person sees while the store is full, read-only, busy or away: a sentence, what was typed, and the same again by
one button; and the pages come back by themselves. The engine's own refusals, no pretended ones."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError, IntegrityError, OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from monosashi.store.models import LogEntry, Version
from monosashi.web.unavailable import cause_of
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as, page_as
from tests.world import World

pytestmark = pytest.mark.urls("tests.soak.door")

SHEET = "/soak/soumu-R4-2"
#: Long enough that a database which may not grow by a page has no room for it.
TYPED = {"started_from": "1", "text": "港の\n「説明」<b>" * 3000}
#: PostgreSQL has no such limit: its full disk is that of ``tests/soak/test_failures.py``.
only_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite can be told how large it may be")
_READ_ONLY = {
    "sqlite": ("PRAGMA query_only=1", "PRAGMA query_only=0"),
    "postgresql": ("SET default_transaction_read_only=on", "SET default_transaction_read_only=off"),
}


@contextmanager
def full() -> Iterator[None]:
    """A database that may not grow by a page, and has none left that is empty."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count=1073741823")


@contextmanager
def read_only() -> Iterator[None]:
    """A database that may only be read."""
    on, off = _READ_ONLY[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(on)
        yield
        cursor.execute(off)


@contextmanager
def busy() -> Iterator[None]:
    """Somebody else writes and does not end. The wait is as long as in service, but shorter."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=50")
        writing = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        writing.execute("BEGIN IMMEDIATE")
        yield
        writing.close()
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout=50")
        other = connections.create_connection("default")
        other.set_autocommit(False)
        other.cursor().execute("LOCK TABLE store_loghead")
        yield
        other.close()
    connection.close()


@contextmanager
def away() -> Iterator[None]:
    """The database is somewhere else than it was."""
    where = connection.settings_dict["NAME"]
    connection.close()
    moved = "nowhere/at-all.sqlite3" if connection.vendor == "sqlite" else "no_such_database"
    connection.settings_dict["NAME"] = moved
    yield
    connection.close()
    connection.settings_dict["NAME"] = where


CAUSES = [
    pytest.param(full, "store-full", marks=only_sqlite),
    (read_only, "store-read-only"),
    (busy, "store-busy"),
    (away, "store-away"),
]


@pytest.mark.parametrize(("cause", "code"), CAUSES)
def test_a_save_that_cannot_be_kept_gives_back_what_was_typed_and_goes_through_later(
    lasting_world: World, cause: Callable[[], AbstractContextManager[None]], code: str
) -> None:
    client = client_as(lasting_world, "office")
    before = (Version.objects.count(), LogEntry.objects.count())
    with cause():
        refused = client.post(SHEET, TYPED)
        data = client.get("/sheets.json") if code == "store-away" else client.post(f"{SHEET}.json", TYPED)
    assert data.json()["error"]["code"] == code
    assert (refused.status_code, refused["Retry-After"], refused["Cache-Control"]) == (503, "10", "no-store")
    assert (Version.objects.count(), LogEntry.objects.count()) == before
    address, fields = _of_the_form(refused.content.decode())
    again = client.post(address, fields)
    assert (again.status_code, again.json()) == (200, {"version": 2})
    kept = json.loads(Version.objects.get(sheet__slug="soumu-R4-2", number=2).content)
    assert TYPED["text"] in [one["text"] for one in kept["sheet"]["policy"]["statements"]]


def _of_the_form(page: str) -> tuple[str, dict[str, str]]:
    """Where the button of the page for the unavailable store sends what, the proof of the form left out."""
    form = elements(parsed(page), "//main//form")[0]
    fields = {field.get("name", ""): field.get("value", "") for field in form.findall(".//input")}
    fields.pop("csrfmiddlewaretoken")
    return form.get("action", ""), fields


@pytest.mark.parametrize("cause", [pytest.param(full, marks=only_sqlite), read_only, busy])
def test_reading_goes_on_while_nothing_can_be_saved(
    lasting_world: World, cause: Callable[[], AbstractContextManager[None]]
) -> None:
    client = client_as(lasting_world, "office")
    with cause():
        found = {address: client.get(address).status_code for address in ("/", "/sheets/soumu-R4-2/", "/sheets.json")}
    assert found == {"/": 200, "/sheets/soumu-R4-2/": 200, "/sheets.json": 200}


def test_a_page_that_cannot_be_opened_says_so_and_comes_back(lasting_world: World) -> None:
    client = client_as(lasting_world, "office")
    with away():
        pages = {language: client.get(f"/?q=a&lang={language}") for language in ("ja", "en")}
    assert [page.status_code for page in pages.values()] == [503, 503]
    said = parsed(pages["ja"].content.decode()).text_content()
    assert "いま、データの保存先につながりません" in said
    assert "cannot be reached now" in parsed(pages["en"].content.decode()).text_content()
    assert elements(parsed(pages["ja"].content.decode()), "//main//a")[0].get("href") == "/?q=a"
    assert client.get("/?q=a").status_code == 200


def test_what_one_signs_in_with_is_never_shown_again(lasting_world: World) -> None:
    with away():
        page = client_as(lasting_world).post("/accounts/login/", {"login": "office", "password": "a-secret-phrase"})
    assert page.status_code == 503
    assert "a-secret-phrase" not in page.content.decode()


def test_a_file_must_be_chosen_again(lasting_world: World) -> None:
    client = client_as(lasting_world, "office")
    with read_only():
        page = client.post(SHEET, {**TYPED, "file": SimpleUploadedFile("回答.xlsx", b"PK")})
    main = elements(parsed(page.content.decode()), "//main")[0]
    assert "回答.xlsx" in main.text_content()
    assert main.findall(".//button") == []


def test_a_part_of_a_page_is_answered_with_a_part(lasting_world: World) -> None:
    client = client_as(lasting_world, "office")
    with read_only():
        part = client.post(SHEET, TYPED, headers={"HX-Request": "true"})
    assert part.status_code == 503
    assert part.content.decode().startswith(
        '<p class="away" role="alert">データの保存先が、いまは読むことしかできません'
    )


def test_nobody_waits_for_another_longer_than_twenty_seconds(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SHOW lock_timeout")
        assert cursor.fetchone()[0] in (20_000, "20s")


class _State(Exception):
    """An error of PostgreSQL's driver, as far as its code goes."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "store-full"),
        ("53300", "store-busy"),
        ("25006", "store-read-only"),
        ("55P03", "store-busy"),
        ("57014", "store-busy"),
        ("40P01", "store-busy"),
        ("57P01", "store-away"),
        ("08006", "store-away"),
        (None, "store-away"),
        ("42703", ""),
    ],
)
def test_each_code_of_postgresql_has_its_sentence(state: str | None, code: str) -> None:
    error = OperationalError()
    error.__cause__ = _State(state)
    cause = cause_of(error)
    assert (cause.code if cause else "") == code


@pytest.mark.parametrize("error", [IntegrityError(), DataError(), ValueError(), None])
def test_a_fault_of_ours_is_not_the_store_being_away(error: Exception | None) -> None:
    assert cause_of(error) is None


@pytest.mark.browser
def test_the_page_by_keyboard_and_axe(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    page = page_as(browser, live_server.url, lasting_world, "office", {"width": 320, "height": 640})
    found = {}
    with read_only_for_all():
        for language in ("ja", "en"):
            page.goto(f"/?lang={language}")
            page.evaluate(_SEND, {"text": "港の説明" * 40, "started_from": "1"})
            page.wait_for_selector("main form button")
            found[language] = [one["id"] for one in Axe().run(page).response["violations"]]
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("pre")
    assert (found, overflow, page.locator("pre").inner_text()) == ({"ja": [], "en": []}, 0, '{"version": 2}')
    page.context.close()


#: A form of an office's page, filled in and sent.
_SEND = """fields => {
  const form = document.createElement("form");
  form.method = "post"; form.action = "/soak/soumu-R4-2";
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    field.name = name; field.value = value; form.append(field);
  }
  document.body.append(form); form.submit();
}"""


@contextmanager
def read_only_for_all() -> Iterator[None]:
    """A database that no connection opened from now on may write to, whichever thread opens it."""
    opened = []

    def told(connection: BaseDatabaseWrapper, **_signal: object) -> None:
        opened.append(connection.connection)
        connection.connection.cursor().execute(_READ_ONLY[connection.vendor][0])

    connection_created.connect(told)
    yield
    connection_created.disconnect(told)
    for one in opened:
        one.cursor().execute(_READ_ONLY[connection.vendor][1])
