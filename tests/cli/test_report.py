"""``monosashi publish --report``: the draft of an evaluation report, judged on an office's own terms."""

from pathlib import Path

import pytest

from monosashi.model import StatementRole
from monosashi.office import publish_sheet, read
from monosashi.office.samples import sample_sheets
from tests.cli.command import run

THRESHOLDS = """
[[settings]]
name = "near"
value = 70
who = "評価室"
when = 2024-04-01
why = "前回と同じ水準"
"""
DECISIONS = """
[[overrides]]
sign = "3"
who = "評価室長"
when = 2024-08-01
why = "集計中の指標を除いた。"
"""


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that has actuals."""
    file = tmp_path_factory.mktemp("in") / "mirai.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[1], "excel"))
    return file


def test_the_report_states_what_a_person_decided_and_by_which_thresholds(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "thresholds.toml").write_text(THRESHOLDS, encoding="utf-8")
    (tmp_path / "decisions.toml").write_text(DECISIONS, encoding="utf-8")
    out = tmp_path / "report.xlsx"
    files = ("--thresholds", tmp_path / "thresholds.toml", "--decisions", tmp_path / "decisions.toml")
    code, said, _ = run("publish", workbook, "--report", "--rule", "common-five", *files, "--to", "excel", "-o", out)
    assert (code, said) == (0, b"")
    (found,) = read(out.read_bytes(), out.name)
    policy = found.sheet.policy
    assert (found.sheet.form, policy.text(StatementRole.RESULT)) == ("hyoujun-hyoka", "相当程度進展あり")
    assert policy.text(StatementRole.RESULT_REASON).count("集計中の指標を除いた。") == 1
    assert "閾値「near」" not in policy.text(StatementRole.RESULT_REASON)


def test_the_form_may_be_named(workbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    assert run("publish", workbook, "--report", "--form", "mlit-kohyo", "--to", "json", "-o", out)[0] == 0
    (found,) = read(out.read_bytes(), out.name)
    assert found.sheet.form == "mlit-kohyo"


@pytest.mark.parametrize(
    "options",
    [
        ("--report", "--to", "csv"),
        ("--rule", "maff", "--to", "json"),
        ("--report", "--form", "soumu-jizen-r3", "--to", "json"),
    ],
)
def test_what_is_asked_wrongly_is_told(workbook: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    code, out, said = run("publish", workbook, *options, "-o", tmp_path / "out")
    assert (code, out, bool(said), (tmp_path / "out").exists()) == (2, b"", True, False)
