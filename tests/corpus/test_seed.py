"""The published sheet 総務省R3－⑭ through the whole walk: fields, places and findings.

The golden holds codes, paths and figures only: no sentence of the sheet.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from monosashi.model import Finding, Reading
from monosashi.office import findings_of, read
from tests.corpus.golden_file import assert_golden

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


@pytest.mark.parametrize("name", ["form.xlsx", "form_v2.xlsx"])
def test_fields_against_the_sheet_read_by_hand(shared: Path, name: str) -> None:
    """All but the goal of the two measures of ④, which the workbook prints beside the first goal."""
    command = [sys.executable, str(shared / "tools/score.py"), "fields", str(shared / "seed/forms" / name)]
    command += ["--truth", str(shared / "seed/R3-14.tables"), "--command", f"{sys.executable} -m monosashi"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "fields: 511 of 513 right (0.9961)"
