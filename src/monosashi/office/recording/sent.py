"""What a workbook or file of records says, before anything of it is kept: one ``SentRow`` a record."""

from collections.abc import Mapping

from pydantic import Field

from monosashi.model import Noun, Record, RecordFault, RecordState, Register
from monosashi.registers.entering import record_of
from monosashi.registers.proof_texts import proof_text, proofs_in
from monosashi.registers.showing import state_of


class SentRow(Noun):
    """A record as it was sent. ``id``: begins with ``*`` where it has none yet; ``texts``: what was filled in or changed, by
    column (a register's field, ``state``, ``policy``, ``proofs``), as typed; ``places``: where each stands; ``made_with``:
    of a workbook, the digests of what it showed when it was made."""

    id: str
    place: str
    texts: Mapping[str, str]
    places: Mapping[str, str] = Field(default_factory=dict)
    made_with: Mapping[str, str] = Field(default_factory=dict)
    office: str = ""
    invented: bool = False


class Sent(Noun):
    """A workbook or file as it was sent. ``faults``: what could not be read of it; ``untaken``: rows that are gone and words
    where nothing is asked, which change nothing."""

    rows: tuple[SentRow, ...]
    faults: tuple[RecordFault, ...] = ()
    untaken: tuple[RecordFault, ...] = ()
    workbook: bool = False


#: Columns beside a register's fields.
BESIDE = ("state", "policy", "proofs")


def row_of_record(record: Record, place: str, blanks: Mapping[str, str]) -> SentRow:
    """A record of a file: everything that it fills. ``blanks``: where the needed fields stand that it leaves blank."""
    texts = {value.field: value.text for value in record.values}
    if record.policy:
        texts["policy"] = record.policy
    if record.proofs:
        texts["proofs"] = proof_text(record.proofs)
    return SentRow(
        id=record.id,
        place=next(iter(blanks.values()), place),
        texts={**texts, "state": record.state.value},
        places=blanks,
        office=record.office,
        invented=record.invented,
    )


def record_of_row(row: SentRow, register: Register, now: Record) -> tuple[Record, tuple[RecordFault, ...]]:
    """What a row makes of a record (of a new one: of an empty one), and its faults with their places. What the row leaves
    alone stays."""
    known = {field.code for field in register.fields}
    texts = {value.field: value.text for value in now.values if value.field in known}
    texts.update({code: text for code, text in row.texts.items() if code not in BESIDE})
    state = state_of(row.texts["state"]) if row.texts.get("state", "").strip() else now.state
    proofs, wrong = proofs_in(row.texts["proofs"]) if "proofs" in row.texts else (now.proofs, ())
    made, faults = record_of(
        register,
        row.id,
        texts,
        office=now.office,
        policy=row.texts.get("policy", now.policy).strip(),
        state=state or RecordState.DRAFT,
        proofs=proofs,
        invented=now.invented or row.invented,
    )
    found = [*faults, *(_fault(row, "proofs", one.code, one.ja, one.en) for one in wrong)]
    if state is None:
        found.append(
            _fault(
                row,
                "state",
                "no-such-state",
                "状態は、登録、下書き、取消しのどれかで書いてください。",
                "Write the state as entered, draft or cancelled.",
            )
        )
    earlier = tuple(value for value in now.values if value.field not in known)
    told = tuple(fault.model_copy(update={"place": row.places.get(fault.field, row.place)}) for fault in found)
    return made.model_copy(update={"values": (*made.values, *earlier)}), told


def _fault(row: SentRow, field: str, code: str, ja: str, en: str) -> RecordFault:
    return RecordFault(place=row.place, record=row.id, field=field, code=code, ja=ja, en=en)
