"""What the findings about a budget say, and a law of its sums: a total that is printed as it is reckoned is never told."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing import audit
from tests.auditing.budgets import budget, table
from tests.auditing.sheets import changed

MONEY = ("sum-wrong", "carry-over", "executed-over-budget")


def said(change: dict[str, object]) -> list[tuple[str, str, str, str, str]]:
    return [(f.expected, f.found, f.message.ja, f.message.en, f.evidence[0].path) for f in audit(changed(change))]


def test_a_wrong_total() -> None:
    assert said(table(total="7,804 | 7,270 | 7,148", rate="")) == [
        (
            "7,840百万円",
            "7,804百万円",
            "平成27年度の合計7,804百万円は7,113、977、-250の合計7,840百万円（許容差1.5百万円）と一致しません。",
            "The total of FY2015, 7,804百万円, is not the sum of 7,113, 977 and -250 (7,840百万円, tolerance 1.5百万円).",
            "/budgets/0/rows/0/amounts/0",
        )
    ]


def test_a_wrong_rate() -> None:
    assert said(table(rate="97.2")) == [
        (
            "98.19％",
            "97.2％",
            "平成27年度の執行率97.2％は7,698÷7,840の98.19％（許容差0.1％）と一致しません。",
            "The execution rate of FY2015, 97.2％, is not 7,698 over 7,840 (98.19％, tolerance 0.1％).",
            "/budgets/0/rows/4/amounts/0",
        )
    ]


def test_what_did_not_arrive() -> None:
    assert said(table(carried="▲ 250 | 205", total="7,840", rate="")) == [
        (
            "250百万円",
            "205百万円",
            "翌年度への繰越しと、翌年度の繰越しの受入れが一致しません（平成27年度の-250百万円と平成28年度の205百万円。許容差1百万円）。",
            "What is carried out of a year is not what is carried into the next (FY2015 -250百万円, FY2016 205百万円; tolerance 1百万円).",
            "/budgets/0/rows/2/amounts/0",
        )
    ]


def test_more_spent_than_the_total() -> None:
    assert said(table(executed="7,841", rate="")) == [
        (
            "≦7,840百万円",
            "7,841百万円",
            "政策全体の平成27年度の執行額7,841百万円が、合計7,840百万円を超えています。",
            "The policy as a whole: execution 7,841百万円 in 平成27年度 exceeds the total 7,840百万円.",
            "/budgets/0/rows/3/amounts/0",
        )
    ]


@given(
    st.integers(0, 10**7),
    st.integers(0, 10**6),
    st.integers(-(10**6), 10**6),
    st.integers(0, 100),
    st.sampled_from([1, 10, 1000]),
)
def test_a_year_that_adds_up_is_never_told(a: int, b: int, c: int, share: int, unit: int) -> None:
    # printed in a larger unit, each amount rounded by itself
    total = max(0, a + b + c)
    amounts = {
        "initial": a,
        "supplementary": b,
        "carried": total - a - b,
        "total": total,
        "executed": share * total // 100,
    }
    rows = {
        kind: f"{(Decimal(amount) / unit).quantize(Decimal(1), ROUND_HALF_UP):,}" for kind, amount in amounts.items()
    }
    findings = audit(changed({"/budgets": [budget(rows)]}))
    assert [finding.code for finding in findings if finding.code in MONEY] == []
