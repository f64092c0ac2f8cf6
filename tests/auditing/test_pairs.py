"""Each check with a case where it finds, one where it does not, and one where it does not apply.

A case lists every finding its sheet deserves, so that a check which finds too much fails as surely as one which finds
too little.
"""

import pytest

from monosashi.auditing import audit
from monosashi.auditing.checks import CHECKS
from monosashi.model.path import resolve
from tests.auditing.cases import Case
from tests.auditing.cases_cabinet import CABINET
from tests.auditing.cases_cycle import CYCLE
from tests.auditing.cases_errors import ERRORS
from tests.auditing.cases_indicators import INDICATORS
from tests.auditing.cases_means import MEANS
from tests.auditing.cases_money import MONEY
from tests.auditing.cases_structure import STRUCTURE
from tests.auditing.cases_warnings import WARNINGS
from tests.auditing.cases_years import YEARS
from tests.auditing.sheets import changed

CASES = (*ERRORS, *MONEY, *MEANS, *CABINET, *STRUCTURE, *YEARS, *WARNINGS, *INDICATORS, *CYCLE)


def test_the_clean_sheet_deserves_nothing() -> None:
    assert audit(changed({})) == ()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{case.kind}-{n}" for n, case in enumerate(CASES)])
def test_a_change_yields_its_findings_and_no_others(case: Case) -> None:
    findings = audit(changed(case.changes))
    assert sorted((finding.code, finding.path) for finding in findings) == sorted(case.finds)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{case.kind}-{n}" for n, case in enumerate(CASES)])
def test_a_finding_says_where_and_why(case: Case) -> None:
    sheet = changed(case.changes)
    for finding in audit(sheet):
        resolve(sheet, finding.path)
        assert finding.message.ja.endswith("。")
        assert finding.message.en.endswith(".")
        assert finding.message.en[0].isupper()
        assert "\n" not in finding.message.ja + finding.message.en
        for evidence in finding.evidence:
            resolve(sheet, evidence.path)
            assert evidence.text


@pytest.mark.parametrize("code", [module.CHECK.code for module in CHECKS])
def test_every_check_has_a_case_of_each_kind(code: str) -> None:
    assert {case.kind for case in CASES if case.code == code} == {"finds", "clean", "exempt"}
