"""Periods: their list, the tree of one, and what is done with a whole period."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from monosashi.model import Noun
from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework.tree import PeriodLine, found_line, may_arrange
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import show, then, tried, year_of
from monosashi.web.views.download import CSV, shown


class Typed(Noun):
    """A period as it is typed."""

    name: str = ""
    first: str = ""
    last: str = ""


def _typed(request: HttpRequest) -> Typed:
    return Typed(**{field: request.POST.get(field, "") for field in Typed.model_fields})


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """Every period; a form for a new one."""
    actor = actor_asking(request)
    error: MonosashiError | None = None
    if request.method == "POST":
        typed = _typed(request)
        error = tried(lambda: framework.make_period(actor, typed.name, year_of(typed.first), year_of(typed.last)))
        if error is None:
            return then(request, "framework.period_made", reverse("framework"))
    context = {
        "periods": framework.periods(actor),
        "arranges": may_arrange(actor, actor.ministry),
        "typed": _typed(request),
        "this_year": framework.this_year(),
        "error": error,
    }
    return show(request, "framework/list.html", context, error)


@require_safe
def page(request: HttpRequest, period: int) -> HttpResponse:
    """The tree of a period with the sheets of each policy over its years."""
    actor = actor_asking(request)
    line = found_line(actor, period)
    context = {
        "period": line,
        "branches": framework.tree(actor, period),
        "linked": framework.linked(actor, period),
        "unlinked": len(framework.without_policy(actor, period)),
        "offices": framework.offices(actor, period),
        "fields": framework.fields(actor, period),
        "arranges": may_arrange(actor, line.ministry),
        "year": _year(line),
        "typed": framework.PolicyEntry(number="", name=""),
        "error": None,
    }
    return show(request, "framework/period.html", context)


def _year(period: PeriodLine) -> int:
    """The year of a period nearest to this one."""
    return min(max(framework.this_year(), period.first), period.last)


@require_safe
def as_csv(request: HttpRequest, period: int) -> HttpResponse:
    """The tree as CSV, a line a policy, in the columns that can be pasted back."""
    actor = actor_asking(request)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["分野", "番号", "政策名", "担当", "評価書の年度"])
    for branch in framework.tree(actor, period):
        for policy in branch.policies:
            years = "、".join(framework.year_name(year) for year in policy.evaluated)
            named = branch.field.name if branch.field else ""
            writer.writerow([named, policy.number, policy.name, policy.division or policy.bureau, years])
    return shown(out.getvalue(), CSV)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, period: int) -> HttpResponse:
    """Another name, other years; an empty period taken away."""
    actor = actor_asking(request)
    line = found_line(actor, period, "arrange")
    typed = Typed(name=line.name, first=framework.year_name(line.first), last=framework.year_name(line.last))
    error: MonosashiError | None = None
    if request.method == "POST" and "remove" in request.POST:
        error = tried(lambda: framework.remove_period(actor, period))
        if error is None:
            return then(request, "framework.period_removed", reverse("framework"))
    elif request.method == "POST":
        given = typed = _typed(request)
        error = tried(
            lambda: framework.change_period(actor, period, given.name, year_of(given.first), year_of(given.last))
        )
        if error is None:
            return then(request, "framework.period_changed", reverse("period", args=[period]))
    context = {"period": line, "typed": typed, "error": error}
    return show(request, "framework/edit.html", context, error)


@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest, period: int) -> HttpResponse:
    """The next period begun from this one."""
    actor = actor_asking(request)
    line = found_line(actor, period, "arrange")
    span = line.last - line.first
    first = line.last + 1
    typed = Typed(first=framework.year_name(first), last=framework.year_name(first + span))
    error: MonosashiError | None = None
    if request.method == "POST":
        given = typed = _typed(request)
        made: list[PeriodLine] = []
        error = tried(
            lambda: made.append(
                framework.begin_next(actor, period, given.name, year_of(given.first), year_of(given.last))
            )
        )
        if error is None:
            return then(request, "framework.period_begun", reverse("lineage", args=[made[0].id]))
    count = sum(len(branch.policies) for branch in framework.tree(actor, period))
    context = {"period": line, "typed": typed, "error": error, "count": count}
    return show(request, "framework/next.html", context, error)


@require_http_methods(["GET", "HEAD", "POST"])
def pasting(request: HttpRequest, period: int) -> HttpResponse:
    """A list from a spreadsheet: looked at first, then taken."""
    actor = actor_asking(request)
    line = found_line(actor, period, "arrange")
    text = request.POST.get("list", "")
    error: MonosashiError | None = None
    if "take" in request.POST:
        error = tried(lambda: framework.paste(actor, period, text))
        if error is None:
            return then(request, "framework.list_taken", reverse("period", args=[period]))
    context = {
        "period": line,
        "pasted": text,
        "seen": framework.look_at(actor, period, text) if text.strip() else None,
        "error": error,
    }
    return show(request, "framework/paste.html", context, error)
