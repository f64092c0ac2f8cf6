"""Feeding: from a record to every number it feeds, and why it does not feed the others that are counted from its register."""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Count, Message, Reading, Record, Register
from monosashi.model.measuring.strand import strands
from monosashi.model.measuring.wording import strand_name
from monosashi.model.naming import policy_key
from monosashi.office.deriving import derive_reading
from monosashi.office.keeping import Actor
from monosashi.office.library import Library
from monosashi.office.recording.one_record import record as record_seen
from monosashi.office.recording.reading_out import ministry_of_sheet, records_for, registers_for, rules_for
from monosashi.registers.deriving import rules_of_sheet


@dataclass(frozen=True)
class Fed:
    """A count that a record feeds, or not. ``adds``: what it adds, as it is told in ``because``; ``counts``: whether it
    counts; ``code``: why not; ``instead``: the record that counts in its place."""

    count: Count
    counts: bool
    because: Message
    code: str = ""
    instead: str = ""


@dataclass(frozen=True)
class FedMeasure:
    """A measure (or a part) of a sheet, with each year that is counted from the record's register."""

    path: str
    name: Message
    title: str
    part: str
    feeds: tuple[Fed, ...]
    others: tuple[Fed, ...]


@dataclass(frozen=True)
class FedSheet:
    """A sheet of which a number is counted from the record's register."""

    slug: str
    title: str
    measures: tuple[FedMeasure, ...]


@dataclass(frozen=True)
class Feeding:
    """A record and every sheet that its register serves."""

    record: Record
    register: Register
    sheets: tuple[FedSheet, ...]

    @property
    def feeds(self) -> int:
        """How many numbers it feeds."""
        return sum(len(measure.feeds) for sheet in self.sheets for measure in sheet.measures)


def feeding(actor: Actor, library: Library, ministry: str, register: str, code: str) -> Feeding:
    """What a record feeds, on every sheet of its ministry that the actor sees. Raises ``NoSuchRegister``,
    ``NoSuchRecord``, ``SignInFirst`` and ``MayNot``."""
    seen = record_seen(actor, ministry, register, code)
    rules = tuple(rule for rule in rules_for(actor, ministry) if rule.register_code == register)
    records = records_for(actor, ministry, register)
    registers = registers_for(actor, ministry)
    policies = {policy_key(one.policy) for rule in rules for one in rule.applies_to}
    found = []
    for line in library.records():
        # names are compared before a sheet is opened: a ministry has hundreds of sheets, and a rule is for few of them
        if "" not in policies and policy_key(line.name) not in policies:
            continue
        if ministry_of_sheet(line.slug) != ministry:
            continue
        reading = library.get(line.slug).reading
        if rules_of_sheet(reading.sheet, rules):
            counts = derive_reading(reading, records, rules, registers).counts
            measures = tuple(_measures(reading, counts, seen.line.record))
            found.append(FedSheet(line.slug, f"{line.identifier} {line.name}".strip(), measures))
    return Feeding(seen.line.record, seen.whole.defined, tuple(found))


def _measures(reading: Reading, counts: tuple[Count, ...], record: Record) -> Iterator[FedMeasure]:
    for strand in strands(reading.sheet):
        ours = [one for one in counts if (one.path, one.part) == (strand.path, strand.part)]
        told = [fed for one in ours if (fed := _fed(one, record.address))]
        if told:
            yield FedMeasure(
                path=strand.path,
                name=strand_name(strand),
                title=strand.name,
                part=strand.part,
                feeds=tuple(one for one in told if one.counts),
                others=tuple(one for one in told if not one.counts),
            )


def _fed(count: Count, address: str) -> Fed | None:
    for one in count.counted:
        if one.record == address:
            return Fed(count, True, one.because)
    for left in count.left_out:
        if left.record == address:
            return Fed(count, False, left.because, left.code, left.instead)
    return None
