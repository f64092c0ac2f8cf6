"""The commands, run as a script would run them: data on standard output, words on standard error, exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from monosashi.office import TABLES, publish_sheet
from monosashi.office.samples import sample_sheets
from tests.cli.command import run, spawned


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without errors, as a workbook."""
    file = tmp_path_factory.mktemp("in") / "soumu.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    return file


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with planted faults."""
    file = tmp_path_factory.mktemp("in") / "faulty.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[1], "excel"))
    return file


def test_read_writes_a_reading_and_tells_its_path(workbook: Path, tmp_path: Path) -> None:
    code, out, said = run("read", workbook, "-o", tmp_path)
    assert (code, out.decode().splitlines()) == (0, [str(tmp_path / "soumu.json")])
    assert "left over 0" in said
    assert json.loads((tmp_path / "soumu.json").read_text())["sheet"]["identifier"]["text"] == "（総務省R3－⑭）"


def test_read_takes_a_folder_and_goes_on_after_a_bad_file(workbook: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(workbook.read_bytes())
    (folder / "b.xlsx").write_bytes(b"no workbook")
    code, out, said = run("read", folder, "-o", tmp_path / "out")
    assert (code, out.decode().splitlines()) == (0, [str(tmp_path / "out" / "a.json")])
    assert "unreadable" in said


def test_the_program_does_what_the_tests_call(faulty: Path, tmp_path: Path) -> None:
    for arguments in (["audit", faulty, "--json"], ["table", "money", faulty], ["audit", tmp_path / "none.xlsx"]):
        assert spawned(*arguments) == run(*arguments)


def test_a_table_is_the_same_from_the_document_and_from_its_reading(workbook: Path, tmp_path: Path) -> None:
    run("read", workbook, "-o", tmp_path)
    for name in ("indicators", "money", "cells"):
        code, out, _ = run("table", name, workbook)
        assert code == 0
        assert run("table", name, tmp_path / "soumu.json") == (0, out, "")
        assert next(csv.reader(io.StringIO(out.decode())))[0] == "sheet"


def test_audit_ends_with_1_only_where_there_is_an_error(workbook: Path, faulty: Path) -> None:
    code, out, _ = run("audit", workbook, "--json")
    assert (code, {f["severity"] for f in json.loads(out)["findings"]}) == (0, {"note", "warning"})
    code, out, _ = run("audit", faulty, "--json")
    found = json.loads(out)["findings"]
    assert (code, {f["severity"] for f in found}) == (1, {"note", "warning", "error"})
    assert set(found[0]) >= {"code", "severity", "path", "place", "expected", "found", "evidence", "message"}
    assert [f["code"] for f in found if f["place"] is None and f["path"]] == []


def test_audit_as_csv_has_the_findings_of_the_json(faulty: Path) -> None:
    found = json.loads(run("audit", faulty, "--json")[1])["findings"]
    rows = list(csv.DictReader(io.StringIO(run("audit", faulty, "--csv")[1].decode())))
    assert [(row["code"], row["path"]) for row in rows] == [(f["code"], f["path"]) for f in found]


@pytest.mark.parametrize(("to", "name"), [("excel", "a.xlsx"), ("html", "a.html"), ("json", "a.json")])
def test_publish_writes_one_file(workbook: Path, tmp_path: Path, to: str, name: str) -> None:
    assert run("publish", workbook, "--to", to, "-o", tmp_path / name)[:2] == (0, b"")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_publish_writes_every_table(workbook: Path, tmp_path: Path) -> None:
    assert run("publish", workbook, "--to", "csv", "-o", tmp_path / "t")[:2] == (0, b"")
    assert sorted(path.stem for path in (tmp_path / "t").iterdir()) == sorted(TABLES)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["table", "nothing", "x.xlsx"], 2, "nothing"),
        (["audit", "x.xlsx", "--json", "--csv"], 2, "--json"),
        (["publish", "x.xlsx", "--to", "stone", "-o", "y"], 2, "--to"),
        (["read"], 2, "paths"),
        (["audit", "not-there.xlsx"], 4, "no-such-file"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments: list[str], code: int, said: str) -> None:
    got, out, words = run(*arguments)
    assert (got, out) == (code, b"")
    assert said in words
    assert "Traceback" not in words


def test_a_workbook_without_a_sheet_ends_with_3(tmp_path: Path) -> None:

    book = Workbook()
    book.worksheets[0]["A1"] = "会議の議事録"
    book.save(tmp_path / "minutes.xlsx")
    assert run("audit", tmp_path / "minutes.xlsx")[0] == 3
    assert run("read", tmp_path / "minutes.xlsx", "-o", tmp_path)[0] == 3


def test_a_form_file_that_is_none_says_where_to_look(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "form.toml").write_text("id = 3")
    code, _, said = run("read", workbook, "-o", tmp_path, "--form", tmp_path / "form.toml")
    assert code == 2
    assert "docs/forms.md" in said
