"""Showing: what every page of this part knows beside its own, and where an act leads back to."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import localtime

from monosashi.office.pages import Language
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


def shown(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page of this part, with what the last act had to say and the words for times."""
    language = language_of(request)
    around = {
        "messages": list(messages.get_messages(request)),
        "moment": moment_in(language),
        "day": day_in(language),
    }
    return render(request, template, {**around, **context})


def done(request: HttpRequest, address: str, key: str, **values: object) -> HttpResponse:
    """The act is done: said on the page that it leads back to (303)."""
    messages.success(request, page_words(language_of(request))(key, **values))
    return back(address)


def back(address: str) -> HttpResponse:
    """See the page at that address (303), so that a reload does not send the form again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def moment_in(language: Language) -> Callable[[dt.datetime], str]:
    """How a time is written: 2026年11月23日 18:57, or 2026-11-23 18:57."""
    if language == "ja":
        return lambda time: f"{_day_ja(localtime(time).date())} {localtime(time):%H:%M}"
    return lambda time: f"{localtime(time):%Y-%m-%d %H:%M}"


def day_in(language: Language) -> Callable[[dt.datetime | dt.date], str]:
    """How a day is written."""
    return lambda time: _day_ja(_date(time)) if language == "ja" else _date(time).isoformat()


def _date(time: dt.datetime | dt.date) -> dt.date:
    return localtime(time).date() if isinstance(time, dt.datetime) else time


def _day_ja(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def number(request: HttpRequest, name: str) -> int:
    """A whole number of the form; 0 where it is none, which nothing bears."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
