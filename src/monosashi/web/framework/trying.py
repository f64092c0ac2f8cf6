"""Trying what a form asks for: what the office refuses is shown beside the form, with what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from monosashi.model.error import MonosashiError
from monosashi.office.framework.years import typed_year
from monosashi.office.refusals import Conflict, NotAsked
from monosashi.web.errors import status_of
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


def tried(act: Callable[[], object]) -> MonosashiError | None:
    """Do it; what is wrong with the question or with its time is given back, everything else is raised."""
    try:
        act()
    except (NotAsked, Conflict) as error:
        return error
    return None


def then(request: HttpRequest, said: str, address: str) -> HttpResponse:
    """After an act: the page at an address, with a word about what was done. ``said``: a key of the words."""
    messages.success(request, page_words(language_of(request))(said))
    return see(address)


def refused(request: HttpRequest, error: MonosashiError, address: str) -> HttpResponse:
    """After a refusal of a form that had nothing to lose: the page it came from, with the sentence."""
    messages.error(request, page_words(language_of(request)).of(error.message))
    return see(address)


def see(address: str) -> HttpResponse:
    """303: look there now."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def show(
    request: HttpRequest, template: str, context: dict[str, Any], error: MonosashiError | None = None
) -> HttpResponse:
    """A page, with the words about what was done before it; its status is that of a refusal it shows."""
    told = {**context, "notes": messages.get_messages(request)}
    return render(request, template, told, status=status_of(error) if error else 200)


def year_of(text: str) -> int:
    """A year as it is typed; 0 where it is none, which the office refuses with a sentence."""
    return typed_year(text) or 0


def number_of(text: str) -> int | None:
    """An id out of a form's choice; None where nothing is chosen."""
    return int(text) if text.isascii() and text.isdigit() else None
