"""The checks: what each code means and when it does not apply."""

import csv
import io
import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.office.pages import check, checks
from monosashi.web.asking import library_of
from monosashi.web.views.download import CSV, JSON, shown

_PARTS = ("title", "rule", "does_not_apply", "right", "wrong")


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every check, by severity."""
    return render(request, "checks.html", {"checks": checks()})


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One check with its explanation, and the sheets it has something to say of."""
    found = library_of(request).having(code)
    return render(request, "check.html", {"check": check(code), "found": found})


@require_safe
def as_json(_request: HttpRequest) -> HttpResponse:
    """Every check."""
    return _json({"checks": [one.model_dump(mode="json") for one in checks()]})


@require_safe
def one_as_json(_request: HttpRequest, code: str) -> HttpResponse:
    """One check."""
    return _json(check(code).model_dump(mode="json"))


@require_safe
def as_csv(_request: HttpRequest) -> HttpResponse:
    """Every check, one line each, in both languages."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ("code", "severity", "version", "pair", *(f"{part}_{lang}" for part in _PARTS for lang in ("ja", "en")))
    )
    for one in checks():
        said = [text for part in _PARTS for text in (getattr(one, part).ja, getattr(one, part).en)]
        writer.writerow((one.code, one.severity.value, one.version, str(one.pair).lower(), *said))
    return shown(out.getvalue(), CSV)


def _json(record: dict[str, object]) -> HttpResponse:
    return shown(json.dumps(record, ensure_ascii=False, indent=1) + "\n", JSON)
