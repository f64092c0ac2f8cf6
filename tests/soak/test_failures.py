"""Failures of what the office stands on, with the real thing: a full disk, a database server that stops, one that may only
be read. Each is told, nothing is left half done, and service comes back by itself."""

import contextlib
import http.client
import json
import os
import subprocess
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.conftest import missing
from tests.postgresql import Cluster, programs, running_cluster
from tests.soak.clients import AT_WORK
from tests.soak.server import Server
from tests.soak.truth import Looking

pytestmark = pytest.mark.thorough
SLUG = AT_WORK["office"]


@dataclass
class Person:
    """Somebody at the office's page of one text."""

    port: int
    cookie: str

    def opens(self, address: str) -> int:
        """The status of a page."""
        return self._ask("GET", address, None)[0]

    def saves(self, text: str, started_from: int) -> tuple[int, str]:
        """The status, and the code of the error."""
        body = urllib.parse.urlencode({"text": text, "started_from": started_from})
        status, answer = self._ask("POST", f"/soak/{SLUG}.json", body)
        return status, json.loads(answer).get("error", {}).get("code", "")

    def _ask(self, method: str, address: str, body: str | None) -> tuple[int, bytes]:
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": f"sessionid={self.cookie}", "Content-Type": "application/x-www-form-urlencoded"}
        door.request(method, address, body, headers)
        answer = door.getresponse()
        with contextlib.closing(door):
            return answer.status, answer.read()


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of a few megabytes. Skips where this machine lets nobody mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        missing("the right to mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def served(folder: Path, database: str = "") -> Iterator[tuple[Server, Person]]:
    """A running office and one of its people."""
    server = Server(folder, database)
    cookies = json.loads(server.run("tests.soak.world"))
    try:
        server.start()
        yield server, Person(server.port, cookies["office"])
    finally:
        server.kill()


def problems(server: Server) -> list[str]:
    """What is wrong with the store."""
    looking = Looking(server)
    try:
        return looking.look().problems
    finally:
        looking.end()


def test_a_full_disk_is_told_and_making_room_is_enough(tmp_path: Path) -> None:
    with small_disk(tmp_path) as folder, served(folder) as (server, person):
        assert person.saves("一", 1) == (200, "")
        ballast = folder / "ballast"
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        refused = {person.saves("長い文章" * 20_000, 2) for _ in range(3)}
        pages = [person.opens(address) for address in ("/", f"/sheets/{SLUG}/")]
        ballast.unlink()
        assert (refused, pages) == ({(503, "store-full")}, [200, 200])
        assert person.saves("二", 2) == (200, "")
        assert problems(server) == []


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of one's own."""
    if programs() is None:
        missing("PostgreSQL")
    with running_cluster() as running:
        yield running


def test_a_database_server_that_stops_is_told_and_its_coming_back_is_enough(tmp_path: Path, cluster: Cluster) -> None:
    with served(tmp_path, cluster.url) as (server, person):
        assert person.saves("一", 1) == (200, "")
        cluster.stop()
        assert [person.saves("二", 2), person.saves("二", 2)] == [(503, "store-away")] * 2
        assert person.opens("/") == 503
        cluster.start()
        assert (person.opens("/"), person.saves("二", 2)) == (200, (200, ""))
        assert problems(server) == []


def test_a_database_that_may_only_be_read_is_told_and_reading_goes_on(tmp_path: Path, cluster: Cluster) -> None:
    with served(tmp_path, cluster.url) as (server, person):
        with read_only(cluster.url):
            assert person.saves("一", 1) == (503, "store-read-only")
            assert [person.opens(address) for address in ("/", f"/sheets/{SLUG}/")] == [200, 200]
        assert person.saves("一", 1) == (200, "")
        assert problems(server) == []


@contextlib.contextmanager
def read_only(url: str) -> Iterator[None]:
    """Every session of the server may only read, as an administrator sets it."""
    with psycopg.connect(url, autocommit=True) as keeper:
        keeper.execute("SET default_transaction_read_only=off")
        keeper.execute("ALTER SYSTEM SET default_transaction_read_only=on")
        keeper.execute("SELECT pg_reload_conf()")
        _wait_for(url, "on")
        yield
        keeper.execute("ALTER SYSTEM RESET default_transaction_read_only")
        keeper.execute("SELECT pg_reload_conf()")
        _wait_for(url, "off")


def _wait_for(url: str, wanted: str) -> None:
    """Until new sessions find the setting so."""
    for _ in range(200):
        with psycopg.connect(url) as asking:
            row = asking.execute("SHOW default_transaction_read_only").fetchone()
        if row and row[0] == wanted:
            return
    raise AssertionError(wanted)
