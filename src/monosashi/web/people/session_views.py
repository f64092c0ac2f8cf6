"""One's own sessions: where one is signed in, and how to end that."""

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

from monosashi.office.people import signing_in
from monosashi.web.people.adapters import address_of
from monosashi.web.people.telling import done, shown

#: The signs of browsers and systems, the narrower first: each says that it is also those after it.
_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    *(("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad")),
    *(("Android", "Android"), ("Mac OS", "macOS"), ("Linux", "Linux")),
)


def page(request: HttpRequest) -> HttpResponse:
    """The list; sent, it ends one session (``end``: its number) or all others (``end``: others). Raises ``SignInFirst``."""
    person = signing_in.person_signed_in(request.user)
    listed = sorted(UserSession.objects.purge_and_list(person), key=lambda one: one.created_at, reverse=True)
    if request.method == "POST":
        asked = request.POST.get("end", "")
        ended = [one for one in listed if not one.is_current() and asked in {"others", str(one.pk)}]
        for one in ended:
            one.end()
            signing_in.note("end-own-session", person, address_of(request), {"ended": one.ip})
        return done(request, "people.sessions_ended" if ended else "people.sessions_none", "usersessions_list")
    context: dict[str, object] = {"sessions": [(one, one.is_current()) for one in listed], "program": program}
    return shown(request, "usersessions/usersession_list.html", context)


def program(user_agent: str) -> str:
    """A browser and its system in the words that people know them by; what it calls itself where it is neither.

    >>> program("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120")
    'Edge, Windows'
    """
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return ", ".join(filter(None, (browser, system))) or user_agent
