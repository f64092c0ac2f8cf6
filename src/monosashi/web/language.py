"""The reader's language: Japanese, unless English was chosen. The choice is made by a link and kept in a cookie.

The browser's own list of languages is not asked: an officer's machine is often set up in another language than the
paper is read in, and a page that changes its language by itself cannot be cited.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from monosashi.office.pages import LANGUAGES, Language

#: The name of the parameter and of the cookie.
NAME = "lang"
_YEAR_IN_SECONDS = 365 * 24 * 60 * 60


def language_of(request: HttpRequest) -> Language:
    """The language asked for by this address, else the one chosen before, else Japanese."""
    asked = (request.GET.get(NAME), request.COOKIES.get(NAME))
    return next((language for language in asked if language in LANGUAGES), None) or LANGUAGES[0]


class LanguageMiddleware:
    """Remembers a choice, and tells caches that pages differ by it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the choice in a cookie where one was made."""
        with translation.override(language_of(request)):
            response = self._get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
            response["Content-Language"] = language_of(request)
        if request.GET.get(NAME) in LANGUAGES:
            response.set_cookie(NAME, language_of(request), max_age=_YEAR_IN_SECONDS, httponly=True, samesite="Lax")
        return response
