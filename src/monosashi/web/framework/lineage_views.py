"""The table of correspondences with the period before, and the links that make it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from monosashi.office import framework
from monosashi.office.framework.tree import may_arrange
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import number_of, refused, show, then, tried


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, period: int) -> HttpResponse:
    """The table; a form that links or unlinks two policies."""
    actor, given = actor_asking(request), request.POST
    if request.method == "POST":
        before, after = number_of(given.get("before", "")) or 0, number_of(given.get("after", "")) or 0
        if "unlink" in given:
            error = tried(lambda: framework.unlink(actor, before, after))
        else:
            error = tried(lambda: framework.link(actor, before, after, given.get("note", "")))
        address = reverse("lineage", args=[period])
        return refused(request, error, address) if error else then(request, "framework.links_changed", address)
    found = framework.correspondences(actor, period)
    context = {
        "period": found.after,
        "found": found,
        "olds": list({one.before.id: one.before for one in found.lines if one.before}.values()),
        "news": list({one.after.id: one.after for one in found.lines if one.after}.values()),
        "arranges": may_arrange(actor, found.after.ministry),
    }
    return show(request, "framework/lineage.html", context)
