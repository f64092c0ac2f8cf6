"""The versions of a sheet and going back to one; why a value reads as it does."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.authoring.history import restore, versions_of, why
from monosashi.web.asking import actor_asking
from monosashi.web.authoring.asked import number_of, shown
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Every version with what it changed."""
    view = versions_of(actor_asking(request), name, page_words(language_of(request)))
    return shown(request, "versions", {"view": view, "name": name})


@require_POST
def restore_version(request: HttpRequest, name: str) -> HttpResponse:
    """Save an earlier version again as the next one."""
    words = page_words(language_of(request))
    number = number_of(request.POST.get("number", ""))
    now = restore(actor_asking(request), name, number_of(request.POST.get("started_from", "")), number)
    messages.success(request, words("authoring.restored", number=number, version=now))
    return redirect(reverse("edit-versions", args=[name]))


@require_safe
def why_page(request: HttpRequest, name: str) -> HttpResponse:
    """Why the leaf at ``?at=`` reads as it does; a piece of a page where a script asks for it."""
    view = why(actor_asking(request), name, request.GET.get("at", ""), page_words(language_of(request)))
    if request.headers.get("HX-Request"):
        return render(request, "authoring/why_body.html", {"view": view, "name": name})
    return shown(request, "why", {"view": view, "name": name})
