"""Batches: many files at once, none of which takes the others down, and which go on where they were interrupted."""

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model.error import MonosashiError
from monosashi.office import Outcome, batch_of, files_in, publish_sheet
from monosashi.office.batch_names import names_of
from monosashi.office.outcome import summary_csv
from monosashi.office.samples import sample_sheets
from tests.hostile.package_maker import xlsx
from tests.office.test_worker import breaking


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """A sample as the official workbook."""
    return publish_sheet(sample_sheets()[0], "excel")


@pytest.fixture
def folder(tmp_path: Path, workbook: bytes) -> Path:
    """Two sheets, one of them in a folder below, and three files that are none."""
    (tmp_path / "in" / "below").mkdir(parents=True)
    (tmp_path / "in" / "good.xlsx").write_bytes(workbook)
    (tmp_path / "in" / "below" / "small.xlsx").write_bytes(xlsx())
    (tmp_path / "in" / "broken.xlsx").write_bytes(b"no workbook")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "in" / "~$good.xlsx").write_bytes(b"lock")
    (tmp_path / "in" / "picture.svg").write_bytes(b"<svg/>")
    return tmp_path / "in"


def run(folder: Path, out: Path, *, resume: bool = True) -> list[Outcome]:
    """A whole batch, by file name."""
    batch = batch_of(files_in([folder])[0], out, at_once=2, resume=resume)
    return sorted(batch.run(), key=lambda outcome: outcome.name)


def states(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """What became of each file: its state, or its code."""
    return {outcome.name: outcome.code or outcome.state for outcome in outcomes}


_FIRST = {
    "broken.xlsx": "unreadable",
    "cut.pdf": "unreadable",
    "empty.txt": "no-sheet",
    "good.xlsx": "read",
    "small.xlsx": "read",
}


def test_one_bad_file_takes_no_other_down(folder: Path, tmp_path: Path) -> None:
    (folder / "breaks.xlsx").write_bytes(breaking())
    assert states(run(folder, tmp_path / "out")) == {**_FIRST, "breaks.xlsx": "worker-memory"}
    assert sorted(path.name for path in (tmp_path / "out").glob("*.json")) == ["good.json", "small.json"]
    assert json.loads((tmp_path / "out" / "good.json").read_text())["document"]["name"] == "good.xlsx"


def test_other_files_and_locks_are_left_and_the_others_counted(folder: Path) -> None:
    files, others = files_in([folder, folder / "good.xlsx"])
    assert sorted(file.name for file in files) == sorted(_FIRST)
    assert others == 2


def test_what_was_read_is_kept_and_only_the_rest_is_read(folder: Path, tmp_path: Path, workbook: bytes) -> None:
    out = tmp_path / "out"
    first = run(folder, out)
    again = run(folder, out)
    assert states(again) == {**_FIRST, "good.xlsx": "kept", "small.xlsx": "kept"}
    assert [outcome.written for outcome in again] == [outcome.written for outcome in first]
    assert states(run(folder, out, resume=False)) == _FIRST
    (out / "good.json").write_bytes((out / "good.json").read_bytes()[:-100])
    (folder / "below" / "small.xlsx").write_bytes(workbook)
    assert states(run(folder, out)) == _FIRST


@pytest.mark.thorough
def test_a_journal_that_was_cut_short_is_no_harm(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    journal = out / ".monosashi-read.jsonl"
    journal.write_bytes(journal.read_bytes()[:-30] + b"\xff\n{")
    assert sorted(states(run(folder, out)).values()) == sorted([*list(_FIRST.values())[:3], "kept", "read"])
    assert states(run(folder, out)) == {**_FIRST, "good.xlsx": "kept", "small.xlsx": "kept"}


@pytest.mark.thorough
def test_a_batch_left_early_keeps_what_is_done(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    running = batch_of([folder / "good.xlsx", folder / "below" / "small.xlsx"], out, at_once=1).run()
    done = next(running)
    running.close()
    written = {f"{path.stem}.xlsx": "kept" for path in out.glob("*.json")}
    assert (done.state, done.name in written) == ("read", True)
    assert [path.name for path in out.glob(".*.part")] == []
    assert states(run(folder, out)) == {**_FIRST, **written}


def test_files_of_one_name_are_all_written(tmp_path: Path) -> None:
    for name in ("a/x.xlsx", "b/x.xlsx", "b/X.xlsm", "c/x-2.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(xlsx())
    outcomes = run(tmp_path, tmp_path / "out")
    assert sorted(sheet.output for outcome in outcomes for sheet in outcome.written) == [
        "X.xlsm.json",
        "a-x.xlsx.json",
        "b-x.xlsx.json",
        "x-2.xlsx.json",
    ]


_STEMS = st.sampled_from(["a", "A", "a-2", "a-2-2", "b", "か\u3099", "が", "a.x", "x-a", ""])
_SUFFIXES = st.sampled_from([".xlsx", ".pdf", ".XLSX", ".x"])
_FOLDERS = st.sampled_from(["", "x", "y", "x/y"])


@given(st.sets(st.builds(lambda f, s, e: Path(f) / f"{s}n{e}", _FOLDERS, _STEMS, _SUFFIXES), max_size=12))
def test_no_two_files_are_written_to_one_name(files: set[Path]) -> None:
    names = names_of(sorted(files))
    assert names == names_of(sorted(files, reverse=True))
    written = {f"{name}{end}".casefold() for name in names.values() for end in ("", "-2", "-3")}
    assert len(written) == 3 * len(files)


def test_a_folder_that_takes_no_file_says_so(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(MonosashiError) as error:
        batch_of([folder / "good.xlsx"], tmp_path / "out")
    assert error.value.code == "cannot-write"
    (tmp_path / "here" / "good.json").mkdir(parents=True)
    assert states(run(folder / "good.xlsx", tmp_path / "here")) == {"good.xlsx": "cannot-write"}


def test_the_command_sums_up_and_ends_well_where_one_was_read(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = _monosashi("read", folder, "-o", out)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [str(out / "small.json"), str(out / "good.json")]
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        rows = {Path(row["file"]).name: row["code"] or row["state"] for row in csv.DictReader(file)}
    assert rows == _FIRST
    said = done.stderr.decode()
    for word in ("unreadable", "no-sheet", "まとめ summary"):
        assert word in said
    assert "Traceback" not in said


@pytest.mark.thorough
@pytest.mark.parametrize(("names", "code"), [(["cut.pdf", "empty.txt"], 4), (["empty.txt"], 3), (["broken.xlsx"], 4)])
def test_the_command_ends_with_a_code_where_none_was_read(
    folder: Path, tmp_path: Path, names: list[str], code: int
) -> None:
    assert _monosashi("read", *(folder / name for name in names), "-o", tmp_path / "out").returncode == code


@pytest.fixture
def heeded() -> Iterator[None]:
    """A program that is started heeds an interrupt, also where these tests run in a shell's background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_an_interrupt_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number}.xlsx").write_bytes(xlsx())
    command = [sys.executable, "-m", "monosashi", "read", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "-j", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        assert running.stderr
        running.stderr.readline()
        os.killpg(running.pid, signal.SIGINT)
        out, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "中断しました" in said.decode()
    done = sorted(path.name for path in (tmp_path / "out").glob("*.json"))
    told = sorted(Path(line).name for line in out.decode().splitlines())
    # the interrupt may come between a reading's being kept and its being told: nothing told is missing, one may be untold
    assert [name for name in done if name in told] == told
    assert len(done) - len(told) in (0, 1)
    assert 0 < len(done) < 20
    again = _monosashi("read", tmp_path / "in", "-o", tmp_path / "out")
    assert (again.returncode, len(again.stdout.splitlines())) == (0, 20)
    assert again.stderr.decode().count("前に読んだまま kept）") == len(done)


def _monosashi(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "monosashi", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, check=False)


@pytest.mark.parametrize("name", ["=1+1.xlsx", "+a.pdf", "-b.txt", "@c.docx"])
def test_no_name_in_the_summary_is_a_formula_to_a_spreadsheet(name: str) -> None:
    line = summary_csv([Outcome(file=name, state="failed", code="unreadable")]).splitlines()[1]
    assert line.partition(",")[0] == f"'{name}"
