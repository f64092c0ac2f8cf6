"""Workbooks out and in: given to a bureau, sent back, shown as what it would do, taken over."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from monosashi.model import Message
from monosashi.office.collecting import (
    marked_workbook,
    plan,
    round_line,
    set_aside,
    workbook_of,
    workbooks_of,
)
from monosashi.office.collecting import take as take_over
from monosashi.office.collecting import upload as send
from monosashi.office.collecting.refusals import AnswersMoved, NothingChosen, RoundClosed, WorkbookRefused
from monosashi.office.keeping import require_role
from monosashi.office.limits import limits_here
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import say, say_error, see, shown
from monosashi.web.views.download import XLSX, download

_ZIP = "application/zip"
_NO_FILE = Message(ja="ファイルが選ばれていません。", en="No file is chosen.")


@require_safe
def workbook(request: HttpRequest, number: int, address: str) -> HttpResponse:
    """The workbook of a bureau or division."""
    name, data = workbook_of(actor_asking(request), number, address)
    return download(data, XLSX, name)


@require_safe
def workbooks(request: HttpRequest, number: int) -> HttpResponse:
    """Those of every bureau that the asker sees, in a zip."""
    name, data = workbooks_of(actor_asking(request), number)
    return download(data, _ZIP, name)


@require_POST
def upload(request: HttpRequest, number: int) -> HttpResponse:
    """Take a workbook in and show what it would do."""
    actor = actor_asking(request)
    round_line(actor, number)
    require_role(actor, "answer")
    file = request.FILES.get("workbook")
    try:
        if file is None or isinstance(file, list):
            raise NothingChosen(_NO_FILE)
        kept = send(actor, number, file.read(limits_here().file_bytes + 1), file.name or "")
    except (NothingChosen, WorkbookRefused) as error:
        say_error(request, error)
        return see(f"/rounds/{number}/#workbooks")
    return see(f"/rounds/{number}/uploads/{kept}/")


@require_safe
def preview(request: HttpRequest, number: int, upload_id: int) -> HttpResponse:
    """What a workbook would do: added, changed, left, missing, wrong."""
    actor = actor_asking(request)
    found = plan(actor, number, upload_id)
    context = {"round": round_line(actor, number), "plan": found}
    return shown(request, "upload.html", context)


@require_POST
def take(request: HttpRequest, number: int, upload_id: int) -> HttpResponse:
    """Take it over whole."""
    actor = actor_asking(request)
    try:
        done = take_over(actor, number, upload_id, request.POST.get("sign", ""))
    except (AnswersMoved, RoundClosed) as error:
        say_error(request, error)
        return see(f"/rounds/{number}/uploads/{upload_id}/")
    say(request, "answered", added=done.added, changed=done.changed, left=done.left)
    return see(f"/rounds/{number}/")


@require_POST
def aside(request: HttpRequest, number: int, upload_id: int) -> HttpResponse:
    """Put it away."""
    actor = actor_asking(request)
    set_aside(actor, number, upload_id)
    say(request, "set_aside")
    return see(f"/rounds/{number}/")


@require_safe
def marked(request: HttpRequest, number: int, upload_id: int) -> HttpResponse:
    """The workbook as it came, with what is to be put right marked in it."""
    name, data = marked_workbook(actor_asking(request), number, upload_id)
    return download(data, XLSX, name)
