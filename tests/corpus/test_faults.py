"""One number of the published workbook changed: the finding it deserves stands at that cell, and nothing else is new."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from monosashi.model import Finding, Reading, Severity
from monosashi.office import findings_of, read

pytestmark = pytest.mark.shared

Change = tuple[str, str, str]


def changed(data: bytes, *changes: Change) -> Reading:
    """The workbook with words replaced in cells."""
    book = load_workbook(BytesIO(data))
    for cell, old, new in changes:
        text = book.worksheets[0][cell].value
        assert old in text
        book.worksheets[0][cell] = text.replace(old, new, 1)
    out = BytesIO()
    book.save(out)
    (reading,) = read(out.getvalue(), "changed.xlsx")
    return reading


def identity(reading: Reading) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in findings_of(reading)}


def cells(reading: Reading, finding: Finding) -> Iterator[str]:
    """The first cell of each place a finding speaks of."""
    for path in (finding.path, *(item.path for item in finding.evidence)):
        yield from (place.cell.partition(":")[0] for place in reading.trace.places(path))


@pytest.fixture(scope="module")
def data(shared: Path) -> bytes:
    return (shared / "seed/forms/form.xlsx").read_bytes()


FAULTS = [
    *(
        (change, "baseline-mean")
        for change in (
            ("V10", "41", "42"),
            ("V12", "28", "29"),
            ("V14", "45", "44"),
            ("V14", "19件）", "18件）"),
            ("V20", "33", "32"),
            ("V22", "14", "13"),
            ("V24", "5件", "6件"),
            ("AY14", "67件", "97件"),
            ("AY14", "政務レベル33", "政務レベル23"),
            ("AY20", "38回", "48回"),
            ("AY22", "10回", "20回"),
            ("AY24", "３件", "９件"),
        )
    ),
    *(
        (change, "composite-sum")
        for change in (
            ("AY10", "42回", "43回"),
            ("AY10", "79回", "78回"),
            ("AY10", "17回", "18回"),
            ("AY10", "31回", "32回"),
        )
    ),
    *(
        (change, "part-whole")
        for change in (
            ("V14", "政務レベル19", "政務レベル46"),
            ("AE14", "政務レベル19", "政務レベル46"),
            ("AM14", "政務レベル19", "政務レベル46"),
            ("AY14", "政務レベル5", "政務レベル14"),
        )
    ),
    *(
        (change, "last-yearly-target")
        for change in (
            ("AU16", "3.4", "3.3"),
            ("AU18", "18", "19"),
            ("AM10", "41", "40"),
            ("AM24", "５件", "４件"),
            ("AM14", "政務レベル19", "政務レベル18"),
        )
    ),
    (("AM29", "1,2,3", "1,2,9"), "related-unknown"),
    (("AX4", "令和６年", "令和５年"), "evaluation-month"),
    (("AX4", "令和６年", "令和７年"), "evaluation-month"),
]


@pytest.mark.parametrize(("change", "code"), FAULTS, ids=[f"{code}-{c[0]}-{c[2]}" for c, code in FAULTS])
def test_a_fault_is_an_error_at_its_cell(data: bytes, change: Change, code: str) -> None:
    reading = changed(data, change)
    new = [f for f in findings_of(reading) if f.code == code]
    assert [change[0] in cells(reading, finding) for finding in new] == [True]
    assert [finding.severity for finding in new] == [Severity.ERROR]


def test_execution_over_budget_is_a_warning(data: bytes) -> None:
    reading = changed(data, ("U38", "22,470", "26,701"))
    found = [finding for finding in findings_of(reading) if finding.code == "executed-over-budget"]
    assert [(f.severity, "U38" in cells(reading, f)) for f in found] == [(Severity.WARNING, True)]
    assert Severity.ERROR not in {finding.severity for finding in findings_of(reading)}


@pytest.mark.parametrize("change", [("I42", "2021", "2022"), ("U42", "１８日", "１９日")])
def test_a_day_that_is_not_the_documents_is_a_warning(data: bytes, change: Change) -> None:
    (plain,) = read(data, "form.xlsx")
    reading = changed(data, change)
    assert identity(reading) - identity(plain) == {("cabinet-date", "/cabinet/0/date")}
    (found,) = [finding for finding in findings_of(reading) if finding.code == "cabinet-date"]
    assert (found.severity, "U42" in cells(reading, found)) == (Severity.WARNING, True)


QUIET = [
    ("AM16", "4.1", "4.2"),
    ("AQ16", "3.7", "3.8"),
    ("V18", "12社", "13社"),
    ("V16", "4.5", "4.6"),
    ("AM18", "14", "15"),
    ("BC29", "0140", "0240"),
    ("U38", "26,700", "26,900"),
    ("U38", "8,500", "8,600"),
    ("U39", "2,616", "2,617"),
    ("AG39", "1,344", "1,345"),
    ("C29", "17年度", "18年度"),
    ("AY18", "２．３３", "２．４３"),
]


@pytest.mark.parametrize("change", QUIET, ids=[f"{c[0]}-{c[2]}" for c in QUIET])
def test_a_number_nothing_else_speaks_of_raises_nothing_new(data: bytes, change: Change) -> None:
    (plain,) = read(data, "form.xlsx")
    assert identity(changed(data, change)) == identity(plain)
