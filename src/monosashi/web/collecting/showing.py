"""What the pages of rounds share: the answer with its words and messages, the look elsewhere, and how days are told."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone

from monosashi.model.asked import STATE_CHOICES
from monosashi.model.date import print_date
from monosashi.model.error import MonosashiError
from monosashi.office.collecting import Filter
from monosashi.office.pages import Words
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

#: The choices of states, by the word that is typed into a workbook too.
STATES = tuple(STATE_CHOICES.values())


def shown(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page, with the messages that wait and the ways in which days and times are told."""
    extra = {
        "messages": list(messages.get_messages(request)),
        "day": _day_in(request),
        "moment": moment,
        "states_words": STATE_CHOICES,
    }
    return render(request, f"collecting/{template}", {**extra, **context}, status=status)


def see(address: str) -> HttpResponse:
    """303: look there now."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def words_of(request: HttpRequest) -> Words:
    """The words in the reader's language."""
    return page_words(language_of(request))


def say(request: HttpRequest, key: str, **values: object) -> None:
    """A word about what was done, on the next page."""
    messages.success(request, words_of(request)(f"collecting.said.{key}", **values))


def warn(request: HttpRequest, key: str, **values: object) -> None:
    """A word about what was not done, on the next page."""
    messages.warning(request, words_of(request)(f"collecting.said.{key}", **values))


def say_error(request: HttpRequest, error: MonosashiError) -> None:
    """A refusal, on the next page."""
    messages.error(request, words_of(request).of(error.message))


def moment(time: dt.datetime) -> str:
    """A time by the clock of the office."""
    return timezone.localtime(time).strftime("%Y-%m-%d %H:%M")


def _day_in(request: HttpRequest) -> Any:
    japanese = language_of(request) == "ja"

    def day(date: dt.date) -> str:
        return print_date(date) if japanese else date.isoformat()

    return day


def filter_of(asked: QueryDict) -> Filter:
    """Which lines a page's address asks for."""
    return Filter(**{name: asked.get(name, "").strip() for name in Filter.model_fields})


def numbers_of(texts: Iterable[str]) -> list[int]:
    """Numbers out of a form; what is none is passed over."""
    found = (part for text in texts for part in text.split(","))
    return [int(part) for part in found if part.isascii() and part.isdigit() and len(part) < 16]


def date_of(text: str) -> dt.date | None:
    """A day as a browser sends it."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None
