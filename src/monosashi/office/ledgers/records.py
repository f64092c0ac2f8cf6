"""Records of a reconciliation: the JSON that ``monosashi ledger reconcile`` and ``ledger match`` write.

The keys are a contract (others script against them); more may join at the end of an object. Years are four digits,
amounts plain numbers in the printed unit, a programme's number plain as in the tables (① and (1) are 1).
"""

import json
from collections.abc import Sequence
from decimal import Decimal

from monosashi.model import (
    Candidate,
    Finding,
    MeansSum,
    MeasureMatch,
    Message,
    PolicyYear,
    ProgrammeMatch,
    Reconciliation,
)
from monosashi.model.folding import unbroken
from monosashi.model.mark import parse_number, plain_number
from monosashi.model.reconciliation import Difference

Json = dict[str, object]


def reconciliations_json(told: Sequence[Reconciliation]) -> str:
    """Of one sheet the object of the contract; of a document with several, each with the sheet's place in it."""
    records = [reconciliation_record(one) for one in told]
    if len(records) == 1:
        return _text(records[0])
    return _text({"sheets": [{"sheet": n, **record} for n, record in enumerate(records, 1)]})


def matches_json(told: Sequence[Reconciliation]) -> str:
    """The candidates for each programme and for the policy's 項 and 事項."""
    records: list[Json] = [
        {
            "edition": one.edition,
            "programmes": [_match(match, candidates=True) for match in one.programmes],
            "section": _section(one),
        }
        for one in told
    ]
    if len(records) == 1:
        return _text(records[0])
    return _text({"sheets": [{"sheet": n, **record} for n, record in enumerate(records, 1)]})


def reconciliation_record(told: Reconciliation) -> Json:
    """One sheet's reconciliation."""
    return {
        "policy": [_year(one) for one in told.policy],
        "programmes": [_match(one) for one in told.programmes],
        "section": _section(told),
        "sums": [_sum(one) for one in told.sums],
        "measures": [_measure(one) for one in told.measures],
        "edition": told.edition,
        "findings": [_finding(one) for one in told.findings],
    }


def _year(one: PolicyYear) -> Json:
    return {
        "nendo": one.nendo.year,
        "printed_budget": _number(one.printed_budget),
        "rebuilt_budget": _number(one.rebuilt_budget),
        "printed_executed": _number(one.printed_executed),
        "rebuilt_executed": _number(one.rebuilt_executed),
        "unit": one.unit,
        "basis": one.basis,
        "predicted": one.predicted,
        "lines": list(one.lines),
        "urls": list(dict.fromkeys(line.place.url for line in one.used if line.place.url)),
        "differences": [_difference(difference) for difference in one.differences],
        "path": one.path,
    }


def _match(one: ProgrammeMatch, *, candidates: bool = False) -> Json:
    told: Json = {
        "number": plain_number(parse_number(one.number)),
        "name": unbroken(one.name),
        "printed_review_number": one.printed_review_number,
        "matched_review_number": one.matched_review_number,
        "printed_points_to": one.points_to,
        "score": _number(one.score),
        "reasons": [_message(reason) for reason in one.reasons],
        "matched": one.matched,
        "certainty": one.certainty.value,
        "path": one.path,
    }
    return {**told, "candidates": [_candidate(other) for other in one.candidates]} if candidates else told


def _section(told: Reconciliation) -> Json:
    return {
        "certainty": told.section_certainty.value,
        "chosen": list(told.section_chosen),
        "reasons": [_message(reason) for reason in told.section_reasons],
        "candidates": [_candidate(one) for one in told.section],
    }


def _candidate(one: Candidate) -> Json:
    return {
        "id": one.id,
        "name": unbroken(one.name),
        "book": one.book.value,
        "edition": one.edition,
        "score": _number(one.score),
        "reasons": [_message(reason) for reason in one.reasons],
    }


def _sum(one: MeansSum) -> Json:
    return {
        "nendo": one.nendo.year,
        "summed_budget": _number(one.summed_budget),
        "policy_budget": _number(one.policy_budget),
        "summed_executed": _number(one.summed_executed),
        "policy_executed": _number(one.policy_executed),
        "unit": one.unit,
        "basis": one.basis,
        "projects": list(one.projects),
        "unmatched": list(one.unmatched),
        "differences": [_difference(difference) for difference in one.differences],
    }


def _measure(one: MeasureMatch) -> Json:
    return {
        "path": one.path,
        "project": one.project,
        "name": unbroken(one.name),
        "score": _number(one.score),
        "agreeing": [nendo.year for nendo in one.agreeing],
        "differing": [nendo.year for nendo in one.differing],
        "reasons": [_message(reason) for reason in one.reasons],
    }


def _difference(one: Difference) -> Json:
    return {"code": one.code, "side": one.side, "amount": _number(one.amount), "message": _message(one)}


def _finding(one: Finding) -> Json:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "path": one.path,
        "expected": one.expected,
        "found": one.found,
        "evidence": [{"path": item.path, "text": item.text} for item in one.evidence],
        "message": _message(one.message),
    }


def _message(one: Message) -> Json:
    return {"ja": one.ja, "en": one.en}


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _text(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
