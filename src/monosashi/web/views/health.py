"""Whether this server can do its work: a viewer open its library, the office reach, read and write its store."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from monosashi.office.operations.health import health
from monosashi.web.asking import is_viewer, library_of


@require_safe
@never_cache
def page(request: HttpRequest) -> JsonResponse:
    """In a viewer how many sheets can be opened, and how many files cannot. In the office whether the database answers,
    takes changes and has this version's tables; 503 where work cannot be done."""
    if is_viewer(request):
        library = library_of(request)
        return JsonResponse({"status": "ok", "sheets": len(library.records()), "broken": len(library.broken())})
    found = health()
    said = {"status": "ok" if found.well else "unavailable", **found.model_dump()}
    return JsonResponse(said, status=200 if found.well else 503)
