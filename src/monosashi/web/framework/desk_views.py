"""The desk: where a person lands after signing in."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monosashi.office.framework.desk import desk
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import show


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What waits, pile by pile."""
    return show(request, "framework/desk.html", {"piles": desk(actor_asking(request))})
