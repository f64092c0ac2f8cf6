"""Counting: a rule over records gives a number of a year, with every record that counts and every one that does not.

Each record of the rule's register ends in ``counted`` or in ``left_out``, once. Where several reasons hold, the first in
the order of ``REASONS`` is told.

>>> from monosashi.model import Nendo
>>> from monosashi.registers.rules import shipped_rules
>>> rule = next(rule for rule in shipped_rules() if rule.code == "seminars")
>>> whole, = count(rule, (), Nendo(year=2020))
>>> whole.value, whole.counted, whole.left_out
(Decimal('0'), (), ())
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import (
    Count,
    CountedRecord,
    CountedUnit,
    CountingRule,
    LeftOut,
    Message,
    Nendo,
    Record,
    RecordState,
    Register,
    Span,
    Subset,
)
from monosashi.model.measuring.arithmetic import nearest, quotient, total
from monosashi.registers import counting_words as words
from monosashi.registers.counting_entries import Entry, entries_of, id_order
from monosashi.registers.counting_events import Event, events_of
from monosashi.registers.counting_terms import Terms, terms_of
from monosashi.registers.counting_values import day, holds, item_key, items, year_of

#: The codes of what is left out, in the order in which they are asked.
REASONS = (
    "draft", "cancelled", "other-policy", "filtered", "undated", "unfilled", "before-beginning", "other-year",
    "same-event", "same-value",
)  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """What a rule makes of records before a year is asked for: the events, and what counts in no year. ``days``: those of
    the entered records, in order."""

    terms: Terms
    events: tuple[Event, ...]
    refused: tuple[LeftOut, ...]
    records: dict[str, Record]
    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class Reach:
    """The days that count for a year. ``of``: the year they are of, None where no year has any."""

    first: dt.date
    last: dt.date
    of: Nendo | None

    def __contains__(self, when: dt.date) -> bool:
        return self.of is not None and self.first <= when <= self.last


def count(
    rule: CountingRule,
    records: Iterable[Record],
    nendo: Nendo,
    *,
    policy: str = "",
    register: Register | None = None,
) -> tuple[Count, ...]:
    """The number of a year by a rule: the whole, then each of its parts.

    ``policy``: the one counted for; else those the rule names. ``register``: that of the rule, where it is not one of the
    package's. Raises ``BadRule`` and ``RecordTwice``.
    """
    return counts_of(tally(terms_of(rule, register, policy), records), nendo)


def tally(terms: Terms, records: Iterable[Record]) -> Tally:
    """The events among records. Raises ``RecordTwice``."""
    given = tuple(records)
    entries, refused = entries_of(terms, given)
    own = {record.address: record for record in given if record.kind == terms.register.code}
    entered = (day(one.text(terms.rule.day)) for one in own.values() if one.state is RecordState.ENTERED)
    return Tally(terms, events_of(terms, entries), refused, own, tuple(sorted(filter(None, entered))))


def counts_of(tallied: Tally, nendo: Nendo) -> tuple[Count, ...]:
    """The whole and each part for one year."""
    reach = _reach(tallied, nendo)
    within = [event for event in tallied.events if event.standing.day in reach]
    outside = tuple(_outside(tallied.terms, tallied.events, reach, nendo))
    parts = (None, *tallied.terms.rule.subsets)
    return tuple(_count(tallied, part, within, outside, (nendo, reach)) for part in parts)


def _reach(tallied: Tally, nendo: Nendo) -> Reach:
    rule = tallied.terms.rule
    if rule.span is Span.CUMULATIVE:
        return Reach(day(rule.since) or dt.date.min, nendo.last_day, nendo)
    if rule.span is Span.YEAR:
        return Reach(nendo.first_day, nendo.last_day, nendo)
    years = [year_of(event.standing.day, nendo.kind) for event in tallied.events]
    newest = max((year for year in years if year.year <= nendo.year), key=lambda year: year.year, default=None)
    of = newest or nendo
    return Reach(of.first_day, of.last_day, newest)


def _outside(terms: Terms, events: Iterable[Event], reach: Reach, nendo: Nendo) -> Iterator[LeftOut]:
    """Every entry that does not stand for an event of the year: by its own day, else for the one that stands."""
    for event in events:
        standing = event.standing
        if standing.day not in reach:
            yield _another_year(terms, standing, reach, nendo)
        for other in event.others:
            if other.entry.day not in reach:
                yield _another_year(terms, other.entry, reach, nendo)
                continue
            elsewhere = None if standing.day in reach else year_of(standing.day, nendo.kind)
            because = words.same_event(standing.address, other.shared, elsewhere)
            yield LeftOut(record=other.entry.address, code="same-event", because=because, instead=standing.address)


def _another_year(terms: Terms, entry: Entry, reach: Reach, nendo: Nendo) -> LeftOut:
    if terms.rule.span is Span.CUMULATIVE and entry.day < reach.first:
        because = words.before_beginning(terms.day, entry.day, reach.first)
        return LeftOut(record=entry.address, code="before-beginning", because=because)
    because = words.within(terms.day, entry.day, entry.last, year_of(entry.day, nendo.kind))
    return LeftOut(record=entry.address, code="other-year", because=because)


def _count(
    tallied: Tally,
    part: Subset | None,
    within: list[Event],
    outside: tuple[LeftOut, ...],
    asked: tuple[Nendo, Reach],
) -> Count:
    """The whole, or one part: of the events of the year those that hold what the part asks for."""
    (nendo, reach), rule = asked, tallied.terms.rule
    ours, others = _of_part(tallied.terms, part, within)
    counted, same = (_distinct if rule.counts is CountedUnit.DISTINCT else _each)(tallied.terms, ours, nendo)
    left = (*tallied.refused, *outside, *others, *same)
    above, below = total(one.adds for one in counted), total(one.adds_below for one in counted)
    return Count(
        rule=rule.code,
        rule_version=rule.version,
        part=part.part if part else "",
        nendo=nendo,
        of=reach.of,
        value=_value(rule, above, below) if reach.of else None,
        unit=rule.unit,
        numerator=above if rule.counts is CountedUnit.RATIO else None,
        denominator=below if rule.counts is CountedUnit.RATIO else None,
        counted=counted,
        left_out=tuple(sorted(left, key=lambda one: _told_order(tallied, one))),
        records_since=year_of(tallied.days[0], nendo.kind) if tallied.days else None,
        invented=any(tallied.records[one.record].invented for one in counted),
    )


def _told_order(tallied: Tally, one: LeftOut) -> tuple[int, object]:
    return REASONS.index(one.code), id_order(tallied.records[one.record])


def _of_part(terms: Terms, part: Subset | None, within: list[Event]) -> tuple[list[Event], list[LeftOut]]:
    """The events a part asks for, and the others with the condition that they do not meet."""
    if part is None:
        return within, []
    ours, others = [], []
    for event in within:
        record = event.standing.record
        unmet = next(
            (
                words.filtered(field, record.text(field.code), condition)
                for field, condition in terms.conditioned(part.conditions)
                if not holds(condition, field, record.text(field.code))
            ),
            None,
        )
        if unmet is None:
            ours.append(event)
        else:
            others.append(LeftOut(record=record.address, code="filtered", because=unmet))
    return ours, others


def _value(rule: CountingRule, above: Decimal, below: Decimal) -> Decimal | None:
    if rule.counts is CountedUnit.RATIO:
        return nearest(quotient(above, below), rule.digits or 0) if below else None
    return above if rule.digits is None else nearest(above, rule.digits)


def _each(terms: Terms, events: list[Event], nendo: Nendo) -> tuple[tuple[CountedRecord, ...], list[LeftOut]]:
    """Each event with what it adds, by day."""
    by_day = sorted(events, key=lambda event: event.standing.day)
    return tuple(
        CountedRecord(
            record=event.standing.address,
            adds=event.standing.adds,
            adds_below=event.standing.below,
            because=_because(terms, event, nendo),
        )
        for event in by_day
    ), []


def _distinct(terms: Terms, events: list[Event], nendo: Nendo) -> tuple[tuple[CountedRecord, ...], list[LeftOut]]:
    """Each different value once, with the record of the earliest id that holds it."""
    field = terms.field(terms.rule.counted)
    first: dict[str, str] = {}
    counted: list[tuple[dt.date, CountedRecord]] = []
    same: list[LeftOut] = []
    for event in events:
        address = event.standing.address
        held = {item_key(field, one): one for one in items(field, event.standing.record.text(field.code))}
        new = [one for keyed, one in held.items() if first.setdefault(keyed, address) == address]
        if not new:
            instead = first[next(iter(held))]
            because = words.same_value(field, instead)
            same.append(LeftOut(record=address, code="same-value", because=because, instead=instead))
            continue
        found = CountedRecord(
            record=address, adds=Decimal(len(new)), value_key="\n".join(new), because=_because(terms, event, nendo)
        )
        counted.append((event.standing.day, found))
    return tuple(one for _, one in sorted(counted, key=lambda found: found[0])), same


def _because(terms: Terms, event: Event, nendo: Nendo) -> Message:
    """The day by which it counts, and the entries it stands for."""
    standing = event.standing
    said = words.within(terms.day, standing.day, standing.last, year_of(standing.day, nendo.kind))
    if not event.others:
        return said
    also = words.also_entered(other.entry.address for other in event.others)
    return Message(ja=said.ja + also.ja, en=said.en + also.en)
