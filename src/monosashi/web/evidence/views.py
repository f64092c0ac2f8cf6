"""The numbers of a sheet beside their counts, one count with its records, and what one record feeds."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monosashi.model import Count
from monosashi.model.date import print_date
from monosashi.model.measuring.arithmetic import shown as number_shown
from monosashi.office.deriving import derivations_json, printed_text
from monosashi.office.evidence.data import evidence_csv
from monosashi.office.evidence.feeding import feeding
from monosashi.office.evidence.seeing import CountSeen, Evidence, count_seen, evidence_of
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, JSON, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Every number of the sheet that a rule derives, beside its count."""
    return _page(request, "sheet.html", name, {"evidence": _evidence(request, name)})


@require_safe
def count(request: HttpRequest, name: str) -> HttpResponse:
    """One count: its rule, its value beside the printed ones, the records that count and those left out."""
    evidence = _evidence(request, name)
    seen = _count(request, evidence)
    return _page(request, "count.html", name, {"evidence": evidence, "seen": seen, "query": request.GET.urlencode()})


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """The counts with every record, a line each: of one count where the address names one, else of all."""
    evidence = _evidence(request, name)
    counts = (_count(request, evidence).count,) if "measure" in request.GET else evidence.derivation.counts
    return shown(evidence_csv(evidence, counts), CSV)


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The same as ``monosashi derive --json`` says it."""
    return shown(derivations_json([_evidence(request, name).derivation]), JSON)


@require_safe
def feeds(request: HttpRequest, ministry: str, register: str, record: str) -> HttpResponse:
    """Every number that a record feeds, and why it does not feed the others of its register."""
    told = feeding(actor_asking(request), library_of(request), ministry, register, record)
    context = {"told": told, "ministry": ministry, "address": f"/registers/{ministry}/{register}/records/{record}/"}
    return _page(request, "feeds.html", "", context)


def _evidence(request: HttpRequest, name: str) -> Evidence:
    # the sheet is asked for first: who may not see it is not told that it has records
    reading = library_of(request).get(name).reading
    return evidence_of(actor_asking(request), name, reading)


def _count(request: HttpRequest, evidence: Evidence) -> CountSeen:
    asked = request.GET
    year = asked.get("year", "")
    number = int(year) if year.isascii() and year.isdigit() and len(year) <= 4 else 0
    return count_seen(evidence, asked.get("measure", ""), asked.get("part", ""), number, asked.get("rule", ""))


def _page(request: HttpRequest, template: str, name: str, context: Mapping[str, Any]) -> HttpResponse:
    language = language_of(request)
    title = ""
    if name:
        sheet = library_of(request).get(name).reading.sheet
        title = f"{sheet.identifier.plain} {sheet.policy.name}".strip()

    def day(text: str) -> str:
        try:
            date = dt.date.fromisoformat(text)
        except ValueError:
            return text
        return print_date(date) if language == "ja" else text

    def at(one: Count, slug: str = name) -> str:
        asked = {"measure": one.path, "part": one.part, "year": one.nendo.year, "rule": one.rule}
        told = {key: value for key, value in asked.items() if value}
        return f"{reverse('evidence-count', args=[slug])}?{urlencode(told)}"

    extra = {"name": name, "title": title, "day": day, "at": at, "number": number_shown, "printed": printed_text}
    return render(request, f"evidence/{template}", {**extra, **context})
