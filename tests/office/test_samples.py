"""The bundled samples: they load, they say what their heads promise, and every leaf that should mean something does."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.auditing import audit
from monosashi.forms import form, label_key
from monosashi.model import Sheet, State, StatementRole
from monosashi.model.indicator import read_actual
from monosashi.model.path import resolve
from monosashi.office.samples import SAMPLES, sample, sample_sheets

PROSE = {StatementRole.OUTLINE, StatementRole.FINAL_OUTCOME, StatementRole.INTERMEDIATE_OUTCOME}
ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SAMPLES_FOLDER = ROOT / "src" / "monosashi" / "office" / "samples"
_IN_TOML = re.compile(r"^#   (error|warning|note) +([\w-]+) +(\S+)$", re.M)
_IN_DOCS = re.compile(r"^\| (error|warning|note) \| `([\w-]+)` \| `([^`]+)` \|", re.M)
NO_NUMBER = "/goals/1/levers/1/indicators/1/measures/0"
"""The qualitative indicator of the invented sheet: words where others carry numbers."""


@pytest.fixture(params=SAMPLES)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return sample(request.param)


def size(sheet: Sheet) -> dict[str, int]:
    return {
        "goals": len(sheet.goals),
        "levers": sum(len(goal.levers) for goal in sheet.goals),
        "indicators": len(list(sheet.indicators())),
        "measures": len(list(sheet.measures())),
        "rationales": len(sheet.rationales),
        "programmes": len(sheet.programmes),
        "cabinet": len(sheet.cabinet),
        "notes": len(sheet.notes),
    }


def test_the_retold_sheet_has_the_size_of_the_published_one() -> None:
    assert size(sample("soumu-r3-14")) == {
        "goals": 2,
        "levers": 4,
        "indicators": 7,
        "measures": 8,
        "rationales": 7,
        "programmes": 10,
        "cabinet": 3,
        "notes": 5,
    }


def test_the_invented_sheet_has_other_numbers_of_everything() -> None:
    assert size(sample("sample-ministry")) == {
        "goals": 3,
        "levers": 6,
        "indicators": 9,
        "measures": 9,
        "rationales": 8,
        "programmes": 5,
        "cabinet": 2,
        "notes": 5,
    }


def test_an_unknown_sample_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(KeyError, match="known: soumu-r3-14, sample-ministry"):
        sample("r3-15")


def test_both_are_listed_in_order() -> None:
    assert [sheet.identifier.plain for sheet in sample_sheets()] == ["総務省R3－⑭", "未来生活省R6－⑨"]


def test_labels_are_those_of_the_form_in_its_order(sheet: Sheet) -> None:
    expected = expected_labels(sheet)
    assert [label.role for label in sheet.labels] == [role for role, _ in expected]
    for label, (role, keys) in zip(sheet.labels, expected, strict=True):
        assert label_key(label.text) in keys, role


def expected_labels(sheet: Sheet) -> list[tuple[str, frozenset[str]]]:
    """Each role that a label of the sheet must carry, with the keys its words may have."""
    blank = form(sheet.form)
    found = []
    for table in blank.tables:
        found += [(f"{table.part}.side", table.side.keys)] if table.side else []
        found += [(f"{table.part}.{column.role}", column.keys) for column in table.columns]
        found += [(f"{table.part}.total", table.total.keys)] if table.total else []
    aim = next(spec for spec in blank.statements if spec.role is StatementRole.AIM)
    return [*found, ("aim", aim.keys)]


def test_the_heads_labels_are_those_of_the_form(sheet: Sheet) -> None:
    specs = form(sheet.form).statements
    keys = {spec.role: spec.keys for spec in specs} | {inner.role: inner.keys for s in specs for inner in s.inner}
    for statement in sheet.policy.statements:
        assert label_key(statement.label) in keys[statement.role]


def test_the_head_is_understood(sheet: Sheet) -> None:
    assert sheet.title.nendo == sheet.identifier.nendo
    assert sheet.identifier.number is not None
    assert sheet.policy.evaluation.month is not None
    assert [statement.role for statement in sheet.policy.statements] == [
        StatementRole.NAME,
        StatementRole.FIELD,
        StatementRole.OFFICE,
        StatementRole.RESPONSIBLE,
        StatementRole.OUTLINE,
        StatementRole.EVALUATION_MONTH,
        StatementRole.FINAL_OUTCOME,
        StatementRole.INTERMEDIATE_OUTCOME,
    ]


def test_every_number_year_and_date_is_understood(sheet: Sheet) -> None:
    for path, indicator, measure in sheet.measures():
        numeric = sheet.identifier.ministry == "総務省" or path != NO_NUMBER
        assert indicator.number.value is not None, path
        assert measure.name.kind is not None, path
        values = [measure.baseline.value, measure.target.value, *(t.value for t in measure.targets)]
        assert [value.quantity is not None for value in values] == [numeric] * len(values), path
        years = [measure.baseline.year, measure.target.year, *(y for t in measure.targets for y in t.years)]
        assert all(year.nendo for year in [*years, *(actual.year for actual in measure.actuals)]), path
    assert all(link.date.date for link in sheet.cabinet)
    assert all(programme.name.start and programme.related.numbers for programme in sheet.programmes)
    assert all(cell.lines and cell.year.nendo for cell in sheet.money)


def test_actuals_are_in_the_state_that_their_cells_mean(sheet: Sheet) -> None:
    year = sheet.title.nendo.year if sheet.title.nendo else None
    for path, _, measure in sheet.measures():
        assert measure.actuals == tuple(
            read_actual(actual.value.text, actual.year, year) for actual in measure.actuals
        ), path


def test_rationales_point_at_measures_and_cover_each(sheet: Sheet) -> None:
    spoken_of = [path for rationale in sheet.rationales for path in rationale.measures]
    assert spoken_of == [path for path, _, _ in sheet.measures()]
    assert all(resolve(sheet, path) for path in spoken_of)


def test_the_retold_references_are_the_published_figures() -> None:
    references = [
        [(ref.year.nendo.year, ref.quantity.value) for ref in rationale.references if ref.quantity and ref.year.nendo]
        for rationale in sample("soumu-r3-14").rationales
    ]
    assert references == [
        [(2020, Decimal(42)), (2019, Decimal(79)), (2018, Decimal(87))],
        [(2020, Decimal(13)), (2019, Decimal(55)), (2018, Decimal(67))],
        [(2020, Decimal(1)), (2019, Decimal("2.33")), (2018, Decimal("2.25"))],
        [],
        [(2020, Decimal(38)), (2019, Decimal(35)), (2018, Decimal(25))],
        [(2020, Decimal(10)), (2019, Decimal(19)), (2018, Decimal(12))],
        [(2020, Decimal(3)), (2019, Decimal(4)), (2018, Decimal(8))],
    ]


def test_the_invented_sheet_shows_every_way_it_promises() -> None:
    states = {actual.state for _, _, measure in sample("sample-ministry").measures() for actual in measure.actuals}
    assert states == {State.REPORTED, State.COMPILING, State.NOT_SURVEYED, State.NOT_YET, State.UNSTATED}
    zeros = [
        actual.value.text
        for _, _, measure in sample("sample-ministry").measures()
        for actual in measure.actuals
        if actual.value.quantity and actual.value.quantity.value == 0
    ]
    assert zeros == ["0人"]


def test_the_invented_totals_are_the_sums_of_the_programmes() -> None:
    sheet = sample("sample-ministry")
    for n, total in enumerate(sheet.money):
        lines = [line for programme in sheet.programmes for line in programme.money[n].lines if not line.included_only]
        budgets = sum(line.budget or Decimal(0) for line in lines)
        executed = sum(line.executed or Decimal(0) for line in lines)
        assert (total.lines[0].budget, total.lines[0].executed or Decimal(0)) == (budgets, executed)
        assert {line.unit for line in (*lines, *total.lines)} == {"千円"}


def test_the_retold_sheet_deserves_what_the_published_one_deserves() -> None:
    assert Counter(finding.code for finding in audit(sample("soumu-r3-14"))) == {
        "target-keeps": 7,
        "disrupted-year": 7,
        "already-reached": 1,
        "target-worse": 1,
        "reference-unit": 1,
        "indicator-without-programme": 1,
        "no-outcome": 1,
        "final-outcome-not-primary": 1,
        "two-measures-one-number": 1,
        "earlier-target-overshot": 2,
    }


def test_the_audit_finds_what_was_planted_and_nothing_else() -> None:
    found = [(str(f.severity), f.code, f.path) for f in audit(sample("sample-ministry"))]
    assert sorted(found) == sorted(planted(SAMPLES_FOLDER / "sample-ministry.toml", _IN_TOML))
    assert planted(DOCS / "samples.md", _IN_DOCS) == planted(SAMPLES_FOLDER / "sample-ministry.toml", _IN_TOML)


def planted(file: Path, row: re.Pattern[str]) -> list[tuple[str, ...]]:
    """The faults a file says were planted: severity, code, path."""
    return [match.groups() for match in row.finditer(file.read_text(encoding="utf-8"))]


@pytest.mark.shared
def test_no_prose_of_the_published_sheet_was_copied(shared: Path) -> None:
    """Facts may be the same; sentences may not: no run of 25 characters outside names and labels is shared."""
    source = "".join((shared / "seed" / "R3-14.txt").read_text(encoding="utf-8").split())
    sheet = sample("soumu-r3-14")
    prose = [
        *(s.text for s in sheet.policy.statements if s.role in PROSE),
        *(goal.text for goal in sheet.goals),
        *(lever.text for goal in sheet.goals for lever in goal.levers),
        *(rationale.text.split("【参考】")[0] for rationale in sheet.rationales),
        *(programme.outline for programme in sheet.programmes),
        *(link.excerpt for link in sheet.cabinet),
    ]
    for text in prose:
        flat = "".join(text.split())
        runs = [flat[at : at + 25] for at in range(len(flat) - 24)]
        assert [run for run in runs if run in source] == []
