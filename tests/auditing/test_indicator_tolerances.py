"""Tolerances of the checks of indicators are parameters: what an office allows decides what is told."""

from decimal import Decimal
from typing import Any

import pytest

from monosashi.auditing import audit
from monosashi.model import Tolerances
from tests.auditing.cases_cycle import reported
from tests.auditing.sheets import SCHOOLS, SHARE, changed

ABOUT = {f"{SHARE}/target/value": "60％程度", f"{SHARE}/targets/2/value": "60％程度"}


@pytest.mark.parametrize(
    ("changes", "by", "codes"),
    [
        (reported(SHARE, "60.0％"), Tolerances(), ["overshoot"]),
        (reported(SHARE, "60.0％"), Tolerances(overshoot=Decimal(121)), []),
        (reported(SHARE, "55.0％"), Tolerances(overshoot=Decimal(110)), ["overshoot"]),
        ({f"{SCHOOLS}/baseline/value": "累計16校（目標値：12校）"}, Tolerances(overshoot=Decimal(150)), []),
        # 119.68 % is told as 120 %, in whole per cent
        ({f"{SHARE}/baseline/value": "45.0％（目標値：37.6％）"}, Tolerances(), ["earlier-target-overshot"]),
        ({**reported(SHARE, "51％", "56％", "55％", mark="○"), **ABOUT}, Tolerances(), []),
        (
            {**reported(SHARE, "51％", "56％", "55％", mark="○"), **ABOUT},
            Tolerances(about=Decimal(5)),
            ["mark-contradicts"],
        ),
        ({**reported(SHARE, "51％", "56％", "54％", mark="○"), **ABOUT}, Tolerances(), []),
        ({**reported(SHARE, "51％", "56％", "53.9％", mark="○"), **ABOUT}, Tolerances(), ["mark-contradicts"]),
        # a target without 程度 allows nothing, but the same digits
        (reported(SHARE, "51.0％", "56.0％", "59.9％", mark="○"), Tolerances(about=Decimal(50)), ["mark-contradicts"]),
        (reported(SHARE, "51.0％", "56.0％", "59.96％", mark="○"), Tolerances(), []),
    ],
)
def test_what_is_allowed_decides_what_is_told(changes: Any, by: Tolerances, codes: list[str]) -> None:
    assert [finding.code for finding in audit(changed(changes), by)] == codes
