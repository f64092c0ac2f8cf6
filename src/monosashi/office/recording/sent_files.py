"""Files of records read: a register's workbook, TOML, CSV, JSON, JSON Lines."""

from monosashi.model import RecordFault
from monosashi.model.error import MonosashiError
from monosashi.office.limits import limits_here
from monosashi.office.recording.papers import returned_records, sent_of
from monosashi.office.recording.refusals import OtherRegistersWorkbook, RecordsFileRefused
from monosashi.office.recording.seeing_registers import RegisterLine
from monosashi.office.recording.sent import Sent, row_of_record
from monosashi.reading.errors import TooBig
from monosashi.reading.kind import XLSX
from monosashi.reading.limits import Limits
from monosashi.registers.files import read_records
from monosashi.store.models import Organisation, OrganisationKind

_TEXT = "text/plain"


def read_sent(data: bytes, name: str, whole: RegisterLine) -> tuple[Sent, str]:
    """What a file says of a register's records, and its media type. A record of another register is a fault. Raises
    ``RecordsFileRefused``."""
    most = limits_here().file_bytes
    if name.lower().endswith(".xlsx"):
        return _read_workbook(data, name, whole), XLSX
    try:
        if len(data) > most:
            raise TooBig(name, f"ファイルが上限の {most:,} バイトを超えます。", f"it is larger than {most:,} bytes.", Limits.setting("file_bytes"))
        read = read_records(data, name, (whole.defined,))
    except MonosashiError as error:
        raise RecordsFileRefused(error) from error
    rows = tuple(row_of_record(record, name) for record in read.records)
    return Sent(rows=rows, faults=tuple(_short(fault) for fault in read.faults)), _TEXT


def _read_workbook(data: bytes, name: str, whole: RegisterLine) -> Sent:
    """Raises ``RecordsFileRefused``, and ``OtherRegistersWorkbook`` for one of another register or ministry."""
    try:
        returned = returned_records(data, name)
    except MonosashiError as error:
        raise RecordsFileRefused(error) from error
    whose = Organisation.objects.select_related("parent__parent").filter(address=returned.whose).first()
    ministry = whose.above(OrganisationKind.MINISTRY) if whose else None
    if returned.register_code != whole.defined.code or ministry is None or ministry.address != whole.ministry:
        raise OtherRegistersWorkbook
    return sent_of(returned)


def _short(fault: RecordFault) -> RecordFault:
    """A fault whose record has no id yet names none."""
    return fault.model_copy(update={"record": "" if fault.record.startswith("*") else fault.record})
