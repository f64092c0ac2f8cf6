"""Funds: the list, and one as it stands on a day, as page and as data."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.model.date import print_date
from monosashi.office.funds.data import fund_csv
from monosashi.office.funds.picture import kpi_picture
from monosashi.office.funds.refusals import BadDay
from monosashi.office.funds.seeing import FundSeen, fund_seen, funds_for
from monosashi.office.keeping import clock
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, JSON, shown
from monosashi.web.wording import page_words


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every fund that the asker may see."""
    return render(request, "funds/list.html", {"funds": funds_for(actor_asking(request)), "day": _day_words(request)})


@require_safe
def page(request: HttpRequest, ministry: str, fund: str) -> HttpResponse:
    """A fund on a day, today where none is asked for."""
    seen = _seen(request, ministry, fund)
    words = page_words(language_of(request))
    context = {
        "seen": seen,
        "line": seen.line,
        "fund": seen.line.fund,
        "standing": seen.standing,
        "day": _day_words(request),
        "kpis": [(one, *kpi_picture(one, words)) for one in seen.standing.kpis],
        "asked": request.GET.get("on", "").strip(),
    }
    return render(request, "funds/fund.html", context)


@require_safe
def as_json(request: HttpRequest, ministry: str, fund: str) -> HttpResponse:
    """The same as JSON."""
    return shown(_seen(request, ministry, fund).standing.model_dump_json(indent=1), JSON)


@require_safe
def as_csv(request: HttpRequest, ministry: str, fund: str) -> HttpResponse:
    """The same as CSV: values, milestones and accounts, a line each."""
    return shown(fund_csv(_seen(request, ministry, fund).standing), CSV)


def _seen(request: HttpRequest, ministry: str, fund: str) -> FundSeen:
    typed = request.GET.get("on", "").strip()
    try:
        on = dt.date.fromisoformat(typed) if typed else clock.now().date()
    except ValueError as error:
        raise BadDay(typed) from error
    return fund_seen(actor_asking(request), ministry, fund, on)


def _day_words(request: HttpRequest) -> object:
    """How a day is told in the reader's language."""
    return print_date if language_of(request) == "ja" else dt.date.isoformat
