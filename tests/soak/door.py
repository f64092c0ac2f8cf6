"""The addresses of the soaked office: its own, and one that tells how a sheet stands, and saves a text by one plain request
that is answered with the code of what failed (``test_failures``). The soak itself saves by the form that officers write in.
``tests.settings`` are not these: no office has this address."""

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from monosashi.model import Sheet
from monosashi.office.keeping import save
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.urls import handler400, handler404, handler500
from monosashi.web.urls import urlpatterns as _of_the_office

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


@csrf_exempt
def one_text(request: HttpRequest, slug: str) -> JsonResponse:
    """GET: the number of the newest version, and the state. POST: save ``text`` as the policy's final outcome, from version ``started_from``."""
    actor = actor_asking(request)
    if request.method != "POST":
        return JsonResponse(_now(slug))
    sheet = with_outcome(library_of(request).get(slug).reading.sheet, request.POST["text"])
    version = save(actor, slug, int(request.POST["started_from"]), sheet, reason_code="edited")
    return JsonResponse({"version": version.number})


def with_outcome(sheet: Sheet, text: str) -> Sheet:
    """The sheet with another final outcome of its policy."""
    said = sheet.model_dump()
    for one in said["policy"]["statements"]:
        if one["role"] == "final_outcome":
            one["text"] = text
    return Sheet.model_validate(said)


def _now(slug: str) -> dict[str, object]:
    from monosashi.store.models import KeptSheet  # noqa: PLC0415  the apps are ready only when asked

    kept = KeptSheet.objects.select_related("head").get(slug=slug)
    return {"version": kept.newest.number, "state": kept.state}


urlpatterns = [
    *_of_the_office,
    path("soak/<slug:slug>", one_text),
    path("soak/<slug:slug>.json", one_text),
]
