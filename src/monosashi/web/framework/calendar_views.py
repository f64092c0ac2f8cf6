"""The calendar of a year as page and CSV, and the days by which its steps are due."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework import Asked, Standing, Step
from monosashi.office.framework.calendar import Item
from monosashi.office.framework.refusals import BadEntry
from monosashi.office.framework.tree import may_arrange
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import number_of, show, then, tried
from monosashi.web.views.download import CSV, shown


def _asked(request: HttpRequest) -> tuple[int, Asked]:
    """The year and what of it is asked for; what is unknown asks for everything."""
    given = request.GET
    step, standing = given.get("step", ""), given.get("standing", "")
    asked = Asked(
        step=Step(step) if step in set(Step) else None,
        standing=Standing(standing) if standing in set(Standing) else None,
        office=given.get("office", ""),
    )
    return number_of(given.get("year", "")) or framework.this_year(), asked


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The calendar, with how many steps stand how."""
    actor = actor_asking(request)
    year, asked = _asked(request)
    every = framework.calendar(actor, year, Asked(step=asked.step, office=asked.office))
    items = [item for item in every if asked.standing in (None, item.standing)]
    context = {
        "year": year,
        "years": framework.years(actor),
        "asked": asked,
        "items": items,
        "counts": {standing: sum(item.standing is standing for item in every) for standing in Standing},
        "offices": _offices(framework.calendar(actor, year)),
        "steps": list(Step),
        "arranges": may_arrange(actor, actor.ministry),
        "query": request.GET.urlencode(),
        "several": len({item.ministry for item in items}) > 1,
    }
    return show(request, "framework/calendar.html", context)


def _offices(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    """The offices that answer for something in the year, by address and name."""
    found = {item.policy.division or item.policy.bureau: item.policy.answerable for item in items}
    return sorted((address, name) for address, name in found.items() if address)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same as CSV."""
    return shown(framework.calendar_csv(framework.calendar(actor_asking(request), *_asked(request))), CSV)


@require_http_methods(["GET", "HEAD", "POST"])
def dates(request: HttpRequest) -> HttpResponse:
    """The days of a year; empty is the usual day."""
    actor = actor_asking(request)
    year = number_of(request.POST.get("year", "") or request.GET.get("year", "")) or framework.this_year()
    error: MonosashiError | None = None
    if request.method == "POST":
        error = tried(lambda: _set(request, year))
        if error is None:
            return then(request, "framework.days_set", f"{reverse('calendar')}?year={year}")
    days = framework.days_set(actor)
    context = {
        "year": year,
        "days": [
            (step, framework.usual_day(step, year), days.get((actor.ministry, year, step.value))) for step in Step
        ],
        "arranges": may_arrange(actor, actor.ministry),
        "error": error,
    }
    return show(request, "framework/dates.html", context, error)


def _set(request: HttpRequest, year: int) -> None:
    framework.set_due_days(actor_asking(request), year, {step: _day(request.POST.get(step.value, "")) for step in Step})


def _day(text: str) -> dt.date | None:
    if not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadEntry(
            f"「{text}」は日付として読めません（例：2026-08-31）。", f"{text!r} is no day (2026-08-31)."
        ) from error
