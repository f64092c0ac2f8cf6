"""The published sheet 総務省R3－⑭ through the whole walk: fields, places and findings.

The golden holds codes, paths and figures only: no sentence of the sheet.
"""

from collections import Counter
from pathlib import Path

import pytest

from monosashi.model import Finding, Reading
from monosashi.office import findings_of, read
from tests.corpus.golden_file import assert_golden
from tests.corpus.yardstick import cells, fields

pytestmark = pytest.mark.shared

#: domain.md section 6, but for no-outcome: see the note in docs/decisions/0009.
DESERVED = {
    "target-keeps": 7,
    "already-reached": 1,
    "target-worse": 1,
    "reference-unit": 1,
    "disrupted-year": 7,
    "indicator-without-programme": 1,
    "final-outcome-not-primary": 1,
    "two-measures-one-number": 1,
    # and what the section leaves to later rules: 16 to 12 and 5.5 to 4.5; one paragraph for both measures of ④
    "earlier-target-overshot": 2,
    "rationale-repeated": 1,
}


@pytest.fixture(params=["form.xlsx", "form_v2.xlsx"])
def reading(shared: Path, request: pytest.FixtureRequest) -> Reading:
    (found,) = read((shared / "seed/forms" / request.param).read_bytes(), request.param)
    return found


def _facts(reading: Reading, finding: Finding) -> list[str]:
    place = reading.trace.places(finding.path)[0]
    return [finding.code, finding.severity.value, finding.path, place.cell, finding.expected, finding.found]


def test_findings_of_the_published_sheet(reading: Reading) -> None:
    findings = findings_of(reading)
    assert Counter(finding.code for finding in findings) == DESERVED
    assert_golden(f"seed-{Path(reading.document.name).stem}", [_facts(reading, finding) for finding in findings])


@pytest.mark.parametrize("name", ["form.xlsx", "form_v2.xlsx", "form.pdf", "form_v2.pdf", "form.rewritten.pdf"])
def test_fields_against_the_sheet_read_by_hand(shared: Path, name: str) -> None:
    """All but the goal of the two measures of ④, which every one of them prints beside the first goal."""
    readings = read((shared / "seed/forms" / name).read_bytes(), name)
    assert fields(shared, readings, shared / "seed/R3-14.tables") == (511, 513)
    assert readings[0].coverage.leftover == 0


@pytest.mark.parametrize(
    ("name", "pages", "count"),
    [("form.pdf", "form", 232), ("form_v2.pdf", "form_v2", 232), ("form.rewritten.pdf", "form", 232)],
)
def test_every_cell_of_the_printed_form(shared: Path, name: str, pages: str, count: int) -> None:
    folder = shared / "seed/forms"
    readings = read((folder / name).read_bytes(), name)
    assert cells(shared, readings, folder / f"{pages}.pages.json") == (count, count)
