"""``monosashi judge``: data on standard output, exit codes, what a person reads."""

import json
import re
from pathlib import Path

import pytest

from monosashi.model import Judgement, Sheet
from monosashi.office import publish
from tests.cli import command
from tests.office.test_judging import OVERRIDE, THRESHOLDS
from tests.publishing.html.judged import judged_sheet, measure_path
from tests.web.conftest import reading_of


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code, out, err = command.run("judge", *arguments)
    return code, out.decode(), err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reading with results, an office's thresholds, and people's decisions."""
    kept = tmp_path_factory.mktemp("in")
    (kept / "sheet.json").write_bytes(publish(reading_of(judged_sheet(), b"judged", "judged.xlsx"), "json")[""])
    missed = Sheet.model_validate_json(judged_sheet().model_dump_json().replace('"9件"', '"7件"').replace('"9"', '"7"'))
    (kept / "missed.json").write_bytes(publish(reading_of(missed, b"missed", "missed.xlsx"), "json")[""])
    (kept / "thresholds.toml").write_text(THRESHOLDS, encoding="utf-8")
    mark = OVERRIDE.replace('sign = "3"', f'sign = "ロ"\npath = "{measure_path(1)}"')
    (kept / "decisions.toml").write_text(OVERRIDE + mark, encoding="utf-8")
    (kept / "bad.toml").write_text(
        "[[overrides]]\nsign = 'Q'\nwho = 'a'\nwhen = 2024-01-01\nwhy = 'b'\n", encoding="utf-8"
    )
    return kept


def test_json_is_a_list_of_judgements(folder: Path) -> None:
    code, out, said = run(folder / "sheet.json", "--json", "--rule", "maff", "--year", "令和5年度")
    (record,) = json.loads(out)["judgements"]
    assert (code, said, record["sheet"], record["rule"]["id"], record["nendo"]["year"]) == (0, "", 1, "maff", 2023)
    judgement = Judgement.model_validate({k: v for k, v in record.items() if k not in ("sheet", "pathways")})
    assert [one.mark.sign if one.mark else "" for one in judgement.achievements] == ["A", "B", "A", ""]
    assert [path["outcome"]["number"] for path in record["pathways"]] == ["③", "4"]


def test_a_person_reads_the_rule_the_thresholds_the_measures_and_what_would_change(folder: Path) -> None:
    code, out, _ = run(
        folder / "sheet.json", "--thresholds", folder / "thresholds.toml", "--decisions", folder / "decisions.toml"
    )
    assert code == 0
    for told in (
        "規則 rule: 総務省の区分",
        "near = 62.5%:",
        "評価室 2024-04-01 前回と同じ",
        "人の判定 by a person: 3 — 評価室, 2024-08-01: 事情",
        "目標 target 20件 · 実績 actual 13件（暫定値） 暫定 provisional (令和5年度) · × 未達成 missed",
        "人の判定 by a person ロ — 評価室",
        "条件を変えたとき under other assumptions",
        "アウトプットからアウトカムへ from outputs to the outcome: ①、2 → ③",
    ):
        assert told in out


def test_without_a_grade_a_person_reads_what_is_possible_and_what_is_to_be_set(folder: Path) -> None:
    code, out, _ = run(folder / "missed.json", "--rule", "common-five")
    possible = re.search(r"no grade yet +あり得る区分 possible: (.*)", out)
    assert code == 0
    assert possible
    assert re.findall(r"(\d) ", possible[1]) == ["3", "4"]
    assert re.findall(r"未設定 to be set (\w+)", out) == ["well_above", "near"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--rule", "no-such"], "unknown-rule"),
        (["--year", "いつか"], "unknown-year"),
        (["--decisions", "bad.toml"], "unknown-sign"),
        (["--thresholds", "decisions.toml"], "bad-thresholds"),
        (["--decisions", "thresholds.toml"], "bad-decisions"),
    ],
)
def test_what_a_person_got_wrong_ends_with_two_and_a_sentence(folder: Path, arguments: list[str], code: str) -> None:
    given = [folder / one if one.endswith(".toml") else one for one in arguments]
    exit_code, out, said = run(folder / "sheet.json", *given)
    assert (exit_code, out, said.startswith(f"{code}: ")) == (2, "", True)


def test_a_file_without_a_sheet_ends_with_three_and_one_that_cannot_be_read_with_four(folder: Path) -> None:
    assert run(folder / "thresholds.toml")[:2] == (3, "")
    assert run(folder / "none.pdf")[:2] == (4, "")
