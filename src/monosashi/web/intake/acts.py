"""What a person does to an intake, each by a form of its own; every one works without a script."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from monosashi.model.error import MonosashiError
from monosashi.office.refusals import Conflict, NotAsked
from monosashi.office.taking_in.correcting import Wanted, lay_over, take_back
from monosashi.office.taking_in.desk import Looked
from monosashi.office.taking_in.refusals import NotInThatState
from monosashi.office.taking_in.settling import confirm, read_again, set_aside, take_up
from monosashi.web.asking import actor_asking
from monosashi.web.errors import status_of
from monosashi.web.intake.listing import read_and_tell, whole
from monosashi.web.intake.one import looked_at, shown
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


def _say(request: HttpRequest, key: str, **values: object) -> None:
    messages.success(request, page_words(language_of(request))(key, **values))


def _to(number: int, **asked: str) -> str:
    """The page of an intake at an item or field, its card first."""
    query = urlencode({name: value for name, value in asked.items() if value})
    return reverse("intake-one", args=[number]) + (f"?{query}#card" if query else "")


@require_POST
def read(request: HttpRequest, number: int) -> HttpResponse:
    """Read this document, if it waits."""
    return read_and_tell(request, number, reverse("intake-read-one", args=[number]), _to(number))


@require_POST
def again(request: HttpRequest, number: int) -> HttpResponse:
    """Have it read again, by the form that was chosen."""
    intake = read_again(actor_asking(request), number, request.POST.get("form"))
    _say(request, "intake.said.again", name=intake.name)
    return redirect(_to(number))


@require_POST
def put_aside(request: HttpRequest, number: int) -> HttpResponse:
    """Set it aside."""
    _say(request, "intake.said.set_aside", name=set_aside(actor_asking(request), number).name)
    return redirect("intake")


@require_POST
def take_back_up(request: HttpRequest, number: int) -> HttpResponse:
    """Take it back."""
    _say(request, "intake.said.take_back", name=take_up(actor_asking(request), number).name)
    return redirect(_to(number))


@require_POST
def confirm_items(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm items, or take that back; then on to the next."""
    keys, confirmed = request.POST.getlist("key"), request.POST.get("reopen") != "1"
    confirm(actor_asking(request), number, keys, confirmed=confirmed)
    if len(keys) > 1:
        _say(request, "intake.said.confirmed", n=len(keys))
    return redirect(_to(number, item=request.POST.get("next", "")))


@require_POST
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Keep a correction; what was typed comes back where it cannot be kept."""
    wanted = _wanted(request.POST)
    try:
        lay_over(actor_asking(request), number, wanted)
    except NotInThatState:
        raise
    except (NotAsked, Conflict) as error:
        return _again(request, number, wanted, error)
    _say(request, "intake.said.corrected")
    return redirect(_to(number, item=wanted.item) if wanted.item else _to(number, at=wanted.at))


def _wanted(posted: Any) -> Wanted:
    return Wanted(
        at=posted.get("at", ""),
        text=posted.get("text", ""),
        seen=posted.get("seen", ""),
        reason=posted.get("reason", ""),
        why=posted.get("why", ""),
        item=posted.get("item", ""),
        append=posted.get("how") == "append",
        instead_of=whole(posted.get("instead_of", "")),
    )


def _again(request: HttpRequest, number: int, wanted: Wanted, error: MonosashiError) -> HttpResponse:
    looked: Looked = looked_at(wanted.item, {"at": "" if wanted.item else wanted.at})
    trouble = {"message": error.message, "code": error.code, "typed": wanted}
    return shown(request, number, looked, status_of(error), trouble)


@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take a correction back."""
    take_back(actor_asking(request), number, whole(request.POST.get("correction", "")) or 0)
    _say(request, "intake.said.undone")
    asked = {name: request.POST.get(name, "") for name in ("item", "at")}
    return redirect(_to(number, **asked))
