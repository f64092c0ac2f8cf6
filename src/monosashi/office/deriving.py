"""Deriving: the numbers of a sheet counted from records, each beside what the sheet prints.

The verb over files; the office's own records come through ``office.evidence``.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monosashi.model import Count, CountingRule, Message, Reading, Record, RecordFault, Register
from monosashi.model.measuring.counted import Beside, beside
from monosashi.model.measuring.wording import strand_name
from monosashi.model.quantity import print_amount
from monosashi.office.records_given import RecordsGiven, records_at, registers_at, rules_at
from monosashi.registers.deriving import derive

__all__ = [
    "Derivation",
    "RecordsGiven",
    "derivations_json",
    "derive_reading",
    "name_of",
    "printed_text",
    "records_at",
    "registers_at",
    "rules_at",
]


@dataclass(frozen=True)
class Derivation:
    """What was counted for one sheet: its counts, and every printed number beside them."""

    reading: Reading
    counts: tuple[Count, ...]
    numbers: tuple[Beside, ...]
    rules: tuple[CountingRule, ...]

    def rule(self, count: Count) -> CountingRule:
        """The rule of a count."""
        return next(one for one in self.rules if (one.code, one.version) == (count.rule, count.rule_version))


def derive_reading(
    reading: Reading, records: Iterable[Record], rules: Sequence[CountingRule], registers: Iterable[Register]
) -> Derivation:
    """The counts of a sheet from records. Raises ``BadRule`` and ``RecordTwice``."""
    counts = derive(reading.sheet, records, rules, registers)
    used = {(count.rule, count.rule_version) for count in counts}
    kept = tuple(rule for rule in rules if (rule.code, rule.version) in used)
    return Derivation(reading, counts, beside(reading.sheet, counts), kept)


def printed_text(one: Beside) -> str:
    """A printed number as it is printed; empty where none is yet."""
    return print_amount(one.printed.amount) if one.printed.amount else ""


def name_of(one: Beside) -> Message:
    """How a number's measure is called, with the part it is of: 指標3（うち政務レベル）."""
    return strand_name(one.printed.strand)


def derivations_json(derivations: Iterable[Derivation], faults: Iterable[RecordFault] = ()) -> str:
    """``{"sheets": [{"sheet", "rules", "numbers", "counts"}], "faults": [...]}``: every printed number beside its count, and
    every count with each record that counts or is left out, and why."""
    report = {
        "sheets": [_sheet(one) for one in derivations],
        "faults": [fault.model_dump(mode="json") for fault in faults],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _sheet(one: Derivation) -> dict[str, object]:
    sheet = one.reading.sheet
    return {
        "sheet": one.reading.ordinal,
        "identifier": sheet.identifier.plain,
        "rules": [rule.model_dump(mode="json") for rule in one.rules],
        "numbers": [_number(number) for number in one.numbers],
        "counts": [_count(count) for count in one.counts],
    }


def _number(one: Beside) -> dict[str, object]:
    printed = one.printed
    return {
        "path": printed.path,
        "measure": printed.strand.path,
        "part": printed.strand.part,
        "printed_as": printed.printed_as.value,
        "nendo": [year.year for year in printed.years],
        "mean": printed.is_mean,
        "printed": f"{printed.amount.value:f}" if printed.amount else None,
        "printed_unit": printed.amount.unit if printed.amount else "",
        "counted": f"{one.value:f}" if one.value is not None else None,
        "counted_unit": one.unit,
        "agrees": one.agrees,
        "rules": sorted({count.rule for count in one.counts}),
    }


def _count(count: Count) -> dict[str, object]:
    """A count, its years as plain numbers as in every table."""
    years = {
        name: year.year if year else None
        for name, year in (("nendo", count.nendo), ("of", count.of), ("records_since", count.records_since))
    }
    return {**count.model_dump(mode="json"), **years}
