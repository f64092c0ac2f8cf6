"""Whole documents of every kind, changed at random, through the worker: a reading or a documented error, every time."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.office.worker import read_in_worker
from monosashi.reading.limits import Limits
from tests.fuzz.mutations import mutated, refused
from tests.fuzz.test_parsers_of_ours import DOCUMENTS

_CODES = set(
    re.findall(r"^\| `([a-z-]+)` \|", (Path(__file__).parents[2] / "docs" / "errors.md").read_text("utf-8"), re.M)
)
#: A changed document is read, or refused; its parser does not break down over it.
_ENDS = {"", *_CODES} - {"worker-died", "worker-time"}
#: A document takes a process; a tenth of the usual examples.
_FEW = settings(max_examples=max(8, settings().max_examples // 10))
_LIMITS = Limits(memory_bytes=1 << 29, seconds=30, cells=50_000, characters=1_000_000)


@pytest.mark.parametrize("name", DOCUMENTS)
@_FEW
@given(st.data())
def test_a_changed_document_is_read_or_refused(name: str, data: st.DataObject) -> None:
    document = data.draw(mutated(st.just(DOCUMENTS[name])))
    assert refused(lambda: read_in_worker(document, name, limits=_LIMITS)) in _ENDS
