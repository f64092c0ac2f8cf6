"""What a browser may do with a page: show it, with our style, and nothing else. Scripts only from our own files (every
page does its work without one), never in the page; no frame, no other host."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'self'; script-src 'self'; object-src 'none'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
#: A page that one of ours shows in a frame says so by its X-Frame-Options.
NO_FRAME, OWN_FRAME = "frame-ancestors 'none'", "frame-ancestors 'self'"
PERMISSIONS = "camera=(), geolocation=(), microphone=()"


class PolicyMiddleware:
    """Puts the policy on every answer, files of style among them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with the policy."""
        response = self._get_response(request)
        own = response.get("X-Frame-Options") == "SAMEORIGIN"
        response["Content-Security-Policy"] = POLICY.replace(NO_FRAME, OWN_FRAME) if own else POLICY
        response["Permissions-Policy"] = PERMISSIONS
        return response
