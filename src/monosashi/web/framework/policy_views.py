"""Policies and fields: one policy's page, and the forms that make, change and take away."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework.tree import found_line, may_arrange, policy_period
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import number_of, refused, show, then, tried


def _entry(request: HttpRequest) -> framework.PolicyEntry:
    given = request.POST
    return framework.PolicyEntry(
        number=given.get("number", ""),
        name=given.get("name", ""),
        field=number_of(given.get("field", "")),
        answerable=given.get("answerable", ""),
        evaluated=given.get("evaluated", ""),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, period: int) -> HttpResponse:
    """A form for a new policy."""
    actor = actor_asking(request)
    line = found_line(actor, period, "arrange")
    error: MonosashiError | None = None
    if request.method == "POST":
        error = tried(lambda: framework.make_policy(actor, period, _entry(request)))
        if error is None:
            return then(request, "framework.policy_made", reverse("period", args=[period]))
    context = {
        "period": line,
        "typed": _entry(request),
        "offices": framework.offices(actor, period),
        "fields": framework.fields(actor, period),
        "error": error,
    }
    return show(request, "framework/policy_new.html", context, error)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, policy: int) -> HttpResponse:
    """A policy: what it is, its sheets over the years, where it came from; a form to change it."""
    actor = actor_asking(request)
    period, line = policy_period(actor, policy)
    entry = framework.PolicyEntry(
        number=line.number,
        name=line.name,
        field=line.field.id if line.field else None,
        answerable=line.division or line.bureau,
        evaluated="、".join(framework.year_name(year) for year in line.evaluated),
    )
    error: MonosashiError | None = None
    if request.method == "POST":
        given = entry = _entry(request)
        error = tried(lambda: framework.change_policy(actor, policy, given))
        if error is None:
            return then(request, "framework.policy_changed", reverse("policy", args=[policy]))
    kin = framework.correspondences(actor, period.id)
    context = {
        "period": period,
        "policy": line,
        "typed": entry,
        "sheets": framework.sheets_of(actor, policy),
        "kin": [one for one in kin.lines if one.after and one.after.id == policy and one.before],
        "before": kin.before,
        "offices": framework.offices(actor, period.id),
        "fields": framework.fields(actor, period.id),
        "arranges": may_arrange(actor, period.ministry),
        "error": error,
    }
    return show(request, "framework/policy.html", context, error)


@require_POST
def remove(request: HttpRequest, policy: int) -> HttpResponse:
    """Take a policy away on which nothing rests."""
    actor = actor_asking(request)
    period, _ = policy_period(actor, policy)
    error = tried(lambda: framework.remove_policy(actor, policy))
    if error:
        return refused(request, error, reverse("policy", args=[policy]))
    return then(request, "framework.policy_removed", reverse("period", args=[period.id]))


@require_POST
def new_field(request: HttpRequest, period: int) -> HttpResponse:
    """A new field."""
    actor = actor_asking(request)
    error = tried(lambda: framework.make_field(actor, period, request.POST.get("name", "")))
    address = reverse("period", args=[period]) + "#fields"
    return refused(request, error, address) if error else then(request, "framework.field_made", address)


@require_POST
def field(request: HttpRequest, field: int) -> HttpResponse:
    """A field renamed, moved or taken away; then the tree again."""
    actor, given = actor_asking(request), request.POST
    if "remove" in given:
        error = tried(lambda: framework.remove_field(actor, field))
    else:
        move = -1 if "up" in given else 1 if "down" in given else 0
        error = tried(lambda: framework.change_field(actor, field, given.get("name", ""), move))
    period = number_of(given.get("period", ""))
    address = (reverse("period", args=[period]) if period else reverse("framework")) + "#fields"
    return refused(request, error, address) if error else then(request, "framework.field_changed", address)
