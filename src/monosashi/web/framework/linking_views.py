"""Sheets without a policy, policies without a sheet; and the link between them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from monosashi.office import framework
from monosashi.office.framework.tree import found_line, may_arrange
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import number_of, refused, show, then, tried


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, period: int) -> HttpResponse:
    """Both lists; a form that links the sheets for which a policy was chosen, one or all at once."""
    actor = actor_asking(request)
    line = found_line(actor, period)
    if request.method == "POST":
        chosen = [
            (name.removeprefix("policy-"), number_of(policy))
            for name, policy in request.POST.items()
            if name.startswith("policy-") and isinstance(policy, str) and policy
        ]
        address = reverse("linking", args=[period])
        error = tried(lambda: framework.link_sheets(actor, chosen))
        return refused(request, error, address) if error else then(request, "framework.sheets_linked", address)
    asked = number_of(request.GET.get("year", ""))
    year = asked if asked in line.years else min(max(framework.this_year(), line.first), line.last)
    context = {
        "period": line,
        "year": year,
        "unlinked": framework.without_policy(actor, period),
        "empty": framework.without_sheets(actor, period, year),
        "policies": [policy for branch in framework.tree(actor, period) for policy in branch.policies],
        "arranges": may_arrange(actor, line.ministry),
    }
    return show(request, "framework/sheets.html", context)
