"""Decisions that people answer for: findings waived, grades and marks given."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.pages import sheet_name
from monosashi.office.review import settling
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.review.showing import done, number, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Every finding with who answers for it, the grades given, and the forms."""
    view = settling.decided(actor_asking(request), name)
    title = sheet_name(library_of(request).get(name), language_of(request))
    return shown(request, "review/settled.html", {"view": view, "name": name, "title": title})


@require_POST
def waive(request: HttpRequest, name: str) -> HttpResponse:
    """Answer for a finding."""
    asked = request.POST
    settling.waive(actor_asking(request), name, asked.get("code", ""), asked.get("path", ""), asked.get("why", ""))
    return done(request, reverse("settled", args=[name]), "review.waived")


@require_POST
def override(request: HttpRequest, name: str) -> HttpResponse:
    """Give a grade or mark."""
    path, _, sign = request.POST.get("sign", "").rpartition(" ")
    settling.override(actor_asking(request), name, sign, path, request.POST.get("why", ""))
    return done(request, reverse("settled", args=[name]), "review.overridden")


@require_POST
def lift(request: HttpRequest, name: str) -> HttpResponse:
    """Lift a decision."""
    settling.lift(actor_asking(request), name, number(request, "decision"), request.POST.get("why", ""))
    return done(request, reverse("settled", args=[name]), "review.lifted")
