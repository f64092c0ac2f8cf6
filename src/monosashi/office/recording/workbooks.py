"""A register's workbook given, and one that came back given again with its faults marked."""

from django.utils import timezone

from monosashi.model.date import print_date
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, clock
from monosashi.office.recording.papers import marked_workbook, register_workbook
from monosashi.office.recording.refusals import NoSuchUpload, RecordsFileRefused
from monosashi.office.recording.seeing import Wanted, records_wanted
from monosashi.office.recording.taking_over import plan, upload_seen
from monosashi.store.models import KeptDocument, Organisation

_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def workbook_of(actor: Actor, ministry: str, register: str, wanted: Wanted) -> tuple[str, bytes]:
    """The records of a register that are wanted, in a workbook to be filled in, and its file's name. Raises
    ``NoSuchRegister``, ``SignInFirst``, ``MayNot``, ``CannotPublish``."""
    defined, lines = records_wanted(actor, ministry, register, wanted)
    own = Organisation.objects.get(address=actor.division or actor.bureau or actor.ministry or ministry)
    data = register_workbook(
        defined,
        [line.record for line in lines],
        whose=own.address,
        whose_name=own.name,
        made_on=print_date(timezone.localdate(clock.now())),
    )
    return f"{defined.name.ja.translate(_NOT_IN_FILE_NAMES)}.xlsx", data


def marked_of(actor: Actor, ministry: str, upload_id: int) -> tuple[str, bytes]:
    """The workbook as it came, its faults marked in it, and a name for the file. Raises ``NoSuchUpload``,
    ``RecordsFileRefused``."""
    found = plan(actor, ministry, upload_id)
    if not found.workbook:
        raise NoSuchUpload
    kept = KeptDocument.objects.get(pk=upload_seen(actor, ministry, upload_id).document_id)
    try:
        data = marked_workbook(bytes(kept.data), kept.name, found.faults)
    except MonosashiError as error:
        raise RecordsFileRefused(error) from error
    stem = kept.name[: -len(".xlsx")] if kept.name.lower().endswith(".xlsx") else kept.name
    return f"{stem}_直すところ.xlsx", data
