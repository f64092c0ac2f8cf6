"""Laws of the checks of indicators: what is found follows the numbers, not their unit or their order."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing import audit
from monosashi.model import Sheet, Tolerances
from tests.auditing.cases_cycle import reported
from tests.auditing.cases_indicators import means
from tests.auditing.sheets import SHARE, actual, changed

TENTHS = st.integers(1, 2000).map(lambda n: Decimal(n) / 10)
Run = tuple[int, int, int]
_YEAR = st.integers(0, 60)
_RUN = st.tuples(_YEAR, _YEAR, _YEAR)
RUNS = st.tuples(_RUN, _RUN, _RUN)


def codes(sheet: Sheet, by: Tolerances | None = None) -> set[str]:
    return {finding.code for finding in audit(sheet, by)}


def people(value: Decimal) -> dict[str, object]:
    """The last measure in people, with a target of 60.0 and an actual of its last year."""
    targets = [{"years": [f"令和{n}年度"], "value": f"{value}人"} for n, value in ((3, 50), (4, 55), (5, 60))]
    return {
        f"{SHARE}/name": "手続を電子で行った人＜アウトカム指標＞",
        f"{SHARE}/baseline/value": "45人",
        f"{SHARE}/target/value": "60.0人",
        f"{SHARE}/targets": targets,
        f"{SHARE}/actuals": [actual("令和5年度", f"{value}人")],
    }


@given(TENTHS, st.sampled_from(["○", "×"]))
def test_a_mark_is_contradicted_where_the_number_lies_on_the_other_side(value: Decimal, sign: str) -> None:
    found = codes(changed({**people(value), f"{SHARE}/mark": sign}))
    short = value < Decimal("59.5")  # 59.5 and more are 60 in the digits of the yearly target
    assert ("mark-contradicts" in found) == (short if sign == "○" else value >= 60)


@given(TENTHS, st.integers(100, 200))
def test_an_overshoot_is_told_from_the_rate_that_is_set(value: Decimal, limit: int) -> None:
    found = codes(changed(people(value)), Tolerances(overshoot=Decimal(limit)))
    rate = (value / Decimal("60.0") * 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert ("overshoot" in found) == (rate >= limit)


def line(baseline: Decimal | int, run: Run) -> tuple[str, str, str, str]:
    """A baseline and the values of its years, as printed."""
    return f"{baseline}回", f"{run[0]}回", f"{run[1]}回", f"{run[2]}回"


@given(RUNS)
def test_means_to_the_nearest_are_never_wrong(runs: tuple[Run, Run, Run]) -> None:
    talks, abroad, home = (line((Decimal(sum(run)) / 3).quantize(Decimal(1), ROUND_HALF_UP), run) for run in runs)
    assert not codes(changed(means(talks, abroad, home))) & {"baseline-mean", "mean-rounding"}


@given(RUNS)
def test_means_rounded_down_are_no_error_but_for_one_beside_two_to_the_nearest(runs: tuple[Run, Run, Run]) -> None:
    talks, abroad, home = (line(sum(run) // 3, run) for run in runs)
    found = codes(changed(means(talks, abroad, home)))
    rests = [sum(run) % 3 for run in runs]
    odd, plain = rests.count(2), rests.count(1)
    slip = (odd, plain) == (1, 2)
    assert ("baseline-mean" in found) == slip
    assert ("mean-rounding" in found) == (odd > 0 and not slip)


@given(st.permutations(range(3)), st.sampled_from([("57.4％", "○"), ("61.0％", "×")]))
def test_the_order_of_the_years_decides_nothing(order: list[int], last: tuple[str, str]) -> None:
    values, sign = ("51.0％", "56.0％", last[0]), last[1]
    actuals = [actual(f"令和{n + 3}年度", values[n]) for n in order]
    found = codes(changed({f"{SHARE}/mark": sign, f"{SHARE}/actuals": actuals}))
    assert found == codes(changed(reported(SHARE, *values, mark=sign))) == {"mark-contradicts"}
