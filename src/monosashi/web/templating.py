"""Templates: the publishing room's frame and parts, with this room's pages before them."""

from typing import Any

from django.http import HttpRequest
from jinja2 import BaseLoader, Environment

from monosashi.office.pages import LANGUAGES, environment, style_version, words
from monosashi.web.language import NAME, language_of


def page_environment(loader: BaseLoader, **_defaults: object) -> Environment:
    """The environment of the pages. Django's own defaults (it would let unknown names pass) are not taken."""
    return environment(loader)


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the words, the language, the style's address, and the same page in each language."""
    language = language_of(request)
    return {
        "t": words(language),
        "lang": language,
        "style": f"/static/monosashi.css?v={style_version()}",
        "languages": [(other, _same_page(request, other)) for other in LANGUAGES],
    }


def _same_page(request: HttpRequest, language: str) -> str:
    asked = request.GET.copy()
    asked[NAME] = language
    return f"?{asked.urlencode()}"
