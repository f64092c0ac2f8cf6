"""Every hostile file ends within its limits, in a right reading or in a documented error that says what to do."""

import os
import re

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office.worker import read_in_worker
from monosashi.reading.limits import Limits
from tests.hostile.case import MARK, READS, Case
from tests.hostile.corpus import CASES

#: Small, so that what goes past them does so soon.
LIMITS = Limits(
    file_bytes=20_000_000,
    unpacked_bytes=20_000_000,
    pages=200,
    cells=20_000,
    characters=2_000_000,
    memory_bytes=1 << 30,
    seconds=20,
)
_JAPANESE = re.compile("[ぁ-んァ-ン一-龠]")


def outcome(case: Case) -> tuple[str, str]:
    """The code a file ends with, or ``reads``; and what was read or said."""
    try:
        readings = read_in_worker(case.build(), case.file, limits=LIMITS)
    except MonosashiError as error:
        return error.code, f"{error.message.ja}\n{error.message.en}"
    return READS, "\n".join(cell.text for reading in readings for cell in reading.cells)


#: The heavy ones are for the soak.
CHOSEN = [case for case in CASES if not case.heavy or os.environ.get("HYPOTHESIS_PROFILE") == "soak"]


def test_the_corpus_is_large_and_each_case_has_a_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 90


#: One in four is run each time, so that every kind of file is; the rest are for CI.
SHARED_OUT = [
    pytest.param(case, id=str(case), marks=[pytest.mark.thorough] * bool(n % 4)) for n, case in enumerate(CHOSEN)
]


@pytest.mark.parametrize("case", SHARED_OUT)
def test_a_hostile_file_ends_as_it_may(case: Case) -> None:
    code, said = outcome(case)
    assert code in case.outcomes, said
    assert case.never not in said
    assert (MARK in said) == (code == READS)
    assert code == READS or _JAPANESE.search(said)
