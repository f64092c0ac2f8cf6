"""Laws of counting, whatever the records: every record is told once, years add up, a part is within its whole."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import (
    Choice,
    Condition,
    Count,
    CountedUnit,
    CountingRule,
    FieldKind,
    FieldText,
    Message,
    Nendo,
    Record,
    RecordState,
    Register,
    RegisterField,
    Span,
    Subset,
)
from monosashi.registers.counting import REASONS, count

YEARS = (2018, 2019, 2020, 2021)
OWN, OTHER = "里山の学習", "別の政策"


def _said(text: str) -> Message:
    return Message(ja=text, en=text)


def _field(code: str, kind: FieldKind, *choices: str) -> RegisterField:
    made = tuple(Choice(code=choice, name=_said(choice)) for choice in choices)
    return RegisterField(code=code, name=_said(code), kind=kind, choices=made)


REGISTER = Register(
    code="walks",
    name=_said("歩く会"),
    counted=_said("一回"),
    fields=(
        _field("title", FieldKind.TEXT),
        _field("held_on", FieldKind.DATE),
        _field("last_day", FieldKind.DATE),
        _field("form", FieldKind.CHOICE, "walk", "talk"),
        _field("event", FieldKind.TEXT),
        _field("countries", FieldKind.COUNTRIES),
        _field("partners", FieldKind.NAMES),
        _field("above", FieldKind.MONEY),
        _field("below", FieldKind.MONEY),
    ),
    day="held_on",
    title="title",
)
RULE = CountingRule(
    code="walks",
    register_code="walks",
    text=_said("歩く会の回数"),
    conditions=(Condition(field="form", one_of=("walk",)),),
    subsets=(Subset(part="海外", conditions=(Condition(field="countries", filled=True),)),),
    day="held_on",
    last_day="last_day",
    same_event=(("event",), ("title", "countries")),
    valid_from=Nendo(year=2015),
    source=_said("見本"),
)


def _rule(counts: CountedUnit, span: Span = Span.YEAR, since: str = "") -> CountingRule:
    counted = {CountedUnit.DISTINCT: "partners", CountedUnit.SUM: "above", CountedUnit.RATIO: "above"}.get(counts, "")
    change = {
        "counts": counts,
        "counted": counted,
        "below": "below" if counts is CountedUnit.RATIO else "",
        "digits": 1 if counts is CountedUnit.RATIO else None,
        "span": span,
        "since": since,
    }
    return RULE.model_copy(update=change)


ALL_RULES = [_rule(counts, span) for counts in CountedUnit for span in Span] + [
    _rule(CountedUnit.RECORDS, Span.CUMULATIVE, "2018-10-01")
]
days = st.dates(dt.date(2018, 3, 28), dt.date(2022, 4, 3)).map(dt.date.isoformat) | st.sampled_from(
    ["2019-03-31", "2019-04-01", "2020-03-31", ""]
)
texts = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["山歩き", "山 歩き", "川歩き", "海", ""]),
        "held_on": days,
        "form": st.sampled_from(["walk", "walk", "walk", "talk", ""]),
        "event": st.sampled_from(["", "", "", "春", "秋"]),
        "countries": st.sampled_from(["", "JP", "FR JP", "JP FR", "BR"]),
        "partners": st.sampled_from(["", "甲社", "甲社\n乙社", "乙社\n甲社", "丙社"]),
        "above": st.sampled_from(["", "0", "1", "2.5", "100"]),
        "below": st.sampled_from(["", "0", "3", "7"]),
    }
)


def _record(n: int, values: dict[str, str], state: RecordState, policy: str) -> Record:
    filled = tuple(FieldText(field=code, text=text) for code, text in values.items() if text)
    return Record(kind="walks", id=f"W-{n}", state=state, policy=policy, values=filled)


@st.composite
def record_lists(draw: st.DrawFn) -> list[Record]:
    states = st.sampled_from([RecordState.ENTERED] * 5 + [RecordState.DRAFT, RecordState.CANCELLED])
    policies = st.sampled_from(["", OWN, f"政策7：{OWN}", OTHER])
    listed = draw(st.lists(st.tuples(texts, states, policies), max_size=14))
    return [_record(n, *one) for n, one in enumerate(listed)]


def counted(rule: CountingRule, records: list[Record], year: int) -> tuple[Count, ...]:
    return count(rule, records, Nendo(year=year), policy=OWN, register=REGISTER)


def whole(rule: CountingRule, records: list[Record], year: int) -> Count:
    return counted(rule, records, year)[0]


def value(found: Count) -> Decimal:
    assert found.value is not None
    return found.value


@given(record_lists(), st.sampled_from(ALL_RULES), st.sampled_from(YEARS))
def test_every_record_is_told_once_with_a_reason_in_both_languages(
    records: list[Record], rule: CountingRule, year: int
) -> None:
    for found in counted(rule, records, year):
        told = [one.record for one in found.counted] + [one.record for one in found.left_out]
        assert Counter(told) == Counter(record.address for record in records)
        assert {left.code for left in found.left_out} <= set(REASONS)
        said = [one.because for one in found.counted] + [one.because for one in found.left_out]
        assert all(because.ja and because.en for because in said)
        assert all((left.code in ("same-event", "same-value")) == bool(left.instead) for left in found.left_out)
        assert all(left.instead in told for left in found.left_out if left.instead)


@given(record_lists(), st.sampled_from(ALL_RULES), st.sampled_from(YEARS), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    records: list[Record], rule: CountingRule, year: int, chance: Random
) -> None:
    mixed = list(records)
    chance.shuffle(mixed)
    assert counted(rule, mixed, year) == counted(rule, records, year)


@given(record_lists(), st.sampled_from([CountedUnit.RECORDS, CountedUnit.SUM]))
def test_years_add_up_to_what_is_cumulative(records: list[Record], counts: CountedUnit) -> None:
    years = range(2017, 2023)
    total = sum((value(whole(_rule(counts), records, year)) for year in years), Decimal(0))
    assert total == value(whole(_rule(counts, Span.CUMULATIVE), records, 2022))
    counted_in = [one.record for year in years for one in whole(_rule(counts), records, year).counted]
    assert len(counted_in) == len(set(counted_in))


@given(record_lists(), st.sampled_from([CountedUnit.RECORDS, CountedUnit.SUM, CountedUnit.DISTINCT]))
def test_what_is_cumulative_never_falls(records: list[Record], counts: CountedUnit) -> None:
    rule = _rule(counts, Span.CUMULATIVE)
    values = [value(whole(rule, records, year)) for year in YEARS]
    assert values == sorted(values)


@given(record_lists(), st.sampled_from(ALL_RULES), st.sampled_from(YEARS))
def test_a_part_is_within_its_whole(records: list[Record], rule: CountingRule, year: int) -> None:
    entire, part = counted(rule, records, year)
    if rule.counts is CountedUnit.RATIO:
        assert {one.record for one in part.counted} <= {one.record for one in entire.counted}
    elif entire.value is not None:
        assert value(part) <= entire.value
    if rule.counts is CountedUnit.RECORDS:
        assert {one.record for one in part.counted} <= {one.record for one in entire.counted}


@given(record_lists(), st.sampled_from(YEARS))
def test_a_joint_event_counts_once_whoever_enters_it_again(records: list[Record], year: int) -> None:
    before = whole(RULE, records, year)
    again = [
        record.model_copy(update={"id": f"W-{100 + n}"})
        for n, record in enumerate(records)
        if record.text("event") or (record.text("title") and record.text("countries"))
    ]
    after = whole(RULE, records + again, year)
    assert after.value == before.value
    assert {one.record for one in after.counted} == {one.record for one in before.counted}


@given(record_lists(), st.sampled_from(YEARS))
def test_a_record_less_is_one_less_in_number_and_explanation(records: list[Record], year: int) -> None:
    before = whole(RULE, records, year)
    stand_ins = {left.instead for left in before.left_out}
    for gone in before.counted:
        if gone.record in stand_ins:
            continue
        after = whole(RULE, [record for record in records if record.address != gone.record], year)
        assert value(after) == value(before) - 1
        assert [one for one in before.counted if one != gone] == list(after.counted)
        assert after.left_out == before.left_out


@given(record_lists(), st.sampled_from(YEARS))
def test_the_latest_year_is_one_that_has_an_event(records: list[Record], year: int) -> None:
    found = whole(_rule(CountedUnit.RECORDS, Span.LATEST), records, year)
    if found.of is None:
        assert (found.value, found.counted) == (None, ())
        return
    assert found.of.year <= year
    assert value(found) == value(whole(RULE, records, found.of.year)) > 0
    assert [value(whole(RULE, records, later)) for later in range(found.of.year + 1, year + 1)] == [0] * (
        year - found.of.year
    )


@given(record_lists(), st.sampled_from(YEARS))
def test_a_ratio_is_the_quotient_of_what_it_lists(records: list[Record], year: int) -> None:
    found = whole(_rule(CountedUnit.RATIO, Span.CUMULATIVE), records, year)
    above = sum((one.adds for one in found.counted), Decimal(0))
    below = sum((one.adds_below for one in found.counted), Decimal(0))
    assert (found.numerator, found.denominator) == (above, below)
    assert (found.value is None) == (below == 0)
    if found.value is not None:
        assert abs(found.value - above / below) <= Decimal("0.05")
