"""The API's page: every operation with what it is asked and answers, drawn from the schema itself."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from monosashi.web.api.routes import api


class Told(NamedTuple):
    """An operation as the page tells it."""

    method: str
    path: str
    japanese: str
    english: str
    description: str
    parameters: tuple[str, ...]


def operations() -> tuple[Told, ...]:
    """Every operation of the schema, by path."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    found = []
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            japanese, _, english = one["summary"].partition(" / ")
            names = tuple(parameter["name"] for parameter in one.get("parameters", ()))
            found.append(Told(method.upper(), path, japanese, english, one.get("description", ""), names))
    return tuple(sorted(found, key=lambda told: (told.path, told.method)))


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The list of operations."""
    return render(request, "api/page.html", {"operations": operations()})
