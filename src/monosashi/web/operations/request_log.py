"""A line of the log a request: when, how, which kind of page, with which answer, in how many milliseconds, for whom. No
address as it was typed, no query, nothing that was sent."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from monosashi.web.asking import is_viewer, known_person
from monosashi.web.operations.json_lines import TOLD
from monosashi.web.operations.tracing import CODE, HEADER, begin_trace, end_trace

_LOGGER = logging.getLogger("monosashi.requests")


class RequestLogMiddleware:
    """Gives each request its id, and tells of it when it is answered. In a viewer it does nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the request's id."""
        if is_viewer(request):
            return self._get_response(request)
        began = time.monotonic()
        trace = begin_trace(request)
        try:
            response = self._get_response(request)
            response[HEADER] = trace
            _LOGGER.info("request", extra={TOLD: _told(request, response, time.monotonic() - began)})
        finally:
            end_trace()
        return response


def _told(request: HttpRequest, response: HttpResponse, seconds: float) -> dict[str, object]:
    match = request.resolver_match
    told: dict[str, object] = {
        "method": request.method if request.method in _METHODS else "other",
        "page": match.route if match else "",
        "status": response.status_code,
        "ms": round(seconds * 1000),
        "person": known_person(request),
    }
    code = request.META.get(CODE)
    return {**told, "code": code} if code else told


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
