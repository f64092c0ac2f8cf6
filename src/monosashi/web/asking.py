"""Who asks, and of which library: a viewer's folder, or the part of the store that the one signed in may see."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from monosashi.office.keeping import PUBLIC, Actor, Shelf
from monosashi.office.keeping.actor import actor_of_user
from monosashi.office.library import Library
from monosashi.web.library_key import LIBRARY

#: Under this key the actor is remembered for the request.
_ACTOR = "monosashi.actor"
#: Views of a viewer: those that only read a library.
_VIEWER = "monosashi.web.views."


def is_viewer(request: HttpRequest) -> bool:
    """Whether this is a viewer of a folder: no accounts, no database."""
    return LIBRARY in request.META


def actor_asking(request: HttpRequest) -> Actor:
    """Who asks: the person signed in, else the public."""
    if is_viewer(request):
        return PUBLIC
    known: Actor | None = request.META.get(_ACTOR)
    if known is None:
        known = actor_of_user(getattr(request, "user", None))
        request.META[_ACTOR] = known
    return known


def known_person(request: HttpRequest) -> int | None:
    """The number of the account that asked, as far as answering needed to know; asks nothing of the store."""
    known: Actor | None = request.META.get(_ACTOR)
    return known.person if known else None


def library_of(request: HttpRequest) -> Library:
    """The library a request is about."""
    if is_viewer(request):
        library: Library = request.META[LIBRARY]
        return library
    return Shelf(actor_asking(request))


class ViewerMiddleware:
    """In a viewer the pages of the office are not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, as it is."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """404 for a page of the office."""
        if is_viewer(request) and not view.__module__.startswith(_VIEWER):
            raise Http404
