"""Workbooks of registers, to be saved: the register's own, and one that was sent with its faults marked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monosashi.office.recording.workbooks import marked_of, workbook_of
from monosashi.web.asking import actor_asking
from monosashi.web.registers.listing import wanted_of
from monosashi.web.views.download import XLSX, download


@require_safe
def workbook(request: HttpRequest, ministry: str, register: str) -> HttpResponse:
    """The records that the address asks for, in a workbook to be filled in."""
    name, data = workbook_of(actor_asking(request), ministry, register, wanted_of(request.GET))
    return download(data, XLSX, name)


@require_safe
def marked(request: HttpRequest, ministry: str, upload_id: int) -> HttpResponse:
    """The workbook as it came, with what is to be put right marked in it."""
    name, data = marked_of(actor_asking(request), ministry, upload_id)
    return download(data, XLSX, name)
