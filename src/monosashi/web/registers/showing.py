"""What the pages of registers share: the answer with its words and messages, addresses, and how values and times are told."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from monosashi.model import FieldKind, RegisterField
from monosashi.model.date import print_date
from monosashi.model.error import MonosashiError
from monosashi.office.pages import Words
from monosashi.office.recording.telling import shown_value
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

#: How a state is told apart without its colour.
SHAPES = {"draft": "○", "entered": "●", "cancelled": "×"}


def shown(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page, with the messages that wait and the ways in which values, days and times are told."""
    language = language_of(request)

    def value(field: RegisterField, text: str) -> str:
        return shown_value(field, text, language)

    def day(date: dt.date) -> str:
        return print_date(date) if language == "ja" else date.isoformat()

    extra = {
        "messages": list(messages.get_messages(request)),
        "value": value,
        "day": day,
        "moment": moment,
        "shapes": SHAPES,
        "kinds": FieldKind,
        "at": register_address,
        "record_at": record_address,
    }
    return render(request, f"registers/{template}", {**extra, **context}, status=status)


def register_address(ministry: str, register: str) -> str:
    """Where a register's list is."""
    return f"/registers/{ministry}/{register}/"


def record_address(ministry: str, register: str, code: str) -> str:
    """Where a record is."""
    return f"/registers/{ministry}/{register}/records/{code}/"


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
    messages.success(request, words_of(request)(f"registers.said.{key}", **values))


def say_error(request: HttpRequest, error: MonosashiError) -> None:
    """A refusal, on the next page."""
    messages.error(request, words_of(request).of(error.message))


def moment(time: dt.datetime) -> str:
    """A time by the clock of the office."""
    return timezone.localtime(time).strftime("%Y-%m-%d %H:%M")


def number_of(text: str) -> int:
    """A number out of a form or an address; 0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
