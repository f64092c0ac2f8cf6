"""Judging a reading: which rule and year, the records, and what an office keeps beside its sheets."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.model import Decisions, Judgement, Pathway, Reading, Sheet, Terms
from monosashi.model.error import MonosashiError
from monosashi.office.judging import (
    COLUMNS,
    judge_reading,
    judgements_csv,
    judgements_json,
    rules_to_choose,
    year_asked,
    years_printed,
)
from monosashi.office.library import FolderLibrary
from tests.publishing.html.judged import judged_sheet
from tests.web.conftest import reading_of

THRESHOLDS = """
[[settings]]
name = "near"
value = 62.5
who = "評価室"
when = 2024-04-01
why = "前回と同じ"
"""
OVERRIDE = """
[[overrides]]
sign = "3"
who = "評価室"
when = 2024-08-01
why = "事情"
"""


def reading(sheet: Sheet | None = None) -> Reading:
    return reading_of(sheet or judged_sheet(), b"judged", "judged.xlsx")


@pytest.mark.parametrize("text", ["2022", "令和4年度", "令和４", "R4", " 2022年度 "])
def test_a_year_may_be_written_as_people_write_it(text: str) -> None:
    assert judge_reading(reading(), year=text).judgement.nendo == years_printed(judged_sheet())[1]


def test_a_year_is_taken_of_the_kind_the_sheet_prints() -> None:
    tree = judged_sheet().model_dump()
    for indicator in tree["goals"][0]["levers"][0]["indicators"]:
        for actual in indicator["measures"][0]["actuals"]:
            actual["year"] = actual["year"]["text"].replace("年度", "事務年度")
        indicator["measures"][0]["targets"] = ()
    sheet = Sheet.model_validate(tree)
    assert year_asked(sheet, "2022").kind.value == "business"


@pytest.mark.parametrize("text", ["令和", "いつか", "0", "令和0年度"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(MonosashiError) as refused:
        judge_reading(reading(), year=text)
    assert refused.value.code == "unknown-year"


def test_an_unknown_rule_is_refused_with_those_there_are() -> None:
    with pytest.raises(MonosashiError, match="common-five") as refused:
        judge_reading(reading(), "no-such")
    assert refused.value.code == "unknown-rule"


def test_the_rule_in_force_is_taken_unless_one_is_named() -> None:
    assert [judge_reading(reading(), rule_id).judgement.rule.id for rule_id in ("", "maff")] == ["soumu", "maff"]
    assert len({one.id for one in rules_to_choose()}) == len(rules_to_choose())


def test_the_years_are_those_with_a_target_or_an_actual_latest_first() -> None:
    assert [nendo.year for nendo in years_printed(judged_sheet())] == [2023, 2022, 2021]


def test_the_json_is_the_judgement_with_its_sheet_and_its_pathways() -> None:
    judged = judge_reading(reading(), "maff")
    (record,) = json.loads(judgements_json([judged]))["judgements"]
    assert record.pop("sheet") == 1
    assert tuple(Pathway.model_validate(path) for path in record.pop("pathways")) == judged.pathways
    assert Judgement.model_validate(record) == judged.judgement
    assert "E+" not in judgements_json([judged])


def test_the_csv_has_a_line_a_measure_in_plain_numbers() -> None:
    lines = list(csv.DictReader(io.StringIO(judgements_csv([judge_reading(reading(), "maff")]))))
    assert tuple(lines[0]) == COLUMNS
    told = [
        [line[name] for name in ("number", "target", "actual", "footing", "met", "level", "mark")] for line in lines
    ]
    assert told == [
        ["①", "30回", "33回", "reported", "true", "110", "A"],
        ["2", "20件", "13件（暫定値）", "provisional", "false", "65", "B"],
        ["③", "8件", "9件", "reported", "true", "112.5", "A"],
        ["4", "80件以下", "", "compiling", "", "", ""],
    ]


def library_with(folder: Path) -> FolderLibrary:
    library = FolderLibrary(folder, lambda _: ())
    library.add(b"judged", [reading()])
    return library


def test_an_office_keeps_thresholds_for_all_sheets_and_decisions_for_each(tmp_path: Path) -> None:
    library = library_with(tmp_path)
    assert library.settings("soumu-R3-9") == (Terms(), Decisions())
    (tmp_path / "thresholds.toml").write_text(THRESHOLDS, encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "soumu-R3-9.toml").write_text(OVERRIDE, encoding="utf-8")
    terms, decisions = library.settings("soumu-R3-9")
    assert [(one.name, one.value, one.who) for one in terms.settings] == [("near", Decimal("62.5"), "評価室")]
    assert [one.sign for one in decisions.overrides] == ["3"]
    assert library.settings("other")[1] == Decisions()


def test_an_override_stands_beside_and_changes_nothing() -> None:
    alone = judge_reading(reading()).judgement
    override = Decisions.model_validate(
        {"overrides": [{"sign": "1", "who": "評価室", "when": "2024-08-01", "why": "事情"}]}
    )
    beside = judge_reading(reading(), decisions=override).judgement
    assert beside.overrides == override.overrides
    assert beside.model_copy(update={"overrides": ()}) == alone


def test_numbers_beyond_all_sense_are_written_out_and_break_nothing() -> None:
    tree = judged_sheet().model_dump_json().replace('"33回"', f'"{"9" * 60}回"').replace('"33"', f'"{"9" * 60}"')
    judged = judge_reading(reading(Sheet.model_validate_json(tree)), "maff")
    first = next(csv.DictReader(io.StringIO(judgements_csv([judged]))))
    assert (first["level"][:5], len(first["level"].partition(".")[0])) == ("33333", 61)
    assert "E+" not in judgements_json([judged])
