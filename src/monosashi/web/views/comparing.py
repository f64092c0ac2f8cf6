"""Two sheets beside each other: ``/compare/?a=<sheet>&b=<sheet>``, chosen by a plain form; the data one suffix away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.office.compare import Comparison, compare, comparison_json
from monosashi.office.compare_page import ChooseTwo, compare_page, comparison_csv
from monosashi.office.entry import Entry
from monosashi.web.asking import library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, JSON, shown


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The choice of two sheets and, once both are chosen, what changed from the first to the second."""
    library = library_of(request)
    chosen = _chosen(request)
    context = {
        "records": library.records(),
        "a": request.GET.get("a", ""),
        "b": request.GET.get("b", ""),
        "view": compare_page(*chosen, language_of(request)) if chosen else None,
    }
    return render(request, "compare.html", context)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The same as JSON, in the form of ``monosashi compare --json``."""
    return shown(comparison_json(_comparison(request)), JSON)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as CSV, a line a change."""
    return shown(comparison_csv(_comparison(request)), CSV)


def _chosen(request: HttpRequest) -> tuple[Entry, Entry] | None:
    """The two sheets of the address; None until both are named. Raises as the library's ``get``."""
    a, b = request.GET.get("a"), request.GET.get("b")
    library = library_of(request)
    return (library.get(a), library.get(b)) if a and b else None


def _comparison(request: HttpRequest) -> Comparison:
    chosen = _chosen(request)
    if chosen is None:
        raise ChooseTwo
    return compare(chosen[0].reading.sheet, chosen[1].reading.sheet)
