"""Every route there is, by its pattern and name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """``address``: the pattern as it is written (``sheets/<slug:name>/``); ``name``: with its namespaces, for
    ``reverse``; ``parameters``: what stands in its angle brackets."""

    address: str
    name: str
    parameters: tuple[str, ...]


def routes() -> list[Route]:
    """Every route, in the order of the addresses. Static files are no routes: they are served before any."""
    return sorted(_below(get_resolver().url_patterns, "", ()), key=lambda route: route.address)


def _below(patterns: Sequence[URLPattern | URLResolver], prefix: str, namespaces: tuple[str, ...]) -> Iterator[Route]:
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            deeper = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _below(pattern.url_patterns, address, deeper)
        else:
            parameters = tuple(pattern.pattern.converters)
            yield Route(address, ":".join((*namespaces, pattern.name or "")), parameters)
