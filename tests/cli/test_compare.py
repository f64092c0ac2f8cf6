"""``monosashi compare``: sentences by part with both places, or JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from monosashi.cli import app
from monosashi.model import Value
from monosashi.office import publish_sheet
from monosashi.office.samples import sample_sheets
from tests.laws.edits import put

TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    result = CliRunner().invoke(app, ["compare", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """The first sample, and the same with another target."""
    sheet = sample_sheets()[0]
    files = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    files[0].write_bytes(publish_sheet(sheet, "excel"))
    files[1].write_bytes(publish_sheet(put(sheet, TARGET, Value.model_validate("政策協議等：50回程度")), "excel"))
    return files


def test_a_change_is_told_with_both_places_and_ends_with_0(pair: tuple[Path, Path]) -> None:
    code, out, said = run(*pair)
    assert (code, said) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "総務省R3－⑭ → 総務省R3－⑭"
    assert lines[2] == "測定指標 / Indicators  1"
    assert lines[3].startswith("target-moved  [")
    assert lines[3].count("!") == 2
    assert "目標値が政策協議等：41回程度から政策協議等：50回程度に引き上げられました。" in lines[4]
    assert "was raised from" in lines[5]
    assert lines[-1] == "変更 1 件 / changes: 1"


def test_json_has_both_sheets_and_every_change(pair: tuple[Path, Path]) -> None:
    code, out, _ = run(*pair, "--json")
    found = json.loads(out)
    (change,) = found["changes"]
    assert (code, found["before"]["identifier"], found["after"]["title"]) == (
        0, "総務省R3－⑭", "主要な政策に係る政策評価の事前分析表（令和３年度実施政策）",
    )  # fmt: skip
    assert set(change) == {"kind", "part", "before_path", "after_path", "before", "after", "score", "message"}
    assert (change["kind"], change["before_path"], change["after_path"]) == ("target-moved", TARGET, TARGET)
    assert set(change["message"]) == {"ja", "en"}
    assert run(*pair, "--json")[1] == out


def test_a_sheet_beside_itself(pair: tuple[Path, Path]) -> None:
    assert run(pair[0], pair[0])[1].splitlines()[-1] == "変更 0 件 / changes: 0"
    assert json.loads(run(pair[0], pair[0], "--json")[1])["changes"] == []


def test_a_file_that_is_not_there_ends_with_4(pair: tuple[Path, Path]) -> None:
    code, out, said = run(pair[0], "not-there.xlsx")
    assert (code, out) == (4, "")
    assert "no-such-file" in said


@pytest.mark.shared
def test_one_sheet_in_two_layouts_differs_in_nothing(shared: Path) -> None:
    forms = shared / "seed" / "forms"
    assert json.loads(run(forms / "form.xlsx", forms / "form_v2.xlsx", "--json")[1])["changes"] == []
