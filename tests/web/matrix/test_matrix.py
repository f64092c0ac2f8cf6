"""Every route x role x owner answers as the reviewed table says, and nobody sees a word of a draft that is not theirs."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monosashi.office.keeping import PUBLIC, may
from monosashi.office.keeping.who_may import thing_of
from monosashi.store.models import KeptSheet
from tests.web.matrix.routes import Route, routes
from tests.web.matrix.table import written
from tests.web.matrix.things import TARGETS, Thing, make_things
from tests.web.signed_in import client_as
from tests.world import World, canary

EXPECTED = Path(__file__).with_name("expected.txt")
#: Each role with the person who plays it.
ROLES = ("", "keeper", "office", "bureau", "division", "council", "auditor")
METHODS = ("GET", "POST")


class Answer(NamedTuple):
    """What came back: the code (``login`` for a redirect to the page of signing in), and everything that is said."""

    code: str
    text: str


def ask(client: Client, cookies: str, method: str, address: str) -> Answer:
    """One request, whose effect is undone, on the store and on the client's cookies."""
    with transaction.atomic():
        answer = client.generic(method, address)
        client.cookies.clear()
        client.cookies.load(cookies)
        content = b"".join(answer)
        transaction.set_rollback(True)
    to_login = answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
    said = f"{answer.headers} {content.decode(errors='replace')}"
    return Answer("login" if to_login else str(answer.status_code), said)


def address_of(route: Route, thing: Thing) -> str:
    """The address of a thing under a route."""
    return reverse(route.name, kwargs=thing.arguments(route))


def hidden_from(world: World, username: str) -> list[str]:
    """The canaries of the drafts that a person may not see."""
    actor = world.actor(username) if username else PUBLIC
    return [canary(kept.slug) for kept in KeptSheet.objects.order_by("slug") if not may(actor, "see", thing_of(kept))]


@pytest.mark.thorough
def test_every_route_answers_every_role_as_the_table_says(world: World) -> None:
    things = make_things(world)
    answers: dict[str, dict[str, tuple[str, ...]]] = {}
    seen: list[str] = []
    for username in ROLES:
        client, hidden = client_as(world, username), hidden_from(world, username)
        cookies = client.cookies.output(header="", sep=";")
        for route in routes():
            targets = list(things.values()) if route.parameters else [next(iter(things.values()))]
            for method in METHODS:
                found = [ask(client, cookies, method, address_of(route, thing)) for thing in targets]
                question = f"{method:5}/{route.address}"
                answers.setdefault(question, {})[username or "public"] = tuple(answer.code for answer in found)
                seen += [
                    f"{username or 'public'} saw {word} at {question}"
                    for answer in found
                    for word in hidden
                    if word in answer.text
                ]
    assert seen == []
    if os.environ.get("GOLDEN") == "write":
        EXPECTED.write_text(written(answers, tuple(TARGETS)), encoding="utf-8")
    assert written(answers, tuple(TARGETS)) == EXPECTED.read_text(encoding="utf-8")


def test_every_route_stands_in_the_table() -> None:
    """A new route has to be asked by every role before it can land: GOLDEN=write make thorough, and read the diff."""
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    there = {line.split()[1] for line in lines if line.startswith("    ")}
    assert {f"/{route.address}" for route in routes()} == there


def test_the_public_sees_no_word_of_a_draft_in_lists_counts_and_searches(world: World) -> None:
    make_things(world)
    client = client_as(world)
    for address in (
        "/",
        "/sheets.json",
        "/sheets.csv",
        "/compare/",
        "/checks/target-keeps/",
        "/errata/",
        "/log/head.json",
    ):
        assert [word for word in hidden_from(world, "") if word in client.get(address).content.decode()] == []
    for slug in TARGETS.values():
        assert [
            word for word in hidden_from(world, "") if word in client.get("/", {"q": canary(slug)}).content.decode()
        ] in (
            [],
            # what was asked for stands in the field of the search, and nowhere else
            [canary(slug)],
        )
