"""Findings as records: the JSON and CSV of the contract, the same on the command line and beside every page."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from monosashi.auditing import RULE_SET
from monosashi.model import Finding, Reading, Tolerances

#: The columns of the CSV.
COLUMNS = (
    "sheet", "code", "severity", "path", "place", "expected", "found", "evidence", "message_ja", "message_en",
    "waived_by", "waived_on", "waived_because", "rule_set",
)  # fmt: skip

#: A finding with the reading it is about.
Said = tuple[Reading, Finding]


def findings_json(said: Iterable[Said], by: Tolerances | None = None) -> str:
    """``{"rule_set": ..., "tolerances": {...}, "findings": [...]}``, places with document, page, cell and box; of the
    tolerances, null is the rule's own allowance. ``by``: the tolerances of the audit."""
    report = {
        "rule_set": RULE_SET,
        "tolerances": (by or Tolerances()).model_dump(mode="json"),
        "findings": [_record(reading, finding) for reading, finding in said],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def findings_csv(said: Iterable[Said]) -> str:
    """One line a finding; the evidence is its paths, joined by a space."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_line(reading, finding) for reading, finding in said)
    return out.getvalue()


def _record(reading: Reading, finding: Finding) -> dict[str, object]:
    evidence = [
        {"path": item.path, "place": _place(reading, item.path), "text": item.text} for item in finding.evidence
    ]
    return {
        "sheet": reading.ordinal,
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "place": _place(reading, finding.path),
        "expected": finding.expected,
        "found": finding.found,
        "evidence": evidence,
        "message": {"ja": finding.message.ja, "en": finding.message.en},
        "version": finding.version,
        "waiver": finding.waiver.model_dump(mode="json") if finding.waiver else None,
    }


def _place(reading: Reading, path: str) -> dict[str, object] | None:
    """Where a path stands: the document, and its first place there."""
    found = next(iter(reading.trace.places(path)), None)
    if found is None:
        return None
    box = {side: float(getattr(found, side)) for side in ("x0", "top", "x1", "bottom")}
    here = {"page": found.page, "worksheet": found.worksheet, "cell": found.cell}
    return {"document": reading.document.sha256, **here, **box}


def _line(reading: Reading, finding: Finding) -> Iterator[object]:
    place = next((str(place) for place in reading.trace.places(finding.path)), "")
    evidence = " ".join(item.path for item in finding.evidence)
    yield from (reading.ordinal, finding.code, finding.severity.value, finding.path, place)
    yield from (finding.expected, finding.found, evidence, finding.message.ja, finding.message.en)
    waiver = finding.waiver
    yield from (waiver.who, waiver.when.isoformat(), waiver.why) if waiver else ("", "", "")
    yield RULE_SET
