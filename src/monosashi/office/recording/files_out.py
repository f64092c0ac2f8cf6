"""Records as files that programs read: CSV of one register, JSON of any."""

from collections.abc import Sequence

from monosashi.model import Record, Register
from monosashi.registers.files import records_csv, records_json


def csv_of(register: Register, records: Sequence[Record]) -> str:
    """The records of a register, one a line, with a heading."""
    return records_csv(register, tuple(records))


def json_of(records: Sequence[Record]) -> str:
    """Records with everything they say."""
    return records_json(tuple(records))
