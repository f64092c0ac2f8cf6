"""Templates: the publishing room's frame and parts, with this room's pages before them."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from jinja2 import BaseLoader, Environment

from monosashi.office.demo_office import ACCOUNTS, DemoAccount
from monosashi.office.pages import LANGUAGES, environment, style_version
from monosashi.web.asking import actor_asking, is_viewer
from monosashi.web.demo import DEMO
from monosashi.web.language import NAME, language_of
from monosashi.web.navigation import navigation
from monosashi.web.wording import page_words


def page_environment(loader: BaseLoader, **_defaults: object) -> Environment:
    """The environment of the pages. Django's own defaults (it would let unknown names pass) are not taken."""
    return environment(loader)


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the words, the language, the style's address, and the same page in each language."""
    language = language_of(request)
    return {
        "t": page_words(language),
        "lang": language,
        "viewer": is_viewer(request),
        "actor": actor_asking(request),
        "parts": () if is_viewer(request) else navigation(actor_asking(request)),
        "static": static_address,
        "demo": _demo(),
        "style": f"/static/monosashi.css?v={style_version()}",
        "paper_style": static_address("paper.css"),
        "paper_script": static_address("paper.js"),
        "languages": [(other, _same_page(request, other)) for other in LANGUAGES],
    }


def _demo() -> tuple[DemoAccount, ...]:
    """The accounts to sign in with, where this is a demo."""
    return ACCOUNTS if os.environ.get(DEMO) == "1" else ()


@cache
def static_address(name: str) -> str:
    """The address of a file of this room, which changes with it, so that a browser's cache never shows yesterday's."""
    folder = Path(__file__).with_name("static")
    data = folder.joinpath(name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:12]}"


def print_style() -> str:
    """The address of the style of printed forms."""
    return f"/static/print.css?v={style_version('print.css')}"


def _same_page(request: HttpRequest, language: str) -> str:
    asked = request.GET.copy()
    asked[NAME] = language
    return f"?{asked.urlencode()}"
