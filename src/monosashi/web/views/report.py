"""The evaluation report of a sheet: a draft whose texts are edited in a plain form, and whose answer is a file. Nothing is kept.

``?rule=``, ``?year=`` and ``?form=`` ask for another rule, year or blank form.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe

from monosashi.office.report_page import Asked, report_file, report_name, report_page
from monosashi.office.review.evaluations import kept_already
from monosashi.web.asking import actor_asking, is_viewer, library_of
from monosashi.web.language import language_of
from monosashi.web.templating import print_style
from monosashi.web.views.download import JSON, XLSX, download

HTML = "text/html; charset=utf-8"
_TYPES = {"excel": XLSX, "html": HTML, "json": JSON}
#: The button that shows the edited report instead of saving it.
_SHOW = "print"


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The draft to edit; sent back, the file made of it."""
    if request.method == "POST":
        return _made(request, name)
    asked = _asked(request)
    context = {
        "page": report_page(library_of(request).get(name), language_of(request), asked),
        "name": name,
        "query": urlencode({key: value for key, value in vars(asked).items() if value}),
        "keeping": (False, "") if is_viewer(request) else kept_already(actor_asking(request), name),
    }
    return render(request, "report.html", context)


@require_safe
@xframe_options_sameorigin
def printed(request: HttpRequest, name: str) -> HttpResponse:
    """The draft as it is printed, for the page's frame and for itself."""
    data = report_file(library_of(request).get(name), _asked(request), {}, "html", print_style())
    return HttpResponse(data, content_type=HTML)


def _made(request: HttpRequest, name: str) -> HttpResponse:
    """The report with what was written: shown as it is printed, or saved."""
    entry, asked, to = library_of(request).get(name), _asked(request), request.POST.get("to", "")
    written = {key: str(value) for key, value in request.POST.items()}
    if to == _SHOW:
        return HttpResponse(report_file(entry, asked, written, "html", print_style()), content_type=HTML)
    data = report_file(entry, asked, written, to)
    return download(data, _TYPES[to], report_name(name, to))


def _asked(request: HttpRequest) -> Asked:
    return Asked(*(request.GET.get(key, "") for key in ("rule", "year", "form")))
