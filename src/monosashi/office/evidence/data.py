"""The data beside the pages of evidence: the counts of a sheet, each record a line."""

import csv
import io
from collections.abc import Iterable

from monosashi.model import Count
from monosashi.office.evidence.seeing import Evidence
from monosashi.registers.tabular_files import guarded

_COLUMNS = (
    "measure", "name", "part", "rule", "rule_version", "nendo", "of", "value", "unit", "counts", "record", "title",
    "day", "office", "adds", "adds_below", "values", "code", "because_ja", "because_en", "instead", "invented",
)  # fmt: skip


def evidence_csv(evidence: Evidence, counts: Iterable[Count]) -> str:
    """The counts with every record, counted or left out, a line each; a count without any record is one line."""
    names = {(one.path, one.part): one.title for one in evidence.measures}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for count in counts:
        value = "" if count.value is None else f"{count.value:f}"
        head = (
            count.path,
            names.get((count.path, count.part), ""),
            count.part,
            count.rule,
            count.rule_version,
            count.nendo.year,
            count.of.year if count.of else "",
            value,
            count.unit,
        )
        if not count.counted and not count.left_out:
            writer.writerow((*head, *[""] * (len(_COLUMNS) - len(head))))
        for one in count.counted:
            below = f"{one.adds_below:f}" if count.denominator is not None else ""
            values = guarded(one.value_key.replace("\n", "、"))
            said = (f"{one.adds:f}", below, values, "", one.because.ja, one.because.en, "")
            writer.writerow((*head, "true", *_record(evidence, one.record), *said, _invented(evidence, one.record)))
        for left in count.left_out:
            told = ("", "", "", left.code, left.because.ja, left.because.en, left.instead)
            writer.writerow((*head, "false", *_record(evidence, left.record), *told, _invented(evidence, left.record)))
    return out.getvalue()


def _record(evidence: Evidence, address: str) -> tuple[str, str, str, str]:
    record = evidence.records[address]
    register = evidence.registers[record.kind]
    return address, guarded(record.text(register.title)), record.text(register.day), guarded(record.office)


def _invented(evidence: Evidence, address: str) -> str:
    return str(evidence.records[address].invented).lower()
