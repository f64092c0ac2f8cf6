"""A sheet on its way to the public: how it stands, what is in the way, and the steps."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.pages import sheet_name
from monosashi.office.report_page import Asked
from monosashi.office.review.comments import show_to_council
from monosashi.office.review.evaluations import keep_evaluation
from monosashi.office.review.overview import overview
from monosashi.office.review.releasing import release
from monosashi.office.review.steps import send_back, take_step
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.review.showing import done, number, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The way, the next step, what is in the way and whose it is."""
    view = overview(actor_asking(request), name)
    title = sheet_name(library_of(request).get(name), language_of(request))
    return shown(request, "review/sheet.html", {"view": view, "name": name, "title": title})


@require_POST
def step(request: HttpRequest, name: str) -> HttpResponse:
    """Check or approve the version that stood on the page."""
    verb = request.POST.get("verb", "")
    take_step(actor_asking(request), name, verb, number(request, "version"), request.POST.get("word", ""))
    return done(request, reverse("review-sheet", args=[name]), f"review.done.{verb}")


@require_POST
def to_public(request: HttpRequest, name: str) -> HttpResponse:
    """Release the version that stood on the page."""
    made = release(
        actor_asking(request),
        name,
        number(request, "version"),
        request.POST.get("reason", ""),
        erratum=request.POST.get("kind") == "erratum",
    )
    return done(request, reverse("review-sheet", args=[name]), "review.done.release", n=made.edition)


@require_POST
def returned(request: HttpRequest, name: str) -> HttpResponse:
    """Send the sheet back, with the reason."""
    asked = request.POST
    send_back(actor_asking(request), name, number(request, "version"), asked.get("to", ""), asked.get("reason", ""))
    return done(request, reverse("review-sheet", args=[name]), "review.done.send_back")


@require_POST
def council(request: HttpRequest, name: str) -> HttpResponse:
    """Show the sheet to the council, or no longer."""
    on = request.POST.get("shown") == "yes"
    show_to_council(actor_asking(request), name, shown=on)
    return done(request, reverse("review-sheet", args=[name]), f"review.done.council_{'on' if on else 'off'}")


@require_POST
def keep_report(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the report of a sheet as its evaluation, with what was written in the form."""
    written = {key: str(value) for key, value in request.POST.items()}
    asked = Asked(*(request.GET.get(key, "") for key in ("rule", "year", "form")))
    kept = keep_evaluation(actor_asking(request), name, asked, written)
    return done(request, reverse("review-sheet", args=[kept]), "review.done.evaluation")
