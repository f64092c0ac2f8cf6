"""Events: what several divisions entered is one event, for which one entry stands.

Two entries are one event where all fields of any of the rule's groups are filled and agree; what is so linked through a
third entry is one event too. The entry of the earliest id stands for it, whatever order records come in, and its day is
the event's: an event counts in one year only, though entries of it should differ in their day.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from monosashi.model import Record, RegisterField
from monosashi.registers.counting_entries import Entry
from monosashi.registers.counting_terms import Alternatives, Terms
from monosashi.registers.counting_values import sameness

Group = tuple[Alternatives, ...]


@dataclass(frozen=True)
class Other:
    """An entry for which another stands. ``shared``: the fields in which the two agree; empty where a third links them."""

    entry: Entry
    shared: tuple[RegisterField, ...]


@dataclass(frozen=True)
class Event:
    """What was done once: the entry that stands for it, and the others."""

    standing: Entry
    others: tuple[Other, ...] = ()


def events_of(terms: Terms, entries: Sequence[Entry]) -> tuple[Event, ...]:
    """The events of entries that stand in the order of their ids, in that order."""
    first = _first_of_each(terms.groups, entries)
    members: dict[int, list[Entry]] = {}
    for n, entry in enumerate(entries):
        members.setdefault(first[n], []).append(entry)
    return tuple(
        Event(standing, tuple(Other(one, _shared(terms.groups, standing.record, one.record)) for one in others))
        for standing, *others in members.values()
    )


def _first_of_each(groups: tuple[Group, ...], entries: Sequence[Entry]) -> list[int]:
    """For each entry the place of the first one it is linked with, by any number of steps."""
    parent = list(range(len(entries)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    seen: dict[tuple[int, Hashable], int] = {}
    for n, entry in enumerate(entries):
        for g, group in enumerate(groups):
            if (agreed := _agreed(group, entry.record)) is None:
                continue
            one, other = root(seen.setdefault((g, agreed), n)), root(n)
            parent[max(one, other)] = min(one, other)
    return [root(n) for n in range(len(entries))]


def _agreed(group: Group, record: Record) -> Hashable:
    """By what a group of fields agrees, each with the field that told it; None where one of them is not filled."""
    told = [_told(alternatives, record) for alternatives in group]
    return tuple((one[0].code, one[1]) for one in told if one) if all(told) else None


def _told(alternatives: Alternatives, record: Record) -> tuple[RegisterField, Hashable] | None:
    """The first field that is filled, with what is in it."""
    told = ((field, sameness(field, record.text(field.code))) for field in alternatives)
    return next((one for one in told if one[1] is not None), None)


def _shared(groups: tuple[Group, ...], standing: Record, other: Record) -> tuple[RegisterField, ...]:
    """The fields of the first group in which the two agree."""
    for group in groups:
        told = [_told(alternatives, standing) for alternatives in group]
        if all(told) and told == [_told(alternatives, other) for alternatives in group]:
            return tuple(one[0] for one in told if one)
    return ()
