"""Every promise names its proof: the tests that the page on reliability points at exist."""

import re

from tests.docs.pages import ROOT

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_ROW = re.compile(r"^\| (?!---|約束)(.+)$", re.M)
PAGE = ROOT / "docs" / "reliability.md"


def test_every_test_that_is_named_exists() -> None:
    named = _NAMED.findall(PAGE.read_text(encoding="utf-8"))
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists() or f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert named
    assert missing == []


def test_every_promise_names_a_test() -> None:
    rows = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert rows
    assert [row for row in rows if not _NAMED.search(row)] == []
