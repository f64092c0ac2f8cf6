"""The API: each answer is what its schema says, the same bytes each time, and nobody reads there what is not theirs."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from monosashi.office.collecting import RoundOrder, asks_for, candidates, open_round
from monosashi.office.keeping import clock
from monosashi.office.people.tokens import make_token, revoke_token, tokens_of
from monosashi.office.review.comments import comment, show_to_council
from monosashi.store.models import Release
from monosashi.web.api.views import operations
from tests.office.framework.grown import grown
from tests.office.recording.records import REGISTER, added
from tests.web.api.schema import faults
from tests.web.signed_in import client_as
from tests.world import PEOPLE, SHEETS, World, canary

DOCS = Path(__file__).parents[3] / "docs" / "api.md"


def opened(world: World) -> int:
    """A round that asks what can be asked of the sheets of 2022."""
    office = world.actor("office")
    measures = tuple((sheet.slug, one.identity) for sheet in candidates(office, 2022) for one in sheet.measures)
    day = clock.now().date() + dt.timedelta(days=30)
    return open_round(office, RoundOrder(name="実績の照会", nendo=2022, deadline=day, measures=measures))


def release(world: World, slug: str) -> None:
    kept = world.sheets[slug]
    Release.objects.create(sheet=kept, edition=1, version=kept.newest, person_name="x", time=clock.now())


def addresses(world: World) -> dict[str, str]:
    """Each path of the schema that can be read, filled in so that there is something to read."""
    period, asked = grown(world).period.id, opened(world)
    release(world, "soumu-R4-5")
    shared = {"slug": "soumu-R4-2", "name": "yearly", "period": period, "ministry": "soumu", "nendo": 2022}
    shared |= {"code": REGISTER, "record": added(world).code}
    found = {}
    for one in operations():
        number = asked if "/rounds/" in one.path else 5 if "/editions/" in one.path else 1
        if one.method == "GET":
            found[one.path] = one.path.format(**shared, number=number)
    found["/api/v1/calendar"] += "?year=2022"
    return found


def test_each_answer_is_what_its_schema_says_and_the_same_each_time(world: World) -> None:
    client = client_as(world, "office")
    document = client.get("/api/v1/openapi.json").json()
    for path, address in addresses(world).items():
        answer = client.get(address)
        responses = document["paths"][path]["get"]["responses"]
        schema = responses[str(answer.status_code)]["content"]["application/json"]["schema"]
        assert (answer.status_code, list(faults(answer.json(), schema, document))) == (200, []), address
        again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
        assert (client.get(address).content, again.status_code) == (answer.content, 304)


def texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield name
            yield from texts(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value)
    elif isinstance(tree, str):
        yield tree


#: Whose drafts each person may see; what is released (soumu-R4-5) is everyone's.
SEES = {
    "office": {"soumu-R4-2", "soumu-R4-3", "soumu-R4-5"},
    "office2": {"soumu-R4-2", "soumu-R4-3", "soumu-R4-5"},
    "bureau": {"soumu-R4-2", "soumu-R4-3", "soumu-R4-5"},
    "bureau2": {"soumu-R4-2", "soumu-R4-3", "soumu-R4-5"},
    "division": {"soumu-R4-2", "soumu-R4-3", "soumu-R4-5"},
    "auditor": set(SHEETS),
    "other-office": {"env-R4-1", "soumu-R4-5"},
    "other-ministry": {"env-R4-1", "soumu-R4-5"},
}


@pytest.mark.parametrize(
    "usernames",
    [
        pytest.param(("", "other-office", "bureau"), id="some"),
        pytest.param(("", *PEOPLE), id="everyone", marks=pytest.mark.thorough),
    ],
)
def test_nobody_reads_a_draft_that_is_not_theirs(world: World, usernames: tuple[str, ...]) -> None:
    """Every operation, for every sheet and everyone: no canary of a foreign draft, and none of its slugs in a list."""
    paths = addresses(world)
    lists = [paths[path] for path in paths if "{slug}" not in path and "/editions/" not in path]
    for username in usernames:
        client = client_as(world, username)
        seen = SEES.get(username, {"soumu-R4-5"})
        foreign = set(SHEETS) - seen
        answers = [client.get(address) for address in lists]
        said = "\n".join(text for answer in answers for text in texts(answer.json()))
        for slug in SHEETS:
            of_sheet = [
                client.get(address.replace("soumu-R4-2", slug)) for address in paths.values() if "soumu-R4-2" in address
            ]
            bodies = "".join(answer.content.decode() for answer in of_sheet)
            if slug in foreign:
                assert {answer.status_code for answer in of_sheet} == {404}, (username, slug)
                assert canary(slug) not in bodies + said
                assert slug not in said, (username, slug)


def bearer(client: Client, method: str, address: str, secret: str, body: Any = None) -> tuple[int, Any]:
    answer = client.generic(
        method,
        address,
        data=b"" if body is None else json.dumps(body).encode(),
        content_type="application/json",
        headers={"authorization": f"Bearer {secret}"},
    )
    return answer.status_code, answer.json()


def test_a_token_reads_as_its_person_within_its_scopes_until_it_is_revoked(world: World) -> None:
    number = opened(world)
    division, client = world.actor("division"), Client(headers={"host": "127.0.0.1"})
    read = make_token(division, "表計算", ("read",), 30)
    status, me = bearer(client, "GET", "/api/v1/me", read)
    assert (status, me["username"], me["role"], me["scopes"]) == (200, "division", "division", ["read"])
    ask = next(line for line in asks_for(division, number) if line.slug == "soumu-R4-2")
    body = {"answers": [{"ask": ask.id, "value": "1,250件"}]}
    status, said = bearer(client, "PUT", f"/api/v1/rounds/{number}/answers", read, body)
    assert (status, said["error"]["code"]) == (403, "may-not")
    collect = make_token(division, "回答", ("read", "collect"), 30)
    put = f"/api/v1/rounds/{number}/answers"
    assert bearer(client, "PUT", put, collect, body) == (200, {"added": 1, "changed": 0, "left": 0})
    assert bearer(client, "PUT", put, collect, body) == (200, {"added": 0, "changed": 0, "left": 1})
    (line,) = [one for one in asks_for(division, number) if one.id == ask.id]
    assert line.answer is not None
    assert (line.state, line.answer.reply.text) == ("answered", "1,250件")
    assert bearer(client, "PUT", put, collect, {"answers": [{"ask": "x"}]})[1]["error"]["code"] == "bad-request"
    for token in tokens_of(division):
        revoke_token(division, token.id)
    status, said = bearer(client, "GET", "/api/v1/me", read)
    assert (status, said["error"]["code"]) == (401, "unknown-token")


def test_a_session_changes_nothing_without_the_token_of_our_pages(world: World) -> None:
    number = opened(world)
    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    client.force_login(world.people["division"])
    answer = client.put(f"/api/v1/rounds/{number}/answers", {"answers": []}, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not-from-our-page")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/sheets/nowhere", 404, "not-in-library"),
        ("/api/v1/sheets?limit=0", 400, "bad-request"),
        ("/api/v1/framework", 403, "sign-in-first"),
        ("/api/v1/editions/soumu/2022/2", 404, "no-such-edition"),
        ("/api/v1/nowhere", 404, "not-found"),
    ],
)
def test_refusals_have_codes_and_sentences(world: World, address: str, status: int, code: str) -> None:
    answer = client_as(world).get(address)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], sorted(error["message"])) == (status, code, ["en", "ja"])


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("POST", "/api/v1/sheets", "GET"),
        ("DELETE", "/api/v1/rounds/1/answers", "PUT"),
        ("PUT", "/api/v1/sheets/soumu-R4-2/comments", "GET"),
        ("POST", "/sheets/soumu-R4-2/comments.json", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_as_every_error_is(world: World, method: str, address: str, allowed: str) -> None:
    answer = client_as(world, "office").generic(method, address)
    error = answer.json()["error"]
    assert (answer.status_code, answer["Allow"], error["code"]) == (405, allowed, "wrong-method")
    assert sorted(error["message"]) == ["en", "ja"]


def test_comments_are_read_by_whom_they_are_meant_for(world: World) -> None:
    """The inside of the ministry reads all, a council member what is for the council, strangers nothing."""
    target = "/goals/0/levers/0/indicators/0/measures/0/target/value"
    comment(world.actor("office"), "soumu-R4-2", target, "内部の話")
    comment(world.actor("office"), "soumu-R4-2", "", "委員への話", for_council=True)
    show_to_council(world.actor("office"), "soumu-R4-2", shown=True)
    address = "/api/v1/sheets/soumu-R4-2/comments"
    for username, said in (
        ("division", ["内部の話", "委員への話"]),
        ("council", ["委員への話"]),
        ("auditor", ["内部の話", "委員への話"]),
    ):
        threads = client_as(world, username).get(address).json()
        found = [one["text"] for thread in threads for one in thread["said"]]
        assert found == said, username
    (one,) = client_as(world, "division").get(f"{address}?at={target}").json()
    assert (one["path"], one["said"][0]["who"], one["resolved"]) == (target, "officeさん", False)
    refused = {name: client_as(world, name).get(address) for name in ("", "other-office", "other-ministry")}
    assert {name: answer.json()["error"]["code"] for name, answer in refused.items()} == dict.fromkeys(
        refused, "not-in-library"
    )


def test_the_list_is_filtered_and_paged(world: World) -> None:
    client = client_as(world, "auditor")
    page = client.get("/api/v1/sheets?ministry=soumu&nendo=2022&limit=2&offset=1").json()
    assert (page["total"], [one["slug"] for one in page["sheets"]]) == (3, ["soumu-R4-3", "soumu-R4-5"])
    assert client.get("/api/v1/sheets?q=環境省").json()["total"] == 1


def test_the_docs_list_every_operation(world: World) -> None:
    rows = re.findall(r"^\| `(GET|PUT) (/api/v1/[^`]*)` \|", DOCS.read_text(encoding="utf-8"), re.M)
    assert sorted(rows) == sorted((one.method, one.path) for one in operations())
    page = client_as(world, "bureau").get("/api/").content.decode()
    assert all(f"{one.method} {one.path}" in page for one in operations())
