"""The list of rounds."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from monosashi.office.collecting import rounds_for
from monosashi.office.keeping import may
from monosashi.office.keeping.who_may import Thing
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import shown


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every round that the asker sees anything of."""
    actor = actor_asking(request)
    rounds = rounds_for(actor)
    return shown(
        request,
        "list.html",
        {"rounds": rounds, "collects": may(actor, "collect", Thing(ministry=actor.ministry))},
    )
