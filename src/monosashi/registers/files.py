"""Files of records -> records, and back: TOML written by hand, CSV from a spreadsheet, JSON and JSON Lines.

Every fault tells the file, the line and the field. A record without an id is given one that begins with ``*`` and tells
where it stood (``*orders-12``), so that whoever keeps it can give it a lasting one.

>>> from monosashi.registers.kinds import shipped_registers
>>> read = read_records("番号,受注日,受注の件名,受注者,社\\nJ-1,R3.6.32,港の通信網,例\\n".encode(), "orders.csv", shipped_registers())
>>> [(fault.place, fault.record, fault.field, fault.code) for fault in read.faults]
[('orders.csv:1', '', '', 'no-such-column'), ('orders.csv:2', 'J-1', 'ordered_on', 'day-impossible')]
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from monosashi.model import Noun, Record, RecordFault, RecordState, Register
from monosashi.model.folding import key
from monosashi.registers.entering import is_id, record_of
from monosashi.registers.given import GivenFile, GivenRecord, UnreadableRecords, fault_of, place_of
from monosashi.registers.not_entered import NotEntered, quoted
from monosashi.registers.proof_texts import proof_text, proofs_in
from monosashi.registers.showing import state_of
from monosashi.registers.structured_files import given_json, given_json_lines, given_toml
from monosashi.registers.tabular_files import decoded, given_csv, records_csv

__all__ = ["KINDS_OF_FILES", "RecordsRead", "UnreadableRecords", "read_records", "records_csv", "records_json"]

#: The kinds of files that are read, by their names' ends.
KINDS_OF_FILES = (".toml", ".csv", ".tsv", ".json", ".jsonl")
_FIXED = ("id", "state", "office", "policy", "proofs", "invented")
_NOT_IN_IDS = re.compile(r"[\s/\x00-\x1f\x7f]+")


class RecordsRead(Noun):
    """What a file tells: its records in order, and what is wrong with it and with them."""

    records: tuple[Record, ...]
    faults: tuple[RecordFault, ...] = ()


def read_records(data: bytes, name: str, registers: Iterable[Register]) -> RecordsRead:
    """The records of a file. ``name``: by its end the kind of file is told, and by its beginning the register of a CSV
    file. Raises ``UnreadableRecords`` where the file as a whole cannot be read."""
    known = {register.code: register for register in registers}
    path = PurePath(name)
    text = decoded(data, name)
    default: Register | None = None
    match path.suffix.lower():
        case ".toml":
            given = given_toml(text, name, tuple(known))
        case ".json":
            given = given_json(text, name, tuple(known))
        case ".jsonl":
            given = given_json_lines(text, name)
        case ".csv" | ".tsv":
            default, given = given_csv(text, name, tuple(known.values()), _named(path.stem, known))
        case _:
            raise UnreadableRecords(
                name, f"読める種類（{'、'.join(KINDS_OF_FILES)}）ではありません", "it is of no kind that is read"
            )
    return _entered(given, name, known, default)


def records_json(records: Iterable[Record]) -> str:
    """Records of any registers as JSON, canonical texts by field; ``read_records`` gives the same records again."""
    told = [
        {
            "register": record.kind,
            "id": record.id,
            "state": record.state.value,
            **({"office": record.office} if record.office else {}),
            **({"policy": record.policy} if record.policy else {}),
            **{value.field: value.text for value in record.values},
            **({"proofs": [proof_text([one]) for one in record.proofs]} if record.proofs else {}),
            **({"invented": True} if record.invented else {}),
        }
        for record in records
    ]
    return json.dumps({"records": told}, ensure_ascii=False, indent=1) + "\n"


def _named(stem: str, known: dict[str, Register]) -> Register | None:
    """The register a file's name tells: its code or name, which something else may follow (orders-2021)."""
    bare = key(stem)
    for register in sorted(known.values(), key=lambda one: -len(one.code)):
        for name in (register.code, register.name.ja):
            rest = bare.removeprefix(key(name))
            if rest != bare and not rest[:1].isalpha():
                return register
    return None


def _entered(given: GivenFile, name: str, known: dict[str, Register], default: Register | None) -> RecordsRead:
    records: dict[str, Record] = {}
    first: dict[str, int] = {}
    faults = list(given.faults)
    for one in given.records:
        register = known.get(one.register) if one.register else default
        place = place_of(name, one.line)
        if register is None:
            faults.append(fault_of(place, _no_register(one.register, known)))
            continue
        record, found = _record(one, register, name)
        faults += found
        if record.address in records:
            faults.append(fault_of(place, _repeated(record, first[record.address]), record.id, "id"))
            continue
        records[record.address] = record
        first[record.address] = one.line
    return RecordsRead(records=tuple(records.values()), faults=tuple(faults))


def _record(one: GivenRecord, register: Register, name: str) -> tuple[Record, list[RecordFault]]:
    """The record of what a file tells, and its faults, each with its own line."""
    texts = dict(one.texts)
    fixed = {code: texts.pop(code, "").strip() for code in _FIXED}
    place = place_of(name, one.line)
    number = fixed["id"] if is_id(fixed["id"]) else f"*{_NOT_IN_IDS.sub('_', PurePath(name).stem)[:60]}-{one.line}"
    proofs, not_proofs = proofs_in(fixed["proofs"])
    state = state_of(fixed["state"]) if fixed["state"] else RecordState.ENTERED
    record, faults = record_of(
        register,
        number,
        {code: text for code, text in texts.items() if code not in {odd for odd, _ in one.odd}},
        office=_line(fixed["office"]),
        policy=_line(fixed["policy"]),
        state=state or RecordState.DRAFT,
        proofs=proofs,
        invented=_said_yes(fixed["invented"]),
        place=place,
    )
    odd = [*one.odd, *(("proofs", error) for error in not_proofs), *_odd_fixed(fixed, state)]
    own = [fault_of(place_of(name, one.line_of(code)), error, number, code) for code, error in odd]
    moved = [fault.model_copy(update={"place": place_of(name, one.line_of(fault.field))}) for fault in faults]
    odd_fields = {code for code, _ in one.odd}
    # a field that could not be read at all is told once, not again as empty
    return record, [fault for fault in moved if fault.code != "unfilled" or fault.field not in odd_fields] + own


def _odd_fixed(fixed: dict[str, str], state: RecordState | None) -> Iterator[tuple[str, NotEntered]]:
    if state is None:
        yield (
            "state",
            NotEntered(
                "no-such-state",
                f"「{quoted(fixed['state'])}」という状態はありません。下書きとして読みました",
                f"There is no state {quoted(fixed['state'])!r}; it was read as a draft",
                "登録、下書き、取消しのどれかにしてください",
                "Write entered, draft or cancelled",
            ),
        )
    if fixed["id"] and not is_id(fixed["id"]):
        yield (
            "id",
            NotEntered(
                "no-id",
                f"「{quoted(fixed['id'])}」は番号にできません",
                f"{quoted(fixed['id'])!r} can be no id",
                "空白と「/」のない80字までの番号にしてください",
                "Use up to 80 characters without blanks and strokes",
            ),
        )


def _line(text: str) -> str:
    return " ".join(text.split())


def _said_yes(text: str) -> bool:
    """Whether a record is told to be invented; whatever is no clear no counts as yes, so that none passes for real."""
    return bool(text) and key(text) not in {"false", "いいえ", "no", "0"}


def _no_register(code: str, known: dict[str, Register]) -> NotEntered:
    listed = ", ".join(known)
    told = f"「{quoted(code)}」という台帳はありません" if code else "どの台帳の記録か書かれていません"
    told_en = f"There is no register {quoted(code)!r}" if code else "It is not told which register this record is of"
    return NotEntered(
        "no-such-register",
        told,
        told_en,
        f"register に {listed} のどれかを書いてください",
        f"Write one of {listed} as its register",
    )


def _repeated(record: Record, line: int) -> NotEntered:
    return NotEntered(
        "repeated-id",
        f"番号「{record.id}」の記録が{line}行にもあり、後のこの記録は取り込んでいません",
        f"There is a record {record.id} on line {line} already; this later one was not taken over",
        "別の記録なら番号を変え、同じ記録なら一つにしてください",
        "Give it another id, or make the two one",
    )
