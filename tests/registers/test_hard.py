"""The hard records, entered and counted: what must happen was written before any code that counts."""

import pytest

from monosashi.model import Nendo
from monosashi.registers.counting import count
from tests.registers.hard.case import Case, cases, number

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_a_record_is_entered_as_the_case_says(name: str) -> None:
    for typed in CASES[name].records:
        record, faults = CASES[name].entered(typed)
        assert sorted({fault.field for fault in faults}) == sorted(typed.faults), (typed.id, faults)
        assert {field: record.text(field) for field in typed.entered} == {
            field: number(text) for field, text in typed.entered.items()
        }
        assert all(record.text(field) == "" for field in typed.faults if field != "last_day")


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.expected])
def test_it_counts_what_the_case_says(name: str) -> None:
    case = CASES[name]
    assert told(case) == said(case)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.expected])
def test_the_order_of_the_records_says_nothing(name: str) -> None:
    case = CASES[name]
    assert told(case, backwards=True) == said(case)


def test_there_are_forty_and_each_says_why() -> None:
    assert len(CASES) >= 40
    assert all(case.title and case.why for case in CASES.values())
    assert all(case.expected or any(one.faults or one.entered for one in case.records) for case in CASES.values())


def told(case: Case, *, backwards: bool = False) -> list[object]:
    """What counting tells, in the shape of the case."""
    rule = case.counting_rule
    records = [case.entered(typed)[0] for typed in case.records]
    found: list[object] = []
    for one in case.expected:
        counts = count(rule, tuple(reversed(records) if backwards else records), Nendo(year=one.nendo))
        this = next(each for each in counts if each.part == one.part)
        assert len({counted.record for counted in this.counted}) == len(this.counted)
        found.append(
            (
                this.value,
                this.of.year if this.of else None,
                (this.numerator, this.denominator) if one.numerator is not None else None,
                {_id(counted.record) for counted in this.counted},
                {_id(left.record): left.code for left in this.left_out},
                {_id(left.record): _id(left.instead) for left in this.left_out if left.instead},
            )
        )
    return found


def said(case: Case) -> list[object]:
    """What the case says."""
    return [
        (
            one.value,
            one.of or one.nendo,
            (one.numerator, one.denominator) if one.numerator is not None else None,
            set(one.counted),
            one.left_out,
            one.instead,
        )
        for one in case.expected
    ]


def _id(address: str) -> str:
    return address.partition("/")[2]
