"""The projects of the books: finding one, and one through all its editions."""

import json
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.office.ledgers.books import Edition, find, project_editions
from monosashi.web.asking import actor_asking
from monosashi.web.ledgers.asked import whole

#: The columns of the table of money, as ``ProjectYear`` names them.
COLUMNS = ("initial", "supplementary", "carried_in", "carried_out", "reserve", "total", "executed", "requested")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Projects whose name holds the words that were asked for, of an edition and a ministry."""
    words, ministry = request.GET.get("q", "").strip()[:200], request.GET.get("ministry", "")
    edition = whole(request.GET.get("edition", ""))
    found = find(actor_asking(request), words, edition, ministry, whole(request.GET.get("page", "")) or 1)
    context = {"found": found, "words": words, "edition": edition, "ministry": ministry}
    return render(request, "ledgers/projects.html", context)


@require_safe
def one(request: HttpRequest, book: str, edition: int, code: str) -> HttpResponse:
    """A project through its editions: what each tells of its money, and its measures as the asked edition has them."""
    editions = project_editions(actor_asking(request), book, edition, code)
    context = {
        "editions": editions,
        "asked": next(one.project for one in editions if (one.project.edition, one.project.id) == (edition, code)),
        "nendos": _nendos(editions),
        "columns": COLUMNS,
        "amount": amount,
    }
    return render(request, "ledgers/project.html", context)


@require_safe
def one_as_json(request: HttpRequest, book: str, edition: int, code: str) -> HttpResponse:
    """The same as data: every edition as it was read."""
    editions = project_editions(actor_asking(request), book, edition, code)
    said = [{**json.loads(one.project.model_dump_json()), "by_name": one.by_name} for one in editions]
    text = json.dumps({"editions": said}, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(text, content_type="application/json; charset=utf-8")


def _nendos(editions: tuple[Edition, ...]) -> tuple[int, ...]:
    """The fiscal years of which any edition tells money, oldest first."""
    return tuple(sorted({year.nendo.year for one in editions for year in one.project.years}))


def amount(value: Decimal | None) -> str:
    """百万円 with commas and at most three decimals; empty where nothing is stated.

    >>> amount(Decimal("337.97638700000005")), amount(Decimal("-75.0")), amount(None)
    ('337.976', '△75', '')
    """
    if value is None:
        return ""
    shown = f"{abs(value.quantize(Decimal('0.001'))):,f}".rstrip("0").rstrip(".")
    return f"△{shown}" if value < 0 and shown != "0" else shown
