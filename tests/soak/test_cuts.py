"""Power cuts: with the office's settings every answered act is there; with weaker ones the same harness finds losses."""

import shutil

import pytest

from tests.conftest import missing
from tests.soak.cuts import cuts


@pytest.mark.thorough
def test_twenty_power_cuts_lose_no_answered_save_and_with_less_sync_they_do() -> None:
    if shutil.which("cc") is None:
        missing("a C compiler")
    full = cuts(20, seed=20)
    assert (full.cuts, full.lossy, full.broken) == (20, 0, [])
    assert full.syncs >= full.acts
    normal = cuts(20, seed=20, synchronous="NORMAL")
    assert normal.lossy > 0
