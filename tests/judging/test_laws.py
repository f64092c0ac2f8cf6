"""Laws of judging: no sheet makes it raise, better is never worse, and neither unit nor order nor width of digits counts."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.judging.achievement import achievements
from monosashi.model import Achievement, Nendo, Sheet, Terms
from monosashi.model.path import resolve
from tests.auditing.test_laws import odd_sheets
from tests.judging.series import FIRST, LAST, SECOND, measure, reached, sheet_of
from tests.laws.sheets import sheets

PER_CENT = st.sampled_from([Decimal(n) for n in (0, 1, 5, 10, 150)])
TERMS = st.builds(
    Terms, tolerance=PER_CENT, about=PER_CENT, without_disrupted=st.booleans(), without_provisional=st.booleans()
)
YEARS = st.none() | st.builds(Nendo, year=st.integers(2010, 2030))
NUMBERS = st.decimals(-500, 500, places=1) | st.integers(-30, 30).map(Decimal)
UP, DOWN = "道の駅の数", "道の駅の待ち日数を減らす"
WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，△")


@dataclass(frozen=True)
class Told:
    """A measure as it could be printed: its numbers, the words around them, and the year it is judged in."""

    target: Decimal
    actual: Decimal
    baseline: Decimal | None
    name: str = UP
    bound: str = ""
    lead: str = ""
    unit: str = "駅"
    year: str = LAST
    power: int = 0
    wide: bool = False

    def cell(self, value: Decimal | None, bound: str = "") -> str:
        """The print of a number, in the scale and the width of digits asked for."""
        if value is None:
            return ""
        text = f"{value.scaleb(self.power):f}"
        return f"{self.lead}{text.translate(WIDE) if self.wide else text}{self.unit}{bound}"

    def sheet(self) -> Sheet:
        """The sheet with that one measure."""
        row = measure(
            self.cell(self.target, self.bound),
            {self.year: self.cell(self.actual)},
            name=self.name,
            baseline=self.cell(self.baseline),
        )
        return sheet_of(row)


def numbers(found: Achievement) -> tuple[Any, ...]:
    """Everything of an achievement that is not a print or a path."""
    return (
        found.footing,
        found.shape,
        found.way,
        found.met,
        found.level,
        found.progress,
        found.final_progress,
        found.elapsed,
        found.on_track,
        found.moved,
        found.on_the_way,
    )


TOLD = st.builds(
    Told,
    target=NUMBERS,
    actual=NUMBERS,
    baseline=st.none() | NUMBERS,
    name=st.sampled_from((UP, DOWN, "道の駅の数を維持")),
    bound=st.sampled_from(("", "以上", "以下", "未満", "超", "程度")),
    lead=st.sampled_from(("", "累計")),
    year=st.sampled_from((SECOND, LAST)),
)


@given(sheets() | odd_sheets(), TERMS, YEARS)
def test_no_sheet_makes_judging_raise(sheet: Sheet, terms: Terms, nendo: Nendo | None) -> None:
    found = achievements(sheet, terms, nendo)
    assert achievements(Sheet.model_validate(sheet.model_dump()), terms, nendo) == found
    assert [one.path for one in found if not one.part] == [path for path, _, _ in sheet.measures()]
    for one in found:
        assert one.steps
        assert (one.met is None and one.level is None and one.reached is None) or one.footing.is_evidence
        for path in (*(of.path for of in one.inputs), *(path for step in one.steps for path in step.paths)):
            resolve(sheet, path)


@given(TOLD, st.decimals(0, 300, places=1), TERMS)
def test_a_better_actual_is_never_worse(told: Told, by: Decimal, terms: Terms) -> None:
    worse = reached(told.sheet(), terms)
    down = "小さい" in worse.why.ja
    better = reached(replace(told, actual=told.actual - by if down else told.actual + by).sheet(), terms)
    assert not (worse.met and not better.met)
    assert not (worse.on_track and better.on_track is False)
    for one, other in ((worse.level, better.level), (worse.progress, better.progress)):
        assert one is None or other is None or other >= one


@given(TOLD, st.integers(-3, 6), st.booleans(), TERMS)
def test_neither_scale_nor_width_of_digits_counts(told: Told, power: int, wide: bool, terms: Terms) -> None:
    other = replace(told, power=power, wide=wide)
    assert numbers(reached(other.sheet(), terms)) == numbers(reached(told.sheet(), terms))


@given(TOLD, TERMS)
def test_thousands_and_millions_of_yen_are_one_kind_of_number(told: Told, terms: Terms) -> None:
    in_thousands = replace(told, unit="千円", power=3).sheet()
    apart = in_thousands.model_dump()
    row = apart["goals"][0]["levers"][0]["indicators"][0]["measures"][0]
    row["actuals"][0]["value"] = {"text": replace(told, unit="百万円").cell(told.actual)}
    assert numbers(reached(Sheet.model_validate(apart), terms)) == numbers(reached(in_thousands, terms))


@given(TOLD, TERMS)
def test_up_and_down_are_mirrors(told: Told, terms: Terms) -> None:
    up = replace(told, name=UP, bound="", actual=told.actual, target=told.target or Decimal(1))
    baseline = None if up.baseline is None else -up.baseline
    down = replace(up, name=DOWN, target=-up.target, actual=-up.actual, baseline=baseline)
    one, other = reached(up.sheet(), terms), reached(down.sheet(), terms)
    assert (one.met, one.level, one.progress, one.elapsed, one.on_track, one.moved) == (
        other.met,
        other.level,
        other.progress,
        other.elapsed,
        other.on_track,
        other.moved,
    )


@given(TOLD, PER_CENT, PER_CENT)
def test_more_tolerance_never_turns_met_into_missed(told: Told, one: Decimal, other: Decimal) -> None:
    strict, wide = sorted((one, other))
    narrow = reached(told.sheet(), Terms(tolerance=strict, about=strict))
    loose = reached(told.sheet(), Terms(tolerance=wide, about=wide))
    assert not (narrow.met and not loose.met)
    assert (narrow.level, narrow.progress) == (loose.level, loose.progress)


@given(st.lists(TOLD, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_measures_does_not_count(several: list[Told], random: Any) -> None:
    rows = [measure(one.cell(one.target), {one.year: one.cell(one.actual)}, name=one.name) for one in several]
    order = list(range(len(rows)))
    random.shuffle(order)
    straight = achievements(sheet_of(*rows))
    shuffled = achievements(sheet_of(*(rows[n] for n in order)))
    assert [numbers(one) for one in shuffled] == [numbers(straight[n]) for n in order]


@given(TOLD, TOLD, TERMS)
def test_a_part_is_judged_as_it_would_be_alone(whole: Told, part: Told, terms: Terms) -> None:
    alone = replace(part, name=UP, lead="", bound="", year=LAST, baseline=None)
    inside = {"target": alone.cell(alone.target), "actual": alone.cell(alone.actual)}
    target = f"{replace(whole, lead='').cell(whole.target)}（うち山道{inside['target']}）"
    actual = f"{replace(whole, lead='').cell(whole.actual)}（うち山道{inside['actual']}）"
    both = achievements(sheet_of(measure(target, {LAST: actual}, name=UP)), terms)
    assert [one.part for one in both] == ["", "山道"]
    mine = reached(alone.sheet(), terms)
    assert (both[1].met, both[1].level) == (mine.met, mine.level)
    assert both[0].reached == whole.actual


@pytest.mark.parametrize("year", [FIRST, SECOND])
def test_a_year_that_is_asked_for_is_the_year_judged(year: str) -> None:
    sheet = sheet_of(measure("20駅", {FIRST: "11駅", SECOND: "12駅"}, baseline="10駅"))
    wanted = Nendo(year=2022 if year == FIRST else 2023)
    assert [one.nendo for one in achievements(sheet, nendo=wanted)] == [wanted]
