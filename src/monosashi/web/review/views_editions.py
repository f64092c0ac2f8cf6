"""Editions, for everyone and for good: the page, its data beside it, each indicator and year, and what changed."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from monosashi.office.review.cited import all_measures, measures_cited, standings
from monosashi.office.review.citing import citation, edition_name
from monosashi.office.review.content import content_view
from monosashi.office.review.editions import (
    EDITION_TABLES,
    Edition,
    EditionKey,
    edition_csv,
    edition_of,
    edition_print,
    edition_workbook,
)
from monosashi.office.review.errata import A_PAGE, changes_of, errata, errata_csv, how_many, ministries_released
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.review.showing import shown
from monosashi.web.templating import print_style
from monosashi.web.views.download import CSV, HTML, JSON, XLSX, download
from monosashi.web.views.download import shown as in_place

View = Callable[..., HttpResponse]
#: An edition's data never change, so that whoever has them need not ask again; a page is asked for anew after minutes,
#: because it tells of newer editions; what is drawn from the data (a workbook, a printed form) after a day.
FOR_GOOD, MINUTES, A_DAY = "public, max-age=31536000, immutable", "public, max-age=300", "public, max-age=86400"


def _lasting(cache: str) -> Callable[[View], View]:
    """A view of an edition: the address as an edition, and how long its answer may be kept by whoever asked."""

    def lasting(view: View) -> View:
        @wraps(view)
        def answer(
            request: HttpRequest,
            ministry: str,
            year: int,
            sheet: str,
            edition: int | None = None,
            kind: str = "plan",
            **rest: Any,
        ) -> HttpResponse:
            key = EditionKey.model_validate({"ministry": ministry, "nendo": year, "number": sheet, "kind": kind})
            found = view(request, edition_of(key, edition), **rest)
            # a page for who has signed in bears their name
            own = cache == MINUTES and actor_asking(request).known
            found["Cache-Control"] = "private, no-cache" if own else cache
            return found

        return answer

    return lasting


@require_safe
@_lasting(MINUTES)
def page(request: HttpRequest, edition: Edition) -> HttpResponse:
    """An edition as a page: the sheet itself, how to cite it, how to check it, and every other edition."""
    language = language_of(request)
    address = request.build_absolute_uri(edition.told.address)
    context = {
        "edition": edition,
        "view": content_view(edition.entry.reading.sheet, language),
        "title": edition_name(edition),
        "address": address,
        "citation": citation(edition, address, language),
        "measures": all_measures(edition, language),
        "tables": EDITION_TABLES,
    }
    return shown(request, "review/edition.html", context)


@require_safe
@_lasting(FOR_GOOD)
def as_json(_request: HttpRequest, edition: Edition) -> HttpResponse:
    """The canonical JSON, byte for byte what the sha256 is of."""
    answer = in_place(edition.content, JSON)
    answer["ETag"] = f'"{edition.told.sha256}"'
    return answer


@require_safe
@_lasting(FOR_GOOD)
def as_csv(request: HttpRequest, edition: Edition) -> HttpResponse:
    """A flat table; ``?table=`` names which, the indicators else."""
    return in_place(edition_csv(edition, request.GET.get("table", "indicators")), CSV)


@require_safe
@_lasting(A_DAY)
def workbook(_request: HttpRequest, edition: Edition) -> HttpResponse:
    """The official form as a workbook."""
    key, number = edition.key, edition.told.edition
    return download(edition_workbook(edition), XLSX, f"{key.ministry}-{key.nendo}-{key.number}-v{number}.xlsx")


@require_safe
@_lasting(A_DAY)
def printed(_request: HttpRequest, edition: Edition) -> HttpResponse:
    """The official form as a page to print."""
    return in_place(edition_print(edition, print_style()), HTML)


@require_safe
@_lasting(MINUTES)
def indicator(request: HttpRequest, edition: Edition, number: str, nendo: int | None = None) -> HttpResponse:
    """An indicator of an edition, all its years or one, with how to cite it."""
    language = language_of(request)
    found = measures_cited(edition, number, nendo, language)
    path = f"{edition.told.address}/indicators/{number}{f'/{nendo}' if nendo else ''}"
    address = request.build_absolute_uri(path)
    names = "・".join(dict.fromkeys(one.name for one in found))
    years = f" {found[0].years[0].name}" if nendo and found[0].years else ""
    context = {
        "edition": edition,
        "title": edition_name(edition),
        "measures": found,
        "number": number,
        "nendo": nendo,
        "citation": citation(edition, address, language, f"{number} {names}{years}"),
        "path": path,
    }
    return shown(request, "review/indicator.html", context)


@require_safe
@_lasting(FOR_GOOD)
def indicator_json(_request: HttpRequest, edition: Edition, number: str, nendo: int | None = None) -> HttpResponse:
    """The same as JSON."""
    found = measures_cited(edition, number, nendo, "ja")
    record = {
        "edition": edition.told.address,
        "sha256": edition.told.sha256,
        "measures": [one.model_dump(mode="json") for one in found],
    }
    return in_place(json.dumps(record, ensure_ascii=False, indent=1) + "\n", JSON)


@require_safe
@_lasting(MINUTES)
def changes(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What an edition says otherwise than the one before."""
    context = {"edition": edition, "title": edition_name(edition), "told": changes_of(edition)}
    return shown(request, "review/changes.html", context)


@require_safe
@_lasting(FOR_GOOD)
def changes_csv(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The same as CSV."""
    return in_place(errata_csv([changes_of(edition)], _origin(request)), CSV)


@require_safe
def identity(request: HttpRequest, identity: str) -> HttpResponse:
    """Where an indicator stands, by its lasting id, through years and renumbering."""
    return shown(request, "review/identity.html", {"standings": standings(identity), "identity": identity})


@require_safe
def identity_json(_request: HttpRequest, identity: str) -> HttpResponse:
    """The same as JSON."""
    found = [one.model_dump(mode="json") for one in standings(identity)]
    return JsonResponse({"identity": identity, "standings": found}, json_dumps_params={"ensure_ascii": False})


@require_safe
def all_errata(request: HttpRequest) -> HttpResponse:
    """Every edition after a first, with what changed and why."""
    ministry, asked = request.GET.get("ministry", ""), request.GET.get("page", "1")
    total = how_many(ministry)
    pages = max(1, -(-total // A_PAGE))
    number = min(pages, max(1, int(asked))) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    context = {
        "all": errata(ministry, number),
        "total": total,
        "page": number,
        "pages": pages,
        "ministry": ministry,
        "ministries": ministries_released(),
    }
    return shown(request, "review/errata.html", context)


@require_safe
def all_errata_csv(request: HttpRequest) -> HttpResponse:
    """The same as CSV, whole."""
    return in_place(errata_csv(errata(request.GET.get("ministry", "")), _origin(request)), CSV)


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
