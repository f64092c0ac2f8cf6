"""One record: its fields, what proves it, its history, and what may be done to it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from monosashi.model import Message
from monosashi.office.keeping import Actor
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.limits import limits_here
from monosashi.office.recording.entering import Where, cancel, enter, reinstate, undo
from monosashi.office.recording.history import history
from monosashi.office.recording.one_record import record as record_of
from monosashi.office.recording.proofs import File, attach, detach, file_of
from monosashi.office.recording.refusals import (
    BadProof,
    NoReason,
    RecordRefused,
    RecordSavedMeanwhile,
    WrongState,
)
from monosashi.web.asking import actor_asking
from monosashi.web.registers.showing import number_of, record_address, say, say_error, see, shown
from monosashi.web.views.download import download

_REFUSED = (BadProof, NoReason, RecordRefused, RecordSavedMeanwhile, WrongState)
_NO_ACT = Message(ja="操作が選ばれていません。", en="No act is chosen.")


@require_safe
def page(request: HttpRequest, ministry: str, register: str, record: str) -> HttpResponse:
    """The record as it stands, and how it came about."""
    actor = actor_asking(request)
    seen = record_of(actor, ministry, register, record)
    context = {
        "seen": seen,
        "line": seen.line,
        "record": seen.line.record,
        "register": seen.whole.defined,
        "ministry": ministry,
        "versions": history(actor, ministry, register, record),
        "feeds": f"{record_address(ministry, register, record)}feeds/",
    }
    return shown(request, "record.html", context)


@require_POST
def act(request: HttpRequest, ministry: str, register: str, record: str) -> HttpResponse:
    """Cancel, reinstate, enter a draft, or undo the last act; then the record again."""
    actor = actor_asking(request)
    where = Where(ministry=ministry, register_code=register, code=record)
    if not record_of(actor, ministry, register, record).line.writable:
        raise MayNot("record")
    try:
        _do(request, actor, where)
    except _REFUSED as error:
        say_error(request, error)
    return see(record_address(ministry, register, record))


def _do(request: HttpRequest, actor: Actor, where: Where) -> None:
    todo, reason = request.POST.get("do", ""), request.POST.get("reason", "")
    started_from = number_of(request.POST.get("version", ""))
    if todo == "cancel":
        cancel(actor, where, started_from, reason)
    elif todo == "reinstate":
        reinstate(actor, where, started_from, reason)
    elif todo == "enter":
        enter(actor, where, started_from)
    elif todo == "undo":
        undo(actor, where, started_from)
    else:
        raise BadProof(_NO_ACT)
    say(request, todo)


@require_POST
def evidence(request: HttpRequest, ministry: str, register: str, record: str) -> HttpResponse:
    """Attach a link or a file, or take one off; then the record again."""
    actor = actor_asking(request)
    where = Where(ministry=ministry, register_code=register, code=record)
    record_of(actor, ministry, register, record)
    started_from = number_of(request.POST.get("version", ""))
    file = request.FILES.get("file")
    try:
        if number := number_of(request.POST.get("remove", "")):
            detach(actor, where, started_from, number)
            say(request, "detached")
        elif file is not None and not isinstance(file, list):
            data = file.read(limits_here().file_bytes + 1)
            attach(actor, where, started_from, file=File(name=file.name or "", data=data))
            say(request, "attached")
        else:
            attach(actor, where, started_from, url=request.POST.get("url", ""))
            say(request, "attached")
    except _REFUSED as error:
        say_error(request, error)
    return see(record_address(ministry, register, record) + "#evidence")


@require_safe
def file(request: HttpRequest, ministry: str, register: str, record: str, sha256: str) -> HttpResponse:
    """A file that proves the record, to be saved: never shown in place, since anyone may have written it."""
    where = Where(ministry=ministry, register_code=register, code=record)
    name, data = file_of(actor_asking(request), where, sha256)
    answer = download(data, "application/octet-stream", name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
