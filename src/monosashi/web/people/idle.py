"""How long nothing was asked in a session: told by a signed cookie, so that looking at a page writes nothing, and goes on
while nothing can be written.

The cookie names its session and when something was last asked there. A browser that was left alone is signed out at the
next request; what was typed there is a draft of the person, and is offered again.
"""

import datetime as dt

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

COOKIE = "monosashi-asked"
#: The cookie is made anew no oftener.
_EVERY = dt.timedelta(minutes=1)
_SALT = "monosashi.asked"


def mark(session: str, asked: dt.datetime) -> str:
    """The cookie of a session in which something was asked at that time."""
    return Signer(salt=_SALT).sign_object([session, int(asked.timestamp())])


def is_idle(request: HttpRequest) -> bool:
    """Whether the session of a request was left alone for too long. One whose cookie is gone, or is another's, is."""
    asked = _asked(request)
    return asked is None or timezone.now() - asked > dt.timedelta(minutes=settings.IDLE_MINUTES)


def keep_awake(request: HttpRequest, answer: HttpResponse) -> None:
    """Note on the answer that something was asked just now."""
    asked = _asked(request)
    now = timezone.now()
    if asked is None or now - asked > _EVERY:
        answer.set_cookie(
            COOKIE,
            mark(request.session.session_key or "", now),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _asked(request: HttpRequest) -> dt.datetime | None:
    """When something was last asked in this session."""
    try:
        session, asked = Signer(salt=_SALT).unsign_object(request.COOKIES.get(COOKIE, ""))
    except (BadSignature, ValueError):
        return None
    return dt.datetime.fromtimestamp(asked, dt.UTC) if session == request.session.session_key else None
