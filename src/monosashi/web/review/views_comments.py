"""What people say beside the values: threads of comments, and other texts proposed for a value."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.pages import sheet_name
from monosashi.office.review import comments, proposals
from monosashi.office.review.rights import rights
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.review.showing import done, number, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Every thread and proposal, or with ``?at=`` those of one value, and the forms for more."""
    actor, at = actor_asking(request), request.GET.get("at")
    known = rights(actor, name)
    context = {
        "name": name,
        "title": sheet_name(library_of(request).get(name), language_of(request)),
        "threads": comments.threads(actor, name, at),
        "contests": proposals.contests(actor, name, at) if known.inside else (),
        "place": comments.place_at(actor, name, at or ""),
        "places": comments.places(actor, name),
        "reasons": proposals.reasons_to_propose(actor, name, at) if known.propose and at else (),
        "at": at,
        "rights": known,
    }
    return shown(request, "review/comments.html", context)


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """How many open threads each path bears, for the marks beside the values of the sheet's page."""
    return JsonResponse({"open": comments.counts(actor_asking(request), name)})


@require_POST
def new(request: HttpRequest, name: str) -> HttpResponse:
    """Begin a thread."""
    asked = request.POST
    made = comments.comment(
        actor_asking(request),
        name,
        asked.get("at", ""),
        asked.get("text", ""),
        for_council=asked.get("for_council") == "yes",
        must_resolve=asked.get("must_resolve") == "yes",
    )
    return done(request, _to(name, f"#thread-{made.pk}"), "review.said")


@require_POST
def answer(request: HttpRequest, name: str) -> HttpResponse:
    """Answer in a thread."""
    thread = number(request, "thread")
    comments.answer(actor_asking(request), name, thread, request.POST.get("text", ""))
    return done(request, _to(name, f"#thread-{thread}"), "review.said")


@require_POST
def resolve(request: HttpRequest, name: str) -> HttpResponse:
    """Resolve a thread, or open it again."""
    thread, resolved = number(request, "thread"), request.POST.get("resolved") == "yes"
    comments.resolve(actor_asking(request), name, thread, resolved=resolved)
    return done(request, _to(name, f"#thread-{thread}"), "review.resolved" if resolved else "review.reopened")


@require_POST
def withdraw(request: HttpRequest, name: str) -> HttpResponse:
    """Take back what one said."""
    comments.withdraw(actor_asking(request), name, number(request, "comment"))
    return done(request, _to(name), "review.withdrawn_done")


@require_POST
def propose(request: HttpRequest, name: str) -> HttpResponse:
    """Propose another text for a value."""
    asked = request.POST
    at = asked.get("at", "")
    proposals.propose(
        actor_asking(request), name, at, asked.get("text", ""), asked.get("why", ""), asked.get("reason_code", "")
    )
    return done(request, _to(name, f"?at={quote(at)}"), "review.proposed")


@require_POST
def decide(request: HttpRequest, name: str) -> HttpResponse:
    """Take a proposal, decline it, or withdraw one's own."""
    actor, one, what = actor_asking(request), number(request, "proposal"), request.POST.get("do", "")
    if what == "take":
        proposals.take(actor, name, one, number(request, "version"))
        return done(request, _to(name), "review.taken")
    if what == "withdraw":
        proposals.withdraw(actor, name, one)
        return done(request, _to(name), "review.withdrawn_done")
    proposals.decline(actor, name, one)
    return done(request, _to(name), "review.declined")


def _to(name: str, rest: str = "") -> str:
    return reverse("comments", args=[name]) + rest
