"""Trying what a form asks for, and telling what became of it."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from monosashi.model.error import MonosashiError
from monosashi.office.refusals import Conflict, NotAsked, NotThere
from monosashi.web.errors import status_of
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


def refusal_of(act: Callable[[], object]) -> MonosashiError | None:
    """Do it. What is wrong with the question or its time is given back, to stand beside the form; the rest is raised."""
    try:
        act()
    except (NotAsked, Conflict) as error:
        return error
    return None


def typed_in(sent: Mapping[str, str] | None) -> Callable[..., str]:
    """What was typed into a form that is shown again: by name, or what else stands there."""

    def typed(name: str, otherwise: str = "") -> str:
        return otherwise if sent is None else sent.get(name, otherwise)

    return typed


def shown(
    request: HttpRequest, template: str, context: dict[str, object], error: MonosashiError | None = None
) -> HttpResponse:
    """A page that may show a refusal, with what was typed; no browser keeps a copy of it."""
    words = page_words(language_of(request))
    known = {
        "typed": typed_in(request.POST if error else None),
        **context,
        "refused": words.of(error.message) if error else "",
        "told": list(messages.get_messages(request)),
        "moment": _moment,
        "day": _day,
    }
    answer = render(request, template, known, status=status_of(error) if error else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def done(request: HttpRequest, said: str, to: str, **where: str) -> HttpResponse:
    """After an act: the page ``to``, with a word about what was done. ``said``: a key of the words."""
    messages.success(request, page_words(language_of(request))(said))
    answer = HttpResponseRedirect(reverse(to, kwargs=where))
    answer.status_code = 303
    return answer


class NoSuchAct(NotThere):
    """An address of an act that there is not, or that is not to be looked at but to be sent."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-act",
            "そのアドレスでできる操作はありません。何も変更していません。元のページのボタンから操作してください。",
            "There is nothing to be done at this address. Nothing was changed. Use the buttons of the page.",
        )


def _moment(time: dt.datetime) -> str:
    """A moment as it is read in the office."""
    return f"{timezone.localtime(time):%Y-%m-%d %H:%M}"


def _day(time: dt.datetime) -> str:
    return f"{timezone.localtime(time):%Y-%m-%d}"
