"""How often a page asks the database: as often for many sheets as for one, and never for what is long and known."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from monosashi.office.keeping import Shelf, Whose, begin, save
from monosashi.office.keeping.lines import records_of
from monosashi.office.pages import sheet_page
from tests.office.review.hands import changed
from tests.web.signed_in import client_as
from tests.world import World, sheet_of

SLUG = "soumu-R4-2"


def asked(client: Client, address: str) -> list[str]:
    """What a page asks, once it has been opened before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return [str(query["sql"]) for query in found.captured_queries]


@pytest.mark.parametrize(
    ("address", "often"),
    [("/", 4), (f"/sheets/{SLUG}/", 10), (f"/sheets/{SLUG}/findings/", 6), ("/sheets.json", 4)],
)
def test_a_page_asks_so_often_however_many_sheets_there_are(world: World, address: str, often: int) -> None:
    client = client_as(world, "office")
    few = len(asked(client, address))
    for number in range(20, 24):
        whose = Whose(organisation="soumu-jichi-1", nendo=2022, number=str(number))
        begin(world.actor("office"), f"soumu-R4-{number}", whose, sheet_of("soumu-R4-5"), reason_code="begun")
    assert (few, len(asked(client, address))) == (often, often)


def test_the_checks_page_asks_once_for_all_sheets(world: World) -> None:
    shelf = Shelf(world.actor("office"))
    code = next(finding.code for finding in shelf.get(SLUG).findings)
    assert len(shelf.having(code)) == 3
    with CaptureQueriesContext(connection) as found:
        shelf.having(code)
    assert len(found.captured_queries) == 2


def test_what_was_opened_before_is_not_fetched_again(world: World) -> None:
    sheet = asked(client_as(world, "office"), f"/sheets/{SLUG}/")
    assert [query[:60] for query in sheet if '"content"' in query or '"data"' in query] == []


def test_a_line_of_the_list_is_that_of_the_newest_version(world: World) -> None:
    shelf = Shelf(world.actor("office"))
    before = shelf.records()
    changed(world, "港を広げる", "/policy/statements/0/text", who="office")
    after = shelf.records()
    assert [record.name for record in after if record.slug == SLUG] == ["港を広げる"]
    assert [one for one in after if one.slug != SLUG] == [one for one in before if one.slug != SLUG]
    assert records_of([]) == {}


def test_a_page_of_another_version_is_made_anew(world: World) -> None:
    actor = world.actor("office")
    first = sheet_page(Shelf(actor).get(SLUG), "ja")
    assert sheet_page(Shelf(actor).get(SLUG), "ja") is first
    sheet = Shelf(actor).get(SLUG).reading.sheet
    save(actor, SLUG, 1, sheet.model_copy(update={"notes": ()}), reason_code="edited")
    again = sheet_page(Shelf(actor).get(SLUG), "ja")
    assert (again.sheet.notes, first.sheet.notes == sheet.notes) == ((), True)
