"""Kills: no acknowledged save is lost, and nothing half done is found, whenever the server or the database is killed."""

import pytest

from tests.conftest import missing
from tests.postgresql import programs
from tests.soak.kills import kills


@pytest.mark.thorough
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_twenty_kills_lose_no_acknowledged_save_and_leave_nothing_half_done(database: str) -> None:
    if database == "postgresql" and programs() is None:
        missing("PostgreSQL")
    figures = kills(20, database, seed=20)
    assert (figures.kills, figures.lost, figures.problems) == (20, [], [])
    assert figures.acknowledged > 20
    assert figures.kept >= figures.acknowledged
