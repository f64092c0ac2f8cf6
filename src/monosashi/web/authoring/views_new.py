"""A new sheet: on a blank form, or with the contents of another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from monosashi.model.error import MonosashiError
from monosashi.office.authoring.beginning import NewSheet, NotComplete, begin_sheet, offered
from monosashi.office.keeping.saving import SheetExists
from monosashi.web.asking import actor_asking
from monosashi.web.authoring.asked import shown
from monosashi.web.errors import status_of
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

_FIELDS = ("form", "nendo", "number", "name", "organisation", "copy_of")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form of a new sheet; ``?copy_of=`` names the sheet whose contents it takes."""
    if request.method != "POST":
        return _shown(request, request.GET.get("copy_of", ""))
    asked = NewSheet(**{field: request.POST.get(field, "") for field in _FIELDS})
    try:
        kept = begin_sheet(actor_asking(request), asked)
    except (NotComplete, SheetExists) as error:
        return _shown(request, asked.copy_of, asked, error)
    messages.success(request, page_words(language_of(request))("authoring.begun", slug=kept.slug))
    return redirect(reverse("edit", args=[kept.slug]))


def _shown(
    request: HttpRequest, copy_of: str, asked: NewSheet | None = None, error: MonosashiError | None = None
) -> HttpResponse:
    words = page_words(language_of(request))
    choices = offered(actor_asking(request), words, timezone.localdate(), copy_of)
    context = {
        "choices": choices,
        "asked": asked or choices.usual,
        "error": words.of(error.message) if error else "",
    }
    return shown(request, "new", context, status=status_of(error) if error else 200)
