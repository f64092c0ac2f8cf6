"""The addresses of the soaked office."""
from typing import Any
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from monosashi.model import Sheet
from monosashi.office.keeping import save, Shelf
from monosashi.web.asking import actor_asking
from monosashi.web.urls import urlpatterns as real
from monosashi.web.urls import handler400, handler404, handler500

@csrf_exempt
def saved(request: HttpRequest, slug: str) -> JsonResponse:
    actor = actor_asking(request)
    if request.method == "GET":
        from monosashi.store.models import KeptSheet
        k = KeptSheet.objects.select_related("head").get(slug=slug)
        return JsonResponse({"version": k.newest.number})
    sheet = Shelf(actor).get(slug).reading.sheet
    text = request.POST["text"]
    statements = [{**one.model_dump(), "text": text} if one.role == "outline" else one.model_dump() for one in sheet.policy.statements]
    if not any(one["role"] == "outline" for one in statements):
        statements.append({"role": "outline", "label": "政策の概要", "text": text})
    data = sheet.model_dump()
    data["policy"]["statements"] = statements
    version = save(actor, slug, int(request.POST["started_from"]), Sheet.model_validate(data), reason_code="edited")
    return JsonResponse({"version": version.number})

urlpatterns = [*real, path("soak/<slug:slug>", saved)]
