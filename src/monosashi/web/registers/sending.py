"""Workbooks and files of records that are sent: shown as what they would do, taken over."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from monosashi.model import Message
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.limits import limits_here
from monosashi.office.recording.refusals import BadProof, OtherRegistersWorkbook, RecordsFileRefused, RecordsMoved
from monosashi.office.recording.seeing import may_add
from monosashi.office.recording.seeing_registers import register_line
from monosashi.office.recording.taking_over import plan, set_aside, take_over, upload_records
from monosashi.web.asking import actor_asking
from monosashi.web.registers.showing import register_address, say, say_error, see, shown

_NO_FILE = Message(ja="ファイルが選ばれていません。", en="No file is chosen.")


@require_POST
def upload(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """Take a file in and show what it would do."""
    actor = actor_asking(request)
    register_line(actor, ministry, register)
    if not may_add(actor, ministry):
        raise MayNot("record")
    file = request.FILES.get("file")
    try:
        if file is None or isinstance(file, list):
            raise BadProof(_NO_FILE)
        data = file.read(limits_here().file_bytes + 1)
        kept = upload_records(actor, ministry, register, data, file.name or "")
    except (BadProof, OtherRegistersWorkbook, RecordsFileRefused) as error:
        say_error(request, error)
        return see(register_address(ministry, register) + "#many")
    return see(f"/registers/{ministry}/uploads/{kept}/")


@require_safe
def preview(request: HttpRequest, ministry: str, upload_id: int) -> HttpResponse:
    """What a file would do: added, changed, left, wrong."""
    found = plan(actor_asking(request), ministry, upload_id)
    return shown(request, "upload.html", {"plan": found, "register": found.whole.defined, "ministry": ministry})


@require_POST
def take(request: HttpRequest, ministry: str, upload_id: int) -> HttpResponse:
    """Take it over whole."""
    actor = actor_asking(request)
    try:
        done = take_over(actor, ministry, upload_id, request.POST.get("sign", ""))
    except RecordsMoved as error:
        say_error(request, error)
        return see(f"/registers/{ministry}/uploads/{upload_id}/")
    say(request, "taken", added=done.added, changed=done.changed)
    return see(register_address(ministry, done.register_code))


@require_POST
def aside(request: HttpRequest, ministry: str, upload_id: int) -> HttpResponse:
    """Put it away."""
    register = set_aside(actor_asking(request), ministry, upload_id)
    say(request, "set_aside")
    return see(register_address(ministry, register))
