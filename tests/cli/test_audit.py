"""``monosashi audit`` beside an earlier sheet, with decisions and tolerances: what it writes where, and how it ends."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from monosashi.cli import app
from monosashi.model import Document, Reading, Sheet, Trace
from monosashi.publishing.json import reading_to_json
from tests.auditing.budgets import ROWS, budget
from tests.auditing.next_year import rolled_tree
from tests.auditing.sheets import SCHOOLS, SHARE, TALKS, changed, clean

#: An error of its own, and a change from the earlier sheet.
WRONG = {f"{SHARE}/target/value": "61.0％"}
WAIVER = """
[[waivers]]
code = "last-yearly-target"
path = "/goals/1"
who = "政策評価室 山田"
when = 2026-04-01
why = "次の版で直す。"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the clean sheet and the next year's, to stand in."""
    keep(tmp_path / "r3.json", changed({}))
    keep(tmp_path / "r4.json", later({}))
    keep(tmp_path / "wrong.json", later(WRONG))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def keep(file: Path, sheet: Sheet) -> None:
    """A reading of a sheet that was made, not read."""
    reading = Reading(document=Document(name=file.name, sha256="0" * 64), sheet=sheet, trace=Trace())
    file.write_bytes(reading_to_json(reading))


def later(changes: Mapping[str, Any]) -> Sheet:
    """The next year's sheet with changes."""
    return changed(changes, rolled_tree(clean()))


def audit(*words: str) -> Result:
    """The command as a terminal runs it."""
    return CliRunner().invoke(app, ["audit", *words])


def codes(result: Result) -> list[tuple[str, str]]:
    """Code and path of each finding of a JSON report."""
    return [(one["code"], one["path"]) for one in json.loads(result.stdout)["findings"]]


@pytest.mark.usefixtures("folder")
def test_beside_an_earlier_sheet_the_changes_join() -> None:
    assert codes(audit("r4.json", "--against", "r3.json", "--json")) == []
    alone, beside = audit("wrong.json", "--json"), audit("wrong.json", "--against", "r3.json", "--json")
    own = ("last-yearly-target", f"{SHARE}/targets/2/value")
    assert (alone.exit_code, codes(alone)) == (1, [own])
    assert (beside.exit_code, codes(beside)) == (1, [own, ("target-changed", f"{SHARE}/target/value")])


def test_what_only_differs_from_the_earlier_sheet_is_no_error(folder: Path) -> None:
    keep(folder / "softer.json", later({f"{SHARE}/target/value": "58.0％", f"{SHARE}/targets/2/value": "58.0％"}))
    result = audit("softer.json", "--against", "r3.json")
    assert result.exit_code == 0
    assert "指標⑥の目標が、前の表から変わっています（令和5年度の目標値：60.0%→58.0%）。" in result.stdout
    assert (
        "Indicator ⑥: the target is not the earlier sheet's (the target for FY2023: 60.0%, now 58.0%)." in result.stdout
    )


@pytest.mark.usefixtures("folder")
def test_the_wrong_way_round_is_refused() -> None:
    result = audit("r3.json", "--against", "r4.json", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("against-later: 「r4.json」は「r3.json」より後の表です。")


def test_a_waived_finding_stays_and_does_not_count(folder: Path) -> None:
    (folder / "decisions.toml").write_text(WAIVER, encoding="utf-8")
    result = audit("wrong.json", "--decisions", "decisions.toml", "--json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert (result.exit_code, result.stderr) == (0, "")
    assert finding["waiver"] == {
        "code": "last-yearly-target",
        "path": "/goals/1",
        "who": "政策評価室 山田",
        "when": "2026-04-01",
        "why": "次の版で直す。",
    }
    (row,) = csv.DictReader(io.StringIO(audit("wrong.json", "--decisions", "decisions.toml", "--csv").stdout))
    assert [row[name] for name in ("waived_by", "waived_on", "waived_because")] == [
        "政策評価室 山田",
        "2026-04-01",
        "次の版で直す。",
    ]
    shown = audit("wrong.json", "--decisions", "decisions.toml").stdout
    assert "  了承 / waived: 政策評価室 山田 2026-04-01  次の版で直す。\n" in shown
    assert "error 0 · warning 0 · note 0 · 了承 waived 1 · 規則集 rule set" in shown


def test_one_that_nobody_waived_still_counts(folder: Path) -> None:
    keep(folder / "more.json", later({**WRONG, f"{TALKS}/targets/2/value": "35回（うち小学校15回）"}))
    (folder / "decisions.toml").write_text(WAIVER, encoding="utf-8")
    result = audit("more.json", "--decisions", "decisions.toml", "--json")
    assert result.exit_code == 1
    assert [one["waiver"] is None for one in json.loads(result.stdout)["findings"]] == [True, False]


def test_a_waiver_that_meets_no_finding_is_told(folder: Path) -> None:
    (folder / "decisions.toml").write_text(WAIVER, encoding="utf-8")
    result = audit("r4.json", "--decisions", "decisions.toml", "--json")
    assert (result.exit_code, codes(result)) == (0, [])
    assert result.stderr.startswith(
        "引き受ける指摘がありません：last-yearly-target /goals/1（政策評価室 山田、2026-04-01）。"
    )


@pytest.mark.parametrize(
    ("option", "text", "code", "said"),
    [
        ("--decisions", "[[waivers]\n", 2, "bad-decisions: 判断のファイル「file.toml」 1 行目を"),
        ("--decisions", WAIVER.replace("why", "because"), 2, "bad-decisions: 判断のファイル「file.toml」 2 行目を使えません（waivers 1 why：ありません）"),
        ("--decisions", WAIVER.replace("2026-04-01", '"soon"'), 2, "bad-decisions: 判断のファイル「file.toml」 6 行目を"),
        ("--decisions", WAIVER + WAIVER.replace("yearly", "daily"), 2, "unknown-code: 判断のファイル「file.toml」 10 行目の符号「last-daily-target」は"),
        ("--tolerances", "total = -1\n", 2, "bad-tolerances: 許容差のファイル「file.toml」 1 行目を"),
        ("--tolerances", "\ntotals = 1\n", 2, "bad-tolerances: 許容差のファイル「file.toml」 2 行目を使えません（totals：そのような項目はありません）"),
        ("--tolerances", "x = " + "[" * 100_000, 2, "bad-tolerances: 許容差のファイル「file.toml」"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_where(folder: Path, option: str, text: str, code: int, said: str) -> None:
    (folder / "file.toml").write_text(text, encoding="utf-8")
    result = audit("wrong.json", option, "file.toml")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(said)
    assert " / The file of " in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("option", ["--against", "--decisions", "--tolerances"])
def test_a_file_that_is_not_there_is_told(option: str) -> None:
    result = audit("wrong.json", option, "nowhere.toml")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("no-such-file: 「nowhere.toml」")


def test_tolerances_are_used_and_said(folder: Path) -> None:
    rows = {**ROWS, "carried": "▲ 250 | 205 | ▲120", "total": "7,840 | 7,225 | 7,148", "rate": ""}
    keep(folder / "sums.json", later({"/budgets": [budget(rows)]}))
    (folder / "tolerances.toml").write_text("carried = 45.0\n", encoding="utf-8")
    strict, soft = audit("sums.json", "--json"), audit("sums.json", "--tolerances", "tolerances.toml", "--json")
    assert (strict.exit_code, [code for code, _ in codes(strict)]) == (1, ["carry-over"])
    assert (soft.exit_code, codes(soft)) == (0, [])
    assert json.loads(strict.stdout)["tolerances"]["carried"] is None
    assert json.loads(soft.stdout)["tolerances"]["carried"] == "45.0"
    assert "許容差 tolerance carried 45.0" in audit("sums.json", "--tolerances", "tolerances.toml").stdout


def test_the_sheet_of_another_policy_of_the_year_is_compared_by_name(folder: Path) -> None:
    other = {
        "/policy/statements/0/text": "山村の暮らしを支える",
        "/identifier": "里山庁R4－⑥",
        f"{SCHOOLS}/baseline/value": "累計15校",
    }
    keep(folder / "other.json", later({**other, f"{SCHOOLS}/actuals/1/value": "累計15校"}))
    assert codes(audit("r4.json", "--against", "other.json", "--json")) == [
        ("same-indicator-differs", f"{SCHOOLS}/baseline/value")
    ]
