"""Tolerances are parameters of an audit, and a finding says which was in force."""

from decimal import Decimal

import pytest

from monosashi.auditing import audit
from monosashi.model import Tolerances
from tests.auditing.budgets import items, table
from tests.auditing.cases_means import means
from tests.auditing.sheets import changed

OFF_BY_TWO = table(total="7,842 | 7,270 | 7,148", rate="")
OVER_BY_TWO = table(executed="7,842 | 7,270 | 7,148", rate="")
NOT_ARRIVED = table(carried="▲ 250 | 205", total="7,840", rate="")
MEANS_OFF = means("2,217百万円", "1,310百万円", "905百万円")


def codes(change: dict[str, object], **by: str) -> list[str]:
    return [
        finding.code for finding in audit(changed(change), Tolerances(**{name: Decimal(n) for name, n in by.items()}))
    ]


@pytest.mark.parametrize(
    ("change", "name", "least", "code"),
    [
        (OFF_BY_TWO, "total", "2", "sum-wrong"),
        (MEANS_OFF, "total", "2", "programmes-total"),
        ({"/budget_items": items(("●", "300"), ("●", "1,200"), ("小計", "1,502"))}, "total", "2", "sum-wrong"),
        (OVER_BY_TWO, "executed", "2", "executed-over-budget"),
        (NOT_ARRIVED, "carried", "45", "carry-over"),
    ],
)
def test_a_difference_within_the_tolerance_is_not_told(
    change: dict[str, object], name: str, least: str, code: str
) -> None:
    assert codes(change) == [code]
    assert codes(change, **{name: str(Decimal(least) - Decimal("0.1"))}) == [code]
    assert codes(change, **{name: least}) == []


def test_a_tolerance_of_nothing_tells_what_rounding_would_excuse() -> None:
    assert codes(table(total="7,841 | 7,270 | 7,147")) == []
    assert codes(table(total="7,841 | 7,270 | 7,147"), total="0") == ["sum-wrong"]


def test_the_tolerance_is_said() -> None:
    (finding,) = audit(changed(table(executed="7,843", rate="")), Tolerances(executed=Decimal(1)))
    assert (
        finding.message.ja
        == "政策全体の平成27年度の執行額7,843百万円が、合計7,840百万円を超えています（許容差1百万円）。"
    )
    assert finding.message.en.endswith("exceeds the total 7,840百万円 (tolerance 1百万円).")
    (finding,) = audit(changed(MEANS_OFF), Tolerances(total=Decimal("1.5")))
    assert finding.message.ja == (
        "達成手段の額の計が、政策の額と合いません（令和2年度の予算額は計2,215百万円、政策は2,217百万円、許容差1.5百万円）。"
    )
    (finding,) = audit(changed(NOT_ARRIVED), Tolerances(carried=Decimal(40)))
    assert finding.message.en.endswith("tolerance 40百万円).")


def test_how_many_times_apart_looks_like_another_unit_is_a_parameter() -> None:
    apart = means("－", "1,310百万円 | 196,500百万円 | 1,290百万円", "－")
    assert codes(apart) == []
    assert codes(apart, unit_jump="100") == ["unit-implausible"]
