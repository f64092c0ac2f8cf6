"""Health: a load balancer is told whether work can be done; a viewer's answer stays as it was."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from monosashi.office.operations import health as room
from tests.web.signed_in import client_as
from tests.world import World

WELL = {"status": "ok", "database": True, "writable": True, "tables": True}


def test_it_is_well_and_says_how_long_the_log_is(world: World) -> None:
    answer = client_as(world).get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {**WELL, "head": 4})
    assert answer["Cache-Control"].startswith("max-age=0")


def test_while_another_writes_it_is_well(lasting_world: World) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one writer")
    other = sqlite3.connect(connection.settings_dict["NAME"])
    other.execute("BEGIN IMMEDIATE")
    assert client_as(lasting_world).get("/healthz").json() == {**WELL, "head": 4}
    other.close()
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20000,)


def test_tables_of_another_version_are_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_newest", lambda: frozenset({("store", "9999_next")}))
    answer = client_as(world).get("/healthz")
    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "unavailable", "database": True, "writable": True, "tables": False, "head": None},
    )
    assert not MigrationRecorder(connection).applied_migrations().keys() >= {("store", "9999_next")}


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a server is put away by the tests of tests/soak")
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "nowhere" / "monosashi.sqlite3"))
    answer = Client(raise_request_exception=False, headers={"host": "127.0.0.1"}).get("/healthz")
    connection.close()
    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "unavailable", "database": False, "writable": False, "tables": False, "head": None},
    )


def test_a_viewer_answers_as_ever(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "sheets": 2, "broken": 0}
