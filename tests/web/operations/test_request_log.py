"""What the server tells: a line of JSON a request, and nothing that a person wrote."""

import json
import logging
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.test import Client

from monosashi.web.operations.json_lines import JsonLines
from monosashi.web.views import health
from tests.web.signed_in import client_as
from tests.world import World, canary


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """Everything the loggers of the server tell."""
    out = StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in ("monosashi", "django")]
    for logger in loggers:
        logger.addHandler(handler)
    yield out
    for logger in loggers:
        logger.removeHandler(handler)


def told(lines: StringIO, logger: str = "monosashi.requests") -> list[dict[str, object]]:
    return [said for line in lines.getvalue().splitlines() if (said := json.loads(line))["logger"] == logger]


def test_a_request_is_told_without_what_it_says(world: World, lines: StringIO) -> None:
    answer = client_as(world, "bureau").get(f"/sheets/soumu-R4-2/?q={canary('soumu-R4-2')}")
    (said,) = told(lines)
    assert {key: said[key] for key in ("method", "page", "status", "person", "request")} == {
        "method": "GET",
        "page": "sheets/<slug:name>/",
        "status": 200,
        "person": world.people["bureau"].pk,
        "request": answer["X-Request-ID"],
    }
    assert isinstance(said["ms"], int)
    assert canary("soumu-R4-2") not in lines.getvalue()
    assert "soumu-R4-2" not in lines.getvalue()


def test_an_error_of_the_office_is_told_by_its_code(world: World, lines: StringIO) -> None:
    client_as(world, "bureau").get("/sheets/env-R4-1/")
    (said,) = told(lines)
    assert (said["status"], said["code"]) == (404, "not-in-library")


def test_a_proxys_id_is_taken_if_it_is_a_sane_one(world: World) -> None:
    client = client_as(world)
    assert client.get("/healthz", headers={"x-request-id": "abc-123.def"})["X-Request-ID"] == "abc-123.def"
    assert re.fullmatch("[0-9a-f]{32}", client.get("/healthz", headers={"x-request-id": "a b\n"})["X-Request-ID"])


def test_a_fault_is_told_by_place_and_number_and_never_by_its_words(
    world: World, lines: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault() -> None:
        raise ValueError(canary("soumu-R4-2"))

    monkeypatch.setattr(health, "health", fault)
    client = client_as(world)
    answer = client.get("/healthz")
    (said,) = told(lines, "django.request")
    assert (answer.status_code, said["error"], said["request"]) == (500, "builtins.ValueError", answer["X-Request-ID"])
    assert "test_request_log.py" in str(said["at"])
    assert canary("soumu-R4-2") not in lines.getvalue()
    # the person who saw the page can tell the number
    assert f"<code>{answer['X-Request-ID']}</code>" in answer.content.decode()


def test_a_viewer_tells_nothing_of_its_requests(client: Client, lines: StringIO) -> None:
    assert "X-Request-ID" not in client.get("/")
    assert lines.getvalue() == ""
