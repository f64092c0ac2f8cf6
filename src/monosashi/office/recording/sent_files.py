"""Files of records read: a register's workbook, TOML, CSV, JSON, JSON Lines."""

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
#: The code of a fault: a needed field that is blank.
_BLANK = "unfilled"


def read_sent(data: bytes, name: str, whole: RegisterLine) -> tuple[Sent, str]:
    """What a file says of a register's records, and its media type. A record of another register is a fault. Raises
    ``RecordsFileRefused``, and ``OtherRegistersWorkbook``."""
    try:
        _check_size(data, name)
        if name.lower().endswith(".xlsx"):
            return _read_workbook(data, name, whole), XLSX
        read = read_records(data, name, (whole.defined,))
    except OtherRegistersWorkbook:
        raise
    except MonosashiError as error:
        raise RecordsFileRefused(error) from error
    # a record that is there already may leave a needed field blank: it stays as it is. The plan tells whether any lacks it
    blanks: dict[str, dict[str, str]] = {}
    for fault in read.faults:
        if fault.code == _BLANK:
            blanks.setdefault(fault.record, {})[fault.field] = fault.place
    rows = tuple(row_of_record(record, name, blanks.get(record.id, {})) for record in read.records)
    return Sent(rows=rows, faults=tuple(fault for fault in read.faults if fault.code != _BLANK)), _TEXT


def _check_size(data: bytes, name: str) -> None:
    most = limits_here().file_bytes
    if len(data) > most:
        said = f"{most:,}"
        raise TooBig(
            name,
            f"ファイルが上限の {said} バイトを超えます。",
            f"it is larger than {said} bytes.",
            Limits.setting("file_bytes"),
        )


def _read_workbook(data: bytes, name: str, whole: RegisterLine) -> Sent:
    """Raises as any file that is read, and ``OtherRegistersWorkbook`` for one of another register or ministry."""
    returned = returned_records(data, name)
    whose = Organisation.objects.select_related("parent__parent").filter(address=returned.whose).first()
    ministry = whose.above(OrganisationKind.MINISTRY) if whose else None
    if returned.register_code != whole.defined.code or ministry is None or ministry.address != whole.ministry:
        raise OtherRegistersWorkbook
    return sent_of(returned)
