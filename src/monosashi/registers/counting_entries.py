"""Entries: the records of a rule's register that can count in some year, and the others with why they never do.

The reasons are asked in one order, so that each record has one: draft, cancelled, of another policy, against the rule's
conditions, without its day, without what is counted.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from monosashi.model import CountedUnit, LeftOut, Message, Record, RecordState, RegisterField
from monosashi.model.error import MonosashiError
from monosashi.model.measuring.arithmetic import product
from monosashi.model.naming import policy_key
from monosashi.registers import counting_words as words
from monosashi.registers.counting_terms import Terms
from monosashi.registers.counting_values import AMOUNTS, SEVERAL, amount, day, holds, items

_ONE = Decimal(1)


class RecordTwice(MonosashiError):
    """Two records bear one id in one register, so that no count could name them."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "record-twice",
            f"番号 {address} の記録が二つあります。何も数えていません。どちらかの番号を改めて、もう一度お試しください。",
            f"Two records bear the id {address}. Nothing was counted; give one of them another id and try again.",
        )


@dataclass(frozen=True)
class Entry:
    """A record that can count, with its day and what it adds: 1 or an amount; of a ratio also to the denominator."""

    record: Record
    day: dt.date
    last: dt.date | None
    adds: Decimal = _ONE
    below: Decimal = Decimal(0)

    @property
    def address(self) -> str:
        """How a count names it."""
        return self.record.address


def id_order(record: Record) -> tuple[tuple[tuple[int, str], ...], str]:
    """The stated order of entries: by id, its numbers as numbers, so that K-9 comes before K-10."""
    runs = re.findall(r"\d+|\D+", record.id)
    return tuple((int(run), "") if run.isdecimal() else (-1, run) for run in runs), record.id


def entries_of(terms: Terms, records: Iterable[Record]) -> tuple[tuple[Entry, ...], tuple[LeftOut, ...]]:
    """The entries in the order of their ids, and what never counts. Records of other registers are not the rule's.
    Raises ``RecordTwice``."""
    entries: list[Entry] = []
    left: list[LeftOut] = []
    own = sorted((record for record in records if record.kind == terms.register.code), key=id_order)
    for one, other in pairwise(own):
        if one.id == other.id:
            raise RecordTwice(one.address)
    for record in own:
        found = _entry(terms, record)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            left.append(LeftOut(record=record.address, code=found[0], because=found[1]))
    return tuple(entries), tuple(left)


def _entry(terms: Terms, record: Record) -> Entry | tuple[str, Message]:
    """The entry, or the code and sentence of the first reason why it is none."""
    if refused := _refused(terms, record):
        return refused
    when = day(record.text(terms.rule.day))
    if when is None:
        return "undated", words.undated(terms.day)
    adds = _amount(terms, terms.counted, record)
    below = _amount(terms, terms.below, record)
    for field, found in ((terms.counted, adds), (terms.below, below)):
        if field is not None and found is None:
            return "unfilled", words.unfilled(field)
    last = day(record.text(terms.rule.last_day)) if terms.rule.last_day else None
    each = _ONE if terms.rule.counts is CountedUnit.RATIO else Decimal(0)
    return Entry(record, when, last, _ONE if adds is None else adds, each if below is None else below)


def _refused(terms: Terms, record: Record) -> tuple[str, Message] | None:
    if record.state is RecordState.DRAFT:
        return "draft", words.DRAFT
    if record.state is RecordState.CANCELLED:
        return "cancelled", words.CANCELLED
    if terms.policies and record.policy.strip() and policy_key(record.policy) not in terms.policies:
        return "other-policy", words.other_policy(record)
    for field, condition in terms.conditions:
        if not holds(condition, field, record.text(field.code)):
            return "filtered", words.filtered(field, record.text(field.code), condition)
    return None


def _amount(terms: Terms, field: RegisterField | None, record: Record) -> Decimal | None:
    """What a field adds: its amount; of names and countries in a ratio how many they are; of a value that is only told
    from others, one. None where it is not filled, or no field is asked for."""
    if field is None:
        return None
    text = record.text(field.code)
    if terms.rule.counts is CountedUnit.DISTINCT:
        return _ONE if items(field, text) else None
    if field.kind in AMOUNTS:
        number = amount(text)
        return None if number is None else product(number, terms.rule.scale)
    return Decimal(len(set(items(field, text)))) if field.kind in SEVERAL and text.strip() else None
