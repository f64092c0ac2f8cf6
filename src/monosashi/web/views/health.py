"""Whether the office answers and can open its library."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from monosashi.web.asking import library_of


@require_safe
@never_cache
def page(request: HttpRequest) -> JsonResponse:
    """How many sheets can be opened, and how many files cannot."""
    library = library_of(request)
    return JsonResponse({"status": "ok", "sheets": len(library.records()), "broken": len(library.broken())})
