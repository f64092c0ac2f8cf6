"""The original of a sheet: ``/sheets/<sheet>/paper/2?at=/goals/0/text`` shows page 2 with that value's box.

Without a number, the page where the value stands. Every box leads back to its values on the sheet's page.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from monosashi.office.page_pictures import page_png, page_tag, paper_page
from monosashi.office.pages import sheet_name
from monosashi.web.asking import library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import PNG


@require_safe
def first(request: HttpRequest, name: str) -> HttpResponse:
    """The page where the value that is asked for stands, else the first."""
    return _shown(request, name, None)


@require_safe
def page(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """The page of that number, with the boxes of what was read."""
    return _shown(request, name, number)


def _tag(request: HttpRequest, name: str, number: int) -> str:
    return page_tag(library_of(request).get(name), number)


@require_safe
@cache_control(private=True, max_age=86400)
@condition(etag_func=_tag)
def image(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """The page as an image, drawn when it is first asked for."""
    return HttpResponse(page_png(library_of(request), name, number), content_type=PNG)


def _shown(request: HttpRequest, name: str, number: int | None) -> HttpResponse:
    library = library_of(request)
    entry, at = library.get(name), request.GET.get("at", "")
    shown = paper_page(library, name, language_of(request), number, at)
    context = {"page": shown, "entry": entry, "name": sheet_name(entry, language_of(request)), "at": at}
    return render(request, "paper.html", context)
