"""One way to write a record: whatever order it came in, and no two records the same."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.store.canonical import canonical, instant

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
RECORDS = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


def shuffled(record: object) -> object:
    """The same record with its keys the other way round."""
    if isinstance(record, dict):
        return {key: shuffled(record[key]) for key in reversed(list(record))}
    return [shuffled(one) for one in record] if isinstance(record, list) else record


@given(RECORDS)
def test_it_reads_back_as_it_was(record: object) -> None:
    assert json.loads(canonical(record)) == record


@given(RECORDS)
def test_the_order_of_keys_does_not_show(record: object) -> None:
    assert canonical(shuffled(record)) == canonical(record)


@given(RECORDS, RECORDS)
def test_two_records_are_written_alike_only_if_they_are_the_same(one: object, other: object) -> None:
    # True == 1 in Python, and not in JSON
    assert (canonical(one) == canonical(other)) == (
        json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    )


@given(st.decimals(allow_nan=False))
def test_a_decimal_keeps_its_digits(number: Decimal) -> None:
    assert canonical(number) == f'"{number}"'


@given(st.datetimes(timezones=st.timezones()))
def test_an_instant_is_the_same_in_every_zone(time: dt.datetime) -> None:
    try:
        there = time.astimezone(dt.UTC)
    except OverflowError:
        return  # the first and last day of the calendar have no hour elsewhere
    assert instant(time) == instant(there)
    assert dt.datetime.fromisoformat(instant(time)) == there


@pytest.mark.parametrize("record", [1.5, {1: "a"}, dt.datetime(2026, 4, 1), b"a", {"a": {2.0}}])  # noqa: DTZ001  that is the point
def test_what_has_no_one_form_is_refused(record: object) -> None:
    with pytest.raises(TypeError):
        canonical(record)
