"""Decisions: which findings a waiver answers for, and what a file of them may say."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing import catalogue
from monosashi.model import (
    Decisions,
    Document,
    Finding,
    Message,
    Override,
    Reading,
    Severity,
    Tolerances,
    Trace,
    Waiver,
)
from monosashi.model.error import MonosashiError
from monosashi.office import FolderLibrary, load_decisions, load_tolerances, unmet, waived
from monosashi.office.decisions import known_codes
from monosashi.office.finding_codes import READING_CODES, UNREAD
from tests.auditing.sheets import SHARE, changed

MEASURE = "/goals/0/levers/0/indicators/0/measures/0"
PATHS = ("", "/goals/0", MEASURE, f"{MEASURE}/target/value", f"{MEASURE}/target/valued", "/goals/01")
CODES = ("target-keeps", "sum-wrong")
ROOT = Path(__file__).parents[2]


def waiver(code: str, path: str = "", who: str = "山田") -> Waiver:
    return Waiver(code=code, path=path, who=who, when=dt.date(2026, 4, 1), why="確かめた。")


def finding(code: str, path: str) -> Finding:
    said = Message(ja="文。", en="Said.")
    return Finding(code=code, severity=Severity.ERROR, path=path, expected="", found="", message=said)


@pytest.mark.parametrize(
    ("path", "meets"),
    [
        ("", True),
        (f"{MEASURE}/target/value", True),
        (MEASURE, True),
        ("/goals/0", True),
        ("/goals/1", False),
        (MEASURE[:-1], False),
    ],
)
def test_a_waiver_answers_for_its_path_and_what_stands_under_it(path: str, meets: bool) -> None:
    found = (finding("target-keeps", f"{MEASURE}/target/value"),)
    decisions = Decisions(waivers=(waiver("target-keeps", path),))
    (after,) = waived(found, decisions)
    assert (after.waiver is not None) == meets
    assert unmet(found, decisions) == (() if meets else decisions.waivers)


def test_the_nearest_of_several_waivers_answers() -> None:
    wide, near = waiver("sum-wrong", who="佐藤"), waiver("sum-wrong", "/budgets/0")
    (after,) = waived((finding("sum-wrong", "/budgets/0/rows/2"),), Decisions(waivers=(near, wide)))
    assert after.waiver == near


@given(
    st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(PATHS)), max_size=6),
    st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(PATHS)), max_size=4),
)
def test_waiving_only_adds_waivers(findings: list[tuple[str, str]], waivers: list[tuple[str, str]]) -> None:
    found = tuple(finding(code, path) for code, path in findings)
    decisions = Decisions(waivers=tuple(waiver(code, path) for code, path in waivers))
    after = waived(found, decisions)
    assert tuple(one.model_copy(update={"waiver": None}) for one in after) == found
    assert {one.waiver for one in after if one.waiver} <= set(decisions.waivers) - set(unmet(found, decisions))
    assert waived(after, decisions) == after


def test_a_file_of_decisions_and_one_of_tolerances(tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    file.write_text(
        '[[waivers]]\ncode = "sum-wrong"\nwho = "山田"\nwhen = 2026-04-01\nwhy = "確かめた。"\n'
        '[[overrides]]\nsign = "2"\nwho = "佐藤"\nwhen = 2026-05-01\nwhy = "国際情勢による。"\n',
        encoding="utf-8-sig",
    )
    override = Override(sign="2", who="佐藤", when=dt.date(2026, 5, 1), why="国際情勢による。")
    assert load_decisions(file) == Decisions(waivers=(waiver("sum-wrong"),), overrides=(override,))
    file.write_text("carried = 0.10\novershoot = 150\n")
    assert load_tolerances(file) == Tolerances(carried=Decimal("0.10"), overshoot=Decimal(150))
    file.write_text("")
    assert load_tolerances(file) == Tolerances()
    assert load_decisions(file) == Decisions()


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"\n[[waivers]]\ncode = 3\n", "bad-decisions", 3),
        (b"[[waivers]]\ncode = 'sum-wrong'\nwho = ''\nwhen = 2026-04-01\nwhy = 'x'\n", "bad-decisions", 3),
        (b"[[waivers]]\nwho = 'a'\n", "bad-decisions", 1),
        (b"waivers = [{ code = 'no-such', who = 'a', when = 2026-04-01, why = 'x' }]\n", "unknown-code", None),
        (b"waiver = 1\n", "bad-decisions", 1),
        (b"# \xff\n", "bad-decisions", 1),
        (b"a = 1\nb = \n", "bad-decisions", 2),
        (b"[[overrides]]\nsign = '2'\nwho = 'a'\nwhen = 2026-13-01\nwhy = 'x'\n", "bad-decisions", 4),
        (b"#" * 4_000_001, "bad-decisions", None),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, data: bytes, code: str, line: int | None) -> None:
    file = tmp_path / "decisions.toml"
    file.write_bytes(data)
    with pytest.raises(MonosashiError) as caught:
        load_decisions(file)
    assert caught.value.code == code
    told = re.search(r" (\d+) 行目", caught.value.message.ja)
    assert (told and int(told[1])) == line
    assert (f", line {line}," in caught.value.message.en) == (line is not None)


@pytest.mark.parametrize("name", ["none.toml", ".", "a\0b"])
def test_what_is_no_file_is_not_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(MonosashiError, match="no-such-file"):
        load_decisions(tmp_path / name)


def test_the_codes_of_reading_are_those_of_its_page() -> None:
    page = (ROOT / "docs" / "reading-findings.md").read_text(encoding="utf-8")
    assert frozenset(re.findall(r"^\| `([^`]+)` \| \w+ \|", page, re.M)) | {"correction-stale", UNREAD} == READING_CODES
    assert known_codes() == READING_CODES | {text.code for text in catalogue()}


def test_a_kept_sheet_bears_the_waivers_of_its_file(tmp_path: Path) -> None:
    wrong = Reading(
        document=Document(name="a.xlsx", sha256="0" * 64),
        sheet=changed({f"{SHARE}/target/value": "61.0％"}),
        trace=Trace(),
    )
    (tmp_path / "readings").mkdir()
    (tmp_path / "decisions").mkdir()
    (tmp_path / "readings" / "a.json").write_text(wrong.model_dump_json())
    library = FolderLibrary(tmp_path)
    assert [one.waiver for one in library.get("a").findings] == [None]
    file = tmp_path / "decisions" / "a.toml"
    file.write_text('[[waivers]]\ncode = "last-yearly-target"\nwho = "山田"\nwhen = 2026-04-01\nwhy = "確かめた。"\n')
    assert [one.waiver for one in library.get("a").findings] == [waiver("last-yearly-target")]
    file.write_text("[[waivers]]\n")
    assert [(one.code, one.waiver) for one in library.get("a").findings] == [
        ("last-yearly-target", None),
        ("decisions-unread", None),
    ]
    assert str(tmp_path) not in library.get("a").findings[1].message.ja
    file.unlink()
    assert [one.code for one in library.get("a").findings] == ["last-yearly-target"]
