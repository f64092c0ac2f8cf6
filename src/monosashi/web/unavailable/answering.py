"""Answering without the store: the page is made from the request alone (no session, no person, no database)."""

import logging
import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html

from monosashi.office.pages import LANGUAGES, style_version
from monosashi.office.refusals import Unavailable
from monosashi.web import errors
from monosashi.web.language import NAME, language_of
from monosashi.web.unavailable.causes import cause_of
from monosashi.web.unavailable.typed import typed
from monosashi.web.wording import page_words

_LOGGER = logging.getLogger("monosashi.store")
_STATUS = 503
#: Seconds after which a program may ask again.
_RETRY_AFTER = "10"


class UnavailableMiddleware:
    """Turns an error of the store that is not the asker's fault into its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, as it is."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a store that is not available; any other error goes its way."""
        cause = cause_of(error)
        return _answer(request, cause) if cause else None


def server_error(request: HttpRequest) -> HttpResponse:
    """500, unless the fault behind it is the store's: what other middleware asks of the store fails outside of any view,
    and Django calls this while it handles the error."""
    cause = cause_of(sys.exc_info()[1])
    return _answer(request, cause) if cause else errors.server_error(request)


def _answer(request: HttpRequest, cause: Unavailable) -> HttpResponse:
    _LOGGER.warning("%s: %s %s", cause.code, request.method, request.path)
    if errors.as_data(request):
        said = {"code": cause.code, "message": cause.message.model_dump()}
        answer: HttpResponse = JsonResponse({"error": said}, status=_STATUS, json_dumps_params={"ensure_ascii": False})
    elif request.headers.get("HX-Request"):
        words = page_words(language_of(request))
        answer = HttpResponse(
            format_html('<p class="away" role="alert">{}</p>', words.of(cause.message)), status=_STATUS
        )
    else:
        answer = HttpResponse(_page(request, cause), status=_STATUS)
    answer["Retry-After"] = _RETRY_AFTER
    answer["Cache-Control"] = "no-store"
    return answer


def _page(request: HttpRequest, cause: Unavailable) -> str:
    language = language_of(request)
    again = request.GET.copy()
    again.pop(NAME, None)
    return render_to_string(
        "unavailable.html",
        {
            "t": page_words(language),
            "lang": language,
            "message": cause.message,
            "style": f"/static/monosashi.css?v={style_version()}",
            "address": request.path + (f"?{again.urlencode()}" if again else ""),
            "typed": typed(request),
            "token": get_token(request),
            "languages": [(other, f"?{NAME}={other}") for other in LANGUAGES],
        },
    )
