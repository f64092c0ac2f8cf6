"""The page of the keeper of the system: versions, sizes and counts, the log's head, the last backup, what to put right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.operations.entries import ZONE
from monosashi.office.operations.figures import figures, prove_now
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """How the office stands."""
    found = figures(actor_asking(request))
    context = {"found": found, "size": size_text, "zone": ZONE, "messages": messages.get_messages(request)}
    return render(request, "operations/keeper.html", context)


@require_POST
def prove(request: HttpRequest) -> HttpResponse:
    """Prove the log now, and show how it came out."""
    proof = prove_now(actor_asking(request))
    words = page_words(language_of(request))
    if proof.holds:
        messages.success(request, words("operations.keeper.proof_good", head=proof.head.number))
    else:
        messages.error(request, words("operations.keeper.proof_bad", n=len(proof.problems)))
    return HttpResponseRedirect("/operations/", status=303)


def size_text(size: int) -> str:
    """A number of bytes as a person reads it: 1.2 MB."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} B"
