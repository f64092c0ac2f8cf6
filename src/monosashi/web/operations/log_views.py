"""The log: who did what to which sheet, when and why; as a page, as CSV, and as the chain an outsider can verify."""

import datetime as dt
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from monosashi.office.keeping.reasons import REASONS
from monosashi.office.operations.entries import Asked, chained, entries, last_entry, page
from monosashi.office.operations.log_files import csv_lines, json_lines
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV
from monosashi.web.wording import page_words

_JSON_LINES = "application/jsonl; charset=utf-8"


@require_safe
@never_cache
def listing(request: HttpRequest) -> HttpResponse:
    """The log, newest first, by person, act, object and days."""
    asked, misread = _asked(request)
    number = request.GET.get("page", "1")
    found = page(actor_asking(request), asked, int(number) if number.isascii() and number.isdigit() else 1)
    query = request.GET.copy()
    query.pop("page", None)
    query.pop("lang", None)
    head_number, head_hash, head_time = last_entry()
    words = page_words(language_of(request))
    context = {
        "found": found,
        "asked": asked,
        "misread": misread,
        "query": query.urlencode(),
        "looked_for": asked != Asked(),
        "head": {"number": head_number, "hash": head_hash, "time": head_time},
        "acts": sorted((words.entries.get(f"operations.act.{act}", act), act) for act in found.acts),
        "word": lambda kind, key: words.entries.get(f"operations.{kind}.{key}", key),
        "why": lambda code: words.of(REASONS[code]) if code in REASONS else code,
    }
    return render(request, "operations/log.html", context)


@require_safe
@never_cache
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """What is looked for, as CSV."""
    asked, _ = _asked(request)
    return _streamed(csv_lines(entries(actor_asking(request), asked)), CSV, "log.csv")


@require_safe
@never_cache
def as_json_lines(request: HttpRequest) -> StreamingHttpResponse:
    """The whole chain; the records that are not the reader's are withheld."""
    return _streamed(json_lines(chained(actor_asking(request))), _JSON_LINES, "log.jsonl")


@require_safe
@never_cache
def head(request: HttpRequest) -> JsonResponse:
    """The end of the log, for everyone: number, hash and time."""
    number, hash_, time = last_entry()
    return JsonResponse({"number": number, "hash": hash_, "time": time.isoformat() if time else None})


def _streamed(lines: Iterable[str], media_type: str, name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type=media_type, headers=headers)


def _asked(request: HttpRequest) -> tuple[Asked, tuple[str, ...]]:
    """What the address looks for, and the days in it that are none (they are left out, and the page says so)."""
    given = {name: request.GET.get(name, "").strip() for name in ("person", "act", "object", "since", "until")}
    days = {name: _day(given[name]) for name in ("since", "until")}
    misread = tuple(given[name] for name, day in days.items() if given[name] and day is None)
    return Asked(person=given["person"], act=given["act"], object=given["object"], **days), misread


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
