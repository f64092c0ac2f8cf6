"""Errors as pages: a sentence that says what happened and what to do, in the reader's language; JSON where JSON was asked."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from monosashi.model import Message
from monosashi.model.error import MonosashiError
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.pages import words
from monosashi.office.people.tries import TooManyTries
from monosashi.office.refusals import Conflict, NotAllowed, NotAsked, NotThere, Unavailable
from monosashi.web.operations.tracing import CODE, trace_of

#: Codes of what is not there and of questions not complete, of errors that are older than their kinds.
_NOT_THERE = frozenset({"no-such-check", "no-such-table", "no-such-page"})
_NOT_ASKED = frozenset(
    {
        *("choose-two", "form-not-printable", "no-place-on-form", "unknown-rule", "unknown-year"),
        *("not-a-report-form", "no-such-format", "cell-too-long", "cell-character", "reads-otherwise"),
    }
)
_STATUS: tuple[tuple[type[MonosashiError], int], ...] = (
    (TooManyTries, 429),
    (NotThere, 404),
    (NotAllowed, 403),
    (NotAsked, 400),
    (Conflict, 409),
    (Unavailable, 503),
)

#: From here on it is our fault, not the asker's.
_FAULT = 500
#: What Django and the API's own routes answer, without a sentence, to a method that an address does not take.
_WRONG_METHOD = 405


def status_of(error: MonosashiError) -> int:
    """The HTTP status that an error of the office is answered with."""
    kind = next((status for kind, status in _STATUS if isinstance(error, kind)), None)
    return kind or (404 if error.code in _NOT_THERE else 400 if error.code in _NOT_ASKED else 500)


class SentenceMiddleware:
    """Turns an error of the office into its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as it is; where the address takes another method, what it takes, as a page or as data."""
        answer = self._get_response(request)
        return _wrong_method(request, answer) if answer.status_code == _WRONG_METHOD else answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an office's error; any other error goes its way to the page for faults."""
        if not isinstance(error, MonosashiError):
            return None
        if isinstance(error, SignInFirst) and request.method in {"GET", "HEAD"} and not as_data(request):
            return redirect_to_login(request.get_full_path())
        return _page(request, status_of(error), error.code, error.message)


def _page(request: HttpRequest, status: int, code: str, message: Message) -> HttpResponse:
    request.META[CODE] = code
    if as_data(request):
        said = {"code": code, "message": message.model_dump()}
        return JsonResponse({"error": said}, status=status, json_dumps_params={"ensure_ascii": False})
    # by the id the keeper of the system finds the fault in the server's log
    trace = trace_of(request) if status >= _FAULT else ""
    return render(request, "error.html", {"status": status, "message": message, "trace": trace}, status=status)


def _wrong_method(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    allowed = answer.headers.get("Allow", "")
    told = _page(request, _WRONG_METHOD, "wrong-method", _said("error.wrong_method"))
    told["Allow"] = allowed
    return told


def as_data(request: HttpRequest) -> bool:
    """Whether data were asked for, not a page."""
    return request.path.endswith(".json") or request.path.startswith("/api/")


def _said(key: str) -> Message:
    return Message(ja=words("ja")(key), en=words("en")(key))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what the browser asked cannot be understood."""
    return _page(request, 400, "bad-request", _said("error.bad_request"))


def not_our_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form was sent without the token that our pages give it."""
    return _page(request, 403, "not-our-form", _said("error.not_our_form"))


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: what a package of accounts refuses."""
    error = MayNot("")
    return _page(request, 403, error.code, error.message)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no page at this address."""
    return _page(request, 404, "not-found", _said("error.not_found"))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return _page(request, 500, "server-error", _said("error.server_error"))
