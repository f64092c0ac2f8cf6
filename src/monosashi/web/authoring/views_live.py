"""What the pages send while someone types: drafts to keep, and texts to be looked at."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from monosashi.office.authoring.drafts import discard_draft, keep_draft
from monosashi.office.authoring.live import live
from monosashi.web.asking import actor_asking
from monosashi.web.authoring.asked import typed_in
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


@require_POST
def draft(request: HttpRequest, name: str) -> HttpResponse:
    """Keep what was typed; when it was kept, as JSON."""
    typed = typed_in(request)
    edits = {at: text.replace("\r\n", "\n") for at, text in typed.edits.items()}
    kept = keep_draft(actor_asking(request), name, typed.started_from, edits)
    return JsonResponse({"saved": kept.saved, "started_from": kept.started_from, "count": len(kept.edits)})


@require_POST
def discard(request: HttpRequest, name: str) -> HttpResponse:
    """Throw the draft away, and go back to where it was offered."""
    discard_draft(actor_asking(request), name)
    part = request.POST.get("part", "")
    return redirect(reverse("edit-part", args=[name, part]) if part else reverse("edit", args=[name]))


@require_POST
def findings(request: HttpRequest, name: str) -> HttpResponse:
    """What is found about the texts that were sent, each to be put beside its field."""
    typed = typed_in(request)
    found = live(actor_asking(request), name, typed.edits, page_words(language_of(request)))
    return render(request, "authoring/live.html", {"fields": found})
