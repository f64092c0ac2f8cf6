"""Accepting an intake: what is proposed, what the person decides, and where it went."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from monosashi.model import Message
from monosashi.model.folding import fold
from monosashi.office.keeping.reasons import REASONS
from monosashi.office.refusals import Conflict, NotAsked
from monosashi.office.taking_in.accepting import REASON_CODES, accept
from monosashi.office.taking_in.proposing import Asked, proposal_of
from monosashi.office.taking_in.refusals import NotInThatState
from monosashi.office.taking_in.standing import standing_of
from monosashi.web.asking import actor_asking
from monosashi.web.errors import status_of
from monosashi.web.intake.listing import printable, whole
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, number: int) -> HttpResponse:
    """What accepting would be; with POST, the acceptance."""
    if request.method != "POST":
        return _shown(request, number, _asked(request.GET) if "number" in request.GET else None)
    asked = _asked(request.POST)
    try:
        accept(actor_asking(request), number, asked)
    except NotInThatState:
        raise
    except (NotAsked, Conflict) as error:
        return _shown(request, number, asked, status_of(error), error.message)
    name = standing_of(actor_asking(request), number).name
    messages.success(request, page_words(language_of(request))("intake.said.accepted", name=name))
    return redirect(reverse("intake-one", args=[number]))


def _shown(
    request: HttpRequest, number: int, asked: Asked | None, status: int = 200, trouble: Message | None = None
) -> HttpResponse:
    actor = actor_asking(request)
    context = {
        "intake": standing_of(actor, number),
        "proposal": proposal_of(actor, number, language_of(request), asked),
        "answered": asked is not None,
        "trouble": trouble,
        "reason_codes": [(code, REASONS[code]) for code in REASON_CODES],
    }
    return render(request, "intake/accept.html", context, status=status)


def _asked(given: Any) -> Asked:
    """What a form says; a year or policy that is none counts as not said."""
    said = {name: printable(given.get(name, "")) for name in ("organisation", "number", "earlier", "reason")}
    return Asked.model_validate(
        {
            **said,
            "nendo": whole(fold(given.get("nendo", "")).strip()),
            "kind": "evaluation" if given.get("kind") == "evaluation" else "plan",
            "policy": whole(given.get("policy", "")),
            "rest": given.get("rest") == "1",
            "started_from": whole(given.get("started_from", "")),
            "reason_code": printable(given.get("reason_code", "")) or "accepted",
        }
    )
