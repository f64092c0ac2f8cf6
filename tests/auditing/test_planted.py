"""Faults planted in a sheet that was read: each is found by its rule, and by no rule that its pair does not list."""

from collections import Counter

import pytest

from monosashi.auditing import audit
from monosashi.auditing.checks import CHECKS
from monosashi.model import Sheet, same
from monosashi.office.samples import sample
from monosashi.office.verbs import publish_sheet
from monosashi.reading import read
from tests.auditing.planted import PLANTED
from tests.auditing.planting import Planted

#: What a finding is about: its code, and the measure, the programme or the row whose value it names.
Told = Counter[tuple[str, str]]


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """The retold sheet, printed as a workbook of its form and read back."""
    (reading,) = read(publish_sheet(sample("soumu-r3-14"), "excel"), "sample.xlsx")
    assert same(reading.sheet, sample("soumu-r3-14"))
    return reading.sheet


@pytest.fixture(scope="module")
def plain(sheet: Sheet) -> Told:
    return told(sheet)


def told(sheet: Sheet) -> Told:
    return Counter((finding.code, finding.path) for finding in audit(sheet))


@pytest.mark.parametrize("pair", PLANTED, ids=[f"{pair.rule}-{n}" for n, pair in enumerate(PLANTED)])
def test_a_planted_fault_is_found_by_its_rule_and_by_those_listed(pair: Planted, sheet: Sheet, plain: Told) -> None:
    new = told(pair.plant(sheet)) - plain
    assert {code for code, _ in new} == {pair.rule, *pair.also}


def test_there_are_sixty_pairs_and_more_and_every_rule_has_some() -> None:
    assert len(PLANTED) >= 60
    assert {pair.rule for pair in PLANTED} == {module.CHECK.code for module in CHECKS}
