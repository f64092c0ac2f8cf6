"""The findings of a sheet, narrowed by ``severity`` and ``code``, grouped ``by`` either; the data beside the page are narrowed the same way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monosashi.model import Finding, Reading
from monosashi.office.finding_records import findings_csv, findings_json
from monosashi.office.pages import findings_page
from monosashi.web.asking import library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, JSON, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The findings that are asked for, gravest first."""
    entry = library_of(request).get(name)
    addresses = (reverse("sheet", args=[name]), reverse("checks"))
    by = request.GET.get("by", "")
    view = findings_page(entry, language_of(request), *_asked(request), addresses, by)
    return render(request, "findings.html", {"view": view, "name": name, "query": request.GET.urlencode()})


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The same as JSON, in the form of ``monosashi audit --json``."""
    return shown(findings_json(_said(request, name)), JSON)


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """The same as CSV, in the form of ``monosashi audit --csv``."""
    return shown(findings_csv(_said(request, name)), CSV)


def _asked(request: HttpRequest) -> tuple[list[str], list[str]]:
    """The severities and codes of the address; empty ones (「すべて」) ask for nothing."""
    severities, codes = ([asked for asked in request.GET.getlist(key) if asked] for key in ("severity", "code"))
    return severities, codes


def _said(request: HttpRequest, name: str) -> list[tuple[Reading, Finding]]:
    entry = library_of(request).get(name)
    severities, codes = _asked(request)
    return [
        (entry.reading, finding)
        for finding in entry.findings
        if (not severities or finding.severity.value in severities) and (not codes or finding.code in codes)
    ]
