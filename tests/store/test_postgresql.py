"""The tests' own PostgreSQL server: safe as it comes, and what it acknowledged is there after it was killed."""

import psycopg
import pytest

from tests.conftest import missing
from tests.postgresql import programs, running_cluster

pytestmark = [pytest.mark.thorough, pytest.mark.postgresql]


def test_what_it_acknowledged_outlives_a_kill() -> None:
    if programs() is None:
        missing("PostgreSQL")
    with running_cluster() as cluster:
        url = cluster.url
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept (n integer)")
            connection.execute("INSERT INTO kept VALUES (7)")
        cluster.kill()
        cluster.start()
        assert cluster.url == url
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT n FROM kept").fetchall() == [(7,)]
            settings = ("fsync", "full_page_writes", "synchronous_commit")
            assert [connection.execute(f"SHOW {name}").fetchone() for name in settings] == [("on",)] * 3
