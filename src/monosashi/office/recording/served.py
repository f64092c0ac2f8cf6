"""Registers and records as programs are given them."""

from monosashi.model import Noun, Record, Register
from monosashi.office.keeping import Actor
from monosashi.office.recording.history import VersionLine, history
from monosashi.office.recording.one_record import record as record_seen
from monosashi.office.recording.seeing import Wanted, records_wanted
from monosashi.office.recording.seeing_registers import ministries_for, register_line, register_lines


class RegisterAnswer(Noun):
    """A register of a ministry, with how many records it holds by state. ``own``: whether the ministry defined it."""

    ministry: str
    definition: Register
    own: bool
    version: int
    entered: int
    drafts: int
    cancelled: int


class RecordsAnswer(Noun):
    """Records of a register, the newest day first. ``total``: of all that were asked for."""

    total: int
    offset: int
    records: tuple[Record, ...]


class RecordAnswer(Noun):
    """One record with its versions, the newest first. ``same_event``: addresses of records that may be of the same
    event."""

    record: Record
    version: int
    same_event: tuple[str, ...]
    versions: tuple[VersionLine, ...]


def registers(actor: Actor) -> tuple[RegisterAnswer, ...]:
    """Every register that the actor may see, by ministry. Raises ``SignInFirst``, ``MayNot``."""
    return tuple(
        RegisterAnswer(
            ministry=address,
            definition=line.defined,
            own=line.own,
            version=line.version,
            entered=line.entered,
            drafts=line.drafts,
            cancelled=line.cancelled,
        )
        for address, _ in ministries_for(actor)
        for line in register_lines(actor, address)
    )


def records(actor: Actor, ministry: str, register: str, wanted: Wanted, span: tuple[int, int]) -> RecordsAnswer:
    """Records of a register; ``span``: from which, how many. Raises ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    register_line(actor, ministry, register)
    offset, limit = span
    _, lines = records_wanted(actor, ministry, register, wanted)
    return RecordsAnswer(
        total=len(lines), offset=offset, records=tuple(line.record for line in lines[offset : offset + limit])
    )


def record(actor: Actor, ministry: str, register: str, code: str) -> RecordAnswer:
    """One record. Raises ``NoSuchRecord``, ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    seen = record_seen(actor, ministry, register, code)
    return RecordAnswer(
        record=seen.line.record,
        version=seen.line.version,
        same_event=tuple(line.address for line in seen.same_event),
        versions=history(actor, ministry, register, code),
    )
