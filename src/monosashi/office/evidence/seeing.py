"""Seeing evidence: a sheet's numbers beside what was counted, and one count with every record, counted or left out.

Counted anew whenever it is asked for, from the records of the sheet's ministry as they stand; nothing is kept. It may see
who may see both the sheet and the ministry's records.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef

from monosashi.model import Count, CountingRule, Message, Noun, Reading, Record, Register
from monosashi.model.folding import key
from monosashi.model.measuring.counted import Beside
from monosashi.model.measuring.strand import strands
from monosashi.model.measuring.wording import strand_name
from monosashi.office.deriving import Derivation, derive_reading
from monosashi.office.evidence.refusals import NoSuchCount
from monosashi.office.keeping import Actor, may
from monosashi.office.keeping.who_may import Thing
from monosashi.office.recording.reading_out import ministry_of_sheet, records_for, registers_for, rules_for
from monosashi.registers.counting import REASONS
from monosashi.registers.deriving import rules_of_sheet
from monosashi.registers.rules import shipped_rules
from monosashi.store.models import DefinitionKind, KeptDefinition, KeptSheet


class RecordRow(Noun):
    """A record on the page of a count. ``title``, ``day``: by its register; ``adds``: what it adds, None where it is left
    out; ``values``: the companies or agreements it stands for, where a rule counts those."""

    address: str
    title: str
    day: str
    office: str = ""
    invented: bool = False
    because: Message
    adds: Decimal | None = None
    adds_below: Decimal | None = None
    values: tuple[str, ...] = ()
    instead: str = ""


class LeftOutGroup(Noun):
    """The records left out for one reason, by its code."""

    code: str
    rows: tuple[RecordRow, ...]


@dataclass(frozen=True)
class MeasureEvidence:
    """A measure, or a part of it, with its printed numbers beside their counts."""

    path: str
    name: Message
    title: str
    part: str
    numbers: tuple[Beside, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of the rules its numbers are counted by."""
        return tuple(dict.fromkeys(count.rule for one in self.numbers for count in one.counts))


@dataclass(frozen=True)
class Evidence:
    """Everything counted for a sheet. ``records``: by address."""

    ministry: str
    derivation: Derivation
    records: dict[str, Record]
    registers: dict[str, Register]
    measures: tuple[MeasureEvidence, ...]

    @property
    def invented(self) -> bool:
        """Whether any record was made for a demonstration."""
        return any(record.invented for record in self.records.values())


@dataclass(frozen=True)
class CountSeen:
    """One count. ``numbers``: the printed numbers it is held against, alone or as a year of a mean."""

    count: Count
    rule: CountingRule
    register: Register
    measure: MeasureEvidence
    counted: tuple[RecordRow, ...]
    left_out: tuple[LeftOutGroup, ...]
    numbers: tuple[Beside, ...]
    years: tuple[Count, ...]


def evidence_of(actor: Actor, slug: str, reading: Reading) -> Evidence:
    """What is counted for a sheet that the actor sees. Raises ``NotInLibrary``, ``NoSuchRegister``, ``SignInFirst`` and
    ``MayNot``."""
    ministry = ministry_of_sheet(slug)
    records = records_for(actor, ministry)
    registers = registers_for(actor, ministry)
    derivation = derive_reading(reading, records, rules_for(actor, ministry), registers)
    return Evidence(
        ministry=ministry,
        derivation=derivation,
        records={record.address: record for record in records},
        registers={register.code: register for register in registers},
        measures=tuple(_measures(derivation)),
    )


def _measures(derivation: Derivation) -> Iterator[MeasureEvidence]:
    for strand in strands(derivation.reading.sheet):
        numbers = tuple(one for one in derivation.numbers if one.printed.strand is strand)
        if numbers:
            yield MeasureEvidence(strand.path, strand_name(strand), strand.name, strand.part, numbers)


def count_seen(evidence: Evidence, measure: str, part: str, year: int, rule: str = "") -> CountSeen:
    """One count of a sheet by the path of its measure, the part and the fiscal year; ``rule``: where a measure has several.
    Raises ``NoSuchCount``."""
    shown = next(
        (one for one in evidence.measures if one.path == measure and key(one.part) == key(part)),
        None,
    )
    ours = [one for one in evidence.derivation.counts if one.path == measure and key(one.part) == key(part)]
    found = next((one for one in ours if one.nendo.year == year and rule in ("", one.rule)), None)
    if shown is None or found is None:
        raise NoSuchCount
    used = evidence.derivation.rule(found)
    return CountSeen(
        count=found,
        rule=used,
        register=evidence.registers[used.register_code],
        measure=shown,
        counted=tuple(_counted(evidence, found)),
        left_out=tuple(_left_out(evidence, found)),
        numbers=tuple(one for one in shown.numbers if any(count is found for count in one.counts)),
        years=tuple(one for one in ours if one.rule == found.rule),
    )


def _counted(evidence: Evidence, count: Count) -> Iterator[RecordRow]:
    for one in count.counted:
        row = _row(evidence, one.record, one.because)
        below = one.adds_below if count.denominator is not None else None
        values = tuple(one.value_key.splitlines())
        yield row.model_copy(update={"adds": one.adds, "adds_below": below, "values": values})


def _left_out(evidence: Evidence, count: Count) -> Iterator[LeftOutGroup]:
    """By reason: those of the year first, that it was of another year last, since it says least."""
    for code in sorted(
        {one.code for one in count.left_out}, key=lambda code: (code == "other-year", REASONS.index(code))
    ):
        rows = (
            _row(evidence, one.record, one.because).model_copy(update={"instead": one.instead})
            for one in count.left_out
            if one.code == code
        )
        yield LeftOutGroup(code=code, rows=tuple(rows))


def _row(evidence: Evidence, address: str, because: Message) -> RecordRow:
    record = evidence.records[address]
    register = evidence.registers[record.kind]
    return RecordRow(
        address=address,
        title=record.text(register.title).partition("\n")[0],
        day=record.text(register.day),
        office=record.office,
        invented=record.invented,
        because=because,
    )


def measures_with_rules(actor: Actor, slug: str, reading: Reading) -> tuple[tuple[str, Message, str], ...]:
    """The measures of a sheet that a rule derives, by path, name and title, without counting anything and for one question
    to the store; none for who may not see the ministry's records."""
    own = KeptDefinition.objects.filter(ministry=OuterRef("ministry"), kind=DefinitionKind.RULE)
    rows = KeptSheet.objects.filter(slug=slug).annotate(ruled=Exists(own)).values_list("ministry__address", "ruled")
    ministry, ruled = rows.first() or ("", False)
    if not ministry or not may(actor, "see_records", Thing(ministry=ministry)):
        return ()
    # most ministries count by the rules of the package alone
    of = {one.path for one in rules_of_sheet(reading.sheet, rules_for(actor, ministry) if ruled else shipped_rules())}
    whole = (strand for strand in strands(reading.sheet) if not strand.part and strand.path in of)
    return tuple((strand.path, strand_name(strand), strand.name) for strand in whole)
