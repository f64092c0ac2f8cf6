"""The judgement of a sheet: ``?rule=`` names a rule, ``?year=`` a year, ``?steps=open`` opens every step; the data beside the page are judged the same way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monosashi.office.judgement_page import judged_entry, judgement_page
from monosashi.office.judging import Judged, judgements_csv, judgements_json
from monosashi.web.asking import library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, JSON, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The grade or why there is none, each measure with its steps, and what it would be under other assumptions."""
    address, unfolded = reverse("sheet", args=[name]), request.GET.get("steps") == "open"
    view = judgement_page(library_of(request), name, language_of(request), _asked(request), address, unfolded=unfolded)
    return render(request, "judgement.html", {"view": view, "name": name, "query": request.GET.urlencode()})


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The same as JSON, in the form of ``monosashi judge --json``."""
    return shown(judgements_json([_judged(request, name)]), JSON)


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """The same as CSV, a line a measure."""
    return shown(judgements_csv([_judged(request, name)]), CSV)


def _asked(request: HttpRequest) -> tuple[str, str]:
    """The rule and the year of the address; empty ones ask for the rule in force and the latest year with an actual."""
    return request.GET.get("rule", ""), request.GET.get("year", "")


def _judged(request: HttpRequest, name: str) -> Judged:
    return judged_entry(library_of(request), name, *_asked(request))
